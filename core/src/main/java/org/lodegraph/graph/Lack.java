package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a node cannot be derived.
 *
 * @param node the node
 * @param reason what is wrong with it
 * @param unmet the suppliers or inputs that cannot be derived either; empty unless the reason is UNMET
 */
public record Lack(Node node, Reason reason, List<Node> unmet) {

    /** What is wrong with a node. */
    public enum Reason {
        /** It was taken away. */
        LOST,
        /** It is a fallback that was not asked for. */
        NOT_COUNTED,
        /** Nothing supplies it. */
        NO_SUPPLIER,
        /** An input of a run, or every supplier of anything else, cannot be derived; around a loop, each for the other. */
        UNMET
    }

    /** Copies the unmet nodes. */
    public Lack {
        unmet = ImmutableList.copyOf(unmet);
    }

    /**
     * Whether the trouble starts here.
     *
     * @return false if other nodes are to blame
     */
    public boolean isRoot() {
        return reason != Reason.UNMET;
    }

    @Override
    public String toString() {
        return node.label()
                + switch (reason) {
                    case LOST -> ": lost";
                    case NOT_COUNTED -> ": not counted";
                    case NO_SUPPLIER -> ": nobody supplies it";
                    case UNMET -> unmet.stream().map(Node::label).collect(Collectors.joining(", ", ": lacks ", ""));
                };
    }
}
