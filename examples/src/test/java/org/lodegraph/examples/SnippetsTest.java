package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Policy.Reach.THROUGH_PROCESSING;
import static org.lodegraph.model.Stage.REFINING;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.graph.Passage;
import org.lodegraph.graph.Projection;
import org.lodegraph.io.DataPackage;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Query;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.AlternativeSources;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Disruption;
import org.lodegraph.query.Exposure;
import org.lodegraph.query.HostSwing;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RoundTrips;
import org.lodegraph.query.StrandedReserves;
import org.lodegraph.query.Substitutes;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.stock.Lifetime;

/** The Java of README.md and docs/guide.md: every block there is one of the regions here, and DocumentsTest says so. */
class SnippetsTest {

    @Test
    void chokepoints() {
        // region chokepoints
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain gallium = Reference.chain(2025, "gallium");
        Chokepoints.Answer choked =
                gallium.ask(Chokepoints.of(metal).atLeast(Share.percent(20)).cutsUpTo(2));
        Chokepoint refining = choked.find("CHN refining").orElseThrow();
        boolean essential = refining.isEssential(); // false
        Range outbidding = refining.loss().share(); // 0.0 % to 5.3 %
        Range sharing = refining.shared().share(); // 42.6 % to 82.2 %
        // endregion
        assertThat(essential).isFalse();
        assertThat(outbidding).hasToString("0.0 % to 5.3 %");
        assertThat(sharing).hasToString("42.6 % to 82.2 %");

        // region disruption
        Disruption.Answer large =
                gallium.ask(Disruption.of(metal).by(Grouping.FACILITY).holding(Share.percent(20)));
        Disruption.Answer mine = gallium.ask(
                Disruption.of(metal).when(Scenario.of("a year without Japan").then(Lose.of(country("JPN")))));
        Range left = mine.cases().get(0).aftermath().shared().after().share(); // 100.0 %
        // endregion
        assertThat(large.cases()).isNotEmpty();
        assertThat(left).hasToString("100.0 %");
    }

    @Test
    void scrapAndOre() {
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
                        .until(2060));
        Range share = scrap.year(2050).share(); // 13.9 % to 20.0 %
        boolean never = scrap.reaches(Share.percent(25)).never(); // true, however long one waits
        // endregion
        assertThat(share).hasToString("13.9 % to 20.0 %");
        assertThat(never).isTrue();

