package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the JSON of scenarios: either it is one or a list of them, or one exception lists what is wrong. */
class MangledScenarioJsonTest {

    /** A member with a simple value, as it is written on one line. */
    private static final Pattern MEMBER = Pattern.compile("\"([a-z_-]+)\": (\"[^\"\n]*\"|-?[0-9.]+|true|false)");

    private static final List<String> KEYS = List.of(
            "id", "name", "step", "steps", "day", "policy", "parts", "lines", "material", "units", "format", "", "x");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1e999",
            "-1e-999",
            "1E400000000",
            "9223372036854775808",
            "9".repeat(300),
            "9".repeat(2000),
            "NaN",
            "\"\"",
            "\" \"",
            "\"'\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"-999999999-01-01\"",
            "\"unknown\"",
            "\"9..5\"",
            "\"a;b c\"",
            "\"" + "x".repeat(70_000) + "\"",
            "{}",
            "[]",
            "[[]]",
            "[null]",
            "{\"x\": 1}",
            "[1, {}, \"a\"]",
            nested("[", "]", 20),
            nested("[", "]", 5000),
            nested("{\"steps\":", "}", 5000));

    private static final List<String> ODD =
            List.of("", ",", "\"", "{", "}", "[", "]", ":", "0", "-", "null", "\"x\"", "\n", "\\", "\u0000", "//");

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "0" + close.repeat(depth);
    }

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void isAScenarioOrAListOfProblems(long block) {
        int refused = 0;
        for (long seed = block * 250; seed < block * 250 + 250; seed++) {
            var bytes = mangled(ScenarioJson.text(RandomScenarios.scenario(seed)), new SplittableRandom(seed));

            if (Mangled.isRefused(
                    "seed " + seed,
                    () -> ScenarioJson.read(new ByteArrayInputStream(bytes), "x.json", Limits.DEFAULT),
                    scenario -> ScenarioJson.read(ScenarioJson.text(scenario)))) {
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 249);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void isAListOfScenariosOrAListOfProblems(long block) {
        int refused = 0;
        for (long seed = block * 100; seed < block * 100 + 100; seed++) {
            var bytes = mangled(ScenarioJson.text(RandomScenarios.list(seed)), new SplittableRandom(seed));

            if (Mangled.isRefused(
                    "seed " + seed,
                    () -> ScenarioJson.readAll(new ByteArrayInputStream(bytes), "x.json", Limits.DEFAULT),
                    scenarios -> ScenarioJson.readAll(ScenarioJson.text(scenarios)))) {
                refused++;
            }
        }
        assertThat(refused).isBetween(20, 99);
    }

    /** A document cut off anywhere is refused: none of them is one without its end. */
    @Test
    void isRefusedWhereverItBreaksOff() {
        var text = FormatDoc.scenario().strip();
        for (int end = 0; end < text.length(); end++) {
            var cut = text.substring(0, end);

            var thrown = catchThrowableOfType(InvalidFilesException.class, () -> ScenarioJson.read(cut));

            assertThat(thrown).as("cut at %s", end).isNotNull();
        }
    }

    private static byte[] mangled(String json, SplittableRandom random) {
        var text = json;
        for (int i = 0; i <= random.nextInt(3); i++) {
            text = random.nextInt(3) == 0 ? edited(text, random) : member(text, random);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> Mangled.flipped(bytes, random);
            default -> bytes;
        };
    }

    /** A member dropped, there twice, under another name, or with another value. */
    private static String member(String text, SplittableRandom random) {
        var found = new ArrayList<>(MEMBER.matcher(text).results().toList());
        if (found.isEmpty()) {
            return edited(text, random);
        }
        var member = found.get(random.nextInt(found.size()));
        var before = text.substring(0, member.start());
        var after = text.substring(member.end());
        return switch (random.nextInt(5)) {
            case 0 -> before + after.replaceFirst("^,\\s*", "");
            case 1 -> before + member.group() + ", " + member.group() + after;
            case 2 -> before + "\"" + pick(KEYS, random) + "\": " + member.group(2) + after;
            default -> before + "\"" + member.group(1) + "\": " + pick(VALUES, random) + after;
        };
    }

    /** A few characters replaced by something odd. */
    private static String edited(String text, SplittableRandom random) {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(12));
        return text.substring(0, start) + pick(ODD, random) + text.substring(end);
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
