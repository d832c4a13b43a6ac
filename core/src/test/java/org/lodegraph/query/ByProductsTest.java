package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Retold;

/**
 * Gallium beside alumina. A ton of alumina leaves 50 to 100 g of gallium in the liquor, of which circuits recover 50 to 80 %:
 * 25 to 80 g per ton.
 *
 * <pre>
 *            alumina, t/a   could give, t/a   circuit
 * China        80,000,000     2,000 to 6,400     1,000, made 900
 * Brazil       10,000,000       250 to   800     none
 * Vaudreuil     1,500,000      37.5 to   120        40
 * Greece          800,000        20 to    64     planned 50
 * Gove            100,000       2.5 to     8        10
 * Japan            (zinc)          not known        10, made 3
 * </pre>
 */
class ByProductsTest {

    private static final Source USGS = Source.of("usgs", "Mineral Commodity Summaries");
    private static final ByProducts GALLIUM = ByProducts.of(material("gallium"));

    private static final SupplyChain WORLD = SupplyChain.builder(2025)
            .add(
                    Material.of("bauxite").asBoundary(),
                    Material.of("alumina"),
                    Material.of("liquor").atSite(),
                    Material.of("zinc-residue").asBoundary(),
                    Material.of("gallium"))
            .add(
                    Recipe.of("bayer")
                            .makes("alumina")
                            .asHost()
                            .from("bauxite", 2)
                            .yields("liquor", between(50e-6, 100e-6)),
                    Recipe.of("ga-bayer").makes("gallium").from("liquor", between(1.25, 2)),
                    Recipe.of("ga-zinc").makes("gallium").from("zinc-residue", 2))
            .add(
                    Facility.at("china", country("CHN"))
                            .line(bayer(80_000_000))
                            .line(circuit("ga-bayer", 1_000).output(t(900))),
                    Facility.at("brazil", country("BRA")).line(bayer(10_000_000)),
                    Facility.at("vaudreuil", country("CAN"))
                            .line(bayer(1_500_000))
                            .line(circuit("ga-bayer", 40).output(t(30))),
                    Facility.at("greece", country("GRC"))
                            .line(bayer(800_000))
                            .line(circuit("ga-bayer", 50).status(Line.Status.PLANNED)),
                    Facility.at("gove", country("AUS"))
                            .line(bayer(100_000))
                            .line(circuit("ga-bayer", 10).output(t(2))),
                    Facility.at("japan", country("JPN"))
                            .line(circuit("ga-zinc", 10).output(t(3))),
                    Facility.at("others", CountryId.NOWHERE)
                            .line(circuit("ga-bayer", 100).status(Line.Status.IDLE)))
            .build();

    private static final ByProducts.Answer ANSWER = WORLD.ask(GALLIUM);

    private static Line bayer(double output) {
        return Line.of("bayer", Capacity.nameplate(t(output))).output(t(output));
    }

    private static Line circuit(String recipe, double capacity) {
        return Line.of(recipe, Capacity.nameplate(t(capacity)));
    }

