package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.io.FileProblem;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;

/** Rows whose cells contradict each other are rejected with both; what a row says besides is not lost. */
class DoubtfulRowsTest {

    private static final String HEADER = "material,stage,country_iso3,year,statistic,value_t,basis,source\n";

    private static DataFile table(String text) {
        return DataFile.of("table.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The code does not win silently over the name, nor the name over the code; a word that nobody knows says nothing. */
    @Test
    void codeAndNameMustNotContradictEachOther() {
        String header = HEADER.replace("country_iso3", "country,country_iso3");
        Imported<Statistic> read = table(header + """
                        cobalt,mine,Congo (Kinshasa),COG,2024,production,1,Co content,mine
                        cobalt,mine,China,CHE,2024,production,1,Co content,mine
                        cobalt,mine,World total,AUS,2024,production,1,Co content,mine
                        cobalt,mine,USSR,RUS,2024,production,1,Co content,mine
                        cobalt,mine,Congo (Kinshasa),COD,2024,production,1,Co content,mine
                        cobalt,mine,Katanga and others,ZMB,2024,production,1,Co content,mine
                        cobalt,mine,Cuba,n.a.,2024,production,1,Co content,mine
                        cobalt,mine,n.a.,n.a.,2024,production,1,Co content,mine
                        """).read(StatisticsTable.tidy());

        assertThat(read.rows())
                .extracting(Statistic::country)
                .containsExactly(country("COD"), country("ZMB"), country("CUB"));
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .contains(
                        "table.csv, line 2, column country: 'Congo (Kinshasa)' is another than 'COG' in column country_iso3. Maybe correct one of them.")
                .satisfiesExactly(
                        first -> assertThat(first).contains("'COG'"),
                        second -> assertThat(second).contains("'China' is another than 'CHE'"),
                        third -> assertThat(third).contains("'World total' is another than 'AUS'"),
                        fourth -> assertThat(fourth).contains("'USSR' is another than 'RUS'"),
                        fifth -> assertThat(fifth).contains("no country has this name or code (seen: 'n.a.')"));
    }

    private static Imported<Statistic> status(String cell, String status) {
        return table(HEADER.replace("source", "source,status,note")
                        + "cobalt,mine,AUS,2024,production,%s,Co content,mine,%s,own count\n".formatted(cell, status))
                .read(StatisticsTable.tidy());
    }

    /** What is read is the number, or a hole whose note keeps the number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10-15 | range | 10 to 15
                    0 | zero | 0 to 0
                    -- | zero | 0 to 0
                    500 | withheld | withheld, beside 500: own count
                    2500 | see-note | see-note, beside 2500: own count
                    W | withheld | withheld: own count
                    '' | withheld | withheld: own count
                    '' | range | range: own count
                    NA | not-available | not-available: own count
                    """)
    void aNumberBesideAStatusIsKept(String cell, String status, String expected) {
        Figure figure = status(cell, status).strict().get(0).figure();

        assertThat(
                        figure instanceof Figure.Unknown unknown
                                ? unknown.note()
                                : "%.0f to %.0f"
                                        .formatted(
                                                figure.range().low(),
                                                figure.range().high()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    500 | zero
                    <5 | zero
                    W | zero
                    500 | not-available
                    -- | not-available
                    500 | range
                    """)
    void aStatusThatContradictsItsNumberIsRejected(String cell, String status) {
        assertThat(status(cell, status).rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "table.csv, line 2, column value_t: '%s' contradicts its status '%s'. Maybe correct one of them."
                                .formatted(cell, status));
    }

    @Test
    void stagesAreSomeAndWrittenOneWay() {
        Imported<Statistic> read = table(HEADER + """
                        cobalt,Mine,COD,2024,production,1,Co content,own
                        cobalt,mine,COD,2024,production,1,Co content,own
                        cobalt,mining,AUS,2024,production,1,Co content,own
                        cobalt, Primary  refinery,AUS,2024,production,1,Co content,own
                        cobalt,Reserve,AUS,2024,reserves,1,Co content,own
                        """).read(StatisticsTable.tidy());

        assertThat(read.rows()).extracting(Statistic::stage).containsExactly("mine", "primary-refinery", "reserve");
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "table.csv, line 3: the same stands in a row before (cobalt, mine, COD, 2024, production, t/a Co content, own). Maybe delete one, or say in its columns how they differ.",
                        "table.csv, line 4, column stage: not a stage (seen: 'mining'). Maybe one of mine, smelter, primary-refinery, refinery, chemical or reserve.");
        assertThatIllegalArgumentException().isThrownBy(() -> WorldMiningData.sheet("mining"));
        assertThat(TableFile.embedded("usgs-names.csv"))
                .extracting(row -> row.cell("stage"))
                .filteredOn(stage -> !stage.isEmpty())
                .allSatisfy(stage -> assertThat(Statistic.stageOf(stage)).isEqualTo(stage));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0202", "9999", "1799", "2201"})
    void yearsAreOfOurTime(String year) {
        Imported<Statistic> read = table(HEADER + "cobalt,mine,COD,%s,production,1,Co content,own\n".formatted(year))
                .read(StatisticsTable.tidy());

        assertThat(read.rejected().get(0).finding()).startsWith("not a year from 1800 to 2200 (seen: '" + year);
    }

    @ParameterizedTest
    @CsvSource({"Gross weight, gross", "co content, Co content", "CO content, Co content", "pgm content, PGM content"})
    void basesAreOfEitherCase(String words, String basis) {
        assertThat(BasisWords.read(words)).isEqualTo(Basis.parse(basis));
    }
}
