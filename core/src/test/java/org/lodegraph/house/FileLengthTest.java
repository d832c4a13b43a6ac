package org.lodegraph.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No source file is longer than one sitting. */
class FileLengthTest {

    private static final int LONGEST = 500;

    @Test
    void noFileIsLongerThan500Lines() {
        var tooLong = House.sources().stream()
                .filter(file -> House.lines(file).size() > LONGEST)
                .map(file -> House.show(file) + ": " + House.lines(file).size() + " lines");

        assertThat(tooLong).isEmpty();
    }
}
