package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Country;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.tables.Governance.Indicator;

/** All numbers are invented. */
class GovernanceTableTest {

    private static DataFile file(String text) {
        return DataFile.of("wgi.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheDataBank() {
        Imported<Governance> read = file("""
                        Country Name,Country Code,Series Name,Series Code,2019 [YR2019],2020 [YR2020],2021 [YR2021]
                        Chile,CHL,Political Stability and Absence of Violence/Terrorism: Estimate,PV.EST,0.25,..,-0.125
                        Chile,CHL,Political Stability and Absence of Violence/Terrorism: Percentile Rank,PV.PER.RNK,55,60,61
                        Chile,CHL,Rule of Law: Estimate,GOV_WGI_RL.EST,1.0,,1.1
                        Andorra,ADO,Rule of Law: Estimate,RL.EST,,,
                        Mars,MRS,Rule of Law: Estimate,RL.EST,1,1,1
                        Chile,CHL,GDP (current US$),NY.GDP.MKTP.CD,1,1,1

                        Data from database: Worldwide Governance Indicators,,,,,,
                        Last Updated: 10/01/2025
                        """).read(GovernanceTable.worldBank());

        List<Governance> rows = read.rows();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0).estimate().range()).isEqualTo(Range.exactly(0.25, Unit.INDEX));
        assertThat(rows.get(1).estimate().isKnown()).isFalse();
        assertThat(rows.get(2).estimate().range().low()).isEqualTo(-0.125);
        assertThat(rows.get(2).year()).isEqualTo(2021);
        assertThat(rows.subList(3, 5)).extracting(Governance::indicator).containsOnly(Indicator.LAW);
        assertThat(read.leftOut())
                .containsExactly(
                        Map.entry("no estimate", 1L),
                        Map.entry("says no estimate", 1L),
                        Map.entry("says where the table is from", 2L));
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "wgi.csv, line 6, column country_code: no country has this name or code (seen: 'MRS'). Maybe an ISO 3166 code, such as COD.",
                        "wgi.csv, line 7, column series_code: not one of the six indicators of governance (seen: 'NY.GDP.MKTP.CD'). Maybe PV.EST, or political stability.");
    }

    @Test
    void readsTheFullDataSet() {
        List<Governance> rows = file("""
                        code;countryname;year;indicator;estimate;stddev
                        ZAR;Congo, Dem. Rep.;2022;cc;-1,5;0,1
                        KSV;Kosovo;2022;va;..;
                        WBG;West Bank and Gaza;2022;ge;;
                        """).read(GovernanceTable.worldBank()).strict();

        assertThat(rows)
                .extracting(Governance::country)
                .containsExactly(country("COD"), country("XKX"), country("PSE"));
        assertThat(rows)
                .extracting(Governance::indicator)
                .containsExactly(Indicator.CORRUPTION, Indicator.VOICE, Indicator.EFFECTIVENESS);
        assertThat(rows.get(0).estimate().range().high()).isEqualTo(-1.5);
        assertThat(rows.get(1).estimate().isKnown()).isFalse();
        assertThat(rows.get(2).estimate().isKnown()).isFalse();
    }

    @Test
    void aSheetOfOneIndicatorIsSaid() {
        String text =
                "Economy (name),Economy (code),Year,Governance estimate (approx. -2.5 to +2.5)\nChile,CHL,2024,0.5\n";

        assertThat(file(text)
                        .read(GovernanceTable.of(Indicator.LAW))
                        .strict()
                        .get(0)
                        .indicator())
                .isEqualTo(Indicator.LAW);
        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> file(text).read(GovernanceTable.worldBank()))
                .withMessageContaining("column indicator: it is missing");
    }

    @ParameterizedTest
    @CsvSource({"61, an estimate beyond -5 to 5", "<1, not a number", "bad, not a number", "1-2, not a number"})
    void whatIsNoEstimateIsRejected(String cell, String finding) {
        Imported<Governance> read = file("code,year,indicator,estimate\nCHL,2024,pv,%s\n".formatted(cell))
                .read(GovernanceTable.worldBank());

        assertThat(read.rejected().get(0).finding()).startsWith(finding + " (seen: '" + cell + "')");
    }

    @Test
    void countriesOfAChainGetAnIndicator() {
        List<Governance> rows = file("""
                        code,year,indicator,estimate
                        CHL,2023,pv,0.5
                        CHL,2022,pv,0.4
                        CHL,2023,rl,1.5
                        PER,2023,pv,-0.5
                        """).read(GovernanceTable.worldBank()).strict();
        SupplyChain chain = SupplyChain.builder(2024)
                .add(new Country(country("CHL"), "Chili", Optional.empty()), Country.of("BOL", "Bolivia"))
                .build();

        SupplyChain governed = chain.with(Governance.of(rows, Indicator.STABILITY, 2023));

        assertThat(governed.countries().get(country("CHL")).name()).isEqualTo("Chili");
        assertThat(governed.countries()
                        .get(country("CHL"))
                        .governance()
                        .orElseThrow()
                        .range()
                        .high())
                .isEqualTo(0.5);
        assertThat(governed.countries().get(country("PER")).name()).isEqualTo("Peru");
        assertThat(governed.countries().get(country("BOL")).governance()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Governance.of(rows, Indicator.STABILITY, 2021))
                .withMessage("Governance 'STABILITY': no row of 2021 (years seen: [2022, 2023]). Maybe another year.");
    }

    /** A slow and obvious reader of the data bank's layout. */
    @Test
    void agreesWithAnObviousTwin() {
        Random random = new Random(29);
        List<String> places = List.of("CHL", "PER", "MRS", "WLD");
        List<String> series = List.of("PV.EST", "GOV_WGI_RL.EST", "PV.PER.RNK", "GDP");
        List<String> cells = List.of("", "..", "0.5", "-1.25", "61", "x");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("Country Code,Series Code,2021 [YR2021],2022 [YR2022]\n");
            List<String> expected = new ArrayList<>();
            Set<String> seen = new LinkedHashSet<>();
            long rejected = 0;
            long left = 0;
            for (int row = random.nextInt(5); row >= 0; row--) {
                String place = places.get(random.nextInt(4));
                String what = series.get(random.nextInt(4));
                List<String> years = List.of(cells.get(random.nextInt(6)), cells.get(random.nextInt(6)));
                text.append("%s,%s,%s\n".formatted(place, what, String.join(",", years)));
                List<String> keys = new ArrayList<>();
                List<String> said = new ArrayList<>();
                for (int year = 0; year < 2; year++) {
                    if (!years.get(year).isEmpty()) {
                        keys.add(place + what + year);
                        said.add("%s %s %s %s"
                                .formatted(
                                        place,
                                        what.contains("RL") ? "LAW" : "STABILITY",
                                        2021 + year,
                                        years.get(year).equals("..") ? "unknown" : years.get(year)));
                    }
                }
                boolean isBad = years.contains("x") || years.contains("61");
                if (what.equals("GDP")) {
                    rejected++;
                } else if (what.equals("PV.PER.RNK")) {
                    left++;
                } else if (place.equals("MRS") || isBad) {
                    rejected++;
                } else if (place.equals("WLD") || said.isEmpty()) {
                    left++;
                } else if (keys.stream().anyMatch(seen::contains)) {
                    rejected++;
                } else {
                    seen.addAll(keys);
                    expected.addAll(said);
                }
            }
            Imported<Governance> read = file(text.toString()).read(GovernanceTable.worldBank());

            assertThat(read.rows().stream().map(GovernanceTableTest::words).toList())
                    .isEqualTo(expected);
            assertThat(read.rejections()).isEqualTo(rejected);
            assertThat(read.leftOut().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(left);
        }
    }

    private static String words(Governance row) {
        return "%s %s %s %s"
                .formatted(
                        row.country(),
                        row.indicator(),
                        row.year(),
                        row.estimate().isKnown() ? row.estimate().range().high() : "unknown");
    }
}
