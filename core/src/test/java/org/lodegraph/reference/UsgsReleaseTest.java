package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.material;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.Imported;
import org.lodegraph.tables.Statistic;
import org.lodegraph.tables.UsgsWorldData;

/**
 * Rows of the two releases of the U.S. Geological Survey, which are in the public domain: what the importer makes of them is
 * what the reference data hold, which others had read from the same releases.
 */
class UsgsReleaseTest {

    private static Supplier<InputStream> excerpt(String name) {
        return () -> {
            try {
                return Resources.getResource(UsgsReleaseTest.class, name).openStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Test
    void theReleaseOf2025IsWhatTheReferenceDataHold() {
        Imported<Statistic> read = DataFile.of("usgs-2025-excerpt.csv", excerpt("usgs-2025-excerpt.csv"))
                .read(UsgsWorldData.edition(2025));

        // Sierra Leone's rutile stands there without a unit.
        assertThat(read.rejections()).isEqualTo(1);
        assertThat(read.rejected().get(0).finding()).isEqualTo("it is blank");
        assertThat(words(read.rows(), "usgs-mcs2025"))
                .containsAll(embedded("usgs-mcs2025", material("gallium"), material("vanadium"), material("arsenic")));
        assertThat(words(read.rows(), "usgs-mcs2025").stream().filter(row -> row.contains("rutile")))
                .isNotEmpty()
                .isSubsetOf(embedded("usgs-mcs2025", material("titanium-minerals")));
    }

    @Test
    void theReleaseOf2026IsWhatTheReferenceDataHold() {
        Imported<Statistic> read = DataFile.of("usgs-2026-excerpt.csv", excerpt("usgs-2026-excerpt.csv"))
                .encodedAs(Charset.forName("windows-1252"))
                .read(UsgsWorldData.edition(2026));

        assertThat(read.leftOut()).containsOnlyKeys("no world table");
        assertThat(words(read.strict(), "usgs-mcs2026"))
                .containsAll(embedded("usgs-mcs2026", material("gallium"), material("palladium")));
    }

    /** A release that the reference data hold already is read again, not counted twice. */
    @Test
    void aReleaseThatIsThereIsNotCountedTwice() {
        List<Statistic> rows = DataFile.of("usgs-2026-excerpt.csv", excerpt("usgs-2026-excerpt.csv"))
                .encodedAs(Charset.forName("windows-1252"))
                .read(UsgsWorldData.edition(2026))
                .strict();

        for (String material : List.of("gallium", "palladium")) {
            assertThat(Reference.with(rows).chain(2025, material).lines().keySet())
                    .isEqualTo(Reference.chain(2025, material).lines().keySet());
        }
    }

    private static List<String> embedded(String source, MaterialId... materials) {
        List<String> words = words(
                Reference.statistics().stream()
                        .filter(row -> List.of(materials).contains(row.material()))
                        .toList(),
                source);
        assertThat(words).hasSizeGreaterThan(15);
        return words;
    }

    private static List<String> words(List<Statistic> rows, String source) {
        return rows.stream()
                .filter(row -> row.figure().source().id().equals(source)
                        && row.figure().isKnown())
                .map(row -> "%s %s %s %s %s %s %s"
                        .formatted(
                                row.material(),
                                row.stage(),
                                row.form(),
                                row.country(),
                                row.year(),
                                row.kind(),
                                row.figure().range()))
                .toList();
    }
}
