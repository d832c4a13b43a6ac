package org.lodegraph.lp;

/** An optimum was asked of an outcome that is none. */
public final class NoOptimumException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final transient Outcome outcome;

    NoOptimumException(Outcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    /** What was found instead. */
    public Outcome outcome() {
        return outcome;
    }
}
