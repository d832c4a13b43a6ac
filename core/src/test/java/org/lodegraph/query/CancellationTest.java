package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;

/** Whoever cancels, however late, gets a cancellation and no other error; whoever does not is told of progress. */
class CancellationTest {

    static Stream<Query<?>> queries() {
        return Stream.of(
                Delivery.to(TwoOres.TARGET),
                Chokepoints.of(TwoOres.TARGET),
                Disruption.of(TwoOres.TARGET),
                Exposure.of(TwoOres.TARGET));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void endsTheWorkWhereverItIs(Query<?> query) {
        AtomicInteger all = new AtomicInteger();
        TwoOres.CHAIN.ask(query, Run.here().until(() -> all.incrementAndGet() < 0));
        assertThat(all.get()).isGreaterThan(10);

        for (int after = 0; after < all.get(); after++) {
            AtomicInteger asked = new AtomicInteger();
            int last = after;
            assertThatExceptionOfType(CancellationException.class)
                    .as("after %s of %s", after, all)
                    .isThrownBy(() -> TwoOres.CHAIN.ask(query, Run.here().until(() -> asked.incrementAndGet() > last)));
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void tellsOfProgress(Query<?> query) {
        AtomicInteger told = new AtomicInteger();
        TwoOres.CHAIN.ask(query, Run.here().telling((what, done, total) -> {
            assertThat(done).isBetween(1L, total);
            told.incrementAndGet();
        }));

        assertThat(told.get()).isPositive();
    }
}
