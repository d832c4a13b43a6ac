package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.twoMakers;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Retold;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** What is lost is what is delivered with it less what is delivered without it, each as price times limit. */
class ExplainedLossesTest {

    private static final int CHAINS = 120;

    private static Loss lost(SupplyChain chain, String country) {
        Scenario contingency = Grouping.COUNTRY.in(chain).stream()
                .filter(each -> each.name().equals(country))
                .findFirst()
                .orElseThrow();
        return Losses.of(Delivery.to(METAL_USA), chain, Run.here()).of(contingency.outage(chain), Run.here());
    }

    /** China makes 90 t and Japan 10 t; the United States want 20 t and get them. Without China Japan's 10 t are left. */
    @Test
    void downToTheFigure() {
        assertThat(Retold.text(lost(twoMakers().build(), "CHN").derivation())).isEqualTo("""
                lost if served before all others: 10 t/a (first less second)
                  delivered with it: 20 t/a (all that is wanted; no limit binds)
                  delivered without it: 10 t/a (sum)
                    capacity of JPN: metal: 10 t/a (1 x 10 t/a; jpn/smelt)
                      its figure: 10 t/a (10 t/a (reported, stated))
                """);
    }

    @Test
    void whatWasNotUsedIsLostWithoutALoss() {
        assertThat(Retold.text(lost(twoMakers().build(), "JPN").derivation())).isEqualTo("""
                lost if served before all others: 0 t/a (it is not used, so it makes no difference)
                """);
    }

    /** In every sense, at either end. */
    @Test
    void termsAddUpToTheLoss() {
        int told = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            boolean ranges = seed % 2 == 0;
            SupplyChain chain = RandomFlows.chain(seed)
                    .mapFigures((place, figure) -> ranges && place.kind() == FigurePlace.Kind.NAMEPLATE
                            ? figure.map(one -> Spread.between(one.central() * 0.5, one.central() * 1.2 + 0.1))
                            : figure);
            Delivery question = Delivery.to(Target.of(
                            Ids.material("target"),
                            chain.demand(Ids.demand("target-0")).consumer()))
                    .drawingStocksOver(seed % 3);
            Losses losses = Losses.of(question, chain, Run.here());
            double wanted = chain.ask(question).wanted().high();
            for (Scenario contingency : Grouping.COUNTRY.withDemand().in(chain)) {
                Aftermath aftermath = losses.after(contingency.outage(chain), Run.here());
                List<Loss> senses = new ArrayList<>(List.of(aftermath.loss(), aftermath.shared()));
                aftermath.asTraded().ifPresent(senses::add);
                for (Loss loss : senses) {
                    Range reckoned = Retold.of(loss.derivation());
                    // Losses are rounded to nine significant digits of what is wanted: at most 5e-9 of it.
                    assertThat(reckoned.low())
                            .as("seed %s, %s", seed, contingency)
                            .isCloseTo(loss.lost().low(), within(5e-9 * wanted));
                    assertThat(reckoned.high())
                            .as("seed %s, %s", seed, contingency)
                            .isCloseTo(loss.lost().high(), within(5e-9 * wanted));
                    told += Retold.leaves(loss.derivation()).size();
                }
            }
        }
        assertThat(told).isGreaterThan(CHAINS * 10);
    }
}
