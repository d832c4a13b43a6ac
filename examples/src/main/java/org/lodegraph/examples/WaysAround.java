package org.lodegraph.examples;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.MaskSubgraph;
import org.lodegraph.graph.Passage;
import org.lodegraph.graph.Projection;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * While China sells the United States no gallium: in whose refineries could Chinese gallium still become the high-purity
 * metal that they use? Asked of the countries of the chain with JGraphT's flows.
 *
 * @param chain the chain of gallium on a day of the ban
 */
record WaysAround(SupplyChain chain) implements Showable {

    private static final Metal METAL = Metal.GALLIUM;

    /** The last day before China suspended its ban. */
    private static final LocalDate DAY = LocalDate.of(2025, 11, 8);

    private static final Set<FigurePlace.Kind> CAPACITIES =
            EnumSet.of(FigurePlace.Kind.NAMEPLATE, FigurePlace.Kind.EFFECTIVE, FigurePlace.Kind.PERMITTED);

    static WaysAround of() {
        return new WaysAround(METAL.chain(Reference.LAST_YEAR)
                .with(Regime.ban(Policy.Reach.ENDS_AT_PROCESSING))
                .at(DAY));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** Crude metal that China sells, and whatever is refined; crude metal that others make would lead elsewhere. */
    private Graph<CountryId, Passage<CountryId>> ways(Reading reading) {
        return new MaskSubgraph<>(
                Projection.countries(read(reading)).asFlowNetwork(),
                country -> false,
                arc -> !arc.material().equals(METAL.wanted())
                        && !(arc.material().equals(METAL.made()) && arc.source().equals(Metal.CHINA)));
    }

    /** The chain with every capacity at one end. */
    private SupplyChain read(Reading reading) {
        return chain.mapFigures((place, figure) -> CAPACITIES.contains(place.kind())
                ? figure.map(spread -> Spread.exact(reading == Reading.LOW ? spread.low() : spread.high()))
                : figure);
    }

    /** What each country could refine of it for the United States at most, if nobody else wants any, in t/a. */
    Map<CountryId, Range> refiners() {
        Map<CountryId, Range> tons = new TreeMap<>();
        for (CountryId country : chain.countries().keySet()) {
            if (!country.equals(Metal.CHINA) && !country.equals(Metal.USA)) {
                Range most = flow(Set.of(Metal.CHINA, country, Metal.USA), Metal.CHINA, Metal.USA);
                if (most.high() > 0) {
                    tons.put(country, most);
                }
            }
        }
        return tons;
    }

    private Range flow(Set<CountryId> countries, CountryId from, CountryId to) {
        return new Range(flow(Reading.LOW, countries, from, to), flow(Reading.HIGH, countries, from, to), Tons.UNIT);
    }

    private double flow(Reading reading, Set<CountryId> countries, CountryId from, CountryId to) {
        return new PushRelabelMFImpl<>(new AsSubgraph<>(ways(reading), countries)).getMaximumFlowValue(from, to);
    }

    /** What the United States want. */
    private Range wanted() {
        return chain.demandsOf(METAL.target()).stream()
                .map(demand -> demand.rate().range())
                .reduce(Range::plus)
                .orElseThrow();
    }

    /** The sentence that matters most. */
    String headline() {
        return "While China sells the United States no gallium, refiners in %s countries could still make Chinese gallium fit for them. Alone and for nobody else, of the %s that are wanted a year: %s."
                .formatted(
                        refiners().size(),
                        Tons.text(wanted()),
                        refiners().entrySet().stream()
                                .map(entry ->
                                        "%s %s".formatted(Where.name(entry.getKey()), Tons.text(entry.getValue())))
                                .collect(Collectors.joining(", ")));
    }

    @Override
    public Report show() {
        Table table = Table.of(
                Caption.of("Refiners between China and the United States on " + DAY)
                        .basis(wanted().unit().basis().toString())
                        .year(chain.year())
                        .computedFrom(chain.sources()),
                Table.Column.text("refined in"),
                Table.Column.number("can buy in China", Tons.UNIT),
                Table.Column.number("can sell to the United States", Tons.UNIT),
                Table.Column.number("both", Tons.UNIT));
        for (Map.Entry<CountryId, Range> refiner : refiners().entrySet()) {
            table = table.row(
                    Cell.text(Where.name(refiner.getKey())),
                    Tons.cell(flow(Set.of(Metal.CHINA, refiner.getKey()), Metal.CHINA, refiner.getKey())),
                    Tons.cell(flow(Set.of(refiner.getKey(), Metal.USA), refiner.getKey(), Metal.USA)),
                    Tons.cell(refiner.getValue()));
        }
        return Report.of(
                "Ways around a ban",
                Note.finding(headline()),
                table,
                Note.method(
                        "Largest flows in the picture of countries, one refiner at a time, with the ban read as ending where the metal is refined. Ranges are those of capacities, which are assumed where none is published; what can be sold ends at what is wanted. Each way is taken at its most, whoever else wants the same metal: what arrives when all are served is for the delivery program to say."));
    }
}
