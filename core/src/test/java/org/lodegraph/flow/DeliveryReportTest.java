package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.flow.FlowFixtures.CHN;
import static org.lodegraph.flow.FlowFixtures.JPN;
import static org.lodegraph.flow.FlowFixtures.METAL_USA;
import static org.lodegraph.flow.FlowFixtures.USA;
import static org.lodegraph.flow.FlowFixtures.ban;
import static org.lodegraph.flow.FlowFixtures.t;
import static org.lodegraph.flow.FlowFixtures.twoMakers;

import org.junit.jupiter.api.Test;
import org.lodegraph.model.Link;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Tree;

/** What a delivery says in words. */
class DeliveryReportTest {

    private final Report report = twoMakers()
            .add(ban("metal").build())
            .add(Link.of("chn-usa", "metal", CHN, USA).observed(t(12)))
            .add(Link.of("jpn-usa", "metal", JPN, USA).observed(t(4)))
            .build()
            .ask(Delivery.to(METAL_USA))
            .show();

    /** Best case: Japan's 10 of 20. Nobody reroutes: Japan's 4, so 16 are missing. */
    @Test
    void saysTheFindingFirst() {
        assertThat(report.title()).isEqualTo("Delivery to USA (metal)");
        assertThat(report.parts().get(0))
                .isEqualTo(Note.finding(
                        "Served before all others, USA (metal) cannot avoid lacking 10 t/a of 20 t/a (50.0 %); if all share,"
                                + " it lacks 10 t/a; if nobody reroutes, 16 t/a."));
    }

    @Test
    void explainsTheTotal() {
        assertThat(report.parts())
                .filteredOn(Tree.class::isInstance)
                .singleElement()
                .satisfies(part -> {
                    Tree tree = (Tree) part;
                    assertThat(tree.root().value()).hasToString("Amount[range=10 t/a]");
                    assertThat(tree.root().children())
                            .extracting(node -> node.label() + " | " + node.remark())
                            .containsExactly(
                                    "capacity of JPN: metal | 1 x 10 t/a; jpn/smelt",
                                    "what passes under ban | 1 x 0 t/a; CN-BAN");
                });
    }

    @Test
    void drawsShipmentsAndCitesSources() {
        assertThat(report.parts()).anyMatch(Ribbons.class::isInstance);
        assertThat(report.sources()).extracting("id").containsExactly("stated");
        assertThat(report.assumptions())
                .contains("effective capacity of line 'jpn/smelt': 10 t/a (not published, read as the nameplate)");
    }
}
