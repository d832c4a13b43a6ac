package org.lodegraph.lp;

/**
 * Nothing is known: the caller cancelled, or the engine reached its limit.
 *
 * @param program the program that was to be solved
 * @param engine the name of the engine that stopped
 * @param reason why, as a part of a sentence
 */
public record Stopped(LinearProgram program, String engine, String reason) implements Outcome {

    @Override
    public String toString() {
        return Message.of("Engine '%s': stopped before an answer (%s).", engine, reason);
    }
}
