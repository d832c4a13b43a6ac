package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lodegraph.measure.Unit;

/**
 * Flows between nodes that stand in layers, each as wide as it is large (a Sankey diagram).
 *
 * @param caption what they show
 * @param unit the unit of every flow
 * @param layers the headings of the layers from source to use; empty if they need none
 * @param nodes the nodes
 * @param ribbons the flows between them, each from a lower layer to a higher one
 */
public record Ribbons(Caption caption, Unit unit, List<String> layers, List<Node> nodes, List<Ribbon> ribbons)
        implements Captioned {

    /**
     * Copies and checks the nodes and flows.
     *
     * @throws IllegalArgumentException if two nodes share an id, a ribbon names no node, or it does not lead to a higher
     *     layer
     */
    public Ribbons {
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(unit, "unit");
        layers = ImmutableList.copyOf(layers);
        nodes = ImmutableList.copyOf(nodes);
        ribbons = ImmutableList.copyOf(ribbons);
        Map<String, Node> known = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (known.put(node.id(), node) != null) {
                throw new IllegalArgumentException(
                        "Ribbons '%s': two nodes have the id '%s'. Maybe add the layer to it."
                                .formatted(caption.title(), node.id()));
            }
        }
        for (Ribbon ribbon : ribbons) {
            Node source = known.get(ribbon.source());
            Node target = known.get(ribbon.target());
            if (source == null || target == null) {
                throw new IllegalArgumentException("Ribbons '%s': no node '%s' (ribbon %s -> %s seen). Maybe add it."
                        .formatted(
                                caption.title(),
                                source == null ? ribbon.source() : ribbon.target(),
                                ribbon.source(),
                                ribbon.target()));
            }
            if (source.layer() >= target.layer()) {
                throw new IllegalArgumentException(
                        "Ribbons '%s': the ribbon %s -> %s leads from layer %s to %s. Maybe give what returns a node in a higher layer."
                                .formatted(
                                        caption.title(),
                                        ribbon.source(),
                                        ribbon.target(),
                                        source.layer(),
                                        target.layer()));
            }
        }
    }

    /**
     * Ribbons without layer headings.
     *
     * @param caption what they show
     * @param unit the unit of every flow
     * @param nodes the nodes
     * @param ribbons the flows
     * @return the part
     */
    public static Ribbons of(Caption caption, Unit unit, List<Node> nodes, List<Ribbon> ribbons) {
        return new Ribbons(caption, unit, ImmutableList.of(), nodes, ribbons);
    }

    /**
     * A copy with headings.
     *
     * @param headings one per layer, from source to use
     * @return the copy
     */
    public Ribbons layers(String... headings) {
        return new Ribbons(caption, unit, ImmutableList.copyOf(headings), nodes, ribbons);
    }

    /**
     * A copy with another title.
     *
     * @param what what is shown
     * @return the copy
     */
    public Ribbons titled(String what) {
        return new Ribbons(caption.titled(what), unit, layers, nodes, ribbons);
    }

    /** What is special about a flow. */
    public enum Mark {
        /** Nothing. */
        PLAIN,
        /** It may not flow. */
        BLOCKED,
        /** It flowed before and does not now. */
        LOST,
        /** It flows now and did not before. */
        GAINED
    }

    /**
     * A node.
     *
     * @param id unique among the nodes
     * @param label what people read
     * @param layer its place from source (0) to use
     */
    public record Node(String id, String label, int layer) {
        /**
         * Checks the layer.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Node {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(label, "label");
            if (layer < 0) {
                throw new IllegalArgumentException(
                        "Node '%s': the layer is %s. Maybe count layers from 0.".formatted(id, layer));
            }
        }
    }

    /**
     * A flow.
     *
     * @param source the id of the node it leaves
     * @param target the id of the node it reaches
     * @param value how much; finite, not negative
     * @param mark what is special about it
     */
    public record Ribbon(String source, String target, double value, Mark mark) {
        /**
         * Checks the value.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public Ribbon {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(mark, "mark");
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "Ribbon %s -> %s: the value is %s. Maybe swap its ends, or leave it out."
                                .formatted(source, target, value));
            }
        }

        /**
         * A plain flow.
         *
         * @param source the id of the node it leaves
         * @param target the id of the node it reaches
         * @param value how much
         * @return the ribbon
         */
        public static Ribbon of(String source, String target, double value) {
            return new Ribbon(source, target, value, Mark.PLAIN);
        }

        /**
         * A copy with a mark.
         *
         * @param what what is special about it
         * @return the copy
         */
        public Ribbon mark(Mark what) {
            return new Ribbon(source, target, value, what);
        }
    }
}
