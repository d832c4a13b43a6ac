package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Material;
import org.lodegraph.model.Query;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Grouping;

/** Written and read again a package is equal, and so is the chain in it. */
class DataPackageTest {

    private static final Unit T_GA = Unit.T_PER_A.of(Basis.contained("Ga"));
    private static final Source BGS = Source.of("bgs", "World Mineral Statistics")
            .by("BGS")
            .edition("2025")
            .url("https://www.bgs.ac.uk/")
            .licensed("Open Government Licence v3.0", "Contains BGS materials (c) UKRI");

    /** 10 t of gallium a year are wanted somewhere. */
    static final SupplyChain GALLIUM = SupplyChain.builder(2025)
            .add(Material.of("gallium").containing("Ga").asBoundary())
            .add(Demand.of("use", "gallium", country("JPN"), Figure.figure(10, T_GA, BGS.at("p. 7"))))
            .build();

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void anyChainComesBackEqual(long block) {
        for (long seed = block * 100; seed < block * 100 + 100; seed++) {
            SupplyChain chain = RandomChains.chain(seed);
            DataPackage written = DataPackage.of(chain);

            DataPackage read = DataPackage.read(Folder.of(written.files()), Limits.DEFAULT);

            assertThat(read).as("seed %s", seed).isEqualTo(written);
            assertThat(read.chain()).as("seed %s", seed).contains(chain);
            assertThat(read.sources()).as("seed %s", seed).containsExactlyElementsOf(chain.sources());
            assertThat(read.answer()).isEmpty();
            assertThat(read.files()).as("seed %s", seed).isEqualTo(written.files());
        }
    }

    static Stream<String> materials() {
        return Reference.materials().stream();
    }

    @ParameterizedTest
    @MethodSource("materials")
    void everyReferenceChainComesBackEqual(String material) {
        SupplyChain chain = Reference.chain(2024, material);

        DataPackage read = DataPackage.read(Folder.of(DataPackage.of(chain).files()), Limits.DEFAULT);

        assertThat(read.chain()).contains(chain);
        assertThat(read.sources()).containsExactlyElementsOf(chain.sources());
    }

