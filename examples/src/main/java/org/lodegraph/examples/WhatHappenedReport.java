package org.lodegraph.examples;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodegraph.examples.WhatHappened.Passing;
import org.lodegraph.examples.WhatHappened.Year;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;
import org.lodegraph.tables.Statistic;

/** How the record beside the model looks. */
final class WhatHappenedReport {

    private final WhatHappened record;
    private final Metal metal;

    private WhatHappenedReport(WhatHappened record) {
        this.record = record;
        this.metal = record.metal();
    }

    static Report of(WhatHappened record) {
        return new WhatHappenedReport(record).report();
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        sentences(record).stream().map(Note::finding).forEach(parts::add);
        parts.add(table());
        sourcesDiffer().map(Note::warning).ifPresent(parts::add);
        if (record.banned().beyond() > 0) {
            parts.add(leaks());
        }
        parts.add(steps());
        parts.add(Note.method(
                "The smallest leak, licence, recycling or stock is found by asking the delivery program with ever more of it and of nothing else,"
                        + " at the most favorable reading of every figure; it is then asked again at that amount and a thousandth"
                        + " below it. Each is what would explain all of the difference; in truth they may have shared it. What licences let through is crude metal, of which refining elsewhere loses some: more of"
                        + " it must pass than of a leak, and what either leaves unexplained is counted after refining. Exports of some months stand for a year: from nothing to an average rate in the months that"
                        + " were not read."));
        return Report.of("Beside what happened: " + metal, parts.toArray(Part[]::new))
                .citing(metal.recordSources());
    }

