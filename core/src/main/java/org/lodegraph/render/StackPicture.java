package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Stacks.Piece;
import org.lodegraph.report.Stacks.Stack;

/** Wholes as bars of equal length, divided into their parts; what is left over is hatched: unknown. */
record StackPicture(Stacks stacks, Palette palette) implements Picture {

    private static final double GAP = 10;
    private static final double LINE = 16;
    private static final double THICK = 22;
    private static final String OTHER = "others";
    private static final String UNKNOWN = "unknown";

    static boolean leavesUnknown(double known) {
        return known < 0.9995;
    }

    private List<Stack> drawn() {
        return stacks.stacks().stream().limit(BarPicture.MOST).map(Fold::fold).collect(ImmutableList.toImmutableList());
    }

    @Override
    public Caption caption() {
        return stacks.caption();
    }

    @Override
    public String facts() {
        return Amounts.facts(stacks.caption());
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(stacks.stacks().size() + " stacks");
        for (Stack stack : drawn()) {
            text.append("; ").append(Words.name(stack.label())).append(": ");
            text.append(String.join(
                    ", ", stack.pieces().stream().map(StackPicture::tip).toList()));
        }
        return Words.clean(text.toString(), Words.REMARK);
    }

    private static String tip(Piece piece) {
        return Words.name(piece.label()) + " " + Amounts.bare(Cell.share(piece.share()));
    }

    /** The colors of the names, those of the largest parts first; what gets none is gray. */
    private Map<String, String> colors() {
        Map<String, Double> weight = new LinkedHashMap<>();
        drawn().forEach(stack ->
                stack.pieces().forEach(piece -> weight.merge(Words.name(piece.label()), piece.share(), Double::sum)));
        List<String> ranked = weight.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(OTHER))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, String> colors = palette.colors(ranked);
        weight.keySet().forEach(name -> colors.putIfAbsent(name, Palette.GRAY));
        return colors;
    }

    private Map<String, String> key(String prefix) {
        Map<String, String> key = new LinkedHashMap<>();
        colors().forEach((name, color) -> key.put(color.equals(Palette.GRAY) ? OTHER : name, color));
        String others = key.remove(OTHER);
        if (others != null) {
            key.put(OTHER, others);
        }
        if (drawn().stream().anyMatch(stack -> leavesUnknown(known(stack)))) {
            key.put(UNKNOWN, "url(#" + prefix + "-hatch)");
        }
        return key;
    }

    private static double known(Stack stack) {
        return stack.pieces().stream().mapToDouble(Piece::share).sum();
    }

    /** How far a bar is below the top of its label. */
    private static double below(Stack stack) {
        return 4 + LINE * lines(stack).size();
    }

    private static double pitch(Stack stack) {
        return below(stack) + THICK + GAP;
    }

    private static String remark(Stack stack) {
        return Words.fit(Words.name(stack.remark()), LETTER, NARROWEST * 0.6);
    }

    private static List<String> lines(Stack stack) {
        double room = NARROWEST - Words.width(remark(stack), LETTER) - 14;
        return Words.lines(Words.name(stack.label()), LETTER, room, 3);
    }

    @Override
    public double height() {
        return drawn().stream().mapToDouble(StackPicture::pitch).sum()
                + Draw.legendHeight(ImmutableList.copyOf(key("").keySet()));
    }

    @Override
    public void draw(Markup svg, String prefix) {
        Draw.hatch(svg, prefix);
        Map<String, String> colors = colors();
        double y = 0;
        for (Stack stack : drawn()) {
            double line = y + 14;
            for (String words : lines(stack)) {
                Draw.text(svg, "lg-ink", 0, 0, line, "start", words);
                line += LINE;
            }
            if (!remark(stack).isEmpty()) {
                Draw.text(svg, "lg-soft", 1, 0, y + 14, "end", remark(stack));
            }
            double top = y + below(stack);
            double from = 0;
            for (Piece piece : stack.pieces()) {
                String color = colors.getOrDefault(Words.name(piece.label()), Palette.GRAY);
                Draw.bar(svg, "lg-piece " + color, from, from + piece.share(), top, THICK, tip(piece));
                label(svg, color, piece, from, top + THICK / 2 + 4);
                from += piece.share();
            }
            if (leavesUnknown(from)) {
                String rest = Amounts.bare(Cell.share(Math.max(0, 1 - from)));
                Draw.hatched(svg, prefix, from, 1, top, THICK, UNKNOWN + " " + rest);
            }
            y += pitch(stack);
        }
        Draw.legend(svg, key(prefix), y);
    }

    /** The name and share inside the part if they fit, else the name alone, else nothing: a share says nothing without it. */
    private static void label(Markup svg, String color, Piece piece, double from, double y) {
        double room = piece.share() * NARROWEST - 10;
        for (String words : List.of(tip(piece), Words.name(piece.label()))) {
            if (Words.width(words, SMALL) <= room) {
                Draw.text(svg, "lg-on " + color.replace("-c", "-on"), from, 6, y, "start", words);
                return;
            }
        }
    }
}
