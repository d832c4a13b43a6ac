package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Steps.Event;
import org.lodegraph.report.Steps.Series;
import org.lodegraph.report.Steps.Step;

/** Amounts over time: a line per series while it holds, a band from low to high, hatched while nobody knows. */
record StepPicture(Steps steps, Palette palette) implements Picture {

    private static final double TOP = 22;
    private static final double PLOT = 200;
    private static final double AXIS = 34;
    private static final double EVENT = 20;
    private static final double LINE = 15;

    @Override
    public Caption caption() {
        return steps.caption();
    }

    @Override
    public String facts() {
        return Amounts.facts(steps.caption(), steps.unit());
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(steps.series().size() + " lines over time");
        for (Series line : steps.series()) {
            text.append("; ").append(Words.name(line.label())).append(": ");
            text.append(String.join(", ", line.steps().stream().map(this::tip).toList()));
        }
        return Words.clean(text.toString(), Words.REMARK);
    }

    private String tip(Step step) {
        return step.since() + " " + Amounts.label(step.value(), steps.unit());
    }

    private Map<String, String> colors() {
        return palette.colors(
                steps.series().stream().map(line -> Words.name(line.label())).toList());
    }

    @Override
    public double height() {
        return TOP + PLOT + AXIS + eventsHeight() + Draw.legendHeight(ImmutableList.copyOf(colors().keySet()));
    }

    private double eventsHeight() {
        return steps.events().stream()
                .mapToDouble(event -> height(lines(event)))
                .sum();
    }

    private static double height(List<String> lines) {
        return EVENT + LINE * (lines.size() - 1);
    }

    private static List<String> lines(Event event) {
        return Words.lines(event.day() + "  " + Words.name(event.label()), SMALL, NARROWEST - 22, 3);
    }

    private LocalDate start() {
        LocalDate start = steps.end();
        for (Series line : steps.series()) {
            if (!line.steps().isEmpty() && line.steps().get(0).since().isBefore(start)) {
                start = line.steps().get(0).since();
            }
        }
        return start;
    }

    private double across(LocalDate day) {
        long span = Math.max(1, ChronoUnit.DAYS.between(start(), steps.end()));
        return Math.max(0, Math.min(1, (double) ChronoUnit.DAYS.between(start(), day) / span));
    }

    @Override
    public void draw(Markup svg, String prefix) {
        Draw.hatch(svg, prefix);
        Reach reach = reach();
        List<Double> marks = Axis.marks(reach.low(), reach.high(), 4);
        for (double mark : marks) {
            Draw.line(svg, mark == 0 ? "lg-axis" : "lg-grid", 0, down(reach, mark), 1, down(reach, mark));
        }
        Axis.days(start(), steps.end(), 5).forEach((day, name) -> {
            double at = across(day);
            Draw.line(svg, "lg-axis", at, TOP + PLOT, at, TOP + PLOT + 4);
            Draw.text(svg, "lg-soft", at, 0, TOP + PLOT + 17, at < 0.05 ? "start" : at > 0.95 ? "end" : "middle", name);
        });
        Map<String, String> colors = colors();
        for (Series line : steps.series()) {
            series(svg, prefix, line, colors.getOrDefault(Words.name(line.label()), Palette.GRAY), reach);
        }
        events(svg);
        for (double mark : marks) {
            String words = steps.unit().equals(Unit.SHARE) ? Numbers.percent(mark) : Numbers.brief(mark);
            Draw.text(svg, "lg-soft lg-halo", 0, 0, down(reach, mark) - 4, "start", words);
        }
        Draw.legend(svg, colors, TOP + PLOT + AXIS + eventsHeight());
    }

    private Reach reach() {
        double low = 0;
        double high = 0;
        for (Series line : steps.series()) {
            for (Step step : line.steps()) {
                if (step.value() instanceof Cell.Amount amount) {
                    Range range = amount.range();
                    low = Math.min(low, Double.isInfinite(range.low()) ? 0 : range.low());
                    high = Math.max(high, Double.isInfinite(range.high()) ? range.low() : range.high());
                }
            }
        }
        double span = high > low && Double.isFinite(high) ? high - low : 1;
        return new Reach(low, low + span * 1.06);
    }

    private static double down(Reach reach, double value) {
        return TOP + PLOT * (1 - reach.place(value));
    }

    private void series(Markup svg, String prefix, Series line, String color, Reach reach) {
        List<Step> path = line.steps();
        double before = Double.NaN;
        for (int i = 0; i < path.size(); i++) {
            Step step = path.get(i);
            double from = across(step.since());
            double to = across(i + 1 < path.size() ? path.get(i + 1).since() : steps.end());
            String tip = Words.name(line.label()) + ", " + tip(step);
            if (step.value() instanceof Cell.Amount amount) {
                double low = down(reach, amount.range().low());
                double high = down(reach, amount.range().high());
                if (low > high) {
                    Draw.bar(svg, "lg-band " + color, from, to, high, low - high, tip);
                }
                String stroke = "lg-step " + color.replace("-c", "-s");
                Draw.line(svg, stroke, from, low, to, low);
                if (low > high) {
                    Draw.line(svg, stroke, from, high, to, high);
                }
                if (!Double.isNaN(before) && before != low) {
                    Draw.line(svg, stroke.replace("lg-step", "lg-riser"), from, before, from, low);
                }
                before = low;
            } else {
                before = Double.NaN;
                if (((Cell.Missing) step.value()).isUnknown()) {
                    Draw.hatched(svg, prefix, from, to, TOP + PLOT - 8, 8, tip);
                }
            }
        }
    }

    private void events(Markup svg) {
        double y = TOP + PLOT + AXIS + 8;
        List<Event> events = steps.events();
        Map<Long, Integer> crowd = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            double at = across(event.day());
            int row = crowd.merge(Math.round(at * 20), 1, Integer::sum) - 1;
            Draw.line(svg, "lg-event", at, 8, at, TOP + PLOT);
            badge(svg, at, 10 + 18 * row, i + 1);
            svg.leaf("circle", "class", "lg-badge", "cx", "8", "cy", Markup.number(y), "r", "8");
            Draw.text(svg, "lg-badge-text", 0, 8, y + 4, "middle", Integer.toString(i + 1));
            List<String> lines = lines(event);
            for (int line = 0; line < lines.size(); line++) {
                Draw.text(svg, "lg-soft", 0, 22, y + 4 + LINE * line, "start", lines.get(line));
            }
            y += height(lines);
        }
    }

    private static void badge(Markup svg, double at, double y, int number) {
        svg.leaf("circle", "class", "lg-badge", "cx", Markup.across(at), "cy", Markup.number(y), "r", "8");
        Draw.text(svg, "lg-badge-text", at, 0, y + 4, "middle", Integer.toString(number));
    }
}
