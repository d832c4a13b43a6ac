package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

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
                .isEqualTo(
                        "2023-07-31 | no control | Slovakia 5.5, Canada 3.2, United States 2.7, Japan 2.5, China 2.1,"
                                + " Germany 1.8");
        assertThat(section(FindingsTest.FINDINGS.days().get(0), 0).parts())
                .hasAtLeastOneElementOfType(Ribbons.class)
                .contains(Note.finding("Nothing binds if the United States are served first."));
    }

    @Test
    void theBanBindsWithTheMakersOutsideChina() {
        assertThat(section(FindingsTest.FINDINGS.days().get(0), 4).parts())
                .filteredOn(Tree.class::isInstance)
                .singleElement()
                .satisfies(
                        part -> assertThat(((Tree) part).root().children())
                                .extracting(Tree.Node::label)
                                .containsExactly(
                                        "capacity of Russia: low-purity gallium from gallium in Bayer liquor",
                                        "capacity of Japan: low-purity gallium from gallium in zinc leach residue",
                                        "capacity of New York refinery: high-purity gallium from gallium in new scrap of wafer making",
                                        "what passes under China's ban on gallium, germanium and antimony toward the United States"));
    }

    @Test
    void eachDayHasItsPictureOrIsAsTheDayBefore() {
        for (ControlDays days : FindingsTest.FINDINGS.days()) {
            for (int i = 0; i < days.days().size(); i++) {
                List<Part> parts = section(days, i).parts();

                assertThat(parts.stream().filter(Ribbons.class::isInstance).count()
                                + parts.stream()
                                        .filter(part -> part instanceof Note note
                                                && note.text().startsWith("Flows as on the day before"))
                                        .count())
                        .isEqualTo(1);
            }
        }
    }

    private static Section section(ControlDays days, int index) {
        return DayByDay.parts(days).stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .toList()
                .get(index);
    }
}
