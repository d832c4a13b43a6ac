package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Retold;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** Of each pool, each origin's part times the share of it that has passed through a group. */
class ExplainedTracingTest {

    private static final int CHAINS = 100;

    @Test
    void termsAddUpToTheShare() {
        int told = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            boolean ranges = seed % 2 == 0;
            SupplyChain chain = RandomFlows.chain(seed)
                    .mapFigures((place, figure) -> ranges && place.kind() == FigurePlace.Kind.NAMEPLATE
                            ? figure.map(one -> Spread.between(one.central() * 0.5, one.central() * 1.2 + 0.1))
                            : figure);
            Target target = Target.of(
                    Ids.material("target"), chain.demand(Ids.demand("target-0")).consumer());
            Tracing tracing = Tracing.of(Delivery.to(target).drawingStocksOver(seed % 3), chain, Run.here());
            List<Scenario> groups = new ArrayList<>(Grouping.COUNTRY.in(chain));
            groups.addAll(Grouping.LINE.in(chain));
            groups.addAll(Grouping.LINK.in(chain));
            for (Scenario group : groups) {
                Outage outage = group.outage(chain);
                Tracing.Passage passage =
                        tracing.against(List.of(outage), Run.here()).passage(outage, Run.here());
                Range share = passage.parts().get(target).share();
                Range reckoned = Retold.of(passage.derivation());
                // Shares are rounded to nine digits.
                assertThat(reckoned.low()).as("seed %s, %s", seed, group).isCloseTo(share.low(), within(5e-9));
                assertThat(reckoned.high()).as("seed %s, %s", seed, group).isCloseTo(share.high(), within(5e-9));
                told += passage.derivation().children().size();
            }
        }
        assertThat(told).isGreaterThan(CHAINS * 10);
    }
}
