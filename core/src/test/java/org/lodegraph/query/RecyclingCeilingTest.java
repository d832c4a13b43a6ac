package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Material;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.query.RecyclingCeiling.Year;
import org.lodegraph.report.Steps;
import org.lodegraph.stock.Lifetime;

/** A metal of which 100 t a year are wanted, 60 by A and 40 by B. */
class RecyclingCeilingTest {

    private static final Source SAID = Source.of("said", "somebody said");

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(Material.of("metal").asBoundary(), Material.of("unwanted").asBoundary())
            .add(
                    Demand.of("a", "metal", country("AAA"), Figure.figure(60, Unit.T_PER_A, SAID)),
                    Demand.of("b", "metal", country("BBB"), Figure.figure(40, Unit.T_PER_A, SAID)))
            .build();

    static Figure share(double value) {
        return Figure.figure(value, Unit.SHARE, SAID);
    }

    static Figure share(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.SHARE, SAID);
    }

    static Figure years(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.YEARS, SAID);
    }

    /** One use that lasts so long, loses nothing, and is recycled by halves twice. */
    private static Use lasting(double low, double high) {
        return Use.of("all", share(1), years(low, high), Lifetime.fixed(1))
                .losing(share(0), share(0))
                .recycling(share(0.5), share(0.5), share(1));
    }

    private static RecyclingCeiling growing(double rate) {
        return RecyclingCeiling.of(material("metal"), share(rate)).until(2045);
    }

    /**
     * 10 % a year, ten years, half collected, half of that separated, all recovered: 1.1^-10 x 1/4 = 0.0963858.. of demand
     * every year, however long. In ten years demand is 100 x 1.1^10 = 259.37 t, and scrap 25 t: a quarter of today's.
     */
    @Test
    void demandThatGrowsOutrunsWhatItLeft() {
        Answer answer = WORLD.ask(growing(0.1).use(lasting(10, 10)));

        for (Year year : answer.years()) {
            assertThat(year.share().isExact()).isTrue();
            assertThat(year.share().low()).isCloseTo(Math.pow(1.1, -10) / 4, within(1e-9));
        }
        assertThat(answer.limit()).isEqualTo(answer.year(2045).share());
        assertThat(answer.year(2035).demand().low()).isCloseTo(259.374246, within(1e-6));
        assertThat(answer.year(2035).supply().low()).isCloseTo(25, within(1e-6));
        assertThat(answer.reaches(Share.percent(10)).never()).isTrue();
        assertThat(answer.encloses()).isTrue();
    }

    /** Demand that neither grows nor shrinks: all that leaves is what came in, a quarter of demand for any lifetime. */
    @Test
    void inASteadyStateLifetimesDoNotMatter() {
        for (Lifetime shape : new Lifetime[] {
            Lifetime.fixed(1),
            Lifetime.normal(10, 4),
            Lifetime.foldedNormal(10, 6),
            Lifetime.lognormal(10, 5),
            Lifetime.weibull(10, 2.5)
        }) {
            Use use = Use.of("all", share(1), years(3, 30), shape)
                    .losing(share(0), share(0))
                    .recycling(share(0.5), share(0.5), share(1));

            assertThat(WORLD.ask(growing(0).use(use)).year(2040).share())
                    .as("%s", shape)
                    .isEqualTo(Range.exactly(0.25, Unit.SHARE));
        }
    }

    /**
     * Demand shrinks by 5 % a year: what was bought ten years ago was 0.95^-10 = 1.67 times as much, and after twenty years
     * 2.79 times. A quarter of that: 41.8 % to 69.7 %. Longer lifetimes now help.
     */
    @Test
    void demandThatShrinksIsOutrun() {
        Answer answer = WORLD.ask(growing(-0.05).use(lasting(10, 20)));

        assertThat(answer.year(2030).share().low()).isCloseTo(Math.pow(0.95, -10) / 4, within(1e-9));
        assertThat(answer.year(2030).share().high()).isCloseTo(Math.pow(0.95, -20) / 4, within(1e-9));
        assertThat(answer.encloses()).isTrue();
    }

    /**
     * Growth of 10 % a year stops today. What leaves after t years of ten was bought 10 - t years before today:
     * 1.1^(t - 10) / 4. It passes 20 % when 1.1^(t - 10) >= 0.8, t - 10 >= -2.34: in the 8th year, 2033; from the 10th on it is
     * a quarter.
     */
    @Test
    void whenGrowthStopsScrapCatchesUp() {
        Answer answer = WORLD.ask(growing(0)
                .after(share(0.1))
                .use(lasting(10, 10))
                .covering(Share.percent(20), Share.percent(25), Share.percent(26)));

        assertThat(answer.year(2032).share().low()).isCloseTo(Math.pow(1.1, -3) / 4, within(1e-9));
        assertThat(answer.year(2033).share().low()).isCloseTo(Math.pow(1.1, -2) / 4, within(1e-9));
        assertThat(answer.reached())
                .containsExactly(
                        new RecyclingCeiling.Reached(
                                Share.percent(20),
                                Optional.of(2033),
                                Optional.of(2033),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new RecyclingCeiling.Reached(
                                Share.percent(25),
                                Optional.of(2035),
                                Optional.of(2035),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new RecyclingCeiling.Reached(
                                Share.percent(26),
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                Optional.empty(),
                                Optional.empty()));
    }

    /**
     * Demand did not grow until today, and now grows by 10 % a year. What leaves was bought ten years before, so in the t-th
     * year a quarter / 1.1^t is covered: 20 % as long as 1.1^t <= 1.25, t <= 2.34: until 2027. With a lifetime of twelve years
     * nothing else changes before the tenth year.
     */
    @Test
    void whenGrowthStartsScrapFallsBehind() {
        Answer answer =
                WORLD.ask(growing(0.1).after(share(0)).use(lasting(10, 12)).covering(Share.percent(20)));

        assertThat(answer.year(2027).share().low()).isCloseTo(0.25 / 1.21, within(1e-9));
        assertThat(answer.year(2028).share().high()).isCloseTo(0.25 / 1.331, within(1e-9));
        assertThat(answer.reached())
                .containsExactly(new RecyclingCeiling.Reached(
                        Share.percent(20),
                        Optional.of(2025),
                        Optional.of(2025),
                        false,
                        Optional.of(2027),
                        Optional.of(2027)));
        assertThat(ReportText.of(answer.show()))
                .contains("It could cover 20.0 % from 2025 until 2027; in every reading from 2025 until 2027.");
    }

    /**
     * 40 % is lost in fabrication, of which 90 % comes back at once: 0.4 x 0.9 = 36 %. The other 60 % comes back after ten
     * years, a quarter of it: 0.6 x 0.25 x 1.1^-10 = 5.78 %.
     */
    @Test
    void newScrapComesBackAtOnce() {
        Answer answer = WORLD.ask(growing(0.1).use(lasting(10, 10).losing(share(0.4), share(0.9))));
        Year year = answer.year(2030);

        assertThat(year.fresh()).isEqualTo(Range.exactly(0.36, Unit.SHARE));
        assertThat(year.old().low()).isCloseTo(0.15 * Math.pow(1.1, -10), within(1e-9));
        assertThat(year.share().low()).isCloseTo(0.36 + 0.15 * Math.pow(1.1, -10), within(1e-9));
    }

    /**
     * Chips last 2 years, panels 20, each 30 to 70 % of demand; all is recycled, demand doubles each year. Chips: 1/4, panels:
     * 2^-20. Least with 30 % of chips and 70 % of panels, most the other way round: parts add up to one.
     */
    @Test
    void theUsesShareDemand() {
        Use chips = Use.of("chips", share(0.3, 0.7), years(2, 2), Lifetime.fixed(1))
                .losing(share(0), share(0))
                .recycling(share(1), share(1), share(1));
        Use panels = Use.of("panels", share(0.3, 0.7), years(20, 20), Lifetime.fixed(1))
                .losing(share(0), share(0))
                .recycling(share(1), share(1), share(1));

        Range share = WORLD.ask(growing(1).use(chips, panels)).year(2025).share();

        assertThat(share.low()).isCloseTo(0.3 * 0.25 + 0.7 * Math.pow(2, -20), within(1e-9));
        assertThat(share.high()).isCloseTo(0.7 * 0.25 + 0.3 * Math.pow(2, -20), within(1e-9));
    }

    /** Whatever the mixture: between 2^-20, all panels, and 1/4, all chips. */
    @Test
    void partsThatNobodyKnowsAreAnyMixture() {
        Figure unknown = Figure.unknown(Unit.SHARE, "not published");
        RecyclingCeiling question = growing(1);
        for (int life : new int[] {2, 20}) {
            question = question.use(Use.of("for " + life, unknown, years(life, life), Lifetime.fixed(1))
                    .losing(share(0), share(0))
                    .recycling(share(1), share(1), share(1)));
        }

        Range share = WORLD.ask(question).year(2025).share();

        assertThat(share.low()).isCloseTo(Math.pow(2, -20), within(1e-9));
        assertThat(share.high()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void whatIsNotSaidIsAnyShare() {
        Use use = Use.of("all", share(1), years(10, 10), Lifetime.fixed(1)).losing(share(0), share(0));
        Answer answer = WORLD.ask(growing(0).use(use));

        assertThat(answer.year(2025).share()).isEqualTo(new Range(0, 1, Unit.SHARE));
        assertThat(answer.assumptions().toString()).contains("collection of use 'all': unknown (not stated)");
    }

    /**
     * 1,000 t are in use and last ten years; nothing grew: 100 t leave each year and 100 t replace them. From now on the
     * stock grows by 2 % a year: 20 t more are needed in 2026 beside the 100 t that leave, 20.4 t more in 2027. A quarter of
     * 100 t of scrap in 120 t of demand: 20.83 %; in 120.4 t: 20.76 %.
     */
    @Test
    void aStockThatGrowsAsksForMoreThanItLeaves() {
        Use use = Use.of("all", Figure.figure(1_000, Unit.T, SAID), years(10, 10), Lifetime.fixed(1))
                .losing(share(0), share(0))
                .recycling(share(0.5), share(0.5), share(1));
        Answer answer = WORLD.ask(growing(0.02).after(share(0)).byStock().use(use));

        assertThat(answer.year(2025).demand().low()).isCloseTo(100, within(1e-6));
        assertThat(answer.year(2026).demand().low()).isCloseTo(120, within(1e-6));
        assertThat(answer.year(2026).share().low()).isCloseTo(25.0 / 120, within(1e-9));
        assertThat(answer.year(2027).share().low()).isCloseTo(25 / 120.4, within(1e-9));
        assertThat(answer.encloses()).isFalse();
        // In the long run the stock and its inflow grow alike.
        assertThat(answer.limit().low()).isCloseTo(Math.pow(1.02, -10) / 4, within(1e-9));
    }

    @Test
    void askedOfOneCountry() {
        assertThat(WORLD.ask(growing(0).in(country("BBB")).use(lasting(10, 10)))
                        .year(2025)
                        .supply())
                .isEqualTo(Range.exactly(10, Unit.T_PER_A));
    }

    @Test
    void growthThatTurnsOnlyTriesReadings() {
        RecyclingCeiling turns = growing(-0.02).after(share(0.05)).use(lasting(5, 15));

        assertThat(WORLD.ask(turns).encloses()).isFalse();
        assertThat(WORLD.ask(turns).reaches(Share.ALL).never()).isFalse();
    }

    @Test
    void whatCannotBeFollowedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(growing(0)))
                .withMessage(
                        "Recycling ceiling of [metal]: no use is named, so nothing is known to come back. Maybe name a use, its size and its life.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(growing(0).use(lasting(10, 10)).until(2024)))
                .withMessage(
                        "Recycling ceiling of [metal]: the last year (2024) lies before the figures of 2025. Maybe say until which year.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(RecyclingCeiling.of(material("unwanted"), share(0))
                        .until(2030)
                        .use(lasting(10, 10))))
                .withMessage("RecyclingCeiling: nobody wants [unwanted]. Maybe another material of the chain.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lasting(10, 10).losing(share(40), share(1)))
                .withMessage(
                        "Use 'all': a share is not within 0..1 (seen: 4000.0 % (reported, said)). Maybe it is in percent.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growing(0).use(lasting(1, 1), lasting(2, 2)))
                .withMessage("Use 'all': there are two of that name ([all] seen). Maybe add them up.");
        assertThatIllegalArgumentException().isThrownBy(() -> RecyclingCeiling.of(material("metal"), share(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(
                        growing(-0.9).use(Use.of("all", share(1), years(100, 100), Lifetime.weibull(1, 0.5)))))
                .withMessageStartingWith("Use 'all': what came in 3000 years ago would still count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(growing(-0.5)
                        .after(share(0))
                        .byStock()
                        .use(new Use(
                                "all",
                                Figure.figure(1, Unit.T, SAID),
                                years(10, 10),
                                Lifetime.fixed(1),
                                share(0),
                                share(0),
                                share(1),
                                share(1),
                                share(1)))))
                .withMessage(
                        "Use 'all': nothing new is needed in some year, so fast does what is in use fall (lifetime 10.0 years). Maybe let demand grow.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(growing(0).use(lasting(1, 1))).year(2050));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(growing(0).in(bloc("EU")).use(lasting(1, 1))));
    }

    @Test
    void sayWhatTheyFound() {
        Answer answer =
                WORLD.ask(growing(0.1).use(lasting(5, 10)).until(2030).covering(Share.percent(10), Share.percent(20)));

        assertThat(answer.show().parts().stream()
                        .filter(Steps.class::isInstance)
                        .map(part -> ((Steps) part).caption().facts()))
                .containsExactly(List.of("% of demand", "2025 to 2030", "computed from somebody said"));
        assertThat(ReportText.of(answer.show())).isEqualTo("""
                # How much of metal could scrap cover?
                2025 to 2030, read on 2025-12-31
                FINDING Old and new scrap could cover 9.6 % to 15.5 % of demand in 2025 and 9.6 % to 15.5 % in 2030; if growth goes on, the share tends to 9.6 % to 15.5 %. It could cover 10.0 % at the earliest in 2025; not in every reading by 2030. It can never cover 20.0 %.
                What scrap could cover: first, last and every fifth year [gross, computed from somebody said]
                year | demand | old scrap | new scrap | both | supply
                2025 | 100 t/a | 9.6 % to 15.5 % | 0.0 % | 9.6 % to 15.5 % | 9.639 to 15.52 t/a
                2030 | 161.1 t/a | 9.6 % to 15.5 % | 0.0 % | 9.6 % to 15.5 % | 15.52 to 25 t/a

                old and new scrap from 2025-01-01: 9.6 % to 15.5 %
                old and new scrap from 2026-01-01: 9.6 % to 15.5 %
                old and new scrap from 2027-01-01: 9.6 % to 15.5 %
                old and new scrap from 2028-01-01: 9.6 % to 15.5 %
                old and new scrap from 2029-01-01: 9.6 % to 15.5 %
                old and new scrap from 2030-01-01: 9.6 % to 15.5 %
                METHOD Old scrap is what leaves use x collection x separation x recovery, new scrap is demand x fabrication loss x its recovery. Demand grows evenly, and uses keep their parts and rates. Every reading of the figures lies inside the shares. Method: lodegraph recycling ceiling 1.
                Source: somebody said
                """);
    }
}
