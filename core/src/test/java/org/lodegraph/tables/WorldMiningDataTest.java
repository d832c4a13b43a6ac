package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/** All numbers are invented. */
class WorldMiningDataTest {

    private static Imported<Statistic> read(String text, WorldMiningData sheet) {
        return DataFile.of("sheet.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .read(sheet);
    }

    @Test
    void readsASheetWithItsTitle() {
        Imported<Statistic> read = read("""
                        Lithium (Li2O);;;;
                        ;;;;
                        Country;unit;2021;2022;data source
                        Chile;metr. t;70,5;80;r
                        "Congo, D.R.";metr. t;;5;e
                        Zimbabwe;metr. t;3;2;p
                        Portugal;metr. t;;;r
                        Total;metr. t;;87;
                        """, WorldMiningData.sheet("mine"));

        assertThat(read.leftOut()).containsExactly(Map.entry("says no amount", 1L));
        List<Statistic> rows = read.strict();
        assertThat(rows).hasSize(6);
        assertThat(rows).extracting(Statistic::material).containsOnly(material("lithium"));
        assertThat(rows).extracting(Statistic::stage).containsOnly("mine");
        assertThat(rows.get(0).figure().range()).isEqualTo(Range.exactly(70.5, Unit.T_PER_A.of(Basis.oxide("Li2O"))));
        assertThat(rows.get(1).year()).isEqualTo(2022);
        assertThat(rows.get(2).country()).isEqualTo(country("COD"));
        assertThat(rows.get(2).figure().status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(((Figure.Known) rows.get(3).figure()).note()).isEqualTo("provisional");
        assertThat(rows.get(5).country()).isEqualTo(Statistic.WORLD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Copper | copper | Cu content
                    Gold | gold | Au content
                    Bauxite | bauxite | gross
                    Iron (Fe) | iron | Fe content
                    Titanium (Ti O2) | titanium | TiO2 oxide
                    Rare Earths (REO) | rare-earths | REO oxide
                    """)
    void titlesSayTheMineralAndItsBasis(String title, String id, String basis) {
        Statistic read = read(
                        title + "\nCountry,unit,2022,data source\nChile,kg,5000,r\n", WorldMiningData.sheet("mine"))
                .strict()
                .get(0);

        assertThat(read.material()).isEqualTo(material(id));
        // 5,000 kg
        assertThat(read.figure().range()).isEqualTo(Range.exactly(5, Unit.T_PER_A.of(Basis.parse(basis))));
    }

    @Test
    void withoutATitleTheCallerSaysIt() {
        String text = "Country,unit,2022,data source\nChile,Mio m3,5000,r\n";

        assertThatExceptionOfType(InvalidFilesException.class)
                .isThrownBy(() -> read(text, WorldMiningData.sheet("mine")))
                .withMessageContaining("sheet.csv, line 1: no title says which mineral it is. Maybe say it, ");
        assertThat(read(text, WorldMiningData.sheet("natural-gas", "mine", Basis.GROSS))
                        .rejected()
                        .get(0)
                        .finding())
                .isEqualTo("no unit of mass by name (seen: 'Mio m3')");
    }

    /** A slow and obvious reader of the same sheets. */
    @Test
    void agreesWithAnObviousTwin() {
        Random random = new Random(17);
        List<String> countries = List.of("Chile", "Peru", "Total", "Atlantis");
        List<String> amounts = List.of("", "0", "7", "1.5", "W", "bad");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "Copper\n" : "Copper\n\nnote 6.4\n");
            text.append("Country,unit,2021,2022,data source\n");
            List<String> expected = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            long rejected = 0;
            long left = 0;
            for (int row = random.nextInt(5); row >= 0; row--) {
                String place = countries.get(random.nextInt(4));
                String unit = random.nextInt(4) == 0 ? "kg" : "metr. t";
                String first = amounts.get(random.nextInt(6));
                String second = amounts.get(random.nextInt(6));
                text.append("%s,%s,%s,%s,r\n".formatted(place, unit, first, second));
                List<String> said = new ArrayList<>();
                if (!first.isEmpty()) {
                    said.add(place + " 2021");
                }
                if (!second.isEmpty()) {
                    said.add(place + " 2022");
                }
                if (said.isEmpty()) {
                    left++;
                } else if (place.equals("Atlantis")
                        || first.equals("bad")
                        || second.equals("bad")
                        || said.stream().anyMatch(seen::contains)) {
                    rejected++;
                } else {
                    seen.addAll(said);
                    if (!first.isEmpty()) {
                        expected.add(place + " 2021 " + tons(first, unit));
                    }
                    if (!second.isEmpty()) {
                        expected.add(place + " 2022 " + tons(second, unit));
                    }
                }
            }
            Imported<Statistic> read = read(text.toString(), WorldMiningData.sheet("mine"));

            assertThat(read.rows().stream().map(WorldMiningDataTest::words).toList())
                    .isEqualTo(expected);
            assertThat(read.rejections()).isEqualTo(rejected);
            assertThat(read.leftOut().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(left);
        }
    }

    private static String tons(String amount, String unit) {
        if (amount.equals("W")) {
            return "unknown";
        }
        double number = Double.parseDouble(amount);
        return String.valueOf(unit.equals("kg") ? number / 1000 : number);
    }

    private static String words(Statistic row) {
        String place = row.country().equals(Statistic.WORLD)
                ? "Total"
                : Countries.standard().name(row.country());
        return "%s %s %s"
                .formatted(
                        place,
                        row.year(),
                        row.figure().isKnown() ? row.figure().range().high() : "unknown");
    }
}
