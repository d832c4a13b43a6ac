package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Binding;
import org.lodegraph.flow.Leg;
import org.lodegraph.graph.Lack;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.report.Network;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lose;

/**
 * What the United States lose of 6 t of {@link TwoOres}, of which 8 t are made and 8 t wanted:
 *
 * <pre>
 * without               metal left                served first          all share, 6/8 of what is left
 * Australia, ore        nothing: no ore a         6 lost      100 %     6          100 %
 * Australia, refining   3 of 3 + 5                3 lost       50 %     6 - 2.25    62.5 %
 * Brazil, ore           4, as much as ore b       2 lost       33 %     6 - 3       50 %
 * United States, ref.   5 of 3 + 5                1 lost       17 %     6 - 3.75    37.5 %
 * Chile, ore            6, as much as ore b       nothing               6 - 4.5     25 %
 * </pre>
 */
class ChokepointsTest {

    private static final Chokepoints QUESTION = Chokepoints.of(TwoOres.TARGET);
    private static final Chokepoints.Answer ANSWER = TwoOres.CHAIN.ask(QUESTION.cutsUpTo(2));

    private static double exactly(Range range) {
        assertThat(range.isExact()).isTrue();
        return range.low();
    }

    @Test
    void ranksByWhatCannotBeAvoidedThenByWhatSharingCosts() {
        assertThat(ANSWER.chokepoints())
                .extracting(Chokepoint::name)
                .containsExactly(
                        "AUS, extraction", "AUS, refining", "BRA, extraction", "USA, refining", "CHL, extraction");
        assertThat(ANSWER.chokepoints())
                .extracting(
                        each -> exactly(each.loss().lost()),
                        each -> exactly(each.shared().lost()))
                .containsExactly(tuple(6.0, 6.0), tuple(3.0, 3.75), tuple(2.0, 3.0), tuple(1.0, 2.25), tuple(0.0, 1.5));
        assertThat(exactly(ANSWER.chokepoints().get(2).loss().share())).isCloseTo(2 / 6.0, within(1e-9));
        assertThat(exactly(ANSWER.before().served())).isEqualTo(6);
    }

    @Test
    void countsWhatStaysBelowTheThreshold() {
        Chokepoints.Answer strict = TwoOres.CHAIN.ask(QUESTION.atLeast(Share.percent(30)));

        assertThat(strict.chokepoints())
                .extracting(each -> each.contingency().name())
                .containsExactly("AUS extraction", "AUS refining", "BRA extraction", "USA refining");
        assertThat(strict.minor()).isEqualTo(1);
        assertThat(strict.harmless()).isZero();
    }

    @Test
    void essentialIsWhatNothingCanBeDerivedWithout() {
        assertThat(ANSWER.essential()).extracting(Chokepoint::name).containsExactly("AUS, extraction");
        Chokepoint ore = ANSWER.find("AUS extraction").orElseThrow();

        assertThat(ore.lacks())
                .filteredOn(Lack::isRoot)
                .extracting(lack -> lack.node().label())
                .containsExactly("dig-a on aus-works/dig-a");
        assertThat(ore.detour()).isEmpty();
        assertThat(ANSWER.story()).extracting(node -> node.label()).contains("dig-a on aus-works/dig-a");
        // Without Brazil, ore b of Chile is left.
        assertThat(ANSWER.find("BRA extraction").orElseThrow().detour())
                .extracting(node -> node.label())
                .contains("dig-b on chl-works/dig-b")
                .doesNotContain("dig-b on bra-works/dig-b");
    }

    /** Either both who dig ore b, or both who refine. */
    @Test
    void findsPairsThatLeaveNothing() {
        assertThat(ANSWER.cuts())
                .containsExactly(
                        Set.of("AUS extraction"),
                        Set.of("AUS refining", "USA refining"),
                        Set.of("BRA extraction", "CHL extraction"));
        assertThat(TwoOres.CHAIN.ask(QUESTION).cuts()).containsExactly(Set.of("AUS extraction"));
    }

