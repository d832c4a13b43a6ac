package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.query.HostSwing.Site;
import org.lodegraph.report.Retold;

/**
 * Germanium and cadmium beside zinc. A ton of zinc leaves 100 g of germanium in the residue, of which circuits recover 40 to
 * 80 %, and 2 kg of cadmium, of which they recover all.
 *
 * <pre>
 *           zinc, t/a   germanium could be, t/a   circuit      made
 * Trail      300,000            12 to 24             10           8
 * Onsan      600,000            24 to 48             30          20
 * Auby       100,000             4 to  8            none
 * </pre>
 *
 * Trail also has a cadmium circuit of 500 t, that makes 500 t of the 600 t that are there.
 */
class HostSwingTest {

    private static final Source USGS = Source.of("usgs", "Mineral Commodity Summaries");
    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(
                    Material.of("ore").asBoundary(),
                    Material.of("acid"),
                    Material.of("zinc"),
                    Material.of("residue").atSite(),
                    Material.of("cake").atSite(),
                    Material.of("cadmium"),
                    Material.of("germanium"))
            .add(
                    Recipe.of("smelt")
                            .makes("zinc")
                            .asHost()
                            .from("ore", 2)
                            .yields("residue", 100e-6)
                            .yields("acid", 1.7)
                            .yields("cake", 2e-3),
                    Recipe.of("ge-zinc")
                            .makes("germanium")
                            .from("residue", Figure.estimated(Spread.between(1.25, 2.5), Unit.ONE, USGS)),
                    Recipe.of("cd-zinc").makes("cadmium").from("cake", 1))
            .add(
                    Facility.at("trail", country("CAN"))
                            .line(line("smelt", 300_000, 300_000))
                            .line(line("ge-zinc", 10, 8))
                            .line(line("cd-zinc", 500, 500)),
                    Facility.at("onsan", country("KOR"))
                            .line(line("smelt", 600_000, 600_000))
                            .line(line("ge-zinc", 30, 20)),
                    Facility.at("auby", country("FRA")).line(line("smelt", 100_000, 100_000)))
            .build();

    private static Line line(String recipe, double capacity, double output) {
        return Line.of(recipe, Capacity.nameplate(t(capacity))).output(t(output));
    }

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Range tons(double low, double high) {
        return Range.spanning(low, high, Unit.T_PER_A);
    }

    private static Companion germanium(double by) {
        return WORLD.ask(HostSwing.of(material("zinc"), by))
                .find(material("germanium"))
                .orElseThrow();
    }

