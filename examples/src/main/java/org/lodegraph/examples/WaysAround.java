package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.MaskSubgraph;
import org.lodegraph.graph.Passage;
import org.lodegraph.graph.Projection;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
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
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    /** Crude metal that China sells, and whatever is refined; crude metal that others make would lead elsewhere. */
    private Graph<CountryId, Passage<CountryId>> ways() {
        return new MaskSubgraph<>(
                Projection.countries(chain).asFlowNetwork(),
                country -> false,
                arc -> !arc.material().equals(METAL.wanted())
                        && !(arc.material().equals(METAL.made()) && arc.source().equals(Metal.CHINA)));
    }

    /** What each country could refine of it for the United States at most, in t/a. */
    Map<CountryId, Double> refiners() {
        Graph<CountryId, Passage<CountryId>> ways = ways();
        Map<CountryId, Double> tons = new TreeMap<>();
        for (CountryId country : ways.vertexSet()) {
            if (!country.equals(Metal.CHINA) && !country.equals(Metal.USA)) {
                double most = flow(new AsSubgraph<>(ways, Set.of(Metal.CHINA, country, Metal.USA)));
                if (most > 0) {
                    tons.put(country, most);
                }
            }
        }
        return tons;
    }

    /** What all of them could do together. */
    double most() {
        return flow(ways());
    }

    private static double flow(Graph<CountryId, Passage<CountryId>> network) {
        return new PushRelabelMFImpl<>(network).getMaximumFlowValue(Metal.CHINA, Metal.USA);
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
        List<String> enough = refiners().entrySet().stream()
                .filter(entry -> entry.getValue() >= wanted().high())
                .map(entry -> Where.name(entry.getKey()))
                .toList();
        return "While China sells the United States no gallium, refiners in %s countries could still make Chinese gallium fit for them. Each of these alone could refine the %s that are wanted a year: %s."
                .formatted(refiners().size(), Tons.text(wanted()), String.join(", ", enough));
    }

    @Override
    public Report show() {
        Table table = Table.of(
                Caption.of("Refiners between China and the United States on " + DAY)
                        .basis(wanted().unit().basis().toString())
                        .year(chain.year())
                        .computedFrom(List.copyOf(chain.sources())),
                Table.Column.text("refined in"),
                Table.Column.number("can buy in China", Tons.UNIT),
                Table.Column.number("can sell to the United States", Tons.UNIT),
                Table.Column.number("both", Tons.UNIT));
        for (Map.Entry<CountryId, Double> refiner : refiners().entrySet()) {
            table = table.row(
                    Cell.text(Where.name(refiner.getKey())),
                    tons(capacity(Metal.CHINA, refiner.getKey())),
                    tons(capacity(refiner.getKey(), Metal.USA)),
                    tons(refiner.getValue()));
        }
        return Report.of(
                "Ways around a ban",
                Note.finding(headline()),
                table,
                Note.method(
                        "Largest flows in the picture of countries, %s together, with the ban read as ending where the metal is refined. Each way is taken at its most, whoever else wants the same metal: what arrives when all are served is for the delivery program to say."
                                .formatted(Tons.text(most()))));
    }

    private double capacity(CountryId from, CountryId to) {
        return ways().getAllEdges(from, to).stream()
                .mapToDouble(Passage::capacity)
                .sum();
    }

    private static Cell tons(double most) {
        return Tons.cell(Range.exactly(most, Tons.UNIT));
    }
}