    @Test
    void tellsWhoLosesWhatMovesAndWhatBinds() {
        Aftermath brazil = ANSWER.find("BRA extraction").orElseThrow().aftermath();

        // Half of everything is left: 4 of 8 t.
        assertThat(brazil.uses())
                .extracting(
                        use -> use.application(),
                        use -> exactly(use.lost()),
                        use -> exactly(use.after().served()))
                .containsExactly(tuple("chips", 2.0, 2.0), tuple("lamps", 1.0, 1.0));
        // 4 t of ore b from Chile account for the 4 t that are served.
        assertThat(brazil.binding()).extracting(Binding::contribution).containsExactly(4.0);
        assertThat(brazil.binding())
                .extracting(binding -> binding.subject().orElseThrow())
                .containsExactly(Ids.line("chl-works/dig-b"));
        // Australia and the United States each serve the half of what they did.
        assertThat(brazil.trailBefore())
                .filteredOn(leg -> leg.depth() == 1)
                .extracting(Leg::origin)
                .contains("AUS", "USA");
        assertThat(brazil.trailAfter().stream()
                        .filter(leg -> leg.depth() == 1)
                        .mapToDouble(Leg::tons)
                        .sum())
                .isCloseTo(3, within(1e-6));
        assertThat(brazil.shifts())
                .filteredOn(shift -> shift.origin().equals("bra-works/dig-b"))
                .extracting(shift -> shift.after())
                .containsExactly(0.0);
    }

    @Test
    void aGroupingOfOnesOwnIsAskedAlike() {
        Chokepoints.Answer answer = TwoOres.CHAIN.ask(QUESTION.by(Grouping.of(
                "hemisphere", line -> Optional.of(line.country().equals(country("USA")) ? "north" : "south"))));

        assertThat(answer.chokepoints()).extracting(Chokepoint::name).containsExactly("south", "north");
        assertThat(answer.find("south").orElseThrow().isEssential()).isTrue();
    }

    /** A ban on all ore b leaves nothing to lose. */
    @Test
    void whatGetsNothingCannotBeChoked() {
        Chokepoints.Answer answer =
                TwoOres.CHAIN.with(Lose.of(Ids.recipe("dig-b"))).ask(QUESTION);

        assertThat(answer.chokepoints()).isEmpty();
        assertThat(answer.story()).isEmpty();
        assertThat(ReportText.of(answer.show()))
                .contains("Nothing reaches USA (metal) even before anything is lost, so nothing of it can be choked.");
    }

    /** A ban moves the bottleneck: without Australian ore a outside Australia, United States refining is idle anyway. */
    @Test
    void rulesOfTheDayCount() {
        Chokepoints.Answer answer = TwoOres.CHAIN
                .with(Impose.ban(country("AUS")).on(Ids.material("ore-a")))
                .ask(QUESTION);

        assertThat(answer.find("USA refining")).isEmpty();
        assertThat(exactly(answer.before().served())).isEqualTo(5);
        assertThat(answer.essential())
                .extracting(each -> each.contingency().name())
                .containsExactly("AUS extraction", "AUS refining");
    }

