package org.lodegraph.lp;

/** What an engine does not answer: a claim that its certificate does not bear out, or a program beyond its size. */
public final class UncertifiedSolutionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private UncertifiedSolutionException(String message) {
        super(message);
    }

    UncertifiedSolutionException(String engine, String claim, String failure) {
        this(Message.of(
                "Engine '%s': its %s fails the certificate (%s). Maybe bring coefficients and bounds closer to one,"
                        + " or try another engine.",
                engine, claim, failure));
    }

    static UncertifiedSolutionException tooLarge(String engine, long size, int limit) {
        return new UncertifiedSolutionException(Message.of(
                "Engine '%s': does not take on so large a program (%d rows and columns, at most %d)."
                        + " Maybe ask Solvers.standard(), which has another engine for it.",
                engine, size, limit));
    }
}
