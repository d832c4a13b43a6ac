package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodegraph.examples.ControlDays.Day;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Policy;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How the days around the controls look. */
final class ControlDaysReport {

    private final ControlDays days;
    private final Unit unit;

    private ControlDaysReport(ControlDays days) {
        this.days = days;
        this.unit = days.worst().wanted().unit();
    }

    static Report of(ControlDays days) {
        return new ControlDaysReport(days).report();
    }

    private Report report() {
        Day banned = days.day(ControlDays.BANNED, Policy.Reach.THROUGH_PROCESSING);
        List<Part> parts = new ArrayList<>();
        Table table = table(days);
        parts.add(
                new Table(table.caption().computedFrom(days.sources()), table.columns(), table.rows(), table.total()));
        parts.add(Note.method(
                "Short of what is wanted, in t/a. At best: the United States are served before all others and"
                        + " every line that runs works up to its capacity. No line adds output: the same, but nobody makes more"
                        + " metal than in that year. All share: the most is delivered, and users of one good are served as evenly"
                        + " as that allows. As traded: only the lanes that were seen, each at most as large as seen."));
        parts.add(Note.warning("As traded, the United States may be short even without a control: what named countries"
                + " shipped and what is known of scrap need not add up to what they use. What a control adds is the"
                + " difference to the day before."));
        sentences(days).stream().map(Note::finding).forEach(parts::add);
        parts.add(variants());
        parts.addAll(binding(days.worst()));
        parts.add(uses(banned));
        parts.addAll(DayByDay.parts(days));
        return Report.of("The days around each control: " + days.metal(), parts.toArray(Part[]::new))
                .citing(days.sources())
                .assuming(days.answers()
                        .flatMap(answer -> answer.assumptions().stream())
                        .map(Assumption::premise)
                        .toList());
    }

    static Table table(ControlDays days) {
        Unit unit = days.worst().wanted().unit();
        Table table = Table.of(
                Caption.of("How much %s the United States are short of".formatted(days.metal()))
                        .basis(unit.basis().toString())
                        .year("annual rates"
                                + days.metal()
                                        .standIn(Reference.LAST_YEAR)
                                        .map(years -> ", output of %s where none is published".formatted(years))
                                        .orElse(""))
                        .source("computed, sources in the report"),
                Table.Column.text("day"),
                Table.Column.text("rules"),
                Table.Column.number("wanted", Tons.UNIT),
                Table.Column.number("at best", Tons.UNIT),
                Table.Column.number("no added output", Tons.UNIT),
                Table.Column.number("all share", Tons.UNIT),
                Table.Column.number("as traded", Tons.UNIT));
        for (Day day : days.days()) {
            table = table.row(
                    Cell.text(day.date().toString()),
                    Cell.text(day.rules()),
                    Tons.cell(day.best().wanted()),
                    Tons.cell(day.best().unavoidable().unmet()),
                    Tons.cell(day.asMade().unavoidable().unmet()),
                    Tons.cell(day.best().shared().unmet()),
                    day.best().asTraded().map(Supply::unmet).map(Tons::cell).orElse(Cell.unknown("no lane is known")));
        }
        return table;
    }

