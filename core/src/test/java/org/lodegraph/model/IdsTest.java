package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids: how they are spelled, and what a misspelled one is told. */
class IdsTest {

    static Stream<Arguments> lowerCase() {
        return Stream.of(
                kind("Material", Ids::material),
                kind("Recipe", Ids::recipe),
                kind("Facility", Ids::facility),
                kind("Owner", Ids::owner),
                kind("Demand", Ids::demand),
                kind("Stock", Ids::stock),
                kind("Link", Ids::link));
    }

    private static Arguments kind(String name, Function<String, Id> id) {
        return Arguments.of(name, id);
    }

    @ParameterizedTest
    @MethodSource("lowerCase")
    void mostIdsAreLowerCaseWithHyphens(String kind, Function<String, Id> id) {
        assertThat(id.apply("a-1.5-b").value()).isEqualTo("a-1.5-b");
        assertThat(id.apply("a")).hasToString("a");
        assertThat(id.apply("a").kind()).isEqualTo(kind);
        for (String wrong : List.of("", " ", "A", "a b", "-a", "a-", "a--b", "a/b", "a_b", "ä", "a\n")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> id.apply(wrong))
                    .withMessage(
                            "%s '%s': not an id. Maybe write it with lower case letters, digits and single hyphens.",
                            kind, wrong);
        }
    }

    @Test
    void blocsAndPoliciesKeepTheirLetters() {
        assertThat(Ids.bloc("AUKUS").kind()).isEqualTo("Bloc");
        assertThat(Ids.policy("CN-2023-GAGE").kind()).isEqualTo("Policy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ids.policy("CN 2023"))
                .withMessage("Policy 'CN 2023': not an id. Maybe write it with letters, digits and single hyphens.");
    }

    @Test
    void countriesHaveThreeCapitals() {
        assertThat(Ids.country("CHN").kind()).isEqualTo("Country");
        for (String wrong : List.of("CN", "chn", "CHNA", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ids.country(wrong))
                    .withMessage(
                            "Country '%s': not an id. Maybe write it with the ISO 3166 alpha-3 code, such as CHN.",
                            wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aluminium, aluminum",
        "aluminium-foil, aluminum-foil",
        "caesium, cesium",
        "sulphur, sulfur",
        "wolfram, tungsten",
        "columbium, niobium",
        "aluminiumoxide, aluminiumoxide"
    })
    void otherSpellingsOfElementsAreTheSameMaterial(String written, String meant) {
        assertThat(Ids.material(written).value()).isEqualTo(meant);
    }

    @Test
    void aLineIsNamedInsideItsFacility() {
        LineId line = Ids.line("vaudreuil/bayer");

        assertThat(line)
                .isEqualTo(new LineId(Ids.facility("vaudreuil"), "bayer"))
                .hasToString("vaudreuil/bayer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ids.line("bayer"))
                .withMessage("Line 'bayer': the facility is missing. Maybe write facility/line.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ids.line("vaudreuil/b/c"))
                .withMessage(
                        "Line 'b/c': not an id. Maybe write it with lower case letters, digits and single hyphens.");
    }

    @Test
    void aVeryLongIdIsRefusedBriefly() {
        assertThat(Ids.facility("a".repeat(120)).value()).hasSize(120);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ids.facility("a".repeat(1_000_000)))
                .withMessage(
                        "Facility '%s...': not an id."
                                + " Maybe write it with lower case letters, digits and single hyphens.",
                        "a".repeat(120));
    }

    @Test
    void idsOfDifferentKindsDiffer() {
        assertThat((Id) Ids.material("a")).isNotEqualTo(Ids.recipe("a"));
    }

    @Test
    void theNearestIdsAreNamed() {
        List<MaterialId> known = Stream.of("gallium", "germanium", "indium", "bauxite", "gallium-arsenide")
                .map(MaterialId::new)
                .toList();

        assertThat(Nearest.cure(Ids.material("galium"), known))
                .isEqualTo("Maybe 'gallium', 'indium', 'germanium', or add it first.");
        assertThat(Nearest.cure(Ids.material("ga"), known))
                .isEqualTo("Maybe 'gallium', 'gallium-arsenide', 'bauxite', or add it first.");
        assertThat(Nearest.cure(Ids.material("tin"), List.of()))
                .isEqualTo("Maybe add it first; the chain has none of this kind.");
    }
}
