package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solvers;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** Losses on the reference chains are what ojAlgo finds, from scratch, in the chain that lacks something. */
class ReferenceLossesTest {

    private static List<Scenario> contingencies(SupplyChain chain) {
        return Stream.of(Grouping.COUNTRY_AND_STAGE, Grouping.FACILITY, Grouping.RECIPE, Grouping.LINK)
                .flatMap(grouping -> grouping.in(chain).stream())
                .toList();
    }

    private static double cold(Delivery question, SupplyChain chain) {
        Setting setting = new Setting(question, chain);
        DeliveryProgram program = setting.compile(setting.corners().all().get(0));
        List<DemandId> targets = setting.targetIds();
        Optimal optimal = Solvers.ojAlgo()
                .solve(setting.stages(program, Run.here()).firstProgram(targets))
                .optimal();
        return Got.of(program, optimal, targets).served();
    }

    @ParameterizedTest
    @CsvSource({
        "gallium, gallium-high-purity, 2025-11-08, CN-2024-US-GAGESB, LOW",
        "gallium, gallium-high-purity, 2025-11-08, CN-2024-US-GAGESB, HIGH",
        "gallium, gallium-high-purity, 2023-07-31, CN-2023-GAGE, LOW",
        "germanium, germanium, 2024-12-03, CN-2024-US-GAGESB, LOW",
        "germanium, germanium, 2024-12-03, CN-2024-US-GAGESB, HIGH",
        "rare-earths, rare-earths, 2024-12-31, CN-2023-RETECH, LOW",
        "rare-earths, rare-earths, 2024-12-31, CN-2023-RETECH, HIGH"
    })
    void areThoseOfColdSolves(String named, String wanted, LocalDate day, String control, Reading reading) {
        SupplyChain chain = Reference.chain(day.getYear(), named)
                .with(Reference.controls(control))
                .at(day);
        Delivery question =
                Delivery.to(Target.of(Ids.material(wanted), Ids.country("USA"))).at(reading);
        double most = chain.ask(question).wanted().high();
        List<Scenario> contingencies = new ArrayList<>(contingencies(chain));
        Collections.shuffle(contingencies, new Random(1));
        Losses losses = Losses.of(question, chain, Run.here());
        int costly = 0;
        for (Scenario contingency : contingencies) {
            Outage outage = contingency.outage(chain);
            Loss.Reading loss = losses.alike(outage, Run.here()).get(0);
            costly += loss.how() == Loss.How.IDLE ? 0 : 1;

            assertThat(loss.after().served())
                    .as("%s", contingency)
                    .isCloseTo(cold(question, chain.with(contingency)), within(1e-9 * most));
        }
        assertThat(costly).isPositive();
    }

    /** In every sense and over all readings: what the chain that literally lacks it delivers. */
    @ParameterizedTest
    @CsvSource({
        "gallium, gallium-high-purity, USA, 2025-11-08, CN-2024-US-GAGESB",
        "germanium, germanium, USA, 2024-12-03, CN-2024-US-GAGESB",
        "ndfeb-magnets, ndfeb-magnets, JPN, 2024-12-31, CN-2023-RETECH"
    })
    void areThoseOfLiteralDeliveries(String named, String wanted, String consumer, LocalDate day, String control) {
        SupplyChain chain = Reference.chain(day.getYear(), named)
                .with(Reference.controls(control))
                .at(day);
        Delivery question = Delivery.to(Target.of(Ids.material(wanted), Ids.country(consumer)));
        Losses losses = Losses.of(question, chain, Run.here());
        for (Scenario contingency : Grouping.COUNTRY_AND_STAGE.in(chain)) {
            Aftermath after = losses.after(contingency.outage(chain), Run.here());
            Delivery.Answer literal = chain.with(contingency).ask(question);

            assertThat(after.loss().after()).as("%s", contingency).isEqualTo(literal.unavoidable());
            assertThat(after.shared().after()).as("%s", contingency).isEqualTo(literal.shared());
            assertThat(after.asTraded().map(Loss::after)).as("%s", contingency).isEqualTo(literal.asTraded());
        }
    }
}