        // region stranded
        SupplyChain earths = Reference.chain(2024, "rare-earths");
        StrandedReserves.Answer alone =
                earths.ask(StrandedReserves.of(material("rare-earth-concentrate"), material("rare-earths"))
                        .in(country("AUS"))
                        .by(country("AUS")));
        Range stranded = alone.stranded(); // 5,700,000 t REO oxide: no separator in Australia
        RoundTrips.Answer trips =
                earths.ask(RoundTrips.of(material("rare-earth-concentrate"), material("rare-earths"), country("USA")));
        Range back = trips.trip(); // 0 to 9,010 t/a REO oxide
        // endregion
        assertThat(stranded).hasToString("5,700,000 t REO oxide");
        assertThat(back).hasToString("0 to 9,010 t/a REO oxide");
    }

    @Test
    void whatElse() {
        // region substitutes
        Target magnets = Target.of(material("ndfeb-magnets"), country("JPN"));
        Substitutes.Answer instead = Reference.chain(2024, "ndfeb-magnets", "rare-earths")
                .with(chain -> chain.toBuilder()
                        .add(Material.of("ferrite").asBoundary())
                        .put(chain.demand(demand("jpn-magnets")).or(Alternative.of("ferrite", 3, 0.2)))
                        .build())
                .ask(Substitutes.of(magnets).apartFrom(Grouping.COUNTRY));
        Range allowed = instead.together().allowed(); // 2,400 to 4,400 t/a: a fifth of what is wanted
        boolean known = instead.candidates().get(0).modeled(); // false: what ferrite hangs on is not in the chain
        // endregion
        assertThat(allowed).hasToString("2,400 to 4,400 t/a");
        assertThat(known).isFalse();

        // region sources
        AlternativeSources.Answer sources = Reference.chain(2025, "gallium")
                .with(Lose.of(country("CHN")))
                .ask(AlternativeSources.of(Target.of(material("gallium-high-purity"), country("USA")))
                        .by(LocalDate.of(2028, 12, 31)));
        Range first = sources.together().first(); // 0 to 1 t/a Ga content, if the United States are served first
        Set<String> needs = sources.sources().get(0).needs(); // AUS refining: without it, the best line stands still
        // endregion
        assertThat(first).hasToString("0 to 1 t/a Ga content");
        assertThat(needs).containsExactly("AUS refining");
    }

    @Test
    void compare() {
        // region compare
        Target chips = Target.of(material("gallium"), country("USA"));
        Scale smaller = Scale.capacity(line("north/circuit"), 0.5);
        List<Compare.Delta> chains = own().ask(Compare.chains().and("smaller", smaller))
                .side("smaller")
                .deltas();
        String what = chains.get(0).place(); // nameplate capacity of line 'north/circuit'
        List<Compare.Delta> answers = own().ask(
                        Compare.of(Delivery.to(chips)).and("smaller", smaller).beyond(Share.percent(1)))
                .side("smaller")
                .deltas(); // the largest change first
        // endregion
        assertThat(chains).hasSize(1);
        assertThat(what).isEqualTo("nameplate capacity of line 'north/circuit'");
        assertThat(answers).isNotEmpty();
    }

    @Test
    void readme() {
        // region readme
        SupplyChain world = Reference.chain(2025, "gallium");
        Concentration.Answer makers = world.ask(Concentration.of(material("gallium"), REFINING));
        Range china = makers.share(country("CHN")); // 99.0 %

        Target unitedStates = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain banned = world.with(Reference.controls("CN-2024-US-GAGESB").reaching(THROUGH_PROCESSING))
                .at(LocalDate.of(2025, 11, 8));
        Range unmet = banned.ask(Delivery.to(unitedStates)).unmet(); // 0 to 1 t/a Ga content
        // endregion

        assertThat(china.text()).isEqualTo("99.0 %");
        assertThat(unmet).hasToString("0 to 1 t/a Ga content");
    }

    // region own-chain
    /** Two countries make alumina; one of them takes gallium from the liquor. */
    static SupplyChain own() {
        Source survey = Source.of("survey-2025", "A survey that you trust").edition("2025");
        Unit gallium = Unit.T_PER_A.of(Basis.contained("Ga"));
        return SupplyChain.builder(2025)
                .add(
                        Material.of("bauxite").asBoundary(),
                        Material.of("alumina"),
                        Material.of("liquor").containing("Ga").atSite(),
                        Material.of("gallium").containing("Ga"))
                .add(
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .stage(REFINING)
                                .from("bauxite", 2)
                                .yields("liquor", 65e-6),
                        Recipe.of("circuit").makes("gallium").stage(REFINING).from("liquor", 1 / 0.5))
                .add(
                        Facility.at("north", country("CAN"))
                                .line("bayer", Capacity.nameplate(Figure.figure(1_500_000, Unit.T_PER_A, survey)))
                                .line("circuit", Capacity.nameplate(Figure.figure(40, gallium, survey))),
                        Facility.at("south", country("BRA"))
                                .line("bayer", Capacity.nameplate(Figure.figure(4_000_000, Unit.T_PER_A, survey))))
                .add(
                        Demand.of("usa-chips", "gallium", country("USA"), Figure.figure(20, gallium, survey))
                                .use("chips"),
                        Demand.remainder(
                                "gallium",
                                Figure.assumed(
                                        Spread.between(10, 30), gallium, survey, "the rest of the world, a guess")),
                        Demand.remainder("alumina", Figure.figure(5_500_000, Unit.T_PER_A, survey)))
                .build();
    }
    // endregion

    @Test
    void delivery() {
        // region delivery
        Target chips = Target.of(material("gallium"), country("USA"));
        Delivery.Answer answer = own().ask(Delivery.to(chips));
        Range unavoidable = answer.unavoidable().unmet(); // 0 t/a Ga content
        Range shared = answer.shared().unmet(); // 0 to 4 t/a Ga content
        List<Assumption> assumed = answer.assumptions();
        // endregion

        // the circuit makes 40; 20 for chips and 10 to 30 for the others: 40 / 50 = 80 % each at the worst, 20 % of 20
        // = 4
        assertThat(unavoidable).hasToString("0 t/a Ga content");
        assertThat(shared).hasToString("0 to 4 t/a Ga content");
        assertThat(assumed).isNotEmpty();
    }

    @Test
    void whatIf() {
        // region what-if
        Target chips = Target.of(material("gallium"), country("USA"));
        Delivery delivery = Delivery.to(chips).under(Response.RESTART);
        Impose ban = Impose.ban(country("CAN")).on(material("gallium")).toward(country("USA"));

        Range banned = own().with(ban).ask(delivery).unmet(); // 20 t/a Ga content
        Range lost = own().with(Lose.of(line("north/circuit"))).ask(delivery).unmet(); // 20 t/a Ga content
        // endregion

        assertThat(banned).hasToString("20 t/a Ga content");
        assertThat(lost).hasToString("20 t/a Ga content");
    }

    @Test
    void draws() {
        Target chips = Target.of(material("gallium"), country("USA"));

        // region draws
        SupplyChain chain = own();
        long tight = Draw.series(2026, 100).stream()
                .map(draw -> chain.with(draw).ask(Delivery.to(chips)).shared().unmet())
                .filter(unmet -> unmet.high() > 0)
                .count(); // 45 of 100
        // endregion

        // the others want 10 to 30, evenly; 40 made less 20 for chips leaves them 20: about half of the draws are short
        assertThat(tight).isEqualTo(45);
    }

    @Test
    void byProducts() {
        // region by-products
        ByProducts.Answer hosts = own().ask(ByProducts.of(material("gallium")));
        Range potential = hosts.potential(); // what the hosts could give
        Range circuits = hosts.circuits(); // what the circuits take
        // endregion

        // south has no observed output: up to 4,000,000 x 65e-6 x 1/2 = 130; north up to 1,500,000 x 65e-6 x 1/2 =
        // 48.75
        assertThat(potential).hasToString("0 to 178.8 t/a Ga content");
        assertThat(circuits).hasToString("40 t/a Ga content");
    }

    @Test
    void explain() {
        // region explain
        Tree why = own().ask(ByProducts.of(material("gallium"))).explain();
        Range made = why.root().amount(); // what can be made, as hosts.supply() says
        String printed = Render.text(Report.of("Why so much?", why)); // as a tree, down to figures and sources
        // endregion

        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain gallium = Reference.chain(2025, "gallium");
        // region explain-losses
        Tree losses = gallium.ask(Chokepoints.of(metal).by(Grouping.COUNTRY)).explain();
        Tree.Node china = losses.root().children().get(0); // the costliest
        List<Tree.Node> senses = china.children(); // served before all others, if all share, if nobody reroutes
        Range lost = senses.get(0).amount(); // 0 to 1 t/a Ga content: delivered with it less delivered without it
        // endregion
        assertThat(china.label()).isEqualTo("China");
        assertThat(senses).hasSize(3);
        assertThat(lost).hasToString("0 to 1 t/a Ga content");

        // only north has a circuit: the smaller of 0 to 48.75 and 40
        assertThat(made).hasToString("0 to 40 t/a Ga content");
        assertThat(printed).contains("what hosts could give", "(smallest)");
    }

    @Test
    void hosts() {
        // region hosts
        WhatItTakes.Route route = own().ask(
                        WhatItTakes.of(material("gallium"), 60).in(country("CAN")))
                .from(material("alumina"))
                .orElseThrow();
        Range alumina = route.outlet().made(); // 1,846,154 t/a: that is how much the host must run
        Range circuit = route.find(material("gallium")).orElseThrow().missing(); // 20 t/a Ga content
        HostSwing.Answer less =
                own().ask(HostSwing.of(material("alumina"), -0.5).in(country("CAN")));
        Range lost = less.companions().get(0).lost(); // 0 to 20 t/a Ga content
        // endregion

        // 60 x 2 / 65e-6, beside a circuit of 40; half of 40 where the host leaves just 40, nothing where nothing is
        // made
        assertThat(alumina).hasToString("1,846,154 t/a");
        assertThat(circuit).hasToString("20 t/a Ga content");
        assertThat(lost).hasToString("0 to 20 t/a Ga content");
    }

    @Test
    void projections() {
        // region projections
        Projection<CountryId, Passage<CountryId>> countries = Projection.countries(own());
        Map<CountryId, Double> central = new BetweennessCentrality<>(countries.asGraph()).getScores();
        double most = new PushRelabelMFImpl<>(countries.asFlowNetwork())
                .getMaximumFlowValue(country("CAN"), country("USA")); // 20 t/a
        // endregion

        // Canada sells gallium, Brazil alumina, and nobody passes on: nobody lies between others
        // the circuit in Canada makes 40, the United States want 20
        assertThat(central.values()).containsOnly(0.0);
        assertThat(most).isEqualTo(20);
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
        // endregion

        assertThat(first.orElseThrow().stages()).containsExactly(Stage.SEPARATION);
        assertThat(needed).hasToString("4,160 to 10,270 t/a NdPr oxide");
        assertThat(there).hasToString("1,745 to 2,727 t/a NdPr oxide");
        assertThat(alone.text()).isEqualTo("17.0 % to 65.5 %");
        assertThat(next.country()).isEqualTo(country("CHN"));
        assertThat(next.added()).hasToString("4,134 to 18,261 t/a");
    }

    @Test
    void exposure() {
        // region exposure
        SupplyChain world = Reference.chain(2025, "gallium");
        Target unitedStates = Target.of(material("gallium-high-purity"), country("USA"));
        Exposure.Answer exposure = world.ask(Exposure.of(unitedStates));
        Range china = exposure.share("CHN refining"); // 73.6 % to 100.0 %
        List<Exposure.Exposed> hands = exposure.rows(); // groups, most first
        List<Exposure.Exposed> most = exposure.to("CHN refining"); // consumers, most first
        // endregion

        assertThat(china.text()).isEqualTo("73.6 % to 100.0 %");
        assertThat(hands.get(0).group()).isEqualTo("CHN refining");
        assertThat(most).extracting(Exposure.Exposed::consumer).contains(unitedStates);
    }

    @Test
    void ownQuery() {
        // region own-query
        Query<Long> idle = (chain, run) -> chain.lines().values().stream()
                .filter(each -> each.line().status() == Line.Status.IDLE)
                .count();
        long standing = Reference.chain(2025, "gallium").ask(idle); // 1
        // endregion

        assertThat(standing).isEqualTo(1);
    }

    @Test
    void show() {
        // region show
        Delivery.Answer answer = own().ask(Delivery.to(Target.of(material("gallium"), country("USA"))));
        String text = Render.text(answer); // for a terminal
        String page = Render.html(answer); // one file, with pictures
        // endregion

        assertThat(text).startsWith("Delivery to USA (gallium)");
        assertThat(page).startsWith("<!DOCTYPE html>");
    }

    @Test
    void passOn(@TempDir Path folder) {
        // region package
        SupplyChain world = Reference.chain(2025, "gallium");
        Concentration question = Concentration.of(material("gallium"), REFINING);
        DataPackage.of(world.ask(question), world)
                .named("gallium-2025")
                .asked(question)
                .write(folder); // or a .zip

        DataPackage back = DataPackage.read(folder); // refused if any file has changed since
        SupplyChain same = back.chain().orElseThrow();
        List<Source> cited = back.sources(); // with terms and acknowledgements
        // endregion

        assertThat(same).isEqualTo(world);
        assertThat(cited).isNotEmpty();
        assertThat(folder.resolve("datapackage.json")).exists();
    }
}
