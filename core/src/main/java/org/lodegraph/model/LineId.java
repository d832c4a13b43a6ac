package org.lodegraph.model;

/**
 * Names a {@link Line} inside its facility.
 *
 * @param facility the facility
 * @param line the line's name there, lower case with hyphens
 */
public record LineId(FacilityId facility, String line) implements Id, Comparable<LineId> {

    /**
     * Checks the spelling.
     *
     * @throws IllegalArgumentException if it is not an id
     */
    public LineId {
        line = Spelling.lower("Line", line);
    }

    /**
     * Reads what {@link #value()} writes.
     *
     * @param text such as {@code vaudreuil/bayer}
     * @return the id
     * @throws IllegalArgumentException if there is no slash, or a part is not an id
     */
    public static LineId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "Line '%s': the facility is missing. Maybe write facility/line.".formatted(text));
        }
        return new LineId(new FacilityId(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String value() {
        return facility.value() + "/" + line;
    }

    @Override
    public String kind() {
        return "Line";
    }

    @Override
    public int compareTo(LineId other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
