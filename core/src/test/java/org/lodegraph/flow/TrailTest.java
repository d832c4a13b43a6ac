package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;

/**
 * Metal of ore and flux, t a year; three countries make flux, two dig ore, so ore is followed:
 *
 * <pre>
 * ore  AUS 16 --8--> CHN, which digs 8 itself   metal CHN 8 --6--> USA 9: chips 6, cars 3
 *             --8--> JPN                        metal JPN 4 --3-->
 * </pre>
 */
class TrailTest {

    private static final CountryId AUS = country("AUS");

    private static final SupplyChain CHAIN = SupplyChain.builder(2025)
            .add(
                    Material.of("ore"),
                    Material.of("flux"),
                    Material.of("metal"),
                    Recipe.of("mine").makes("ore"),
                    Recipe.of("flux").makes("flux"),
                    Recipe.of("smelt").makes("metal").from("ore", 2).from("flux", 1))
            .add(
                    site(AUS, "mine", "flux"),
                    site(CHN, "mine", "flux", "smelt"),
                    site(JPN, "flux", "smelt"),
                    Demand.of("chips", "metal", USA, t(6)),
                    Demand.of("cars", "metal", USA, t(3)),
                    Demand.remainder("metal", t(3)))
            .build();

    private static Facility site(CountryId where, String... recipes) {
        Facility site = Facility.at(where.value().toLowerCase(Locale.ROOT), where);
        for (String recipe : recipes) {
            site = site.line(Line.of(recipe, Capacity.nameplate(t(100))).output(t(50)));
        }
        return site;
    }

    private static Flow made(String material, String line, CountryId where, double tons) {
        return flow(Flow.Kind.MADE, material, line, where.value(), tons);
    }

    private static Flow shipped(String material, CountryId origin, CountryId destination, double tons) {
        return flow(Flow.Kind.SHIPPED, material, origin.value(), destination.value(), tons);
    }

    private static Flow flow(Flow.Kind kind, String material, String origin, String destination, double tons) {
        return new Flow(kind, material(material), origin, destination, Optional.empty(), tons);
    }

    /** As drawn above; who made ore and flux may vary. */
    private static List<Flow> flows(Flow... made) {
        return Stream.concat(
                        Stream.of(made),
                        Stream.of(
                                made("metal", "chn/smelt", CHN, 8),
                                made("metal", "jpn/smelt", JPN, 4),
                                shipped("ore", AUS, CHN, 8),
                                shipped("ore", AUS, JPN, 8),
                                shipped("metal", CHN, USA, 6),
                                shipped("metal", JPN, USA, 3),
                                flow(Flow.Kind.SERVED, "metal", "CHN", "row-metal", 2),
                                flow(Flow.Kind.SERVED, "metal", "JPN", "row-metal", 1),
                                flow(Flow.Kind.SERVED, "metal", "USA", "chips", 6),
                                flow(Flow.Kind.SERVED, "metal", "USA", "cars", 3)))
                .toList();
    }

    @Test
    void whatACountryUsesMixesAndTheScarcestInputIsFollowed() {
        List<Flow> flows = flows(
                made("ore", "aus/mine", AUS, 16),
                made("ore", "chn/mine", CHN, 8),
                made("flux", "aus/flux", AUS, 1),
                made("flux", "chn/flux", CHN, 7),
                made("flux", "jpn/flux", JPN, 4));

        // Two thirds of all that the USA get are China's, of which half is of Australian ore; all of Japan's is.
        assertThat(Trail.of(CHAIN, flows, List.of(new DemandId("chips"), new DemandId("cars"))))
                .extracting(leg -> "%s: %s of %s to %s, %s"
                        .formatted(leg.depth(), leg.material(), leg.origin(), leg.destination(), leg.tons()))
                .containsExactlyInAnyOrder(
                        "1: metal of CHN to chips, 4.0",
                        "1: metal of JPN to chips, 2.0",
                        "1: metal of CHN to cars, 2.0",
                        "1: metal of JPN to cars, 1.0",
                        "2: ore of AUS to CHN, 3.0",
                        "2: ore of CHN to CHN, 3.0",
                        "2: ore of AUS to JPN, 3.0");
    }

    /** When only Australia makes flux, of which fewer countries are then left than of ore, ore is followed still. */
    @Test
    void flowsAfterFollowWhatFlowsBeforeDid() {
        Flow[] ores = {made("ore", "aus/mine", AUS, 16), made("ore", "chn/mine", CHN, 8)};
        List<Flow> before = flows(
                ores[0],
                ores[1],
                made("flux", "aus/flux", AUS, 1),
                made("flux", "chn/flux", CHN, 7),
                made("flux", "jpn/flux", JPN, 4));
        List<Flow> after = flows(
                ores[0],
                ores[1],
                made("flux", "aus/flux", AUS, 12),
                shipped("flux", AUS, CHN, 8),
                shipped("flux", AUS, JPN, 4));
        List<DemandId> demands = List.of(new DemandId("chips"));

        assertThat(Trail.of(CHAIN, after, demands))
                .filteredOn(leg -> leg.depth() == 2)
                .extracting(Leg::material)
                .containsOnly(material("flux"));
        assertThat(Trail.of(CHAIN, after, demands, before))
                .filteredOn(leg -> leg.depth() == 2)
                .extracting(Leg::material)
                .containsOnly(material("ore"));
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
