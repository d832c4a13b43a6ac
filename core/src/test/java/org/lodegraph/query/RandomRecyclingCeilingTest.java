package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.query.RecyclingCeilingTest.years;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Material;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.query.RecyclingCeiling.Year;
import org.lodegraph.report.Retold;
import org.lodegraph.stock.Lifetime;

/** Beside a twin that adds up, for one reading of every figure, what each earlier year's goods leave in a year. */
class RandomRecyclingCeilingTest {

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(Material.of("metal").asBoundary())
            .add(Demand.of("a", "metal", country("AAA"), Figure.stated(100, Unit.T_PER_A)))
            .build();

    private static final int LAST = 2045;

    /** One reading of one use. */
    private record Reading(double size, Lifetime life, double loss, double lossRecovery, double kept) {}

    /** The share of demand that scrap covers t years from now. */
    private static double covered(List<Reading> uses, double before, double growth, int t) {
        double scrap = 0;
        double demand = 0;
        for (Reading use : uses) {
            demand += use.size * bought(before, growth, t);
            scrap += use.size * bought(before, growth, t) * use.loss * use.lossRecovery;
            for (int age = 0; age < 300; age++) {
                double leaves = use.life.survival(age - 1) - use.life.survival(age);
                scrap += use.size * bought(before, growth, t - age) * (1 - use.loss) * leaves * use.kept;
            }
        }
        return scrap / demand;
    }

    private static double bought(double before, double growth, int t) {
        return Math.pow(1 + (t < 0 ? before : growth), t);
    }

