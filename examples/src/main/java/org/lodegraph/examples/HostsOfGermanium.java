package org.lodegraph.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Form;
import org.lodegraph.model.Ids;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * What stands behind germanium: the residue of zinc refining and the ash of lignite. Nothing ties either to a host by
 * country, so the hosts' cap is not computed: what is published bounds it.
 *
 * @param chain the chain of germanium
 */
record HostsOfGermanium(SupplyChain chain) implements Showable {

    private static final Unit RATE = Unit.T_PER_A.of(Basis.contained("Ge"));
    private static final Fact TAKEN = Reference.fact("germanium-from-zinc-ore-2023");
    private static final Fact IN_ZINC = Reference.fact("germanium-in-zinc-reserves");
    private static final Fact IN_COAL = Reference.fact("germanium-in-coal-reserves");
    private static final Figure LIMIT = Reference.germaniumHostLimit();
    private static final Fact IN_RESIDUE = Reference.fact("germanium-in-zinc-residue-2011");
    private static final Fact POTENTIAL = Reference.fact("germanium-supply-potential-2014");
    private static final String ZINC = "zinc-residue-germanium";

    static HostsOfGermanium of() {
        return new HostsOfGermanium(Metal.GERMANIUM.chain(Reference.LAST_YEAR));
    }

    /** The circuits by what they live on, in words. */
    private Map<String, List<InstalledLine>> circuits() {
        return chain.linesMaking(Metal.GERMANIUM.made()).stream()
                .collect(Collectors.groupingBy(this::streams, LinkedHashMap::new, Collectors.toList()));
    }

    private String streams(InstalledLine line) {
        return inputs(line).map(this::name).collect(Collectors.joining(", or "));
    }

    private Stream<Material> inputs(InstalledLine line) {
        return line.line().recipes().stream()
                .flatMap(id -> chain.recipe(id).inputs().keySet().stream())
                .map(chain::material);
    }

    private String name(Material material) {
        return material.name().replaceFirst("^germanium in (the )?", "");
    }

    /** Tons of metal per ton of germanium in what a circuit lives on. */
    private Range recovery(InstalledLine line) {
        return line.line().recipes().stream()
                .flatMap(id -> chain.recipe(id).inputs().values().stream())
                .map(need ->
                        Range.spanning(1 / need.range().low(), 1 / need.range().high(), Unit.SHARE))
                .reduce(Range::hull)
                .orElseThrow();
    }

    /** What circuits on zinc residue or ash could take, in t/a: those that stand, outside China. */
    Range outside() {
        return sum(
                chain.linesMaking(Metal.GERMANIUM.made()),
                line -> !isPlanned(line) && isAbroad(line) && !isScrap(line));
    }

    private static boolean isAbroad(InstalledLine line) {
        return !line.country().equals(Metal.CHINA);
    }

    private boolean isScrap(InstalledLine line) {
        return inputs(line).anyMatch(material -> material.form() == Form.SCRAP);
    }

    /** How many times what is taken now zinc could give at most, if every refinery had a circuit that takes all it can. */
    double mostTimes() {
        return chain.linesUsing(Ids.material(ZINC)).stream()
                        .filter(line -> line.line().recipes().size() == 1)
                        .mapToDouble(line -> recovery(line).high())
                        .max()
                        .orElseThrow()
                / taken().low();
    }

    /** The part of the germanium in all zinc ore that is recovered. */
    private static Range taken() {
        double factor = TAKEN.figure().unit().factor();
        Range percent = TAKEN.figure().range();
        return Range.spanning(percent.low() * factor, percent.high() * factor, Unit.SHARE);
    }

    private static boolean isPlanned(InstalledLine line) {
        return line.line().status() == Line.Status.PLANNED;
    }

    private static Optional<Range> known(InstalledLine line) {
        return line.line()
                .capacity()
                .usable()
                .filter(Figure.Known.class::isInstance)
                .map(Figure::range);
    }

    private static Range sum(List<InstalledLine> lines, Predicate<InstalledLine> which) {
        return lines.stream()
                .filter(which)
                .flatMap(line -> known(line).stream())
                .reduce(Range.exactly(0, RATE), Range::plus);
    }

