package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Target;
import org.lodegraph.query.AlternativeSources;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.HostSwing;
import org.lodegraph.query.Overview;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RoundTrips;
import org.lodegraph.query.StrandedReserves;
import org.lodegraph.query.Substitutes;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Lose;
import org.lodegraph.stock.Lifetime;

/** The pages of docs/queries on what there is, and what else: other makers, other materials, hosts, ore and scrap. */
class SupplySnippetsTest {

    @Test
    void overview() {
        // region overview
        Overview.Answer overview = Reference.chain(2024, "ndfeb-magnets")
                .ask(Overview.of(Target.of(material("ndfeb-magnets"), country("JPN"))));
        List<Overview.Narrow> narrow = overview.narrow(); // concentrate and magnets, both China's
        List<MaterialId> unsure = overview.unsure(); // ndpr-oxide, rare-earths: outputs are not published
        int assumed = overview.figures(Figure.Status.ASSUMED); // 43 of 73 figures
        String printed = Render.text(overview);
        // endregion
        assertThat(narrow)
                .extracting(Overview.Narrow::material)
                .containsExactly(material("rare-earth-concentrate"), material("ndfeb-magnets"));
        assertThat(narrow).extracting(Overview.Narrow::holder).containsOnly(country("CHN"));
        assertThat(unsure).containsExactly(material("ndpr-oxide"), material("rare-earths"));
        assertThat(assumed).isEqualTo(43);
        assertThat(Stream.of(Figure.Status.values()).mapToInt(overview::figures).sum())
                .isEqualTo(73);
        Page.of("queries/overview.md").shows(printed);
    }

    @Test
    void alternativeSources() {
        // region sources
        AlternativeSources.Answer sources = Reference.chain(2025, "gallium")
                .with(Lose.of(country("CHN")))
                .ask(AlternativeSources.of(Target.of(material("gallium-high-purity"), country("USA")))
                        .by(LocalDate.of(2028, 12, 31)));
        Range first = sources.together().first(); // 0 to 1 t/a Ga content, if the United States are served first
        Range shared = sources.together().shared(); // 4.269 to 14.49 t/a Ga content, if all share
        Set<String> needs = sources.sources().get(0).needs(); // AUS refining: without it, the best line stands still
        String printed = Render.text(sources);
        // endregion
        assertThat(first).hasToString("0 to 1 t/a Ga content");
        assertThat(shared).hasToString("4.269 to 14.49 t/a Ga content");
        assertThat(needs).containsExactly("AUS refining");
        Page.of("queries/alternative-sources.md").shows(printed);
    }

    @Test
    void substitutes() {
        // region substitutes
        Substitutes.Answer named = Reference.chain(2025, "gallium")
                .with(Reference.alternatives())
                .ask(Substitutes.of(Target.of(material("gallium-high-purity"), country("USA"))));
        Range allowed = named.together().allowed(); // 0 to 18.81 t/a Ga content: nobody says how much
        String printed = Render.text(named);
        // endregion
        assertThat(allowed).hasToString("0 to 18.81 t/a Ga content");

        // region substitutes-own
        Substitutes.Answer instead = Reference.chain(2024, "ndfeb-magnets")
                .with(chain -> chain.toBuilder()
                        .add(Material.of("ferrite").asBoundary())
                        .put(chain.demand(demand("jpn-magnets")).or(Alternative.of("ferrite", 3, 0.2)))
                        .build())
                .ask(Substitutes.of(Target.of(material("ndfeb-magnets"), country("JPN")))
                        .apartFrom(Grouping.COUNTRY));
        Range fifth = instead.together().allowed(); // 2,400 to 4,400 t/a: a fifth of what is wanted
        boolean known = instead.candidates().get(0).modeled(); // false: what ferrite hangs on is not in the chain
        // endregion
        assertThat(fifth).hasToString("2,400 to 4,400 t/a");
        assertThat(known).isFalse();
        Page.of("queries/substitutes.md").shows(printed);
    }

    @Test
    void capacityGaps() {
        // region capacity-gaps
        CapacityGaps.Answer gaps = Reference.chain(2024, "ndfeb-magnets")
                .ask(CapacityGaps.of(Target.of(material("ndfeb-magnets"), country("JPN")))
                        .within(country("JPN"), country("AUS"), country("MYS")));
        Optional<CapacityGaps.Rung> first = gaps.firstMissing(); // separation
        Range needed = first.orElseThrow().need(); // 4,160 to 10,270 t/a NdPr oxide
        Range there = first.orElseThrow().permitted(); // 1,745 to 2,727 t/a NdPr oxide
        Range alone = gaps.alone().share(); // 17.0 % to 65.5 %
        CapacityGaps.Partner next = gaps.partners().get(0); // China adds 4,134 to 18,261 t/a
        String printed = Render.text(gaps);
        // endregion

        assertThat(first.orElseThrow().stages()).containsExactly(Stage.SEPARATION);
        assertThat(needed).hasToString("4,160 to 10,270 t/a NdPr oxide");
        assertThat(there).hasToString("1,745 to 2,727 t/a NdPr oxide");
        assertThat(alone.text()).isEqualTo("17.0 % to 65.5 %");
        assertThat(next.country()).isEqualTo(country("CHN"));
        assertThat(next.added()).hasToString("4,134 to 18,261 t/a");
        Page.of("queries/capacity-gaps.md").shows(printed);
    }

