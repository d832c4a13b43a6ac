package org.lodegraph.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;

/** A material balances if some choice of recipes and some reading of every figure leaves no more used than made. */
class RandomMaterialBalanceTest {

    private static final int CASES = 5000;

    /** Lines that make ore or slag with ore beside it, and lines that need ore, or one of two amounts of it. */
    private record Case(List<int[]> outputs, int[] needed, int[] yielded) {

        static Case of(SplittableRandom random) {
            List<int[]> outputs = new ArrayList<>();
            for (int line = 0; line < 4; line++) {
                outputs.add(range(random, 6));
            }
            return new Case(outputs, range(random, 3), range(random, 3));
        }

        private static int[] range(SplittableRandom random, int most) {
            int low = random.nextInt(1, most + 1);
            return new int[] {low, low + random.nextInt(3)};
        }

        SupplyChain chain() {
            Facility works = Facility.at("works", country("DEU"))
                    .line(line("dig", 0, "dig"))
                    .line(line("slag", 1, "slag"))
                    .line(line("smelt", 2, "smelt"))
                    .line(line("either", 3, "smelt", "melt"));
            return SupplyChain.builder(2025)
                    .add(Material.of("ore"), Material.of("slag"), Material.of("metal"))
                    .add(
                            Recipe.of("dig").makes("ore"),
                            Recipe.of("slag").makes("slag").yields("ore", figure(yielded, Unit.ONE)),
                            Recipe.of("smelt").makes("metal").from("ore", figure(needed, Unit.ONE)),
                            Recipe.of("melt").makes("metal").from("ore", 2))
                    .add(works)
                    .build();
        }

        private Line line(String name, int output, String... recipes) {
            return Line.builder()
                    .name(name)
                    .addAllRecipes(List.of(recipes).stream().map(RecipeId::new).toList())
                    .capacity(Capacity.unknown("nobody looked"))
                    .output(figure(outputs.get(output), Unit.T_PER_A))
                    .build();
        }

        private static Figure figure(int[] range, Unit unit) {
            return Figure.estimated(Spread.between(range[0], range[1]), unit, TwoSmelters.SURVEY);
        }

        /** Every corner of six figures, and either recipe of the line that has two. */
        boolean balances() {
            for (int corner = 0; corner < 64; corner++) {
                int dug = end(outputs.get(0), corner, 0);
                int slag = end(outputs.get(1), corner, 1) * end(yielded, corner, 2);
                int need = end(needed, corner, 3);
                int smelted = end(outputs.get(2), corner, 4) * need;
                for (int each : new int[] {need, 2}) {
                    if (smelted + end(outputs.get(3), corner, 5) * each <= dug + slag) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static int end(int[] range, int corner, int figure) {
            return range[corner >> figure & 1];
        }
    }

    @Test
    void agreesWithEveryReading() {
        SplittableRandom random = new SplittableRandom(20251128);
        int balanced = 0;
        for (int i = 0; i < CASES; i++) {
            Case each = Case.of(random);
            boolean expected = each.balances();
            balanced += expected ? 1 : 0;
            assertThat(MaterialBalance.problems(each.chain()).isEmpty())
                    .as("case %s", i)
                    .isEqualTo(expected);
        }
        assertThat(balanced).isBetween(CASES / 10, CASES * 9 / 10);
    }
}
