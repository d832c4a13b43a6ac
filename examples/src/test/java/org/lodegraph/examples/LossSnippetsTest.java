package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Stage.REFINING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Disruption;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/** The pages of docs/queries on what is held, wanted and lost. */
class LossSnippetsTest {

    @Test
    void delivery() {
        // region delivery
        Target unitedStates = Target.of(material("gallium-high-purity"), country("USA"));
        Delivery.Answer answer = Reference.chain(2025, "gallium")
                .with(Lose.of(country("CHN")))
                .ask(Delivery.to(unitedStates).under(Response.SURGE));
        Range outbidding = answer.unavoidable().unmet(); // 0 to 1 t/a Ga content
        Range sharing = answer.shared().unmet(); // 8.093 to 15.61 t/a Ga content
        String printed = Render.text(answer);
        // endregion
        assertThat(outbidding).hasToString("0 to 1 t/a Ga content");
        assertThat(sharing).hasToString("8.093 to 15.61 t/a Ga content");
        Page.of("queries/delivery.md").shows(printed);
    }

    @Test
    void concentration() {
        // region concentration
        Concentration.Answer miners = Reference.chain(2024, "rare-earths")
                .ask(Concentration.of(material("rare-earth-concentrate")).weighted());
        Range china = miners.share(country("CHN")); // 70.3 %
        Range hhi = miners.hhi(); // 0.5192, where 1 is a single country
        Optional<Range> weighted = miners.weightedHhi(); // 0.3045, each square times how badly it is governed
        String printed = Render.text(miners);
        // endregion
        assertThat(china).hasToString("70.3 %");
        assertThat(hhi.low()).isCloseTo(0.5192, within(0.00005));
        assertThat(weighted.orElseThrow().low()).isCloseTo(0.3045, within(0.00005));

        // region concentration-capacity
        Concentration.Answer able = Reference.chain(2025, "gallium")
                .ask(Concentration.of(material("gallium"), REFINING).ofCapacity());
        Range capable = able.share(country("CHN")); // 93.0 %, of output 99.0 %
        // endregion
        assertThat(capable).hasToString("93.0 %");
        Page.of("queries/concentration.md").shows(printed);
    }

    @Test
    void chokepoints() {
        // region chokepoints
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain gallium = Reference.chain(2025, "gallium");
        Chokepoints.Answer choked =
                gallium.ask(Chokepoints.of(metal).atLeast(Share.percent(20)).cutsUpTo(2));
        Chokepoint refining = choked.find("CHN refining").orElseThrow();
        boolean essential = refining.isEssential(); // false
        Range outbidding = refining.loss().share(); // 0.0 % to 5.3 %
        Range sharing = refining.shared().share(); // 42.6 % to 82.2 %
        String printed = Render.text(choked);
        // endregion
        assertThat(essential).isFalse();
        assertThat(outbidding).hasToString("0.0 % to 5.3 %");
        assertThat(sharing).hasToString("42.6 % to 82.2 %");
        Page.of("queries/chokepoints.md").shows(printed);
    }

    @Test
    void disruption() {
        // region disruption
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain gallium = Reference.chain(2025, "gallium");
        Disruption.Answer large =
                gallium.ask(Disruption.of(metal).by(Grouping.FACILITY).holding(Share.percent(20)));
        String printed = Render.text(large);
        // endregion

        // region disruption-list
        Disruption.Answer mine = gallium.ask(
                Disruption.of(metal).when(Scenario.of("a year without Japan").then(Lose.of(country("JPN")))));
        Range left = mine.cases().get(0).aftermath().shared().after().share(); // 100.0 %
        // endregion
        assertThat(left).hasToString("100.0 %");
        Page.of("queries/disruption.md").shows(printed);
    }

    @Test
    void exposure() {
        // region exposure
        SupplyChain world = Reference.chain(2025, "gallium");
        Target unitedStates = Target.of(material("gallium-high-purity"), country("USA"));
        Exposure.Answer exposure = world.ask(Exposure.of(unitedStates));
        Range china = exposure.share("CHN refining"); // 68.1 % to 100.0 %
        List<Exposure.Exposed> hands = exposure.rows(); // groups, most first
        List<Exposure.Exposed> most = exposure.to("CHN refining"); // consumers, most first
        String printed = Render.text(exposure);
        // endregion

        assertThat(china.text()).isEqualTo("68.1 % to 100.0 %");
        assertThat(hands.get(0).group()).isEqualTo("CHN refining");
        assertThat(most).extracting(Exposure.Exposed::consumer).contains(unitedStates);
        Page.of("queries/exposure.md").shows(printed);
    }

    @Test
    void compare() {
        // region compare
        Target unitedStates = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain now = Reference.chain(2025, "gallium");
        Compare.Answer answer = now.ask(Compare.of(Delivery.to(unitedStates))
                .and("without China", Lose.of(country("CHN")))
                .beyond(Share.percent(1)));
        List<Compare.Delta> deltas = answer.side("without China").deltas(); // the largest change first
        String printed = Render.text(answer);
        // endregion
        assertThat(deltas).isNotEmpty();

        // region compare-chains
        Compare.Answer chains = now.ask(Compare.chains().and("2024", chain -> Reference.chain(2024, "gallium")));
        String what = chains.side("2024").of(Compare.Kind.ADDED).get(0).place(); // facility 'kor'
        // endregion
        assertThat(what).isEqualTo("facility 'kor'");
        Page.of("queries/compare.md").shows(printed);
    }
}
