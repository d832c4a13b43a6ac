package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.model.Ids.country;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Material;
import org.lodegraph.model.SupplyChain;

/** A package that is not as it was written is refused, and none leads out of itself. */
class DamagedDataPackageTest {

    private static final String DESCRIPTOR = "datapackage.json";

    private static final SupplyChain CHAIN = SupplyChain.builder(2025)
            .add(Material.of("gallium").asBoundary())
            .add(Demand.of(
                    "use",
                    "gallium",
                    country("JPN"),
                    org.lodegraph.measure.Figure.stated(10, org.lodegraph.measure.Unit.T_PER_A)))
            .build();

    private static final DataPackage WHOLE = DataPackage.of(AnswersTest.REPORT, CHAIN);

    private static TreeMap<String, String> files() {
        return new TreeMap<>(WHOLE.files());
    }

    private static DataPackage read(Map<String, String> files) {
        return DataPackage.read(Folder.of(files), Limits.DEFAULT);
    }

    /** Both checksums are those that sha256sum prints for the year 2025 and for the year 2024. */
    @Test
    void aChangedFileIsNamedWithBothChecksums() {
        var files = files();
        files.put("chain/chain.csv", "year,date,format\n2024,2025-12-31,1\n");

        assertThatThrownBy(() -> read(files))
                .isInstanceOf(InvalidFilesException.class)
                .hasMessage("""
                        Files: 1 problem.
                          - chain/chain.csv: it is not what was written (expected 35 bytes with SHA-256 d7e2857ec49399d68c401abf433038fc6c17ef593eec7091391e4b6f751db09e, seen 35 bytes with 50f4bee3ff9e7ec5e1e119fbec6520f712c66bcd558faa04dc418ae8dca35024). Maybe fetch the package again as it was written; after a change on purpose, write it anew.""");
    }

    @Test
    void anyChangeOfAnyFileIsSeen() {
        var random = new SplittableRandom(7);
        for (String path : WHOLE.files().keySet()) {
            for (int time = 0; time < 40 && !path.equals(DESCRIPTOR); time++) {
                byte[] bytes = WHOLE.files().get(path).getBytes(StandardCharsets.UTF_8);
                int at = random.nextInt(bytes.length);
                bytes[at] ^= (byte) (1 << random.nextInt(8));

                assertThatThrownBy(() -> DataPackage.read(replaced(path, bytes), Limits.DEFAULT))
                        .isInstanceOf(InvalidFilesException.class)
                        .hasMessageContaining("Files: 1 problem.")
                        .hasMessageContaining(path + ": it is not what was written");
            }
        }
    }

    @Test
    void everyMissingFileIsNamed() {
        for (String path : WHOLE.files().keySet()) {
            var files = files();
            files.remove(path);

            assertThatThrownBy(() -> read(files))
                    .isInstanceOf(InvalidFilesException.class)
                    .hasMessageContaining(path + ": it is missing");
        }
    }

    @Test
    void allThatChangedIsListedAtOnce() {
        var files = files();
        files.replaceAll((path, content) -> path.equals(DESCRIPTOR) ? content : content + "\n");

        assertThatThrownBy(() -> read(files)).hasMessageStartingWith("Files: %s problems.".formatted(files.size() - 1));
    }

