package org.lodegraph.graph;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.graph.Gallium.CHINA;
import static org.lodegraph.graph.Gallium.GERMANY;
import static org.lodegraph.graph.Gallium.JAPAN;
import static org.lodegraph.graph.Gallium.USA;
import static org.lodegraph.graph.Gallium.rate;
import static org.lodegraph.graph.Gallium.tons;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/** The graph of {@link Gallium}, and what each fact of a chain does to it. */
class SupplyGraphTest {

    @Test
    void drawsTheWholeChain() {
        assertThat(show(Gallium.builder().build())).isEqualTo("""
                alternative:gallium-usa:silicon --serves--> demand:gallium-usa
                boundary:bauxite --brings--> use:bauxite:CHN
                boundary:bauxite --brings--> use:bauxite:DEU
                boundary:silicon --brings--> use:silicon:USA
                line:nanshan:bayer --equips--> run:nanshan:bayer:bayer
                line:nanshan:circuit --equips--> run:nanshan:circuit:circuit
                line:stade:bayer --equips--> run:stade:bayer:bayer
                line:stade:circuit --equips--> run:stade:circuit:circuit
                made:alumina:CHN --ships--> use:alumina:CHN
                made:alumina:CHN --ships--> use:alumina:ROW
                made:alumina:DEU --ships--> pool:alumina
                made:alumina:DEU --ships--> use:alumina:ROW
                made:gallium:CHN --ships--> pool:gallium
                made:gallium:DEU --ships--> pool:gallium
                made:gallium:USA --ships--> pool:gallium
                made:gallium:USA --ships--> use:gallium:USA
                pool:alumina --ships--> use:alumina:CHN
                pool:gallium --ships--> use:gallium:JPN
                pool:gallium --ships--> use:gallium:USA
                run:nanshan:bayer:bayer --yields 0.000065 as companion--> site:liquor:nanshan
                run:nanshan:bayer:bayer --yields 1 as host--> made:alumina:CHN
                run:nanshan:circuit:circuit --yields 1 as product--> made:gallium:CHN
                run:stade:bayer:bayer --yields 0.000065 as companion--> site:liquor:stade
                run:stade:bayer:bayer --yields 1 as host--> made:alumina:DEU
                run:stade:circuit:circuit --yields 1 as product--> made:gallium:DEU
                site:liquor:nanshan --feeds 1.25--> run:nanshan:circuit:circuit
                site:liquor:stade --feeds 1.25--> run:stade:circuit:circuit
                stock:depot --brings--> made:gallium:USA
                use:alumina:CHN --serves--> demand:alumina-chn
                use:alumina:ROW --serves--> demand:row-alumina
                use:bauxite:CHN --feeds 2--> run:nanshan:bayer:bayer
                use:bauxite:DEU --feeds 2--> run:stade:bayer:bayer
                use:gallium:JPN --serves--> demand:gallium-jpn
                use:gallium:USA --serves--> demand:gallium-usa
                use:silicon:USA --serves--> alternative:gallium-usa:silicon""");
    }

    @Test
    void labelsNodesForPeople() {
        assertThat(SupplyGraph.of(Gallium.builder().build()).nodes())
                .extracting(Node::label)
                .contains(
                        "gallium made in CHN",
                        "gallium in USA",
                        "liquor at nanshan",
                        "line nanshan/bayer",
                        "idle line stade/circuit",
                        "circuit on nanshan/circuit",
                        "free trade in gallium",
                        "stock depot",
                        "bauxite without limit",
                        "silicon instead, for gallium-usa",
                        "demand gallium-usa");
    }

    @Test
    void isTheSameForEqualChains() {
        var one = SupplyGraph.of(Gallium.builder().build());
        var other = SupplyGraph.of(Gallium.builder().build().toBuilder().build());

        assertThat(List.copyOf(one.nodes())).isEqualTo(List.copyOf(other.nodes()));
        assertThat(one.arcs()).isEqualTo(other.arcs());
    }

    @Test
    void aBanGivesItsIssuerAPoolOfItsOwn() {
        var chain = Gallium.builder().add(ban("cn-us", CHINA, USA)).build();

        assertThat(trade(chain, "gallium")).isEqualTo("""
                made:gallium:CHN --ships--> pool:gallium!USA
                made:gallium:DEU --ships--> pool:gallium
                made:gallium:USA --ships--> pool:gallium
                made:gallium:USA --ships--> use:gallium:USA
                pool:gallium --ships--> use:gallium:JPN
                pool:gallium --ships--> use:gallium:USA
                pool:gallium!USA --ships--> use:gallium:JPN""");
        assertThat(trade(chain.at(LocalDate.of(2024, 12, 2)), "gallium"))
                .as("the day before the ban")
                .isEqualTo(trade(Gallium.builder().build(), "gallium"));
    }

