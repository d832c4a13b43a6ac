package org.lodegraph.render;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.report.Network.Needs;

/** What the marks, lines and gates of a network look like and mean: of those that were met. Used once. */
final class NetworkKey {

    private static final double ENTRY = 20;
    private static final double LINE = 15;
    /** What stands before the words. */
    private static final double SIGN = 28;

    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final Set<Needs> gates = EnumSet.noneOf(Needs.class);

    void mark(Mark mark) {
        if (mark != Mark.PLAIN) {
            marks.add(mark);
        }
    }

    /** Several lead to a thing that needs all or any of it; the end of the way takes any. */
    void gate(Needs needs) {
        gates.add(needs == Needs.ALL ? Needs.ALL : Needs.ANY);
    }

    // ---- looks

    static String style(Mark mark) {
        return switch (mark) {
            case PLAIN -> "";
            case JOINT -> " lg-joint";
            case NARROW, CHOKEPOINT -> " lg-narrow";
            case ESSENTIAL -> " lg-essential";
            case LOST, BLOCKED -> " lg-gone";
        };
    }

    static void sign(Markup svg, Mark mark, double across, double y, double shift) {
        if (mark == Mark.PLAIN) {
            return;
        }
        svg.open("svg", "x", Markup.across(across), "y", Markup.number(y), "overflow", "visible");
        svg.open("g", "transform", "translate(" + Markup.number(shift) + ")");
        switch (mark) {
            case JOINT -> svg.leaf("path", "class", "lg-sign-open", "d", "M-7 0L0-7L7 0L0 7Z");
            case NARROW, CHOKEPOINT -> {
                svg.leaf("path", "class", "lg-sign", "d", "M-8 0L0-8L8 0L0 8Z");
                svg.leaf("path", "class", "lg-sign-ink", "d", "M0-4L0 1M0 3L0 4.5");
            }
            case ESSENTIAL -> {
                svg.leaf("path", "class", "lg-sign", "d", "M-4.5-11H4.5L11-4.5V4.5L4.5 11H-4.5L-11 4.5V-4.5Z");
                svg.leaf("path", "class", "lg-sign-ink", "d", "M-5.5 0H5.5");
            }
            default -> svg.leaf("path", "class", "lg-cross", "d", "M-5-5L5 5M-5 5L5-5");
        }
        svg.close().close().line();
    }

    // ---- meaning

    private static List<String> lines(Needs gate) {
        return lines(gate == Needs.ALL ? "needs all of it (solid, to a bar)" : "any of it will do (dashed, to a ring)");
    }

    private static List<String> lines(Mark mark) {
        return lines(
                switch (mark) {
                    case PLAIN -> "";
                    case JOINT -> "joint: nothing is left if it is lost with others";
                    case NARROW -> "narrow: it comes through few hands";
                    case CHOKEPOINT ->
                        "chokepoint: what its loss may cost of the delivery; one loss may stand in several places";
                    case ESSENTIAL -> "essential: nothing is left without it";
                    case BLOCKED -> "blocked: it may not be used";
                    case LOST -> "lost: it is gone";
                });
    }

    private static List<String> lines(String words) {
        return Words.lines(words, Picture.SMALL, Picture.NARROWEST - SIGN - 2, 2);
    }

    private static double height(List<String> lines) {
        return ENTRY + LINE * (lines.size() - 1);
    }

    double height() {
        return gates.stream().mapToDouble(gate -> height(lines(gate))).sum()
                + marks.stream().mapToDouble(mark -> height(lines(mark))).sum();
    }

    void draw(Markup svg, double top) {
        double y = top;
        for (Needs gate : gates) {
            gate(svg, gate, y + ENTRY / 2);
            words(svg, lines(gate), y);
            y += height(lines(gate));
        }
        for (Mark mark : marks) {
            sign(svg, mark, 0, y + ENTRY / 2, 11);
            words(svg, lines(mark), y);
            y += height(lines(mark));
        }
    }

    private static void gate(Markup svg, Needs gate, double middle) {
        String above = Markup.number(middle - 8);
        String below = Markup.number(middle + 3);
        if (gate == Needs.ALL) {
            svg.leaf("path", "class", "lg-wire", "d", "M6 " + above + "v12M14 " + above + "v12");
            svg.leaf("rect", "class", "lg-gate", "x", "0", "y", below, "width", "20", "height", "4");
        } else {
            String tip = Markup.number(middle + 2);
            svg.leaf("path", "class", "lg-wire lg-any", "d", "M2 " + above + "L10 " + tip + "L18 " + above);
            svg.leaf("circle", "class", "lg-ring", "cx", "10", "cy", below, "r", "5");
        }
        svg.line();
    }

    private static void words(Markup svg, List<String> lines, double top) {
        double y = top + ENTRY / 2 + 4;
        for (String line : lines) {
            Draw.text(svg, "lg-soft", 0, SIGN, y, "start", line);
            y += LINE;
        }
    }
}
