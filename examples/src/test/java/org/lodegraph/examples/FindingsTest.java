package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Captioned;
import org.lodegraph.report.Part;
import org.lodegraph.report.Premises;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;

/** What the main job answers, to the letter. Whoever changes a figure sees here what follows from it. */
class FindingsTest {

    static final Findings FINDINGS = GalliumGermanium.findings();

    private static final String BRIEF = Render.text(FINDINGS.brief());

    @Test
    void whoMakesItAtEachStage() {
        assertThat(BRIEF).contains("""
                        Who makes it
                        shares of output unless it says capacity · 2025 · computed from British Geological Survey 2025,
                        Reuters via MarketScreener 2023, U.S. Geological Survey 2026, assumptions
                        stage                               largest             share      three largest   HHI, 0 to 1
                        ──────────────────────────────────  ───────  ────────────────  ─────────────────  ────────────
                        bauxite outside United States       Guinea             34.0 %             75.7 %          0.21
                        alumina                             China              61.9 %             80.5 %          0.41
                        gallium                             China              99.0 %            100.0 %          0.98
                        high-purity gallium, capacity       China    23.3 % to 72.5 %   61.8 % to 94.7 %  0.19 to 0.56
                        germanium, output of 2022 and 2023  China    47.1 % to 94.8 %  80.5 % to 100.0 %    0.3 to 0.9
                        """);
    }

    @Test
    void galliumOnTheDaysAroundEachControl() {
        assertThat(BRIEF).contains("""
                        How much gallium the United States are short of
                        Ga content · annual rates · computed, sources in the report
                        day         rules                    wanted   at best  no added output  all share    as traded
                                                                t/a       t/a              t/a        t/a          t/a
                        ──────────  ───────────────────────  ──────  ────────  ───────────────  ─────────  ───────────
                        2023-07-31  no control                 17.8         0                0          0   1.8 to 8.5
                        2023-08-01  licences                   17.8         0           0 to 7   0 to 7.5  1.8 to 15.3
                        2024-12-02  licences                   18.7  0 to 0.7        0 to 10.6  0 to 13.6  1.8 to 16.3
                        2024-12-03  ban, ends at processing    18.7  0 to 0.7        0 to 10.6  0 to 13.6  3.7 to 16.3
                        2024-12-03  ban, reaches through       18.7  0 to 0.7      2.2 to 10.6  0 to 13.6  8.6 to 16.3
                        2025-11-08  ban, ends at processing      19    0 to 1        0 to 10.9  0 to 15.6    0 to 13.5
                        2025-11-08  ban, reaches through         19    0 to 1      1.9 to 10.9  0 to 15.6  5.2 to 13.5
                        2025-11-09  licences, ban suspended      19    0 to 1        0 to 10.9  0 to 15.6    0 to 13.5
                        """);
    }

    @Test
    void germaniumOnTheDaysAroundEachControl() {
        assertThat(BRIEF).contains("""
                        How much germanium the United States are short of
                        Ge content · annual rates, output of 2022 and 2023 where none is published · computed, sources in
                        the report
                        day         rules                          wanted    at best  no added output  all share  as traded
                                                                      t/a        t/a              t/a        t/a        t/a
                        ──────────  ───────────────────────  ────────────  ─────────  ───────────────  ─────────  ─────────
                        2023-07-31  no control               29.9 to 59.8          0                0          0  0 to 15.6
                        2023-08-01  licences                 29.9 to 59.8  0 to 10.8        0 to 14.8  0 to 24.8  0 to 23.9
                        2024-12-02  licences                 22.9 to 45.8          0         0 to 0.8  0 to 11.7  0 to 12.8
                        2024-12-03  ban, ends at processing  22.9 to 45.8          0         0 to 0.8  0 to 11.7  0 to 12.8
                        2024-12-03  ban, reaches through     22.9 to 45.8          0         0 to 0.8  0 to 11.7  0 to 12.8
                        2025-11-08  ban, ends at processing      17 to 34          0                0   0 to 3.4   0 to 6.7
                        2025-11-08  ban, reaches through         17 to 34          0                0   0 to 3.4   0 to 6.7
                        2025-11-09  licences, ban suspended      17 to 34          0                0   0 to 3.4   0 to 6.7
                        """);
    }

