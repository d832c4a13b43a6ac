package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.ban;
import static org.lodegraph.flow.FlowFixtures.twoMakers;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;

/** Price times limit, over all limits that bind, is what is delivered. */
class ExplainedDeliveryTest {

    private static final int CHAINS = 1_000;

    private static Target target(SupplyChain chain) {
        return Target.of(
                Ids.material("target"), chain.demand(Ids.demand("target-0")).consumer());
    }

    /** Japan's 10 t are all there is: a ton more of it is a ton more; the ban lets 0 t pass. */
    @Test
    void downToTheFigure() {
        Tree tree = twoMakers()
                .add(ban("metal").build())
                .build()
                .ask(Delivery.to(METAL_USA))
                .explain();

        assertThat(tree.root().amount()).hasToString("10 t/a");
        Tree.Node japan = tree.root().children().get(0);
        assertThat(japan.label()).isEqualTo("capacity of JPN: metal");
        assertThat(japan.remark()).isEqualTo("1 x 10 t/a; jpn/smelt");
        assertThat(japan.children())
                .containsExactly(
                        Tree.Node.of("its figure", Cell.of(FlowFixtures.t(10))).remark("10 t/a (reported, stated)"));
        assertThat(Retold.of(tree.root())).hasToString("10 t/a");
    }

    @Test
    void whoLacksNothingIsNotLimited() {
        Tree.Node root =
                twoMakers().build().ask(Delivery.to(METAL_USA)).explain().root();

        assertThat(root.amount()).hasToString("20 t/a");
        assertThat(root.remark()).isEqualTo("all that is wanted; no limit binds");
    }

    @Test
    void termsAddUpToTheDelivery() {
        int bound = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            SupplyChain chain = RandomFlows.chain(seed);
            Delivery question =
                    Delivery.to(target(chain)).drawingStocksOver(seed % 3).at(Reading.CENTRAL);
            Delivery.Answer answer = chain.ask(question);
            Range told = Retold.of(answer.explain().root());
            assertThat(told.low())
                    .as("seed %s", seed)
                    .isCloseTo(
                            unrounded(question, chain),
                            within(1e-9 * answer.wanted().high()));
            assertThat(told.low()).as("seed %s", seed).isEqualTo(told.high());
            bound += answer.binding().isEmpty() ? 0 : 1;
        }
        assertThat(bound).isGreaterThan(CHAINS / 4);
    }

    private static double unrounded(Delivery question, SupplyChain chain) {
        return Losses.of(question, chain, Run.here())
                .alike(Outage.NONE, Run.here())
                .get(0)
                .before()
                .served();
    }

    /** Where figures are ranges, the reading that is told lies within the answer. */
    @Test
    void theReadingThatIsToldLiesInTheAnswer() {
        for (long seed = 0; seed < CHAINS / 4; seed++) {
            SupplyChain chain = RandomFlows.chain(seed)
                    .mapFigures((place, figure) -> place.kind() == FigurePlace.Kind.NAMEPLATE
                            ? figure.map(one -> Spread.between(one.central() * 0.5, one.central() * 1.2 + 0.1))
                            : figure);
            Delivery.Answer answer = chain.ask(Delivery.to(target(chain)));
            Range told = Retold.of(answer.explain().root());
            Range served = answer.unavoidable().served();
            // Nine significant digits: half of the last is at most 5e-9 of the whole.
            double rounding = 5e-9 * answer.wanted().high();
            assertThat(told.low()).as("seed %s", seed).isBetween(served.low() - rounding, served.high() + rounding);
        }
    }
}
