package org.lodegraph.measure;

/**
 * Who said a number: publisher, work, edition, place in it, and on what terms it may be passed on.
 *
 * @param id a short stable id, such as {@code usgs-mcs2026}
 * @param publisher who published it
 * @param title the work
 * @param edition edition or year of publication
 * @param locator where in the work: page, table, row; may be empty
 * @param url an address, for people; never opened by the library; may be empty
 * @param licence the terms, such as {@code US public domain}
 * @param acknowledgement the words the licence asks for; may be empty
 */
public record Source(
        String id,
        String publisher,
        String title,
        String edition,
        String locator,
        String url,
        String licence,
        String acknowledgement) {

    /** What the user of the library states without naming a publication. */
    public static final Source STATED = of("stated", "stated by the caller, no publication named");

    /** What this library assumes where no publication has a number. */
    public static final Source ASSUMPTION = of("assumption", "assumed, no publication has this number");

    /**
     * Checks the id and the title.
     *
     * @throws IllegalArgumentException if either is blank
     */
    public Source {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException(
                    "Source '%s': id or title is blank (title: '%s'). Maybe Source.of(\"usgs-mcs2026\", \"Mineral Commodity Summaries\")."
                            .formatted(id, title));
        }
    }

    /**
     * A source with an id and a title; the rest follows by copies.
     *
     * @param id a short stable id
     * @param title the work
     * @return the source
     */
    public static Source of(String id, String title) {
        return new Source(id, "", title, "", "", "", "", "");
    }

    /**
     * A copy with a publisher.
     *
     * @param who who published it
     * @return the copy
     */
    public Source by(String who) {
        return new Source(id, who, title, edition, locator, url, licence, acknowledgement);
    }

    /**
     * A copy with an edition.
     *
     * @param which edition or year
     * @return the copy
     */
    public Source edition(String which) {
        return new Source(id, publisher, title, which, locator, url, licence, acknowledgement);
    }

    /**
     * A copy that points to a place in the work.
     *
     * @param where page, table or row
     * @return the copy
     */
    public Source at(String where) {
        return new Source(id, publisher, title, edition, where, url, licence, acknowledgement);
    }

    /**
     * A copy with an address.
     *
     * @param address for people; never opened by the library
     * @return the copy
     */
    public Source url(String address) {
        return new Source(id, publisher, title, edition, locator, address, licence, acknowledgement);
    }

    /**
     * A copy with its terms.
     *
     * @param terms the licence
     * @param words the acknowledgement that it asks for; may be empty
     * @return the copy
     */
    public Source licensed(String terms, String words) {
        return new Source(id, publisher, title, edition, locator, url, terms, words);
    }

    /**
     * One line for people.
     *
     * @return such as {@code USGS, Mineral Commodity Summaries, 2026, gallium}
     */
    public String citation() {
        StringBuilder text = new StringBuilder();
        for (String part : new String[] {publisher, title, edition, locator}) {
            if (!part.isBlank()) {
                text.append(text.isEmpty() ? "" : ", ").append(part);
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return citation();
    }
}
