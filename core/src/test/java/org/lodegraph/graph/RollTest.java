package org.lodegraph.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollTest {

    /** Things that fall on each other: their hash is the number modulo 3. */
    private record Thing(int number) {
        @Override
        public int hashCode() {
            return number % 3;
        }
    }

    @Test
    void findsEachThingHoweverTheyFallOnEachOther() {
        var random = new Random(1);
        for (int size = 0; size < 200; size++) {
            var listed = new ArrayList<>(
                    IntStream.range(0, size).mapToObj(Thing::new).toList());
            Collections.shuffle(listed, random);
            int[] number =
                    IntStream.range(0, size).map(k -> listed.get(k).number()).toArray();

            var roll = Roll.of(listed);
            var renumbered = roll.renumbered(number);

            assertThat(roll).containsExactlyElementsOf(listed).hasSize(size);
            for (int k = 0; k < size; k++) {
                assertThat(roll.number(listed.get(k))).isEqualTo(k);
                assertThat(renumbered.number(new Thing(k))).isEqualTo(k);
                assertThat(renumbered.thing(k)).isEqualTo(new Thing(k));
            }
            assertThat(renumbered).isEqualTo(roll).hasSameHashCodeAs(roll);
            assertThat(roll.number(new Thing(size))).isEqualTo(-1);
            assertThat(roll.contains(null)).isFalse();
            assertThat(roll.contains("thing")).isFalse();
        }
    }

    @Test
    void refusesTwins() {
        assertThatThrownBy(() -> Roll.of(List.of(new Thing(1), new Thing(4), new Thing(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Thing[number=1]: listed twice.");
    }
}
