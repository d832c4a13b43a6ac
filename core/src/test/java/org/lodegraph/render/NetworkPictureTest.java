package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Overview;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Network.Mark;
import org.lodegraph.report.Network.Needs;
import org.lodegraph.report.Network.Node;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.w3c.dom.Element;

class NetworkPictureTest {

    private static final Caption CAPTION = Caption.of("What is made of what");

    /** A ton of metal takes both ores; alloy is made of metal or of scrap, which comes back from use. */
    static Network sample() {
        return new Network(
                CAPTION.year(2025),
                List.of(
                        Node.of("a", "ore of the first kind", 0, Needs.ANY),
                        Node.of("b", "ore of the second kind", 0, Needs.ANY).mark(Mark.NARROW, "only Brazil"),
                        Node.of("smelt", "smelting", 1, Needs.ALL).in(List.of("Chile 60 %", "Peru 40 %")),
                        Node.of("remelt", "remelting", 1, Needs.ALL).mark(Mark.BLOCKED, "an export rule"),
                        Node.of("metal", "metal", 2, Needs.ANY),
                        Node.of("use", "wanted", 3, Needs.END, "by Japan")),
                List.of(
                        Link.of("a", "smelt"),
                        Link.of("b", "smelt"),
                        Link.of("smelt", "metal"),
                        Link.of("remelt", "metal").mark(Mark.BLOCKED),
                        Link.of("metal", "use"),
                        Link.of("use", "remelt")));
    }

