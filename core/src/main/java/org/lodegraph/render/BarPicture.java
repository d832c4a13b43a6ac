package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.lodegraph.measure.Range;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Bars.Bar;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;

/**
 * Horizontal bars, each below its label: solid up to the low end, pale from there to the high end, hatched if unknown. Gray
 * behind them is the whole, 100 %; where they have another scale, there is none.
 */
record BarPicture(Bars bars) implements Picture {

    private static final double GAP = 9;
    private static final double THICK = 11;
    private static final double LINE = 16;
    /** The most bars that are drawn. */
    static final int MOST = 24;

    private List<Bar> drawn() {
        return bars.bars().subList(0, Math.min(MOST, bars.bars().size()));
    }

    @Override
    public Caption caption() {
        return bars.caption();
    }

    @Override
    public String facts() {
        return Amounts.facts(bars.caption(), bars.unit());
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(bars.bars().size() + " bars");
        drawn().forEach(bar -> text.append("; ")
                .append(Words.name(bar.label()))
                .append(": ")
                .append(Amounts.label(bar.value(), bars.unit())));
        return Words.clean(text.toString(), Words.REMARK);
    }

    @Override
    public double height() {
        int lines = referenceLines(Reach.of(bars)).size() + (rest().isEmpty() ? 0 : 1);
        return drawn().stream().mapToDouble(this::pitch).sum()
                + (lines > 0 ? 8 + LINE * lines : 0)
                + Draw.legendHeight(ImmutableList.copyOf(key().keySet()));
    }

    /** What solid and pale mean, where some is pale. */
    private Map<String, String> key() {
        return drawn().stream().map(Bar::value).anyMatch(BarPicture::isRange)
                ? ImmutableMap.of("solid: at least", "lg-c1", "pale: at most", "lg-pale")
                : ImmutableMap.of();
    }

    private static boolean isRange(Cell.Value value) {
        return value instanceof Cell.Amount amount
                && amount.range().low() < amount.range().high();
    }

    /** How far the next bar is below a bar's label. */
    private double pitch(Bar bar) {
        return below(bar) + THICK + GAP;
    }

    /** How far a bar is below its label. */
    private double below(Bar bar) {
        return 4 + LINE * lines(bar).size();
    }

    private List<String> lines(Bar bar) {
        double room = NARROWEST - Words.width(value(bar), LETTER) - 14;
        return Words.lines(Words.name(bar.label()), LETTER, room, 5);
    }

    private String value(Bar bar) {
        return Words.fit(Amounts.label(bar.value(), bars.unit()), LETTER, NARROWEST * 0.62);
    }

    /** What stands beside the reference line: its value is never cut, its name only if it is longer than two lines. */
    private List<String> referenceLines(Reach reach) {
        if (bars.reference().isEmpty()) {
            return ImmutableList.of();
        }
        Bars.Reference line = bars.reference().orElseThrow();
        String value = Amounts.label(Cell.number(line.value(), bars.unit()), bars.unit());
        double room = NARROWEST * Draw.room(reach.place(line.value()));
        String name = Words.name(line.label()) + ":";
        if (Words.width(name + " " + value, LETTER) <= room) {
            return ImmutableList.of(name + " " + value);
        }
        return ImmutableList.<String>builder()
                .addAll(Words.lines(name, LETTER, room, 2))
                .add(Words.fit(value, LETTER, room))
                .build();
    }

    /** What is not drawn, in words; empty if all is. */
    private String rest() {
        int left = bars.bars().size() - drawn().size();
        return left > 0 ? "and " + left + " more, listed below" : bars.bars().isEmpty() ? "nothing to show" : "";
    }

    @Override
    public void draw(Markup svg, String prefix) {
        Draw.hatch(svg, prefix);
        Reach reach = Reach.of(bars);
        double y = 0;
        for (Bar bar : drawn()) {
            bar(svg, prefix, bar, reach, y);
            y += pitch(bar);
        }
        double zero = reach.place(0);
        if (zero > 0 && y > 0) {
            Draw.line(svg, "lg-axis", zero, 20, zero, y - 4);
        }
        double bottom = y;
        double foot = bottom + LINE;
        for (String words : referenceLines(reach)) {
            double at = reach.place(bars.reference().orElseThrow().value());
            Draw.text(svg, "lg-ink", at, 0, foot, Draw.anchor(at), words);
            foot += LINE;
        }
        if (!rest().isEmpty()) {
            Draw.text(svg, "lg-soft", 0, 0, foot, "start", rest());
        }
        Map<String, String> key = key();
        Draw.legend(svg, key, height() - Draw.legendHeight(ImmutableList.copyOf(key.keySet())));
    }

    private void bar(Markup svg, String prefix, Bar bar, Reach reach, double y) {
        String tip = Words.name(bar.label()) + ": " + Amounts.label(bar.value(), bars.unit());
        double line = y + 14;
        for (String words : lines(bar)) {
            Draw.text(svg, "lg-ink", 0, 0, line, "start", words);
            line += LINE;
        }
        Draw.text(svg, "lg-value", 1, 0, y + 14, "end", value(bar));
        double top = y + below(bar);
        if (reach.isWhole(bars.unit())) {
            Draw.bar(svg, "lg-track", 0, 1, top, THICK, tip);
        }
        if (bar.value() instanceof Cell.Amount amount) {
            Range range = amount.range();
            double low = reach.place(range.low());
            double high = reach.place(range.high());
            double zero = reach.place(0);
            if (low < high) {
                Draw.bar(svg, "lg-pale", low, high, top, THICK, tip);
            }
            if (range.low() > 0) {
                Draw.bar(svg, "lg-c1", zero, low, top, THICK, tip);
            } else if (range.high() < 0) {
                Draw.bar(svg, "lg-c6", high, zero, top, THICK, tip);
            }
            if (low < high && Double.isFinite(range.high())) {
                Draw.line(svg, "lg-end", high, top, high, top + THICK);
            }
        } else if (((Cell.Missing) bar.value()).isUnknown()) {
            Draw.hatched(svg, prefix, 0, 1, top, THICK, tip);
        }
        bars.reference().ifPresent(mark -> {
            double at = reach.place(mark.value());
            // Above the bar it would rise into the label.
            Draw.line(svg, "lg-reference", at, top, at, top + THICK + 4);
        });
    }
}