    @Test
    void conclusions() {
        assertThat(String.join("\n", FINDINGS.conclusions()) + "\n").isEqualTo("""
                        Largest maker in 2025: bauxite outside United States 34.0 % (Guinea), alumina 61.9 % (China), gallium 99.0 % (China), germanium 47.1 % to 94.8 % (China; output of 2022 and 2023 stands in).
                        Gallium: if the world reroutes and no line adds output, the ban of 2024-12-03 takes nothing away from the United States that licences left where processing elsewhere ends its hold (short of 0 to 10.6 t of 18.7 t the day before and after), and leaves them short of 2.2 to 10.6 t where it reaches through processing. If nobody reroutes, they are short of 1.8 to 16.3 t the day before, and then of 3.7 to 16.3 t or 8.6 to 16.3 t. Outbidding everybody that day, with every line elsewhere at capacity, they are short of at most 0.7 t; if all share, they are short of at most 13.6 t.
                        In 2025 the United States imported 25 t of gallium, while everybody else but China made 9 t: at least 16 t came from China, from stocks or from scrap abroad. Each of these explains it alone, counting what refining loses: 16.2 t leaked through a ban that reaches through processing (17.2 % of the exports of 2022); licences to others for 16.5 t of crude metal, if processing ends its hold (17.6 % of the exports of 2022); 16.2 t made from scrap abroad; 16.2 t drawn from stocks abroad. In the last 53 days of the year the ban was suspended, and what came then needs no leak.
                        China exported 94 t of gallium in 2022, before the controls. On record since then: exports 45 t in 2023; exports, January to November, 54 t in 2024. As annual rates, with nothing to an average in the months that were not read, this is 47.9 % of 2022 in 2023, 57.4 % to 62.7 % of 2022 in 2024.
                        Alumina refineries outside China could give 687.6 to 5,134 t of gallium a year, at their output of 2025; circuits take 10 t of it, planned ones 205 t, the first in 2026. With a circuit at each in a country that is named, and nothing from China, the United States lack nothing if served first, and are short of at most 1.1 t if all share.
                        Gallium scrap, with the figures of 2024: if nothing leaves China and no line adds output, the United States are short of 9.9 to 10.6 t without recycling at home, and of 2.2 to 10.6 t with it. Substitutes: 2 of 7 uses listed have a full one; no source says how much of it replaces a ton, so none is counted.
                        Germanium: if the world reroutes and no line adds output, the ban of 2024-12-03 takes nothing away from the United States that licences left, in either reading (short of 0 to 0.8 t of 22.9 to 45.8 t the day before and after). If nobody reroutes, they are short of 0 to 12.8 t the day before, and then of 0 to 12.8 t in either reading. Outbidding everybody that day, with every line elsewhere at capacity, they lack nothing; if all share, they are short of at most 11.7 t.
                        How much germanium the United States use is not published: it is read from net imports, so a shortage that has cut imports does not show.
                        US imports of germanium in 2025 (24 t) may need no leak: everybody else but China made 5 to 140 t; if it was the least, 19 t stay unexplained, and as much from China, from stocks or from scrap abroad would each explain it alone. Most of it is not published and assumed as a range.
                        China exported 43.7 t of germanium in 2022, before the controls. On record since then: metal exports, January to September, 36.66 t in 2023, 18.79 t in 2024, 7.52 t in 2025; exports, January to November, 22 t in 2024. As annual rates, with nothing to an average in the months that were not read, this is 83.9 % to 111.8 % of 2022 in 2023, 50.3 % to 54.9 % of 2022 in 2024, 17.2 % to 23.0 % of 2022 in 2025.
                        No country table of refined zinc exists, so germanium's host limit is unknown by country; all zinc refining in the world could give at most 6,417 t a year. Worldwide, 2.0 % to 5.0 % of the germanium in zinc ore that is processed is recovered: circuits at every zinc refinery could give at most 37.5 times as much, at the best recovery assumed and the least recovered now. Circuits outside China that live on zinc residue or ash take 12 to 60 t a year.
                        Germanium scrap, with the figures of 2024: if nothing leaves China and no line adds output, the United States are short of 0 to 6.8 t without recycling at home, and of 0 to 0.8 t with it. Substitutes: 1 of 4 uses listed have a full one; no source says how much of it replaces a ton, so none is counted.
                        """);
    }

    @Test
    void theLeakIsWhatImportsLackAtTheBestRecovery() {
        WhatHappened.Passing leak = gallium().leak();

        // 25 t imported, 9 t made elsewhere and refined at 98 %: 25 - 8.82 = 16.18 t of the 94 t of 2022
        assertThat(leak.tons()).isEqualTo(16.18, within(1e-6));
        assertThat(leak.share()).isEqualTo(16.18 / 94, within(1e-8));
        assertThat(leak.shortAt().low()).isZero();
        // a thousandth of 16.18 t
        assertThat(leak.shortBelow().low()).isEqualTo(0.01618, within(1e-6));
    }

