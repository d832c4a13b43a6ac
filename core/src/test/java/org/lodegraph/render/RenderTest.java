package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Table.Column;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RenderTest {

    private static final String HOSTILE =
            "<script>alert(1)</script>|*_`[x](http://evil.example)\"'&\u202eRTL\u0000\u001b[31m\n# "
                    + "x".repeat(10_000);

    private static Report small() {
        return Report.of(
                        "Tin",
                        Table.of(
                                        Caption.of("Smelters")
                                                .stage("smelting")
                                                .year(2025)
                                                .source("Guide 2026"),
                                        Column.text("country"),
                                        Column.number("output", Unit.T_PER_A),
                                        Column.share("share"))
                                .row(
                                        Cell.text("China"),
                                        Cell.of(new Range(190_000, 200_000, Unit.T_PER_A)),
                                        Cell.share(0.5))
                                .row(Cell.text("Peru"), Cell.unknown("withheld"), Cell.empty())
                                .total(Cell.text("World"), Cell.number(380_000, Unit.T_PER_A), Cell.share(1)),
                        Note.finding("Half of it comes from one country."))
                .citing(List.of(Source.of("guide", "Guide").url("https://example.org/a_b")))
                .assuming(List.of(Premise.of("2024 stands for 2025.")));
    }

    private static Report hostile() {
        return Report.of(
                        HOSTILE,
                        Table.of(Caption.of(HOSTILE).source(HOSTILE), Column.text(HOSTILE), Column.amount(HOSTILE))
                                .row(Cell.text(HOSTILE), Cell.unknown(HOSTILE)),
                        Note.warning(HOSTILE))
                .subtitle(HOSTILE)
                .citing(List.of(Source.of(HOSTILE, HOSTILE).url("javascript:alert(1)")))
                .assuming(List.of(Premise.of(HOSTILE)));
    }

    @Test
    void textIsAligned() {
        assertThat(Render.text(small())).isEqualTo("""
                        Tin
                        ═══

                        Smelters
                        smelting · 2025 · Guide 2026
                        country              output    share
                                                t/a
                        ───────  ──────────────────  ───────
                        China    190,000 to 200,000   50.0 %
                        Peru            unknown [a]
                        ───────  ──────────────────  ───────
                        World               380,000  100.0 %
                        [a] withheld

                        Finding: Half of it comes from one country.

                        Assumptions
                        ───────────
                        1. 2024 stands for 2025.

                        Sources
                        ───────
                        [guide] Guide. https://example.org/a_b
                        """);
    }

    @Test
    void textDrawsBarsStacksAndTrees() {
        // 72 columns less 24, 18 and two gaps leave 26 for 19.7 x 1.15 = 22.7 t/a: 16 t/a take 18.4 of them.
        assertThat(Render.text(Report.of("Sample", Samples.bars(), Samples.stacks(), Samples.tree()), 72))
                .isEqualTo("""
                        Sample
                        ══════

                        What could reach the need within a year
                        in t/a Ga content · refining · 2025 · Made-Up Mineral Guide 2026
                        China                     ██████████████████     │    16 t/a
                        Japan, from scrap and f…  ███░░░░░░              │    3 to 8 t/a
                        South Korea               ░░░░░░                 │    0 to 5 t/a
                        Slovakia                  ???????????????????????│??  unknown [a]
                        Stocks                    █████░░░░░░░░░░░░░░░░░░│░░  4 to unlimited t/a
                        │ need: 19.7 t/a
                        [a] withheld

                        Who makes it at each stage
                        2025 · Made-Up Mineral Guide 2026
                        Bauxite: Guinea 32.0 % · Australia 25.0 % · China 21.0 % · Brazil 7.0 %
                                 · India 6.0 % · others 9.0 % (HHI 0.22)
                        Alumina: China 59.0 % · Australia 13.0 % · Brazil 8.0 % · India 6.0 % ·
                                 unknown 14.0 % (HHI 0.38 to 0.40)
                        Crude gallium: China 99.0 % · Japan 0.4 % · South Korea 0.4 % · Russia
                                       0.2 % (HHI 0.98)

                        Where the number comes from
                        refining · 2025 · Made-Up Mineral Guide 2026
                        delivery  3 to 9 t/a Ga content
                        ├─ Japan's refineries  3 t/a Ga content  (observed output)
                        └─ South Korea's refinery  0 to 6 t/a Ga content  (restart within a
                             year)
                           ├─ nameplate  16 t/a Ga content
                           └─ utilization  unknown: never published
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 53, 72, 100, 160})
    void textKeepsToItsWidth(int width) {
        for (Report report : List.of(Samples.report(), hostile(), small())) {
            assertThat(Render.text(report, width).lines())
                    .allSatisfy(line -> assertThat(Words.columns(line)).as(line).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void aTableThatIsTooWideIsWrittenRowByRow() {
        assertThat(Render.text(Report.of("Sample", Samples.table()), 40)).contains("""
                        country: Slovakia
                        output: unknown [a]
                        capacity: 8 t/a Ga content
                        plants: 1
                        remark: recycles new scrap
                        """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Render.text(small(), 20))
                .withMessage("Text: 20 columns are too few. Maybe 40, or html.");
    }

    @Test
    void markdownIsATable() {
        assertThat(Render.markdown(small())).isEqualTo("""
                        # Tin

                        **Smelters**\s\s
                        smelting · 2025 · Guide 2026

                        | country | output (t/a) | share |
                        | :--- | ---: | ---: |
                        | China | 190,000 to 200,000 | 50.0 % |
                        | Peru | unknown (a) |  |
                        | **World** | **380,000** | **100.0 %** |

                        (a) withheld

                        > **Finding:** Half of it comes from one country.

                        ## Assumptions

                        1. 2024 stands for 2025.

                        ## Sources

                        - **guide** Guide. https\\://example.org/a\\_b
                        """);
    }

    @Test
    void markdownKeepsHostileNamesInTheirCells() {
        String markdown = Render.markdown(hostile());
        assertThat(markdown).doesNotContain("<script", "http://", "[x]", "\u202e", "\u001b", "\u0000");
        assertThat(markdown.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(line -> assertThat(line.replace("\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(3));
        assertThat(markdown.lines().filter(line -> line.startsWith("# "))).hasSize(1);
    }

    @Test
    void htmlIsOneFileForLightDarkAndPrint() {
        String html = Render.html(Samples.report());
        Document page = Pages.parse(html);

        assertThat(html)
                .contains("prefers-color-scheme:dark", "@media print", "width=device-width")
                .doesNotContain("<script", "src=", "url(http", "@import", "<link", "onclick");
        assertThat(html.replace("https://example.org/guide?a=1&amp;b=2", ""))
                .as("the only address is the text of a source")
                .doesNotContain("http");
        assertThat(Pages.all(page, "a"))
                .extracting(link -> link.getAttribute("href"))
                .containsExactly("#section-1", "#section-2", "#section-3");
        assertThat(Pages.all(page, "svg")).hasSize(5 + 2);
        assertThat(Pages.all(page, "summary"))
                .extracting(Element::getTextContent)
                .contains("effective capacity of line, not published, read as the nameplate: 8")
                .contains("The numbers");
    }

    @Test
    void idsAreUniqueEvenIfAPictureComesTwice() {
        Document page = Pages.parse(Render.html(Report.of("Twice", Samples.bars(), Samples.bars(), Samples.ribbons())));
        List<String> ids = Pages.all(page, "*").stream()
                .filter(element -> element.hasAttribute("id"))
                .map(element -> element.getAttribute("id"))
                .toList();
        assertThat(ids).hasSize(9).doesNotHaveDuplicates();
        assertThat(Pages.all(page, "svg").stream()
                        .map(svg -> svg.getAttribute("aria-labelledby"))
                        .filter(name -> !name.isEmpty())
                        .flatMap(names -> List.of(names.split(" ")).stream()))
                .allMatch(ids::contains);
    }

    @Test
    void hostileNamesStayText() {
        String html = Render.html(hostile());
        Document page = Pages.parse(html);
        assertThat(Pages.all(page, "script")).isEmpty();
        assertThat(html).contains("&lt;script&gt;").doesNotContain("\u202e", "\u0000", "\u001b");
        assertThat(Pages.all(page, "td"))
                .allSatisfy(cell -> assertThat(cell.getTextContent().length()).isLessThanOrEqualTo(Words.REMARK + 1));
        assertThat(new TreeSet<>(Pages.all(page, "*").stream()
                        .flatMap(element -> java.util.stream.IntStream.range(
                                        0, element.getAttributes().getLength())
                                .mapToObj(i -> element.getAttributes().item(i).getNodeName()))
                        .toList()))
                .as("no attribute that a name could have smuggled in")
                .containsExactly(
                        "aria-label", "charset", "class", "content", "lang", "name", "role", "scope", "tabindex");
    }

    @Test
    void emptyReportsAndTablesSayThatTheyAre() {
        Report empty = Report.of("Nothing", Table.of(Caption.of("No table"), Column.text("country")));
        assertThat(Render.text(empty)).endsWith("country\n───────\n(no rows)\n");
        assertThat(Pages.all(Pages.parse(Render.html(empty)), "td"))
                .extracting(Element::getTextContent)
                .containsExactly("no rows");
        assertThat(Render.text(Report.of("Nothing"))).isEqualTo("Nothing\n═══════\n");
        assertThat(Render.markdown(Report.of("Nothing"))).isEqualTo("# Nothing\n");
        Pages.parse(Render.html(Report.of("Nothing")));
    }

    @Test
    void aNotebookGetsTextAndHtml() {
        var bundle = Render.mimeBundle(Samples::report);
        assertThat(bundle).containsOnlyKeys("text/plain", "text/html");
        assertThat(bundle).containsEntry("text/plain", Render.text(Samples.report()));
        assertThat(Pages.parse(bundle.get("text/html")).getDocumentElement().getAttribute("class"))
                .isEqualTo("lodegraph");
        assertThat(bundle.get("text/html")).contains("<svg").doesNotContain("<script", "<html", "section-1");
    }

    @Test
    void theBytesAreTheSameUnderEveryLocale() {
        Locale before = Locale.getDefault();
        String text = Render.text(Samples.report());
        String html = Render.html(Samples.report());
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Render.text(Samples.report())).isEqualTo(text);
                assertThat(Render.html(Samples.report())).isEqualTo(html);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