    static Stream<Query<? extends Showable>> questions() {
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        return Stream.of(
                Concentration.of(material("gallium"), Stage.REFINING),
                ByProducts.of(material("gallium")),
                Exposure.of(metal).by(Grouping.COUNTRY),
                Chokepoints.of(metal).by(Grouping.COUNTRY));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anAnswerComesBackWithItsChain(Query<? extends Showable> question, @TempDir Path folder) {
        SupplyChain chain = Reference.chain(2025, "gallium");
        Showable answer = question.on(chain);
        DataPackage written = DataPackage.of(answer, chain).named("gallium").asked(question);

        written.write(folder);
        DataPackage read = DataPackage.read(folder);

        assertThat(read).isEqualTo(written);
        assertThat(read.question()).isEqualTo(question.toString()).contains("gallium");
        assertThat(read.chain()).contains(chain);
        assertThat(read.sources()).containsAll(answer.show().sources());
        assertThat(read.files().get("answer.csv")).isEqualTo(Answers.csv(answer));
        assertThat(read.answer()).hasSize(Csv.table(Answers.csv(answer)).rows().size() - 1);
        assertThat(Csv.table(read.files().get("assumptions.csv")).rows().size() - 1)
                .isGreaterThanOrEqualTo(answer.show().premises().size());
        // The chain on disk is a chain like any other.
        assertThat(ChainCsv.read(folder.resolve("chain"))).isEqualTo(chain);
    }

    @Test
    void whateverAReportShowsComesBackRowByRow() {
        List<AnswerRow> rows = DataPackage.read(
                        Folder.of(DataPackage.of(AnswersTest.REPORT).files()), Limits.DEFAULT)
                .answer();

        assertThat(rows.get(0))
                .isEqualTo(new AnswerRow(
                        "1",
                        "note",
                        "",
                        "",
                        "finding",
                        "China, mostly.",
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        "",
                        ""));
        assertThat(rows).filteredOn(row -> row.text().equals("=CHN")).hasSize(1);
        assertThat(rows)
                .contains(
                        new AnswerRow(
                                "2",
                                "table",
                                "Output",
                                "1",
                                "output",
                                "",
                                OptionalDouble.of(900),
                                OptionalDouble.of(1000),
                                "t/a Ga content",
                                ""),
                        new AnswerRow(
                                "2",
                                "table",
                                "Output",
                                "2",
                                "output",
                                "",
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                "",
                                "withheld, \"W\""));
    }

    /**
     * The checksum and the size of chain.csv are those that sha256sum and wc print for
     * {@code printf 'year,date,format\n2025,2025-12-31,1\n'}.
     */
    @Test
    void theDescriptorIsThis() {
        String descriptor =
                DataPackage.of(GALLIUM).named("gallium-2025").files().get("datapackage.json");

        assertThat(descriptor).startsWith("""
                        {
                          "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
                          "name": "gallium-2025",
                          "title": "Supply chain of 2025, as of 2025-12-31",
                          "lodegraph:format": "1",
                          "licenses": [ {
                            "name": "OGL-UK-3.0",
                            "path": "README.txt",
                            "title": "Open Government Licence v3.0"
                          } ],
                          "sources": [ {
                            "title": "World Mineral Statistics",
                            "path": "https://www.bgs.ac.uk/",
                            "version": "2025",
                            "lodegraph:id": "bgs",
                            "lodegraph:publisher": "BGS",
                            "lodegraph:licence": "Open Government Licence v3.0",
                            "lodegraph:acknowledgement": "Contains BGS materials (c) UKRI"
                          } ],
                          "resources": [ {
                            "name": "readme",
                            "path": "README.txt",
                        """);
        assertThat(descriptor.replaceAll("(?m)^ +", ""))
                .contains("""
                        "name": "chain.chain",
                        "path": "chain/chain.csv",
                        "type": "table",
                        "format": "csv",
                        "mediatype": "text/csv",
                        "encoding": "utf-8",
                        "bytes": 35,
                        "hash": "sha256:d7e2857ec49399d68c401abf433038fc6c17ef593eec7091391e4b6f751db09e",
                        "schema": {
                        "fields": [ {
                        "name": "year",
                        "type": "string"
                        }, {
                        "name": "date",
                        "type": "string"
                        }, {
                        "name": "format",
                        "type": "string"
                        } ]
                        }
                        }""")
                .contains("""
                        "name": "rate",
                        "type": "string",
                        "description": "a number in the unit of rate_unit; low..high, low..likeliest..high or median~deviation; or unknown"
                        """)
                .contains("""
                        "name": "boundary",
                        "type": "boolean",
                        "trueValues": [ "yes" ],
                        "falseValues": [ "no" ]
                        """);
    }

    @Test
    void theSummaryNamesSourcesTermsAndAcknowledgements() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("gallium").containing("Ga").asBoundary())
                .add(Demand.of("use", "gallium", country("JPN"), Figure.figure(10, T_GA, BGS.at("p. 7"))))
                .assume(new Assumption(
                        "something", "why\nnot", Optional.of(Figure.figure(1, T_GA, Source.of("blog", "A blog")))))
                .build();

