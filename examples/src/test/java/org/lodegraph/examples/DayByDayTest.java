package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/** Where the metal comes from on each day, and what binds. */
class DayByDayTest {

    private static final Table GALLIUM =
            DayByDay.table(FindingsTest.FINDINGS.days().get(0));

    private static String row(int index) {
        return GALLIUM.rows().get(index).stream()
                .map(cell -> ((Cell.Text) cell).text())
                .collect(Collectors.joining(" | "));
    }

    @Test
    void beforeTheControlsNothingBinds() {
        assertThat(row(0))
                .isEqualTo("2023-07-31 | no control | United States 5, Slovakia 3.2, Canada 3.2, Japan 2.5, China 2.1,"
                        + " Germany 1.8 | nothing");
    }

    @Test
    void theBanBindsWithTheMakersOutsideChina() {
        assertThat(row(4))
                .startsWith("2024-12-03 | ban, reaches through | ")
                .endsWith(" | capacity of line 'rus/ga-bayer'; capacity of line 'jpn/ga-zinc'; capacity of line"
                        + " 'new-york-refinery/ga-recycle'; what policy 'CN-2024-US-GAGESB-gallium' lets pass");
    }
}