    private static Lifetime shape(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Lifetime.fixed(1);
            case 1 -> Lifetime.normal(10, 1 + 4 * random.nextDouble());
            case 2 -> Lifetime.foldedNormal(10, 1 + 8 * random.nextDouble());
            case 3 -> Lifetime.lognormal(10, 1 + 3 * random.nextDouble());
            default -> Lifetime.weibull(10, 1.5 + 3 * random.nextDouble());
        };
    }

    private static Range span(Random random, double low, double high, boolean exact) {
        double one = low + (high - low) * random.nextDouble();
        double other = exact ? one : low + (high - low) * random.nextDouble();
        return new Range(Math.min(one, other), Math.max(one, other), Unit.ONE);
    }

    private static Figure share(Range range) {
        return RecyclingCeilingTest.share(range.low(), range.high());
    }

    private static double draw(Random random, Range range) {
        return switch (random.nextInt(4)) {
            case 0 -> range.low();
            case 1 -> range.high();
            default -> range.low() + (range.high() - range.low()) * random.nextDouble();
        };
    }

    /** A use with ranges, which can also be read. */
    private record Ranges(Lifetime shape, Range size, Range life, Range loss, Range lossRecovery, Range[] kept) {

        static Ranges any(Random random, boolean exact) {
            return new Ranges(
                    RandomRecyclingCeilingTest.shape(random),
                    span(random, 0, 1, exact),
                    span(random, 1, 30, exact),
                    span(random, 0, 0.6, exact),
                    span(random, 0, 1, exact),
                    new Range[] {span(random, 0, 1, exact), span(random, 0, 1, exact), span(random, 0, 1, exact)});
        }

        Use use(int at) {
            return Use.of("use " + at, share(size), years(life.low(), life.high()), shape)
                    .losing(share(loss), share(lossRecovery))
                    .recycling(share(kept[0]), share(kept[1]), share(kept[2]));
        }

        Reading read(Random random) {
            return new Reading(
                    draw(random, size),
                    shape.withMean(draw(random, life)),
                    draw(random, loss),
                    draw(random, lossRecovery),
                    draw(random, kept[0]) * draw(random, kept[1]) * draw(random, kept[2]));
        }
    }

    private static List<Ranges> uses(Random random, boolean exact) {
        List<Ranges> uses = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            uses.add(Ranges.any(random, exact));
        }
        return uses;
    }

    private static Answer ask(List<Ranges> uses, Range before, Range growth) {
        RecyclingCeiling question = RecyclingCeiling.of(material("metal"), share(growth))
                .after(share(before))
                .until(LAST);
        for (int i = 0; i < uses.size(); i++) {
            question = question.use(uses.get(i).use(i));
        }
        return WORLD.ask(question);
    }

    @Test
    void exactFiguresGiveTheTwinsNumber() {
        Random random = new Random(40);
        for (int i = 0; i < 300; i++) {
            List<Ranges> uses = uses(random, true);
            Range before = span(random, -0.01, 0.1, true);
            Range growth = span(random, -0.01, 0.1, true);
            List<Reading> reading = uses.stream().map(use -> use.read(random)).toList();

            Answer answer = ask(uses, before, growth);

            for (Year year : answer.years()) {
                double twin = covered(reading, before.low(), growth.low(), year.year() - 2025);
                assertThat(year.share().isExact()).isTrue();
                assertThat(year.share().low()).as("%s", answer.question()).isCloseTo(twin, within(2e-9 * (1 + twin)));
            }
        }
    }

    /** Growth of either sign, also across zero: whatever the reading, the answer encloses it, in the long run too. */
    @Test
    void everyReadingLiesInsideWhatEncloses() {
        Random random = new Random(41);
        int enclosing = 0;
        for (int i = 0; i < 400; i++) {
            List<Ranges> uses = uses(random, false);
            Range before = span(random, -0.01, 0.1, false);
            Range growth = span(random, -0.01, 0.1, false);
            Answer answer = ask(uses, before, growth);
            if (!answer.encloses()) {
                continue;
            }
            enclosing++;
            for (int j = 0; j < 8; j++) {
                List<Reading> reading =
                        uses.stream().map(use -> use.read(random)).toList();
                if (reading.stream().allMatch(use -> use.size == 0)) {
                    continue;
                }
                double past = draw(random, before);
                double future = draw(random, growth);
                for (int t = 0; t <= 20; t += 10) {
                    assertInside(answer.year(2025 + t).share(), covered(reading, past, future, t), answer);
                }
                // 250 years from now nothing of the past is left, so this is the long run.
                assertInside(answer.limit(), covered(reading, past, future, 250), answer);
            }
        }
        assertThat(enclosing).isGreaterThan(150);
    }

    private static void assertInside(Range range, double value, Answer answer) {
        double rounding = 2e-9 * (1 + value);
        assertThat(value).as("%s", answer.question()).isBetween(range.low() - rounding, range.high() + rounding);
    }

    /** What is told to be never covered is covered in none of 300 years, under no reading drawn. */
    @Test
    void neverMeansNever() {
        Random random = new Random(42);
        int never = 0;
        for (int i = 0; i < 300; i++) {
            List<Ranges> uses = uses(random, false);
            Range before = span(random, 0, 0.1, false);
            Range growth = span(random, 0, 0.1, false);
            Answer answer = ask(uses, before, growth);
            Share goal = new Share(0.6 * random.nextDouble());
            if (!answer.reaches(goal).never()) {
                continue;
            }
            never++;
            List<Reading> reading = uses.stream().map(use -> use.read(random)).toList();
            for (int t = 0; t < 300; t += 20) {
                assertThat(covered(reading, draw(random, before), draw(random, growth), t))
                        .isLessThan(goal.value());
            }
        }
        assertThat(never).isGreaterThan(50);
    }

    /** Each end is the twin's number for some reading at the ends of the figures: no range is wider than it must be. */
    @Test
    void theEndsAreReached() {
        Random random = new Random(43);
        for (int i = 0; i < 200; i++) {
            Ranges use = Ranges.any(random, false);
            Range before = span(random, 0, 0.1, false);
            Range growth = span(random, 0, 0.1, false);
            Year year = ask(List.of(use), before, growth).year(2035);
            double kept = use.kept[0].low() * use.kept[1].low() * use.kept[2].low();
            double least = Math.min(
                    covered(List.of(low(use, use.loss.low(), kept)), before.high(), growth.high(), 10),
                    covered(List.of(low(use, use.loss.high(), kept)), before.high(), growth.high(), 10));

            assertThat(year.share().low()).isCloseTo(least, within(2e-9));
        }
    }

    /** Size x what came into use x what leaves x what is recovered, over demand. */
    @Test
    void explanationsAddUp() {
        Random random = new Random(44);
        for (int i = 0; i < 300; i++) {
            List<Ranges> uses = uses(random, i % 3 == 0);
            Answer answer = ask(uses, span(random, -0.01, 0.1, false), span(random, -0.01, 0.1, false));
            Range share = answer.years().get(answer.years().size() - 1).share();

            Range told = Retold.of(answer.explain().root());

            assertThat(told.low()).isCloseTo(share.low(), within(5e-9 * (1 + share.low())));
            assertThat(told.high()).isCloseTo(share.high(), within(5e-9 * (1 + share.high())));
        }
    }

    private static Reading low(Ranges use, double loss, double kept) {
        return new Reading(1, use.shape.withMean(use.life.high()), loss, use.lossRecovery.low(), kept);
    }
}
