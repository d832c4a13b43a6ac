package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.render.Pages.across;
import static org.lodegraph.render.Pages.all;
import static org.lodegraph.render.Pages.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Bars.Bar;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Network;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Stacks.Piece;
import org.lodegraph.report.Stacks.Stack;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Steps.Series;
import org.w3c.dom.Element;

class PictureTest {

    private static final Caption CAPTION = Caption.of("A picture");

    static Stream<Part> pictures() {
        return Stream.of(
                Samples.bars(),
                Samples.stacks(),
                Samples.ribbons(),
                Samples.pair(),
                Samples.steps(),
                random(new Random(7), 60, 4),
                hostile(),
                NetworkPictureTest.sample(),
                NetworkPictureTest.random(1, 30, 5),
                NetworkPictureTest.random(2, 10_000, 40),
                hostileNetwork(),
                new Network(CAPTION, List.of(), List.of()),
                Bars.of(CAPTION, Unit.T),
                Bars.of(CAPTION, Unit.T).bar("zero", Cell.number(0, Unit.T)),
                Bars.of(CAPTION, Unit.T)
                        .bar("gain", Cell.of(new Range(-4, -1, Unit.T)))
                        .bar("loss", Cell.empty()),
                Bars.of(CAPTION, Unit.T).bar("huge", Cell.number(1e300, Unit.T)).reference("less", -1e300),
                Stacks.of(CAPTION),
                Stacks.of(CAPTION, Stack.of("whole")),
                Ribbons.of(CAPTION, Unit.T, List.of(), List.of()),
                Ribbons.of(CAPTION, Unit.T, List.of(new Node("a", "alone", 3)), List.of()),
                Steps.of(CAPTION, Unit.T, LocalDate.of(2025, 1, 1)),
                Steps.of(
                        CAPTION,
                        Unit.SHARE,
                        LocalDate.of(2025, 1, 2),
                        Series.of("a", Steps.Step.year(2025, Cell.share(0)))));
    }

    private static Part hostile() {
        String name = "<script>alert('1')</script>\"&\u202e\u0007" + "x".repeat(10_000);
        return Ribbons.of(
                Caption.of(name).source(name),
                Unit.T,
                List.of(new Node(name, name, 0), new Node("b", name, 1)),
                List.of(Ribbon.of(name, "b", 1)));
    }

    private static Part hostileNetwork() {
        String name = "<script>alert('1')</script>\"&\u202e\u0007" + "x".repeat(10_000);
        return new Network(
                Caption.of(name).source(name),
                List.of(
                        Network.Node.of(name, name, 0, Network.Needs.ANY, name).mark(Network.Mark.NARROW, name),
                        Network.Node.of("b", name, 7, Network.Needs.ALL)),
                List.of(new Network.Link(name, "b", Network.Mark.LOST)));
    }

    private static Ribbons random(Random random, int nodes, int layers) {
        List<Node> all = IntStream.range(0, nodes)
                .mapToObj(i -> new Node("n" + i, "Country number " + i, i % layers))
                .toList();
        List<Ribbon> ribbons = new ArrayList<>();
        for (int i = 0; i < 4 * nodes; i++) {
            Node one = all.get(random.nextInt(nodes));
            Node two = all.get(random.nextInt(nodes));
            if (one.layer() < two.layer()) {
                ribbons.add(Ribbon.of(one.id(), two.id(), Math.exp(6 * random.nextDouble())));
            }
        }
        return Ribbons.of(CAPTION, Unit.T, all, ribbons);
    }

    static Stream<Part> allPictures() {
        return Stream.concat(pictures(), Stream.of(Samples.beforeAfter()));
    }