    private static Site site(Companion companion, String name) {
        return companion.sites().stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Range rounded(Range range) {
        return Range.spanning(range.low(), range.high(), range.unit());
    }

    @Test
    void slackIsUsedUpFirst() {
        // Trail: 0.8 x 12 = 9.6 is 0.4 short of the circuit's 10 at the worst recovery, 0.8 x 24 = 19.2 is not; of the
        // 8 that
        // are made nothing is lost
        Site trail = site(germanium(-0.2), "trail");
        assertThat(rounded(trail.change())).isEqualTo(tons(-0.4, 0));
        assertThat(trail.lost()).isEqualTo(tons(0, 0));
    }

    @Test
    void theLossIsLargestWhereTheHostJustFillsTheCircuit() {
        // Onsan, 24 to 48 beside 30, loses half: at 24 it is 24 - 12 = 12, at 30 it is 30 - 15 = 15, at 48 it is 30 -
        // 24 = 6
        Site onsan = site(germanium(-0.5), "onsan");
        assertThat(rounded(onsan.change())).isEqualTo(tons(-15, -6));
        // of the 20 made: 20 - 12 = 8 at 24, none from 40 on
        assertThat(rounded(onsan.lost())).isEqualTo(tons(0, 8));
    }

    @Test
    void moreOfTheHostHelpsOnlyWhereTheHostBinds() {
        // Onsan with half more: 36 - 24, cut at 30, is 6; at 20 it would be 10, but 24 is the least; at 30 to 48
        // nothing
        assertThat(rounded(site(germanium(0.5), "onsan").change())).isEqualTo(tons(0, 6));
        assertThat(site(germanium(0.5), "trail").change()).isEqualTo(tons(0, 0));
        assertThat(germanium(0.5).lost()).isEqualTo(tons(0, 0));
    }

    @Test
    void withoutACircuitNothingIsLost() {
        assertThat(site(germanium(-1), "auby").change()).isEqualTo(tons(0, 0));
    }

    @Test
    void totalsBesideTheLinearEcho() {
        // all hosts gone: Trail 10 and Onsan 24 to 30; made 8 and 20
        Companion all = germanium(-1);
        assertThat(all.change()).isEqualTo(tons(-40, -34));
        assertThat(all.lost()).isEqualTo(tons(28, 28));
        // a fifth: Trail 0 to 0.4, Onsan 0.8 x 24 = 19.2 is 0.8 short of 20; the echo says 0.2 x 28
        assertThat(germanium(-0.2).lost()).isEqualTo(tons(0, 0.8));
        assertThat(rounded(germanium(-0.2).echo(-0.2))).isEqualTo(tons(5.6, 5.6));
    }

    @Test
    void everyCompanionOfTheHost() {
        HostSwing.Answer answer = WORLD.ask(HostSwing.of(material("zinc"), -0.3));

        assertThat(answer.companions())
                .extracting(Companion::material)
                .containsExactly(material("cadmium"), material("germanium"));
        // 0.7 x 600 = 420, 80 less than the 500 that are made
        assertThat(answer.find(material("cadmium")).orElseThrow().lost()).isEqualTo(tons(80, 80));
        assertThat(answer.direct()).containsExactly(material("acid"));
    }

    /**
     * Zinc also yields 5 g of cadmium per ton itself. Trail: 1.5 t beside 500 t of the 600 t in the cake, Onsan 3 t, Auby 0.5 t.
     */
    @Test
    void whatTheHostYieldsItselfSwingsWithIt() {
        Companion half = WORLD.toBuilder()
                .put(WORLD.recipe(recipe("smelt")).yields("cadmium", 5e-6))
                .build()
                .ask(HostSwing.of(material("zinc"), -0.5))
                .find(material("cadmium"))
                .orElseThrow();

        Site trail = site(half, "trail");
        assertThat(rounded(trail.host())).isEqualTo(tons(601.5, 601.5));
        assertThat(rounded(trail.output())).isEqualTo(tons(501.5, 501.5));
        // half of 1.5 is 0.75; of the cake 300 are left, 200 less than the 500
        assertThat(rounded(trail.change())).isEqualTo(tons(-200.75, -200.75));
        assertThat(rounded(trail.lost())).isEqualTo(tons(200.75, 200.75));
        assertThat(rounded(site(half, "onsan").lost())).isEqualTo(tons(1.5, 1.5));
        assertThat(rounded(Retold.of(site(half, "auby").losing()))).isEqualTo(tons(0.25, 0.25));
    }

    /** The cadmium circuit yields 10 kg of thallium per ton: at most 1 % of 500 t at Trail, however much cake there is. */
    @Test
    void whatAnotherCircuitYieldsDoesNotSwingAsTheHost() {
        SupplyChain thallium = WORLD.toBuilder()
                .add(Material.of("thallium"))
                .put(WORLD.recipe(recipe("cd-zinc")).yields("thallium", 0.01))
                .build();
        HostSwing.Answer answer = thallium.ask(HostSwing.of(material("zinc"), -0.1));

        // 0.9 x 600 = 540 t of cake still fill the cadmium circuit: no thallium is lost either
        assertThat(answer.direct()).containsExactly(material("acid"));
        assertThat(answer.beside()).containsExactly(material("thallium"));
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "WARNING Yielded by circuits that run for something else, so capped as these are, and not reckoned here: thallium.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> thallium.ask(ByProducts.of(material("thallium"))))
                .withMessage(
                        "By-product 'thallium': no recipe makes it for its own sake, and what others yield of it is not read here (recipe 'cd-zinc' yields it beside 'cadmium'). Maybe let a recipe make it.");
    }

    /**
     * A circuit takes 2 t of zinc's residue and 3 t of lead's slag: 100 t and 120 t leave 10 and 12. Slag binds before,
     * 12 / 3 = 4; of half of the zinc 5 t of residue do, 5 / 2 = 2.5.
     */
    @Test
    void sharedStepsAreToldBeforeAndAfter() {
        SupplyChain shared = SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("zinc"),
                        Material.of("lead"),
                        Material.of("residue").atSite(),
                        Material.of("slag").atSite(),
                        Material.of("germanium"))
                .add(
                        Recipe.of("zn").makes("zinc").asHost().from("ore", 2).yields("residue", 0.1),
                        Recipe.of("pb").makes("lead").asHost().from("ore", 1).yields("slag", 0.1),
                        Recipe.of("ge").makes("germanium").from("residue", 2).from("slag", 3))
                .add(Facility.at("hut", country("BEL"))
                        .line(line("zn", 160, 100))
                        .line(line("pb", 160, 120))
                        .line(line("ge", 20, 4)))
                .build();
        Site hut = site(
                shared.ask(HostSwing.of(material("zinc"), -0.5))
                        .find(material("germanium"))
                        .orElseThrow(),
                "hut");

        assertThat(rounded(hut.change())).isEqualTo(tons(-1.5, -1.5));
        assertThat(hut.changing().children().get(0).children())
                .extracting(told -> rounded(Retold.of(told)))
                .containsExactly(tons(4, 4), tons(2.5, 2.5));
        // and the 4 that were seen
        assertThat(hut.losing().children().get(0).children())
                .extracting(told -> rounded(told.amount()))
                .containsExactly(tons(4, 4), tons(2.5, 2.5), tons(4, 4));
    }

