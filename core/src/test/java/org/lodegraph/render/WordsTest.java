package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;

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
    void wideCharactersTakeTwoColumns() {
        assertThat(Words.columns("中国")).isEqualTo(4);
        assertThat(Words.columns("e\u0301")).isEqualTo(1);
        assertThat(Words.pad("ab", 4, true)).isEqualTo("  ab");
    }
}