    static Network random(long seed, int nodes, int layers) {
        Random random = new Random(seed);
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            Node node = Node.of(
                            "n" + i,
                            "thing number " + i,
                            random.nextInt(layers),
                            Needs.values()[random.nextInt(3)],
                            random.nextBoolean() ? "made in country " + i : "")
                    .in(random.nextBoolean() ? List.of("here", "there") : List.of());
            all.add(
                    random.nextInt(10) == 0
                            ? node.mark(Mark.values()[random.nextInt(Mark.values().length)], "for a reason")
                            : node);
        }
        Set<List<String>> pairs = new LinkedHashSet<>();
        for (int i = 0; i < 2 * nodes; i++) {
            pairs.add(List.of("n" + random.nextInt(nodes), "n" + random.nextInt(nodes)));
        }
        List<Link> links = pairs.stream()
                .map(pair -> Link.of(pair.get(0), pair.get(1)))
                .map(link ->
                        random.nextInt(10) == 0 ? link.mark(Mark.values()[random.nextInt(Mark.values().length)]) : link)
                .toList();
        return new Network(CAPTION, all, links);
    }

    private static List<String> classes(String svg, String element) {
        return Pages.all(Pages.parse(svg), element).stream()
                .map(each -> each.getAttribute("class"))
                .toList();
    }

    @Test
    void allAndAnyAreToldApart() {
        String svg = Picture.of(sample()).inline("p");

        assertThat(classes(svg, "rect"))
                .as("one bar on smelting, one below the end, one in the key")
                .filteredOn("lg-gate"::equals)
                .hasSize(3);
        assertThat(classes(svg, "circle"))
                .as("on metal and in the key")
                .hasSize(2)
                .containsOnly("lg-ring");
        List<String> lines = classes(svg, "path").stream()
                .filter(style -> style.startsWith("lg-wire"))
                .toList();
        assertThat(lines)
                .containsExactly(
                        "lg-wire",
                        "lg-wire",
                        "lg-wire lg-any",
                        "lg-wire lg-any lg-gone",
                        "lg-wire",
                        "lg-wire",
                        "lg-wire lg-any");
        assertThat(svg)
                .contains(">all of these<", ">any of these<", ">and back from wanted<")
                .contains("narrow: only Brazil", "blocked: an export rule")
                .contains(
                        "smelting: needs all of ore of the first kind, ore of the second kind; in any of Chile 60 %, Peru 40 %")
                .contains("metal: needs any of smelting, remelting (blocked)");
        assertThat(classes(svg, "path")).contains("lg-sign", "lg-cross");
    }

    @Test
    void textSaysTheSame() {
        assertThat(Render.text(Report.of("A network", sample()))).isEqualTo("""
                A network
                ═════════

                What is made of what
                2025
                - ore of the first kind
                ◆ ore of the second kind: narrow: only Brazil
                - smelting: needs all of ore of the first kind, ore of the second kind; in any of Chile 60 %, Peru
                  40 %
                ◆ remelting: needs wanted; blocked: an export rule
                - metal: needs any of smelting, remelting (blocked)
                - wanted: needs metal; by Japan
                """);
        String large = Render.text(Report.of("A network", random(1, 200, 9)));
        assertThat(large.lines().count())
                .as("of many things only what is marked")
                .isLessThan(60);
        assertThat(large).containsPattern("1[6-9]. others are not marked\n");
    }

    @Test
    void theTableKeepsInputsAndPlacesApart() {
        assertThat(Tables.of(sample()).rows().get(2))
                .containsExactly(
                        Cell.text("smelting"),
                        Cell.text("all"),
                        Cell.text("ore of the first kind; ore of the second kind"),
                        Cell.text("Chile 60 %; Peru 40 %"),
                        Cell.text(""),
                        Cell.text(""));
    }

    @Test
    void aLineThatPassesALayerHasALaneThere() {
        Network network = new Network(
                CAPTION,
                List.of(
                        Node.of("a", "a", 0, Needs.ANY),
                        Node.of("b", "b", 2, Needs.ANY),
                        Node.of("c", "c", 5, Needs.ANY)),
                List.of(Link.of("a", "c"), Link.of("a", "b"), Link.of("b", "c")));

        NetworkLayout layout = NetworkLayout.of(network);

        assertThat(layout.layers()).as("layers without nodes are left out").isEqualTo(3);
        assertThat(layout.ways().get(0).stops()).hasSize(3);
        assertThat(layout.units()).as("b and the lane").isEqualTo(1.22);
        NetworkLayout.Box b = layout.boxes().get(1);
        assertThat(layout.ways().get(0).stops().get(1))
                .as("the lane lies beside b")
                .satisfiesAnyOf(
                        at -> assertThat(at).isLessThan(b.center() - b.width() / 2),
                        at -> assertThat(at).isGreaterThan(b.center() + b.width() / 2));
    }

    @Test
    void whatIsTooMuchIsDrawnAsOne() {
        for (long seed = 0; seed < 40; seed++) {
            int size = (int) Math.pow(10, 1 + seed % 4 * 0.9);
            Network whole = random(seed, size, 2 + (int) seed);
            Network folded = NetworkFold.fold(whole);

            assertThat(folded).isEqualTo(NetworkFold.fold(whole));
            assertThat(folded.nodes().stream().map(Node::layer).distinct().count())
                    .isLessThanOrEqualTo(NetworkFold.LAYERS);
            assertThat(folded.nodes().stream()
                            .collect(Collectors.groupingBy(Node::layer))
                            .values())
                    .allSatisfy(layer -> assertThat(layer).hasSizeLessThanOrEqualTo(NetworkFold.NODES));
            int told = folded.nodes().stream()
                    .mapToInt(node -> node.label().endsWith(" others")
                            ? Integer.parseInt(node.label().replace(" others", ""))
                            : 1)
                    .sum();
            assertThat(told).as("each is drawn or counted").isEqualTo(size);
            Picture picture = Picture.of(whole);
            assertThat(picture.height()).isLessThan(3_000);
            assertThat(picture.least()).isLessThan(700);
        }
    }

    @Test
    void boxesHoldTheirWordsAndDoNotOverlap() {
        for (long seed = 0; seed < 60; seed++) {
            NetworkPicture picture = NetworkPicture.of(seed == 0 ? sample() : random(seed, 5 + (int) seed, 6));
            for (int width : new int[] {picture.least(), Math.max(600, picture.least()), 1_400}) {
                String svg = picture.inline("p");
                List<Pages.Box> boxes = Pages.all(Pages.parse(svg), "rect").stream()
                        .filter(rect -> List.of("lg-all", "lg-one", "lg-goal")
                                .contains(rect.getAttribute("class").split(" ")[0]))
                        .map(rect -> box(rect, width))
                        .toList();
                for (int i = 0; i < boxes.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        assertThat(boxes.get(i).overlaps(boxes.get(j))).isFalse();
                    }
                }
                for (Pages.Box words : Pages.words(svg, width)) {
                    assertThat(words.bottom() > picture.bottom() + 5
                                    || boxes.stream()
                                            .anyMatch(box -> box.left() <= words.left() + 1
                                                    && words.right() <= box.right() + 1
                                                    && box.top() <= words.top() + 1
                                                    && words.bottom() <= box.bottom() + 1))
                            .as("%s at %s px", words, width)
                            .isTrue();
                }
            }
        }
    }

    /** Of the narrowest boxes, too: "germanium in the ash of germanium-bearing lignite" takes more than three lines. */
    @Test
    void namesOfTheReferenceDataAreNotCut() {
        int longest = 0;
        for (String name : List.of("gallium", "germanium", "rare-earths", "ndfeb-magnets", "tellurium")) {
            for (SupplyChain chain : List.of(Reference.chain(2024, name), Reference.chain(2025, name))) {
                for (Part part : chain.ask(Overview.of()).show().parts()) {
                    if (part instanceof Network network) {
                        String svg = Picture.of(network).inline("p");
                        List<String> words = Pages.all(Pages.parse(svg), "text").stream()
                                .map(Element::getTextContent)
                                .toList();
                        assertThat(words).noneMatch(line -> line.endsWith("…")).noneMatch(line -> line.startsWith("%"));
                        longest += words.size();
                    }
                }
            }
        }
        assertThat(longest).isGreaterThan(100);
    }

    private static Pages.Box box(Element rect, double width) {
        double left = Pages.across(rect, "x") * width;
        double top = Pages.down(rect, "y");
        return new Pages.Box(
                "box", left, left + Pages.across(rect, "width") * width, top, top + Pages.down(rect, "height"));
    }

    /** A slow twin: crossings counted over all orders of small layers; what a sweep finds is close to the fewest. */
    @Test
    void fewLinesCross() {
        Random random = new Random(5);
        int worse = 0;
        for (int round = 0; round < 300; round++) {
            List<List<Integer>> layers = List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7));
            List<Sweep.Leg> legs = new ArrayList<>();
            for (int source = 0; source < 4; source++) {
                for (int target = 4; target < 8; target++) {
                    if (random.nextInt(3) == 0) {
                        legs.add(new Sweep.Leg(source, target, 1));
                    }
                }
            }
            int fewest = Integer.MAX_VALUE;
            for (List<Integer> one : orders(layers.get(0))) {
                for (List<Integer> other : orders(layers.get(1))) {
                    fewest = Math.min(fewest, crossings(one, other, legs));
                }
            }
            List<List<Integer>> found = Sweep.order(layers, legs);
            int crossings = crossings(found.get(0), found.get(1), legs);
            assertThat(found.get(0)).containsExactlyInAnyOrderElementsOf(layers.get(0));
            assertThat(crossings)
                    .isGreaterThanOrEqualTo(fewest)
                    .isLessThanOrEqualTo(crossings(layers.get(0), layers.get(1), legs));
            worse += crossings > fewest ? 1 : 0;
        }
        assertThat(worse).as("of 300").isLessThan(60);
    }

    private static int crossings(List<Integer> one, List<Integer> other, List<Sweep.Leg> legs) {
        int crossings = 0;
        for (Sweep.Leg a : legs) {
            for (Sweep.Leg b : legs) {
                if (one.indexOf(a.source()) < one.indexOf(b.source())
                        && other.indexOf(a.target()) > other.indexOf(b.target())) {
                    crossings++;
                }
            }
        }
        return crossings;
    }

    private static List<List<Integer>> orders(List<Integer> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : all) {
            List<Integer> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<Integer> tail : orders(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }
}
