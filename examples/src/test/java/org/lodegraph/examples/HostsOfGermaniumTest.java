package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodegraph.render.Render;

class HostsOfGermaniumTest {

    private static final HostsOfGermanium HOSTS = HostsOfGermanium.of();

    @Test
    void circuitsOutsideChinaThatHaveAHost() {
        // Trail 8 to 40 t, Japan 1 to 5 t, Russia 3 to 15 t; Belgium, Germany and the United States live on scrap
        assertThat(HOSTS.outside().low()).isEqualTo(8 + 1 + 3, within(1e-9));
        assertThat(HOSTS.outside().high()).isEqualTo(40 + 5 + 15, within(1e-9));
    }

    @Test
    void whatZincCouldGiveIsBounded() {
        // 2 to 5 % are taken now; the best circuit takes 75 %
        assertThat(HOSTS.mostTimes()).isEqualTo(0.75 / 0.02, within(1e-2));
    }

    @Test
    void theHostCapIsUnknownAndNotGuessed() {
        assertThat(Render.html(HOSTS))
                .contains("unknown", "how much of it each country has is not published")
                .contains("zinc leach residue", "ash of germanium-rich coal", "scrap")
                .contains("7,000 t", "112,000 t");
    }
}