    @Test
    void whatNobodyListedIsNotOverlooked() {
        var files = files();
        files.put("chain/stocks.csv", "id,material,holder\n");

        assertThatThrownBy(() -> read(files))
                .hasMessageContaining("chain/stocks.csv: it is there, and the descriptor does not list it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../answer.csv|leads out of the package",
                "chain/../../answer.csv|leads out of the package",
                "..|leads out of the package",
                "/etc/passwd|leads out of the package",
                "\\\\\\\\server\\\\share|leads out of the package",
                "..\\\\answer.csv|leads out of the package",
                "~/answer.csv|leads out of the package",
                "C:\\\\answer.csv|is an address",
                "https://example.org/answer.csv|is an address",
                "file:///etc/passwd|is an address",
                "jar:file:a.jar!/b|is an address",
                "./answer.csv|not a file of this format",
                ".hidden/answer.csv|not a file of this format",
                "chain//chain.csv|not a file of this format",
                "datapackage.json|not a file of this format",
                "answer.csv\\u0000|not a file of this format",
                "anser.csv|Maybe answer.csv."
            })
    void noPathLeadsOut(String path, String finding) {
        var asked = new TreeMap<String, Integer>();
        var files = files();
        files.compute(DESCRIPTOR, (name, text) -> text.replace("\"answer.csv\"", "\"" + path + "\""));

        assertThatThrownBy(() -> DataPackage.read(
                        name -> {
                            asked.merge(name, 1, Integer::sum);
                            return Folder.of(files).open(name);
                        },
                        Limits.DEFAULT))
                .isInstanceOf(InvalidFilesException.class)
                .hasMessageContaining(finding);
        assertThat(asked).containsOnlyKeys(DESCRIPTOR);
    }

    @Test
    void noLinkLeadsOut(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("file");
        Path whole = folder.resolve("whole");
        WHOLE.write(file);
        WHOLE.write(whole);
        Files.move(file.resolve("answer.csv"), folder.resolve("outside.csv"));
        Files.createSymbolicLink(file.resolve("answer.csv"), folder.resolve("outside.csv"));

        assertThatThrownBy(() -> DataPackage.read(file))
                .hasMessageContaining("Files: 1 problem.")
                .hasMessageContaining("answer.csv: it is a link that leads out of the package");

        Files.move(whole.resolve("chain"), folder.resolve("chain"));
        Files.createSymbolicLink(whole.resolve("chain"), folder.resolve("chain"));
        assertThatThrownBy(() -> DataPackage.read(whole))
                .hasMessageContaining("chain/chain.csv: it is a link that leads out of the package");
    }

    @Test
    void aPackageMayItselfBeALink(@TempDir Path folder) throws Exception {
        WHOLE.write(folder.resolve("package"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("package"));

        assertThat(DataPackage.read(folder.resolve("link"))).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "[]", "{", "null", "1", "\"x\"", "{}", "{\"lodegraph:format\": \"1\"}", "\ufeff{}"})
    void descriptorsThatAreNoneAreRefused(String text) {
        var files = files();
        files.put(DESCRIPTOR, text);

        assertThat(isRefused("descriptor " + text, files)).isTrue();
    }

    @Test
    void deepAndHugeDescriptorsAreRefused() {
        var files = files();
        files.put(DESCRIPTOR, "{\"a\":" + "[".repeat(100_000));
        assertThat(isRefused("deep", files)).isTrue();

        files.put(DESCRIPTOR, "{\"a\": \"" + "x".repeat(1_000_000) + "\"}");
        assertThat(isRefused("a long text", files)).isTrue();

        files.put(DESCRIPTOR, "[" + "1,".repeat(2_000_000) + "1]");
        assertThat(isRefused("many values", files)).isTrue();
    }

