package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** Draws: each figure has a random stream of its own. */
class DrawTest {

    private final SupplyChain chain = Gallium.chain();

    @Test
    void theSameDrawIsTheSameChain() {
        assertThat(chain.with(Draw.of(42, 7))).isEqualTo(chain.with(Draw.of(42, 7)));
        assertThat(chain.with(Draw.of(42, 7))).isNotEqualTo(chain.with(Draw.of(42, 8)));
        assertThat(chain.with(Draw.of(42, 7))).isNotEqualTo(chain.with(Draw.of(43, 7)));
    }

    /** Pinned: it is the same on every machine and every Java. */
    @Test
    void theNumbersNeverChange() {
        assertThat(capacity(chain, Draw.of(42, 0))).isEqualTo(9.132029585753756);
    }

    @Test
    void threadsDoNotMatter() {
        List<SupplyChain> one = Draw.series(1, 64).stream().map(chain::with).toList();
        List<SupplyChain> many =
                Draw.series(1, 64).parallelStream().map(chain::with).toList();

        assertThat(many).isEqualTo(one);
    }

    @Test
    void aFigureThatIsAddedElsewhereChangesNoOther() {
        SupplyChain more = chain.toBuilder()
                .add(Demand.of(
                        "deu-gallium",
                        "gallium",
                        country("DEU"),
                        Figure.estimated(Spread.between(1, 9), Unit.T_PER_A, Gallium.USGS)))
                .build();

        assertThat(capacity(more, Draw.of(42, 7))).isEqualTo(capacity(chain, Draw.of(42, 7)));
    }

    @Test
    void sourceAndStatusStay() {
        Figure drawn = nameplate(chain.with(Draw.of(42, 7)));

        assertThat(drawn.source()).isEqualTo(Gallium.USGS);
        assertThat(drawn.status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(drawn.range().isExact()).isTrue();
    }

    @Test
    void unknownStaysUnknown() {
        SupplyChain unsure = chain.toBuilder()
                .put(Facility.at("akita", country("JPN")).line("ga-recovery", Capacity.unknown("not published")))
                .build();

        assertThat(unsure.with(Draw.of(42, 7))).isEqualTo(unsure);
    }

    /** Even on 5..15: mean 10, variance 100/12 = 8.33; 1000 draws leave the mean within 4 * 2.887 / 31.6 = 0.37. */
    @Test
    void manyDrawsFillTheRangeEvenly() {
        double[] drawn = Draw.series(2026, 1000).stream()
                .mapToDouble(draw -> capacity(chain, draw))
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance = Arrays.stream(drawn)
                .map(value -> Math.pow(value - mean, 2))
                .average()
                .orElseThrow();

        assertThat(Arrays.stream(drawn)).allMatch(value -> value >= 5 && value < 15);
        assertThat(mean).isCloseTo(10, within(0.37));
        assertThat(variance).isCloseTo(8.33, within(0.95));
    }

    /** Each of four quarters of the range should see a quarter of the draws of two figures, each pair of quarters 1/16. */
    @Test
    void twoFiguresAreIndependent() {
        Spread even = Spread.between(0, 4);
        SupplyChain two = SupplyChain.builder(2025)
                .add(Material.of("tin"), Recipe.of("mining").makes("tin"))
                .add(Facility.at("bangka", country("IDN"))
                        .line(Line.of("mining", even(even)).output(figure(even))))
                .build();
        int[][] seen = new int[4][4];

        for (Draw draw : Draw.series(5, 1600)) {
            Line line = two.with(draw).line(line("bangka/mining")).line();
            seen[(int) line.capacity().nameplate().orElseThrow().at(Reading.CENTRAL)][
                    (int) line.output().orElseThrow().at(Reading.CENTRAL)]++;
        }

        // 100 expected in each of 16 cells; chi-square with 15 degrees of freedom passes 37.7 once in a thousand.
        double chiSquare = 0;
        for (int[] row : seen) {
            for (int cell : row) {
                chiSquare += Math.pow(cell - 100, 2) / 100;
            }
        }
        assertThat(chiSquare).isLessThan(37.7);
    }

    /**
     * 2 t of ore with 1..3 % tin make 1 t of concentrate with 2..5 %. In hundredths of a ton, x = 2..6 in the ore and c = 2..5
     * in the concentrate, x >= c holds on the integral of 6 - c over c, 18 - 10.5 = 7.5, of 4 * 3 = 12. There the mean of c is the
     * integral of c (6 - c), 24, over 7.5: 3.2; that of x the integral of (36 - c^2) / 2, 34.5, over 7.5: 4.6. Neither deviates
     * by more than 1.2, so that 4000 draws leave the means within 4 * 1.2 / 63 = 0.08.
     */
    @Test
    void noDrawMakesTinOutOfNothingAndTheOthersStayAsTheyAre() {
        SupplyChain mill = mill(tin(0.01, 0.03), tin(0.02, 0.05));

        List<double[]> drawn = Draw.series(1, 4000).stream()
                .map(draw -> tinIn(mill.with(draw)))
                .toList();

        assertThat(drawn).allMatch(tin -> tin[0] >= tin[1] * (1 - 1e-6));
        assertThat(drawn.stream().mapToDouble(tin -> tin[0]).average().orElseThrow())
                .isCloseTo(4.6, within(0.08));
        assertThat(drawn.stream().mapToDouble(tin -> tin[1]).average().orElseThrow())
                .isCloseTo(3.2, within(0.08));
        SupplyChain apart = mill(tin(0.01, 0.03), ImmutableMap.of());
        long same = Draw.series(1, 4000).stream()
                .filter(draw -> tinIn(mill.with(draw))[0] == tinIn(apart.with(draw))[0])
                .count();
        assertThat(same / 4000.0).isCloseTo(7.5 / 12, within(0.031));
    }

    /** 2 t of ore bring 5 % of a ton of tin at most, and the concentrate holds that at least: not one draw in a thousand fits. */
    @Test
    void spreadsThatHardlyEverBalanceAreRefused() {
        SupplyChain mill = mill(tin(0.01, 0.025), tin(0.05, 0.06));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mill.with(Draw.of(1, 7)))
                .withMessage(
                        "Draw 7 of series 1: the contents and coefficients of [concentrate, milling, ore] hardly ever"
                                + " balance (10000 tries). Maybe correct or narrow their spreads.");
    }