    private static Figure t(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, USGS);
    }

    private static Figure between(double low, double high) {
        return Figure.estimated(Spread.between(low, high), Unit.ONE, USGS);
    }

    private static Range tons(double low, double high) {
        return new Range(low, high, Unit.T_PER_A);
    }

    private static ByProducts.Site site(String id) {
        return ANSWER.sites().stream()
                .filter(site -> site.facility().equals(facility(id)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theHostCapIsOutputTimesContentTimesRecovery() {
        // 1,500,000 x 50e-6 x 1/2 and x 100e-6 x 1/1.25
        assertThat(site("vaudreuil").host()).contains(tons(37.5, 120));
    }

    @Test
    void whatCanBeMadeIsTheSmallerOfTheTwo() {
        assertThat(site("china").supply()).isEqualTo(tons(1_000, 1_000));
        assertThat(site("vaudreuil").supply()).isEqualTo(tons(37.5, 40));
        assertThat(site("gove").supply()).isEqualTo(tons(2.5, 8));
        assertThat(site("brazil").supply()).isEqualTo(tons(0, 0));
    }

    @Test
    void whatBindsIsSaidOnlyIfTheFiguresSaySo() {
        assertThat(site("china").binds()).isEqualTo(ByProducts.Binds.CIRCUIT);
        assertThat(site("vaudreuil").binds()).isEqualTo(ByProducts.Binds.EITHER);
        assertThat(site("gove").binds()).isEqualTo(ByProducts.Binds.HOST);
        assertThat(site("brazil").binds()).isEqualTo(ByProducts.Binds.NO_CIRCUIT);
    }

    @Test
    void slackIsWhatMoreCircuitsCouldTake() {
        // 2,000 - 1,000 and 6,400 - 1,000
        assertThat(site("china").slack()).contains(tons(1_000, 5_400));
        // at the lowest content, 37.5 t do not fill a circuit of 40 t
        assertThat(site("vaudreuil").slack()).contains(tons(0, 80));
    }

    @Test
    void aHostThatIsNotInTheChainIsUnknownAndNotZero() {
        assertThat(site("japan").host()).isEmpty();
        assertThat(site("japan").slack()).isEmpty();
        assertThat(site("japan").supply()).isEqualTo(tons(10, 10));
    }

    @Test
    void plannedCircuitsDoNotStand() {
        assertThat(site("greece").circuits()).isEqualTo(tons(0, 0));
        assertThat(site("greece").planned()).isEqualTo(tons(50, 50));
    }

    @Test
    void totals() {
        // hosts: 2,000 + 250 + 37.5 + 20 + 2.5 and 6,400 + 800 + 120 + 64 + 8; nobody knows Japan's
        assertThat(ANSWER.placed()).isEqualTo(tons(2_310, 7_392));
        assertThat(ANSWER.potential()).isEqualTo(tons(2_310, Double.POSITIVE_INFINITY));
        // circuits: 1,000 + 40 + 10 + Japan's 10; those of "other countries" are nowhere
        assertThat(ANSWER.circuits()).isEqualTo(tons(1_060, 1_060));
        // at the least 1,000 + 37.5 + 2.5 + 10, at the most 1,000 + 40 + 8 + 10
        assertThat(ANSWER.supply()).isEqualTo(tons(1_050, 1_058));
        assertThat(ANSWER.output()).isEqualTo(tons(935, 935));
    }

    /** Nobody knows where, so no site and no circuit; but the world has it. */
    @Test
    void hostsOfOtherCountriesAreInTheWorldAndInNoPlace() {
        SupplyChain more = WORLD.toBuilder()
                .put(WORLD.facility(facility("others")).line(bayer(1_000_000)))
                .build();
        ByProducts.Answer world = more.ask(GALLIUM);

        // 1,000,000 x 50e-6 x 1/2 and x 100e-6 x 1/1.25
        assertThat(world.others()).isEqualTo(tons(25, 80));
        assertThat(world.potential()).isEqualTo(tons(2_310 + 25, Double.POSITIVE_INFINITY));
        assertThat(world.sites()).isEqualTo(ANSWER.sites());
        assertThat(world.circuits()).isEqualTo(ANSWER.circuits());
        assertThat(ReportText.of(world.show())).contains("other countries, somewhere | 25 to 80 t/a |");
        // Utilization and ceiling leave the 25 to 80 t out, and so does what they are said beside.
        assertThat(world.placed()).isEqualTo(tons(2_310, 7_392));
        assertThat(world.utilization()).isEqualTo(ANSWER.utilization());
        assertThat(world.ceiling()).isEqualTo(ANSWER.ceiling());
        assertThat(ReportText.of(world.show()))
                .contains(
                        "FINDING Known hosts in named places could give 2,310 to 7,392 t/a (25 to 80 t/a more those of other countries, which are in no place); circuits")
                .contains("could give 3,696 to 7,392 t/a in place of 2,310 to 7,392 t/a, in named places.");
        assertThat(ANSWER.others()).isEqualTo(tons(0, 0));
        assertThat(more.ask(GALLIUM.in(country("CAN"))).others()).isEqualTo(tons(0, 0));
    }

    @Test
    void utilizationCountsKnownHostsOnly() {
        // 900 + 30 + 2 = 932, without the 3 from zinc; 932 / 7,392 to 932 / 2,310
        assertThat(ANSWER.utilization()).contains(Range.spanning(932.0 / 7_392, 932.0 / 2_310, Unit.SHARE));
    }

    @Test
    void theCeilingIsAtTheBestRecovery() {
        // Vaudreuil at 1 / 1.25: 1,500,000 x 50e-6 x 0.8 and x 100e-6 x 0.8
        assertThat(site("vaudreuil").ceiling()).contains(tons(60, 120));
        // 92,400,000 t of alumina in all: x 40 g and x 80 g
        assertThat(ANSWER.ceiling()).isEqualTo(tons(3_696, 7_392));
        assertThat(site("japan").ceiling()).isEmpty();
    }

    @Test
    void companionality() {
        // 932 t along with alumina; 3 t in Japan from a residue at which the chain ends, so that a host may stand
        // behind it
        assertThat(ANSWER.companionality()).contains(Range.spanning(932.0 / 935, 1, Unit.SHARE));

        SupplyChain ore = WORLD.toBuilder()
                .put(Material.of("zinc-residue").asBoundary().withForm(Form.ORE))
                .build();
        assertThat(ore.ask(GALLIUM).companionality()).contains(Range.spanning(932.0 / 935, 932.0 / 935, Unit.SHARE));
        assertThat(WORLD.ask(GALLIUM.in(country("BRA"))).companionality()).isEmpty();
    }

    @Test
    void howItComesAlong() {
        // 50e-6 / 2 and 100e-6 / 1.25
        assertThat(ANSWER.links()).singleElement().satisfies(link -> {
            assertThat(link.host()).isEqualTo(material("alumina"));
            assertThat(link.perTon()).isEqualTo(Range.spanning(25e-6, 80e-6, Unit.ONE));
        });
    }

    @Test
    void theLargestPotentialComesFirst() {
        assertThat(ANSWER.sites())
                .extracting(ByProducts.Site::facility)
                .extracting(FacilityId::value)
                .containsExactly("china", "brazil", "vaudreuil", "greece", "japan", "gove");
    }

    @Test
    void oneCountry() {
        assertThat(WORLD.ask(GALLIUM.in(country("CAN"))).sites())
                .singleElement()
                .isEqualTo(site("vaudreuil"));
    }

    @Test
    void aHostThatStandsStillGivesNothing() {
        Facility china = WORLD.facility(facility("china"));
        SupplyChain still = WORLD.toBuilder()
                .put(china.withLines(
                        bayer(80_000_000).withOutput(Optional.empty()).status(Line.Status.IDLE),
                        circuit("ga-bayer", 1_000)))
                .build();

        assertThat(still.ask(GALLIUM.in(country("CHN"))).sites())
                .singleElement()
                .satisfies(site -> assertThat(site.host()).contains(tons(0, 0)));
    }

    @Test
    void aCircuitThatStartsLaterIsPlanned() {
        Facility gove = Facility.at("gove", country("AUS"))
                .line(bayer(100_000))
                .line(circuit("ga-bayer", 10).withStarts(LocalDate.of(2026, 1, 1)));
        SupplyChain later = WORLD.toBuilder().put(gove).build();

        assertThat(later.ask(GALLIUM.in(country("AUS"))).planned()).isEqualTo(tons(10, 10));
        assertThat(later.at(LocalDate.of(2026, 1, 1))
                        .ask(GALLIUM.in(country("AUS")))
                        .circuits())
                .isEqualTo(tons(10, 10));
    }

    @Test
    void whatNobodyLookedAtIsAtMostTheSmallerOfTheTwo() {
        // Vaudreuil's host could give 37.5 to 120 t, its circuit takes 40; Gove's host could give 2.5 to 8 t, its
        // circuit takes 10
        assertThat(blind("vaudreuil", bayer(1_500_000), 40).output()).isEqualTo(tons(0, 40));
        assertThat(blind("gove", bayer(100_000), 10).output()).isEqualTo(tons(0, 8));
    }

    @Test
    void aCircuitWithoutAHostMakesNothing() {
        ByProducts.Site alone = alone(circuit("ga-bayer", 4)).sites().get(0);

        assertThat(alone.host()).contains(tons(0, 0));
        assertThat(alone.output()).isEqualTo(tons(0, 0));
        assertThat(alone.isConflict()).isFalse();
    }

    @Test
    void whatWasSeenAboveTheHostsCapIsAConflict() {
        ByProducts.Answer answer = alone(circuit("ga-bayer", 4).output(t(3)));

        assertThat(answer.conflicts())
                .singleElement()
                .satisfies(site -> assertThat(site.output()).isEqualTo(tons(3, 3)));
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "WARNING gove was seen to make 3 t/a, more than its host could give (0 t/a): one of the figures is wrong, or a host is missing.");
        assertThat(ANSWER.conflicts()).isEmpty();
    }

    @Test
    void aSiteThatAlsoLivesOnAnotherStreamHasNoKnownCap() {
        ByProducts.Site mixed = alone(
                        circuit("ga-bayer", 4), circuit("ga-zinc", 3).output(t(3)))
                .sites()
                .get(0);

        assertThat(mixed.host()).isEmpty();
        // the 3 that were seen; the circuit of 4 has no liquor there
        assertThat(mixed.supply()).isEqualTo(tons(3, 3));
        assertThat(mixed.output()).isEqualTo(tons(3, 3));
        assertThat(mixed.binds()).isEqualTo(ByProducts.Binds.BOTH);
    }

    private static ByProducts.Site blind(String id, Line host, double capacity) {
        SupplyChain chain = WORLD.toBuilder()
                .put(WORLD.facility(facility(id)).withLines(host, circuit("ga-bayer", capacity)))
                .build();
        return chain.ask(GALLIUM).sites().stream()
                .filter(site -> site.facility().equals(facility(id)))
                .findFirst()
                .orElseThrow();
    }

    /** Gove without its host. */
    private static ByProducts.Answer alone(Line... lines) {
        SupplyChain chain = WORLD.toBuilder()
                .put(WORLD.facility(facility("gove")).withLines(lines))
                .build();
        return chain.ask(GALLIUM.in(country("AUS")));
    }

    /** The table has five kinds of numbers, the picture one of them. */
    @Test
    void thePictureSaysWhichOfTheNumbersItShows() {
        assertThat(WORLD.ask(GALLIUM).show().parts().stream()
                        .filter(Bars.class::isInstance)
                        .map(part -> ((Bars) part).caption().title()))
                .containsExactly("Host cap of gallium, of facilities whose host is known");
    }

    @Test
    void shows() {
        assertThat(ReportText.of(WORLD.ask(GALLIUM.in(country("CAN"))).show())).isEqualTo("""
                        # How much gallium stands behind the hosts?
                        2025, read on 2025-12-31, in CAN
                        FINDING Known hosts in named places could give 37.5 to 120 t/a; circuits could take 40 t/a, and took 30 t/a: 25.0 % to 80.0 % of what those could give.
                        FINDING With the best circuit at each facility they could give 60 to 120 t/a in place of 37.5 to 120 t/a, in named places. Along with a host comes 100.0 % of what is made.
                        What hosts could give of gallium [gross, 2025, usgs]
                        facility | host cap | circuits | could be made | planned | made | binds
                        vaudreuil | 37.5 to 120 t/a | 40 t/a | 37.5 to 40 t/a | 0 t/a | 30 t/a | either
                        total | 37.5 to 120 t/a | 40 t/a | 37.5 to 40 t/a | 0 t/a | 30 t/a |\s
                        vaudreuil: 37.5 to 120 t/a
                        all circuits together: 40
                        How gallium comes along [2025, computed from Mineral Commodity Summaries]
                        with | by way of | tons per ton of host
                        alumina | liquor, gallium | 0.000025 to 0.00008

                        METHOD Host cap: output of the host x what comes along x recovery. Circuits: the same with streams without limit. Could be made: with what hosts yield of it without a circuit. Made is as observed; where nobody looked, anything up to what can be made, per facility. Method: lodegraph by-products 7.
                        Assumed: effective capacity of line 'vaudreuil/ga-bayer': 40 t/a (not published, read as the nameplate)
                        Source: Mineral Commodity Summaries
                        """);
    }

    /**
     * Zinc leaves 0.1 t of residue per ton, of which 4 t make a ton of sponge, of which 1.25 t make a ton of germanium:
     * 1,000,000 t of zinc give 1,000,000 x 0.1 / 4 / 1.25 = 20,000 t. Slurry
     * goes straight to the circuit, 0.01 t per ton and 2 t per ton: 5,000 t more.
     */
    @Test
    void aCompanionMayTakeSeveralStepsAndWays() {
        SupplyChain zinc = SupplyChain.builder(2025)
                .add(
                        Material.of("ore").asBoundary(),
                        Material.of("zinc"),
                        Material.of("residue").atSite(),
                        Material.of("slurry").atSite(),
                        Material.of("sponge").atSite(),
                        Material.of("germanium"))
                .add(
                        Recipe.of("smelt")
                                .makes("zinc")
                                .asHost()
                                .from("ore", 2)
                                .yields("residue", 0.1)
                                .yields("slurry", 0.01),
                        Recipe.of("leach").makes("sponge").from("residue", 4),
                        Recipe.of("purify").makes("germanium").from("sponge", 1.25),
                        Recipe.of("distil").makes("germanium").from("slurry", 2))
                .add(Facility.at("hut", country("BEL"))
                        .line(Line.of("smelt", Capacity.nameplate(t(1_000_000))).output(t(1_000_000)))
                        .line(circuit("leach", 50_000))
                        .line(circuit("purify", 15_000))
                        .line(circuit("distil", 1_000)))
                .build();

        ByProducts.Answer answer = zinc.ask(ByProducts.of(material("germanium")));

        assertThat(answer.potential()).isEqualTo(tons(25_000, 25_000));
        assertThat(answer.circuits()).isEqualTo(tons(16_000, 16_000));
    }

    /**
     * 1,500,000 t of alumina yield 20 g of gallium each themselves, 30 t, beside 37.5 to 120 t by way of the liquor, of which
     * the circuit takes 40 and was seen to make 30.
     */
    @Test
    void whatTheHostYieldsItselfComesOnTop() {
        SupplyChain both = WORLD.toBuilder()
                .put(WORLD.recipe(recipe("bayer")).yields("gallium", 20e-6))
                .build();
        ByProducts.Answer answer = both.ask(GALLIUM.in(country("CAN")));
        ByProducts.Site site = answer.sites().get(0);

        assertThat(site.direct()).isEqualTo(tons(30, 30));
        assertThat(site.circuits()).isEqualTo(tons(40, 40));
        // 37.5 + 30 and 120 + 30; with the best circuit 60 + 30
        assertThat(site.host()).contains(tons(67.5, 150));
        assertThat(site.ceiling()).contains(tons(90, 150));
        // 37.5 + 30 and 40 + 30
        assertThat(site.supply()).isEqualTo(tons(67.5, 70));
        assertThat(Retold.of(site.derivation())).isEqualTo(site.supply());
        assertThat(site.slack()).contains(tons(0, 80));
        // the circuit's 30, and 30
        assertThat(site.output()).isEqualTo(tons(60, 60));
        assertThat(answer.companionality()).contains(Range.exactly(1, Unit.SHARE));
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "Known hosts in named places could give 67.5 to 150 t/a, 30 t/a of it without a circuit; circuits could take 40 t/a, and in all was made 60 t/a: 40.0 % to 88.9 % of what those could give.");
    }

    /**
     * Brazil keeps its technology from 2023 on. China's circuit of 1,000 t started in 2024, Greece's of 50 t is planned for
     * 2026, Gove's for no day; Canada's of 40 t is older than the rule.
     */
    @Test
    void aPolicyThatKeepsCircuitsFromRunningIsNamed() {
        SupplyChain barred = WORLD.toBuilder()
                .add(Policy.builder()
                        .id(policy("ban"))
                        .name("Brazil's catalog")
                        .issuer(country("BRA"))
                        .addRecipes(recipe("ga-bayer"))
                        .addInForce(Window.from(LocalDate.of(2023, 1, 1)))
                        .build())
                .put(WORLD.facility(facility("china"))
                        .withLines(
                                bayer(80_000_000),
                                circuit("ga-bayer", 1_000).output(t(900)).withStarts(LocalDate.of(2024, 1, 1))))
                .put(WORLD.facility(facility("greece"))
                        .withLines(
                                bayer(800_000),
                                circuit("ga-bayer", 50)
                                        .status(Line.Status.PLANNED)
                                        .withStarts(LocalDate.of(2026, 6, 1))))
                .put(WORLD.facility(facility("gove"))
                        .withLines(bayer(100_000), circuit("ga-bayer", 7).status(Line.Status.PLANNED)))
                .build();
        ByProducts.Answer answer = barred.ask(GALLIUM);

        // 40 and Japan's 10
        assertThat(answer.circuits()).isEqualTo(tons(50, 50));
        assertThat(answer.planned()).isEqualTo(tons(7, 7));
        // 900 + 30 + 3
        assertThat(answer.output()).isEqualTo(tons(933, 933));
        assertThat(answer.sites())
                .flatExtracting(site -> site.barred().keySet())
                .containsExactly(line("china/ga-bayer"), line("greece/ga-bayer"));
        String warning =
                "WARNING Brazil's catalog (ban) keeps its technology, so these may not use it: china/ga-bayer, greece/ga-bayer. What they were seen to make counts as made, and not as what could be made.";
        assertThat(ReportText.of(answer.show()))
                .contains(
                        warning,
                        "circuits that may run could take 50 t/a, and in all was made 933 t/a",
                        "china | 2,000 to 6,400 t/a | 0 t/a | 0 t/a | 0 t/a | 900 t/a | no circuit that may run");
        assertThat(ReportText.of(
                        barred.ask(HostSwing.of(material("alumina"), -0.5)).show()))
                .contains(warning);
    }

    @Test
    void aMaterialWithoutAHostIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WORLD.ask(ByProducts.of(material("alumina"))))
                .withMessage(
                        "By-product 'alumina': no recipe makes it from a stream that a host leaves at its site (1 recipes make it). Maybe let a recipe that is asHost() yield a stream of mobility SITE, Material.atSite().");
    }
}