    /** Each member in turn is something else, is there twice, or is not there. */
    @Test
    void everyMemberOfAnotherTypeIsRefusedOrTellsNothing() {
        String descriptor = WHOLE.files().get(DESCRIPTOR);
        List<String> lines = descriptor.lines().toList();
        int refused = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).matches(" *\"[^\"]+\": [^\\[{]*,?")) {
                continue;
            }
            String member = lines.get(at).replaceFirst(":.*", "");
            String comma = lines.get(at).endsWith(",") ? "," : "";
            for (String value : List.of("null", "-1", "1.5", "true", "[ 1 ]", "{ \"a\": 1 }", "\"\"", "\"x\"")) {
                var changed = new java.util.ArrayList<>(lines);
                changed.set(at, member + ": " + value + comma);
                refused += refused(changed);
            }
            var twice = new java.util.ArrayList<>(lines);
            twice.add(at, lines.get(at).replaceFirst(",?$", ","));
            assertThat(refused(twice)).isEqualTo(1);
        }
        // Nine listed files, each with name, path, bytes and hash that must be right.
        assertThat(refused).isGreaterThan(9 * 4 * 6);
    }

    private static int refused(List<String> lines) {
        var files = files();
        files.put(DESCRIPTOR, String.join("\n", lines));
        return isRefused(DESCRIPTOR, files) ? 1 : 0;
    }

    @Test
    void anyByteMayBeAnother() {
        var random = new SplittableRandom(11);
        byte[] bytes = WHOLE.files().get(DESCRIPTOR).getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        int changed = 0;
        for (int time = 0; time < 3000; time++) {
            byte[] flipped = Mangled.flipped(bytes, random);
            changed += java.util.Arrays.equals(bytes, flipped) ? 0 : 1;
            refused += Mangled.isRefused(
                            "flip " + time,
                            () -> DataPackage.read(replaced(DESCRIPTOR, flipped), Limits.DEFAULT),
                            back -> read(back.files()))
                    ? 1
                    : 0;
        }
        assertThat(changed).isGreaterThan(2900);
        assertThat(refused).isEqualTo(changed);
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertThatThrownBy(() -> DataPackage.read(Folder.of(files()), new Limits(2000, 1_000_000)))
                .hasMessageContaining("datapackage.json: it is longer than 250 bytes. Maybe raise Limits.");
        var files = files();
        files.put("README.txt", "x".repeat(200_000));
        assertThatThrownBy(() -> DataPackage.read(Folder.of(files), new Limits(100_000, 1_000_000)))
                .hasMessageContaining("README.txt: it is longer than 100000 bytes");
    }

    /** Each file might be read, all of them together not. */
    @Test
    void whatIsTooMuchIsNotRead() {
        int descriptor = WHOLE.files().get(DESCRIPTOR).length();
        int all = WHOLE.files().values().stream()
                        .mapToInt(content -> content.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                - descriptor;
        assertThat(all).isLessThan(8 * descriptor);
        var asked = new TreeMap<String, Integer>();
        var files = files();
        files.compute(
                DESCRIPTOR,
                (name, text) -> sealed(text.replaceFirst("\"bytes\": [0-9]+", "\"bytes\": " + 8 * descriptor)));

        assertThatThrownBy(() -> DataPackage.read(
                        name -> {
                            asked.merge(name, 1, Integer::sum);
                            return Folder.of(files).open(name);
                        },
                        new Limits(8 * files.get(DESCRIPTOR).length(), 1_000_000)))
                .hasMessageContaining("datapackage.json: it lists ")
                .hasMessageContaining("Maybe raise Limits.");
        assertThat(asked).containsOnlyKeys(DESCRIPTOR);
    }

    @Test
    void archivesThatAreNoneAreRefused(@TempDir Path folder) throws Exception {
        Path zip = folder.resolve("package.zip");
        WHOLE.write(zip);
        byte[] bytes = Files.readAllBytes(zip);
        var random = new SplittableRandom(5);
        for (int time = 0; time < 200; time++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            Files.write(zip, cut);
            assertThatThrownBy(() -> DataPackage.read(zip)).isInstanceOf(InvalidFilesException.class);
        }
        int refused = 0;
        for (int time = 0; time < 1000; time++) {
            Files.write(zip, Mangled.flipped(bytes, random));
            refused += Mangled.isRefused("flip " + time, () -> DataPackage.read(zip), read -> read) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsNotUnpacked(@TempDir Path folder) throws Exception {
        Path zip = folder.resolve("bomb.zip");
        var files = files();
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : files.keySet()) {
                out.putNextEntry(new ZipEntry(name));
                if (name.equals("answer.csv")) {
                    out.write(new byte[50_000_000]);
                } else {
                    out.write(files.get(name).getBytes(StandardCharsets.UTF_8));
                }
            }
            out.putNextEntry(new ZipEntry("../outside.csv"));
            out.write(1);
        }
        assertThat(Files.size(zip)).isLessThan(1_000_000);

        assertThatThrownBy(() -> DataPackage.read(zip, new Limits(1_000_000, 1_000_000)))
                .hasMessageContaining("answer.csv: it is longer than 1000000 bytes");
        assertThat(folder.resolveSibling("outside.csv")).doesNotExist();
    }

    @Test
    void whatIsNotThereIsSaid(@TempDir Path folder) {
        assertThatThrownBy(() -> DataPackage.read(folder.resolve("nowhere")))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("cannot be read. Maybe it is not there.");
        assertThatThrownBy(() -> DataPackage.read(folder))
                .hasMessageContaining(
                        "datapackage.json: it is missing. Maybe this is no data package, or writing it was interrupted.");
    }

    @Test
    void packagesOfOthersAreNotGuessedAt() {
        var files = files();
        files.compute(DESCRIPTOR, (name, text) -> text.replace("  \"lodegraph:format\": \"1\",\n", ""));
        assertThatThrownBy(() -> read(files)).hasMessageContaining("was written by something else");

        var newer = files();
        newer.compute(DESCRIPTOR, (name, text) -> text.replace("format\": \"1\"", "format\": \"2\""));
        assertThatThrownBy(() -> read(newer)).hasMessageContaining("not a format that this version reads");
    }

    /** Titles, terms and dates that are edited are well-formed all along. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025, as of|2024, as of",
                "OGL-UK-3.0|CC-BY-4.0",
                "Open Government Licence v3.0|Public domain",
                "(c) UKRI|(c) nobody",
                "number in the unit|number"
            })
    void anEditedDescriptorIsRefused(String old, String other) {
        var files = new TreeMap<>(DataPackage.of(DataPackageTest.GALLIUM).files());
        String whole = files.get(DESCRIPTOR);
        files.put(DESCRIPTOR, whole.replace(old, other));

        assertThat(files.get(DESCRIPTOR)).isNotEqualTo(whole);
        assertThatThrownBy(() -> read(files))
                .isInstanceOf(InvalidFilesException.class)
                .hasMessageContaining("Files: 1 problem.")
                .hasMessageContaining("lodegraph:digest: the descriptor is not what was written (expected SHA-256 ");
    }

    /** The digest is that of the document with 64 noughts in its place, so that anybody can take it. */
    @Test
    void anybodyCanTakeTheDigest() {
        String whole = WHOLE.files().get(DESCRIPTOR);
        String held = held(whole);

        assertThat(Hashing.sha256()
                        .hashString(whole.replace(held, "0".repeat(64)), StandardCharsets.UTF_8)
                        .toString())
                .isEqualTo(held);
    }

    /** What stands beside a package is no part of it. */
    @Test
    void otherFilesAreNotOpened() {
        var asked = new TreeMap<String, Integer>();
        var files = files();
        files.put("notes.csv", "mine");

        assertThat(DataPackage.read(
                        name -> {
                            asked.merge(name, 1, Integer::sum);
                            return Folder.of(files).open(name);
                        },
                        Limits.DEFAULT))
                .isEqualTo(WHOLE);
        assertThat(asked).doesNotContainKey("notes.csv");
    }

    private static String held(String descriptor) {
        int at = descriptor.indexOf("lodegraph:digest") + "lodegraph:digest': 'sha256:".length();
        return descriptor.substring(at, at + 64);
    }

    /** As if the library had written it so. */
    private static String sealed(String descriptor) {
        String held = held(descriptor);
        return descriptor.replace(held, Descriptor.digest(descriptor, held));
    }

    private static boolean isRefused(String what, Map<String, String> files) {
        return Mangled.isRefused(what, () -> read(files), back -> read(back.files()));
    }

    private static Folder replaced(String path, byte[] bytes) {
        return name -> name.equals(path)
                ? Optional.of(new ByteArrayInputStream(bytes))
                : Folder.of(WHOLE.files()).open(name);
    }
}
