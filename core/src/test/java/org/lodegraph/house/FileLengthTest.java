package org.lodegraph.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No source file is longer than one sitting. */
class FileLengthTest {

    private static final int LONGEST = 500;

    @Test
    void noFileIsLongerThan500Lines() {
        assertThat(House.sources())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(House.lines(file)).as(House.show(file)).hasSizeLessThanOrEqualTo(LONGEST));
    }
}
