package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;
import org.w3c.dom.Element;

/** Two panels that a reader compares by color: what is what in both. */
class BeforeAfterTest {

    /** What flows to all uses, in t, by country. */
    private static Ribbons flows(Map<String, Double> from) {
        List<Node> nodes = new ArrayList<>();
        List<Ribbon> ribbons = new ArrayList<>();
        from.forEach((country, tons) -> {
            nodes.add(new Node(country, country, 0));
            ribbons.add(Ribbon.of(country, "uses", tons));
        });
        nodes.add(new Node("uses", "all uses", 1));
        return Ribbons.of(Caption.of("Flows"), Unit.T, nodes, ribbons);
    }

    private static Map<String, Double> tons(Object... pairs) {
        Map<String, Double> tons = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            tons.put((String) pairs[i], ((Number) pairs[i + 1]).doubleValue());
        }
        return tons;
    }

    /**
     * Ranks before: A to H; after, A to D are gone, I, J and K are new, the rest turns round. Sums: I 20, H 19, A 16,
     * G 15, B 14, C 12, of six colors; then D 10, F 9, E 8, K 2, J 1 in gray.
     */
    private static BeforeAfter swapped() {
        return BeforeAfter.of(
                Caption.of("Before and after"),
                flows(tons("A", 16, "B", 14, "C", 12, "D", 10, "E", 6, "F", 5, "G", 4, "H", 3)),
                flows(tons("E", 2, "F", 4, "G", 11, "H", 16, "I", 20, "J", 1, "K", 2)));
    }

    /** The fills of a panel by the country whose box or ribbon they are. */
    private static Map<String, Set<String>> fills(RibbonPicture panel) {
        Map<String, Set<String>> fills = new LinkedHashMap<>();
        String svg = panel.inline("p");
        for (String shape : List.of("rect", "path")) {
            for (Element element : Pages.all(Pages.parse(svg), shape)) {
                String tip = element.getTextContent();
                Optional<String> color = List.of(element.getAttribute("class").split(" ")).stream()
                        .filter(style -> style.matches("lg-c\\d"))
                        .findFirst();
                if (!tip.isEmpty() && color.isPresent()) {
                    fills.computeIfAbsent(tip.replaceAll(" to .*|:.*", ""), name -> new TreeSet<>())
                            .add(color.orElseThrow());
                }
            }
        }
        return fills;
    }

    /** Japan smelts Chinese ore before; after, only scrap of the United States is left, which nothing goes into. */
    @Test
    void aPlaceHasOneNameInTheTableAlthoughOneSideHasFewerLayers() {
        Ribbons before = new Ribbons(
                Caption.of("Flows"),
                Unit.T,
                List.of("ore", "metal", "used for"),
                List.of(
                        new Node("ore", "China", 0),
                        new Node("japan", "Japan", 1),
                        new Node("usa", "USA", 1),
                        new Node("uses", "all uses", 2)),
                List.of(Ribbon.of("ore", "japan", 10), Ribbon.of("japan", "uses", 10), Ribbon.of("usa", "uses", 5)));
        Ribbons after = new Ribbons(
                Caption.of("Flows"),
                Unit.T,
                List.of("metal", "used for"),
                List.of(new Node("usa", "USA", 0), new Node("uses", "all uses", 1)),
                List.of(Ribbon.of("usa", "uses", 5)));

        assertThat(Tables.of(BeforeAfter.of(Caption.of("Before and after"), before, after))
                        .rows())
                .containsExactly(
                        row("China, ore", "Japan, metal", 10, 0),
                        row("Japan, metal", "all uses", 10, 0),
                        row("USA, metal", "all uses", 5, 5));
    }

    private static List<Cell> row(String from, String to, double before, double after) {
        return List.of(Cell.text(from), Cell.text(to), Cell.number(before, Unit.T), Cell.number(after, Unit.T));
    }

    @Test
    void aCountryHasOneColorInBothPanels() {
        BeforeAfterPicture both = (BeforeAfterPicture) Picture.of(swapped());
        Map<String, Set<String>> fills = new LinkedHashMap<>();
        List.of(both.before(), both.after())
                .forEach(panel -> fills(panel)
                        .forEach((name, colors) -> fills.computeIfAbsent(name, any -> new TreeSet<>())
                                .addAll(colors)));

        assertThat(fills)
                .allSatisfy((name, colors) -> assertThat(colors).as(name).hasSize(1));
        Map<String, String> one = new LinkedHashMap<>();
        List.of("I", "H", "A", "G", "B", "C", "D", "F", "E", "K", "J")
                .forEach(name -> one.put(
                        name,
                        fills.getOrDefault(name, Set.of()).stream().findFirst().orElse("none")));
        assertThat(List.copyOf(one.values()))
                .as("the largest over both have the colors")
                .containsExactly(
                        "lg-c1", "lg-c2", "lg-c3", "lg-c4", "lg-c5", "lg-c6", "lg-c0", "lg-c0", "lg-c0", "lg-c0",
                        "lg-c0");
        assertThat(both.inline("p")).isEqualTo(Picture.of(swapped()).inline("p"));
    }

    @Test
    void whatIsNewKeepsTheColorOfItsCountryInAnOutlineAndTheLegendIsTheOutline() {
        BeforeAfterPicture both = (BeforeAfterPicture) Picture.of(swapped());
        List<String> after = styles(both.after().inline("p"), "lg-gained");
        List<String> before = styles(both.before().inline("p"), "lg-lost");

        // H 3 to 16 and G 4 to 11 in part, I, J and K as a whole, and the mark of the legend
        assertThat(after)
                .containsExactlyInAnyOrder(
                        "lg-flow lg-gained lg-c1",
                        "lg-flow lg-gained lg-c2",
                        "lg-flow lg-gained lg-c4",
                        "lg-flow lg-gained lg-c0",
                        "lg-flow lg-gained lg-c0",
                        "lg-gained lg-empty");
        assertThat(before).isNotEmpty().containsOnly("lg-lost");
    }

    private static List<String> styles(String svg, String mark) {
        return Pages.all(Pages.parse(svg), "*").stream()
                .map(element -> element.getAttribute("class"))
                .filter(style -> List.of(style.split(" ")).contains(mark))
                .toList();
    }

    /** Below the same amount in both, for they have one scale; the amount is what 1.5 px of it show. */
    @Test
    void bothPanelsSayTheSameOfTheThinnestRibbons() {
        BeforeAfterPicture both = (BeforeAfterPicture) Picture.of(BeforeAfter.of(
                Caption.of("Before and after"), flows(tons("A", 1000, "B", 0.01)), flows(tons("A", 150, "B", 0.02))));
        // Two nodes a side: 160 px less two gaps of 8 are 144 px for 1,000.01 t: 1.5 px are 10.4 t, rounded down to two
        // digits 10 t.
        String words = ">ribbons below 10 t are wider than to scale<";

        assertThat(both.before().layout().scale()).isEqualTo(144 / 1000.01);
        assertThat(both.before().inline("p")).contains(words);
        assertThat(both.after().inline("p")).contains(words);
    }

    /** 1,700,000 t/a beside a node of three layers has no room; so no number has, and the unit stands once. */
    @Test
    void theUnitStandsBelowTheTitleAlone() {
        for (double most : new double[] {17, 1_700_000}) {
            Picture picture = Picture.of(flows(tons("A", most)));

            assertThat(picture.facts()).isEqualTo("in t");
            assertThat(Pages.all(Pages.parse(picture.inline("p")), "text"))
                    .extracting(Element::getTextContent)
                    .contains(most > 17 ? "1,700,000" : "17")
                    .noneMatch(text -> text.endsWith(" t"));
        }
    }
}
