package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lodegraph.reference.Conflict.Check;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.StatisticsTable;

/** What does not add up is listed, and how much was compared. */
class PlausibilityTest {

    private static Dataset data(String rows) {
        String table = "material,stage,country,year,statistic,value_t,source\n" + rows;
        return Reference.with(
                DataFile.of("own.csv", () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)))
                        .read(StatisticsTable.tidy())
                        .strict());
    }

    /** 60 and 50 are not 105, and 60 cannot be made where 40 can. */
    @Test
    void listsWhatDoesNotFit() {
        Plausibility answer = data("""
                        cobalt,refinery,China,2030,production,60,own
                        cobalt,refinery,Finland,2030,production,50,own
                        cobalt,refinery,World,2030,production,105,own
                        cobalt,refinery,China,2030,capacity,40,own
                        cobalt,refinery,Finland,2030,capacity,50,own
                        cobalt,refinery,China,2030,production,90,other
                        """).plausibility(2030, "cobalt");

        assertThat(answer.compared())
                .containsExactly(entry(Check.TOTAL, 1), entry(Check.CAPACITY, 2), entry(Check.SOURCES, 1));
        assertThat(answer.conflicts())
                .extracting(Conflict::toString)
                .containsExactly(
                        "cobalt, production, 2030: the rows add up to 110, the published total is 105. The rows are taken.",
                        "cobalt, CHN, 2030: output 60 t above the published capacity of 40 t. The line may run as high as its output.",
                        "cobalt, refinery production, China, 2030: own says 60 t/a, other says 90 t/a. By the choice 'newest edition', own is taken.");
    }
}
