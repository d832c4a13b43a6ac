package org.lodegraph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/** Amounts that remember how they were made. */
class DerivationTest {

    private static final Unit T = Unit.T_PER_A;

    private static Tree.Node leaf(double low, double high) {
        return Derivation.given("leaf", new Range(low, high, T), "given");
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, T);
    }

    @Test
    void endsGoWithEnds() {
        // 1 + 10 and 2 + 20
        assertThat(Derivation.sum("s", T, List.of(leaf(1, 2), leaf(10, 20))).amount())
                .isEqualTo(tons(11, 22));
        assertThat(Derivation.sum("s", T, List.of()).amount()).isEqualTo(tons(0, 0));
        // 1 x 10 and 2 x 20
        assertThat(Derivation.product("p", T, leaf(1, 2), leaf(10, 20)).amount())
                .isEqualTo(tons(10, 40));
        // least over most, most over least: 10 / 2 and 20 / 1
        assertThat(Derivation.quotient("q", T, leaf(10, 20), leaf(1, 2)).amount())
                .isEqualTo(tons(5, 20));
        assertThat(Derivation.least("l", leaf(1, 30), leaf(10, 20)).amount()).isEqualTo(tons(1, 20));
        assertThat(Derivation.any("a", List.of(leaf(1, 5), leaf(3, 20))).amount())
                .isEqualTo(tons(1, 20));
    }

    @Test
    void whatIsLeftIsLeastIfMostIsTaken() {
        // 10 - 2 and 20 - 1
        assertThat(Derivation.less("d", leaf(10, 20), leaf(1, 2)).amount()).isEqualTo(tons(8, 19));
        assertThat(Derivation.less("d", leaf(1, 2), leaf(1, 5)).amount()).isEqualTo(tons(-4, 1));
    }

    @Test
    void whatIsBeyondIsNeverBelowNothing() {
        // 10 - 12 is nothing, 20 - 1 = 19
        assertThat(Derivation.beyond("b", leaf(10, 20), leaf(1, 12)).amount()).isEqualTo(tons(0, 19));
        assertThat(Derivation.beyond("b", leaf(1, 2), leaf(0, Double.POSITIVE_INFINITY))
                        .amount())
                .isEqualTo(tons(0, 2));
        assertThat(Derivation.beyond("b", leaf(3, Double.POSITIVE_INFINITY), leaf(1, 1))
                        .amount())
                .isEqualTo(tons(2, Double.POSITIVE_INFINITY));
    }

    @Test
    void claimsThatOneThingMeetsAreTheLargestAtLeast() {
        assertThat(Derivation.jointly("j", List.of(leaf(1, 2), leaf(3, 4))).amount())
                .isEqualTo(tons(3, 6));
        assertThat(Derivation.most("m", List.of(leaf(1, 9), leaf(3, 4))).amount())
                .isEqualTo(tons(3, 9));
    }

    @Test
    void aLongSumIsCutDownToTheLargestTerms() {
        Tree.Node sum = Derivation.sum("s", T, List.of(leaf(1, 1), leaf(5, 5), leaf(2, 2), leaf(3, 4)));

        Tree.Node brief = Derivation.brief(sum, 2);

        assertThat(brief.amount()).isEqualTo(sum.amount());
        // 5, 3 to 4, and 2 + 1
        assertThat(brief.children().stream().map(Tree.Node::amount))
                .containsExactly(tons(5, 5), tons(3, 4), tons(3, 3));
        assertThat(brief.children().get(2).label()).isEqualTo("and 2 more");
        assertThat(Derivation.brief(sum, 3)).isEqualTo(sum);
    }

    @Test
    void whatDoesNotAddUpIsCountedPastTheFirst() {
        Tree.Node all = Derivation.apart("a", 1, List.of(leaf(1, 2), leaf(3, 4), leaf(5, 6)));

        assertThat(all.children().get(0)).isEqualTo(leaf(1, 2));
        assertThat(all.children().get(1).label()).isEqualTo("and 2 more");
        assertThat(all.value()).isEqualTo(Cell.empty());
        assertThat(Derivation.apart("a", 1, List.of()).remark()).isEqualTo("none");
    }

    @Test
    void nothingOfAnUnlimitedAmountIsNothing() {
        Tree.Node unlimited = leaf(0, Double.POSITIVE_INFINITY);

        assertThat(Derivation.product("p", T, leaf(0, 0), unlimited).amount()).isEqualTo(tons(0, 0));
        assertThat(Derivation.quotient("q", T, leaf(0, 0), unlimited).amount()).isEqualTo(tons(0, 0));
        assertThat(Derivation.product("p", T, leaf(2, 2), unlimited).amount())
                .isEqualTo(tons(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void aChoiceOfOneIsNoChoice() {
        assertThat(Derivation.least("l", leaf(1, 2))).isEqualTo(leaf(1, 2));
        assertThat(Derivation.any("a", List.of(leaf(1, 2)))).isEqualTo(leaf(1, 2));
    }

    @Test
    void figuresSayWhoAndWhy() {
        Figure assumed = Figure.assumed(Spread.between(1, 2), Unit.KT_PER_A, Source.ASSUMPTION, "as in Japan");
        assertThat(Derivation.figure("run", assumed))
                .isEqualTo(Tree.Node.of("run", Cell.of(assumed.range()))
                        .remark("1 to 2 kt/a (assumed, assumption); as in Japan"));
        // 1 kt is 1,000 t
        assertThat(Derivation.read("run", assumed, tons(1_000, 2_000)).amount()).isEqualTo(tons(1_000, 2_000));

        Figure unknown = Figure.unknown(T, "withheld");
        assertThat(Derivation.figure("run", unknown).value()).isEqualTo(Cell.unknown("withheld"));
        assertThat(Derivation.figure("run", unknown).remark()).isEqualTo("unknown t/a (withheld)");
    }

    @Test
    void wordsAreNoAmount() {
        assertThatThrownBy(() -> Tree.Node.of("run", Cell.text("much")).amount())
                .hasMessage("Node 'run': its value is no amount (Text[text=much] seen). Maybe ask its children.");
    }

    /** Whatever is put together: what a stranger reckons from leaves and remarks is what the root says. */
    @Test
    void everyTreeCanBeRetold() {
        for (long seed = 0; seed < 3_000; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Retold.of(random(random, 4));
        }
    }

    private static Tree.Node random(RandomGenerator random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            double low = random.nextInt(4);
            return leaf(low, random.nextInt(8) == 0 ? Double.POSITIVE_INFINITY : low + random.nextInt(3));
        }
        List<Tree.Node> children = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            children.add(random(random, depth - 1));
        }
        Tree.Node[] all = children.toArray(new Tree.Node[0]);
        return switch (random.nextInt(4)) {
            case 0 -> Derivation.sum("sum", T, children);
            case 1 -> Derivation.product("product", T, all);
            case 2 -> Derivation.least("least", all);
            default -> Derivation.any("any", children);
        };
    }
}
