package org.lodegraph.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * How work is carried out: where, who hears of progress, who may stop it. It never changes an answer.
 *
 * @param executor where independent parts run
 * @param progress who hears of progress
 * @param cancelled asked now and then; true stops the work
 */
public record Run(Executor executor, Progress progress, BooleanSupplier cancelled) {

    private static final Run HERE = new Run(Runnable::run, (what, done, total) -> {}, () -> false);

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
     * On the calling thread, silently, to the end.
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
