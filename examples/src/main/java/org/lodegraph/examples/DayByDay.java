package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lodegraph.examples.ControlDays.Day;
import org.lodegraph.flow.Supply;
import org.lodegraph.model.CountryId;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/**
 * Each day around the controls: how much arrives, from where, what moved since the day before, and what holds the rest back.
 * No line adds output, and figures are read low.
 */
final class DayByDay {

    private static final double VISIBLE = 0.05;

    private final ControlDays days;

    private DayByDay(ControlDays days) {
        this.days = days;
    }

    /** A table of all days, and a section for each. */
    static List<Part> parts(ControlDays days) {
        List<Part> parts = new ArrayList<>();
        parts.add(table(days));
        DayByDay each = new DayByDay(days);
        for (int i = 0; i < days.days().size(); i++) {
            parts.add(each.section(i));
        }
        return parts;
    }

    static Table table(ControlDays days) {
        Table table = Table.of(
                Caption.of("Where %s comes from on each day, if all share; no line adds output, figures read low"
                                .formatted(days.metal()))
                        .basis(days.worst().wanted().unit().basis().toString())
                        .year("annual rates in t, mixed in proportion")
                        .computedFrom(days.sources()),
                Table.Column.text("day"),
                Table.Column.text("rules"),
                Table.Column.text("comes from"));
        for (Day day : days.days()) {
            table = table.row(
                    Cell.text(day.date().toString()),
                    Cell.text(day.rules()),
                    Cell.text(comesFrom(Routes.of(days.metal(), day.asMade()))));
        }
        return table;
    }

    private static String comesFrom(Routes routes) {
        String text = routes.used().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> name(entry.getKey()) + " " + Tons.plain(entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "nowhere" : text;
    }

    private static String name(String code) {
        return Where.name(new CountryId(code));
    }

    private Section section(int index) {
        Day day = days.days().get(index);
        Optional<Day> before = before(index);
        Routes routes = Routes.of(days.metal(), day.asMade());
        Optional<Routes> former = before.map(other -> Routes.of(days.metal(), other.asMade()));
        List<Part> parts = new ArrayList<>();
        String title = "%s: %s".formatted(day.date(), day.rules());
        String moved = former.map(other -> moves(other, routes)).orElse("");
        if (former.isPresent() && moved.isEmpty()) {
            parts.add(Note.finding("Flows as on the day before (%s, %s)."
                    .formatted(before.orElseThrow().date(), before.orElseThrow().rules())));
        } else {
            Caption caption = Caption.of("%s that the United States use, %s"
                            .formatted(ControlDaysReport.capital(days.metal()), title))
                    .basis(routes.basis())
                    .year("figures of %s read low, annual rates, mixed in proportion"
                            .formatted(day.date().getYear()))
                    .computedFrom(day.asMade().sources());
            parts.add(routes.picture(caption));
            before.ifPresent(other -> parts.add(Note.finding("Moved since %s (%s)%s, in t/a: %s."
                    .formatted(
                            other.date(),
                            other.rules(),
                            other.date().getYear() == day.date().getYear()
                                    ? ""
                                    : " and with the figures of another year",
                            moved))));
        }
        List<Part> binding = day.asMade().show().parts().stream()
                .filter(part -> part instanceof Tree)
                .toList();
        parts.addAll(binding);
        if (binding.isEmpty()) {
            parts.add(Note.finding("Nothing binds if the United States are served first."));
        }
        return new Section(title, delivery(day), parts);
    }

    private static String delivery(Day day) {
        Supply first = day.asMade().unavoidable();
        Supply shared = day.asMade().shared();
        return "No line adds output: served first the United States get %s of %s and are short of %s; if all share they get %s and are short of %s."
                .formatted(
                        Tons.text(first.served()),
                        Tons.text(day.asMade().wanted()),
                        Tons.text(first.unmet()),
                        Tons.text(shared.served()),
                        Tons.text(shared.unmet()));
    }

    /** The last day before, under the same reading if the ban held then. */
    private Optional<Day> before(int index) {
        Day day = days.days().get(index);
        List<Day> earlier = days.days().subList(0, index).stream()
                .filter(other -> other.date().isBefore(day.date()))
                .toList();
        return earlier.stream()
                .filter(other ->
                        other.date().equals(earlier.get(earlier.size() - 1).date()))
                .max(Comparator.comparing(other -> other.reach() == day.reach()));
    }

    /** By how much each way delivers more or less, largest first; empty if nothing moved. */
    private static String moves(Routes before, Routes now) {
        Set<String> ways = new TreeSet<>(before.ways().keySet());
        ways.addAll(now.ways().keySet());
        return ways.stream()
                .map(way -> Map.entry(
                        way, now.ways().getOrDefault(way, 0.0) - before.ways().getOrDefault(way, 0.0)))
                .filter(move -> Math.abs(move.getValue()) >= VISIBLE)
                .sorted(Comparator.comparing((Map.Entry<String, Double> move) -> -Math.abs(move.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(move ->
                        "%s %s%s".formatted(move.getKey(), move.getValue() > 0 ? "+" : "", Tons.plain(move.getValue())))
                .collect(Collectors.joining(", "));
    }
}