    /** Years for which two publications disagree on what others than China make: a step there may be a change of source. */
    private Optional<String> sourcesDiffer() {
        Map<Integer, Map<String, Double>> made = new TreeMap<>();
        for (Statistic row : Reference.statistics()) {
            boolean abroad = !Set.of(Metal.CHINA, Metal.USA, Statistic.WORLD).contains(row.country());
            if (abroad
                    && row.material().equals(metal.made())
                    && row.kind() == Statistic.Kind.PRODUCTION
                    && row.figure().isKnown()) {
                made.computeIfAbsent(row.year(), year -> new TreeMap<>())
                        .merge(
                                row.figure().source().publisher()
                                        + " "
                                        + row.figure().source().edition(),
                                row.figure().at(Reading.CENTRAL),
                                Double::sum);
            }
        }
        String years = made.entrySet().stream()
                .filter(year -> year.getValue().values().stream().distinct().count() > 1)
                .map(year -> year.getKey() + " "
                        + year.getValue().entrySet().stream()
                                .map(one -> one.getKey() + " " + Tons.text(one.getValue()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Publications differ on what others than China made: %s. A step between years may be a change of source."
                                .formatted(years));
    }

    /** What follows from the record, whatever it is. */
    static List<String> sentences(WhatHappened record) {
        Metal metal = record.metal();
        Year year = record.banned();
        List<String> sentences = new ArrayList<>();
        if (year.beyond() > 0) {
            sentences.add(
                    "In %s the United States imported %s of %s, while everybody else but China made %s: at least %s came from China, from stocks or from scrap abroad. Each of these explains it alone, counting what refining loses: %s leaked through a ban that reaches through processing (%s); licences to others for %s of crude metal, if processing ends its hold (%s); %s made from scrap abroad; %s drawn from stocks abroad. In the last %s days of the year the ban was suspended, and what came then needs no leak."
                            .formatted(
                                    year.year(),
                                    Tons.text(year.imports()),
                                    metal,
                                    Tons.text(year.elsewhere()),
                                    Tons.text(year.beyond()),
                                    Tons.text(record.leak().tons()),
                                    asked(record.leak()),
                                    Tons.text(record.licensed().tons()),
                                    asked(record.licensed()),
                                    Tons.text(record.recycled().tons()),
                                    Tons.text(record.drawn().tons()),
                                    ControlDays.SUSPENDED.until(LocalDate.of(year.year() + 1, 1, 1), ChronoUnit.DAYS)));
        } else {
            sentences.add("US imports of %s in %s (%s) %s: everybody else but China made %s%s."
                    .formatted(
                            metal,
                            year.year(),
                            Tons.text(year.imports()),
                            year.unexplained() > 0 ? "may need no leak" : "need no leak",
                            Tons.text(year.elsewhere()),
                            year.unexplained() > 0
                                    ? "; if it was the least, %s stay unexplained, and as much from China, from stocks or from scrap abroad would each explain it alone. Most of it is not published and assumed as a range"
                                            .formatted(Tons.text(year.unexplained()))
                                    : ""));
        }
        sentences.add(
                "China exported %s of %s in 2022, before the controls. On record since then: %s. As annual rates, with nothing to an average in the months that were not read, this is %s."
                        .formatted(
                                full(metal.exportsBefore().range()),
                                metal,
                                exportsAsRead(metal),
                                exportShares(record)));
        return sentences;
    }

    /** By what was counted, such as {@code metal exports, January to September, 36.66 t in 2023}. */
    private static String exportsAsRead(Metal metal) {
        Map<String, List<Fact>> read = metal.exportsSince(ControlDays.FREE.getYear()).stream()
                .collect(Collectors.groupingBy(Fact::measure, LinkedHashMap::new, Collectors.toList()));
        return read.entrySet().stream()
                .map(entry -> (entry.getKey().contains(",") ? "%s, %s" : "%s %s")
                        .formatted(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .map(fact -> "%s in %s"
                                                .formatted(full(fact.figure().range()), fact.year()))
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
    }

    private static String exportShares(WhatHappened record) {
        return record.years().stream()
                .filter(year -> year.exports().isPresent() && year.year() >= ControlDays.FREE.getYear())
                .map(year -> "%s of 2022 in %s"
                        .formatted(Tons.percent(year.passing(record.metal()).orElseThrow()), year.year()))
                .collect(Collectors.joining(", "));
    }

    /** With all digits for people, so that the shares printed beside it can be checked. */
    private static String full(Range tons) {
        return tons.text() + " t";
    }

    private static String asked(Passing passing) {
        return "%s of the exports of 2022"
                .formatted(Tons.percent(Range.spanning(passing.share(), passing.share(), Unit.SHARE)));
    }

    /** The least that stays short, at the favorable reading. */
    private static String kilograms(Range unmet) {
        return Numbers.brief(Math.rint(unmet.low() * 1000)) + " kg";
    }

    /** What the search for the smallest share found, asked again. */
    private Table leaks() {
        Table table = Table.of(
                Caption.of("What would explain the imports of %s, each alone"
                                .formatted(record.banned().year()))
                        .basis(metal.made() + " content")
                        .computedFrom(metal.recordSources()),
                Table.Column.text("explanation"),
                Table.Column.number("so much", Tons.UNIT),
                Table.Column.share("of the exports of 2022"),
                Table.Column.text("unexplained then"),
                Table.Column.text("with a thousandth less"));
        return table.row(row(
                        "a leak, if the ban reaches through processing",
                        record.leak(),
                        Cell.share(record.leak().share())))
                .row(row(
                        "licences to others, if it ends at processing",
                        record.licensed(),
                        Cell.share(record.licensed().share())))
                .row(row("scrap abroad, if nothing leaves China", record.recycled(), Cell.empty()))
                .row(row("stocks abroad of metal fit for use, if nothing leaves China", record.drawn(), Cell.empty()));
    }

    private static Cell[] row(String explanation, Passing passing, Cell share) {
        return new Cell[] {
            Cell.text(explanation),
            Tons.cell(Range.exactly(passing.tons(), Tons.UNIT)),
            share,
            Cell.text(kilograms(passing.shortAt())),
            Cell.text(kilograms(passing.shortBelow()))
        };
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .basis(metal.made() + " content")
                .year("%s to %s".formatted(Reference.FIRST_YEAR, Reference.LAST_YEAR))
                .computedFrom(metal.recordSources());
    }

    private Table table() {
        Table table = Table.of(
                caption("The record"),
                Table.Column.text("year"),
                Table.Column.number("US imports", Tons.UNIT),
                Table.Column.number("made elsewhere, not in China", Tons.UNIT),
                Table.Column.number("imports beyond that", Tons.UNIT),
                Table.Column.number("exports of China, as annual rate", Tons.UNIT),
                Table.Column.share("of 2022"));
        for (Year year : record.years()) {
            table = table.row(
                    Cell.text(Integer.toString(year.year())),
                    Tons.cell(year.imports()),
                    Tons.cell(year.elsewhere()),
                    Tons.cell(Range.exactly(year.beyond(), Tons.UNIT)),
                    year.exports().<Cell>map(Cell::of).orElse(Cell.unknown("no figure was read")),
                    year.passing(metal).<Cell>map(Cell::of).orElse(Cell.empty()));
        }
        return table;
    }

    private Steps steps() {
        List<Steps.Step> imports = new ArrayList<>();
        List<Steps.Step> elsewhere = new ArrayList<>();
        for (Year year : record.years()) {
            imports.add(Steps.Step.year(year.year(), Cell.of(Tons.rounded(year.imports()))));
            elsewhere.add(Steps.Step.year(year.year(), Cell.of(Tons.rounded(year.elsewhere()))));
        }
        return Steps.of(
                        caption("US imports and what everybody else but China made"),
                        Tons.UNIT,
                        LocalDate.of(WhatHappened.BANNED_YEAR, 12, 31),
                        new Steps.Series("US imports", imports),
                        new Steps.Series("made elsewhere, not in China", elsewhere))
                .event(ControlDays.LICENSED, "licences")
                .event(ControlDays.BANNED, "ban");
    }
}
