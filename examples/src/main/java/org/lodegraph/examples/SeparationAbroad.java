package org.lodegraph.examples;

import java.time.LocalDate;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Ids;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;

/** A world without the rare earths of China, dug or separated, and one in which everybody else separates all that it digs. */
final class SeparationAbroad {

    static final MaterialId PRODUCT = Ids.material("rare-earths");

    private static final String PLANT = "new-separation";

    private SeparationAbroad() {}

    static SupplyChain withoutChina(int year) {
        // Its mines too: else its ore would feed what others build, and they would separate more than they dig.
        return Reference.chain(year, PRODUCT.value()).with(Lose.of(Lines.of(Metal.CHINA)));
    }

    /** The chain with a plant beside each mine outside China, from July on: half a year after the ban on technology. */
    static SupplyChain built(SupplyChain chain) {
        LocalDate start = LocalDate.of(chain.year(), 7, 1);
        SupplyChain built = chain;
        for (InstalledLine mine : Lines.of(Ids.recipe("re-mining")).in(chain)) {
            if (!mine.country().equals(Metal.CHINA) && mine.isPresentOn(start)) {
                built = built.with(
                        Add.line(mine.facility().id(), asLargeAs(mine).withStarts(start)));
            }
        }
        return built;
    }

    private static Line asLargeAs(InstalledLine mine) {
        Range dug = mine.line().capacity().usable().orElseThrow().range();
        return Line.of("re-separation", Capacity.nameplate(Figure.stated(dug.high(), dug.unit())))
                .withName(PLANT);
    }

    /** Whether a line is one of those plants. */
    static boolean isNew(String line) {
        return line.endsWith("/" + PLANT);
    }
}
