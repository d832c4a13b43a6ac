package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.query.RecyclingCeilingTest.share;
import static org.lodegraph.query.RecyclingCeilingTest.years;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Material;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.stock.Lifetime;

/** What is in use grows, and demand is what that takes: beside a twin that replaces what leaves, year by year. */
class StockRecyclingTest {

    private static final SupplyChain WORLD =
            SupplyChain.builder(2025).add(Material.of("metal").asBoundary()).build();

    /**
     * Inflow of the past is geometric; then each year's inflow is what leaves plus what the stock grows by. Scrap is what
     * leaves x recovery + inflow / (1 - loss) x loss x its recovery, over demand = inflow / (1 - loss).
     */
    @Test
    void demandIsWhatTheStockTakes() {
        Random random = new Random(80);
        for (int i = 0; i < 300; i++) {
            Lifetime life = Lifetime.weibull(2 + 20 * random.nextDouble(), 1.5 + 3 * random.nextDouble());
            double before = 0.1 * random.nextDouble();
            double growth = 0.1 * random.nextDouble();
            double loss = 0.5 * random.nextDouble();
            double again = random.nextDouble();
            double kept = random.nextDouble();
            double tons = 1 + 1_000 * random.nextDouble();

            Answer answer = WORLD.ask(RecyclingCeiling.of(material("metal"), share(growth))
                    .after(share(before))
                    .byStock()
                    .until(2040)
                    .use(Use.of("all", Figure.stated(tons, Unit.T), years(life.mean(), life.mean()), life)
                            .losing(share(loss), share(again))
                            .recycling(share(kept), share(1), share(1))));

            int past = 300;
            double[] inflow = new double[past + 16];
            double[] stock = new double[past + 16];
            double scale = 0;
            for (int t = 0; t <= past; t++) {
                inflow[t] = Math.pow(1 + before, t - past);
                scale += inflow[t] * life.survival(past - t);
            }
            stock[past] = tons;
            for (int t = 0; t <= past; t++) {
                inflow[t] *= tons / scale;
            }
            for (int t = past; t < inflow.length; t++) {
                double leaves = 0;
                for (int c = 0; c < t; c++) {
                    leaves += inflow[c] * (life.survival(t - 1 - c) - life.survival(t - c));
                }
                if (t > past) {
                    stock[t] = stock[t - 1] * (1 + growth);
                    inflow[t] = stock[t] - stock[t - 1] + leaves;
                }
                double demand = inflow[t] / (1 - loss);
                RecyclingCeiling.Year year = answer.year(2025 + t - past);
                assertThat(year.demand().low()).isCloseTo(demand, within(1e-6 * demand));
                assertThat(year.old().low()).isCloseTo(leaves * kept / demand, within(1e-8));
                assertThat(year.share().low())
                        .isCloseTo((leaves * kept + demand * loss * again) / demand, within(1e-8));
            }
        }
    }

    /** 600 t of pipes that last thirty years and 100 t of phones that last two. */
    @Test
    void severalStocksAddTheirDemands() {
        Use pipes = use("pipes", 600, 30);
        Use phones = use("phones", 100, 2);
        RecyclingCeiling question =
                RecyclingCeiling.of(material("metal"), share(0)).byStock().until(2030);

        Range both = WORLD.ask(question.use(pipes, phones)).year(2030).demand();

        // 600 / 30 + 100 / 2 = 20 + 50
        assertThat(both.low()).isCloseTo(70, within(1e-6));
        assertThat(WORLD.ask(question.use(pipes)).year(2030).demand().low()).isCloseTo(20, within(1e-6));
        assertThat(WORLD.ask(question.use(pipes, phones)).year(2030).share()).isEqualTo(Range.exactly(1, Unit.SHARE));
    }

    private static Use use(String name, double tons, double life) {
        return Use.of(name, Figure.stated(tons, Unit.T), years(life, life), Lifetime.fixed(1))
                .losing(share(0), share(0))
                .recycling(share(1), share(1), share(1));
    }
}