    @Test
    void byProducts() {
        // region by-products
        ByProducts.Answer hosts = Reference.chain(2025, "gallium").ask(ByProducts.of(material("gallium")));
        Range potential = hosts.potential(); // 1,804 to unlimited t/a Ga content: Japan's host is not known
        Range placed = hosts.placed(); // 1,788 to 13,350 t/a Ga content: what known hosts in named places could give
        Range circuits = hosts.circuits(); // 1,620 t/a Ga content: what circuits could take
        Optional<Range> companion = hosts.companionality(); // 99.7 % to 100.0 %
        String printed = Render.text(hosts);
        // endregion
        assertThat(potential).hasToString("1,804 to unlimited t/a Ga content");
        assertThat(placed).hasToString("1,788 to 13,350 t/a Ga content");
        assertThat(circuits).hasToString("1,620 t/a Ga content");
        assertThat(companion.orElseThrow()).hasToString("99.7 % to 100.0 %");
        Page.of("queries/by-products.md").shows(printed);
    }

    @Test
    void hostSwing() {
        // region host-swing
        HostSwing.Answer less = Reference.chain(2025, "gallium")
                .ask(HostSwing.of(material("alumina"), -0.3).in(country("CHN")));
        Range lost = less.find(material("gallium")).orElseThrow().lost(); // 0 to 118.8 t/a Ga content
        String printed = Render.text(less);
        // endregion

        // China made 900 of 1,116 to 8,333: after 30 % less alumina hosts leave 781.2 at least, 118.8 less than was
        // made
        assertThat(lost).hasToString("0 to 118.8 t/a Ga content");
        Page.of("queries/host-swing.md").shows(printed);
    }

    @Test
    void whatItTakes() {
        // region what-it-takes
        WhatItTakes.Answer answer = Reference.chain(2025, "gallium")
                .ask(WhatItTakes.of(material("gallium"), 40).in(country("USA")));
        WhatItTakes.Route route = answer.from(material("alumina")).orElseThrow();
        Range alumina = route.outlet().made(); // 446,429 to 3,333,333 t/a: that is how much the host must run
        Range circuit = route.find(material("gallium")).orElseThrow().missing(); // 40 t/a Ga content: there is none
        String printed = Render.text(answer);
        // endregion
        assertThat(alumina).hasToString("446,429 to 3,333,333 t/a");
        assertThat(circuit).hasToString("40 t/a Ga content");
        Page.of("queries/what-it-takes.md").shows(printed);
    }

    @Test
    void strandedReserves() {
        // region stranded
        StrandedReserves.Answer home = Reference.chain(2024, "rare-earths")
                .ask(StrandedReserves.of(material("rare-earth-concentrate"), material("rare-earths"))
                        .atHome());
        Range stranded = home.strandedShare(); // 41.9 % of the ore lies where nobody separates it
        int countries = home.having(StrandedReserves.Route.NONE).size(); // 9 of 12
        String printed = Render.text(home);
        // endregion
        assertThat(stranded).hasToString("41.9 %");
        assertThat(countries).isEqualTo(9);
        Page.of("queries/stranded-reserves.md").shows(printed);
    }

    @Test
    void roundTrips() {
        // region round-trips
        RoundTrips.Answer trips = Reference.chain(2024, "rare-earths")
                .ask(RoundTrips.of(material("rare-earth-concentrate"), material("rare-earths"), country("USA")));
        Range back = trips.trip(); // 0 to 9,010 t/a REO oxide
        RoundTrips.Known known = trips.out().known(); // BALANCE: no link says what leaves
        String printed = Render.text(trips);
        // endregion
        assertThat(back).hasToString("0 to 9,010 t/a REO oxide");
        assertThat(known).isEqualTo(RoundTrips.Known.BALANCE);
        Page.of("queries/round-trips.md").shows(printed);
    }

    @Test
    void recyclingCeiling() {
        // region recycling
        RecyclingCeiling.Use motors = RecyclingCeiling.Use.of(
                        "motors",
                        Figure.stated(1, Unit.SHARE),
                        Figure.assumed(Spread.between(12, 18), Unit.YEARS, Source.ASSUMPTION, "makers differ"),
                        Lifetime.weibull(15, 3.5))
                .losing(Figure.stated(0, Unit.SHARE), Figure.stated(0, Unit.SHARE))
                .recycling(
                        Figure.stated(50, Unit.PERCENT), Figure.stated(1, Unit.SHARE), Figure.stated(0.9, Unit.SHARE));
        RecyclingCeiling.Answer scrap = Reference.chain(2024, "ndfeb-magnets")
                .ask(RecyclingCeiling.of(material("ndfeb-magnets"), Figure.stated(7, Unit.PERCENT))
                        .use(motors)
                        .until(2060)
                        .covering(Share.percent(15), Share.percent(25)));
        Range share = scrap.year(2050).share(); // 13.9 % to 20.0 %
        boolean never = scrap.reaches(Share.percent(25)).never(); // true, however long one waits
        String printed = Render.text(scrap);
        // endregion
        assertThat(share).hasToString("13.9 % to 20.0 %");
        assertThat(never).isTrue();
        Page.of("queries/recycling-ceiling.md").shows(printed);
    }
}
