package org.lodegraph.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

class GalliumTest {

    private static final SupplyChain WORLD = Reference.chain(2025, "gallium");

    @Test
    void chinaMade990PerMilleOf909Tons() {
        var made = WORLD.linesMaking(Ids.material("gallium")).stream()
                .filter(line -> line.line().output().isPresent())
                .toList();

        // 900 + 3 + 6 = 909; 900 / 909 = 0.990099
        assertThat(made)
                .extracting(line -> line.country() + " " + output(line))
                .containsExactly("CHN 900.0", "JPN 3.0", "RUS 6.0");
        assertThat(900.0 / made.stream().mapToDouble(GalliumTest::output).sum()).isEqualTo(0.990099, within(1e-6));
    }

    @Test
    void hostAndCircuitStandInOneFacility() {
        var china = WORLD.facility(new FacilityId("chn"));

        assertThat(china.lines()).extracting(Line::name).containsExactly("bayer", "ga-bayer", "ga-refine");
        assertThat(china.aggregate()).isTrue();
    }

    @Test
    void whoHasAluminaAndNoGalliumHasTheHostAlone() {
        assertThat(WORLD.facility(new FacilityId("bra")).lines())
                .extracting(Line::name)
                .containsExactly("bayer");
    }

    @Test
    void japanMakesItFromZincResidue() {
        assertThat(WORLD.line(LineId.parse("jpn/ga-zinc"))
                        .line()
                        .capacity()
                        .usable()
                        .orElseThrow()
                        .at(Reading.CENTRAL))
                .isEqualTo(10);
    }

    @Test
    void projectsArePlanned() {
        assertThat(WORLD.lines().values())
                .filteredOn(line -> line.line().status() == Line.Status.PLANNED)
                .extracting(line -> line.id() + " "
                        + line.line().capacity().usable().orElseThrow().at(Reading.CENTRAL))
                .containsExactly(
                        "aus/wagerup 100.0", "can/vaudreuil 40.0", "grc/agios-nikolaos 50.0", "kaz/pavlodar 15.0");
    }

    @Test
    void importsAboveTheUseDoNotMakeRecyclingZero() {
        // 2024: 18.7 - 11 = 7.7 t. 2025: 19 - 25 < 0 says nothing; 2022 allowed most: 19.7 - 11.4 = 8.3 t
        assertThat(recycling(2024).range().high()).isEqualTo(18.7 - 11, within(1e-9));
        assertThat(recycling(2025).range().low()).isZero();
        assertThat(recycling(2025).range().high()).isEqualTo(19.7 - 11.4, within(1e-9));
        assertThat(recycling(2025).note())
                .isEqualTo(
                        "substantial but unpublished (USGS): imports exceed consumption, which says nothing about scrap: at most what 2022 allows, the largest consumption less metal imports of any year");
    }

    private static Figure recycling(int year) {
        return Reference.chain(year, "gallium")
                .line(LineId.parse("new-york-refinery/ga-recycle"))
                .line()
                .capacity()
                .usable()
                .orElseThrow();
    }

    @Test
    void idleCapacityOfOtherCountriesIsNowhere() {
        var idle = WORLD.line(LineId.parse("xot/ga-bayer"));

        assertThat(idle.country()).isEqualTo(CountryId.NOWHERE);
        assertThat(idle.line().status()).isEqualTo(Line.Status.IDLE);
        assertThat(idle.line().capacity().usable().orElseThrow().at(Reading.CENTRAL))
                .isEqualTo(100);
    }

    @Test
    void theUnitedStatesUseNineteenTonsInThreeApplications() {
        var demands = WORLD.demandsOf(Target.of(Ids.material("gallium-high-purity"), Draft.USA));

        // 19 x 73 %, 26 % and 1 %
        assertThat(demands.stream()
                        .map(demand ->
                                demand.application() + " " + demand.rate().at(Reading.CENTRAL))
                        .collect(joining("; ")))
                .isEqualTo("integrated circuits 13.87; optoelectronic devices 4.94; other and research 0.19");
    }

    @Test
    void whatOneTonOfAluminaBringsIntoTheLiquor() {
        var liquor = WORLD.recipe(Ids.recipe("bayer"))
                .yields()
                .get(Ids.material("bayer-liquor-gallium"))
                .coefficient();

        // 2 t of bauxite: 20, 50, 80 ppm; 60, 70, 80 % dissolved
        assertThat(liquor.at(Reading.LOW)).isEqualTo(24e-6, within(1e-12));
        assertThat(liquor.at(Reading.CENTRAL)).isEqualTo(70e-6, within(1e-12));
        assertThat(liquor.at(Reading.HIGH)).isEqualTo(128e-6, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void everyCircuitHasTheLiquorForItsOutputEvenAtTheLowestContent(int year) {
        var chain = Reference.chain(year, "gallium");

        for (var circuit : chain.lines().values()) {
            if (circuit.line().name().equals("ga-bayer")
                    && circuit.line().output().isPresent()) {
                var alumina = output(chain.line(LineId.parse(circuit.facility().id() + "/bayer")));
                // the least of the liquor, the worst recovery
                assertThat(alumina * 24e-6 * 0.5).isGreaterThanOrEqualTo(output(circuit) * (1 - 1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void aluminaIsWantedAsMuchAsItIsMade(int year) {
        var chain = Reference.chain(year, "gallium");
        var made = chain.linesMaking(Ids.material("alumina")).stream()
                .filter(line -> !line.country().equals(CountryId.NOWHERE))
                .mapToDouble(GalliumTest::output)
                .sum();

        assertThat(chain.demandsFor(Ids.material("alumina")))
                .singleElement()
                .satisfies(
                        demand -> assertThat(demand.rate().at(Reading.CENTRAL)).isEqualTo(made, within(1e-3)));
    }

    @Test
    void chinaUsesWhatItDoesNotExport() {
        var use = Reference.chain(2022, "gallium").demandsFor(Ids.material("gallium"));

        // 600 made (British Geological Survey), 94 exported (Chinese customs)
        assertThat(use).singleElement().satisfies(demand -> {
            assertThat(demand.consumer()).isEqualTo(Draft.CHINA);
            assertThat(demand.rate().at(Reading.CENTRAL)).isEqualTo(506);
        });
    }

    @Test
    void saysWhichYearsAndMaterialsThereAre() {
        assertThatThrownBy(() -> Reference.chain(2020, "gallium"))
                .hasMessage("Year '2020': there are no figures. Maybe one of 2021 to 2025.");
        assertThatThrownBy(() -> Reference.chain(2025, "unobtainium"))
                .hasMessageStartingWith(
                        "Material 'unobtainium': there is no chain for it. Maybe one of alumina, aluminum, ");
    }

    private static double output(InstalledLine line) {
        return line.line().output().orElseThrow().at(Reading.CENTRAL);
    }
}