    /** Sentences that follow from the figures, whatever they are. */
    static List<String> sentences(ControlDays days) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "%s Outbidding everybody that day, with every line elsewhere at capacity, they %s; if all share, they %s."
                        .formatted(
                                ban(days),
                                lack(most(days, day -> day.best().unavoidable())),
                                lack(most(days, day -> day.best().shared()))));
        if (!days.worst().wanted().isExact()) {
            sentences.add(
                    "How much %s the United States use is not published: it is read from net imports, so a shortage that has cut imports does not show."
                            .formatted(days.metal()));
        }
        return sentences;
    }

    private static String ban(ControlDays days) {
        Range before = unmet(days.day(ControlDays.BEFORE_BAN, Policy.Reach.ENDS_AT_PROCESSING));
        Range ends = unmet(days.day(ControlDays.BANNED, Policy.Reach.ENDS_AT_PROCESSING));
        Range through = unmet(days.day(ControlDays.BANNED, Policy.Reach.THROUGH_PROCESSING));
        String start = "%s: if the world reroutes and no line adds output, the ban of %s "
                .formatted(capital(days.metal()), ControlDays.BANNED);
        String left = "short of %s of %s the day before"
                .formatted(Tons.text(before), Tons.text(days.worst().wanted()));
        if (ends.equals(before) && through.equals(before)) {
            return start
                    + "takes nothing away from the United States that licences left, in either reading (%s and after)."
                            .formatted(left)
                    + asTraded(days);
        }
        return start
                + (ends.equals(before)
                        ? "takes nothing away from the United States that licences left where processing elsewhere ends its hold (%s and after)"
                                .formatted(left)
                        : "leaves the United States short of %s where processing elsewhere ends its hold (%s)"
                                .formatted(Tons.text(ends), left))
                + ", and leaves them short of %s where it reaches through processing.".formatted(Tons.text(through))
                + asTraded(days);
    }

    /** The same days if nobody finds another way; empty if no lane is known. */
    private static String asTraded(ControlDays days) {
        return traded(days.day(ControlDays.BEFORE_BAN, Policy.Reach.ENDS_AT_PROCESSING))
                .flatMap(before -> traded(days.day(ControlDays.BANNED, Policy.Reach.ENDS_AT_PROCESSING))
                        .flatMap(ends -> traded(days.day(ControlDays.BANNED, Policy.Reach.THROUGH_PROCESSING))
                                .map(through ->
                                        " If nobody reroutes, they are short of %s the day before, and then of %s."
                                                .formatted(
                                                        before,
                                                        ends.equals(through)
                                                                ? ends + " in either reading"
                                                                : "%s or %s".formatted(ends, through)))))
                .orElse("");
    }

    private static Optional<String> traded(Day day) {
        return day.best().asTraded().map(Supply::unmet).map(Tons::text);
    }

    private static String lack(double most) {
        return most == 0 ? "lack nothing" : "are short of at most " + Tons.text(most);
    }

    /** The most that they are short of on the day of the ban, in either reading of it. */
    private static double most(ControlDays days, Function<Day, Supply> sense) {
        return days.days().stream()
                .filter(day -> day.date().equals(ControlDays.BANNED))
                .mapToDouble(day -> sense.apply(day).unmet().high())
                .max()
                .orElseThrow();
    }

    static String capital(Metal metal) {
        return Character.toUpperCase(metal.toString().charAt(0))
                + metal.toString().substring(1);
    }

    private static Range unmet(Day day) {
        return day.asMade().unavoidable().unmet();
    }

    /** Nothing leaves China, and what the stocks of consumers make of it. */
    private Table variants() {
        Table table = Table.of(
                Caption.of(
                                "If nothing leaves China: %s, the ban reaches through, no licence for anybody, no line adds output"
                                        .formatted(ControlDays.BANNED))
                        .basis(unit.basis().toString())
                        .year("annual rates")
                        .computedFrom(days.sources()),
                Table.Column.text("variant"),
                Table.Column.number("served", Tons.UNIT),
                Table.Column.number("short", Tons.UNIT),
                Table.Column.share("short, of what is wanted"));
        return table.row(row("stocks left alone", days.worst().unavoidable()))
                .row(row(
                        "stocks in the United States drawn over one year",
                        days.stocks().unavoidable()));
    }

    private static Cell[] row(String variant, Supply supply) {
        return new Cell[] {
            Cell.text(variant),
            Tons.kilograms(supply.served()),
            Tons.kilograms(supply.unmet()),
            Cell.of(share(supply.unmetShare()))
        };
    }

    private static Range share(Range share) {
        return new Range(share.low(), share.high(), Unit.SHARE);
    }

    private Table uses(Day day) {
        Table table = Table.of(
                Caption.of("Which uses are short on %s, if all share".formatted(day.date()))
                        .basis(unit.basis().toString())
                        .year("annual rates")
                        .computedFrom(days.sources()),
                Table.Column.text("use"),
                Table.Column.number("served", Tons.UNIT),
                Table.Column.number("short", Tons.UNIT),
                Table.Column.number("short, no added output", Tons.UNIT));
        for (int i = 0; i < day.best().demands().size(); i++) {
            Delivery.Served best = day.best().demands().get(i);
            table = table.row(
                    Cell.text(best.application()),
                    Tons.cell(best.supply().served()),
                    Tons.cell(best.supply().unmet()),
                    Tons.cell(day.asMade().demands().get(i).supply().unmet()));
        }
        return table;
    }

    /** What binds if nothing leaves China, as the answer itself explains it. */
    private static List<Part> binding(Delivery.Answer worst) {
        return worst.show().parts().stream()
                .filter(part -> part instanceof Tree)
                .toList();
    }
}
