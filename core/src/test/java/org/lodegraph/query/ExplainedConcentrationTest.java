package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Stage.REFINING;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;

/** How an HHI comes about: squared shares, shares of amounts, amounts of lines, lines of figures. */
class ExplainedConcentrationTest {

    private static final int CASES = 2_000;
    private static final Concentration ZINC = Concentration.of(material("zinc"), REFINING);
    private static final Source USGS =
            Source.of("usgs-mcs2026", "Mineral Commodity Summaries").by("USGS").edition("2026");

    /** Ore gives a ton of lead and, beside it, half a ton of zinc or, as a range, up to that. */
    private static SupplyChain.Builder world(Figure yield) {
        return SupplyChain.builder(2025)
                .add(Material.of("zinc"), Material.of("lead"))
                .add(
                        Recipe.of("smelt").makes("zinc").stage(REFINING),
                        Recipe.of("both").makes("lead").yields("zinc", yield).stage(REFINING));
    }

    private static Line line(String recipe, Figure output) {
        return Line.of(recipe, Capacity.nameplate(t(100))).output(output);
    }

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Figure perTon(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.ONE, USGS);
    }

    /** China: 20 t of lead x 0.5 t per ton = 10 t, and 2 t, so 12 of 16 t; Peru 0.004 kt/a = 4 of 16 t. */
    @Test
    void downToTheFigures() {
        Concentration.Answer answer = world(perTon(0.5, 0.5))
                .add(
                        Facility.aggregate(country("CHN")).line(line("both", t(20))),
                        Facility.at("small", country("CHN")).line(line("smelt", t(2))),
                        Facility.aggregate(country("PER"))
                                .line(line("smelt", Figure.figure(0.004, Unit.KT_PER_A, USGS))))
                .build()
                .ask(ZINC);
        Tree.Node root = answer.explain().root();

        // (12 / 16)^2 + (4 / 16)^2 = 0.5625 + 0.0625
        assertThat(root.amount()).isEqualTo(Range.exactly(0.625, Unit.ONE));
        assertThat(root.remark()).isEqualTo("sum");
        assertThat(Retold.text(root)).isEqualTo("""
                HHI: 0.625 (sum)
                  CHN: 0.5625 (share squared)
                    share: 75.0 % (part of 16 t/a in all)
                      CHN: 12 t/a (sum)
                        zinc from line 'chn/both': 10 t/a (product)
                          output of line 'chn/both': 20 t/a (20 t/a (reported, usgs-mcs2026))
                          zinc yielded by recipe 'both': 0.5 (0.5 (estimated, usgs-mcs2026))
                        output of line 'small/smelt': 2 t/a (2 t/a (reported, usgs-mcs2026))
                  PER: 0.0625 (share squared)
                    share: 25.0 % (part of 16 t/a in all)
                      PER: 4 t/a (sum)
                        output of line 'per/smelt': 4 t/a (0.004 kt/a (reported, usgs-mcs2026))
                """);
    }

    @Test
    void whatNobodyLookedAtIsAnythingUpToCapacity() {
        Tree.Node root = world(perTon(0.5, 0.5))
                .add(
                        Facility.aggregate(country("CHN")).line(line("smelt", t(12))),
                        Facility.aggregate(country("PER"))
                                .line(Line.of("smelt", Capacity.nameplate(t(8)).permitted(t(4)))))
                .build()
                .ask(ZINC)
                .explain()
                .root();

        // Peru: 0 to 4 t beside China's 12: from 1 down to (12 / 16)^2 + (4 / 16)^2
        assertThat(root.amount()).isEqualTo(new Range(0.625, 1, Unit.ONE));
        assertThat(root.remark()).isEqualTo("lies within the sum; shares that are ranges are bound to add up to 1");
        assertThat(Retold.text(root)).contains("""
                        output of line 'per/smelt': 0 to 4 t/a (anything up to)
                          capacity of line 'per/smelt': 4 t/a (smallest)
                            nameplate capacity of line 'per/smelt': 8 t/a (8 t/a (reported, usgs-mcs2026))
                            permitted capacity of line 'per/smelt': 4 t/a (4 t/a (reported, usgs-mcs2026))
                """);
    }

    @Test
    void termsAddUpToTheAnswer() {
        Random random = new Random(5);
        int exact = 0;
        for (int i = 0; i < CASES; i++) {
            boolean isExact = random.nextBoolean();
            Concentration.Answer answer = any(random, isExact).ask(question(random, isExact));
            Tree.Node root = answer.explain().root();
            Retold.of(root);
            assertThat(root.amount()).as("case %s", i).isEqualTo(answer.hhi());
            if (root.remark().equals("sum")) {
                exact++;
                assertThat(root.children().stream()
                                .mapToDouble(child -> child.amount().low())
                                .sum())
                        .as("case %s", i)
                        .isCloseTo(answer.hhi().low(), within(2e-9));
            }
            double leaves = made(answer).stream()
                    .mapToDouble(each -> Retold.of(each).high())
                    .sum();
            assertThat(leaves).as("case %s", i).isCloseTo(answer.total().high(), within(1e-8 * leaves));
            assertThat(Retold.leaves(root))
                    .as("case %s", i)
                    .allSatisfy(leaf -> assertThat(leaf.value()).isInstanceOf(Cell.Amount.class));
        }
        assertThat(exact).isGreaterThan(CASES / 4);
    }

    private static List<Tree.Node> made(Concentration.Answer answer) {
        List<Tree.Node> made = new ArrayList<>(
                answer.holders().stream().map(Concentration.Holder::made).toList());
        made.add(answer.rest());
        made.add(answer.anybodys());
        return made;
    }

    private static Concentration question(Random random, boolean isExact) {
        Concentration question = random.nextInt(4) == 0 ? ZINC.ofCapacity() : ZINC;
        return isExact ? question : question.by(Concentration.Level.values()[random.nextInt(4)]);
    }

    /** Up to six plants; where it need not be exact, some in no country, of no owner, never looked at, or as ranges. */
    private static SupplyChain any(Random random, boolean isExact) {
        SupplyChain.Builder world = world(isExact ? perTon(0.5, 0.5) : perTon(0.25, 0.5));
        for (int i = 0; i <= random.nextInt(6); i++) {
            CountryId where = !isExact && random.nextInt(6) == 0
                    ? CountryId.NOWHERE
                    : country(List.of("CHN", "PER", "USA").get(random.nextInt(3)));
            Facility plant = Facility.at("plant-" + i, where);
            double tons = 1 + random.nextInt(50);
            String recipe = random.nextBoolean() ? "smelt" : "both";
            Figure output = isExact
                    ? t(tons)
                    : Figure.estimated(Spread.between(tons, tons + random.nextInt(9)), Unit.T_PER_A, USGS);
            Line line = Line.of(recipe, Capacity.nameplate(t(tons + 10)));
            world.add((random.nextBoolean() ? plant.owner("owner-" + random.nextInt(2)) : plant)
                    .line(!isExact && i > 0 && random.nextInt(5) == 0 ? line : line.output(output)));
        }
        return world.build();
    }
}
