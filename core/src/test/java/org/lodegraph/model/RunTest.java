package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTest {

    private static List<Supplier<Integer>> squares(int count) {
        return IntStream.range(0, count)
                .<Supplier<Integer>>mapToObj(i -> () -> i * i)
                .toList();
    }

    @Test
    void partsKeepTheirOrderOnAnyExecutor() {
        ExecutorService three = Executors.newFixedThreadPool(3);
        try {
            List<Integer> here = Run.here().all("squares", squares(50));
            assertThat(here).startsWith(0, 1, 4, 9).hasSize(50);
            assertThat(Run.here().on(three).all("squares", squares(50))).isEqualTo(here);
        } finally {
            three.shutdown();
        }
    }

    /** Parts that have parts, on one thread: the caller helps, so nobody waits for a thread that never comes. */
    @Test
    void partsOfPartsNeverWaitForAThread() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Run run = Run.here().on(one);
            List<Supplier<Integer>> outer = IntStream.range(0, 4)
                    .<Supplier<Integer>>mapToObj(i -> () -> run.all("inner", squares(4)).stream()
                            .mapToInt(value -> value)
                            .sum())
                    .toList();
            assertThat(run.all("outer", outer)).containsExactly(14, 14, 14, 14);
        } finally {
            one.shutdown();
        }
    }

    @Test
    void progressCountsParts() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Run.here()
                .telling((what, done, total) -> heard.add(what + " " + done + " of " + total))
                .all("squares", squares(3));
        assertThat(heard).containsExactly("squares 1 of 3", "squares 2 of 3", "squares 3 of 3");
    }

    @Test
    void cancellationStopsBeforeTheNextPart() {
        AtomicInteger done = new AtomicInteger();
        Run run = Run.here().until(() -> done.get() >= 2);
        List<Supplier<Integer>> parts = IntStream.range(0, 9)
                .<Supplier<Integer>>mapToObj(i -> done::incrementAndGet)
                .toList();
        assertThatThrownBy(() -> run.all("work", parts))
                .isInstanceOf(CancellationException.class)
                .hasMessage("Run: cancelled by the caller.");
        assertThat(done).hasValue(2);
    }

    /** So that whoever asks without a run of their own, such as a cell of a notebook, can still be stopped. */
    @Test
    void workHereStopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Run.here().all("squares", squares(3))).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Run.here().all("squares", squares(3))).containsExactly(0, 1, 4);
    }

    @Test
    void aFailingPartFailsTheWhole() {
        Supplier<Integer> broken = () -> {
            throw new IllegalStateException("broken part");
        };
        assertThatThrownBy(() -> Run.here().all("work", List.of(broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken part");
    }

    @Test
    void partsThatAreLeftAfterAFailureAreNotCarriedOut() {
        List<Runnable> waiting = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        List<Supplier<Integer>> parts = List.of(
                done::incrementAndGet,
                () -> {
                    throw new IllegalStateException("broken part");
                },
                done::incrementAndGet);

        assertThatThrownBy(() -> Run.here().on(waiting::add).all("work", parts)).hasMessage("broken part");
        waiting.forEach(Runnable::run);

        assertThat(waiting).hasSize(3);
        assertThat(done).hasValue(1);
    }
}
