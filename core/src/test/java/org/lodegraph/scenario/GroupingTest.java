package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.model.Ids.stock;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;

/** What could be lost together, and what exactly that is. */
class GroupingTest {

    private final SupplyChain chain = Gallium.chain();

    private List<String> names(Grouping grouping) {
        return grouping.in(chain).stream().map(Scenario::name).toList();
    }

    private Outage outage(Grouping grouping, String name) {
        return grouping.in(chain).stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow()
                .outage(chain);
    }

    @Test
    void groupsAreNamedAfterWhatIsLost() {
        assertThat(names(Grouping.LINE))
                .containsExactly("akita/ga-recovery", "shandong/bayer", "shandong/ga-circuit", "vaudreuil/ga-recovery");
        assertThat(names(Grouping.FACILITY)).containsExactly("akita", "shandong", "vaudreuil");
        assertThat(names(Grouping.OWNER)).containsExactly("owner chinalco");
        assertThat(names(Grouping.COUNTRY)).containsExactly("CAN", "CHN", "JPN", "USA");
        assertThat(names(Grouping.COUNTRY_AND_STAGE)).containsExactly("CAN recycling", "CHN refining", "JPN recycling");
        assertThat(names(Grouping.RECIPE)).containsExactly("bayer", "ga-circuit", "ga-recovery");
        assertThat(names(Grouping.LINK)).containsExactly("chn-usa-ga");
    }

    @Test
    void aCountryLosesItsLinesItsStocksAndTheLinksOutOfIt() {
        Outage china = outage(Grouping.COUNTRY, "CHN");
        assertThat(china.runs().keySet()).containsExactly(line("shandong/bayer"), line("shandong/ga-circuit"));
        assertThat(china.links()).containsExactly(link("chn-usa-ga"));
        assertThat(outage(Grouping.COUNTRY, "USA").stocks()).containsExactly(stock("usa-ga"));
    }

    @Test
    void aCountryAtAStageLosesOnlyThat() {
        assertThat(outage(Grouping.COUNTRY_AND_STAGE, "CHN refining"))
                .isEqualTo(Outage.ofRuns(
                        ImmutableMap.of(line("shandong/ga-circuit"), ImmutableSet.of(recipe("ga-circuit")))));
        assertThat(names(Grouping.FACILITY.at(Stage.RECYCLING))).containsExactly("akita", "vaudreuil");
        assertThat(outage(Grouping.COUNTRY.at(Stage.REFINING), "CHN").links()).isEmpty();
    }

    @Test
    void theCountrysOwnDemandGoesIfAsked() {
        Outage states = outage(Grouping.COUNTRY.withDemand(), "USA");
        assertThat(states.demands()).containsExactly(demand("usa-gallium"));
        assertThat(outage(Grouping.COUNTRY, "USA").demands()).isEmpty();
        assertThat(outage(Grouping.COUNTRY.withDemand(), "JPN").demands()).isEmpty();
    }

    /** China refines, the United States do not: of both, refining there and demand here. What has no demand says so. */
    @Test
    void aStageLeavesTheDemandLost() {
        Outage both = outage(Grouping.COUNTRY.pairs().withDemand().at(Stage.REFINING), "CHN + USA");

        assertThat(both.runs().keySet()).containsExactly(line("shandong/ga-circuit"));
        assertThat(both.demands()).containsExactly(demand("usa-gallium"));
        // Whoever does nothing at the stage is no group, whatever it wants.
        assertThat(names(Grouping.COUNTRY.withDemand().at(Stage.REFINING))).containsExactly("CHN");
        assertThatIllegalArgumentException()
                .isThrownBy(Grouping.FACILITY::withDemand)
                .withMessage(
                        "Grouping 'by facility': no facility has a demand of its own. Maybe group by country, COUNTRY.withDemand().");
    }

    /** 4 countries make 4 x 3 / 2 = 6 pairs. */
    @Test
    void everyTwoGroups() {
        assertThat(names(Grouping.COUNTRY.pairs()))
                .containsExactly("CAN + CHN", "CAN + JPN", "CAN + USA", "CHN + JPN", "CHN + USA", "JPN + USA");
        assertThat(outage(Grouping.COUNTRY.pairs(), "CHN + JPN"))
                .isEqualTo(outage(Grouping.COUNTRY, "CHN").and(outage(Grouping.COUNTRY, "JPN")));
    }

    @Test
    void anythingThatCanBeSaidOfALine() {
        Grouping coasts = Grouping.of(
                "ocean",
                line -> Optional.of(line.country())
                        .filter(each -> !each.equals(country("CHN")))
                        .map(each -> each.equals(country("CAN")) ? "atlantic" : "pacific"));
        assertThat(names(coasts)).containsExactly("atlantic", "pacific");
        assertThat(outage(coasts, "pacific").runs().keySet()).containsExactly(line("akita/ga-recovery"));
    }

    /** The losses of every group, replayed on the chain, leave exactly what the outage does not name. */
    @Test
    void anOutageIsWhatTheScenarioLoses() {
        for (Scenario group : Grouping.COUNTRY_AND_STAGE.in(chain)) {
            SupplyChain left = chain.with(group);
            group.outage(chain)
                    .runs()
                    .keySet()
                    .forEach(line ->
                            assertThat(left.line(line).line().status().name()).isEqualTo("CLOSED"));
        }
    }

    @Test
    void onlyLossesAreAnOutage() {
        Scenario war = Scenario.of("war")
                .then(
                        Lose.of(country("JPN")),
                        Impose.ban(country("CHN"))
                                .on(chain.materials().keySet().iterator().next()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> war.outage(chain))
                .withMessageStartingWith("Scenario 'war', step 2 (")
                .withMessageEndingWith(
                        "it is not a loss. Maybe change the chain first, chain.with(...), and ask what is lost of that.");
    }
}
