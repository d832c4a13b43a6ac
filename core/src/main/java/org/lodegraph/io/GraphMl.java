package org.lodegraph.io;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lodegraph.graph.Arc;
import org.lodegraph.graph.Node;
import org.lodegraph.graph.SupplyGraph;

/**
 * A supply graph as GraphML (Brandes and others 2002, <i>GraphML progress report</i>), which yEd, Gephi, NetworkX and
 * igraph read. Nodes and arcs come in the order of the graph; the same graph always becomes the same bytes.
 */
public final class GraphMl {

    private static final ImmutableMap<String, String> NODE_KEYS = ImmutableMap.of(
            "kind", "string", "label", "string", "needs", "string", "material", "string", "country", "string");
    private static final ImmutableMap<String, String> ARC_KEYS =
            ImmutableMap.of("kind", "string", "label", "string", "role", "string", "low", "double", "high", "double");

    private GraphMl() {}

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
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        keys(out, "node", "n-", NODE_KEYS);
        keys(out, "edge", "e-", ARC_KEYS);
        out.append("  <graph id=\"supply\" edgedefault=\"directed\">\n");
        for (Node node : graph.nodes()) {
            out.append("    <node id=\"").append(escaped(node.id())).append("\">");
            data(out, "n-", Labels.of(node));
            out.append("</node>\n");
        }
        for (Arc arc : graph.arcs()) {
            out.append("    <edge source=\"")
                    .append(escaped(arc.source().id()))
                    .append("\" target=\"")
                    .append(escaped(arc.target().id()))
                    .append("\">");
            data(out, "e-", Labels.of(arc));
            out.append("</edge>\n");
        }
        out.append("  </graph>\n</graphml>\n");
    }

    private static void keys(Appendable out, String element, String prefix, Map<String, String> keys)
            throws IOException {
        for (Map.Entry<String, String> key : keys.entrySet()) {
            out.append("  <key id=\"%s%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n"
                    .formatted(prefix, key.getKey(), element, key.getKey(), key.getValue()));
        }
    }

    private static void data(Appendable out, String prefix, LinkedHashMap<String, String> labels) throws IOException {
        for (Map.Entry<String, String> label : labels.entrySet()) {
            out.append("<data key=\"")
                    .append(prefix)
                    .append(label.getKey())
                    .append("\">")
                    .append(escaped(label.getValue()))
                    .append("</data>");
        }
    }

    /** Text for XML 1.0, which has no place for most control characters. */
    static String escaped(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> clean.append("&amp;");
                case '<' -> clean.append("&lt;");
                case '>' -> clean.append("&gt;");
                case '"' -> clean.append("&quot;");
                case '\t', '\n', '\r' -> clean.append("&#").append(point).append(';');
                default -> clean.appendCodePoint(isXml(point) ? point : '\uFFFD');
            }
        });
        return clean.toString();
    }

    private static boolean isXml(int point) {
        return point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
