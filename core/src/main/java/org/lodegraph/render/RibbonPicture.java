package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodegraph.measure.Numbers;
import org.lodegraph.render.RibbonLayout.Band;
import org.lodegraph.render.RibbonLayout.Box;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Mark;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;

/** A Sankey diagram. Labels of the first and the last layer stand outside, so that only the middle ones lie on ribbons. */
record RibbonPicture(Ribbons whole, Ribbons ribbons, int layers, RibbonLayout layout, Map<String, String> colors)
        implements Picture {

    /** The units across the drawing of the ribbons; it is stretched to the width of the page. */
    private static final double ACROSS = 1000;

    /** A page of 600 px has so much room, so that up to five layers need no scrolling there. */
    private static final int WIDEST = 550;

    private static final double NODE = 10;
    private static final double HEADING = 22;
    private static final double LINE = 18;
    private static final double NAME_LINE = 15;

    static RibbonPicture of(Ribbons whole, Palette palette) {
        RibbonPicture gray = of(whole, Double.MAX_VALUE);
        return gray.in(colors(List.of(gray), palette));
    }

    /** All in gray, at most so many pixels per unit of flow. */
    static RibbonPicture of(Ribbons whole, double most) {
        Ribbons ribbons = Fold.fold(whole);
        int layers = count(ribbons);
        RibbonLayout layout = RibbonLayout.of(ribbons, 20 + NAME_LINE * nameLines(ribbons, layers), most);
        return new RibbonPicture(whole, ribbons, layers, layout, ImmutableMap.of());
    }

    /** The same in colors, by label. */
    RibbonPicture in(Map<String, String> dealt) {
        return new RibbonPicture(whole, ribbons, layers, layout, dealt);
    }

    /**
     * Colors by label, the same in every layer and in every picture of these: the largest have colors of their own, by what
     * passes through them at the layer where that is most, summed over the pictures.
     */
    static Map<String, String> colors(List<RibbonPicture> pictures, Palette palette) {
        Map<String, Double> weight = new LinkedHashMap<>();
        pictures.forEach(each -> each.weights().forEach((label, value) -> weight.merge(label, value, Double::sum)));
        return palette.colors(weight.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList());
    }

    private static int count(Ribbons ribbons) {
        return (int) ribbons.nodes().stream().mapToInt(Node::layer).distinct().count();
    }

    /** How many lines the longest name takes. */
    private static int nameLines(Ribbons ribbons, int layers) {
        return ribbons.nodes().stream()
                .mapToInt(node -> lines(Words.name(node.label()), layers).size())
                .max()
                .orElse(1);
    }

    private static List<String> lines(String name, int layers) {
        return Words.lines(name, LETTER, room(layers), 3);
    }

    @Override
    public Caption caption() {
        return ribbons.caption();
    }

    @Override
    public String facts() {
        return Amounts.facts(ribbons.caption(), ribbons.unit());
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(
                ribbons.ribbons().size() + " flows between " + layout.boxes().size() + " nodes");
        ribbons.ribbons().forEach(ribbon -> text.append("; ").append(tip(ribbon)));
        return Words.clean(text.toString(), Words.REMARK);
    }

    private String label(String id) {
        return ribbons.nodes().stream()
                .filter(node -> node.id().equals(id))
                .map(node -> Words.name(node.label()))
                .findFirst()
                .orElse(id);
    }

    private String tip(Ribbon ribbon) {
        String word = Tables.word(ribbon.mark());
        return label(ribbon.source()) + " to " + label(ribbon.target()) + ": "
                + Amounts.label(Cell.number(ribbon.value(), ribbons.unit()), ribbons.unit())
                + (word.isEmpty() ? "" : " (" + word + ")");
    }

    @Override
    public double height() {
        return top() + layout.height() + 6 + LINE * remarks().size() + keyHeight();
    }

    private double keyHeight() {
        return Draw.legendHeight(ImmutableList.copyOf(key("").keySet()));
    }

    private double top() {
        int lines = headings().entrySet().stream()
                .mapToInt(heading -> lines(heading.getKey(), heading.getValue()).size())
                .max()
                .orElse(0);
        return lines == 0 ? 0 : HEADING + NAME_LINE * (lines - 1);
    }

    /** A heading has the room between it and the next ones. */
    private List<String> lines(int layer, String heading) {
        boolean outer = layer == 0 || layer == layers - 1;
        double gap = least() * (1 - 2 * margin(layers)) / Math.max(1, layers - 1);
        double room = outer ? Math.min(least() * margin(layers) + NODE / 2, 2 * gap) : gap - 8;
        return Words.lines(heading, SMALL, room, 3);
    }

    @Override
    public int least() {
        return least(layers);
    }

    private static int least(int layers) {
        return layers <= 3 ? NARROWEST : Math.min(WIDEST, 130 * layers);
    }

    /** The part of the width that is left to the labels on either side. */
    private static double margin(int layers) {
        return switch (layers) {
            case 0, 1, 2 -> 0.28;
            case 3 -> 0.24;
            case 4 -> 0.18;
            default -> 0.15;
        };
    }

    /** The room beside a node, in pixels. */
    private static double room(int layers) {
        double gap = (1 - 2 * margin(layers)) / Math.max(1, layers - 1);
        return least(layers) * Math.min(margin(layers), gap) - NODE / 2 - 6;
    }

    /** Where a layer stands across the picture. */
    private double across(int layer) {
        int gaps = Math.max(1, layers - 1);
        return margin(layers) + (1 - 2 * margin(layers)) * layer / gaps;
    }

    /** The headings of the layers that are there, by place. */
    private Map<Integer, String> headings() {
        Map<Integer, String> headings = new TreeMap<>();
        layout.boxes().forEach(box -> {
            if (box.node().layer() < ribbons.layers().size()) {
                headings.put(
                        box.layer(), Words.name(ribbons.layers().get(box.node().layer())));
            }
        });
        return headings;
    }

    /** What a reader must know to read the widths and patterns. */
    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<Double> values = ribbons.ribbons().stream()
                .map(Ribbon::value)
                .filter(value -> value > 0)
                .sorted()
                .toList();
        if (values.isEmpty()) {
            remarks.add("nothing flows");
        } else if (values.get(0) * layout.scale() < RibbonLayout.THINNEST) {
            String thinnest = Amounts.label(Cell.number(scaled(), ribbons.unit()), ribbons.unit());
            remarks.addAll(Words.lines("ribbons below " + thinnest + " are wider than to scale", SMALL, least(), 3));
        }
        int folded = whole.nodes().size() - ribbons.nodes().size();
        if (folded > 0) {
            remarks.add("the smallest nodes of a layer are drawn as one");
        }
        return remarks;
    }

    /** What is below is drawn wider than to scale: the least flow that is not, rounded down to two digits. */
    private double scaled() {
        return new BigDecimal(RibbonLayout.THINNEST / layout.scale())
                .round(new MathContext(2, RoundingMode.DOWN))
                .doubleValue();
    }

    /** What the patterns mean. */
    private Map<String, String> key(String prefix) {
        Map<String, String> key = new LinkedHashMap<>();
        ribbons.ribbons().forEach(ribbon -> {
            String word = Tables.word(ribbon.mark());
            switch (ribbon.mark()) {
                case BLOCKED -> key.put(word, "url(#" + prefix + "-hatch)");
                case LOST -> key.put(word, "lg-lost");
                case GAINED -> key.put(word, "lg-gained lg-empty");
                case PLAIN -> {}
            }
        });
        return key;
    }

    @Override
    public void draw(Markup svg, String prefix) {
        Draw.hatch(svg, prefix);
        headings().forEach((layer, heading) -> {
            String anchor = layer == 0 ? "end" : layer == layers - 1 ? "start" : "middle";
            double shift = layer == 0 ? NODE / 2 : layer == layers - 1 ? -NODE / 2 : 0;
            List<String> lines = lines(layer, heading);
            for (int line = 0; line < lines.size(); line++) {
                double y = top() - HEADING + 13 - NAME_LINE * (lines.size() - 1 - line);
                Draw.text(svg, "lg-soft", across(layer), shift, y, anchor, lines.get(line));
            }
        });
        svg.open(
                        "svg",
                        "y",
                        Markup.number(top()),
                        "width",
                        "100%",
                        "height",
                        Markup.number(layout.height()),
                        "viewBox",
                        "0 0 " + Markup.number(ACROSS) + " " + Markup.number(layout.height()),
                        "preserveAspectRatio",
                        "none")
                .line();
        layout.bands().stream()
                .sorted(Comparator.comparing((Band band) -> -band.width()))
                .forEach(band -> band(svg, prefix, band));
        svg.close().line();
        for (Box box : layout.boxes()) {
            svg.open(
                    "rect",
                    "class",
                    color(box.node().id()),
                    "x",
                    Markup.across(across(box.layer())),
                    "y",
                    Markup.number(top() + box.top()),
                    "width",
                    Markup.number(NODE),
                    "height",
                    Markup.number(box.height()),
                    "transform",
                    "translate(" + Markup.number(-NODE / 2) + ")");
            svg.element("title", label(box.node().id()) + ": " + amount(box))
                    .close()
                    .line();
        }
        layout.boxes().forEach(box -> label(svg, box));
        Draw.legend(svg, key(prefix), top() + layout.height() + 4);
        double y = top() + layout.height() + 4 + keyHeight();
        for (String remark : remarks()) {
            y += LINE;
            Draw.text(svg, "lg-soft", 0, 0, y - 5, "start", remark);
        }
    }

    private String amount(Box box) {
        return Amounts.label(Cell.number(Numbers.published(box.value()), ribbons.unit()), ribbons.unit());
    }

    /** Without its unit, for which there is not always room: it stands below the title. */
    private String number(Box box) {
        return Amounts.bare(Cell.number(Numbers.published(box.value()), ribbons.unit()));
    }

    /** What passes through those that send something on, at the layer where that is most, by label. */
    private Map<String, Double> weights() {
        Map<String, Double> weights = new LinkedHashMap<>();
        layout.boxes().stream()
                .filter(box -> !isSink(box) && !label(box.node().id()).endsWith(" others"))
                .forEach(box -> weights.merge(label(box.node().id()), box.value(), Math::max));
        return weights;
    }

    private boolean isSink(Box box) {
        return ribbons.ribbons().stream()
                .noneMatch(ribbon -> ribbon.source().equals(box.node().id()));
    }

    private String color(String id) {
        return colors.getOrDefault(label(id), Palette.GRAY);
    }

    private void band(Markup svg, String prefix, Band band) {
        Ribbon ribbon = band.ribbon();
        String style = switch (ribbon.mark()) {
            case PLAIN -> "lg-flow " + color(ribbon.source());
            case LOST, BLOCKED -> "lg-lost";
            case GAINED -> "lg-flow lg-gained " + color(ribbon.source());
        };
        String path = path(band);
        svg.open("path", "class", style, "d", path, "vector-effect", "non-scaling-stroke");
        svg.element("title", tip(ribbon)).close().line();
        if (ribbon.mark() == Mark.BLOCKED) {
            svg.open("path", "fill", "url(#" + prefix + "-hatch)", "d", path);
            svg.element("title", tip(ribbon)).close().line();
        }
    }

    private String path(Band band) {
        StringBuilder path = new StringBuilder();
        int last = band.tops().size() - 1;
        path.append('M').append(point(band, 0, 0));
        for (int i = 1; i <= last; i++) {
            curve(path, band, i - 1, i, 0);
        }
        path.append('L').append(point(band, last, band.width()));
        for (int i = last - 1; i >= 0; i--) {
            curve(path, band, i + 1, i, band.width());
        }
        return path.append('Z').toString();
    }

    private void curve(StringBuilder path, Band band, int from, int to, double below) {
        double middle = (x(band, from) + x(band, to)) / 2;
        path.append('C')
                .append(Markup.number(middle))
                .append(' ')
                .append(Markup.number(band.tops().get(from) + below));
        path.append(' ')
                .append(Markup.number(middle))
                .append(' ')
                .append(Markup.number(band.tops().get(to) + below));
        path.append(' ').append(point(band, to, below));
    }

    private double x(Band band, int stop) {
        return ACROSS * across(band.layer() + stop);
    }

    private String point(Band band, int stop, double below) {
        return Markup.number(x(band, stop)) + " " + Markup.number(band.tops().get(stop) + below);
    }

    private void label(Markup svg, Box box) {
        boolean first = box.layer() == 0 && layers > 1;
        boolean last = box.layer() == layers - 1;
        String anchor = first ? "end" : "start";
        double shift = first ? -NODE / 2 - 5 : NODE / 2 + 5;
        String halo = first || last ? "" : " lg-halo";
        double at = across(box.layer());
        List<String> lines = lines(label(box.node().id()), layers);
        String amount = Words.fit(number(box), SMALL, room(layers));
        double y = top() + box.middle() - NAME_LINE * (lines.size() - 1) / 2.0 - 2;
        if (!first && !last) {
            plate(svg, at, shift, y, lines, amount);
        }
        for (String line : lines) {
            Draw.text(svg, "lg-ink" + halo, at, shift, y, anchor, line);
            y += NAME_LINE;
        }
        Draw.text(svg, "lg-soft" + halo, at, shift, y - 1, anchor, amount);
    }

    /** Keeps apart the words and the ribbons behind them. */
    private static void plate(Markup svg, double at, double shift, double y, List<String> lines, String amount) {
        double widest = lines.stream()
                .mapToDouble(line -> Words.width(line, LETTER))
                .reduce(Words.width(amount, SMALL), Math::max);
        svg.leaf(
                        "rect",
                        "class",
                        "lg-plate",
                        "x",
                        Markup.across(at),
                        "y",
                        Markup.number(y - LETTER),
                        "width",
                        Markup.number(widest + 4),
                        "height",
                        Markup.number(NAME_LINE * (lines.size() + 1) + 2),
                        "rx",
                        "3",
                        "transform",
                        "translate(" + Markup.number(shift - 3) + ")")
                .line();
    }
}
