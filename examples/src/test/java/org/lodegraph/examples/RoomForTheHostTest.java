package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class RoomForTheHostTest {

    private static final RoomForTheHost ROOM = RoomForTheHost.of();

    @Test
    void thereIsRoomForTheAluminumAndPerhapsForTheZinc() {
        assertThat(ROOM.headline())
                .isEqualTo(
                        "0.23 to 1.75 million t of aluminum come along, the United States use 5.70 million t and buy 3.42 million t of it abroad: all of it could replace imports. 0.06 to 2.76 million t of zinc come along, the United States use 0.82 million t and buy 0.60 million t of it abroad: it fits only if the ore is rich, and may be more than all that is used.");
    }

    @Test
    void howMuchOfEach() {
        // 446,429 t of alumina over 1.95, and 3,333,333 t over 1.9
        assertThat(ROOM.aluminum().comes().low()).isCloseTo(446_428.571 / 1.95, within(1e-2));
        assertThat(ROOM.aluminum().comes().high()).isCloseTo(3_333_333.333 / 1.9, within(1e-2));
        // USGS Mineral Commodity Summaries 2026: 60 % of 5,700,000 t, and 73 % of 820,000 t
        assertThat(ROOM.aluminum().bought().low()).isCloseTo(0.60 * 5_700_000, within(1e-6));
        assertThat(ROOM.zinc().bought().low()).isCloseTo(0.73 * 820_000, within(1e-6));
    }

    @Test
    void printsItsTable() {
        assertThat(Render.text(ROOM)).contains("""
                aluminum  228,938 to 1,754,386  5,700,000      3,420,000
                zinc       64,516 to 2,764,977    820,000        598,600

                Finding: But it is alumina that must be made, and smelters there take 1.25 to 2.55 million t: 0.00
                         to 2.08 million t would have to leave the country.

                Finding: What does not fit would be sold abroad, where others would have to make way: beyond what is
                         made there, nothing of alumina and nothing of zinc is missing, of 144.39 to 149.47 million
                         t and 12.98 million t that are used.
                """);
    }
}
