package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Retold;

/** How the tons of a companion that can be made come about. */
class ExplainedByProductsTest {

    private static final int CASES = 2_000;
    private static final Source USGS = Source.of("usgs", "Mineral Commodity Summaries");

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Figure between(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.ONE, USGS);
    }

    /**
     * Hosts: 1,500,000 x 50e-6 x 1/2 = 37.5 t to 1,500,000 x 100e-6 x 1/1.25 = 120 t; the circuit takes 40 t. The smaller:
     * 37.5 to 40 t. Gove has no circuit and gives nothing.
     */
    @Test
    void downToTheFigures() {
        ByProducts.Answer answer = SupplyChain.builder(2025)
                .add(Material.of("alumina"), Material.of("liquor").atSite(), Material.of("gallium"))
                .add(
                        Recipe.of("bayer").makes("alumina").asHost().yields("liquor", between(50e-6, 100e-6)),
                        Recipe.of("circuit").makes("gallium").from("liquor", between(1.25, 2)))
                .add(
                        Facility.at("vaudreuil", country("CAN"))
                                .line(Line.of("bayer", Capacity.nameplate(t(2_000_000)))
                                        .output(t(1_500_000)))
                                .line(Line.of("circuit", Capacity.nameplate(t(40)))),
                        Facility.at("gove", country("AUS"))
                                .line(Line.of("bayer", Capacity.nameplate(t(100_000)))
                                        .output(t(100_000))))
                .build()
                .ask(ByProducts.of(material("gallium")));

        assertThat(Retold.text(answer.explain().root())).isEqualTo("""
                can be made with the circuits that stand: 37.5 to 40 t/a (sum)
                  vaudreuil: 37.5 to 40 t/a (smallest)
                    what hosts could give: 37.5 to 120 t/a (sum)
                      gallium that comes along at line 'vaudreuil/bayer': 37.5 to 120 t/a (product)
                        output of line 'vaudreuil/bayer': 1,500,000 t/a (1,500,000 t/a (reported, usgs))
                        gallium per ton of recipe 'bayer': 0.000025 to 0.00008 (product)
                          liquor yielded by recipe 'bayer': 0.00005 to 0.0001 (0.00005 to 0.0001 (estimated, usgs))
                          recovered by recipe 'circuit': 0.5 to 0.8 (first over second)
                            gallium made by recipe 'circuit': 1 (by definition)
                            liquor needed by recipe 'circuit': 1.25 to 2 (1.25 to 2 (estimated, usgs))
                    what circuits could take: 40 t/a (sum)
                      nameplate capacity of line 'vaudreuil/circuit': 40 t/a (40 t/a (reported, usgs))
                """);
    }

    @Test
    void termsAddUpToTheAnswer() {
        Random random = new Random(8);
        for (int i = 0; i < CASES; i++) {
            ByProducts.Answer answer = RandomHostSwingTest.any(random).ask(ByProducts.of(material("germanium")));
            Range told = Retold.of(answer.explain().root());
            Range supply = answer.supply();
            // Each site's part of the answer is rounded to nine significant digits, at most 5e-9 of it, and so is their
            // sum.
            assertThat(told.low()).as("case %s", i).isCloseTo(supply.low(), within(1e-8 * supply.high()));
            assertThat(told.high()).as("case %s", i).isCloseTo(supply.high(), within(1e-8 * supply.high()));
            for (ByProducts.Site site : answer.sites()) {
                Range part = Retold.of(site.derivation());
                assertThat(part.high()).as("case %s", i).isCloseTo(site.supply().high(), within(5e-9 * part.high()));
            }
        }
    }
}
