package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;

/**
 * A ton of alumina leaves 100 g of gallium, of which circuits recover half: the 1,000,000 t of Australia could give 50 t, the
 * 200,000 t of "other countries" 10 t. A circuit for 8 t lives on residue of zinc, whose smelter is not in the chain.
 */
class UnknownHostTest {

    private static final ByProducts GALLIUM = ByProducts.of(material("gallium"));

    private static final SupplyChain KNOWN = SupplyChain.builder(2025)
            .add(
                    Material.of("bauxite").asBoundary(),
                    Material.of("zinc-residue").asBoundary(),
                    Material.of("alumina"),
                    Material.of("liquor").atSite(),
                    Material.of("gallium"),
                    Recipe.of("bayer")
                            .makes("alumina")
                            .asHost()
                            .from("bauxite", 2)
                            .yields("liquor", 100e-6),
                    Recipe.of("ga-bayer").makes("gallium").from("liquor", 2),
                    Recipe.of("ga-zinc").makes("gallium").from("zinc-residue", 2),
                    Recipe.of("feed").makes("gallium").stage(Stage.RECYCLING))
            .add(
                    Facility.at("aus", country("AUS"))
                            .line(line("bayer", 1_000_000))
                            .line(line("ga-bayer", 20)),
                    Facility.at("others", CountryId.NOWHERE).line(line("bayer", 200_000)))
            .build();

    private static final SupplyChain CHAIN =
            KNOWN.toBuilder().add(zinc(country("JPN"))).build();

    private static Facility zinc(CountryId where) {
        return Facility.at("zinc", where).line(line("ga-zinc", 8));
    }

    private static Line line(String recipe, double tons) {
        Figure figure = Figure.stated(tons, Unit.T_PER_A);
        return Line.of(recipe, Capacity.nameplate(figure)).output(figure);
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, Unit.T_PER_A);
    }

    @Test
    void aTotalOfKnownHostsIsATotal() {
        ByProducts.Answer answer = KNOWN.ask(GALLIUM);

        // 1,000,000 x 100e-6 / 2 + 200,000 x 100e-6 / 2
        assertThat(answer.potential()).isEqualTo(tons(60, 60));
        assertThat(answer.ofUnknownHost()).isEmpty();
        assertThat(ReportText.of(answer.show()))
                .contains("total | 60 t/a | 20 t/a |")
                .doesNotContain("Nobody knows");
    }

    @Test
    void aTotalThatLeavesOneOutHasNoEndAbove() {
        ByProducts.Answer answer = CHAIN.ask(GALLIUM);

        assertThat(answer.potential()).isEqualTo(tons(60, Double.POSITIVE_INFINITY));
        assertThat(answer.placed()).as("that of the known hosts").isEqualTo(tons(50, 50));
        assertThat(answer.ofUnknownHost()).extracting(ByProducts.Site::name).containsExactly("zinc");
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "zinc | ?the chain ends at the stream: its host is not in it | 8 t/a |",
                        "total | 60 to unlimited t/a | 28 t/a |",
                        "WARNING Nobody knows what the hosts of zinc could give, so that in all it is at least 60 t/a, and the total has no end above.");
        assertThat(CHAIN.ask(GALLIUM.in(country("AUS"))).potential())
                .as("Australia's are known")
                .isEqualTo(tons(50, 50));
    }

    /** In no place, so no site; but what hosts could give in the world is as open. */
    @Test
    void anUnknownHostOfOtherCountriesIsNotNothing() {
        ByProducts.Answer answer =
                KNOWN.toBuilder().add(zinc(CountryId.NOWHERE)).build().ask(GALLIUM);

        assertThat(answer.sites()).hasSize(1);
        assertThat(answer.others()).isEqualTo(tons(10, Double.POSITIVE_INFINITY));
        assertThat(answer.potential()).isEqualTo(tons(60, Double.POSITIVE_INFINITY));
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "(10 to unlimited t/a more those of other countries, which are in no place)",
                        "WARNING Nobody knows what the hosts of other countries could give, so that in all it is at least 60 t/a");
    }

    @Test
    void behindAFeedStandsNoHost() {
        ByProducts.Answer answer = KNOWN.toBuilder()
                .add(Facility.at("elsewhere", CountryId.ELSEWHERE).line(line("feed", 5)))
                .build()
                .ask(GALLIUM);

        assertThat(answer.potential()).isEqualTo(tons(60, 60));
    }
}
