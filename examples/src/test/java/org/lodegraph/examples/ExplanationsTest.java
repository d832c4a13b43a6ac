package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.model.Query;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;

/** Explanations of answers from the reference data can be read: neither too wide for a terminal nor endless. */
class ExplanationsTest {

    private static final int WIDTH = 100;
    private static final int MOST_LINES = 400;

    private static void isReadable(SupplyChain chain, Target target) {
        List<Query<? extends Explained>> questions =
                List.of(Delivery.to(target), Chokepoints.of(target), Exposure.of(target), CapacityGaps.of(target));
        for (Query<? extends Explained> question : questions) {
            List<String> lines = Render.text(
                            Report.of("Why?", chain.ask(question).explain()))
                    .lines()
                    .toList();
            assertThat(lines).as("%s", question).hasSizeBetween(5, MOST_LINES).allMatch(line -> line.length() <= WIDTH);
        }
    }

    @Test
    void galliumOfTheUnitedStates() {
        isReadable(
                Reference.chain(Reference.LAST_YEAR, "gallium"),
                Target.of(material("gallium-high-purity"), country("USA")));
    }

    @Test
    void magnetsOfJapan() {
        isReadable(Reference.chain(2024, "ndfeb-magnets"), Target.of(material("ndfeb-magnets"), country("JPN")));
    }
}
