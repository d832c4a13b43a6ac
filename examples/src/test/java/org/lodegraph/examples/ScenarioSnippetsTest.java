package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.stock;
import static org.lodegraph.model.Policy.Reach.THROUGH_PROCESSING;
import static org.lodegraph.model.Stage.REFINING;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.lodegraph.flow.Delivery;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Change;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Disruption;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Demands;
import org.lodegraph.scenario.Difference;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lift;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Links;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Release;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.scenario.Step;
import org.lodegraph.scenario.Suppose;

/** The cookbook of docs/scenarios.md. One chain for all of it. */
@TestInstance(Lifecycle.PER_CLASS)
class ScenarioSnippetsTest {

    // region scenario-start
    Unit gallium = Unit.T_PER_A.of(Basis.contained("Ga"));
    SupplyChain world = Reference.chain(2025, "gallium");
    Delivery delivery = Delivery.to(Target.of(material("gallium-high-purity"), country("USA")));

    /** What the United States lack, of 19 t, if all share. */
    Range lacks(Change... changes) {
        return world.with(changes).ask(delivery).shared().unmet();
    }
    // endregion

    @Test
    void lose() {
        // region lose
        Range nothing = lacks(); // 0 t/a Ga content
        Range china = lacks(Lose.of(country("CHN"))); // 8.093 to 15.61 t/a Ga content
        Range purity = lacks(Lose.of(Lines.of(country("CHN"), material("gallium-high-purity")))); // 0 to 1.118 t/a
        Range stage = lacks(Lose.of(Lines.of(country("JPN")).at(REFINING))); // 0 t/a Ga content
        Range lanes = lacks(Lose.of(Links.of(material("gallium-high-purity")).to(country("USA")))); // 0 to 4 t/a
        Range both = lacks(Lose.of(country("CHN")), Lose.of(Demands.of(country("CHN")))); // 8.093 to 15.61 t/a
        // endregion
        assertThat(nothing).hasToString("0 t/a Ga content");
        assertThat(china).hasToString("8.093 to 15.61 t/a Ga content");
        assertThat(purity).hasToString("0 to 1.118 t/a Ga content");
        assertThat(stage).hasToString("0 t/a Ga content");
        assertThat(lanes).hasToString("0 to 4 t/a Ga content");
        assertThat(both).isEqualTo(china);
    }

    @Test
    void scale() {
        // region scale
        Scale twice = Scale.demand(material("gallium-high-purity"), 2);
        Range more = lacks(twice); // 0 to 1.295 t/a Ga content
        Lines refiners = Lines.of(country("JPN"), material("gallium-high-purity"));
        Range tight = lacks(twice, Scale.capacity(refiners, 0.5)); // 0 to 6.942 t/a Ga content
        Range chips = lacks(Scale.demand(Demands.of(country("USA")).inUse("integrated circuits"), 3)); // 0 t/a

        Lines crude = Lines.of(country("CHN"), material("gallium"));
        Range tenth = lacks(Scale.capacity(crude, 0.1)); // 0 t/a Ga content
        // endregion
        assertThat(more).hasToString("0 to 1.295 t/a Ga content");
        assertThat(tight).hasToString("0 to 6.942 t/a Ga content");
        assertThat(chips).hasToString("0 t/a Ga content");
        assertThat(tenth).hasToString("0 t/a Ga content");
    }

