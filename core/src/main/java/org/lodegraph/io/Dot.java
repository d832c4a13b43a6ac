package org.lodegraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lodegraph.graph.Arc;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;

/**
 * A supply graph in the DOT language of Graphviz: {@code dot -Tsvg chain.dot}. What needs all of its inputs is a box,
 * what needs any is an ellipse, a source is a house. The same graph always becomes the same bytes.
 */
public final class Dot {

    private Dot() {}

    /**
     * Writes a graph as text.
     *
     * @param graph the graph
     * @return the document; save it as UTF-8
     */
    public static String text(SupplyGraph graph) {
        return Written.text(out -> write(graph, out));
    }

    /**
     * Writes a graph into a file.
     *
     * @param graph the graph
     * @param file which file; replaced if it is there
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(SupplyGraph graph, Path file) {
        Written.to(file, out -> write(graph, out));
    }

    private static void write(SupplyGraph graph, Appendable out) throws IOException {
        out.append("digraph supply {\n  rankdir=LR;\n");
        for (Node node : graph.nodes()) {
            out.append("  ")
                    .append(quoted(node.id()))
                    .append(" [label=")
                    .append(quoted(node.label()))
                    .append(", shape=")
                    .append(shape(node))
                    .append("];\n");
        }
        for (Arc arc : graph.arcs()) {
            out.append("  ")
                    .append(quoted(arc.source().id()))
                    .append(" -> ")
                    .append(quoted(arc.target().id()))
                    .append(" [label=")
                    .append(quoted(arc.label()))
                    .append("];\n");
        }
        out.append("}\n");
    }

    private static String shape(Node node) {
        return switch (node.needs()) {
            case ALL -> "box";
            case ANY -> "ellipse";
            case NOTHING -> "house";
        };
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(point);
                case '\n' -> quoted.append("\\n");
                default -> quoted.appendCodePoint(Character.isISOControl(point) ? '\uFFFD' : point);
            }
        });
        return quoted.append('"').toString();
    }
}
