package org.lodegraph.model;

/**
 * Names a {@link Link}.
 *
 * @param value lower case with hyphens
 */
public record LinkId(String value) implements Id, Comparable<LinkId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public LinkId {
        value = Spelling.lower("Link", value);
    }

    @Override
    public String kind() {
        return "Link";
    }

    @Override
    public int compareTo(LinkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
