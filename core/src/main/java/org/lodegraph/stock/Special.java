package org.lodegraph.stock;

/** Two special functions, to about 1e-15; the same on every machine. */
final class Special {

    /** Where the continued fraction takes over from the series. */
    private static final double TAIL = 2;

    /** Enough for the tail from {@value #TAIL} on; farther out fewer would do. */
    private static final int FRACTION_TERMS = 80;

    /** Lanczos' approximation with g = 7 and nine terms, coefficients by Godfrey. */
    private static final double LANCZOS_G = 7;

    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Special() {}

    /** The complementary error function, 1 - erf(x). */
    static double erfc(double x) {
        if (x < 0) {
            return 2 - erfc(-x);
        }
        return x < TAIL ? 1 - series(x) : fraction(x);
    }

    /** erf(x) = 2/sqrt(pi) exp(-x²) sum of (2x²)^n x / (1·3·5·..·(2n+1)): no term is negative, so nothing cancels. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 0; sum + term > sum; n++) {
            term *= 2 * x * x / (2 * n + 3);
            sum += term;
        }
        return 2 / StrictMath.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    /** erfc(x) = exp(-x²)/sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ..)))). */
    private static double fraction(double x) {
        double rest = x;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            rest = x + k / 2.0 / rest;
        }
        return StrictMath.exp(-x * x) / StrictMath.sqrt(Math.PI) / rest;
    }

    /** The gamma function of one plus x, for x from 0. */
    static double gammaOfOnePlus(double x) {
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS_G + 0.5;
        return StrictMath.sqrt(2 * Math.PI) * StrictMath.pow(t, x + 0.5) * StrictMath.exp(-t) * sum;
    }
}
