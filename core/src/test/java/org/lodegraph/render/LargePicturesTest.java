package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
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
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Overview;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Captioned;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Lose;

/** 5,000 lines in 200 countries: what is drawn of them stays small enough to look at, and says what was added up. */
class LargePicturesTest {

    private static final int COUNTRIES = 200;
    private static final int SITES = 5;
    private static final int LINES = 5;
    private static final Target METAL = Target.of(material("metal"), place(0));

    private static final SupplyChain CHAIN = chain();

    private static CountryId place(int number) {
        return country("X" + (char) ('A' + number / 26) + (char) ('A' + number % 26));
    }

    private static SupplyChain chain() {
        SplittableRandom random = new SplittableRandom(8);
        SupplyChain.Builder chain = SupplyChain.builder(2025)
                .add(
                        Material.of("ore"),
                        Material.of("metal"),
                        Recipe.of("mine").makes("ore"),
                        Recipe.of("smelt").makes("metal").from("ore", 2),
                        Demand.of("wanted", "metal", place(0), t(50_000)),
                        Demand.remainder("metal", t(400_000)));
        for (int i = 0; i < COUNTRIES * SITES; i++) {
            CountryId where = place(i / SITES);
            Facility site = Facility.at("%s-%s".formatted(where.value().toLowerCase(Locale.ROOT), i % SITES), where);
            for (int line = 0; line < LINES; line++) {
                double tons = Math.rint(Math.exp(8 * random.nextDouble())) + 1;
                site = site.line(Line.of(line % 2 == 0 ? "mine" : "smelt", Capacity.nameplate(t(2 * tons)))
                        .withName("line-" + line)
                        .output(t(tons)));
            }
            chain.add(site);
        }
        return chain.build();
    }

    private static Figure t(double tons) {
        return Figure.stated(tons, T_PER_A);
    }

    static Stream<Query<? extends Showable>> questions() {
        return Stream.of(
                Delivery.to(METAL),
                Compare.of(Delivery.to(METAL)).and("a large country is lost", Lose.of(place(1))),
                Concentration.of(material("metal")),
                Overview.of(),
                Chokepoints.of(METAL)
                        .by(Grouping.of(
                                "letter",
                                line -> Optional.of(line.country().value().substring(0, 2)))));
    }

    @Test
    void itIsLarge() {
        assertThat(CHAIN.lines()).hasSize(5_000);
        assertThat(CHAIN.lines().values().stream().map(line -> line.country()).distinct())
                .hasSize(COUNTRIES);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void picturesStaySmall(Query<? extends Showable> question) {
        List<Part> pictures = CHAIN.ask(question).show().parts().stream()
                .filter(part -> part instanceof Captioned && !(part instanceof Table) && !(part instanceof Tree))
                .toList();

        assertThat(pictures).isNotEmpty().allSatisfy(part -> {
            Picture picture = Picture.of(part);
            String svg = Render.svg(part);
            assertThat(picture.height()).isLessThan(1_600);
            assertThat(svg.length()).isLessThan(160_000);
            assertThat(Pages.all(Pages.parse(svg), "text").size()).isLessThan(200);
            if (!(picture instanceof BeforeAfterPicture)) {
                List<Pages.Box> words = Pages.words(picture.inline("p"), picture.least());
                assertThat(words)
                        .allSatisfy(box ->
                                assertThat(words).filteredOn(box::overlaps).containsExactly(box));
            }
        });
    }

    @Test
    void whatIsAddedUpIsCounted() {
        assertThat(Render.html(CHAIN.ask(Delivery.to(METAL))))
                .contains(" others<", "the smallest nodes of a layer are drawn as one");
        assertThat(Render.html(CHAIN.ask(Concentration.of(material("metal"))))).contains("190 smaller ones");
    }

    /** 8 makers sell to each of 8 users; the largest 40 of 64 lanes are told, and how many are not. */
    @Test
    void theLargestLanesAreToldOneByOne() {
        List<Ribbons.Node> nodes = new ArrayList<>();
        List<Ribbons.Ribbon> ribbons = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            nodes.add(new Ribbons.Node("m" + i, "maker " + i, 0));
            nodes.add(new Ribbons.Node("u" + i, "user " + i, 1));
            for (int j = 0; j < 8; j++) {
                ribbons.add(Ribbons.Ribbon.of("m" + i, "u" + j, 1 + 8 * i + j));
            }
        }
        Table table = Tables.of(new Ribbons(Caption.of("lanes"), T_PER_A, List.of("made", "used"), nodes, ribbons))
                .seen();

        assertThat(table.rows()).hasSize(41);
        assertThat(table.rows().get(0)).startsWith(Cell.text("maker 3"), Cell.text("user 0"), Cell.number(25, T_PER_A));
        assertThat(table.rows().get(40)).startsWith(Cell.text("24 smaller ones not shown"));
    }
}
