package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;

/**
 * A plant that refines by two recipes, of which China keeps the new one from others since 2025. Its old line stands since
 * 2020, its late line since March 2025.
 */
class TechnologyTest {

    private static final Capacity TEN = Capacity.nameplate(Figure.stated(10, Unit.T_PER_A));
    private static final Line BOTH = Line.of("new", TEN).withRecipes(recipe("new"), recipe("plain"));
    private static final SupplyChain CHAIN = SupplyChain.builder(2025)
            .add(Material.of("ore").asBoundary(), Material.of("metal"))
            .add(
                    Recipe.of("new").makes("metal").from("ore", 1),
                    Recipe.of("plain").makes("metal").from("ore", 2))
            .add(plant("canada", "CAN"), plant("china", "CHN"))
            .add(rule("A-LATER", 2025), rule("B-EARLIER", 2024))
            .build();

    private static Facility plant(String id, String country) {
        return Facility.at(id, country(country))
                .line(BOTH.withName("old").withStarts(LocalDate.of(2020, 1, 1)))
                .line(BOTH.withName("late").withStarts(LocalDate.of(2025, 3, 1)))
                .line(Line.of("new", TEN).withStarts(LocalDate.of(2025, 3, 1)));
    }

    private static Policy rule(String id, int year) {
        return Policy.builder()
                .id(policy(id))
                .name(id)
                .issuer(country("CHN"))
                .addRecipes(recipe("new"))
                .addInForce(Window.from(LocalDate.of(year, 1, 1)))
                .build();
    }

    private static InstalledLine line(SupplyChain chain, String facility, String name) {
        return chain.lines().get(new LineId(facility(facility), name));
    }

    private static List<String> recipes(SupplyChain chain, String facility, String name) {
        return Technology.of(chain).recipes(line(chain, facility, name)).stream()
                .map(each -> each.id().value())
                .toList();
    }

    @Test
    void aLineBuiltUnderTheRuleKeepsItsOtherRecipes() {
        assertThat(recipes(CHAIN, "canada", "old")).containsExactly("new", "plain");
        assertThat(recipes(CHAIN, "canada", "late")).containsExactly("plain");
        assertThat(recipes(CHAIN, "canada", "new")).isEmpty();
    }

    @Test
    void whoMadeTheRuleIsFree() {
        assertThat(recipes(CHAIN, "china", "new")).containsExactly("new");
    }

    @Test
    void beforeAnyRuleAppliesAllIsAllowed() {
        assertThat(recipes(CHAIN.at(LocalDate.of(2023, 12, 31)), "canada", "late"))
                .containsExactly("new", "plain");
    }

    @Test
    void theFirstRuleByIdIsNamed() {
        Technology technology = Technology.of(CHAIN);
        InstalledLine late = line(CHAIN, "canada", "late");

        assertThat(technology.blocking(late, recipe("new"))).map(Policy::id).contains(policy("A-LATER"));
        assertThat(technology.blocking(late, recipe("plain"))).isEmpty();
        assertThat(technology.allows(late, recipe("new"))).isFalse();
        assertThat(technology.allows(late, recipe("plain"))).isTrue();
    }
}
