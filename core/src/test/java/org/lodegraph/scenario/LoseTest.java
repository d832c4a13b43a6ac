package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.owner;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.model.Ids.stock;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Line.Status;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;

/** Losses: what is lost stays in the chain and yields nothing. */
class LoseTest {

    private final SupplyChain chain = Gallium.chain();

    @Test
    void aFacilityLosesAllItsLines() {
        assertThat(closed(Lose.of(facility("shandong")))).containsExactly("shandong/bayer", "shandong/ga-circuit");
    }

    @Test
    void aLineIsLostAlone() {
        assertThat(closed(Lose.of(line("shandong/ga-circuit")))).containsExactly("shandong/ga-circuit");
    }

    @Test
    void anOwnerLosesAllItsFacilities() {
        assertThat(closed(Lose.of(owner("chinalco")))).containsExactly("shandong/bayer", "shandong/ga-circuit");
    }

    @Test
    void aCountryLosesItsLines() {
        assertThat(closed(Lose.of(country("JPN")))).containsExactly("akita/ga-recovery");
    }

    @Test
    void aBlocLosesTheLinesOfItsMembers() {
        assertThat(closed(Lose.of(bloc("partners")))).containsExactly("akita/ga-recovery", "vaudreuil/ga-recovery");
    }

    @Test
    void aCountryIsLostAtOneStage() {
        assertThat(closed(Lose.of(Lines.of(country("CHN")).at(Stage.REFINING)))).containsExactly("shandong/ga-circuit");
    }

    @Test
    void aTechnologyIsLostEverywhere() {
        assertThat(closed(Lose.of(recipe("ga-recovery"))))
                .containsExactly("akita/ga-recovery", "vaudreuil/ga-recovery");
    }

    @Test
    void aMaterialIsLostWithAllThatMakeIt() {
        assertThat(closed(Lose.of(material("bayer-liquor")))).containsExactly("shandong/bayer");
    }

    @Test
    void aLostLineMadeNothing() {
        Line lost = chain.with(Lose.of(facility("akita")))
                .line(line("akita/ga-recovery"))
                .line();

        assertThat(lost.output().orElseThrow().at(Reading.HIGH)).isZero();
        assertThat(lost.output().orElseThrow().status()).isEqualTo(Figure.Status.ASSUMED);
        assertThat(lost.output().orElseThrow().note()).isEqualTo("step: lose lines of akita");
        assertThat(lost.capacity())
                .isEqualTo(chain.line(line("akita/ga-recovery")).line().capacity());
    }

    @Test
    void theOnlyMakersCanBeLost() {
        assertThat(closed(Lose.of(material("gallium")), Lose.of(facility("shandong"))))
                .hasSize(4);
    }

    @Test
    void aLineThatCanDoMoreLosesOneRecipe() {
        SupplyChain flexible = chain.toBuilder()
                .put(chain.facility(facility("akita"))
                        .withLines(chain.line(line("akita/ga-recovery"))
                                .line()
                                .withRecipes(List.of(recipe("ga-recovery"), recipe("ga-other")))))
                .add(Recipe.of("ga-other").makes("gallium").from("scrap", 1.5))
                .build();

        Line left = flexible.with(Lose.of(recipe("ga-recovery")))
                .line(line("akita/ga-recovery"))
                .line();

        assertThat(left.status()).isEqualTo(Status.RUNNING);
        assertThat(left.recipes()).containsExactly(recipe("ga-other"));
        assertThat(left.output()).contains(Gallium.tons(8));
    }

    @Test
    void aLostLinkCarriesNothingInsteadOfFreeingTheLane() {
        var lost = chain.with(Lose.of(link("chn-usa-ga"))).link(link("chn-usa-ga"));

        assertThat(lost.capacity().orElseThrow().at(Reading.HIGH)).isZero();
        assertThat(lost.observed().orElseThrow().at(Reading.HIGH)).isZero();
    }

    @Test
    void aLostStockIsEmpty() {
        var lost = chain.with(Lose.of(stock("usa-ga"))).stock(stock("usa-ga"));

        assertThat(lost.amount().at(Reading.HIGH)).isZero();
        assertThat(lost.room()).isEmpty();
    }

    @Test
    void aLostConsumerWantsNothing() {
        assertThat(chain.with(Lose.of(Demands.of(country("USA")))).demands()).doesNotContainKey(demand("usa-gallium"));
    }

    @Test
    void theChainBeforeStaysAsItWas() {
        chain.with(Lose.of(country("CHN")));

        assertThat(chain).isEqualTo(Gallium.chain());
    }

    @Test
    void whatIsNotThereCannotBeLost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Lose.of(facility("shandung"))))
                .withMessage("Facility 'shandung': not in this chain."
                        + " Maybe 'shandong', 'akita', 'vaudreuil', or add it first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Lose.of(Lines.of(country("JPN")).at(Stage.REFINING))))
                .withMessage("Selection 'lines in JPN at the stage refining': nothing in this chain matches."
                        + " Maybe a country or an owner is misspelled, or the step is not needed.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lose.of(policy("CN-2023-GAGE")))
                .withMessage("Policy 'CN-2023-GAGE': a rule is not selected."
                        + " Maybe lift it, Lift.of(policy(\"CN-2023-GAGE\")).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stocks.of(recipe("bayer")))
                .withMessage("Recipe 'bayer': it does not tell stocks apart. Maybe use Selection.of(id).");
    }

    @Test
    void itReadsAsASentence() {
        assertThat(Lose.of(facility("akita"))).hasToString("lose lines of akita");
        assertThat(Lose.of(owner("chinalco"))).hasToString("lose lines owned by chinalco");
        assertThat(Lose.of(Lines.of(material("gallium"), country("CHN")).at(Stage.REFINING)))
                .hasToString("lose lines in CHN making gallium at the stage refining");
        assertThat(Lose.of(stock("usa-ga"))).hasToString("lose stocks named usa-ga");
        assertThat(Lose.of(Links.of(material("gallium")).from(country("CHN")).to(bloc("partners"))))
                .hasToString("lose links for gallium from CHN to partners");
        assertThat(Lose.of(Demands.of(country("USA"), material("gallium")).inUse("lasers")))
                .hasToString("lose demands of USA for gallium in the use 'lasers'");
    }

    @Test
    void theOrderOfTheIdsIsNoDifference() {
        assertThat(Lines.of(country("CHN"), material("gallium")))
                .isEqualTo(Lines.of(material("gallium"), country("CHN")));
    }

    private List<String> closed(Step... steps) {
        return chain.with(steps).lines().values().stream()
                .filter(installed -> installed.line().status() == Status.CLOSED)
                .map(InstalledLine::id)
                .map(Object::toString)
                .collect(ImmutableList.toImmutableList());
    }
}