    @Test
    void impose() {
        // region impose
        Impose ban = Impose.ban(country("CHN"))
                .on(material("gallium"), material("gallium-high-purity"))
                .toward(country("USA"))
                .from(LocalDate.of(2025, 3, 1));
        Range rerouted = lacks(ban); // 0 t/a Ga content: others refine Chinese metal and sell it on
        Range through = lacks(ban.reaching(THROUGH_PROCESSING)); // 0 to 1 t/a Ga content
        // endregion
        assertThat(rerouted).hasToString("0 t/a Ga content");
        assertThat(through).hasToString("0 to 1 t/a Ga content");

        // region impose-quota
        Impose quota = Impose.quota(country("CHN"), new Quantity(20, gallium))
                .on(material("gallium"), material("gallium-high-purity"));
        Range twenty = lacks(quota); // 0.2737 to 11.85 t/a Ga content, everybody under the same 20 t
        Impose licences = Impose.ban(country("CHN"))
                .on(material("gallium"), material("gallium-high-purity"))
                .letting(Share.percent(10), new Quantity(94, gallium)); // a tenth of what used to pass
        Range tenth = lacks(licences); // 4.418 to 13.84 t/a Ga content
        Impose duty = Impose.cost(country("USA"), Figure.stated(500, Unit.USD_PER_T))
                .onImports()
                .on(material("gallium-high-purity"));
        // endregion
        assertThat(twenty).hasToString("0.2737 to 11.85 t/a Ga content");
        assertThat(tenth).hasToString("4.418 to 13.84 t/a Ga content");
        assertThat(lacks(duty)).isEqualTo(lacks());
    }

    @Test
    void controlsAndLift() {
        // region controls
        SupplyChain ruled = world.with(Reference.controls()); // every published control that covers something here
        Range then = ruled.ask(delivery).shared().unmet(); // 0 to 15.61 t/a: what licences let through is not published
        Scenario steps = Reference.controls().scenario(world); // the same as steps that can be saved and compared
        // endregion
        assertThat(then).hasToString("0 to 15.61 t/a Ga content");
        assertThat(steps.on(world)).isNotEqualTo(world);

        // region lift
        Lift truce = Lift.of(policy("CN-2023-GAGE-gallium")).from(LocalDate.of(2025, 12, 1));
        Range after = ruled.with(truce).ask(delivery).shared().unmet(); // 0 t/a Ga content, on the last day of 2025
        // endregion
        assertThat(after).hasToString("0 t/a Ga content");
    }

    @Test
    void add() {
        // region add
        Lose china = Lose.of(country("CHN"));
        Add kazakhstan = Add.start(line("kaz/pavlodar"), LocalDate.of(2025, 1, 1)); // a planned line
        Range started = lacks(china, kazakhstan); // 2.346 to 13.07 t/a Ga content

        Add refinery = Add.of(Facility.at("texas", country("USA"))
                .line(
                        "ga-refine",
                        Capacity.nameplate(Figure.assumed(
                                Spread.between(10, 20), gallium, Source.ASSUMPTION, "no such plant is known"))));
        Range built = lacks(china, kazakhstan, refinery); // 2.346 to 13.07 t/a: crude metal is short, not refining
        // endregion
        assertThat(started).hasToString("2.346 to 13.07 t/a Ga content");
        assertThat(built).hasToString("2.346 to 13.07 t/a Ga content");
    }

    @Test
    void release() {
        // region release
        Release stocks = Release.of(stock("usa-consumers-gallium")).over(180); // 3.4 t in half a year
        Range bridged = lacks(Lose.of(country("CHN")), stocks); // 5.397 to 14.31 t/a Ga content
        // endregion
        assertThat(bridged).hasToString("5.397 to 14.31 t/a Ga content");
    }

    @Test
    void suppose() {
        // region suppose
        FigurePlace refiners = new FigurePlace(line("jpn/ga-refine"), FigurePlace.Kind.NAMEPLATE);
        Suppose larger = Suppose.that(
                refiners, Figure.assumed(Spread.between(150, 200), gallium, Source.ASSUMPTION, "what we believe"));
        Suppose unknown = Suppose.unknown(refiners);
        Lose purity = Lose.of(Lines.of(country("CHN"), material("gallium-high-purity")));
        Range wider = lacks(purity, unknown); // 0 to 12.41 t/a Ga content: so much hangs on that assumption
        Range narrower = lacks(purity, larger); // 0 t/a Ga content: it was Japan's 60 t that bound
        // endregion
        assertThat(narrower).hasToString("0 t/a Ga content");
        assertThat(wider).hasToString("0 to 12.41 t/a Ga content");
    }