    /** DEU exempt from a ban on all: DEU still buys; the rest of the world buys as if at home. */
    @Test
    void aBanTowardAllSparesTheExemptAndTheRestOfTheWorld() {
        var chain = Gallium.builder()
                .add(ban("cn-all", CHINA)
                        .withMaterials(Set.of(material("alumina"), material("gallium")))
                        .withExcept(Set.of(JAPAN)))
                .build();

        assertThat(trade(chain, "gallium")).contains("made:gallium:CHN --ships--> pool:gallium!USA", "JPN");
        assertThat(trade(chain, "alumina")).contains("made:alumina:CHN --ships--> use:alumina:ROW");
    }

    @Test
    void anImportBanClosesTheLanesIntoItsIssuer() {
        var chain = Gallium.builder()
                .add(ban("us-cn", USA, CHINA).withDirection(Policy.Direction.IMPORT))
                .build();

        assertThat(trade(chain, "gallium")).contains("made:gallium:CHN --ships--> pool:gallium!USA");
    }

    @Test
    void onlyLimitsThatLetNothingPassCloseALane() {
        var open = trade(Gallium.builder().build(), "gallium");
        var closed = trade(Gallium.builder().add(ban("p", CHINA, USA)).build(), "gallium");

        assertThat(trade(limited(new Limit.AtMost(rate(5))), "gallium")).isEqualTo(open);
        assertThat(trade(limited(new Limit.AtMost(rate(0))), "gallium")).isEqualTo(closed);
        assertThat(trade(limited(new Limit.AtMost(Figure.unknown(Unit.T_PER_A, "secret"))), "gallium"))
                .isEqualTo(open);
        assertThat(trade(limited(new Limit.ShareOf(Figure.stated(0, Unit.ONE), rate(9))), "gallium"))
                .isEqualTo(closed);
        assertThat(trade(limited(new Limit.ShareOf(Figure.stated(0.1, Unit.ONE), rate(9))), "gallium"))
                .isEqualTo(open);
    }

    private static SupplyChain limited(Limit limit) {
        return Gallium.builder().add(ban("p", CHINA, USA).withLimit(limit)).build();
    }

    /** Two links of one lane are two lanes; both stand in place of free trade from CHN to USA, and only there. */
    @Test
    void aLinkTakesThePlaceOfFreeTrade() {
        var chain = Gallium.builder()
                .add(Link.of("a", "gallium", CHINA, USA), Link.of("b", "gallium", CHINA, USA))
                .build();

        assertThat(trade(chain, "gallium")).isEqualTo("""
                link:a --ships--> use:gallium:USA
                link:b --ships--> use:gallium:USA
                made:gallium:CHN --ships--> link:a
                made:gallium:CHN --ships--> link:b
                made:gallium:CHN --ships--> pool:gallium!USA
                made:gallium:DEU --ships--> pool:gallium
                made:gallium:USA --ships--> pool:gallium
                made:gallium:USA --ships--> use:gallium:USA
                pool:gallium --ships--> use:gallium:JPN
                pool:gallium --ships--> use:gallium:USA
                pool:gallium!USA --ships--> use:gallium:JPN""");
    }

    @Test
    void aLinkThatReexportsLeavesFromWhatArrived() {
        var chain = Gallium.builder()
                .add(Link.of("hub", "gallium", JAPAN, USA).asReexport())
                .build();

        assertThat(trade(chain, "gallium"))
                .contains("use:gallium:JPN --ships--> link:hub", "link:hub --ships--> use:gallium:USA")
                .doesNotContain("made:gallium:JPN", "!");
    }

    @Test
    void aBannedOrEmptyLinkIsNoLaneAndStillReplacesFreeTrade() {
        var banned = Gallium.builder()
                .add(ban("cn-us", CHINA, USA), Link.of("a", "gallium", CHINA, USA))
                .build();
        var empty = Gallium.builder()
                .add(Link.of("a", "gallium", CHINA, USA).capacity(rate(0)))
                .build();

        assertThat(trade(banned, "gallium")).doesNotContain("link:a").contains("pool:gallium!USA");
        assertThat(trade(empty, "gallium")).isEqualTo(trade(banned, "gallium"));
    }

    @Test
    void leavesOutWhatCannotRun() {
        var bayer = Line.of("bayer", tons(1));
        var chain = Gallium.builder()
                .add(
                        site("planned", bayer.withStatus(Line.Status.PLANNED)),
                        site("closed", bayer.withStatus(Line.Status.CLOSED)),
                        site("empty", Line.of("bayer", tons(0))),
                        site("forbidden", Line.of("bayer", tons(1).permitted(rate(0)))),
                        site("future", bayer.withStarts(LocalDate.of(2026, 1, 1))),
                        site("nowhere", bayer).withCountry(CountryId.NOWHERE),
                        site("secret", Line.of("bayer", Capacity.unknown("not published"))),
                        site("seen", Line.of("bayer", tons(0)).withOutput(rate(1))))
                .build();

        assertThat(SupplyGraph.of(chain).nodes().stream()
                        .filter(Node.Run.class::isInstance)
                        .map(Node::id)
                        .sorted())
                .containsExactly(
                        "run:nanshan:bayer:bayer",
                        "run:nanshan:circuit:circuit",
                        "run:secret:bayer:bayer",
                        "run:seen:bayer:bayer",
                        "run:stade:bayer:bayer",
                        "run:stade:circuit:circuit");
        assertThat(SupplyGraph.of(chain.at(LocalDate.of(2026, 1, 1))).nodes())
                .extracting(Node::id)
                .contains("line:future:bayer");
    }

