package org.lodegraph.model;

/**
 * Where a figure stands in a chain. No two figures of a chain share a place.
 *
 * @param owner the entity, or the line, that the figure belongs to
 * @param kind which of its figures
 * @param part of what, where the owner has several of a kind: a material or an element; empty where it has one
 */
public record FigurePlace(Id owner, Kind kind, String part) implements Assumption.Subject {

    /**
     * What a figure says of its owner. Each kind belongs to one kind of owner.
     *
     * <p>The names of the kinds are part of {@link FigurePlace#key()}: another name is another draw.
     */
    public enum Kind {
        /** Share of an element in a material. */
        CONTENT("%2$s content of material '%1$s'"),
        /** What goes into a recipe, per ton of its reference material. */
        NEEDED("%2$s needed by recipe '%1$s'"),
        /** What comes out of a recipe beside its reference material, per ton of that. */
        YIELDED("%2$s yielded by recipe '%1$s'"),
        /** The electricity that a recipe takes per ton of its reference material. */
        POWER("power of recipe '%1$s'"),
        /** A line's capacity by design. */
        NAMEPLATE("nameplate capacity of line '%1$s'"),
        /** A line's capacity after availability. */
        EFFECTIVE("effective capacity of line '%1$s'"),
        /** A line's capacity by licence. */
        PERMITTED("permitted capacity of line '%1$s'"),
        /** What a line was seen to make. */
        OUTPUT("output of line '%1$s'"),
        /** How long an idle line takes to run again. */
        RESTART("restart time of line '%1$s'"),
        /** What a demand wants. */
        RATE("rate of demand '%1$s'"),
        /** How much of an alternative stands in for a ton of what is wanted. */
        RATIO("ratio of alternative '%2$s' of demand '%1$s'"),
        /** How good an alternative is. */
        PERFORMANCE("performance of alternative '%2$s' of demand '%1$s'"),
        /** The most of a demand that an alternative can take. */
        LARGEST_SHARE("largest share of alternative '%2$s' of demand '%1$s'"),
        /** How long an alternative takes to get there. */
        RAMP_UP("ramp-up of alternative '%2$s' of demand '%1$s'"),
        /** How much a stock holds. */
        AMOUNT("amount of stock '%1$s'"),
        /** How much more a stock could hold. */
        ROOM("room of stock '%1$s'"),
        /** The most that a link can ship. */
        LINK_CAPACITY("capacity of link '%1$s'"),
        /** What shipping over a link costs. */
        LINK_COST("cost of link '%1$s'"),
        /** What a link was seen to ship. */
        FLOW("observed flow of link '%1$s'"),
        /** What a policy lets pass, as an amount. */
        QUOTA("quota of policy '%1$s'"),
        /** What a policy lets pass, as a share. */
        SHARE_LET_THROUGH("share let through by policy '%1$s'"),
        /** What that is a share of. */
        BASELINE("baseline of policy '%1$s'"),
        /** What passing costs under a policy. */
        POLICY_COST("cost of policy '%1$s'"),
        /** The governance index of a country. */
        GOVERNANCE("governance of country '%1$s'");

        private final String words;
        private final String sort;

        Kind(String words) {
            this.words = words;
            this.sort = words.substring(0, words.indexOf('\'')).strip();
        }

        /** Whether it says how much somebody wants. */
        public boolean isDemand() {
            return this == RATE;
        }

        /** Whether it says how much of something there is in a year. */
        public boolean isOfYear() {
            return this == NAMEPLATE
                    || this == EFFECTIVE
                    || this == PERMITTED
                    || this == OUTPUT
                    || this == RATE
                    || this == FLOW;
        }

        /** Whether it says how much of one material stands against a ton of another: what goes in, comes out, stands in. */
        public boolean isCoefficient() {
            return this == NEEDED || this == YIELDED || this == RATIO;
        }
    }

    /** The place of a figure that is the only one of its kind. */
    public FigurePlace(Id owner, Kind kind) {
        this(owner, kind, "");
    }

    /**
     * The place for machines: the same in every release, however the words for people change.
     *
     * @return such as {@code NEEDED bayer bauxite}
     */
    public String key() {
        return (kind.name() + " " + owner.value() + " " + part).stripTrailing();
    }

    @Override
    public String sort() {
        return kind.sort.formatted(owner.value(), part);
    }

    /** The place for people, such as {@code bauxite needed by recipe 'bayer'}. */
    @Override
    public String toString() {
        return kind.words.formatted(owner.value(), part);
    }
}
