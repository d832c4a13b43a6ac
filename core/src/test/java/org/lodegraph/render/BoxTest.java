package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Disruption;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Captioned;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** The main pictures of the reference data, in a browser: where it puts the words, and what it draws. */
class BoxTest {

    /** Writes a line for each picture, its words and its drawn shapes: what, left, top, right, bottom, text. */
    private static final String MEASURE = """
            <script>
            const lines = ['page\\t0\\t0\\t' + innerWidth + '\\t' + document.documentElement.scrollHeight + '\\t'
                + performance.getEntriesByType('resource').length
                + (matchMedia('(prefers-color-scheme:dark)').matches ? ' dark' : ' light')];
            const tell = (what, element, words) => {
              const box = element.getBoundingClientRect();
              lines.push([what, box.left, box.top + scrollY, box.right, box.bottom + scrollY, words].join('\\t'));
            };
            document.querySelectorAll('svg.lg-picture').forEach(svg => {
              tell('picture', svg, svg.querySelector('title').textContent);
              const room = svg.closest('.lg-scroll');
              if (room) tell('room', room, '');
              svg.querySelectorAll('text').forEach(text => tell('text', text, text.textContent));
              svg.querySelectorAll('rect,path').forEach(shape => {
                if (!shape.closest('defs')) tell('shape', shape, '');
              });
            });
            parent.document.getElementById('boxes').textContent = '\\n' + lines.join('\\n') + '\\n';
            </script>""";

    /** A browser's window may not be narrow; a frame may. */
    private static final String FRAME = """
            <!DOCTYPE html><html style="color-scheme:light dark"><meta charset="utf-8">
            <pre id="boxes"></pre><iframe style="width:%spx;height:4000px;border:0" srcdoc="%s"></iframe>""";

    /** What the box of a font has above and below its letters. */
    private static final double AIR = 2;

    private record Box(String what, double left, double top, double right, double bottom, String text) {
        static Box of(String line) {
            String[] parts = line.split("\t", -1);
            return new Box(
                    parts[0],
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]),
                    parts[5]);
        }

        boolean overlaps(Box other) {
            return left < other.right
                    && other.left < right
                    && top + AIR < other.bottom - AIR
                    && other.top + AIR < bottom - AIR;
        }

        boolean holds(Box other) {
            return other.left >= left - 1
                    && other.right <= right + 1
                    && other.top >= top - 2
                    && other.bottom <= bottom + 2;
        }

        boolean isDrawn() {
            return right - left > 0.5 && bottom - top > 0.5;
        }
    }

    private static Browser browser;
    private static Report report;

    @TempDir
    private Path folder;

    @BeforeAll
    static void ask() {
        browser = Browser.required();
        SupplyChain gallium = Reference.chain(2025, "gallium");
        SupplyChain magnets = Reference.chain(2024, "ndfeb-magnets");
        Target chips = Target.of(material("gallium-high-purity"), country("USA"));
        Target motors = Target.of(material("ndfeb-magnets"), country("JPN"));
        report = Report.joining(
                "The main pictures",
                gallium.ask(Delivery.to(chips)),
                magnets.ask(Delivery.to(motors)),
                gallium.ask(Compare.of(Delivery.to(chips))
                        .and("the ban", Reference.controls("CN-2023-GAGE", "CN-2024-US-GAGESB"))),
                gallium.ask(Concentration.of(material("gallium"), Stage.REFINING)),
                magnets.ask(Concentration.of(material("rare-earth-concentrate"), Stage.EXTRACTION)),
                magnets.ask(
                        Concentration.of(material("rare-earths")).ofCapacity().by(Concentration.Level.OWNER)),
                magnets.ask(CapacityGaps.of(motors)),
                gallium.ask(Chokepoints.of(chips)),
                magnets.ask(Chokepoints.of(motors)),
                gallium.ask(Disruption.of(chips)),
                magnets.ask(Disruption.of(motors)),
                magnets.ask(Exposure.of(motors)));
    }

    private List<Box> measure(String html, int width, boolean dark) throws IOException {
        String framed = (html + MEASURE).replace("&", "&amp;").replace("\"", "&quot;");
        Path page = Files.writeString(folder.resolve("page.html"), FRAME.formatted(width, framed));
        String dom = browser.dom(page, 1400, dark);
        String boxes = dom.substring(dom.indexOf("<pre id=\"boxes\">"), dom.indexOf("</pre>"));
        return boxes.lines().skip(1).map(Box::of).toList();
    }

    private static void check(List<Box> boxes) {
        Box picture = boxes.get(0);
        Box room = picture;
        List<Box> words = new ArrayList<>();
        int shapes = 0;
        for (Box box : boxes) {
            switch (box.what()) {
                case "picture" -> {
                    assertThat(shapes > 0 || picture.what().equals("page"))
                            .as("%s is not blank", picture)
                            .isTrue();
                    picture = box;
                    words.clear();
                    shapes = 0;
                }
                case "text" -> {
                    assertThat(picture.holds(box)).as("%s in %s", box, picture).isTrue();
                    assertThat(words).as("over %s in %s", box, picture).noneMatch(box::overlaps);
                    words.add(box);
                }
                case "shape" -> shapes += box.isDrawn() ? 1 : 0;
                default -> room = box;
            }
        }
        assertThat(room).isNotNull();
        assertThat(shapes).as("%s is not blank", picture).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"360, false", "600, false", "1200, true"})
    void labelsStandInTheirPicturesAndApart(int width, boolean dark) throws IOException {
        List<Box> boxes = measure(Render.html(report), width, dark);

        assertThat(boxes.get(0).right()).as("the width of the window").isEqualTo(width);
        assertThat(boxes.get(0).text()).as("requests, and how it looks").isEqualTo(dark ? "0 dark" : "0 light");
        assertThat(boxes).filteredOn(box -> box.what().equals("picture")).hasSizeGreaterThan(7);
        check(boxes);
    }

    @ParameterizedTest
    @CsvSource({"600", "1200"})
    void noPictureNeedsScrolling(int width) throws IOException {
        List<Box> boxes = measure(Render.html(report), width, false);
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).what().equals("room")) {
                assertThat(boxes.get(i).holds(boxes.get(i - 1)))
                        .as("%s in %s", boxes.get(i - 1), boxes.get(i))
                        .isTrue();
            }
        }
    }

    @Test
    void picturesOfTheirOwnAreTitledAndApartToo() throws IOException {
        String pictures = parts(report.parts())
                .filter(part -> part instanceof Captioned && !(part instanceof Table) && !(part instanceof Tree))
                .map(Render::svg)
                .map(svg -> "<div>%s</div>".formatted(svg))
                .collect(Collectors.joining("\n"));

        check(measure("<!DOCTYPE html><meta charset=utf-8>" + pictures, 800, false));
    }

    private static Stream<Part> parts(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof Section section ? parts(section.parts()) : Stream.of(part));
    }
}