    /** 60..80 % copper and 30..50 % tin: 90 % at least, and not 130 %. */
    @Test
    void noDrawPutsMoreIntoAMaterialThanItWeighs() {
        SupplyChain bronze = SupplyChain.builder(2025)
                .add(Material.of("bronze").withContents(ImmutableMap.of("Cu", ratio(0.6, 0.8), "Sn", ratio(0.3, 0.5))))
                .build();

        assertThat(Draw.series(1, 200))
                .allSatisfy(draw -> assertThat(
                                bronze.with(draw).material(material("bronze")).contents().values().stream()
                                        .mapToDouble(figure -> figure.at(Reading.CENTRAL))
                                        .sum())
                        .isBetween(0.9, 1 + 1e-9));
    }

    @Test
    void whatIsNotTiedToATornBalanceIsDrawnOnce() {
        SupplyChain mill = mill(tin(0.01, 0.03), tin(0.02, 0.05));
        SupplyChain both = mill.toBuilder()
                .add(
                        Material.of("liquor").withContents(ImmutableMap.of("Ga", ratio(0.01, 0.03))),
                        Recipe.of("leaching").makes("liquor").from("bauxite", ratio(1, 3)),
                        Material.of("bauxite").asBoundary().withContents(ImmutableMap.of("Ga", ratio(0.01, 0.03))))
                .build();

        assertThat(Draw.series(1, 200)).allSatisfy(draw -> {
            SupplyChain drawn = both.with(draw);
            assertThat(tinIn(drawn)).containsExactly(tinIn(mill.with(draw)));
            assertThat(drawn.facilities()).isEqualTo(mill.with(draw).facilities());
        });
    }

    private static SupplyChain mill(Map<String, Figure> ore, Map<String, Figure> concentrate) {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary().withContents(ore),
                        Material.of("concentrate").withContents(concentrate),
                        Recipe.of("milling").makes("concentrate").from("ore", 2.0))
                .add(Facility.at("bangka", country("IDN")).line("milling", even(Spread.between(5, 15))))
                .build();
    }

    /** Hundredths of a ton in 2 t of ore, and in a ton of concentrate. */
    private static double[] tinIn(SupplyChain drawn) {
        return new double[] {200 * tin(drawn, "ore"), 100 * tin(drawn, "concentrate")};
    }

    private static double tin(SupplyChain drawn, String material) {
        Figure content = drawn.material(material(material)).contents().get("Sn");
        return content == null ? 0 : content.at(Reading.CENTRAL);
    }

    private static Figure ratio(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.ONE, Gallium.USGS);
    }

    private static ImmutableMap<String, Figure> tin(double low, double high) {
        return ImmutableMap.of("Sn", ratio(low, high));
    }

    private static Capacity even(Spread spread) {
        return Capacity.nameplate(figure(spread));
    }

    private static Figure figure(Spread spread) {
        return Figure.estimated(spread, Unit.T_PER_A, Gallium.USGS);
    }

    private static double capacity(SupplyChain chain, Draw draw) {
        return nameplate(chain.with(draw)).at(Reading.CENTRAL);
    }

    private static Figure nameplate(SupplyChain chain) {
        return chain.line(line("akita/ga-recovery"))
                .line()
                .capacity()
                .nameplate()
                .orElseThrow();
    }
}
