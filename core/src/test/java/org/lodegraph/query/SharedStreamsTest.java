package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.ByProducts.Binds;
import org.lodegraph.report.Retold;

/**
 * Hosts and circuits side by side at one site.
 *
 * <pre>
 * alumina 100 t/a, 2 % liquor   --> liquor   2 --> ga-liquor  10 --> gallium
 * zinc    100 t/a, 18 % residue --> residue 18 --> ga-residue 10 --> gallium
 * </pre>
 */
class SharedStreamsTest {

    private static final Recipe BAYER =
            Recipe.of("bayer").makes("alumina").asHost().yields("liquor", 0.02);
    private static final Recipe ROAST =
            Recipe.of("roast").makes("zinc").asHost().yields("residue", 0.18);

    private static SupplyChain chain(Line... lines) {
        SupplyChain.Builder builder = SupplyChain.builder(2025)
                .add(
                        Material.of("alumina"),
                        Material.of("zinc"),
                        Material.of("liquor").atSite(),
                        Material.of("residue").atSite(),
                        Material.of("cake").atSite(),
                        Material.of("gallium"))
                .add(
                        BAYER,
                        ROAST,
                        Recipe.of("leach").makes("cake").from("residue", 1),
                        Recipe.of("ga-liquor").makes("gallium").from("liquor", 1),
                        Recipe.of("ga-residue").makes("gallium").from("residue", 1),
                        Recipe.of("ga-cake").makes("gallium").from("cake", 1),
                        Recipe.of("ga-both").makes("gallium").from("liquor", 1).from("residue", 1));
        Facility site = Facility.at("site", country("CAN"));
        for (Line line : lines) {
            site = site.line(line);
        }
        Facility plans = Facility.at("plans", country("FRA"));
        for (String each : new String[] {"bayer", "roast", "leach"}) {
            plans = plans.line(Line.of(each, Capacity.unknown("no plan says")).status(Line.Status.PLANNED));
        }
        return builder.add(site, plans).build();
    }

    private static Line line(String recipe, double capacity) {
        return Line.of(recipe, Capacity.nameplate(t(capacity)));
    }

    private static Line line(String recipe, double capacity, double output) {
        return line(recipe, capacity).output(t(output));
    }

