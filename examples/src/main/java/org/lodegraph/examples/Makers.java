package org.lodegraph.examples;

import static org.lodegraph.model.Ids.material;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Shares;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Table;
import org.lodegraph.tables.Statistic;

/**
 * Who makes it at each stage.
 *
 * @param stages from the ore on
 * @param sources whose figures they are
 * @param premises what they take for granted
 */
record Makers(List<Maker> stages, List<Source> sources, List<Premise> premises) implements Showable {

    private static final String NEWEST = "usgs-mcs2026";

    /**
     * One stage.
     *
     * @param what the material, and how it is measured
     * @param year the year of the figures
     * @param names the holders of the shares, by the key they have there, for people
     * @param shares who holds how much
     */
    record Maker(String what, int year, Map<String, String> names, Shares shares) {

        /** The key of the largest. */
        private String largest() {
            return shares.ranked().get(0);
        }

        /** The name of the largest. */
        String leader() {
            return Objects.requireNonNull(names.get(largest()));
        }

        /** Which years stand in for a year without figures. */
        Optional<String> standIn() {
            return what.contains(" ") ? Optional.empty() : Metal.standIn(material(what), year);
        }

        /** What the largest holds. */
        Range share() {
            return shares.share(largest());
        }
    }

    /** Copies the lists. */
    Makers {
        stages = List.copyOf(stages);
        sources = List.copyOf(sources);
        premises = List.copyOf(premises);
    }

    static Makers of() {
        SupplyChain gallium = Metal.GALLIUM.chain(Reference.LAST_YEAR);
        List<Maker> stages = new ArrayList<>();
        Set<Source> sources = new LinkedHashSet<>();
        Set<Assumption> assumptions = new LinkedHashSet<>();
        stages.add(mined("bauxite", Reference.LAST_YEAR, gallium, sources));
        List<Concentration.Answer> answers = new ArrayList<>(List.of(
                gallium.ask(Concentration.of(material("alumina"), Stage.REFINING)),
                gallium.ask(Concentration.of(Metal.GALLIUM.made(), Stage.REFINING)),
                gallium.ask(
                        Concentration.of(Metal.GALLIUM.wanted(), Stage.REFINING).ofCapacity()),
                Metal.GERMANIUM.chain(Reference.LAST_YEAR).ask(Concentration.of(Metal.GERMANIUM.made()))));
        for (Concentration.Answer answer : answers) {
            stages.add(made(answer));
            sources.addAll(answer.sources());
            assumptions.addAll(answer.assumptions());
        }
        return new Makers(
                stages,
                List.copyOf(sources),
                assumptions.stream().map(Assumption::premise).toList());
    }

    private static Maker made(Concentration.Answer answer) {
        Map<String, String> names = new LinkedHashMap<>();
        answer.holders().forEach(holder -> names.put(holder.id().kind() + " " + holder.id(), holder.name()));
        boolean capacity = answer.question().measured() == Concentration.Measured.CAPACITY;
        return new Maker(
                capacity
                        ? "high-purity gallium, capacity"
                        : answer.question().material().value(),
                answer.year(),
                names,
                answer.shares());
    }

    /** Straight from the world table: mines are not part of the chain. */
    private static Maker mined(String ore, int year, SupplyChain world, Set<Source> sources) {
        Map<String, Range> holders = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        List<String> withheld = new ArrayList<>();
        Range others = Range.exactly(0, Unit.T_PER_A);
        for (Statistic row : Reference.statistics()) {
            Figure figure = row.figure();
            if (row.material().equals(material(ore))
                    && row.year() == year
                    && row.kind() == Statistic.Kind.PRODUCTION
                    && figure.source().id().equals(NEWEST)
                    && !row.country().equals(Statistic.WORLD)) {
                if (!figure.isKnown()) {
                    withheld.add(name(world, row.country()));
                } else if (row.hasPlace()) {
                    holders.put(row.country().value(), figure.range());
                    names.put(row.country().value(), name(world, row.country()));
                    sources.add(figure.source());
                } else if (row.country().equals(CountryId.NOWHERE)) {
                    others = figure.range();
                }
            }
        }
        String what = withheld.isEmpty() ? ore : ore + " outside " + String.join(" and ", withheld);
        return new Maker(what, year, names, Shares.of(holders).others(others));
    }

    private static String name(SupplyChain world, CountryId id) {
        Country country = world.countries().get(id);
        return country == null ? id.value() : country.name();
    }

    /** One stage. */
    Maker stage(String what) {
        return stages.stream()
                .filter(stage -> stage.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    /** The sentence that matters most. */
    String headline() {
        return stages.stream()
                .filter(stage -> !stage.what().contains("capacity"))
                .map(stage -> "%s %s (%s%s)"
                        .formatted(
                                stage.what(),
                                Tons.percent(stage.share()),
                                stage.leader(),
                                stage.standIn()
                                        .map(years -> "; output of %s stands in".formatted(years))
                                        .orElse("")))
                .collect(Collectors.joining(", ", "Largest maker in %s: ".formatted(Reference.LAST_YEAR), "."));
    }

    /** One line per stage. */
    Table table() {
        Table table = Table.of(
                Caption.of("Who makes it")
                        .stage("shares of output unless it says capacity")
                        .year(Reference.LAST_YEAR)
                        .computedFrom(sources),
                Table.Column.text("stage"),
                Table.Column.text("largest"),
                Table.Column.share("share"),
                Table.Column.share("three largest"),
                Table.Column.count("HHI, 0 to 1"));
        for (Maker stage : stages) {
            Shares shares = stage.shares();
            table = table.row(
                    Cell.text(stage.what()
                            + stage.standIn()
                                    .map(years -> ", output of " + years)
                                    .orElse("")),
                    Cell.text(stage.leader()),
                    Cell.of(share(stage.share())),
                    Cell.of(share(shares.top(3))),
                    Cell.of(hhi(shares)));
        }
        return table;
    }

    private Stacks stacks() {
        List<Stacks.Stack> stacks = new ArrayList<>();
        for (Maker stage : stages) {
            Shares shares = stage.shares();
            stacks.add(new Stacks.Stack(
                    stage.what().replace(", capacity", "") + (isKnown(shares) ? "" : ", at least"),
                    shares.ranked().stream()
                            .map(key -> new Stacks.Piece(
                                    Objects.requireNonNull(stage.names().get(key)),
                                    shares.share(key).low()))
                            .filter(piece -> piece.share() > 0)
                            .toList(),
                    "HHI " + hhi(shares).text()));
        }
        return new Stacks(
                Caption.of(
                                "Who makes it: what each makes at least (high-purity gallium: can make); hatched: not known whose")
                        .year(Reference.LAST_YEAR)
                        .computedFrom(sources),
                stacks);
    }

    private static boolean isKnown(Shares shares) {
        return shares.ranked().stream().allMatch(key -> shares.share(key).isExact());
    }

    @Override
    public Report show() {
        return Report.of(
                        "Who makes it at each stage",
                        table(),
                        stacks(),
                        Note.method(
                                "Shares are of the sum of the rows; who withholds a figure of ore is named as outside. An interval"
                                        + " encloses every way to complete what is"
                                        + " not published. HHI is the sum of squared shares."))
                .citing(sources)
                .assuming(premises);
    }

    /** To two decimals: more would pretend. */
    private static Range hhi(Shares shares) {
        Range hhi = shares.hhi();
        return new Range(Math.rint(hhi.low() * 100) / 100, Math.rint(hhi.high() * 100) / 100, Unit.INDEX);
    }

    private static Range share(Range range) {
        return new Range(range.low(), range.high(), Unit.SHARE);
    }
}