    /** China's rule of 1 March 2025: who had the circuit keeps it, who builds one later cannot run it; DEU is exempt. */
    @Test
    void aTechnologyPolicyStopsLinesThatStartLater() {
        var circuit = Line.of("circuit", tons(1));
        var late = LocalDate.of(2025, 6, 1);
        var early = LocalDate.of(2025, 2, 1);
        var rule = ban("know-how", CHINA)
                .withMaterials(Set.of())
                .withRecipes(Set.of(new RecipeId("circuit")))
                .withExcept(Set.of(GERMANY))
                .withInForce(List.of(Window.from(LocalDate.of(2025, 3, 1))));
        var chain = Gallium.builder()
                .add(rule)
                .add(
                        site("early", circuit.withStarts(early)),
                        site("late", circuit.withStarts(late)),
                        site("home", circuit.withStarts(late)).withCountry(CHINA),
                        site("exempt", circuit.withStarts(late)).withCountry(GERMANY))
                .build();

        assertThat(SupplyGraph.of(chain).nodes())
                .extracting(Node::id)
                .contains("line:early:circuit", "line:home:circuit", "line:exempt:circuit", "line:nanshan:circuit")
                .doesNotContain("line:late:circuit");
    }

    @Test
    void aDomesticMaterialStaysInItsCountry() {
        var alumina = Material.of("alumina").withMobility(Mobility.DOMESTIC);

        assertThat(trade(Gallium.builder().put(alumina).build(), "alumina")).isEqualTo("""
                use:alumina:CHN --ships--> use:alumina:ROW
                use:alumina:DEU --ships--> use:alumina:ROW""");
    }

    @Test
    void onlyStocksAboveGroundAreSources() {
        var chain = Gallium.builder()
                .add(
                        stock("ore-body").kind(Stock.Kind.IN_GROUND),
                        stock("phones").kind(Stock.Kind.IN_USE),
                        Stock.of("bare", "gallium", JAPAN, Figure.stated(0, Unit.T)))
                .build();

        assertThat(SupplyGraph.of(chain).nodes())
                .filteredOn(Node.Store.class::isInstance)
                .extracting(Node::id)
                .containsExactly("stock:depot");
    }

    @Test
    void fiftyCountriesTradeThroughOnePool() {
        var builder = Gallium.builder();
        for (char a = 'A'; a < 'F'; a++) {
            for (char b = 'A'; b < 'K'; b++) {
                var country = country("X" + a + b);
                builder.add(
                        Demand.of("d" + country.value().toLowerCase(Locale.ROOT), "gallium", country, rate(1)),
                        Facility.at("f" + country.value().toLowerCase(Locale.ROOT), country)
                                .line("bayer", tons(1))
                                .line("circuit", tons(1)));
            }
        }

        var lanes = trade(builder.build(), "gallium").lines().toList();

        // 50 new countries and USA are at home; they, CHN and DEU fill the pool; they and JPN draw on it.
        assertThat(lanes).hasSize(51 + 53 + 52);
        assertThat(lanes).filteredOn(lane -> lane.startsWith("pool:gallium --")).hasSize(52);
    }

    private static Stock stock(String id) {
        return Stock.of(id, "gallium", JAPAN, Figure.stated(5, Unit.T));
    }

    private static Facility site(String id, Line line) {
        return Facility.at(id, JAPAN).line(line);
    }

    static Policy ban(String id, CountryId issuer, CountryId... toward) {
        return Policy.builder()
                .id(new PolicyId(id))
                .name(id)
                .issuer(issuer)
                .materials(Set.of(material("gallium")))
                .recipes(Set.of())
                .toward(List.of(toward))
                .except(Set.of())
                .inForce(List.of(Window.from(LocalDate.of(2024, 12, 3))))
                .build();
    }

    private static String trade(SupplyChain chain, String material) {
        return show(chain)
                .lines()
                .filter(line -> line.contains("--ships-->") && line.contains(":" + material))
                .collect(joining("\n"));
    }

    private static String show(SupplyChain chain) {
        return SupplyGraph.of(chain).arcs().stream()
                .map(arc -> arc.source().id() + " --" + arc.label() + "--> "
                        + arc.target().id())
                .sorted()
                .collect(joining("\n"));
    }
}