    private static Figure t(double tons) {
        return Figure.stated(tons, Unit.T_PER_A);
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, Unit.T_PER_A);
    }

    private static ByProducts.Site site(SupplyChain chain) {
        return chain.ask(ByProducts.of(material("gallium"))).sites().get(0);
    }

    private static HostSwing.Site swing(SupplyChain chain, String host, double by) {
        return chain.ask(HostSwing.of(material(host), by))
                .find(material("gallium"))
                .orElseThrow()
                .sites()
                .get(0);
    }

    private static final SupplyChain TWO = chain(
            line("bayer", 100, 100), line("roast", 100, 100), line("ga-liquor", 10, 2), line("ga-residue", 10, 10));

    /** Hosts 2 + 18 = 20, circuits 10 + 10 = 20; but min(2, 10) + min(18, 10) = 12. */
    @Test
    void oneStreamsSlackDoesNotFillAnothersCircuit() {
        ByProducts.Site site = site(TWO);

        assertThat(site.host()).contains(tons(20, 20));
        assertThat(site.circuits()).isEqualTo(tons(20, 20));
        assertThat(site.supply()).isEqualTo(tons(12, 12));
        assertThat(site.slack()).contains(tons(8, 8));
        assertThat(site.binds()).isEqualTo(Binds.BOTH);
    }

    @Test
    void theExplanationHoldsEachStreamAgainstItsCircuit() {
        assertThat(Retold.text(site(TWO).derivation())).isEqualTo("""
                site: 12 t/a (sum)
                  by ga-liquor: 2 t/a (smallest)
                    what hosts could give: 2 t/a (sum)
                      gallium that comes along at line 'site/bayer': 2 t/a (product)
                        output of line 'site/bayer': 100 t/a (100 t/a (reported, stated))
                        gallium per ton of recipe 'bayer': 0.02 (product)
                          liquor yielded by recipe 'bayer': 0.02 (0.02 (reported, stated))
                          recovered by recipe 'ga-liquor': 1 (first over second)
                            gallium made by recipe 'ga-liquor': 1 (by definition)
                            liquor needed by recipe 'ga-liquor': 1 (1 (reported, stated))
                    what circuits could take: 10 t/a (sum)
                      nameplate capacity of line 'site/ga-liquor': 10 t/a (10 t/a (reported, stated))
                  by ga-residue: 10 t/a (smallest)
                    what hosts could give: 18 t/a (sum)
                      gallium that comes along at line 'site/roast': 18 t/a (product)
                        output of line 'site/roast': 100 t/a (100 t/a (reported, stated))
                        gallium per ton of recipe 'roast': 0.18 (product)
                          residue yielded by recipe 'roast': 0.18 (0.18 (reported, stated))
                          recovered by recipe 'ga-residue': 1 (first over second)
                            gallium made by recipe 'ga-residue': 1 (by definition)
                            residue needed by recipe 'ga-residue': 1 (1 (reported, stated))
                    what circuits could take: 10 t/a (sum)
                      nameplate capacity of line 'site/ga-residue': 10 t/a (10 t/a (reported, stated))
                """);
    }

    @Test
    void aSwingCostsOnlyWhatItsOwnStreamBrought() {
        // without alumina 0 + 10 of 2 + 10
        assertThat(swing(TWO, "alumina", -1).lost()).isEqualTo(tons(2, 2));
        // 18 x 0.7 = 12.6 still fill the circuit of 10
        assertThat(swing(TWO, "zinc", -0.3).change()).isEqualTo(tons(0, 0));
        assertThat(swing(TWO, "zinc", -0.3).lost()).isEqualTo(tons(0, 0));
        // without zinc 2 + 0
        assertThat(swing(TWO, "zinc", -1).lost()).isEqualTo(tons(10, 10));
        // half more alumina: 3 of liquor, and the circuit takes 10
        assertThat(swing(TWO, "alumina", 0.5).change()).isEqualTo(tons(1, 1));
    }

    /** 18 of residue, leached to at most 5 of cake, of which the circuit could take 20. */
    @Test
    void aStepBetweenCapsToo() {
        SupplyChain leached = chain(line("roast", 100, 100), line("leach", 5), line("ga-cake", 20));
        ByProducts.Site site = site(leached);

        assertThat(site.host()).contains(tons(18, 18));
        assertThat(site.circuits()).isEqualTo(tons(5, 5));
        assertThat(site.supply()).isEqualTo(tons(5, 5));
        assertThat(site.binds()).isEqualTo(Binds.CIRCUIT);
        // 9 are left, and 5 are taken; then 3.6
        assertThat(swing(leached, "zinc", -0.5).change()).isEqualTo(tons(0, 0));
        assertThat(swing(leached, "zinc", -0.8).change().low()).isCloseTo(-1.4, within(1e-12));
    }

    /** One line of 10 runs either recipe: 2 of liquor and 8 of the 18 of residue. */
    @Test
    void recipesShareTheirLine() {
        SupplyChain shared = chain(
                line("bayer", 100, 100),
                line("roast", 100, 100),
                line("ga-liquor", 10).withRecipes(new RecipeId("ga-liquor"), new RecipeId("ga-residue")));

        assertThat(site(shared).supply()).isEqualTo(tons(10, 10));
        assertThat(site(shared).binds()).isEqualTo(Binds.CIRCUIT);
        assertThat(Retold.text(site(shared).derivation())).isEqualTo("""
                site: 10 t/a (sum)
                  nameplate capacity of line 'site/ga-liquor': 10 t/a (1 x 10)
                    nameplate capacity of line 'site/ga-liquor': 10 t/a (10 t/a (reported, stated))
                """);
        // 18 x 0.25 = 4.5 and 2 of liquor are 6.5
        assertThat(swing(shared, "zinc", -0.75).change()).isEqualTo(tons(-3.5, -3.5));
    }

    /** Each ton takes one of liquor and one of residue: the 2 of liquor bind. */
    @Test
    void aCircuitThatNeedsBothStreamsMakesAsMuchAsTheScarcer() {
        SupplyChain both = chain(line("bayer", 100, 100), line("roast", 100, 100), line("ga-both", 10));

        assertThat(site(both).host()).contains(tons(2, 2));
        assertThat(site(both).supply()).isEqualTo(tons(2, 2));
        assertThat(site(both).binds()).isEqualTo(Binds.HOST);
        assertThat(Retold.text(site(both).derivation())).isEqualTo("""
                site: 2 t/a (sum)
                  stream liquor: 2 t/a (1 x 2)
                    liquor: 2 t/a (sum)
                      liquor from line 'site/bayer': 2 t/a (product)
                        output of line 'site/bayer': 100 t/a (100 t/a (reported, stated))
                        liquor yielded by recipe 'bayer': 0.02 (0.02 (reported, stated))
                """);
        // 18 x 0.1 = 1.8 of residue are less than the 2 of liquor
        assertThat(swing(both, "zinc", -0.9).change().high()).isCloseTo(-0.2, within(1e-12));
        assertThat(swing(both, "zinc", -0.5).change()).isEqualTo(tons(0, 0));
    }

    /** A line for two host recipes, one leaves 10 of liquor, the other 10 of residue; circuits of 6 take either. */
    @Test
    void aHostLineWithAChoiceMayRunAnyMix() {
        Recipe other = Recipe.of("bayer-2").makes("alumina").asHost().yields("residue", 0.1);
        SupplyChain chain = chain(line("bayer", 100, 100), line("ga-liquor", 6), line("ga-residue", 6)).toBuilder()
                .put(BAYER.yields("liquor", 0.1))
                .add(other)
                .build();
        Facility site = chain.facility(facility("site"));
        SupplyChain choice = chain.toBuilder()
                .put(site.withLines(site.lines().stream()
                        .map(line -> line.name().equals("bayer")
                                ? line.withRecipes(new RecipeId("bayer"), new RecipeId("bayer-2"))
                                : line)
                        .toList()))
                .build();

        // 6 of one alone, or 5 + 5, 6 + 4: never more than 10 in all
        assertThat(site(choice).supply()).isEqualTo(tons(6, 10));
        assertThat(site(choice).host()).contains(tons(10, 10));
    }

    /** Built in March under a Chinese rule of January. */
    @Test
    void whatATechnologyRuleKeepsFromRunningMakesNothing() {
        SupplyChain ruled =
                chain(line("roast", 100, 100), line("ga-residue", 10).withStarts(LocalDate.of(2025, 3, 1))).toBuilder()
                        .add(Policy.builder()
                                .id(policy("CN-TECH"))
                                .name("technology")
                                .issuer(country("CHN"))
                                .addRecipes(recipe("ga-residue"))
                                .addInForce(Window.from(LocalDate.of(2025, 1, 1)))
                                .build())
                        .build();
        ByProducts.Site site = site(ruled);

        assertThat(site.host()).contains(tons(18, 18));
        assertThat(site.circuits()).isEqualTo(tons(0, 0));
        assertThat(site.supply()).isEqualTo(tons(0, 0));
        assertThat(site.output()).isEqualTo(tons(0, 0));
        assertThat(site.binds()).isEqualTo(Binds.NO_CIRCUIT);
        assertThat(swing(ruled, "zinc", -1).change()).isEqualTo(tons(0, 0));
    }

    @Test
    void aSwingWarnsWhereFiguresContradictEachOther() {
        SupplyChain odd = chain(line("bayer", 100, 100), line("ga-liquor", 10, 5));

        assertThat(swing(odd, "alumina", -0.5).isConflict()).isTrue();
        assertThat(ReportText.of(
                        odd.ask(HostSwing.of(material("alumina"), -0.5)).show()))
                .contains(
                        "WARNING site was seen to make 5 t/a, more than its host could give (2 t/a): one of the figures is wrong, or a host is missing.");
        assertThat(swing(TWO, "alumina", -0.5).isConflict()).isFalse();
    }
}
