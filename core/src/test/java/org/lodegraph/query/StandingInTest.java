package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Query;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Captioned;
import org.lodegraph.report.Explained;

/** A chain of 2025 on ore, alumina and gallium: all its tons a year are of 2023, for those of 2025 were not published. */
class StandingInTest {

    private static final SupplyChain OF_2023 = chain(StandingInTest::standing);

    /** The same, but Brazil's outputs were published. */
    private static final SupplyChain OF_BOTH = chain(StandingInTest::published);

    private static SupplyChain chain(Function<Double, Figure> brazils) {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("alumina"),
                        Material.of("liquor").atSite(),
                        Material.of("gallium"),
                        Recipe.of("dig").makes("ore"),
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .from("ore", 2)
                                .yields("liquor", 100e-6),
                        Recipe.of("circuit").makes("gallium").from("liquor", 2))
                .add(
                        Facility.at("aus", country("AUS"))
                                .line(line("dig", standing(5_000_000)))
                                .line(line("bayer", standing(1_000_000)))
                                .line(line("circuit", standing(40))),
                        Facility.at("bra", country("BRA"))
                                .line(line("dig", brazils.apply(500_000.0)))
                                .line(line("bayer", brazils.apply(2_000_000.0))),
                        Stock.of("aus-ore", "ore", country("AUS"), Figure.stated(90_000_000, Unit.T))
                                .kind(Stock.Kind.IN_GROUND),
                        Link.of("out", "ore", country("AUS"), country("BRA")).observed(standing(3_000_000)),
                        Link.of("back", "alumina", country("BRA"), country("AUS"))
                                .observed(brazils.apply(200_000.0)),
                        Demand.of("aus-alumina", "alumina", country("AUS"), standing(1_200_000)))
                .build();
    }

    private static Line line(String recipe, Figure tons) {
        return Line.of(recipe, Capacity.nameplate(tons)).output(tons);
    }

    private static Figure published(double tons) {
        return Figure.figure(tons, Unit.T_PER_A, Source.STATED);
    }

    private static Figure standing(double tons) {
        return Years.standingIn((Figure.Known) published(tons), 2023, 2025);
    }

    /** An answer, and the years it tells. */
    private record Dated(Explained answer, Collection<Integer> years) {}

    private static <A extends Explained> Function<SupplyChain, Dated> ask(
            Query<A> query, Function<A, ? extends Collection<Integer>> years) {
        return chain -> {
            A answer = chain.ask(query);
            return new Dated(answer, years.apply(answer));
        };
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("by-products", ask(ByProducts.of(material("gallium")), ByProducts.Answer::years)),
                Arguments.of("host swing", ask(HostSwing.of(material("alumina"), -0.3), HostSwing.Answer::years)),
                Arguments.of(
                        "stranded reserves",
                        ask(StrandedReserves.of(material("ore"), material("alumina")), StrandedReserves.Answer::years)),
                Arguments.of("what it takes", ask(WhatItTakes.of(material("gallium"), 90), WhatItTakes.Answer::years)),
                Arguments.of(
                        "round trips",
                        ask(
                                RoundTrips.of(material("ore"), material("alumina"), country("AUS")),
                                RoundTrips.Answer::years)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void whatStandsInCarriesItsOwnYear(String name, Function<SupplyChain, Dated> query) {
        assertTold(query.apply(OF_2023), "2023", 2023);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void figuresOfSeveralYearsCarryAll(String name, Function<SupplyChain, Dated> query) {
        assertTold(query.apply(OF_BOTH), "2023 and 2025", 2023, 2025);
    }

    private static void assertTold(Dated dated, String words, Integer... years) {
        assertThat(dated.years()).containsExactlyElementsOf(Arrays.asList(years));
        assertThat(dated.answer().show().subtitle()).startsWith(words + ", read on");
        List<String> captions = dated.answer().show().parts().stream()
                .filter(Captioned.class::isInstance)
                .map(part -> ((Captioned) part).caption().year())
                .toList();
        assertThat(captions).isNotEmpty().containsOnly(words);
        assertThat(dated.answer().explain().caption().year()).isEqualTo(words);
    }
}
