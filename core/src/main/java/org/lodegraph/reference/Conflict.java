package org.lodegraph.reference;

/**
 * Figures that cannot all be right, or that contradict how they had to be used.
 *
 * @param check what was compared
 * @param subject what it is about, such as {@code gallium, RUS, 2022}
 * @param finding what does not fit, with the figures
 * @param resolution what a chain does about it
 */
public record Conflict(Check check, String subject, String finding, String resolution) {

    /** What is compared with what. */
    public enum Check {
        /** The rows of a table add up to its published total, within the rounding of that. */
        TOTAL("rows of a table against its total"),
        /** No country makes more than its published capacity. */
        CAPACITY("output against capacity"),
        /** What a step makes can come from the step before. */
        STAGES("step against step"),
        /** Published shares add up to 100 %, within their rounding. */
        SHARES("shares against 100 %"),
        /** What is imported and made is used. */
        USE("trade against use"),
        /** Named plants make no more than their country. */
        PLANTS("plants against the country"),
        /** Sources say the same of the same. */
        SOURCES("source against source");

        private final String words;

        Check(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Override
    public String toString() {
        return subject + ": " + finding + ". " + resolution;
    }
}
