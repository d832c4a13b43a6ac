package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class InsteadOfGalliumTest {

    private static final InsteadOfGallium INSTEAD = InsteadOfGallium.of();

    @Test
    void saysWhichFigureIsMissing() {
        assertThat(INSTEAD.headline())
                .startsWith(
                        "6 alternatives are named for gallium in the United States; together they may take over 0 to 18.81 t/a Ga content of 19 t/a Ga content, for nobody publishes how much any could.")
                .endsWith(
                        "without China the United States lose 42.6 % to 82.2 % of their gallium if all share, and 0.0 % to 71.9 % of their germanium, so it is not apart from the chokepoint.");
        assertThat(INSTEAD.instead().candidates()).hasSize(6).noneMatch(candidate -> candidate.modeled());
        assertThat(Render.text(INSTEAD)).contains("silicon-germanium");
    }
}
