package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Material;
import org.lodegraph.model.Query;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Scale;

/** Why two smelters, 60 t in AAA and 40 t in BBB, are another concentration when one of them changes. */
class ExplainedCompareTest {

    private static final Source USGS = Source.of("usgs", "Summaries");
    private static final Concentration QUESTION = Concentration.of(material("tin"), Stage.SMELTING);
    private static final Scale HALF = Scale.output(new LineId(facility("bbb"), "smelt"), 0.5);

    private static final SupplyChain WORLD = world(
            Facility.at("aaa", country("AAA")).line(smelter(60)),
            Facility.at("bbb", country("BBB")).line(smelter(40)));

    private static SupplyChain world(Facility... smelters) {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("tin"),
                        Recipe.of("smelt").makes("tin").stage(Stage.SMELTING).from("ore", 2))
                .add(smelters)
                .add(Demand.remainder("tin", t(90)))
                .build();
    }

    private static Line smelter(double tons) {
        return Line.of("smelt", Capacity.nameplate(t(tons))).output(t(tons));
    }

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Tree.Node only(Tree tree) {
        assertThat(tree.root().value()).isEqualTo(Cell.empty());
        assertThat(tree.root().children()).hasSize(1);
        return tree.root().children().get(0);
    }

    /** BBB smelts 20 instead of 40 t: 0.75^2 + 0.25^2 = 0.625 instead of 0.6^2 + 0.4^2 = 0.52. AAA's 60 t are as before. */
    @Test
    void tellsHowTheAnswerOfASideComesAboutBesideTheFirst() {
        Tree.Node half = only(WORLD.ask(Compare.of(QUESTION).and("half", HALF)).explain());

        assertThat(half.label()).startsWith("half: ");
        assertThat(Retold.of(half).low()).isEqualTo(0.625);
        assertThat(Retold.text(half)).isEqualTo("""
                half: HHI: 0.625 (sum; before: 0.52)
                  AAA: 0.5625 (share squared; before: 0.36)
                    share: 75.0 % (part of 80 t/a in all; before: 60.0 %, part of 100 t/a in all)
                      AAA: 60 t/a (as before)
                  BBB: 0.0625 (share squared; before: 0.16)
                    share: 25.0 % (part of 80 t/a in all; before: 40.0 %, part of 100 t/a in all)
                      BBB: 20 t/a (sum; before: 40 t/a)
                        output of line 'bbb/smelt': 20 t/a (20 t/a (assumed, usgs); step: scale the output of lines named bbb/smelt by 0.5; before: 40 t/a (reported, usgs))
                """);
    }

    @Test
    void whatIsAsBeforeIsNotToldAgain() {
        Tree.Node same =
                only(WORLD.ask(Compare.of(QUESTION).and("same", chain -> chain)).explain());

        assertThat(same.remark()).isEqualTo("as before");
        assertThat(same.children()).isEmpty();
        assertThat(same.amount()).isEqualTo(WORLD.ask(QUESTION).explain().root().amount());
    }

    /** Without BBB there is one squared share, 1; BBB's 0.16 was a term before. */
    @Test
    void whatASideLacksIsNamedWhereItWas() {
        SupplyChain alone = world(Facility.at("aaa", country("AAA")).line(smelter(60)));
        Tree.Node lost =
                only(WORLD.ask(Compare.of(QUESTION).and("lost", chain -> alone)).explain());

        assertThat(Retold.of(lost).low()).isEqualTo(1);
        assertThat(lost.remark()).isEqualTo("sum; before: 0.52; before also of BBB");
        assertThat(lost.children()).hasSize(1);
    }

    /** The figures of both sides, with who said them; the status has no figure. */
    @Test
    void ofChainsTheFiguresOfBothSidesAreTold() {
        Tree.Node half = only(WORLD.ask(Compare.chains()
                        .and(
                                "half",
                                chain -> chain.with(HALF).toBuilder()
                                        .put(Facility.at("aaa", country("AAA"))
                                                .line(Line.of("smelt", Capacity.nameplate(t(60)))
                                                        .status(Line.Status.IDLE)))
                                        .build()))
                .explain());

        assertThat(half.children())
                .extracting(Tree.Node::label)
                .containsExactly(
                        "output of line 'aaa/smelt'", "status of line 'aaa/smelt'", "output of line 'bbb/smelt'");
        assertThat(half.children().get(0).remark()).isEqualTo("removed; before: 60 t/a");
        assertThat(half.children().get(0).children())
                .extracting(Tree.Node::label)
                .containsExactly("before");
        Tree.Node output = half.children().get(2);
        assertThat(output.value()).isEqualTo(Cell.number(20, Unit.T_PER_A));
        assertThat(output.remark()).isEqualTo("changed; before: 40 t/a");
        assertThat(output.children()).extracting(Tree.Node::label).containsExactly("before", "after");
        assertThat(output.children().get(0).remark()).isEqualTo("40 t/a (reported, usgs)");
        assertThat(half.children().get(1).remark()).isEqualTo("changed; before: RUNNING");
    }

    @Test
    void anAnswerThatDoesNotExplainItselfSaysSo() {
        Query<Report> silent = (chain, run) -> Report.of("silent");

        assertThat(only(WORLD.ask(Compare.of(silent).and("other", HALF)).explain())
                        .remark())
                .isEqualTo("the answer does not explain itself");
    }

    /**
     * Of any two chains: the root is reckoned from what is told, what is told is what the side itself tells, at each place
     * with the amount that stood there before, and what is left out is equal on both sides.
     */
    @Test
    void anySideIsToldAsItTellsItself() {
        var random = new Random(3);
        Delivery delivery = Delivery.to(Target.of(material("tin"), country("ROW")));
        int asBefore = 0;
        for (int time = 0; time < 300; time++) {
            SupplyChain before = world(random);
            SupplyChain after = world(random);
            for (Query<? extends Explained> query : List.<Query<? extends Explained>>of(QUESTION, delivery)) {
                Tree.Node one = query.on(before).explain().root();
                Tree.Node other = query.on(after).explain().root();

                Tree.Node told = only(before.ask(Compare.of(query).and("side", chain -> after))
                        .explain());

                assertThat(told.value()).isEqualTo(other.value());
                if (told.value() instanceof Cell.Amount) {
                    assertThat(Retold.of(told).low()).isCloseTo(Retold.of(other).low(), within(1e-9));
                }
                asBefore += check(one, other, told);
            }
        }
        assertThat(asBefore).isGreaterThan(100);
    }

    /** How much was left out as equal. */
    private static int check(Tree.Node one, Tree.Node other, Tree.Node told) {
        if (told.remark().equals("as before")) {
            assertThat(one).isEqualTo(other);
            return 1;
        }
        assertThat(told.remark()).startsWith(other.remark());
        assertThat(told.children()).hasSameSizeAs(other.children());
        int asBefore = 0;
        Map<String, List<Tree.Node>> ones = byLabel(one.children());
        for (int at = 0; at < told.children().size(); at++) {
            Tree.Node child = told.children().get(at);
            Tree.Node now = other.children().get(at);
            List<Tree.Node> was = ones.getOrDefault(now.label(), new ArrayList<>());
            assertThat(child.label()).isEqualTo(now.label());
            assertThat(child.value()).isEqualTo(now.value());
            if (was.isEmpty()) {
                assertThat(child.remark()).endsWith("not there before");
            } else {
                asBefore += check(was.remove(0), now, child);
            }
        }
        return asBefore;
    }

    private static Map<String, List<Tree.Node>> byLabel(List<Tree.Node> nodes) {
        Map<String, List<Tree.Node>> byLabel = new LinkedHashMap<>();
        nodes.forEach(node -> byLabel.computeIfAbsent(node.label(), label -> new ArrayList<>())
                .add(node));
        return byLabel;
    }

    /** One to four smelters of 10 to 40 t. */
    private static SupplyChain world(Random random) {
        return world(Stream.of("aaa", "bbb", "ccc", "ddd")
                .limit(1 + random.nextInt(4))
                .map(name -> Facility.at(name, country(name.toUpperCase(Locale.ROOT)))
                        .line(smelter(10 * (1 + random.nextInt(4)))))
                .toArray(Facility[]::new));
    }
}