    @Test
    void onlyThereAndNowhereElse() {
        Companion canada = WORLD.ask(HostSwing.of(material("zinc"), -1).in(country("CAN")))
                .find(material("germanium"))
                .orElseThrow();

        assertThat(canada.sites()).extracting(Site::name).containsExactly("trail");
        assertThat(canada.lost()).isEqualTo(tons(8, 8));
        assertThat(canada.made()).isEqualTo(tons(28, 28));
    }

    /** Lead leaves residue too: 200,000 t x 50 g x 40 to 80 % = 4 to 8 t stay. */
    @Test
    void whatAnotherHostGivesThereStays() {
        SupplyChain both = WORLD.toBuilder()
                .add(Material.of("lead"))
                .add(Recipe.of("lead-smelt")
                        .makes("lead")
                        .asHost()
                        .from("ore", 1)
                        .yields("residue", 50e-6))
                .put(WORLD.facility(facility("trail")).line(line("lead-smelt", 200_000, 200_000)))
                .build();
        Site trail = site(
                both.ask(HostSwing.of(material("zinc"), -1))
                        .find(material("germanium"))
                        .orElseThrow(),
                "trail");

        // of the 10 that the circuit takes 4 to 8 stay, of the 8 made too
        assertThat(rounded(trail.change())).isEqualTo(tons(-6, -2));
        assertThat(rounded(trail.lost())).isEqualTo(tons(0, 4));
    }

    /** Then the linear echo is the most: what is lost is largest where the host leaves just what is made. */
    @Test
    void aHostOfUnknownSizeBoundsTheLossByTheEcho() {
        Figure unknown = Figure.unknown(Unit.T_PER_A, "not published");
        SupplyChain blind = WORLD.toBuilder()
                .put(WORLD.facility(facility("onsan"))
                        .withLines(
                                Line.of("smelt", Capacity.unknown("not published"))
                                        .output(unknown),
                                line("ge-zinc", 30, 20)))
                .build();
        Site onsan = site(
                blind.ask(HostSwing.of(material("zinc"), -0.25))
                        .find(material("germanium"))
                        .orElseThrow(),
                "onsan");

        // a quarter of 20 made and of the 30 that could be
        assertThat(onsan.lost()).isEqualTo(tons(0, 5));
        assertThat(onsan.change()).isEqualTo(tons(-7.5, 0));
    }

    @Test
    void shows() {
        assertThat(ReportText.of(WORLD.ask(HostSwing.of(material("zinc"), -0.5).in(country("KOR")))
                        .show()))
                .isEqualTo("""
                        # What if 50.0 % less of zinc is made?
                        2025, read on 2025-12-31, in KOR
                        FINDING Of cadmium, 0 t/a less could be made, and 0 t/a of the 0 t/a made there is lost; a linear echo would say 0 t/a.
                        cadmium beside zinc [gross, 2025, computed from Mineral Commodity Summaries, stated by the caller, no publication named]
                        facility | host cap before | circuits | made | change of what could be made | lost of what is made
                        onsan | 1,200 t/a | 0 t/a | 0 t/a | 0 t/a | 0 t/a
                        total |  |  | 0 t/a | 0 t/a | 0 t/a
                        FINDING Of germanium, 6 to 15 t/a less could be made, and 0 to 8 t/a of the 20 t/a made there is lost; a linear echo would say 10 t/a.
                        germanium beside zinc [gross, 2025, computed from Mineral Commodity Summaries, stated by the caller, no publication named]
                        facility | host cap before | circuits | made | change of what could be made | lost of what is made
                        onsan | 24 to 48 t/a | 30 t/a | 20 t/a | -15 to -6 t/a | 0 to 8 t/a
                        total |  |  | 20 t/a | -15 to -6 t/a | 0 to 8 t/a
                        FINDING Without a circuit, and so as the host does, swings: acid.
                        METHOD Per facility: what can be made of what hosts leave, after less before, then summed; ranges enclose. A linear echo knows no slack. Method: lodegraph host swing 3.
                        Assumed: effective capacity of line 'trail/cd-zinc': 500 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'onsan/ge-zinc': 30 t/a (not published, read as the nameplate)
                        Assumed: effective capacity of line 'trail/ge-zinc': 10 t/a (not published, read as the nameplate)
                        Source: stated by the caller, no publication named
                        Source: Mineral Commodity Summaries
                        """);
    }

    @Test
    void whatIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(HostSwing.of(material("ore"), -1)))
                .withMessage(
                        "Host 'ore': nothing comes along with it in this chain. Maybe ask a chain of its companions, or let a recipe that is asHost() yield one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostSwing.of(material("zinc"), -1.5))
                .withMessage("Host 'zinc': it swings by -1.5. Maybe -0.3 for 30 % less.");
    }
}
