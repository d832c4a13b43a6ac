package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void cleanTextSteersNothing() {
        assertThat(Words.clean("  a\tb\r\n c\u0000\u001b[1m ", 99)).isEqualTo("a b c [1m");
        assertThat(Words.clean("left\u202eright\u2066x\u200f\u200b\ufeff", 99)).isEqualTo("leftrightx");
        assertThat(Words.clean("\ud800 \uffff", 99)).isEqualTo("\ufffd \ufffd");
        assertThat(Words.clean("नमस्ते 中国 🪨", 99)).isEqualTo("नमस्ते 中国 🪨");
    }

    @Test
    void longTextEndsInAnEllipsis() {
        assertThat(Words.clean("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Words.clean("abcdefg", 6)).isEqualTo("abcdef…");
        assertThat(Words.name("x".repeat(10_000))).hasSize(Words.NAME + 1);
    }

    @Test
    void whatFitsIsCutAtAWholeCharacter() {
        assertThat(Words.fit("tin", 10, 100)).isEqualTo("tin");
        String cut = Words.fit("🪨🪨🪨🪨🪨🪨🪨🪨", 10, 45);
        assertThat(cut).isEqualTo("🪨🪨🪨…");
        assertThat(Words.width(cut, 10)).isLessThanOrEqualTo(45);
    }

    @Test
    void linesBreakBetweenWords() {
        assertThat(Words.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Words.wrap("unbreakable", 4)).containsExactly("unbr", "eaka", "ble");
        assertThat(Words.wrap("中国中国", 4)).containsExactly("中国", "中国");
        assertThat(Words.lines("Rest of the world", 13, 80, 2)).containsExactly("Rest of the", "world");
        assertThat(Words.lines("Democratic Republic of the Congo", 13, 90, 2))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("…");
    }

    @Test
    void aNumberKeepsItsPercentSign() {
        // "China 18.8 " takes 13 x (0.7 + 3 x 0.6 + 0.37 + 3 x 0.6 + 2 x 0.37 + 0.37) = 75, "China 18.8 %" 83.
        assertThat(Words.lines("China 18.8 %; DR Congo 7 %", 13, 80, 4))
                .containsExactly("China", "18.8 %; DR", "Congo 7 %");
        assertThat(Words.lines("China 18.8 %", 13, 90, 4)).containsExactly("China 18.8 %");
        assertThat(Words.wrap("China 18.8 %", 10)).containsExactly("China", "18.8 %");
    }

    @Test
    void aWordThatFitsInNoLineIsParted() {
        assertThat(Words.lines("optoelectronic devices", 13, 82, 3)).containsExactly("optoelectro-", "nic devices");
        assertThat(Words.lines("optoelectronic devices", 13, 76, 3)).containsExactly("optoelec-", "tronic", "devices");
        assertThat(Words.lines("neodymium-iron-boron", 13, 120, 3)).containsExactly("neodymium-iron-", "boron");
        assertThat(Words.lines("optoelectronic", 13, 82, 1))
                .as("no second line")
                .containsExactly("optoelectr…");
        assertThat(Words.lines("strengths", 13, 20, 3))
                .as("two letters stay with no others")
                .hasSize(1);
        assertThat(Words.lines("中国中国中国中国", 13, 60, 3)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void partsOfWordsFit() {
        Random random = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(1 + random.nextInt(30), 0, 9)
                    .mapToObj("tronie -中"::substring)
                    .map(rest -> rest.substring(0, 1))
                    .collect(Collectors.joining());
            double room = 30 + random.nextInt(120);
            List<String> lines = Words.lines(text, 13, room, 3);
            assertThat(lines)
                    .hasSizeBetween(1, 3)
                    .allSatisfy(line -> assertThat(Words.width(line, 13)).isLessThanOrEqualTo(room));
            String last = lines.get(lines.size() - 1);
            if (!last.endsWith("…")) {
                assertThat(String.join("", lines).replaceAll("[ -]", ""))
                        .as("nothing is left out of '%s'", text)
                        .isEqualTo(text.replaceAll("[ -]", ""));
            }
        }
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(Words.columns("中国")).isEqualTo(4);
        assertThat(Words.columns("e\u0301")).isEqualTo(1);
        assertThat(Words.pad("ab", 4, true)).isEqualTo("  ab");
    }
}
