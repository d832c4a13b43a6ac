package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Material;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Ribbons;

/**
 * Metal of ore and flux, t a year; three countries make flux, two dig ore, so ore is followed:
 *
 * <pre>
 * ore  AUS 16 --> CHN and JPN, in proportion   metal CHN 8 --6--> USA 9: chips 6, cars 3
 *      CHN 8                                   metal JPN 4 --3-->
 * </pre>
 */
class TrailTest {

    private static final CountryId AUS = country("AUS");
    private static final Target USE = Target.of(material("metal"), USA);

    private static SupplyChain.Builder chain() {
        return chain(7, 4);
    }

    private static SupplyChain.Builder chain(double chinese, double japanese) {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("flux"),
                        Material.of("metal"),
                        Recipe.of("mine").makes("ore"),
                        Recipe.of("brew").makes("flux"),
                        Recipe.of("smelt").makes("metal").from("ore", 2).from("flux", 1))
                .add(
                        Facility.aggregate(AUS).line(line("mine", 16)).line(line("brew", 1)),
                        Facility.aggregate(CHN)
                                .line(line("mine", 8))
                                .line(line("brew", chinese))
                                .line(line("smelt", 8)),
                        Facility.aggregate(JPN).line(line("brew", japanese)).line(line("smelt", 4)))
                .add(
                        Demand.of("chips", "metal", USA, t(6)).use("chips"),
                        Demand.of("cars", "metal", USA, t(3)).use("cars"),
                        Demand.remainder("metal", t(3)));
    }

    private static Line line(String recipe, double tons) {
        return Line.of(recipe, Capacity.nameplate(t(tons))).output(t(tons));
    }

    private static List<String> words(List<Leg> trail) {
        return trail.stream()
                .map(leg -> "%s: %s of %s to %s, %s"
                        .formatted(
                                leg.depth(),
                                leg.material(),
                                leg.origin(),
                                leg.destination(),
                                Math.rint(leg.tons() * 1000) / 1000))
                .toList();
    }

    /** Two thirds of all metal are China's; two thirds of all ore are Australian, whoever smelts it. */
    @Test
    void whatACountryUsesMixesAndTheScarcestInputIsFollowed() {
        assertThat(words(chain().build().ask(Delivery.to(USE)).trail()))
                .containsExactlyInAnyOrder(
                        "1: metal of CHN to chips, 4.0",
                        "1: metal of JPN to chips, 2.0",
                        "1: metal of CHN to cars, 2.0",
                        "1: metal of JPN to cars, 1.0",
                        "2: ore of AUS to CHN, 4.0",
                        "2: ore of CHN to CHN, 2.0",
                        "2: ore of AUS to JPN, 2.0",
                        "2: ore of CHN to JPN, 1.0");
    }

    /** Japan may not sell to the USA what it made of Chinese ore: of its 4 t, the USA get what is Australian. */
    @Test
    void whatARuleKeepsAwayIsNotOnTheWay() {
        SupplyChain banned = chain().add(FlowFixtures.ban("ore")
                        .reach(Policy.Reach.THROUGH_PROCESSING)
                        .build())
                .build();
        Delivery.Answer answer = banned.ask(Delivery.to(USE));

        assertThat(answer.trail())
                .isNotEmpty()
                .noneMatch(leg ->
                        leg.material().equals(material("ore")) && leg.origin().equals("CHN"));
        assertThat(answer.trail().stream()
                        .filter(leg -> leg.depth() == 1)
                        .mapToDouble(Leg::tons)
                        .sum())
                .isCloseTo(answer.shared().served().high(), within(1e-6));
    }

    /** A picture beside another one calls a country with the material if either shows two: colors go by name. */
    @Test
    void aPlaceHasOneNameInPicturesSideBySide() {
        Grounds grounds = chain().build().ask(Delivery.to(USE)).grounds();
        Leg metal = new Leg(1, material("metal"), "CHN", material("metal"), "chips", 4);
        Leg flux = new Leg(1, material("flux"), "JPN", material("metal"), "chips", 2);

        assertThat(labels(grounds, List.of(metal), List.of())).containsExactly("chips", "CHN");
        assertThat(labels(grounds, List.of(metal), List.of(flux))).containsExactly("chips", "CHN, metal");
        assertThat(labels(grounds, List.of(metal, flux), List.of(metal)))
                .containsExactly("chips", "CHN, metal", "JPN, flux");
    }

    private static List<String> labels(Grounds grounds, List<Leg> legs, List<Leg> beside) {
        return Leg.picture(Caption.of("flows"), Unit.T_PER_A, legs, beside, grounds, DemandId::value).nodes().stream()
                .map(Ribbons.Node::label)
                .toList();
    }

    /** When only Australia brews flux, fewer countries are left than dig ore; beside the flows before, ore is followed still. */
    @Test
    void flowsAfterFollowWhatFlowsBeforeDid() {
        Set<LineId> brewers = Set.of(Ids.line("chn/brew"), Ids.line("jpn/brew"));
        SupplyChain without = chain(0, 0).build();
        Aftermath after = Losses.of(Delivery.to(USE), chain().build(), Run.here())
                .after(Outage.ofRuns(Maps.asMap(brewers, line -> Set.of(recipe("brew")))), Run.here());

        assertThat(without.ask(Delivery.to(USE)).trail())
                .filteredOn(leg -> leg.depth() == 2)
                .extracting(Leg::material)
                .containsOnly(material("flux"));
        assertThat(after.trailAfter())
                .filteredOn(leg -> leg.depth() == 2)
                .extracting(Leg::material)
                .containsOnly(material("ore"));
    }

    /** What passes through mines and refineries, as exposure has it: where every step has one input, both are one number. */
    @ParameterizedTest
    @CsvSource({"copper, copper, copper-mine, 2", "copper, copper, copper, 1", "nickel, nickel, nickel, 1"})
    void theWayIsWhatExposureTraces(String chain, String wanted, String made, int depth) {
        SupplyChain whole = Reference.chain(2025, chain);
        Target target = Target.of(material(wanted), USA);
        Delivery question = Delivery.to(target).at(Reading.LOW);
        Tracing tracing = Tracing.of(question, whole, Run.here());
        Map<String, Double> way = whole.ask(question).trail().stream()
                .filter(leg -> leg.depth() == depth && leg.material().equals(material(made)))
                .collect(Collectors.groupingBy(Leg::origin, Collectors.summingDouble(Leg::tons)));

        assertThat(way).hasSizeGreaterThan(3);
        way.forEach((origin, tons) -> {
            Outage lines = Outage.ofRuns(whole.lines().values().stream()
                    .filter(line -> line.country().value().equals(origin)
                            && line.line().recipes().stream()
                                    .anyMatch(recipe -> whole.recipe(recipe).makes(material(made))))
                    .collect(Collectors.toMap(
                            InstalledLine::id, line -> Set.copyOf(line.line().recipes()))));
            assertThat(tracing.through(lines, Run.here()).get(target).tons().high())
                    .as(origin)
                    .isCloseTo(tons, within(1e-4 * tons));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2025, gallium, gallium-high-purity, USA",
        "2025, germanium, germanium, USA",
        "2024, ndfeb-magnets, ndfeb-magnets, JPN"
    })
    void nothingIsLostOnTheWayAndNothingComesToIt(int year, String chain, String wanted, String consumer) {
        Delivery.Answer answer =
                Reference.chain(year, chain).ask(Delivery.to(Target.of(material(wanted), country(consumer))));
        double served = answer.flows().stream()
                .filter(flow -> flow.kind() == Flow.Kind.SERVED
                        && answer.demands().stream()
                                .anyMatch(each -> each.demand().value().equals(flow.destination())))
                .mapToDouble(Flow::tons)
                .sum();

        assertThat(answer.trail().stream()
                        .filter(leg -> leg.depth() == 1)
                        .mapToDouble(Leg::tons)
                        .sum())
                .isCloseTo(served, within(1e-6 * served));
        Map<String, Double> out = sums(answer, leg -> "%s %s %s".formatted(leg.depth(), leg.material(), leg.origin()));
        sums(answer, leg -> "%s %s %s".formatted(leg.depth() - 1, leg.made(), leg.destination()))
                .forEach((stop, in) -> {
                    if (!stop.startsWith("0")) {
                        assertThat(in).as(stop).isLessThanOrEqualTo(out.getOrDefault(stop, 0.0) * (1 + 1e-6));
                    }
                });
    }

    private static Map<String, Double> sums(Delivery.Answer answer, Function<Leg, String> stop) {
        return answer.trail().stream().collect(Collectors.groupingBy(stop, Collectors.summingDouble(Leg::tons)));
    }
}
