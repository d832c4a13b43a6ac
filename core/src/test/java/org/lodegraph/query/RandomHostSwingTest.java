package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

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
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Scale;

/** Random hosts and circuits; beside a twin that scales what the hosts make and asks {@link ByProducts} once more. */
class RandomHostSwingTest {

    private static final int CASES = 2_000;
    private static final int SITES = 3;
    private static final Source SOURCE = Source.of("random", "Random figures");

    static Figure figure(Random random, double most, Unit unit) {
        double one = most * (0.1 + 0.9 * random.nextDouble());
        double other = random.nextBoolean() ? one : most * (0.1 + 0.9 * random.nextDouble());
        return Figure.estimated(Spread.between(Math.min(one, other), Math.max(one, other)), unit, SOURCE);
    }

    /** Some sites have a circuit, some also another host. */
    static SupplyChain any(Random random) {
        SupplyChain.Builder builder = SupplyChain.builder(2025)
                .add(
                        Material.of("zinc"),
                        Material.of("lead"),
                        Material.of("residue").atSite(),
                        Material.of("germanium"))
                .add(
                        Recipe.of("smelt").makes("zinc").asHost().yields("residue", figure(random, 0.1, Unit.ONE)),
                        Recipe.of("other").makes("lead").asHost().yields("residue", figure(random, 0.1, Unit.ONE)),
                        Recipe.of("circuit").makes("germanium").from("residue", figure(random, 2, Unit.ONE)));
        for (int site = 0; site < SITES; site++) {
            Facility facility = Facility.at("site-" + site, country("AAA")).line(line(random, "smelt", 100));
            if (random.nextBoolean()) {
                facility = facility.line(line(random, "other", 100));
            }
            if (site == 0 || random.nextBoolean()) {
                Line circuit = Line.of("circuit", Capacity.nameplate(figure(random, 10, Unit.T_PER_A)));
                facility =
                        facility.line(random.nextBoolean() ? circuit : circuit.output(Figure.stated(1, Unit.T_PER_A)));
            }
            builder.add(facility);
        }
        return builder.build();
    }

    private static Line line(Random random, String recipe, double most) {
        Figure output = figure(random, most, Unit.T_PER_A);
        return Line.of(recipe, Capacity.nameplate(output)).output(output);
    }

    private static SupplyChain read(SupplyChain chain, Random random) {
        return chain.mapFigures((place, figure) -> {
            double low = figure.range().low();
            double high = figure.range().high();
            return Figure.stated(
                    random.nextInt(3) == 0
                            ? (random.nextBoolean() ? low : high)
                            : low + (high - low) * random.nextDouble(),
                    figure.unit());
        });
    }

    private static Companion swing(SupplyChain chain, double by) {
        return chain.ask(HostSwing.of(material("zinc"), by))
                .find(material("germanium"))
                .orElseThrow();
    }

    private static ByProducts.Answer ask(SupplyChain chain) {
        return chain.ask(ByProducts.of(material("germanium")));
    }

    private static SupplyChain scaled(SupplyChain chain, double by) {
        return chain.with(Scale.output(Lines.of(recipe("smelt")), 1 + by));
    }

    private static double by(Random random) {
        return random.nextInt(5) == 0 ? -1 : -1 + 2.5 * random.nextDouble();
    }

