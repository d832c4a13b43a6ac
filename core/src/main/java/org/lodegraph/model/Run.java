package org.lodegraph.model;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How work is carried out: where, who hears of progress, who may stop it. It never changes an answer.
 *
 * @param executor where independent parts run
 * @param progress who hears of progress
 * @param cancelled asked now and then; true stops the work
 */
public record Run(Executor executor, Progress progress, BooleanSupplier cancelled) {

    private static final Run HERE = new Run(
            Runnable::run,
            (what, done, total) -> {},
            () -> Thread.currentThread().isInterrupted());

    /** Who hears of progress. Called from any thread. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Some work is done.
         *
         * @param what the work, for people
         * @param done parts done
         * @param total parts in all
         */
        void at(String what, long done, long total);
    }

    /**
     * On the calling thread, silently, to the end, unless that thread is interrupted.
     *
     * @return the run
     */
    public static Run here() {
        return HERE;
    }

    /**
     * A copy that runs independent parts elsewhere.
     *
     * @param where the executor; not shut down by the library
     * @return the copy
     */
    public Run on(Executor where) {
        return new Run(where, progress, cancelled);
    }

    /**
     * A copy that tells of progress.
     *
     * @param who hears of it
     * @return the copy
     */
    public Run telling(Progress who) {
        return new Run(executor, who, cancelled);
    }

    /**
     * A copy that can be stopped.
     *
     * @param when asked now and then; true stops the work
     * @return the copy
     */
    public Run until(BooleanSupplier when) {
        return new Run(executor, progress, when);
    }

    /**
     * Carries out independent parts on the executor and waits for all. The calling thread helps, so parts that carry out
     * parts of their own never wait for a free thread.
     *
     * @param what the work, for people
     * @param parts what to carry out
     * @param <T> what a part gives
     * @return what the parts gave, in their order
     * @throws CancellationException if the work was cancelled
     */
    public <T> List<T> all(String what, List<? extends Supplier<T>> parts) {
        AtomicLong done = new AtomicLong();
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (Supplier<T> part : parts) {
            tasks.add(new FutureTask<>(() -> {
                check();
                T value = part.get();
                progress.at(what, done.incrementAndGet(), parts.size());
                return value;
            }));
        }
        try {
            tasks.forEach(executor::execute);
            ImmutableList.Builder<T> values = ImmutableList.builder();
            for (FutureTask<T> task : tasks) {
                task.run();
                values.add(get(task));
            }
            return values.build();
        } finally {
            // After a failure nobody waits for the parts that are left.
            tasks.forEach(task -> task.cancel(false));
        }
    }

    private static <T> T get(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Run: interrupted.");
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        }
    }

    /**
     * Stops here if somebody asked for it.
     *
     * @throws CancellationException if the work was cancelled
     */
    public void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("Run: cancelled by the caller.");
        }
    }
}
