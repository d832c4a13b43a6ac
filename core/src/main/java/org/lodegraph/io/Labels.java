package org.lodegraph.io;

import java.util.LinkedHashMap;
import java.util.Locale;
import org.lodegraph.graph.Arc;
import org.lodegraph.graph.Node;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;

/** What files say about a node or an arc beside its id. */
final class Labels {

    private Labels() {}

    static LinkedHashMap<String, String> of(Node node) {
        LinkedHashMap<String, String> labels = new LinkedHashMap<>();
        labels.put("kind", kind(node));
        labels.put("label", node.label());
        labels.put("needs", node.needs().name().toLowerCase(Locale.ROOT));
        if (node instanceof Node.Place place) {
            labels.put("material", place.material().value());
        }
        if (node instanceof Node.Made made) {
            labels.put("country", made.country().value());
        } else if (node instanceof Node.Usable usable) {
            labels.put("country", usable.country().value());
        }
        return labels;
    }

    static LinkedHashMap<String, String> of(Arc arc) {
        LinkedHashMap<String, String> labels = new LinkedHashMap<>();
        labels.put("kind", arc.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        labels.put("label", arc.label());
        if (arc instanceof Arc.Feeds feeds) {
            put(labels, feeds.coefficient());
        } else if (arc instanceof Arc.Yields yields) {
            labels.put("role", yields.role().name().toLowerCase(Locale.ROOT));
            put(labels, yields.coefficient());
        }
        return labels;
    }

    /** The kind of a node, as its id says it. */
    static String kind(Node node) {
        return node.id().substring(0, node.id().indexOf(':'));
    }

    private static void put(LinkedHashMap<String, String> labels, Figure tonsPerTon) {
        labels.put("low", Numbers.exact(tonsPerTon.at(Reading.LOW, Unit.ONE)));
        labels.put("high", Numbers.exact(tonsPerTon.at(Reading.HIGH, Unit.ONE)));
    }
}