    @Test
    void isTheDifferenceOfTwoSupplies() {
        Random random = new Random(20261127);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = read(any(random), random);
            double by = by(random);
            double before = ask(chain).supply().low();
            double after = ask(scaled(chain, by)).supply().low();

            assertThat(swing(chain, by).change().isExact()).isTrue();
            assertThat(swing(chain, by).change().low())
                    .as("case %s by %s", i, by)
                    .isCloseTo(after - before, within(1e-7));
        }
    }

    /** In half of the cases zinc yields germanium itself too. */
    private static SupplyChain maybeDirect(SupplyChain chain, Random random) {
        return random.nextBoolean()
                ? chain
                : chain.toBuilder()
                        .put(chain.recipe(recipe("smelt")).yields("germanium", figure(random, 0.05, Unit.ONE)))
                        .build();
    }

    /** Beside what zinc yields itself, its twin leaves as much in a stream of which a circuit without limit takes all. */
    @Test
    void aDirectYieldIsAStreamThatNothingHoldsUp() {
        Random random = new Random(1955);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = any(random);
            Recipe smelt = chain.recipe(recipe("smelt"));
            Figure yield = figure(random, 0.05, Unit.ONE);
            SupplyChain direct =
                    chain.toBuilder().put(smelt.yields("germanium", yield)).build();
            SupplyChain.Builder twin = chain.toBuilder()
                    .add(Material.of("drops").atSite())
                    .put(smelt.yields("drops", yield))
                    .add(Recipe.of("tap").makes("germanium").from("drops", 1));
            chain.facilities()
                    .values()
                    .forEach(facility -> twin.put(
                            facility.line(Line.of("tap", Capacity.nameplate(Figure.stated(1e6, Unit.T_PER_A))))));
            double by = by(random);

            // supplies are rounded to nine digits: here site and yield, there their sum
            assertEncloses(about(ask(direct).supply()), ask(twin.build()).supply(), i);
            assertEncloses(about(ask(twin.build()).supply()), ask(direct).supply(), i);
            assertClose(swing(direct, by).change(), swing(twin.build(), by).change());
        }
    }

    @Test
    void enclosesEveryReading() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = maybeDirect(any(random), random);
            double by = by(random);
            Companion swing = swing(chain, by);
            SupplyChain read = read(chain, random);
            Companion exact = swing(read, by);

            assertEncloses(swing.change(), exact.change(), i);
            assertEncloses(swing.lost(), exact.lost(), i);
            for (HostSwing.Site site : swing.sites()) {
                assertClose(Retold.of(site.changing()), site.change());
                assertClose(Retold.of(site.losing()), site.lost());
            }
        }
    }

    private static Range about(Range range) {
        return new Range(range.low() * (1 - 1e-8), range.high() * (1 + 1e-8), range.unit());
    }

    private static void assertClose(Range told, Range range) {
        assertThat(told.low()).isCloseTo(range.low(), within(1e-9 * (1 + Math.abs(range.low()))));
        assertThat(told.high()).isCloseTo(range.high(), within(1e-9 * (1 + Math.abs(range.high()))));
    }

    private static Tree.Node given(Range range) {
        return Derivation.given("given", range, "given");
    }

    private static void assertEncloses(Range range, Range exact, int at) {
        assertThat(exact.low()).as("case %s", at).isGreaterThanOrEqualTo(range.low() - 1e-7);
        assertThat(exact.high()).as("case %s", at).isLessThanOrEqualTo(range.high() + 1e-7);
    }

    @Test
    void moreNeverLowersAndLessNeverRaises() {
        Random random = new Random(4);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = maybeDirect(any(random), random);
            double by = by(random);
            Companion swing = swing(chain, by);

            if (by >= 0) {
                assertThat(swing.change().low()).isGreaterThanOrEqualTo(0);
                assertThat(swing.lost().high()).isZero();
            } else {
                assertThat(swing.change().high()).isLessThanOrEqualTo(0);
                assertThat(swing.lost().low()).isGreaterThanOrEqualTo(0);
            }
        }
    }

    /** Each end is reached by some host and cap on a grid, up to its mesh, and no point of the grid lies outside. */
    @Test
    void theEndsAreThoseOfAFineGrid() {
        Random random = new Random(7);
        int mesh = 200;
        for (int i = 0; i < CASES / 10; i++) {
            Range host = figure(random, 10, Unit.T_PER_A).range();
            Range cap = figure(random, 10, Unit.T_PER_A).range();
            double factor = 2 * random.nextDouble();
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int x = 0; x <= mesh; x++) {
                for (int y = 0; y <= mesh; y++) {
                    double gives = host.low() + (host.high() - host.low()) * x / mesh;
                    double most = cap.low() + (cap.high() - cap.low()) * y / mesh;
                    double change = Math.min(factor * gives, most) - Math.min(gives, most);
                    low = Math.min(low, change);
                    high = Math.max(high, change);
                }
            }
            Range range =
                    new Swing(given(host), given(cap), factor).change("swing").amount();
            // between two points a host of at most 10 changes by 10 / 200, times two at most
            assertThat(range.low()).isBetween(low - 0.1, low + 1e-12);
            assertThat(range.high()).isBetween(high - 1e-12, high + 0.1);
        }
    }
}