    @ParameterizedTest
    @MethodSource("allPictures")
    void everyPictureIsWellFormedNamedAndSelfContained(Part part) {
        String svg = Render.svg(part);
        Element root = parse(svg).getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(all(parse(svg), "title").get(0).getTextContent()).isNotBlank();
        assertThat(all(parse(svg), "desc").get(0).getTextContent()).isNotBlank();
        assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http", "<script", "href", "NaN", "Infinity", "@import")
                .contains("prefers-color-scheme:dark");
        assertThat(svg.length()).isLessThan(120_000);
        assertThat(Render.svg(part)).isEqualTo(svg);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void wordsNeitherOverlapNorLeaveThePicture(Part part) {
        Picture picture = Picture.of(part);
        for (int width : new int[] {picture.least(), Math.max(600, picture.least()), 1200}) {
            List<Pages.Box> words = Pages.words(picture.inline("p"), width);
            for (int i = 0; i < words.size(); i++) {
                Pages.Box one = words.get(i);
                assertThat(one.left()).as(one.text()).isGreaterThan(-1);
                assertThat(one.right()).as(one.text()).isLessThan(width + 1);
                assertThat(one.bottom()).as(one.text()).isLessThanOrEqualTo(picture.height() + 3);
                for (int j = 0; j < i; j++) {
                    assertThat(one.overlaps(words.get(j)))
                            .as("%s over %s at %s px", one, words.get(j), width)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aBarIsAsLongAsItsNumberSays() {
        // The scale ends at 20: 16 is 80 % of it; 4 to 10 is solid up to 20 %, pale from there to 50 %.
        Bars bars = Bars.of(CAPTION, Unit.T)
                .bar("a", Cell.number(16, Unit.T))
                .bar("b", Cell.of(new Range(4, 10, Unit.T)))
                .bar("c", Cell.unknown("withheld"))
                .reference("need", 20);
        String svg = Picture.of(bars).inline("p");

        List<Element> solid = styled(svg, "lg-c1");
        assertThat(solid).extracting(bar -> across(bar, "width")).containsExactly(0.8, 0.2);
        Element pale = styled(svg, "lg-pale").get(0);
        assertThat(across(pale, "x")).isEqualTo(0.2);
        assertThat(across(pale, "width")).isEqualTo(0.3);
        assertThat(all(parse(svg), "rect").stream()
                        .filter(rect -> rect.getAttribute("fill").equals("url(#p-hatch)"))
                        .map(rect -> across(rect, "width")))
                .as("the unknown bar is hatched over the whole width")
                .containsExactly(1.0);
        assertThat(svg)
                .contains(">unknown: withheld<", ">need: 20 t<", ">4 to 10 t<")
                .contains(">solid: at least<", ">pale: at most<");
        assertThat(Picture.of(Bars.of(CAPTION, Unit.T).bar("a", Cell.number(16, Unit.T)))
                        .inline("p"))
                .as("where all is certain, nothing is to be explained")
                .doesNotContain("solid:");
    }

    @Test
    void theValueOfAReferenceLineIsNeverCut() {
        // the line stands at 0 %, 40 % and 100 % of the scale
        for (double most : new double[] {5_018, 47.5, 19}) {
            Bars bars = Bars.of(CAPTION, Unit.T)
                    .bar("a", Cell.number(most, Unit.T))
                    .reference("wanted in the United States in a year without any controls", 19);
            Picture picture = Picture.of(bars);
            List<Pages.Box> words = Pages.words(picture.inline("p"), Picture.NARROWEST);

            assertThat(words).extracting(Pages.Box::text).anyMatch(text -> text.endsWith("19 t"));
            assertThat(words).allSatisfy(box -> {
                assertThat(box.left()).as(box.text()).isGreaterThan(-1);
                assertThat(box.right()).as(box.text()).isLessThan(Picture.NARROWEST + 1);
                assertThat(box.bottom()).as(box.text()).isLessThanOrEqualTo(picture.height());
                assertThat(words).filteredOn(box::overlaps).containsExactly(box);
            });
        }
    }

    @Test
    void theTickOfAReferenceCrossesNoWord() {
        // 4 of 16: at 25 % of the scale, below the labels
        Bars bars = Bars.of(CAPTION, Unit.T)
                .bar("China, refining, if all go short, growing", Cell.number(16, Unit.T))
                .bar(
                        "China, refining, if all share, mixed in proportion, in a long, long label",
                        Cell.number(3, Unit.T))
                .reference("need", 4);
        String svg = Picture.of(bars).inline("p");
        List<Pages.Box> words = Pages.words(svg, Picture.NARROWEST);

        List<Element> ticks = styled(svg, "lg-reference");
        assertThat(ticks).hasSize(2);
        for (Element tick : ticks) {
            double x = across(tick, "x1") * Picture.NARROWEST;
            // letters like g reach 4 px below their line, half of what they have beside them
            assertThat(words)
                    .filteredOn(word -> word.left() < x + 2 && word.right() > x - 2)
                    .isNotEmpty()
                    .noneMatch(
                            word -> word.top() < Pages.down(tick, "y2") && Pages.down(tick, "y1") < word.bottom() + 1);
        }
    }

    @Test
    void aPartThatIsTooNarrowForItsNameSaysNothing() {
        // 328 px x 22 % leave 62 px: too little for the name; 12 % are 29 px, enough for "Oz" but not for its share
        String svg = Picture.of(Stacks.of(
                        CAPTION,
                        Stack.of(
                                "mine",
                                new Piece("Chile", 0.66),
                                new Piece("Papua New Guinea", 0.22),
                                new Piece("Oz", 0.12))))
                .inline("p");

        assertThat(all(parse(svg), "text").stream()
                        .filter(text -> text.getAttribute("class").contains("lg-on"))
                        .map(Element::getTextContent))
                .containsExactly("Chile 66.0 %", "Oz");
        assertThat(svg).contains("<title>Papua New Guinea 22.0 %</title>");
    }

    @Test
    void aNameKeepsItsColorOnAPage() {
        Palette page = new Palette();

        assertThat(page.colors(List.of("China", "Japan")).values()).containsExactly("lg-c1", "lg-c2");
        assertThat(page.colors(List.of("Canada", "Japan", "China")))
                .containsEntry("Japan", "lg-c2")
                .containsEntry("China", "lg-c1")
                .containsEntry("Canada", "lg-c3");
        assertThat(page.colors(List.of("Peru", "Chile")).values()).containsExactly("lg-c1", "lg-c2");
        // Peru and China had the same color: it goes to the larger one
        assertThat(page.colors(List.of("China", "Peru")).values()).containsExactly("lg-c1", "lg-c2");
    }

    @Test
    void noTwoNamesOfAPictureShareAColor() {
        Random random = new Random(11);
        Palette page = new Palette();
        for (int i = 0; i < 200; i++) {
            List<String> names = random.ints(0, 12)
                    .distinct()
                    .limit(9)
                    .mapToObj(n -> "n" + n)
                    .toList();
            List<String> colors = List.copyOf(page.colors(names).values());

            assertThat(colors.subList(0, Style.COLORS)).doesNotHaveDuplicates().doesNotContain(Palette.GRAY);
            assertThat(colors.subList(Style.COLORS, 9)).containsOnly(Palette.GRAY);
            assertThat(List.copyOf(page.colors(names).values())).isEqualTo(colors);
        }
    }

    @Test
    void labelsOnRibbonsHaveAPlateThatHoldsThem() {
        Picture picture = Picture.of(Samples.ribbons());
        String svg = picture.inline("p");
        List<Pages.Box> words = Pages.words(svg, picture.least());
        List<Pages.Box> held = new ArrayList<>();
        for (Element plate : all(parse(svg), "rect")) {
            if (plate.getAttribute("class").equals("lg-plate")) {
                double shift =
                        Double.parseDouble(plate.getAttribute("transform").replaceAll("[^0-9.-]", ""));
                double left = across(plate, "x") * picture.least() + shift;
                double right = left + Pages.down(plate, "width");
                double top = Pages.down(plate, "y");
                double bottom = top + Pages.down(plate, "height");
                assertThat(right).isLessThan(picture.least());
                words.stream()
                        .filter(box -> box.left() >= left
                                && box.right() <= right
                                && box.top() >= top
                                && box.bottom() <= bottom)
                        .forEach(held::add);
            }
        }
        long onRibbons = all(parse(svg), "text").stream()
                .filter(text -> text.getAttribute("class").contains("lg-halo"))
                .count();
        assertThat(held).hasSize(Math.toIntExact(onRibbons)).isNotEmpty();
    }

    /** Gray is 100 %: 48.9 % fill 0.489 of it. Shares up to 10 % have a scale of their own, like tons, and no gray. */
    @Test
    void grayBehindBarsIsTheWhole() {
        Bars shares =
                Bars.of(CAPTION, Unit.SHARE).bar("China", Cell.share(0.489)).bar("Japan", Cell.share(0.11));
        String svg = Picture.of(shares).inline("p");
        assertThat(tracks(svg)).containsExactly("100%", "100%");
        assertThat(styled(svg, "lg-c1")).extracting(bar -> across(bar, "width")).containsExactly(0.489, 0.11);
        // 100 columns less 5, 6 and two gaps leave 85, of which 48.9 % are 41.6 and 11 % are 9.4.
        assertThat(Render.text(Report.of("Shares", shares), 100))
                .containsPattern("China  █{42} +48.9 %")
                .containsPattern("Japan  █{9} +11.0 %");

        String small = Picture.of(
                        Bars.of(CAPTION, Unit.SHARE).bar("a", Cell.share(0.08)).bar("b", Cell.share(0.02)))
                .inline("p");
        assertThat(tracks(small)).isEmpty();
        assertThat(styled(small, "lg-c1"))
                .extracting(bar -> across(bar, "width"))
                .containsExactly(1.0, 0.25);
        assertThat(tracks(Picture.of(Bars.of(CAPTION, Unit.T).bar("a", Cell.number(5, Unit.T)))
                        .inline("p")))
                .isEmpty();
    }

    /** How wide what is gray is, the hatch apart. */
    private static List<String> tracks(String svg) {
        return styled(svg, "lg-track").stream()
                .map(track -> track.getAttribute("width"))
                .filter(width -> !width.equals("6"))
                .toList();
    }

    @Test
    void gainsReachToTheOtherSideOfZero() {
        // From -10 to 30: zero stands at a quarter.
        Bars bars =
                Bars.of(CAPTION, Unit.T).bar("gain", Cell.number(-10, Unit.T)).bar("loss", Cell.number(30, Unit.T));
        String svg = Picture.of(bars).inline("p");

        assertThat(across(styled(svg, "lg-c6").get(0), "width")).isEqualTo(0.25);
        assertThat(across(styled(svg, "lg-c1").get(0), "x")).isEqualTo(0.25);
        assertThat(across(styled(svg, "lg-axis").get(0), "x1")).isEqualTo(0.25);
    }

    @Test
    void aStackLeavesWhatNobodyKnowsHatched() {
        String svg = Picture.of(Stacks.of(
                        CAPTION,
                        Stack.of("mine", new Piece("Chile", 0.6), new Piece("Peru", 0.3)),
                        Stack.of("smelter", new Piece("Peru", 1))))
                .inline("p");

        assertThat(styled(svg, "lg-piece"))
                .extracting(piece -> across(piece, "width"))
                .containsExactly(0.6, 0.3, 1.0);
        assertThat(styled(svg, "lg-piece"))
                .as("one name, one color")
                .extracting(piece -> piece.getAttribute("class"))
                .containsExactly("lg-piece lg-c2", "lg-piece lg-c1", "lg-piece lg-c1");
        assertThat(svg).contains("<title>unknown 10.0 %</title>");
    }

    @Test
    void manyBarsAndPiecesAreCutShort() {
        Bars bars = Bars.of(CAPTION, Unit.T)
                .bars(IntStream.range(0, 100)
                        .mapToObj(i -> new Bar("bar " + i, Cell.number(i, Unit.T)))
                        .toList());
        assertThat(Picture.of(bars).inline("p")).contains("and 76 more, listed below");

        Stack stack = new Stack(
                "mine",
                IntStream.range(0, 50)
                        .mapToObj(i -> new Piece("country " + i, 0.02))
                        .toList(),
                "");
        assertThat(Fold.fold(stack).pieces()).hasSize(Fold.PIECES).last().satisfies(rest -> {
            assertThat(rest.label()).isEqualTo("41 others");
            assertThat(rest.share()).isCloseTo(0.82, within(1e-12));
        });
    }

    @Test
    void everyIdStartsWithThePrefixAndEqualPicturesShareIt() {
        Set<String> ids = new TreeSet<>();
        for (Element element : all(parse(Picture.of(Samples.bars()).inline("mine")), "*")) {
            if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
            }
        }
        assertThat(ids).containsExactly("mine-desc", "mine-hatch", "mine-title");
        assertThat(HtmlPage.prefix(Samples.bars()))
                .isEqualTo(HtmlPage.prefix(Samples.bars()))
                .isNotEqualTo(HtmlPage.prefix(Samples.stacks()));
    }

    @Test
    void beforeAndAfterStandOnOneScale() {
        BeforeAfterPicture both = (BeforeAfterPicture) Picture.of(Samples.beforeAfter());

        assertThat(both.before().layout().scale())
                .isEqualTo(both.after().layout().scale());
        // China's 12 t to the United States shrink to 5, Japan's 3 grow to 4.
        assertThat(both.before().description()).contains("China to United States: 7 t/a (no longer comes this way)");
        assertThat(both.after().description()).contains("Japan to United States: 1 t/a (comes this way anew)");
        assertThat(Render.text(Report.of("What changes", Samples.beforeAfter())))
                .containsPattern("China +United States +12 +5")
                .containsPattern("Japan +United States +3 +4");
        assertThat(Render.html(Report.of("What changes", Samples.beforeAfter())))
                .contains("lg-pair", "lg-broad", ">no longer comes this way</text>", ">comes this way anew</text>")
                // Who sends less may send it elsewhere.
                .doesNotContain("lost</text>", "(lost)");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Render.svg(Samples.table()))
                .withMessage("Part 'Table': has no picture. Maybe Render.html.");
    }

    @Test
    void stepsHoldUntilTheNextOne() {
        // 2024 to the end of 2027: four years; the first amount holds for one of them.
        String svg = Picture.of(Steps.of(
                        CAPTION,
                        Unit.T,
                        LocalDate.of(2028, 1, 1),
                        Series.of(
                                "a",
                                Steps.Step.year(2024, Cell.number(4, Unit.T)),
                                Steps.Step.year(2025, Cell.of(new Range(1, 2, Unit.T))),
                                Steps.Step.year(2027, Cell.unknown("not published")))))
                .inline("p");

        List<Element> lines = styled(svg, "lg-step");
        assertThat(lines).hasSize(3);
        assertThat(across(lines.get(0), "x2")).isCloseTo(366 / 1461.0, within(1e-5));
        assertThat(across(styled(svg, "lg-band").get(0), "width")).isCloseTo(730 / 1461.0, within(1e-5));
        assertThat(svg).contains("a, 2027-01-01 unknown: not published");
    }

    private static List<Element> styled(String svg, String style) {
        return all(parse(svg), "*").stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(style))
                .filter(element -> !element.hasAttribute("rx")
                        && !element.getAttribute("width").equals("12"))
                .toList();
    }
}
