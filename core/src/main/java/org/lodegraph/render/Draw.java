package org.lodegraph.render;

import java.util.List;
import java.util.Map;

/** The strokes that pictures share. */
final class Draw {

    private Draw() {}

    /** Words at a distance from the left edge, in pixels. */
    static void text(Markup svg, String style, double x, double y, String words) {
        svg.element("text", words, "class", style, "x", Markup.number(x), "y", Markup.number(y))
                .line();
    }

    /** Words beside a place across the picture: to its right (start), to its left (end) or around it (middle). */
    static void text(Markup svg, String style, double across, double shift, double y, String anchor, String words) {
        svg.element(
                        "text",
                        words,
                        "class",
                        style,
                        "x",
                        Markup.across(across),
                        "dx",
                        Markup.number(shift),
                        "y",
                        Markup.number(y),
                        "text-anchor",
                        anchor)
                .line();
    }

    /** A bar from one place across the picture to another; says what it is when pointed at. */
    static void bar(Markup svg, String style, double from, double to, double y, double height, String tip) {
        filled(svg, "class", style, from, to, y, height, tip);
    }

    /** A hatched bar: nobody knows. */
    static void hatched(Markup svg, String prefix, double from, double to, double y, double height, String tip) {
        filled(svg, "fill", "url(#" + prefix + "-hatch)", from, to, y, height, tip);
    }

    private static void filled(
            Markup svg, String key, String value, double from, double to, double y, double height, String tip) {
        svg.open(
                "rect",
                key,
                value,
                "x",
                Markup.across(from),
                "y",
                Markup.number(y),
                "width",
                Markup.across(Math.max(0, to - from)),
                "height",
                Markup.number(height));
        if (!tip.isEmpty()) {
            svg.element("title", tip);
        }
        svg.close().line();
    }

    /** A line between two places. */
    static void line(Markup svg, String style, double x1, double y1, double x2, double y2) {
        svg.leaf(
                        "line",
                        "class",
                        style,
                        "x1",
                        Markup.across(x1),
                        "y1",
                        Markup.number(y1),
                        "x2",
                        Markup.across(x2),
                        "y2",
                        Markup.number(y2))
                .line();
    }

    /** The pattern behind {@link #hatched}. */
    static void hatch(Markup svg, String prefix) {
        svg.open("defs")
                .open(
                        "pattern",
                        "id",
                        prefix + "-hatch",
                        "width",
                        "6",
                        "height",
                        "6",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)");
        svg.leaf("rect", "class", "lg-track", "width", "6", "height", "6");
        svg.leaf("rect", "class", "lg-hatch", "width", "2", "height", "6");
        svg.close().close().line();
    }

    /** The side of a place on which a label has the most room. */
    static String anchor(double across) {
        return across < 0.3 ? "start" : across > 0.7 ? "end" : "middle";
    }

    /** How much of the width a label has on the side of its {@link #anchor}. */
    static double room(double across) {
        return switch (anchor(across)) {
            case "start" -> 1 - across;
            case "end" -> across;
            default -> 2 * Math.min(across, 1 - across);
        };
    }

    /** How many columns a legend has. */
    private static int columns(List<String> names) {
        double longest = names.stream()
                .mapToDouble(name -> Words.width(name, Picture.SMALL))
                .max()
                .orElse(0);
        return longest < 88 ? 3 : longest < 145 ? 2 : 1;
    }

    /** The height of a legend. */
    static double legendHeight(List<String> names) {
        int columns = columns(names);
        return 20.0 * ((names.size() + columns - 1) / columns);
    }

    /** Which color stands for which name. */
    static void legend(Markup svg, Map<String, String> styles, double top) {
        List<String> names = List.copyOf(styles.keySet());
        int columns = columns(names);
        for (int i = 0; i < names.size(); i++) {
            double x = (double) (i % columns) / columns;
            double y = top + 20.0 * (i / columns);
            String style = styles.getOrDefault(names.get(i), Palette.GRAY);
            String key = style.startsWith("url") ? "fill" : "class";
            svg.leaf(
                    "rect",
                    key,
                    style,
                    "x",
                    Markup.across(x),
                    "y",
                    Markup.number(y + 4),
                    "width",
                    "12",
                    "height",
                    "12");
            String words = Words.fit(names.get(i), Picture.SMALL, (double) Picture.NARROWEST / columns - 22);
            text(svg, "lg-soft", x, 18, y + 14, "start", words);
        }
    }
}