    @Test
    void licencesToOthersPassThroughRefiningElsewhere() {
        // the same 16.18 t, as crude metal that is refined at 98 %
        assertThat(gallium().licensed().tons()).isEqualTo(16.18 / 0.98, within(1e-6));
        assertThat(gallium().licensed().shortAt().low()).isZero();
    }

    @Test
    void scrapOrStocksAbroadExplainItAlone() {
        // metal fit for use, so nothing is lost on the way
        assertThat(List.of(gallium().recycled(), gallium().drawn())).allSatisfy(passing -> {
            assertThat(passing.tons()).isEqualTo(16.18, within(1e-6));
            assertThat(passing.shortAt().low()).isZero();
            assertThat(passing.shortBelow().low()).isEqualTo(0.01618, within(1e-6));
        });
    }

    @Test
    void atTheLeastThatOthersMadeGermaniumImportsStayUnexplained() {
        // 24 t imported; others made 5 t at the least (Russia; the 6 t of the United States are no import of theirs)
        assertThat(FINDINGS.records().get(1).banned().unexplained()).isEqualTo(24 - 5, within(1e-9));
        assertThat(FINDINGS.records().get(1).banned().beyond()).isZero();
    }

    @Test
    void sharesOfExportsFollowFromTheTonsThatArePrinted() {
        // 7.52 t in nine months, 7.52 x 12 / 9 = 10.03 t in a year; 10.03 / 43.7 = 22.95 %, printed as 23.0 %
        assertThat(FINDINGS.records().get(1).banned().exports().orElseThrow().high())
                .isEqualTo(10.03);
    }

    @Test
    void noRangeIsDrawnAsOneNumberWithoutSayingSo() {
        assertThat(Render.text(FINDINGS.makers()))
                .contains(
                        "what each makes at least (high-purity gallium: can make); hatched: not known whose",
                        "germanium, at least")
                .doesNotContain("bauxite, at least");
    }

    @Test
    void nothingIsCalledLost() {
        assertThat(Render.html(FINDINGS)).doesNotContain("(no longer comes this way)");
    }

    private static WhatHappened gallium() {
        return FINDINGS.records().get(0);
    }

    @Test
    void hostsOutsideChinaCouldGiveManyTimesWhatIsWanted() {
        Hosts hosts = FINDINGS.hosts();

        // 56,000,000 t of alumina in named countries and 1,300,000 t in others, x 24 ppm x 1/2 and x 128 ppm x 0.7
        assertThat(hosts.outside().low()).isEqualTo(57.3e6 * 24e-6 * 0.5, within(1e-6));
        assertThat(hosts.outside().high()).isEqualTo(57.3e6 * 128e-6 * 0.7, within(1e-6));
        assertThat(hosts.enoughAlone()).contains("Australia", "Brazil").doesNotContain("Guinea");
    }

    @Test
    void theReportIsOneFileThatListsWhatItTakesForGranted() {
        Report report = FINDINGS.show();
        String page = Render.html(FINDINGS);

        assertThat(report.sources()).extracting(source -> source.id()).contains("usgs-mcs2026", "mofcom-2024-46");
        assertThat(report.assumptionsByKind())
                .hasSizeGreaterThan(10)
                .allSatisfy(kind -> assertThat(page).contains(escaped(kind.heading())))
                .flatExtracting(Premises::entries)
                .allSatisfy(entry -> assertThat(page).contains(escaped(entry)));
        assertThat(report.assumptionsByKind().stream()
                        .mapToInt(kind -> kind.all().size())
                        .sum())
                .isEqualTo(report.assumptions().size());
        assertThat(page).contains("<svg").doesNotContain("<script").doesNotContain("<link");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("'", "&#39;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Test
    void everyTableAndPictureSaysItsSource() {
        assertThat(captions(FINDINGS.show().parts()))
                .hasSizeGreaterThan(20)
                .allSatisfy(caption ->
                        assertThat(caption.source()).as(caption.title()).isNotBlank());
    }

    private static Stream<Caption> captions(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof Section section
                        ? captions(section.parts())
                        : part instanceof Captioned captioned ? Stream.of(captioned.caption()) : Stream.empty());
    }

    @Test
    void theSameEachTime() {
        assertThat(Render.html(GalliumGermanium.findings())).isEqualTo(Render.html(FINDINGS));
    }
}
