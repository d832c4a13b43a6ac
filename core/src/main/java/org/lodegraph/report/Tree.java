package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Objects;
import org.lodegraph.measure.Range;

/**
 * How something is made of other things, level by level: a derivation, a breakdown.
 *
 * @param caption what it shows
 * @param root the top
 */
public record Tree(Caption caption, Node root) implements Captioned {

    /** Checks that nothing is missing. */
    public Tree {
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(root, "root");
    }

    /**
     * One thing and what it is made of.
     *
     * @param label what it is
     * @param value its amount, words, or nothing
     * @param remark a few words behind it, such as a formula or a source; may be empty
     * @param children what it is made of
     */
    public record Node(String label, Cell value, String remark, List<Node> children) {
        /** Copies the children. */
        public Node {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(remark, "remark");
            children = ImmutableList.copyOf(children);
        }

        /**
         * A node.
         *
         * @param label what it is
         * @param value its amount, words, or nothing
         * @param children what it is made of
         * @return the node
         */
        public static Node of(String label, Cell value, Node... children) {
            return new Node(label, value, "", ImmutableList.copyOf(children));
        }

        /**
         * Its amount.
         *
         * @return the amount
         * @throws IllegalStateException if its value is none
         */
        public Range amount() {
            if (value instanceof Cell.Amount amount) {
                return amount.range();
            }
            throw new IllegalStateException(
                    "Node '%s': its value is no amount (%s seen). Maybe ask its children.".formatted(label, value));
        }

        /**
         * A copy under another label.
         *
         * @param what what it is
         * @return the copy
         */
        public Node labeled(String what) {
            return new Node(what, value, remark, children);
        }

        /**
         * A copy with a few words behind it.
         *
         * @param words such as a formula or a source
         * @return the copy
         */
        public Node remark(String words) {
            return new Node(label, value, words, children);
        }
    }
}