    /** The sentence that matters most. */
    String headline() {
        return "No country table of refined zinc exists, so germanium's host limit is unknown by country; all zinc refining in the world could give at most %s a year. Worldwide, %s of the germanium in zinc ore that is processed is recovered: circuits at every zinc refinery could give at most %s times as much, at the best recovery assumed and the least recovered now. Circuits outside China that live on zinc residue or ash take %s a year."
                .formatted(most(), Tons.percent(taken()), Numbers.brief(mostTimes()), Tons.text(outside()));
    }

    private static String most() {
        return String.format(Locale.ROOT, "%,.0f t", LIMIT.range().high());
    }

    @Override
    public Report show() {
        return Report.of(
                        "How much host industry stands behind germanium",
                        Note.finding(headline()),
                        table(),
                        places(),
                        Note.method(
                                "The limit of the world is %s (%s). In 2011 zinc leach residue held %s t; at least %s t a year could be made from zinc ores and coal together."
                                        .formatted(most(), LIMIT.note(), amount(IN_RESIDUE), amount(POTENTIAL))),
                        Note.method(
                                "Germanium comes along with zinc and with some lignites; scrap has no host. At least %s t can be recovered from reserves in zinc ore and %s t from those in coal. Zinc refining by country is not in the data, so a circuit may be larger than its host: its capacity is an upper bound."
                                        .formatted(amount(IN_ZINC), amount(IN_COAL))))
                .citing(sources());
    }

    private static String amount(Fact fact) {
        return String.format(Locale.ROOT, "%,.0f", fact.figure().range().low());
    }

    private Table table() {
        Table table = Table.of(
                Caption.of("What germanium circuits live on")
                        .basis(RATE.basis().toString())
                        .year(chain.year())
                        .computedFrom(sources()),
                Table.Column.text("host stream"),
                Table.Column.number("hosts could give", Tons.UNIT),
                Table.Column.number("recovery", Unit.SHARE),
                Table.Column.number("circuits", Tons.UNIT),
                Table.Column.number("outside China", Tons.UNIT),
                Table.Column.number("planned", Tons.UNIT));
        for (Map.Entry<String, List<InstalledLine>> entry : circuits().entrySet()) {
            List<InstalledLine> lines = entry.getValue();
            table = table.row(
                    Cell.text(entry.getKey()),
                    isScrap(lines.get(0))
                            ? Cell.empty()
                            : Cell.unknown("how much of it each country has is not published"),
                    Cell.of(recovery(lines.get(0))),
                    Tons.cell(sum(lines, line -> !isPlanned(line))),
                    Tons.cell(sum(lines, line -> !isPlanned(line) && isAbroad(line))),
                    Tons.cell(sum(lines, HostsOfGermanium::isPlanned)));
        }
        return table.row(
                Cell.text("zinc residue of all the world, at most"),
                Tons.cell(LIMIT.range()),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                Cell.empty());
    }

    private Table places() {
        Table table = Table.of(
                Caption.of("Where germanium circuits stand").year(chain.year()).computedFrom(sources()),
                Table.Column.text("host stream"),
                Table.Column.text("where"));
        for (Map.Entry<String, List<InstalledLine>> entry : circuits().entrySet()) {
            table = table.row(
                    Cell.text(entry.getKey()),
                    Cell.text(entry.getValue().stream()
                            .map(this::where)
                            .distinct()
                            .collect(Collectors.joining(", "))));
        }
        return table;
    }

    private String where(InstalledLine line) {
        String country =
                Objects.requireNonNull(chain.countries().get(line.country())).name();
        if (!isPlanned(line)) {
            return country;
        }
        return country + (known(line).isPresent() ? " (planned)" : " (planned, size unknown)");
    }

    private List<Source> sources() {
        return Stream.of(
                        Stream.of(TAKEN, IN_ZINC, IN_COAL, IN_RESIDUE, POTENTIAL)
                                .map(Fact::figure),
                        Stream.of(LIMIT),
                        chain.linesMaking(Metal.GERMANIUM.made()).stream()
                                .flatMap(line -> line.line().capacity().usable().stream()))
                .flatMap(figures -> figures)
                .filter(Figure.Known.class::isInstance)
                .map(Figure::source)
                .distinct()
                .toList();
    }
}
