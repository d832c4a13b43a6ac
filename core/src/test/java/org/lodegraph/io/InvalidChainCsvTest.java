package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is named, with its place and a cure. Every test changes the example of {@code docs/format.md}. */
class InvalidChainCsvTest {

    private final TreeMap<String, String> files = FormatDoc.example();

    private String message() {
        return message(() -> ChainCsv.read(Folder.of(files)));
    }

    private static String message(ThrowingCallable read) {
        return catchThrowableOfType(InvalidFilesException.class, read).getMessage();
    }

    private void replace(String file, String before, String after) {
        assertThat(files.get(file)).contains(before);
        files.put(file, files.get(file).replace(before, after));
    }

    @Test
    void everyProblemIsListedAtOnce() {
        replace("materials.csv", "crude\",refined,traded,Ga content", "crude\",metal,traded,Ga");
        replace("lines.csv", "84000,kt/a,estimated,mcs2026", "\"84,000\",kt,estimate,mcs2025");
        replace("demands.csv", "19,t/a Ga content,reported", "W,,");
        replace("policy-windows.csv", "2024-12-03,2025-11-08", "03/12/2024,2025-11-08");

        assertThat(message()).isEqualTo("""
                Files: 8 problems.
                  - materials.csv, line 5, column form: not known (seen: 'metal'). Maybe one of ore, concentrate, intermediate, refined, compound, alloy, component, scrap.
                  - materials.csv, line 5, column basis: Basis 'Ga': not a basis. Maybe one of gross, Ga content, REO oxide, LCE equivalent.
                  - lines.csv, line 2, column nameplate_source: source 'mcs2025' is not among the sources. Maybe mcs2026, or add it there.
                  - lines.csv, line 2, column nameplate_status: not known (seen: 'estimate'). Maybe one of reported, estimated, assumed, unknown.
                  - lines.csv, line 2, column nameplate: not a number (seen: '84,000'). Maybe 84000 or 84.000: a point before the decimals, nothing between thousands.
                  - demands.csv, line 4, column rate_unit: it is empty. Maybe t/a, or t/a Ga content.
                  - demands.csv, line 4, column rate: not a number (seen: 'W'). Maybe write unknown, and why in the column that ends in _note.
                  - policy-windows.csv, line 2, column from: not a day (seen: '03/12/2024'). Maybe write it as 2024-12-03: year, month, day.""");
    }

    @Test
    void whatIsWrongWithTheChainIsFoundInItsCell() {
        replace("coefficients.csv", "bayer,input,bauxite,2..2.3..3,1", "bayer,input,bauxite,-2..2.3..3,t");
        replace("demands.csv", "19,t/a Ga content", "19,t/a");

        assertThat(message()).isEqualTo("""
                Files: 2 problems.
                  - coefficients.csv, line 2, column tons: Recipe 'bayer', input bauxite: it is given in t, not in 1. Maybe give it in 1.
                  - demands.csv, line 4, column rate: Demand 'usa-ics', rate: it is given in t/a, not in t/a Ga content. Maybe convert it by a named factor, or set the material's basis.""");
    }

    @Test
    void whatIsNeededMustComeFromSomewhere() {
        replace("materials.csv", "bauxite,,ore,traded,gross,yes", "bauxite,,ore,traded,gross,");

        assertThat(message()).isEqualTo("""
                Files: 1 problem.
                  - materials.csv, line 3, column boundary: Material 'bauxite', boundary: it is needed, but no line makes it, no stock holds it and no link brings it. Maybe add a recipe and a line, or mark it asBoundary().""");
    }

    @Test
    void headersAreChecked() {
        files.put("materials.csv", "id,Name,nme,id,\ngallium,,,,\n");
        files.put("recipes.csv", "id;makes\nbayer;alumina\n");
        files.put("facilities.csv", "id\nchn\n");
        files.put("stocks.csv", "");

        assertThat(message()).isEqualTo("""
                Files: 8 problems.
                  - materials.csv, line 1, column Name: not a column of this file (seen: 'Name'). Maybe name.
                  - materials.csv, line 1, column nme: not a column of this file (seen: 'nme'). Maybe name.
                  - materials.csv, line 1, column id: it is there twice. Maybe delete one.
                  - materials.csv, line 1: column 5 has no name. Maybe delete it.
                  - recipes.csv, line 1, column id;makes: not a column of this file (seen: 'id;makes'). Maybe save the file with commas between the cells.
                  - facilities.csv, line 1, column country: it is missing. Maybe add it; the columns are id, country, name, owner, aggregate, note.
                  - lines.csv, line 4, column facility: Facility 'vaudreuil' is not in facilities.csv; 2 rows refer to it (also lines.csv, line 5). Maybe add it there.
                  - stocks.csv, line 1: it is empty. Maybe delete it, or start with the header id, material, holder, kind, amount, room, owner, note.""");
    }

