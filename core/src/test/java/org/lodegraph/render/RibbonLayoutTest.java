package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Unit;
import org.lodegraph.render.RibbonLayout.Band;
import org.lodegraph.render.RibbonLayout.Box;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Mark;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;
import org.w3c.dom.Element;

class RibbonLayoutTest {

    private static final Caption CAPTION = Caption.of("Flows");

    private static Ribbons ribbons(List<Node> nodes, Ribbon... ribbons) {
        return Ribbons.of(CAPTION, Unit.T, nodes, List.of(ribbons));
    }

    private static Box box(RibbonLayout layout, String id) {
        return layout.boxes().stream()
                .filter(box -> box.node().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void widthsAreToScale() {
        // Two nodes a side want 2 x (34 + 8) = 84, raised to 160 px; less two gaps of 8 that leaves 144 px for 12 t: 12
        // px a ton.
        RibbonLayout layout = RibbonLayout.of(
                ribbons(
                        List.of(
                                new Node("a", "A", 0),
                                new Node("b", "B", 0),
                                new Node("x", "X", 1),
                                new Node("y", "Y", 1)),
                        Ribbon.of("a", "x", 6),
                        Ribbon.of("a", "y", 2),
                        Ribbon.of("b", "y", 4)),
                34);

        assertThat(layout.scale()).isEqualTo(12);
        assertThat(layout.bands()).extracting(Band::width).containsExactly(72.0, 24.0, 48.0);
        assertThat(box(layout, "a").height()).isEqualTo(96);
        assertThat(box(layout, "y").height()).isEqualTo(72);
        assertThat(box(layout, "y").value()).isEqualTo(6);
    }

    @Test
    void whatIsTooThinToSeeIsDrawnAsAHairlineAndSaidSo() {
        Ribbons wild = ribbons(
                List.of(new Node("a", "A", 0), new Node("x", "X", 1), new Node("y", "Y", 1)),
                Ribbon.of("a", "x", 4e8),
                Ribbon.of("a", "y", 10));

        assertThat(RibbonLayout.of(wild, 34).bands().get(1).width()).isEqualTo(RibbonLayout.THINNEST);
        // Two nodes of 42 px a side, raised to 160 px, less two gaps of 8: 144 px for 4e8 t in the layer that is fuller
        // in
        // nodes. 1.5 px are 1.5 x 4e8 / 144 = 4.17e6 t, rounded down to two digits 4.1e6 t.
        assertThat(words(wild)).contains("ribbons below 4,100,000 t are wider than to scale");
    }

    @Test
    void sweepsUntangleWhatNeedNotCross() {
        // In the order of size a, b, c meet z, y, x: three crossings. One order of the right side has none.
        RibbonLayout layout = RibbonLayout.of(
                ribbons(
                        List.of(
                                new Node("a", "A", 0),
                                new Node("b", "B", 0),
                                new Node("c", "C", 0),
                                new Node("x", "X", 1),
                                new Node("y", "Y", 1),
                                new Node("z", "Z", 1)),
                        Ribbon.of("a", "z", 5),
                        Ribbon.of("b", "y", 5),
                        Ribbon.of("c", "x", 5)),
                34);

        assertThat(box(layout, "z").top()).isLessThan(box(layout, "y").top());
        assertThat(box(layout, "y").top()).isLessThan(box(layout, "x").top());
    }

    @Test
    void aRibbonThatSkipsALayerPassesBesideItsNodes() {
        RibbonLayout layout = RibbonLayout.of(
                ribbons(
                        List.of(new Node("a", "A", 0), new Node("m", "M", 1), new Node("z", "Z", 2)),
                        Ribbon.of("a", "m", 5),
                        Ribbon.of("m", "z", 5),
                        Ribbon.of("a", "z", 5)),
                34);

        Band skipping = layout.bands().get(2);
        assertThat(skipping.tops()).hasSize(3);
        double top = skipping.tops().get(1);
        Box middle = box(layout, "m");
        assertThat(top >= middle.top() + middle.height() || top + skipping.width() <= middle.top())
                .isTrue();
    }

    @Test
    void whatLeavesANodeFillsItWithoutGaps() {
        RibbonLayout layout = RibbonLayout.of(Fold.fold(Samples.ribbons()), 49);
        for (Box box : layout.boxes()) {
            double out = layout.bands().stream()
                    .filter(band -> band.ribbon().source().equals(box.node().id()))
                    .mapToDouble(Band::width)
                    .sum();
            assertThat(out).isLessThanOrEqualTo(box.height() + 1e-9);
            layout.bands().stream()
                    .filter(band -> band.ribbon().source().equals(box.node().id()))
                    .forEach(band -> assertThat(band.tops().get(0))
                            .isBetween(box.top() - 1e-9, box.top() + box.height() - band.width() + 1e-9));
        }
    }

    @Test
    void aHairballBecomesTheLargestAndOneForTheRest() {
        // Twenty sources of 1 .. 20 t: eleven stay (10 .. 20), nine become one of 1 + ... + 9 = 45 t.
        List<Node> nodes = new ArrayList<>(List.of(new Node("sink", "Sink", 1)));
        IntStream.rangeClosed(1, 20).forEach(i -> nodes.add(new Node("n" + i, "N" + i, 0)));
        Ribbon[] all = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> Ribbon.of("n" + i, "sink", i))
                .toArray(Ribbon[]::new);

        Ribbons folded = Fold.fold(ribbons(nodes, all));

        assertThat(folded.nodes()).hasSize(13).anyMatch(node -> node.label().equals("9 others"));
        assertThat(folded.ribbons()).hasSize(12);
        assertThat(folded.ribbons().get(0).value()).isEqualTo(45);
        assertThat(folded.ribbons().stream().mapToDouble(Ribbon::value).sum()).isCloseTo(210, within(1e-9));
        assertThat(Fold.fold(folded)).isEqualTo(folded);
    }

    @Test
    void marksKeepRibbonsApart() {
        List<Node> nodes = List.of(new Node("a", "A", 0), new Node("z", "Z", 1));
        Ribbons folded = Fold.fold(ribbons(
                nodes,
                Ribbon.of("a", "z", 1),
                Ribbon.of("a", "z", 2),
                Ribbon.of("a", "z", 4).mark(Mark.BLOCKED)));

        assertThat(folded.ribbons())
                .containsExactly(Ribbon.of("a", "z", 3), Ribbon.of("a", "z", 4).mark(Mark.BLOCKED));
        assertThat(Picture.of(folded).inline("p")).contains(">blocked<").contains("url(#p-hatch)");
    }

    private static String words(Part part) {
        return Pages.all(Pages.parse(Picture.of(part).inline("p")), "text").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining(" "));
    }
}
