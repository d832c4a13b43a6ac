package org.lodegraph.flow;

/** A chain is valid, but lacks what a delivery cannot be computed without. */
public final class IncompleteChainException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * For one gap.
     *
     * @param message what is missing, and the cure
     */
    public IncompleteChainException(String message) {
        super(message);
    }
}
