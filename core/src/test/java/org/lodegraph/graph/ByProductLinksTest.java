package org.lodegraph.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.graph.Gallium.JAPAN;
import static org.lodegraph.graph.Gallium.tons;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Role;
import org.lodegraph.model.SupplyChain;

/** What comes along with alumina and zinc. */
class ByProductLinksTest {

    /** 65 g of gallium in the liquor per ton of alumina; 1.25 t in the liquor per ton won: 65e-6 / 1.25 = 52e-6. */
    @Test
    void galliumComesAlongWithAlumina() {
        var links = ByProductLinks.of(Gallium.builder()
                .add(Facility.at("bare", JAPAN).line("bayer", tons(1)))
                .build());

        assertThat(links.all()).singleElement().satisfies(link -> {
            assertThat(link).hasToString("alumina =companion=> gallium");
            assertThat(link.recipes()).hasToString("[bayer, circuit]");
            assertThat(link.streams()).hasToString("[liquor, gallium]");
            assertThat(link.perTon().low()).isCloseTo(52e-6, within(1e-15));
            assertThat(link.perTon().isExact()).isTrue();
            assertThat(link.sites())
                    .containsExactly(
                            new ByProductLink.Site(facility("bare"), List.of(List.of(line("bare/bayer")), List.of())),
                            site("nanshan"),
                            site("stade"));
            assertThat(link.sites()).extracting(ByProductLink.Site::isComplete).containsExactly(false, true, true);
            assertThat(link.sites().get(1).hostLines()).containsExactly(line("nanshan/bayer"));
            assertThat(link.sites().get(1).companionLines()).containsExactly(line("nanshan/circuit"));
        });
        assertThat(links.to(material("gallium"))).isEqualTo(links.all());
        assertThat(links.from(material("alumina"))).isEqualTo(links.all());
        assertThat(links.to(material("alumina"))).isEmpty();
        assertThat(links.from(material("gallium"))).isEmpty();
    }

    private static ByProductLink.Site site(String id) {
        return new ByProductLink.Site(
                facility(id), List.of(List.of(line(id + "/bayer")), List.of(line(id + "/circuit"))));
    }

    /** A range: 50 to 80 g/t in the liquor, 1.1 to 1.6 t of it per ton won: 50/1.6 = 31.25 to 80/1.1 = 72.7 g/t. */
    @Test
    void spansWhatTheFiguresSpan() {
        var builder = Gallium.builder()
                .put(
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .from("bauxite", 2)
                                .yields("liquor", between(50e-6, 80e-6)),
                        Recipe.of("circuit").makes("gallium").from("liquor", between(1.1, 1.6)));

        var perTon = ByProductLinks.of(builder.build()).all().get(0).perTon();

        assertThat(perTon.low()).isEqualTo(31.25e-6);
        assertThat(perTon.high()).isEqualTo(72.7272727e-6);
    }

    private static Figure between(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.ONE, Source.STATED);
    }

    /**
     * Zinc and lead are both hosts of one smelter. Fume leaves at once; residue goes through two steps at the site, of
     * which the second yields indium too. Slag is a waste that a cement works takes, gypsum one that nobody takes. Spent
     * acid returns to the first step and leads nowhere new.
     *
     * <pre>
     *            +--> zinc (host), lead (host, 0.5)
     *            +--> fume 0.01
     * smelt -----+--> slag 0.4 (waste) --> cement
     *            +--> gypsum 0.2 (waste)
     *            +--> residue 0.1 (waste, stays) --> leach 4 t/t --> germanium sponge (stays) --> purify 1.25 t/t --> germanium
     *                                                    ^                                          +--> indium 0.2
     *                                                    +------------ acid (stays) <---------------+
     * </pre>
     */
    @Test
    void findsEveryWayAndNoLoop() {
        var chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("zinc"),
                        Material.of("lead"),
                        Material.of("fume"),
                        Material.of("slag"),
                        Material.of("gypsum"),
                        Material.of("cement"),
                        Material.of("residue").atSite(),
                        Material.of("sponge").atSite(),
                        Material.of("acid").atSite(),
                        Material.of("germanium"),
                        Material.of("indium"))
                .add(
                        Recipe.of("smelt")
                                .makes("zinc")
                                .asHost()
                                .from("ore", 2)
                                .withYields(ImmutableMap.of(
                                        material("lead"), out(0.5, Role.HOST),
                                        material("fume"), out(0.01, Role.COMPANION),
                                        material("slag"), out(0.4, Role.WASTE),
                                        material("gypsum"), out(0.2, Role.WASTE),
                                        material("residue"), out(0.1, Role.WASTE))),
                        Recipe.of("grind").makes("cement").from("slag", 1),
                        Recipe.of("leach").makes("sponge").from("residue", 4).from("acid", 0.1),
                        Recipe.of("purify")
                                .makes("germanium")
                                .from("sponge", 1.25)
                                .yields("indium", 0.2)
                                .yields("acid", 0.3))
                .add(Facility.at("hut", JAPAN)
                        .line("smelt", tons(1))
                        .line("leach", tons(1))
                        .line("purify", tons(1)))
                .add(Facility.at("mill", JAPAN).line("grind", tons(1)))
                .build();

        // germanium: 0.1 / 4 / 1.25 = 0.02 t/t of zinc, twice that per ton of lead; indium a fifth of it
        assertThat(ByProductLinks.of(chain).all().stream()
                        .map(link -> link + " " + link.perTon() + " by " + link.recipes())
                        .collect(joining("\n")))
                .isEqualTo("""
                        lead =companion=> fume 0.02 by [smelt]
                        lead =waste=> germanium 0.04 by [smelt, leach, purify]
                        lead =waste=> indium 0.008 by [smelt, leach, purify]
                        lead =waste=> slag 0.8 by [smelt]
                        zinc =companion=> fume 0.01 by [smelt]
                        zinc =waste=> germanium 0.02 by [smelt, leach, purify]
                        zinc =waste=> indium 0.004 by [smelt, leach, purify]
                        zinc =waste=> slag 0.4 by [smelt]""");
    }

    private static Recipe.Yield out(double tons, Role role) {
        return new Recipe.Yield(Figure.stated(tons, Unit.ONE), role);
    }
}
