package org.lodegraph.examples.classpath;

import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.lodegraph.flow.Delivery;
import org.lodegraph.graph.Projection;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.io.Answers;
import org.lodegraph.io.ChainCsv;
import org.lodegraph.io.Folder;
import org.lodegraph.io.GraphMl;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.AlternativeSources;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Exposure;
import org.lodegraph.query.Substitutes;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Grouping;

/** A program on the class path that asks a bit of everything, so that it shows on which versions the library works. */
public final class Tour {

    private final SupplyChain gallium = Reference.chain(2025, "gallium");
    private final SupplyChain magnets = Reference.chain(2024, "ndfeb-magnets", "rare-earths");
    private final Target metal = Target.of(material("gallium-high-purity"), country("USA"));
    private final Target japan = Target.of(material("ndfeb-magnets"), country("JPN"));

    private Tour() {}

    /**
     * Prints the answers.
     *
     * @param formats of {@code text}, {@code html} and {@code json}; none means text
     */
    public static void main(String[] formats) {
        Tour tour = new Tour();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Report answer : tour.answers()) {
            for (String format : formats.length == 0 ? new String[] {"text"} : formats) {
                out.println(print(format, answer));
            }
        }
        out.println(tour.files());
        out.println(tour.graphs());
    }

    private static String print(String format, Showable answer) {
        return switch (format) {
            case "text" -> Render.text(answer);
            case "html" -> Render.html(answer);
            case "json" -> Answers.json(answer);
            default ->
                throw new IllegalArgumentException("Format '%s': is none. Maybe text, html or json.".formatted(format));
        };
    }

    private List<Report> answers() {
        return Stream.of(
                        gallium.ask(Concentration.of(material("gallium"), Stage.REFINING)),
                        gallium.ask(Delivery.to(metal)),
                        gallium.ask(Chokepoints.of(metal).cutsUpTo(2)),
                        gallium.ask(Exposure.of(metal)),
                        gallium.ask(AlternativeSources.of(metal)),
                        gallium.ask(ByProducts.of(material("gallium"))),
                        magnets.ask(Substitutes.of(japan).apartFrom(Grouping.COUNTRY)),
                        magnets.ask(CapacityGaps.of(japan).within(country("JPN"), country("AUS"), country("MYS"))))
                .map(Showable::show)
                .toList();
    }

    /** Writes both chains as CSV and reads them again. */
    private String files() {
        return "Chains read again are equal: "
                + Stream.of(gallium, magnets)
                        .map(chain ->
                                ChainCsv.read(Folder.of(ChainCsv.files(chain))).equals(chain))
                        .toList();
    }

    /** Runs algorithms of JGraphT on a picture of a chain, and writes its graph. */
    private String graphs() {
        Projection<CountryId, ?> countries = Projection.countries(magnets);
        return "Countries between countries: %s%nFrom China to Japan at most: %s%n%s"
                .formatted(
                        new TreeMap<>(new BetweennessCentrality<>(countries.asGraph()).getScores()),
                        new PushRelabelMFImpl<>(countries.asFlowNetwork())
                                .getMaximumFlowValue(country("CHN"), country("JPN")),
                        GraphMl.text(SupplyGraph.of(gallium)));
    }
}
