package org.lodegraph.lp;

import java.util.concurrent.CancellationException;

/**
 * Nothing is known, because the caller cancelled.
 *
 * @param program the program that was to be solved
 * @param engine the name of the engine that stopped
 * @param reason why, as a part of a sentence
 */
public record Stopped(LinearProgram program, String engine, String reason) implements Outcome {

    /**
     * There is none.
     *
     * @throws CancellationException always: who cancelled waits for this, not for an error
     */
    @Override
    public Optimal optimal() {
        throw new CancellationException(toString());
    }

    @Override
    public String toString() {
        return Message.of("Engine '%s': stopped before an answer (%s).", engine, reason);
    }
}