    @Test
    void draw() {
        // region draw
        List<Range> drawn = Draw.series(2026, 20).stream()
                .map(draw -> lacks(Lose.of(country("CHN")), draw))
                .toList(); // each a single number
        double least = drawn.stream().mapToDouble(Range::low).min().orElseThrow(); // 11.0 of the 8.1 to 15.6
        double most = drawn.stream().mapToDouble(Range::high).max().orElseThrow(); // 14.1
        // endregion
        assertThat(drawn).allMatch(each -> each.low() == each.high());
        assertThat(least).isCloseTo(11.0, within(0.05));
        assertThat(most).isCloseTo(14.1, within(0.05));
    }

    @Test
    void scenario() {
        // region scenario
        Impose ban = Impose.ban(country("CHN"))
                .on(material("gallium"), material("gallium-high-purity"))
                .toward(country("USA"));
        Scenario autumn = Scenario.of("a hard autumn")
                .describedAs("a ban, then a lane closes")
                .from(LocalDate.of(2025, 9, 1), ban.reaching(THROUGH_PROCESSING))
                .from(LocalDate.of(2025, 10, 1), Lose.of(link("gallium-can-usa")));
        Range summer = world.at(LocalDate.of(2025, 8, 31))
                .with(autumn)
                .ask(delivery)
                .shared()
                .unmet(); // 0 t/a
        Range october = world.at(LocalDate.of(2025, 10, 1))
                .with(autumn)
                .ask(delivery)
                .shared()
                .unmet(); // 0 to 1 t/a
        List<SupplyChain> states = autumn.replay(world); // as it is, then after each step that is due
        // endregion
        assertThat(summer).hasToString("0 t/a Ga content");
        assertThat(states).hasSize(3);
        assertThat(october).hasToString("0 to 1 t/a Ga content");

        // region scenario-compared
        Scenario shorter = Scenario.of("only a ban").from(LocalDate.of(2025, 9, 1), ban.reaching(THROUGH_PROCESSING));
        Difference steps = autumn.comparedTo(shorter); // one step added, one kept
        Compare.Answer answer =
                world.ask(Compare.of(delivery).and("only a ban", shorter).and("a hard autumn", autumn));
        // endregion
        assertThat(steps.added()).hasSize(1);
        assertThat(steps.kept()).hasSize(1);
        assertThat(answer.sides()).hasSize(2);
    }

    @Test
    void json(@TempDir Path folder) {
        // region scenario-json
        Scenario japan = Scenario.of("a year without Japan").then(Lose.of(country("JPN")));
        String text = ScenarioJson.text(japan);
        Scenario same = ScenarioJson.read(text); // equal again, the same bytes each time
        // endregion
        assertThat(same).isEqualTo(japan);

        // region contingencies
        List<Scenario> countries = Grouping.COUNTRY.at(REFINING).in(world); // one scenario for each
        ScenarioJson.write(countries, folder.resolve("countries.json"));
        List<Scenario> read = ScenarioJson.readAll(folder.resolve("countries.json"));
        Disruption.Answer table = world.ask(Disruption.of(delivery).when(read));
        String printed = Render.text(table);
        // endregion
        assertThat(read).isEqualTo(countries);
        Page.of("scenarios.md").shows(text, printed);
    }

    @Test
    void ownGroups() {
        // region own-grouping
        Grouping sides = Grouping.of(
                "side", line -> Optional.of(line.country().equals(country("CHN")) ? "China" : "all others"));
        Disruption.Answer two = world.ask(Disruption.of(delivery).by(sides));
        Range others = two.cases().get(1).aftermath().shared().after().unmet(); // 0 to 0.1769 t/a Ga content
        // endregion
        assertThat(others).hasToString("0 to 0.1769 t/a Ga content");
    }

    @Test
    void everyStepHasARecipe() {
        assertThat(Step.class.getPermittedSubclasses())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(Page.of("scenarios.md").text())
                        .containsPattern("(?m)^## .*\\b" + step.getSimpleName() + ":"));
    }
}
