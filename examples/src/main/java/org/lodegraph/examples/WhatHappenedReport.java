package org.lodegraph.examples;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.lodegraph.model.Stock;
import org.lodegraph.reference.Reference;
import org.lodegraph.reference.Statistic;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;

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
                "The smallest leak is found by asking the delivery program with ever larger shares let through,"
                        + " at the most favorable reading of every figure; it is then asked again at that share and a thousandth"
                        + " below it. What licences let through is crude metal, of which refining elsewhere loses some: more of"
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
                    "In %s the United States imported %s of %s, while everybody else but China made %s: at least %s came from China over others, from stocks or from scrap abroad. Counting what refining loses, %s leaked at least (%s) if the ban reaches through processing; if processing ends its hold, licences to others for %s of crude metal explain it without a leak (%s). Known stocks do not: US consumers held %s."
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
                                    Tons.text(stock())));
        } else {
            sentences.add("US imports of %s in %s (%s) %s: everybody else but China made %s%s."
                    .formatted(
                            metal,
                            year.year(),
                            Tons.text(year.imports()),
                            year.unexplained() > 0 ? "may need no leak" : "need no leak",
                            Tons.text(year.elsewhere()),
                            year.unexplained() > 0
                                    ? "; if it was the least, %s stay unexplained. Most of it is not published and assumed as a range"
                                            .formatted(Tons.text(year.unexplained()))
                                    : ""));
        }
        sentences.add("China exported %s of %s in 2022, before the controls, and then %s."
                .formatted(full(metal.exportsBefore().range()), metal, exports(record)));
        return sentences;
    }

    private static String exports(WhatHappened record) {
        return record.years().stream()
                .filter(year -> year.exports().isPresent() && year.year() >= ControlDays.FREE.getYear())
                .map(year -> "%s in %s (%s)"
                        .formatted(
                                full(year.exports().orElseThrow()),
                                year.year(),
                                Tons.percent(year.passing(record.metal()).orElseThrow())))
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing that was read");
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

    private static Range stock() {
        return Metal.GALLIUM.chain(WhatHappened.BANNED_YEAR - 1).stocks().values().stream()
                .filter(each -> each.kind() == Stock.Kind.ABOVE_GROUND
                        && each.holder().equals(Metal.USA)
                        && Metal.GALLIUM.moves(each.material()))
                .findFirst()
                .orElseThrow()
                .amount()
                .range();
    }

    /** What the search for the smallest share found, asked again. */
    private Table leaks() {
        Table table = Table.of(
                Caption.of("The smallest part of China's exports of 2022 that explains the imports of "
                                + record.banned().year())
                        .basis(metal.made() + " content")
                        .computedFrom(metal.recordSources()),
                Table.Column.text("reading of the ban"),
                Table.Column.number("must have passed", Tons.UNIT),
                Table.Column.share("of 2022"),
                Table.Column.text("unexplained then"),
                Table.Column.text("with a thousandth less"));
        return table.row(row("reaches through: a leak", record.leak()))
                .row(row("ends at processing: licences to others", record.licensed()));
    }

    private static Cell[] row(String reading, Passing passing) {
        return new Cell[] {
            Cell.text(reading),
            Tons.cell(Range.exactly(passing.tons(), Tons.UNIT)),
            Cell.share(passing.share()),
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
                Table.Column.number("made by others than China", Tons.UNIT),
                Table.Column.number("imports beyond that", Tons.UNIT),
                Table.Column.number("exports of China", Tons.UNIT),
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
                        new Steps.Series("made by others than China", elsewhere))
                .event(ControlDays.LICENSED, "licences")
                .event(ControlDays.BANNED, "ban");
    }
}
