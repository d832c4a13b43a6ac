package org.lodegraph.lp;

/** An engine's claim that its certificate does not bear out: refused, never shown as an answer. */
public final class UncertifiedSolutionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UncertifiedSolutionException(String engine, String claim, String failure) {
        super(Message.of(
                "Engine '%s': its %s fails the certificate (%s). Maybe bring coefficients and bounds closer to one,"
                        + " or try another engine.",
                engine, claim, failure));
    }
}
