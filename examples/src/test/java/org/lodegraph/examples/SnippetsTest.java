package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Policy.Reach.THROUGH_PROCESSING;
import static org.lodegraph.model.Stage.REFINING;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Query;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lose;

/** The Java of README.md, docs/guide.md and pages beside it: DocumentsTest says that every block there is a region. */
class SnippetsTest {

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
        // region numbers
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
