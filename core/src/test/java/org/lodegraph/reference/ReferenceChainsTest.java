package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.Range;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Ids;

/** What holds for the chain of each material in each year. */
class ReferenceChainsTest {

    private static final List<String> MATERIALS =
            List.of("gallium", "germanium", "rare-earths", "ndfeb-magnets", "alumina", "aluminum", "zinc");

    static Stream<Arguments> chains() {
        return ContiguousSet.create(Range.closed(2021, 2025), DiscreteDomain.integers()).stream()
                .flatMap(year -> MATERIALS.stream().map(material -> Arguments.of(year, material)));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void everyFigureIsCited(int year, String material) {
        var chain = Reference.chain(year, material);

        chain.forEachFigure((place, figure) -> {
            assertThat(figure.source()).as(place.toString()).isNotEqualTo(Source.STATED);
            assertThat(figure.source().locator()).as(place.toString()).isNotBlank();
            assertThat(Catalog.embedded().sources())
                    .as(place.toString())
                    .containsKey(figure.source().id());
            if (figure.status() == Figure.Status.ASSUMED || figure.status() == Figure.Status.UNKNOWN) {
                assertThat(figure.note()).as(place.toString()).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("chains")
    void whatIsAssumedIsListed(int year, String material) {
        var chain = Reference.chain(year, material);
        var listed = chain.assumptions().stream().map(Assumption::subject).toList();

        chain.forEachFigure((place, figure) -> {
            if (figure.status() == Figure.Status.ASSUMED || figure.status() == Figure.Status.UNKNOWN) {
                assertThat(listed).contains(place);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("chains")
    void allTogetherHoldsEachOfThem(int year, String material) {
        var all = Reference.chain(year, MATERIALS.toArray(String[]::new));

        assertThat(all.facilities().keySet())
                .containsAll(Reference.chain(year, material).facilities().keySet());
    }

    @Test
    void buildsTheSameChainAgain() {
        assertThat(Reference.chain(2024, "gallium", "germanium"))
                .isEqualTo(Reference.chain(2024, "gallium", "germanium"));
        assertThat(Reference.chain(2024, "aluminium")).isEqualTo(Reference.chain(2024, "aluminum"));
    }

    @Test
    void smeltersTakeMostOfTheAlumina() {
        var chain = Reference.chain(2024, "aluminum");

        // 140,586,000 t of alumina in listed countries less 66,148,000 t of aluminum x 1.95
        assertThat(chain.demandsFor(material("alumina")))
                .singleElement()
                .satisfies(demand -> assertThat(demand.rate().at(Reading.CENTRAL))
                        .isEqualTo(140_586_000 - 66_148_000 * 1.95, within(1.0)));
        assertThat(Reference.plausibility(2024, "aluminum").conflicts())
                .extracting(Conflict::toString)
                .containsExactly("""
                aluminum, CAN, 2024: output 3,320,000 t above the published capacity of 3,310,000 t. \
                The line may run as high as its output.""");
    }

    @Test
    void countriesCarryTheirGovernance() {
        var china = Reference.chain(2025, "gallium").countries().get(Ids.country("CHN"));

        assertThat(china.name()).isEqualTo("China");
        assertThat(china.governance()).isPresent();
    }

    @Test
    void substitutesComeOnRequestAndWithoutAShare() {
        var chain = Reference.chain(2025, "gallium");

        assertThat(chain.demands().values())
                .allSatisfy(demand -> assertThat(demand.alternatives()).isEmpty());
        assertThat(chain.with(Reference.alternatives())
                        .demand(Ids.demand("usa-gallium-optoelectronic-devices"))
                        .alternatives())
                .allSatisfy(
                        alternative -> assertThat(alternative.largestShare()).isInstanceOf(Figure.Unknown.class))
                .extracting(alternative -> alternative.material().value())
                .containsExactly("organic-liquid-crystals", "indium-phosphide", "helium-neon-laser", "silicon");
        assertThatCode(() -> Reference.chain(2025, "germanium").with(Reference.alternatives()))
                .doesNotThrowAnyException();
    }
}
