package org.lodegraph.benchmarks;

/** That both sides of a benchmark say the same. */
final class Answers {

    private Answers() {}

    /** Throws unless two numbers agree to nine digits. */
    static void agree(String what, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(theirs)))) {
            throw new IllegalStateException(what + ": " + ours + " here, " + theirs + " there.");
        }
    }
}
