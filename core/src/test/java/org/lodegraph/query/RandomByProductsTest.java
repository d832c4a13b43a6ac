package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** The random hosts and circuits of {@link RandomHostSwingTest}: caps, ceiling, and how much comes along with a host. */
class RandomByProductsTest {

    private static final int CASES = 2_000;
    private static final List<String> ORIGINS = List.of("circuit", "from-ore", "from-slag");

    private static ByProducts.Answer ask(SupplyChain chain) {
        return chain.ask(ByProducts.of(material("germanium")));
    }

    @Test
    void supplyIsNeverAboveEitherCapAndNoHostAboveItsCeiling() {
        Random random = new Random(6);
        for (int i = 0; i < CASES; i++) {
            for (ByProducts.Site site : ask(RandomHostSwingTest.any(random)).sites()) {
                Range host = site.host().orElseThrow();
                Range ceiling = site.ceiling().orElseThrow();
                assertThat(site.supply().low())
                        .isLessThanOrEqualTo(
                                Math.min(host.low(), site.circuits().low()));
                assertThat(site.supply().high())
                        .isLessThanOrEqualTo(
                                Math.min(host.high(), site.circuits().high()));
                assertThat(ceiling.low()).isBetween(host.low(), ceiling.high());
                assertThat(ceiling.high()).isEqualTo(host.high());
            }
        }
    }

    /** The twin: a chain whose circuit always recovers as much as it can at best. */
    @Test
    void theCeilingIsWhatHostsCouldGiveIfCircuitsWereAtTheirBest() {
        Random random = new Random(27);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = RandomHostSwingTest.any(random);
            Recipe circuit = chain.recipe(recipe("circuit"));
            double least = Objects.requireNonNull(circuit.inputs().get(material("residue")))
                    .range()
                    .low();
            SupplyChain best =
                    chain.toBuilder().put(circuit.from("residue", least)).build();
            Range ceiling = ask(chain).ceiling();
            Range twin = ask(best).potential();

            assertThat(ceiling.low()).as("case %s", i).isCloseTo(twin.low(), within(1e-7 * twin.low()));
            assertThat(ceiling.high()).as("case %s", i).isCloseTo(twin.high(), within(1e-7 * twin.high()));
        }
    }

    /**
     * Lines of three origins: the circuit of a host, ore, and slag at which the chain ends. A reading says of each how much it
     * makes, and of slag whether a host stands behind it.
     */
    @Test
    void whatComesAlongLiesInTheRange() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            SupplyChain.Builder builder = RandomHostSwingTest.any(random).toBuilder()
                    .add(
                            Material.of("ore").withForm(Form.ORE).asBoundary(),
                            Material.of("slag").withForm(Form.INTERMEDIATE).asBoundary())
                    .add(
                            Recipe.of("from-ore").makes("germanium").from("ore", 2),
                            Recipe.of("from-slag").makes("germanium").from("slag", 2));
            double along = 0;
            double all = 0;
            for (int at = 0; at < 4; at++) {
                int origin = random.nextInt(ORIGINS.size());
                Figure output = RandomHostSwingTest.figure(random, 10, Unit.T_PER_A);
                builder.add(Facility.at("more-" + at, country("BBB"))
                        .line(Line.of(ORIGINS.get(origin), Capacity.nameplate(output))
                                .output(output)));
                double made = random.nextBoolean()
                        ? output.range().low()
                        : output.range().high();
                all += made;
                along += origin == 0 || origin == 2 && random.nextBoolean() ? made : 0;
            }
            Range share = builder.build()
                    .ask(ByProducts.of(material("germanium")).in(country("BBB")))
                    .companionality()
                    .orElseThrow();

            assertThat(along / all).as("case %s", i).isBetween(share.low() - 1e-9, share.high() + 1e-9);
        }
    }
}
