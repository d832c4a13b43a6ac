package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

class DepthsTest {

    @Test
    void recipesStandBetweenWhatTheyTakeAndWhatTheyMake() {
        Depths depths = Depths.of(List.of(
                Recipe.of("dig").makes("ore"),
                Recipe.of("smelt").makes("metal").from("ore", 2),
                Recipe.of("mix").makes("alloy").from("metal", 1).from("salt", 0.1)));

        assertThat(depths.of(recipe("dig"))).isZero();
        assertThat(depths.of(material("ore"))).isEqualTo(1);
        assertThat(depths.of(recipe("smelt"))).isEqualTo(2);
        assertThat(depths.of(material("metal"))).isEqualTo(3);
        assertThat(depths.of(material("salt"))).as("where it is used").isEqualTo(3);
        assertThat(depths.of(recipe("mix"))).isEqualTo(4);
    }

    @Test
    void aLoopIsCutWhereItComesBack() {
        Depths depths = Depths.of(List.of(
                Recipe.of("collect").makes("scrap").from("magnet", 1),
                Recipe.of("dig").makes("ore"),
                Recipe.of("recycle").makes("metal").from("scrap", 1),
                Recipe.of("smelt").makes("metal").from("ore", 1),
                Recipe.of("sinter").makes("magnet").from("metal", 1)));

        assertThat(depths.sorted(List.of(material("magnet"), material("metal"), material("scrap"), material("ore"))))
                .containsExactly(material("ore"), material("metal"), material("magnet"), material("scrap"));
    }

    /** An arc that does not lead down is part of a loop: its end reaches its start again. */
    @Test
    void onlyLoopsLeadUp() {
        int up = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            SupplyChain chain = RandomChains.chain(seed);
            Depths depths = Depths.of(chain.recipes().values());
            for (Recipe recipe : chain.recipes().values()) {
                int at = depths.of(recipe.id());
                assertThat(Math.floorMod(at, 2)).isZero();
                for (MaterialId input : recipe.inputs().keySet()) {
                    assertThat(Math.floorMod(depths.of(input), 2)).isEqualTo(1);
                    if (depths.of(input) >= at) {
                        up++;
                        assertThat(reached(chain, recipe)).contains(input);
                    }
                }
                recipe.materials().stream()
                        .filter(recipe::makes)
                        .filter(made -> depths.of(made) <= at)
                        .forEach(made -> assertThat(reached(chain, made))
                                .as("%s again from %s", recipe.id(), made)
                                .containsAnyElementsOf(recipe.inputs().keySet()));
            }
        }
        assertThat(up).isGreaterThan(100);
    }

    private static Set<MaterialId> reached(SupplyChain chain, Recipe from) {
        Set<MaterialId> all = new TreeSet<>();
        from.materials().stream().filter(from::makes).forEach(made -> all.addAll(reached(chain, made)));
        return all;
    }

    private static Set<MaterialId> reached(SupplyChain chain, MaterialId from) {
        Set<MaterialId> all = new TreeSet<>();
        Deque<MaterialId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            MaterialId next = open.remove();
            if (all.add(next)) {
                chain.recipes().values().stream()
                        .filter(recipe -> recipe.inputs().containsKey(next))
                        .forEach(recipe -> recipe.materials().stream()
                                .filter(recipe::makes)
                                .forEach(open::add));
            }
        }
        return all;
    }
}
