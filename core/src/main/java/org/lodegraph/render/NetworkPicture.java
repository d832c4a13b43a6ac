package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lodegraph.render.NetworkLayout.Box;
import org.lodegraph.render.NetworkLayout.Way;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.report.Network.Needs;
import org.lodegraph.report.Network.Node;

/**
 * A network down the page. What needs all is a box under a bar to which solid lines lead; what needs any is round under a
 * ring to which dashed lines lead; the end is a box on a bar. Marks have a sign and words besides their color.
 */
record NetworkPicture(Network whole, Network network, NetworkLayout layout, List<Double> tops, double bottom)
        implements Picture {

    /** The units across the drawing of the lines; it is stretched to the width of the page. */
    private static final double ACROSS = 1000;

    /** What a node needs across, in pixels. */
    private static final double ROOM = 104;

    private static final double NAME_LINE = 16;
    /** So many lines a name may take; none of the reference data takes more. */
    private static final int NAME_LINES = 6;

    private static final int MARK_LINES = 8;
    private static final double LINE = 15;
    private static final double PAD = 8;
    private static final double AIR = 40;
    private static final double GAP = 10;
    private static final double TOP = 8;
    /** So many suppliers are told of a node. */
    private static final int TOLD = 8;
    /** How much wider bold letters are. */
    private static final double BOLD = 1.08;

    /** A line of words in a box. */
    private record Text(String style, double size, String words) {}

    static NetworkPicture of(Network whole) {
        Network network = NetworkFold.fold(whole);
        NetworkLayout layout = NetworkLayout.of(network);
        NetworkPicture picture = new NetworkPicture(whole, network, layout, ImmutableList.of(), 0);
        ImmutableList.Builder<Double> tops = ImmutableList.builder();
        double y = TOP;
        for (int layer = 0; layer < layout.layers(); layer++) {
            int number = layer;
            tops.add(y);
            y += AIR
                    + layout.boxes().stream()
                            .filter(box -> box.layer() == number)
                            .mapToDouble(picture::height)
                            .max()
                            .orElse(0);
        }
        return new NetworkPicture(whole, network, layout, tops.build(), Math.max(TOP, y - AIR));
    }

    @Override
    public Caption caption() {
        return network.caption();
    }

    @Override
    public String facts() {
        return Amounts.facts(network.caption());
    }

    @Override
    public int least() {
        return (int) Math.max(NARROWEST, Math.ceil(ROOM * layout.units()));
    }

    @Override
    public double height() {
        return bottom + 10 + key().height() + LINE * remarks().size() + 4;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(network.nodes().size() + " nodes in " + layout.layers() + " layers.");
        network.nodes().forEach(node -> text.append(' ').append(tip(node)).append('.'));
        return Words.clean(text.toString(), Words.REMARK);
    }

    // ---- words

    private List<String> suppliers(Node node) {
        return network.links().stream()
                .filter(link -> link.target().equals(node.id()))
                .map(link -> label(link.source()) + Tables.marked(link))
                .toList();
    }

    private String label(String id) {
        return network.nodes().stream()
                .filter(node -> node.id().equals(id))
                .map(node -> Words.name(node.label()))
                .findFirst()
                .orElse(id);
    }

    private String tip(Node node) {
        List<String> all = suppliers(node);
        List<String> suppliers = all.size() <= TOLD
                ? all
                : ImmutableList.<String>builder()
                        .addAll(all.subList(0, TOLD - 1))
                        .add((all.size() - TOLD + 1) + " more")
                        .build();
        return Tables.told(node, suppliers);
    }

    /** Whether several lead to it; what is drawn as one with others says nothing about that. */
    private boolean isGate(Node node) {
        return !isFolded(node)
                && network.links().stream()
                                .filter(link -> link.target().equals(node.id()))
                                .count()
                        > 1;
    }

    private boolean isFolded(Node node) {
        return whole.nodes().stream()
                .noneMatch(each -> each.id().equals(node.id()) && each.label().equals(node.label()));
    }

    /** Whether a loop is one also before layers and nodes were drawn together. */
    private boolean isTold(Link loop) {
        List<Node> ends = network.nodes().stream()
                .filter(node -> node.id().equals(loop.source()) || node.id().equals(loop.target()))
                .toList();
        boolean level = ends.stream().map(Node::layer).distinct().count() < 2;
        boolean joined = whole.nodes().stream().map(Node::layer).distinct().count() > layout.layers();
        return ends.stream().noneMatch(this::isFolded) && !(level && joined);
    }

    private List<Text> texts(Box box) {
        Node node = box.node();
        double room = box.width() * least() - GAP - 10;
        List<Text> texts = new ArrayList<>();
        if (isGate(node)) {
            texts.add(new Text(
                    "lg-soft",
                    SMALL,
                    Words.fit(node.needs() == Needs.ALL ? "all of these" : "any of these", SMALL, room)));
        }
        Words.lines(Words.name(node.label()), LETTER * BOLD, room, NAME_LINES)
                .forEach(line -> texts.add(new Text("lg-value", LETTER, line)));
        List<String> places = node.places().size() < 2
                ? node.places().stream().map(place -> "in " + place).toList()
                : ImmutableList.<String>builder()
                        .add("in any of")
                        .addAll(node.places())
                        .build();
        Stream.concat(places.stream(), node.details().stream())
                .forEach(detail -> Words.lines(Words.name(detail), SMALL, room, 3)
                        .forEach(line -> texts.add(new Text("lg-soft", SMALL, line))));
        layout.loops().stream()
                .filter(loop -> loop.target().equals(node.id()) && isTold(loop))
                .limit(2)
                .forEach(loop -> Words.lines("and back from " + label(loop.source()), SMALL, room, 2)
                        .forEach(line -> texts.add(new Text("lg-soft", SMALL, line))));
        if (node.mark() != Mark.PLAIN) {
            Words.lines(Words.name(Tables.marked(node)), LETTER, room, MARK_LINES)
                    .forEach(line -> texts.add(new Text("lg-ink", LETTER, line)));
        }
        return texts;
    }

    private double height(Box box) {
        return 2 * PAD
                + texts(box).stream()
                        .mapToDouble(text -> text.size() == LETTER ? NAME_LINE : LINE)
                        .sum();
    }

    private double top(Box box) {
        return tops.get(box.layer());
    }

    private List<String> remarks() {
        return whole.nodes().size() == network.nodes().size()
                        && whole.links().size() == network.links().size()
                ? ImmutableList.of()
                : Words.lines(
                        "drawn of %s things and %s links: the main ones; the table has all"
                                .formatted(whole.nodes().size(), whole.links().size()),
                        SMALL,
                        NARROWEST,
                        2);
    }

    // ---- drawing

    @Override
    public void draw(Markup svg, String prefix) {
        Draw.hatch(svg, prefix);
        lines(svg);
        layout.boxes().forEach(box -> box(svg, prefix, box));
        signs(svg);
        key().draw(svg, bottom + 10);
        notes(svg);
    }

    /** Where each way ends at its target: side by side on a bar, together on a ring. */
    private Map<Way, Double> ends() {
        ImmutableListMultimap<String, Way> into =
                Multimaps.index(layout.ways(), way -> way.link().target());
        Map<Way, Double> ends = new LinkedHashMap<>();
        for (Box box : layout.boxes()) {
            List<Way> ways = into.get(box.node().id()).stream()
                    .sorted(Comparator.comparing(
                            way -> way.stops().get(way.stops().size() - 2)))
                    .toList();
            for (int i = 0; i < ways.size(); i++) {
                double side = box.node().needs() == Needs.ALL ? (i + 1.0) / (ways.size() + 1) - 0.5 : 0;
                ends.put(ways.get(i), box.center() + side * (box.width() - GAP / least()) * 0.9);
            }
        }
        return ends;
    }

    private void lines(Markup svg) {
        Map<String, Box> boxes = new LinkedHashMap<>();
        layout.boxes().forEach(box -> boxes.put(box.node().id(), box));
        Map<Way, Double> ends = ends();
        svg.open(
                        "svg",
                        "width",
                        "100%",
                        "height",
                        Markup.number(bottom),
                        "viewBox",
                        "0 0 " + Markup.number(ACROSS) + " " + Markup.number(bottom),
                        "preserveAspectRatio",
                        "none")
                .line();
        for (Way way : layout.ways()) {
            Box source = boxes.get(way.link().source());
            Box target = boxes.get(way.link().target());
            if (source == null || target == null) {
                continue;
            }
            StringBuilder path = new StringBuilder("M");
            double x = way.stops().get(0);
            double y = top(source) + height(source);
            path.append(point(x, y));
            int last = way.stops().size() - 1;
            for (int i = 1; i <= last; i++) {
                double nextX = i == last
                        ? ends.getOrDefault(way, target.center())
                        : way.stops().get(i);
                double nextY = tops.get(way.layer() + i) - (i == last && isRing(target) ? 5 : 0);
                // From the foot of its box a line runs straight down, past the others of the layer.
                double foot = i == 1 ? Math.max(y, foot(way.layer())) : y;
                path.append('L').append(point(x, foot));
                double middle = (foot + nextY) / 2;
                path.append('C').append(point(x, middle)).append(' ').append(point(nextX, middle));
                path.append(' ').append(point(nextX, nextY));
                x = nextX;
                y = nextY;
                if (i < last) {
                    y = foot(way.layer() + i);
                    path.append('L').append(point(x, y));
                }
            }
            svg.open(
                    "path",
                    "class",
                    "lg-wire" + (isRing(target) ? " lg-any" : "")
                            + NetworkKey.style(way.link().mark()),
                    "d",
                    path.toString(),
                    "vector-effect",
                    "non-scaling-stroke");
            svg.element("title", tip(way.link())).close().line();
        }
        svg.close().line();
    }

    private String tip(Link link) {
        return label(link.source()) + " to " + label(link.target()) + Tables.marked(link);
    }

    private boolean isRing(Box box) {
        return box.node().needs() != Needs.ALL && isGate(box.node());
    }

    /** Where the tallest box of a layer ends. */
    private double foot(int layer) {
        return layer + 1 < tops.size() ? tops.get(layer + 1) - AIR : bottom;
    }

    private static String point(double across, double y) {
        return Markup.number(across * ACROSS) + " " + Markup.number(y);
    }

    private void box(Markup svg, String prefix, Box box) {
        Node node = box.node();
        double width = box.width() - GAP / least();
        double top = top(box);
        shape(svg, box, form(node.needs()) + NetworkKey.style(node.mark()), tip(node));
        if (node.mark() == Mark.BLOCKED || node.mark() == Mark.LOST) {
            Draw.hatched(svg, prefix, box.center() - width / 2, box.center() + width / 2, top, 5, "");
        }
        if (node.needs() == Needs.ALL && isGate(node)) {
            Draw.bar(svg, "lg-gate", box.center() - width / 2, box.center() + width / 2, top - 2, 5, "");
        } else if (node.needs() == Needs.END) {
            Draw.bar(svg, "lg-gate", box.center() - width / 2, box.center() + width / 2, top + height(box) - 4, 4, "");
        }
        if (isRing(box)) {
            svg.leaf(
                            "circle",
                            "class",
                            "lg-ring",
                            "cx",
                            Markup.across(box.center()),
                            "cy",
                            Markup.number(top),
                            "r",
                            "5")
                    .line();
        }
        double y = top + PAD;
        for (Text text : texts(box)) {
            y += text.size() == LETTER ? NAME_LINE : LINE;
            Draw.text(svg, text.style(), box.center(), 0, y - 4, "middle", text.words());
        }
    }

    private static String form(Needs needs) {
        return switch (needs) {
            case ALL -> "lg-all";
            case ANY -> "lg-one";
            case END -> "lg-goal";
        };
    }

    private void shape(Markup svg, Box box, String style, String tip) {
        double width = box.width() - GAP / least();
        svg.open(
                "rect",
                "class",
                style,
                "x",
                Markup.across(box.center() - width / 2),
                "y",
                Markup.number(top(box)),
                "width",
                Markup.across(width),
                "height",
                Markup.number(height(box)),
                "rx",
                box.node().needs() == Needs.ANY ? "14" : "2");
        svg.element("title", tip).close().line();
    }

    /** Diamonds on what is narrow, crosses on what is gone, at nodes and halfway along links. */
    private void signs(Markup svg) {
        for (Box box : layout.boxes()) {
            double width = box.width() - GAP / least();
            NetworkKey.sign(svg, box.node().mark(), box.center() - width / 2, top(box), 9);
        }
        Map<Way, Double> ends = ends();
        for (Way way : layout.ways()) {
            double start = way.stops().get(way.stops().size() - 2);
            double end = ends.getOrDefault(way, start);
            double y = tops.get(way.layer() + way.stops().size() - 1) - AIR / 2;
            NetworkKey.sign(svg, way.link().mark(), (start + end) / 2, y, 0);
        }
    }

    // ---- what shapes and lines mean

    private NetworkKey key() {
        NetworkKey key = new NetworkKey();
        for (Node node : network.nodes()) {
            if (isGate(node)) {
                key.gate(node.needs());
            }
            key.mark(node.mark());
        }
        network.links().forEach(link -> key.mark(link.mark()));
        return key;
    }

    private void notes(Markup svg) {
        double y = bottom + 10 + key().height();
        for (String remark : remarks()) {
            y += LINE;
            Draw.text(svg, "lg-soft", 0, 0, y - 3, "start", remark);
        }
    }
}