    /** China smelts 10 to 40 t, Australia mixes 12 to 40 t of it, the United States 10 t, and want 30 t. */
    @Test
    void namesWhatTheFiguresDoNotRuleOut() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("crude"), Material.of("metal"))
                .add(
                        Recipe.of("smelt").makes("crude").stage(Stage.SMELTING),
                        Recipe.of("mix").makes("metal").stage(Stage.REFINING).from("crude", 1))
                .add(
                        Facility.aggregate(country("CHN")).line(Line.of("smelt", between(10, 40))),
                        Facility.aggregate(country("AUS")).line(Line.of("mix", between(12, 40))),
                        Facility.aggregate(country("USA")).line(Line.of("mix", between(10, 10))))
                .add(Demand.of("usa", "metal", country("USA"), TwoOres.tons(30)))
                .build();
        Chokepoints.Answer answer = chain.ask(QUESTION.atLeast(Share.percent(50)));

        // 22 t become 12 t at the most that a reading says; from 30 t to 10 t is what the ends allow.
        assertThat(answer.find("USA refining")).isEmpty();
        assertThat(answer.minor()).isEqualTo(1);
        assertThat(answer.unresolved()).containsExactly("USA refining");
        assertThat(ReportText.of(answer.show()))
                .contains("1 more costs less")
                .contains(
                        "No reading tried says that any of these costs so much, but the figures do not rule it out, served first: USA, refining.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> answer.find("USA refinig"))
                .withMessageStartingWith("Group 'USA refinig': is not in this answer. Maybe one of [");
    }

    private static Capacity between(double low, double high) {
        return Capacity.nameplate(
                Figure.assumed(Spread.between(low, high), Unit.T_PER_A, Source.of("test", "A guess"), "a guess"));
    }

    private static List<String> marks(Chokepoints.Answer answer) {
        return answer.network().nodes().stream()
                .filter(node -> node.mark() != Network.Mark.PLAIN)
                .map(node -> "%s %s: %s".formatted(node.id(), node.mark(), node.remark()))
                .toList();
    }

    /** From 60 % on only Australia chokes; who else refines or digs ore b is only together with others what nothing can do without. */
    @Test
    void marksWhereTheChainIsChoked() {
        assertThat(marks(ANSWER))
                .containsExactly(
                        "recipe dig-a ESSENTIAL: AUS, extraction",
                        "recipe dig-b CHOKEPOINT: BRA, extraction 50.0 %; CHL, extraction 25.0 %",
                        "recipe refine CHOKEPOINT: AUS, refining 62.5 %; USA, refining 37.5 %");
        assertThat(marks(TwoOres.CHAIN.ask(QUESTION.cutsUpTo(2).atLeast(Share.percent(60)))))
                .containsExactly(
                        "recipe dig-a ESSENTIAL: AUS, extraction",
                        "recipe dig-b JOINT: BRA, extraction; CHL, extraction",
                        "recipe refine CHOKEPOINT: AUS, refining 62.5 %");
        assertThat(ANSWER.network().nodes())
                .filteredOn(node -> node.id().equals("recipe refine"))
                .extracting(Network.Node::needs, Network.Node::places)
                .containsExactly(tuple(Network.Needs.ALL, List.of("AUS", "USA")));
    }

    /** Australia alone digs ore a; what else it does, others could do. */
    @Test
    void marksAsEssentialOnlyWhatIsMissing() {
        assertThat(marks(TwoOres.CHAIN.ask(QUESTION.by(Grouping.COUNTRY))))
                .contains("recipe dig-a ESSENTIAL: AUS", "recipe refine CHOKEPOINT: AUS 100.0 %; USA 37.5 %");
    }

    /** Of the 6 t that the United States want, 3 t come by the one lane. */
    @Test
    void marksALaneAtItsMaterial() {
        SupplyChain chain = TwoOres.CHAIN.with(Add.of(Link.of("ship", "metal", country("AUS"), country("USA"))));

        assertThat(marks(chain.ask(QUESTION.by(Grouping.LINK))))
                .containsExactly("material metal CHOKEPOINT: ship 50.0 %");
    }

    /** A thing that would do instead is part of what stands behind the target. */
    @Test
    void theNetworkLeadsToOneEnd() {
        assertThat(ANSWER.network().nodes())
                .filteredOn(node -> node.needs() == Network.Needs.END)
                .extracting(Network.Node::label, Network.Node::details)
                .containsExactly(tuple("wanted", List.of("by USA")));
    }

    @Test
    void refusesCutsOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QUESTION.cutsUpTo(0))
                .withMessage("Chokepoints of USA (metal): cuts of up to 0 groups. Maybe look for cuts of 1.");
    }

    @Test
    void showsItself() {
        String text = ReportText.of(ANSWER.show());

        assertThat(text)
                .startsWith("""
                # What can choke the supply of USA (metal)?
                Annual rates on 2025-12-31, figures of 2025
                FINDING By country and stage, 5 losses may cost USA (metal) 10.0 % or more of its delivery, 4 of them even if it is served before all others. First comes AUS, extraction: 100.0 % of what was delivered is lost if it is served first, 100.0 % if all share.
                FINDING Before, if served before all others, USA (metal) gets 6 t/a, all that it wants.
                What the loss of each costs [t/a, 2025, computed from stated by the caller, no publication named]
                what is lost | lost, served first | of delivery | lost, all share | of shared delivery
                AUS, extraction (essential) | 6 t/a | 100.0 % | 6 t/a | 100.0 %
                AUS, refining | 3 t/a | 50.0 % | 3.75 t/a | 62.5 %
                BRA, extraction | 2 t/a | 33.3 % | 3 t/a | 50.0 %
                USA, refining | 1 t/a | 16.7 % | 2.25 t/a | 37.5 %
                CHL, extraction | 0 t/a | 0.0 % | 1.5 t/a | 25.0 %
                """)
                .contains("""
                ## Without AUS, refining
                FINDING One way of supply that is left: aus-works: ore-a; then bra-works: ore-b; then usa-works: metal from ore-a and ore-b.
                FINDING What remains: 3 t/a if it is served before all others, 2.25 t/a if all share.
                Which uses lose what, if all share [t/a, 2025]
                consumer | use | lost | share lost | still served
                USA | chips | 2.5 t/a | 62.5 % | 1.5 t/a
                USA | lamps | 1.25 t/a | 62.5 % | 0.75 t/a
                """)
                .contains("""
                What binds afterwards, if served first: price x limit adds up to what is served [t/a, 2025, unfavorable reading of the figures]
                limit | accounts for | limit, t/a | figure
                capacity of usa-works: metal from ore-a and ore-b | 3 t/a | 3 t/a | 3 t/a, stated
                """)
                .contains(
                        "FINDING Nothing is left to derive it from without (up to 2 groups): AUS, extraction; AUS, refining with USA, refining; BRA, extraction with CHL, extraction.");
    }
}
