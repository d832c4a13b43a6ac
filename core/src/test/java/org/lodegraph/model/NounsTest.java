package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.measure.Figure.figure;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.owner;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;

/** How the nouns of a chain are written down. */
class NounsTest {

    private final Source source = Source.of("usgs-mcs2026", "Mineral Commodity Summaries");

    @Test
    void aChainIsWrittenAsItIsTold() {
        var chain = SupplyChain.builder(2025)
                .add(
                        Material.of("bauxite").asBoundary(),
                        Material.of("alumina"),
                        Material.of("bayer-liquor").atSite(),
                        Material.of("gallium"))
                .add(Recipe.of("bayer")
                        .makes("alumina")
                        .asHost()
                        .from("bauxite", 2.0)
                        .yields("bayer-liquor", 65e-6))
                .add(Recipe.of("ga-circuit").makes("gallium").from("bayer-liquor", 1 / 0.9))
                .add(Facility.at("vaudreuil", country("CAN"))
                        .owner("rio-tinto")
                        .line("bayer", Capacity.nameplate(figure(1_500_000, T_PER_A, source)))
                        .line("ga-circuit", Capacity.unknown("announced, no figure")))
                .build();

        assertThat(chain.line(line("vaudreuil/bayer")).facility().owner()).contains(owner("rio-tinto"));
        assertThat(chain.recipe(recipe("bayer")).role()).isEqualTo(Role.HOST);
        assertThat(chain.recipe(recipe("bayer")).yields().get(material("bayer-liquor")))
                .isEqualTo(new Recipe.Yield(stated(65e-6, ONE), Role.COMPANION));
        assertThat(chain.line(line("vaudreuil/ga-circuit"))
                        .line()
                        .capacity()
                        .usable()
                        .orElseThrow()
                        .isKnown())
                .isFalse();
    }

    /** A builder and the words of the noun say the same. */
    @Test
    void buildersAndWordsAgree() {
        assertThat(Material.builder()
                        .id(material("bayer-liquor"))
                        .name("bayer-liquor")
                        .form(Form.INTERMEDIATE)
                        .mobility(Mobility.SITE)
                        .build())
                .isEqualTo(Material.of("bayer-liquor").atSite());
        assertThat(Recipe.builder()
                        .id(recipe("smelting"))
                        .reference(material("tin"))
                        .stage(Stage.SMELTING)
                        .putInputs(material("ore"), stated(2, ONE))
                        .build())
                .isEqualTo(
                        Recipe.of("smelting").makes("tin").stage(Stage.SMELTING).from("ore", 2));
        Capacity capacity = Capacity.nameplate(stated(1, T_PER_A));
        assertThat(Facility.builder()
                        .id(Ids.facility("gejiu"))
                        .name("gejiu")
                        .country(country("CHN"))
                        .addLines(Line.builder()
                                .name("smelting")
                                .addRecipes(recipe("smelting"))
                                .capacity(capacity)
                                .build())
                        .build())
                .isEqualTo(Facility.at("gejiu", country("CHN")).line("smelting", capacity));
        assertThat(Demand.builder()
                        .id(Ids.demand("row-tin"))
                        .material(material("tin"))
                        .consumer(CountryId.REST)
                        .rate(stated(1, T_PER_A))
                        .build())
                .isEqualTo(Demand.remainder("tin", stated(1, T_PER_A)));
        assertThat(Stock.builder()
                        .id(Ids.stock("nds"))
                        .material(material("tin"))
                        .holder(country("USA"))
                        .amount(stated(1, Unit.T))
                        .build())
                .isEqualTo(Stock.of("nds", "tin", country("USA"), stated(1, Unit.T)));
        assertThat(Link.builder()
                        .id(Ids.link("lane"))
                        .material(material("tin"))
                        .origin(country("CHN"))
                        .destination(country("USA"))
                        .build())
                .isEqualTo(Link.of("lane", "tin", country("CHN"), country("USA")));
    }

    @Test
    void aPolicyIsABanOnExportsUnlessSaid() {
        Policy policy = Policy.builder()
                .id(Ids.policy("CN-2023-GAGE"))
                .name("Announcement 23")
                .issuer(country("CHN"))
                .addMaterials(material("gallium"), material("germanium"))
                .addInForce(Window.ALWAYS)
                .build();

        assertThat(policy.limit()).isEqualTo(new Limit.Nothing());
        assertThat(policy.direction()).isEqualTo(Policy.Direction.EXPORT);
        assertThat(policy.reach()).isEqualTo(Policy.Reach.ENDS_AT_PROCESSING);
        assertThat(policy.toward()).isEmpty();
        assertThat(policy.onTechnology()).isFalse();
        assertThat(policy.withMaterials().withRecipes(recipe("ga-circuit")).onTechnology())
                .isTrue();
    }

    @Test
    void copiesGoThroughTheSameChecks() {
        Line line = Line.of("bayer", Capacity.unknown("secret"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.withRecipes(List.of()))
                .withMessage("Line 'bayer': it runs no recipe. Maybe name one, Line.of(\"bayer\", capacity).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.withName("Bayer line"))
                .withMessage("Line 'Bayer line': not an id."
                        + " Maybe write it with lower case letters, digits and single hyphens.");
    }

    @Test
    void whatIsLeftOfACountryIsAFacility() {
        Facility rest = Facility.aggregate(country("CHN"));

        assertThat(rest.id()).isEqualTo(Ids.facility("chn"));
        assertThat(rest.name()).isEqualTo("CHN");
        assertThat(rest.aggregate()).isTrue();
        assertThat(rest.owner()).isEmpty();
    }

    @Test
    void effectiveCapacityGoesBeforeNameplate() {
        Capacity both = Capacity.nameplate(stated(10, T_PER_A)).effective(stated(8, T_PER_A));

        assertThat(both.usable()).contains(stated(8, T_PER_A));
        assertThat(Capacity.nameplate(stated(10, T_PER_A)).usable()).contains(stated(10, T_PER_A));
        assertThat(new Capacity(Optional.empty(), Optional.empty(), Optional.empty()).usable())
                .isEmpty();
    }

    @Test
    void linesOfOtherCountriesAreNowhere() {
        Facility lumped = Facility.aggregate(CountryId.NOWHERE);
        Line line = Line.of("smelting", Capacity.unknown("lumped"));

        assertThat(new InstalledLine(lumped, line).isPresentOn(LocalDate.parse("2025-12-31")))
                .isFalse();
    }

    @Test
    void aMaterialIsCountedOnOneBasis() {
        assertThat(Material.of("concentrate").containing("Ga").basis()).isEqualTo(Basis.contained("Ga"));
        assertThat(Material.of("gallium").basis()).isEqualTo(Basis.GROSS);
    }

    @Test
    void onlyCompanionsAndWastesMayBeThrownAway() {
        assertThat(Role.values()).filteredOn(Role::discardable).containsExactly(Role.COMPANION, Role.WASTE);
    }
}
