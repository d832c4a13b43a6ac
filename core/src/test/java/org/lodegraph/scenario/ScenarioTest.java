package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.SupplyChain;

/** Scenarios are lists of steps, and applying a list is a fold. */
class ScenarioTest {

    private static final LocalDate BAN = LocalDate.parse("2024-12-03");
    private static final LocalDate OUTAGE = LocalDate.parse("2025-06-01");

    private final SupplyChain chain = Gallium.chain();
    private final Step ban = Impose.ban(country("CHN")).on(material("gallium")).toward(country("USA"));
    private final Step outage = Lose.of(facility("akita"));
    private final Step growth = Scale.demand(demand("usa-gallium"), 1.5);

    private final Scenario scenario =
            Scenario.of("ban, then outage").then(growth).from(BAN, ban).from(OUTAGE, outage);

    @Test
    void stepsTakeEffectFromTheirDay() {
        assertThat(chain.at(BAN.minusDays(1)).with(scenario))
                .isEqualTo(chain.at(BAN.minusDays(1)).with(growth));
        assertThat(chain.at(BAN).with(scenario)).isEqualTo(chain.at(BAN).with(growth, ban));
        assertThat(chain.at(OUTAGE).with(scenario)).isEqualTo(chain.at(OUTAGE).with(growth, ban, outage));
    }

    /** Random lists of steps, seeded: one scenario, one call of with, and a plain loop give equal chains. */
    @Test
    void applyingAListIsAFold() {
        List<Step> steps = List.of(
                ban,
                outage,
                growth,
                Lose.of(link("chn-usa-ga")),
                Scale.capacity(country("CHN"), 0.5),
                Draw.of(1, 2),
                Add.line(
                        facility("vaudreuil"),
                        chain.line(line("akita/ga-recovery")).line().withName("second")),
                Release.of(stock("usa-ga")).atMost(Quantity.of(1, Unit.T)));
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<Step> some = new ArrayList<>(steps);
            Collections.shuffle(some, random);
            some = some.subList(0, random.nextInt(some.size() + 1));
            SupplyChain folded = chain;
            for (Step step : some) {
                folded = step.on(folded);
            }
            Step[] list = some.toArray(new Step[0]);

            assertThat(chain.with(Scenario.of("random").then(list))).isEqualTo(folded);
            assertThat(chain.with(list)).isEqualTo(folded);
            assertThat(chain).isEqualTo(Gallium.chain());
        }
    }

    @Test
    void aReplayShowsEveryState() {
        assertThat(scenario.replay(chain.at(BAN)))
                .containsExactly(
                        chain.at(BAN), chain.at(BAN).with(growth), chain.at(BAN).with(growth, ban));
    }

    @Test
    void aScenarioWithoutStepsChangesNothing() {
        assertThat(chain.with(Scenario.of("as it is"))).isSameAs(chain);
    }

    @Test
    void scenariosAreValues() {
        assertThat(Scenario.of("ban, then outage").then(growth).from(BAN, ban).from(OUTAGE, outage))
                .isEqualTo(scenario)
                .hasSameHashCodeAs(scenario);
        assertThat(scenario.describedAs("what if")).isNotEqualTo(scenario);
    }

    @Test
    void twoScenariosAreCompared() {
        Scenario other = Scenario.of("other").then(growth).from(OUTAGE, outage).from(OUTAGE, ban);

        Difference difference = other.comparedTo(scenario);

        assertThat(difference.kept()).extracting(Scenario.Dated::step).containsExactly(growth, outage);
        assertThat(difference.dropped())
                .extracting(Object::toString)
                .containsExactly("from 2024-12-03: CHN bans exports of gallium to USA");
        assertThat(difference.added())
                .extracting(Object::toString)
                .containsExactly("from 2025-06-01: CHN bans exports of gallium to USA");
        assertThat(scenario.comparedTo(scenario).isEmpty()).isTrue();
    }

    @Test
    void aStepThatCannotBeTakenIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(scenario.then(Lose.of(facility("akite")))))
                .withMessage("Scenario 'ban, then outage', step 4 (lose lines of akite):"
                        + " Facility 'akite': not in this chain."
                        + " Maybe 'akita', 'shandong', 'vaudreuil', or add it first.");
    }

    @Test
    void datesStandInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario.from(BAN, outage))
                .withMessage("Scenario 'ban, then outage': the step 'from 2024-12-03: lose lines of akita'"
                        + " stands after one of 2025-06-01. Maybe order the steps by date.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.of(" "))
                .withMessage("Scenario ' ': the name is blank. Maybe say what happens in it.");
    }

    @Test
    void itReadsLikeAStory() {
        assertThat(scenario).hasToString("""
                ban, then outage
                  scale the rate of demands named usa-gallium by 1.5
                  from 2024-12-03: CHN bans exports of gallium to USA
                  from 2025-06-01: lose lines of akita""");
    }
}
