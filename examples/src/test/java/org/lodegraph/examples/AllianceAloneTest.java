package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.model.Ids;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.render.Render;

class AllianceAloneTest {

    private static final AllianceAlone ALONE = AllianceAlone.of();

    @Test
    void digsEnoughAndStillMissesTwoStages() {
        assertThat(ALONE.headline())
                .isEqualTo(
                        "Of 10,000 t/a of magnets the three can make 1,474 to 2,000 t/a alone. They dig enough ore (74,500 t/a REO oxide of the 14,589 to 36,839 t/a REO oxide that it takes); the first stage that falls short is neodymium and praseodymium oxide, of which 14.7 % to 31.0 % are covered. China left out, Japan would add 0 to 1,101 t/a, Germany would add 0 to 1,101 t/a, South Korea would add 0 to 1,101 t/a.");
    }

    /** Mountain Pass 45,500 and Australia 29,000 t of oxides are dug; of 4,300 t separated 16 to 25 % are NdPr: 688 to 1,075 t. */
    @Test
    void itsFirstStagesByHand() {
        Rung ore = ALONE.gaps().rungs().get(0);
        assertThat(ore.permitted().low()).isEqualTo(45_500 + 29_000);
        Rung oxide = ALONE.gaps().find(Ids.material("ndpr-oxide")).orElseThrow();
        assertThat(oxide.permitted().low()).isCloseTo(4_300 * 0.16, within(1e-6));
        assertThat(oxide.permitted().high()).isCloseTo(4_300 * 0.25, within(1e-6));
        assertThat(ALONE.gaps().closing()).isEmpty();
    }

    /** Its lines are closed, and it has no stocks in the chain. */
    @Test
    void whoIsLeftOutIsNoPartner() {
        assertThat(ALONE.gaps().partners())
                .isNotEmpty()
                .extracting(partner -> partner.country().value())
                .doesNotContain("CHN");
    }

    @Test
    void printsItself() {
        assertThat(Render.text(ALONE))
                .contains("Japan        0 to 1,101         0 to 1,627  14.7 % to 31.0 %  neodymium-iron-boron magnets");
    }
}
