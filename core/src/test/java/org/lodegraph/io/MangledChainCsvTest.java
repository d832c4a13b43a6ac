package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.model.RandomChains;

/** Whatever happens to the files of a chain: either they are a chain, or one exception lists what is wrong. */
class MangledChainCsvTest {

    private static final List<String> ODD = List.of(
            "",
            ",",
            "\"",
            "\n",
            "\r",
            ";",
            "'",
            "..",
            "~",
            "-",
            "9",
            "0",
            "e",
            "unknown",
            "W",
            "%",
            " ",
            "\u0000",
            "\ud83d\udc8e",
            "XOT",
            "ROW",
            "bloc:",
            "a-very-long-" + "x".repeat(300),
            "9".repeat(400),
            "=1",
            "t/a",
            "2024-12-03",
            "yes");

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void isAChainOrAListOfProblems(long block) {
        int refused = 0;
        for (long seed = block * 150; seed < block * 150 + 150; seed++) {
            var mangled = mangled(seed);
            Folder folder = name -> Optional.ofNullable(mangled.get(name)).map(ByteArrayInputStream::new);

            if (Mangled.isRefused(
                    "seed " + seed,
                    () -> ChainCsv.read(folder),
                    chain -> ChainCsv.read(Folder.of(ChainCsv.files(chain))),
                    "null")) {
                refused++;
            }
        }
        assertThat(refused).isBetween(20, 149);
    }

    private static TreeMap<String, byte[]> mangled(long seed) {
        var random = new SplittableRandom(seed);
        var files = new TreeMap<String, byte[]>();
        ChainCsv.files(RandomChains.chain(seed)).forEach((name, csv) -> files.put(name, bytes(csv)));
        for (int i = 0; i <= random.nextInt(3); i++) {
            var names = List.copyOf(files.keySet());
            var name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(8)) {
                case 0 -> files.remove(name);
                case 1 -> files.put(name, files.get(names.get(random.nextInt(names.size()))));
                case 2 -> files.put(name, Arrays.copyOf(files.get(name), random.nextInt(files.get(name).length + 1)));
                case 3 -> files.put(name, Mangled.flipped(files.get(name), random));
                default -> files.put(name, bytes(edited(new String(files.get(name), StandardCharsets.UTF_8), random)));
            }
        }
        return files;
    }

    /** A few characters replaced by something odd, or a line twice, or a cell of another line. */
    private static String edited(String csv, SplittableRandom random) {
        int start = random.nextInt(csv.length() + 1);
        if (random.nextInt(4) == 0) {
            return csv + csv.substring(csv.lastIndexOf('\n', start) + 1);
        }
        int comma = csv.indexOf(',', start);
        int end = random.nextBoolean() && comma >= 0 ? comma : Math.min(csv.length(), start + random.nextInt(4));
        int before = random.nextBoolean() ? csv.lastIndexOf(',', start) + 1 : start;
        return csv.substring(0, Math.min(before, end)) + ODD.get(random.nextInt(ODD.size())) + csv.substring(end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