    @Test
    void rowsAreChecked() {
        files.put("blocs.csv", "id,name\nASEAN,a,b\nEU\n\n,\nG7,again\nG7,more\n");
        files.put(
                "bloc-members.csv",
                "bloc,country,from,until\nG8,USA,,\nASEAN,USA,,\nEU,USA,,\nG7,usa,2025-01-01,2024-01-01\nG7,,2025-02-30,\n");

        assertThat(message()).isEqualTo("""
                Files: 7 problems.
                  - blocs.csv, line 2: it has 3 cells for 2 columns. Maybe a text has a comma: put it in quotation marks.
                  - blocs.csv, line 3: it has 1 cell for 2 columns. Maybe a comma is missing.
                  - blocs.csv, line 7, column id: 'G7' is there twice (first on line 6). Maybe delete one, or rename it.
                  - bloc-members.csv, line 5, column country: Country 'usa': not an id. Maybe write it with the ISO 3166 alpha-3 code, such as CHN.
                  - bloc-members.csv, line 5, column until: Window: ends on 2024-01-01, before it starts on 2025-01-01. Maybe the dates were swapped.
                  - bloc-members.csv, line 6, column country: it is empty. Maybe fill it in.
                  - bloc-members.csv, line 6, column from: not a day (seen: '2025-02-30'). Maybe write it as 2024-12-03: year, month, day.""");
    }

