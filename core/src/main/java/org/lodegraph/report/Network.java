package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Things in layers and what each is made of: some need all that leads to them, some any of it.
 *
 * @param caption what it shows
 * @param nodes the things
 * @param links what leads where; from a lower layer to a higher one, except where a loop comes back
 */
public record Network(Caption caption, List<Node> nodes, List<Link> links) implements Captioned {

    /**
     * Copies and checks the nodes and links.
     *
     * @throws IllegalArgumentException if two nodes share an id, two links both ends, or a link names no node
     */
    public Network {
        Objects.requireNonNull(caption, "caption");
        nodes = ImmutableList.copyOf(nodes);
        links = ImmutableList.copyOf(links);
        Map<String, Node> known = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (known.put(node.id(), node) != null) {
                throw new IllegalArgumentException("Network '%s': two nodes have the id '%s'. Maybe add its kind to it."
                        .formatted(caption.title(), node.id()));
            }
        }
        Set<String> drawn = new TreeSet<>();
        for (Link link : links) {
            if (!known.containsKey(link.source()) || !known.containsKey(link.target())) {
                throw new IllegalArgumentException("Network '%s': no node '%s' (link %s -> %s seen). Maybe add it."
                        .formatted(
                                caption.title(),
                                known.containsKey(link.source()) ? link.target() : link.source(),
                                link.source(),
                                link.target()));
            }
            if (!drawn.add(link.source() + "\n" + link.target())) {
                throw new IllegalArgumentException("Network '%s': two links %s -> %s. Maybe join them."
                        .formatted(caption.title(), link.source(), link.target()));
            }
        }
    }

    /** What a node takes of what leads to it. */
    public enum Needs {
        /** All of it: it is made of each. */
        ALL,
        /** Any of it: one will do for another. */
        ANY,
        /** Any of it, and nothing is made of it here: the end of the way. */
        END
    }

    /** What is special about a node or a link, from the weakest to the strongest. */
    public enum Mark {
        /** Nothing. */
        PLAIN,
        /** Nothing is left if it is lost together with others. */
        JOINT,
        /** It comes through few hands. */
        NARROW,
        /** Its loss costs much. */
        CHOKEPOINT,
        /** Nothing is left without it. */
        ESSENTIAL,
        /** It may not be used. */
        BLOCKED,
        /** It is gone. */
        LOST
    }

    /**
     * A thing.
     *
     * @param id unique among the nodes
     * @param label what people read
     * @param layer its place from source (0) to use
     * @param needs what it takes of what leads to it
     * @param places where it can be had or done, of which any will do; may be empty
     * @param details more lines; may be empty
     * @param mark what is special about it
     * @param remark why it is marked; may be empty
     */
    public record Node(
            String id,
            String label,
            int layer,
            Needs needs,
            List<String> places,
            List<String> details,
            Mark mark,
            String remark) {
        /**
         * Copies the lines and checks the layer.
         *
         * @throws IllegalArgumentException if the layer is negative
         */
        public Node {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(needs, "needs");
            Objects.requireNonNull(mark, "mark");
            Objects.requireNonNull(remark, "remark");
            places = ImmutableList.copyOf(places);
            details = ImmutableList.copyOf(details);
            if (layer < 0) {
                throw new IllegalArgumentException(
                        "Node '%s': the layer is %s. Maybe count layers from 0.".formatted(id, layer));
            }
        }

        /**
         * A plain node.
         *
         * @param id unique among the nodes
         * @param label what people read
         * @param layer its place from source (0) to use
         * @param needs what it takes of what leads to it
         * @param details more lines
         * @return the node
         */
        public static Node of(String id, String label, int layer, Needs needs, String... details) {
            return new Node(id, label, layer, needs, ImmutableList.of(), ImmutableList.copyOf(details), Mark.PLAIN, "");
        }

        /**
         * A copy in another layer.
         *
         * @param where its place from source (0) to use
         * @return the copy
         * @throws IllegalArgumentException if it is below 0
         */
        public Node at(int where) {
            return new Node(id, label, where, needs, places, details, mark, remark);
        }

        /**
         * A copy with other places.
         *
         * @param where where it can be had or done, of which any will do
         * @return the copy
         */
        public Node in(List<String> where) {
            return new Node(id, label, layer, needs, where, details, mark, remark);
        }

        /**
         * A copy with a mark.
         *
         * @param what what is special about it
         * @param why why, in a few words; may be empty
         * @return the copy
         */
        public Node mark(Mark what, String why) {
            return new Node(id, label, layer, needs, places, details, what, why);
        }
    }

    /**
     * What leads from one thing to another.
     *
     * @param source the id of the node it leaves
     * @param target the id of the node it reaches
     * @param mark what is special about it
     */
    public record Link(String source, String target, Mark mark) {
        /** Checks that nothing is missing. */
        public Link {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(mark, "mark");
        }

        /**
         * A plain link.
         *
         * @param source the id of the node it leaves
         * @param target the id of the node it reaches
         * @return the link
         */
        public static Link of(String source, String target) {
            return new Link(source, target, Mark.PLAIN);
        }

        /**
         * A copy with a mark.
         *
         * @param what what is special about it
         * @return the copy
         */
        public Link mark(Mark what) {
            return new Link(source, target, what);
        }
    }
}