        assertThat(DataPackage.of(chain).files().get("README.txt")).isEqualTo("""
                        The supply chain of 2025 as of 2025-12-31 is in chain/: 1 materials, 0 recipes, 0 facilities, 1 demands, 0 policies.
                        What is taken for granted (2) is in assumptions.csv.
                        A text that a spreadsheet would take for a formula is written behind an apostrophe.
                        datapackage.json says what each column holds, after https://datapackage.org.

                        Sources and their terms

                        What each source said stays under the terms of that source.
                        Terms: Open Government Licence v3.0
                        - BGS, World Mineral Statistics, 2025 (bgs), https://www.bgs.ac.uk/. Acknowledgement: Contains BGS materials (c) UKRI
                        No terms stated: ask whoever published it before you pass it on
                        - A blog (blog)
                        """);
        assertThat(DataPackage.of(chain).files().get("datapackage.json"))
                .contains("\"title\": \"no terms stated for 1 of 2 sources\"", "\"lodegraph:licence\": \"not stated\"");
    }

    @Test
    void theSameChainIsTheSameBytes(@TempDir Path folder) throws Exception {
        for (int time = 0; time < 2; time++) {
            DataPackage.of(Reference.chain(2025, "gallium")).write(folder.resolve("folder" + time));
            DataPackage.of(Reference.chain(2025, "gallium")).write(folder.resolve(time + ".zip"));
        }

        assertThat(Files.readAllBytes(folder.resolve("0.zip"))).isEqualTo(Files.readAllBytes(folder.resolve("1.zip")));
        assertThat(bytes(folder.resolve("folder0"))).isEqualTo(bytes(folder.resolve("folder1")));
        assertThat(DataPackage.read(folder.resolve("0.zip"))).isEqualTo(DataPackage.read(folder.resolve("folder1")));
    }

    /** The bytes of the archive of a small chain, as one number; the same on each JVM, in each time zone. */
    @Test
    void bytesAreTheSameOnEachMachine(@TempDir Path folder) throws Exception {
        Path zip = folder.resolve("gallium.zip");
        DataPackage.of(GALLIUM).named("gallium-2025").write(zip);
        var hash = new java.util.zip.CRC32();
        hash.update(Files.readAllBytes(zip));

        assertThat(hash.getValue()).isEqualTo(3994837750L);
    }

    @Test
    void theClockIsTheCallers() {
        DataPackage silent = DataPackage.of(GALLIUM);
        DataPackage dated = silent.created(Instant.parse("2026-11-27T22:00:00Z"));

        assertThat(silent.files().get("datapackage.json")).doesNotContain("created");
        assertThat(dated.files().get("datapackage.json")).contains("\"created\": \"2026-11-27T22:00:00Z\"");
        assertThat(DataPackage.read(Folder.of(dated.files()), Limits.DEFAULT).created())
                .contains(Instant.parse("2026-11-27T22:00:00Z"));
        assertThatThrownBy(() -> silent.created(Instant.MAX)).hasMessageStartingWith("Package: no data package");
    }

    @Test
    void writingReplacesAPackageAndNothingElse(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("mine.md"), "mine");
        DataPackage.of(AnswersTest.REPORT, Reference.chain(2025, "gallium")).write(folder);

        DataPackage.of(GALLIUM).write(folder);

        assertThat(bytes(folder).keySet())
                .containsExactlyInAnyOrder(
                        "README.txt",
                        "assumptions.csv",
                        "chain/chain.csv",
                        "chain/demands.csv",
                        "chain/materials.csv",
                        "chain/sources.csv",
                        "datapackage.json",
                        "mine.md",
                        "sources.csv");
        assertThat(DataPackage.read(folder).chain()).contains(GALLIUM);
    }

    @Test
    void whatCannotBeWrittenLeavesNothing(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("package/chain/chain.csv/in-the-way"));
        DataPackage gallium = DataPackage.of(GALLIUM);

        assertThatThrownBy(() -> gallium.write(folder.resolve("package"))).hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> gallium.write(folder.resolve("nowhere/package.zip")))
                .hasMessageContaining("cannot be written");

        assertThat(bytes(folder)).doesNotContainKey("package/datapackage.json");
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(path -> path.toString().contains("writing"))).isEmpty();
        }
    }

    @Test
    void namesAndQuestionsThatNobodyCouldReadAreRefused() {
        DataPackage gallium = DataPackage.of(GALLIUM);

        assertThatThrownBy(() -> gallium.named("Gallium 2025"))
                .hasMessage(
                        "Package 'Gallium 2025': a name has lower-case letters, digits, dots, hyphens and underscores, at most 100 (12 seen). Maybe gallium-2025.");
        assertThatThrownBy(() -> gallium.titled(" ")).hasMessageContaining("the title is blank");
        assertThatThrownBy(() -> gallium.titled("x".repeat(70_000))).hasMessageContaining("has 70000 characters");
        assertThatThrownBy(() -> gallium.titled("\ud800")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> gallium.asked((chain, run) -> "anything"))
                .hasMessageStartingWith("Package 'chain-2025': nothing tells the parameters of the question");
        assertThatThrownBy(
                        () -> gallium.asked(org.lodegraph.query.Compare.chains().and("other", chain -> chain)))
                .hasMessageContaining("nothing tells the parameters");
        assertThatThrownBy(() -> DataPackage.of(SupplyChain.builder(2025)
                        .add(Material.of("gallium").withName("\udc00"))
                        .build()))
                .hasMessageStartingWith("File 'chain/materials.csv': half of a surrogate pair");
    }

    private static Map<String, String> bytes(Path folder) throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