    @Test
    void figuresAreChecked() {
        files.put("stocks.csv", """
                id,material,holder,amount,amount_unit,amount_status,amount_source,amount_note
                a,gallium,USA,,t Ga content,,,
                b,gallium,USA,unknown,t Ga content,,,
                c,gallium,USA,5,t Ga content,assumed,,
                d,gallium,USA,5,t Ga content,unknown,,
                e,gallium,USA,unknown,t Ga content,reported,,withheld
                f,gallium,USA,9..5,t Ga content,,,
                g,gallium,USA,5,tons,,,
                h,gallium,USA,5,t Ga,,,
                i,gallium,USA,5,1 Ga content,,,
                j,gallium,USA,5,t Ga content,,mcs2025,
                k,gallium,USA,,,,,
                """);

        assertThat(message()).isEqualTo("""
                Files: 11 problems.
                  - stocks.csv, line 2, column amount: there is no number, but something beside it. Maybe write unknown, and why in amount_note.
                  - stocks.csv, line 3, column amount_note: it is unknown without a reason. Maybe not published, or withheld.
                  - stocks.csv, line 4, column amount_note: it is assumed without a reason. Maybe say why.
                  - stocks.csv, line 5, column amount_status: there is a number. Maybe write unknown in amount, or reported here.
                  - stocks.csv, line 6, column amount_status: the number is unknown, so nobody reported it. Maybe leave it empty.
                  - stocks.csv, line 7, column amount: not in order (seen: '9..5'). Maybe low..high, or low..likeliest..high.
                  - stocks.csv, line 8, column amount_unit: not a unit (seen: 'tons'). Maybe one of t, kg, kt, t/a, kg/a, kt/a, 1, share, %, ppm, d, a, USD/t, USD/kg, USD/a, MWh/t, MWh/a, index, or declare it among the units.
                  - stocks.csv, line 9, column amount_unit: Basis 'Ga': not a basis. Maybe one of gross, Ga content, REO oxide, LCE equivalent.
                  - stocks.csv, line 10, column amount_unit: Unit '1': RATIO knows no basis (basis seen: Ga content). Maybe leave the basis out.
                  - stocks.csv, line 11, column amount_source: source 'mcs2025' is not among the sources. Maybe mcs2026, or add it there.
                  - stocks.csv, line 12, column amount: there is no number. Maybe write unknown, and why in amount_note.""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            84,000   | not a number (seen: '84,000'). Maybe 84000 or 84.000: a point before the decimals, nothing between thousands.
            1,234,567.5 | not a number (seen: '1,234,567.5'). Maybe 1234567.5, without separators between thousands.
            12 000   | not a number (seen: '12 000'). Maybe 12000, without separators between thousands.
            0,5      | not a number (seen: '0,5'). Maybe 0.5, with a point before the decimals.
            NA       | not a number (seen: 'NA'). Maybe write unknown, and why in the column that ends in _note.
            W        | not a number (seen: 'W'). Maybe write unknown, and why in the column that ends in _note.
            --       | not a number (seen: '--'). Maybe write unknown, and why in the column that ends in _note.
            ..       | not a number (seen: '..'). Maybe write unknown, and why in the column that ends in _note.
            NaN      | not a number (seen: 'NaN'). Maybe write unknown, and why in the column that ends in _note.
            50 %     | not a number (seen: '50 %'). Maybe leave the % to the column that ends in _unit.
            4-6      | not a number (seen: '4-6'). Maybe 4..6 for a range.
            4 to 6   | not a number (seen: '4 to 6'). Maybe 4..6 for a range.
            .5       | not a number (seen: '.5'). Maybe 0.5 or 5, with digits on both sides of the point and no plus.
            5.       | not a number (seen: '5.'). Maybe 0.5 or 5, with digits on both sides of the point and no plus.
            >5       | not a number (seen: '>5'). Maybe 5, 4..6, 4..5..6, 5~0.2 or unknown.
            5 t      | not a number (seen: '5 t'). Maybe 5, 4..6, 4..5..6, 5~0.2 or unknown.
            0x10     | not a number (seen: '0x10'). Maybe 5, 4..6, 4..5..6, 5~0.2 or unknown.
            5f       | not a number (seen: '5f'). Maybe 5, 4..6, 4..5..6, 5~0.2 or unknown.
            1e999    | too large for a number (seen: '1e999'). Maybe choose a larger unit.
            1e-999   | too small for a number (seen: '1e-999'). Maybe choose a smaller unit.
            4..      | not a number (seen: ''). Maybe a digit is missing.
            1..2..3..4 | not a number (seen: '1..2..3..4'). Maybe 5, 4..6, 4..5..6 or 5~0.2.
            1~2~3    | not a number (seen: '1~2~3'). Maybe 5, 4..6, 4..5..6 or 5~0.2.
            6..4     | not in order (seen: '6..4'). Maybe low..high, or low..likeliest..high.
            4..7..6  | not in order (seen: '4..7..6'). Maybe low..high, or low..likeliest..high.
            0~0.2    | not a lognormal (seen: '0~0.2'). Maybe a median above 0 and a deviation such as 0.2: 120~0.2.
            """)
    void numbersAreNeverGuessed(String seen, String problem) {
        assertThatThrownBy(() -> Spreads.parse(seen))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    @Test
    void limitsOfPoliciesFitTheirFigures() {
        files.put("policies.csv", """
                id,issuer,materials,limit,quota,quota_unit,share,share_unit
                A,CHN,gallium,ban,5,t/a Ga content,,
                B,CHN,gallium,quota,,,5,%
                C,CHN,gallium,share,,,5,%
                D,CHN,gallium,embargo,,,,
                E,BRICS,gallium tin,,,,,
                """);
        files.remove("policy-windows.csv");

        assertThat(message()).isEqualTo("""
                Files: 7 problems.
                  - policies.csv, line 2, column quota: the limit is ban, which has no quota. Maybe write quota in limit.
                  - policies.csv, line 3, column share: the limit is quota, which has no share. Maybe write share in limit.
                  - policies.csv, line 3, column quota: there is no number. Maybe write unknown, and why in quota_note.
                  - policies.csv, line 4, column baseline: there is no number. Maybe write unknown, and why in baseline_note.
                  - policies.csv, line 5, column limit: not known (seen: 'embargo'). Maybe one of ban, quota, share, cost.
                  - policies.csv, line 6, column issuer: Bloc 'BRICS' is not in blocs.csv. Maybe add it there.
                  - policies.csv, line 6, column materials: Material 'tin' is not in materials.csv. Maybe add it there.""");
    }

    @Test
    void aBlocMayBeNamedLikeACountryIfItSaysSo() {
        files.put("blocs.csv", "id\nUSA\n");
        assertThat(message()).isEqualTo("""
                Files: 1 problem.
                  - policies.csv, line 2, column toward: 'USA' could be a country or the bloc of blocs.csv. Maybe country:USA or bloc:USA.""");

        replace("policies.csv", "export,USA", "export,bloc:USA; country:USA");
        assertThat(ChainCsv.read(Folder.of(files))
                        .policies()
                        .values()
                        .iterator()
                        .next()
                        .toward())
                .hasSize(2);
    }

    @Test
    void chainCsvMustBeThere() {
        files.remove("chain.csv");
        assertThat(message()).isEqualTo("""
                Files: 1 problem.
                  - chain.csv: it is missing. Maybe a header year,date and one row, such as 2025,2025-12-31.""");

        files.put("chain.csv", "year\n2025\n2026\n");
        assertThat(message()).isEqualTo("""
                Files: 1 problem.
                  - chain.csv: it has 2 rows. Maybe a header year,date and one row, such as 2025,2025-12-31.""");

        files.put("chain.csv", "year,format\n25a,2\n");
        assertThat(message()).isEqualTo("""
                Files: 2 problems.
                  - chain.csv, line 2, column year: not a year (seen: '25a'). Maybe 2025.
                  - chain.csv, line 2, column format: not a format that this version reads (seen: '2'). Maybe 1, or a newer version of the library.""");
    }

    @Test
    void aFileIsNoFolder(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("chain.csv"));

        assertThatThrownBy(() -> ChainCsv.read(file))
                .hasMessage("Folder '%s': it is a file. Maybe name the folder that holds it.".formatted(file));
        assertThatThrownBy(() -> ChainCsv.read(folder.resolve("nothing")))
                .hasMessage("Folder '%s': cannot be read. Maybe it is not there.".formatted(folder.resolve("nothing")));
    }

    @Test
    void misspelledFileNamesAreFound(@TempDir Path folder) throws Exception {
        ChainCsv.write(ChainCsv.read(Folder.of(files)), folder);
        Files.move(folder.resolve("demands.csv"), folder.resolve("demand.csv"));
        Files.createDirectory(folder.resolve("stocks.csv"));

        assertThat(message(() -> ChainCsv.read(folder))).isEqualTo("""
                Files: 2 problems.
                  - demand.csv: not a file of this format. Maybe rename it to demands.csv.
                  - stocks.csv: not a regular file. Maybe it is a folder, or a link to nothing.""");
    }

    @Test
    void otherEncodingsAreFound() {
        var latin1 = files.get("facilities.csv")
                .replace("Vaudreuil", "Vaudr\u00e9uil")
                .getBytes(StandardCharsets.ISO_8859_1);
        Folder folder = name -> name.equals("facilities.csv")
                ? Optional.of(new ByteArrayInputStream(latin1))
                : Folder.of(files).open(name);

        assertThat(message(() -> ChainCsv.read(folder))).isEqualTo("""
                Files: 1 problem.
                  - facilities.csv, line 3: it is not UTF-8 (byte 0xe9 at offset 68). Maybe save it again as UTF-8, which a spreadsheet calls "CSV UTF-8".""");
    }

    @Test
    void quotationMarksThatDoNotCloseAreFound() {
        replace("materials.csv", "crude\"", "crude");
        replace("recipes.csv", "bayer,alumina,host", "bayer,\"alumina\" or so,host");

        assertThat(message()).isEqualTo("""
                Files: 2 problems.
                  - materials.csv, line 5: a quotation mark opens and never closes. Maybe double the quotation marks inside a text.
                  - recipes.csv, line 2: text goes on after a closing quotation mark. Maybe double the quotation marks inside a text.""");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        var limits = new Limits(1000, 3);
        files.replaceAll((name, csv) -> name.equals("lines.csv") ? csv + "\n".repeat(1000) : csv);

        assertThat(message(() -> ChainCsv.read(Folder.of(files), limits))).isEqualTo("""
                Files: 2 problems.
                  - materials.csv, line 5: it has more than 3 rows. Maybe split the chain, or raise Limits.
                  - lines.csv: it is longer than 1000 bytes. Maybe split it, or raise Limits.""");
    }

    @Test
    void cellsRowsAndHeadersAreBounded() {
        var cell = "x".repeat(70_000);
        files.put("materials.csv", "id,note\ngallium," + cell + "\n");
        files.put("recipes.csv", "id,makes" + ",a".repeat(300) + "\n");
        files.put("facilities.csv", "id,country\n" + (cell.substring(0, 60_000) + ",").repeat(20) + "\n");

        assertThat(message()).isEqualTo("""
                Files: 3 problems.
                  - materials.csv, line 2: a cell is longer than 65536 characters. Maybe a quotation mark is missing before it.
                  - recipes.csv, line 1: it has more than 256 columns. Maybe delete what is empty.
                  - facilities.csv, line 2: a row is longer than 1048576 characters. Maybe a quotation mark is missing before it.""");
    }

    @Test
    void theFirstHundredProblemsAreListedAndTheOthersCounted() {
        files.put("stocks.csv", "id,material,holder,amount,amount_unit\n" + "a,gallium,USA,x,t\n".repeat(1000));

        var problem = catchThrowableOfType(InvalidFilesException.class, () -> ChainCsv.read(Folder.of(files)));

        assertThat(problem.problems()).hasSize(100);
        assertThat(problem.count()).isEqualTo(1999);
        assertThat(problem)
                .hasMessageStartingWith("Files: 1999 problems.\n")
                .hasMessageEndingWith("\n  - and 1899 more");
    }

    @Test
    void whatWasSeenIsShortenedAndPrintable() {
        files.put("demands.csv", "id,material,consumer\n\"a\nb\u0000" + "c".repeat(200) + "\",gallium,USA\n");

        assertThat(message()).isEqualTo("""
                Files: 2 problems.
                  - demands.csv, line 2, column id: Demand 'a�b�cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc...': not an id. Maybe write it with lower case letters, digits and single hyphens.
                  - demands.csv, line 2, column rate: there is no number. Maybe write unknown, and why in rate_note.""");
    }
}
