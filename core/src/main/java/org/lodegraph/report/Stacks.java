package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;

/**
 * Stacks to compare how wholes divide: one stack per whole, one piece per part of it. Pieces with one label are one thing
 * in all stacks.
 *
 * @param caption what they show
 * @param stacks the stacks, in the order of reading
 */
public record Stacks(Caption caption, List<Stack> stacks) implements Captioned {

    /** What shares, each rounded to nine digits, may add up to beyond 1, even if there are many. */
    private static final double ROUNDING = 1e-6;

    /** Copies the stacks. */
    public Stacks {
        Objects.requireNonNull(caption, "caption");
        stacks = ImmutableList.copyOf(stacks);
    }

    /**
     * Stacks.
     *
     * @param caption what they show
     * @param stacks the stacks
     * @return the part
     */
    public static Stacks of(Caption caption, Stack... stacks) {
        return new Stacks(caption, ImmutableList.copyOf(stacks));
    }

    /**
     * One whole and its parts. What the pieces leave of the whole is unknown, and shown as that.
     *
     * @param label what the whole is
     * @param pieces its parts
     * @param remark a few words beside the stack, such as a concentration index; may be empty
     */
    public record Stack(String label, List<Piece> pieces, String remark) {
        /**
         * Copies the pieces and checks their sum.
         *
         * @throws IllegalArgumentException if the shares add up to more than 1
         */
        public Stack {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(remark, "remark");
            pieces = ImmutableList.copyOf(pieces);
            double sum = pieces.stream().mapToDouble(Piece::share).sum();
            if (sum > 1 + ROUNDING) {
                throw new IllegalArgumentException(
                        "Stack '%s': its shares add up to %s. Maybe divide by the whole first.".formatted(label, sum));
            }
        }

        /**
         * A stack without a remark.
         *
         * @param label what the whole is
         * @param pieces its parts
         * @return the stack
         */
        public static Stack of(String label, Piece... pieces) {
            return new Stack(label, ImmutableList.copyOf(pieces), "");
        }

        /**
         * A copy with a few words beside it.
         *
         * @param words such as a concentration index
         * @return the copy
         */
        public Stack remark(String words) {
            return new Stack(label, pieces, words);
        }
    }

    /**
     * A part of a whole.
     *
     * @param label what it is
     * @param share its share of the whole, 0..1
     */
    public record Piece(String label, double share) {
        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException if it is not within 0..1
         */
        public Piece {
            Objects.requireNonNull(label, "label");
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "Piece '%s': the share is %s, not within 0..1. Maybe divide by the whole first."
                                .formatted(label, share));
            }
        }
    }
}
