package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.SupplyChain;

/** Written and read again, a chain is equal, and written again its bytes are equal. */
class ChainCsvRoundTripTest {

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void anyChainComesBackEqual(long block) {
        for (long seed = block * 100; seed < block * 100 + 100; seed++) {
            SupplyChain chain = RandomChains.chain(seed);

            Map<String, String> files = ChainCsv.files(chain);
            SupplyChain back = ChainCsv.read(Folder.of(files));

            assertThat(back).as("seed %s", seed).isEqualTo(chain);
            assertThat(ChainCsv.files(back)).as("seed %s", seed).isEqualTo(files);
        }
    }

    @Test
    void anyChainComesBackFromDisk(@TempDir Path folder) {
        for (long seed = 0; seed < 20; seed++) {
            SupplyChain chain = RandomChains.chain(seed);

            ChainCsv.write(chain, folder);

            assertThat(ChainCsv.read(folder)).isEqualTo(chain);
        }
    }

    @Test
    void writingDeletesFilesThatTheChainDoesNotNeedAndNoOther(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("README.md"), "mine");
        Files.writeString(folder.resolve("stocks.csv"), "old");

        ChainCsv.write(SupplyChain.builder(2025).add(Material.of("gallium")).build(), folder);

        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("README.md", "chain.csv", "materials.csv");
        }
    }

    @Test
    void theOrderOfColumnsAndRowsDoesNotMatter() {
        for (long seed = 0; seed < 200; seed++) {
            SupplyChain chain = RandomChains.chain(seed);
            Map<String, String> files = new TreeMap<>(ChainCsv.files(chain));
            files.replaceAll((name, csv) -> Csv.reversedColumns(csv));

            assertThat(ChainCsv.read(Folder.of(files))).as("seed %s", seed).isEqualTo(chain);
        }
    }

    @Test
    void carriageReturnsAndByteOrderMarksDoNotMatter() {
        SupplyChain chain = SupplyChain.builder(2025)
                .add(Material.of("gallium").withName("Gallium, \"4N\""))
                .build();
        Map<String, String> files = new TreeMap<>(ChainCsv.files(chain));
        files.replaceAll((name, csv) -> "\ufeff" + csv.replace("\n", "\r\n"));

        assertThat(ChainCsv.read(Folder.of(files))).isEqualTo(chain);
    }

    /** The bytes of a hundred chains, as one number; the same on each JVM. */
    @Test
    void bytesAreTheSameOnEachMachine() {
        var hash = new java.util.zip.CRC32();
        for (long seed = 0; seed < 100; seed++) {
            ChainCsv.files(RandomChains.chain(seed)).forEach((name, csv) -> {
                assertThat(csv).doesNotContain("\r").endsWith("\n");
                hash.update(name.getBytes(StandardCharsets.UTF_8));
                hash.update(csv.getBytes(StandardCharsets.UTF_8));
            });
        }

        assertThat(hash.getValue()).isEqualTo(1106961213L);
    }

    @Test
    void whatIsOddComesBackToo() {
        Unit ton = new Unit("t", Dimension.MASS, 1.016047, Basis.GROSS);
        Unit stone = new Unit("a stone", Dimension.MASS, 0.00635029318, Basis.GROSS);
        Unit spaceless = new Unit("a-stone", Dimension.MASS, 0.006, Basis.GROSS);
        Source stated = Source.of("stated", "not the one that is built in");
        SupplyChain chain = SupplyChain.builder(-44)
                .date(LocalDate.MAX)
                .add(Material.of("gallium").withName("").withNote("\r\n\t'"), Country.of("USA", "-"))
                .add(new Bloc(
                        new BlocId("USA"),
                        "",
                        java.util.List.of(new Bloc.Membership(
                                new CountryId("USA"), new Window(LocalDate.MIN, Optional.of(LocalDate.MAX))))))
                .add(Policy.builder()
                        .id(new PolicyId("P"))
                        .name("")
                        .issuer(new CountryId("USA"))
                        .addToward(new BlocId("USA"), new CountryId("CHN"))
                        .addMaterials(new org.lodegraph.model.MaterialId("gallium"))
                        .addInForce(Window.ALWAYS)
                        .source(stated.at("there"))
                        .build())
                .assume(new Assumption("", "", Optional.of(Figure.figure(1, ton, stated))))
                .assume(new Assumption(
                        "a", "b", Optional.of(Figure.figure(Double.MIN_VALUE, stone, stated.edition("2")))))
                .assume(new Assumption(
                        "a",
                        "c",
                        Optional.of(Figure.figure(
                                -Double.MAX_VALUE,
                                spaceless,
                                Source.of(" x ", " x").by(" ")))))
                .assume(new Assumption(
                        "a",
                        "d",
                        Optional.of(Figure.assumed(
                                new Spread.Between(-1.5, -0.0),
                                ton.of(Basis.contained("=x")),
                                Source.ASSUMPTION,
                                " why "))))
                .build();

        assertThat(ChainCsv.read(Folder.of(ChainCsv.files(chain)))).isEqualTo(chain);
    }
}
