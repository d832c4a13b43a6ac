package org.lodegraph.stock;

import org.lodegraph.measure.Numbers;

/**
 * How long products stay in use, in years: what part of a cohort is still there at an age.
 *
 * <p>Every family is a family of scale: {@link #times} stretches all lifetimes alike, so that a longer one keeps at least as
 * much in use at every age.
 */
public sealed interface Lifetime {

    /**
     * The part still in use.
     *
     * @param age in years; before an age of zero all is in use
     * @return 0..1, never rising with age
     */
    double survival(double age);

    /**
     * The mean.
     *
     * @return in years
     */
    double mean();

    /**
     * The same shape, stretched.
     *
     * @param factor positive
     * @return the lifetime of which every quantile is so many times this one's
     */
    Lifetime times(double factor);

    /**
     * The same shape with another mean.
     *
     * @param years the mean, positive
     * @return the stretched lifetime
     */
    default Lifetime withMean(double years) {
        return times(years / mean());
    }

    /**
     * Every product lasts equally long: it is there while its age is below that.
     *
     * @param years positive
     * @return the lifetime
     */
    static Lifetime fixed(double years) {
        return new Fixed(years);
    }

    /**
     * Normal, not truncated: what the distribution has below zero leaves in its first year.
     *
     * @param mean in years, positive
     * @param deviation the standard deviation in years, positive
     * @return the lifetime
     */
    static Lifetime normal(double mean, double deviation) {
        return new Normal(mean, deviation);
    }

    /**
     * Normal with what is below zero folded over.
     *
     * @param centre mean of the normal before it is folded, in years, positive
     * @param deviation standard deviation of the normal before it is folded, in years, positive
     * @return the lifetime
     */
    static Lifetime foldedNormal(double centre, double deviation) {
        return new FoldedNormal(centre, deviation);
    }

    /**
     * Lognormal.
     *
     * @param mean of the lifetime itself, not of its logarithm, in years, positive
     * @param deviation standard deviation of the lifetime itself, in years, positive
     * @return the lifetime
     */
    static Lifetime lognormal(double mean, double deviation) {
        double variance = StrictMath.log1p(deviation * deviation / (mean * mean));
        return new Lognormal(mean / StrictMath.exp(variance / 2), StrictMath.sqrt(variance));
    }

    /**
     * Weibull, from its mean: scale = mean / gamma(1 + 1/shape).
     *
     * @param mean in years, positive
     * @param shape positive; 1 is exponential, above 1 products wear out
     * @return the lifetime
     */
    static Lifetime weibull(double mean, double shape) {
        return new Weibull(mean / Special.gammaOfOnePlus(1 / shape), shape);
    }

    /**
     * Every product lasts equally long.
     *
     * @param years how long, positive
     */
    record Fixed(double years) implements Lifetime {
        /** Checks the years. */
        public Fixed {
            requirePositive("years", years);
        }

        @Override
        public double survival(double age) {
            return age < years ? 1 : 0;
        }

        @Override
        public double mean() {
            return years;
        }

        @Override
        public Lifetime times(double factor) {
            return new Fixed(years * factor);
        }

        @Override
        public String toString() {
            return "fixed";
        }
    }

    /**
     * Normal, not truncated.
     *
     * @param mean in years, positive
     * @param deviation standard deviation in years, positive
     */
    record Normal(double mean, double deviation) implements Lifetime {
        /** Checks mean and deviation. */
        public Normal {
            requirePositive("mean", mean);
            requirePositive("standard deviation", deviation);
        }

        @Override
        public double survival(double age) {
            return age < 0 ? 1 : above((age - mean) / deviation);
        }

        @Override
        public Lifetime times(double factor) {
            return new Normal(mean * factor, deviation * factor);
        }

        @Override
        public String toString() {
            return "normal";
        }
    }

    /**
     * Normal with what is below zero folded over.
     *
     * @param centre mean of the normal before it is folded, in years, positive
     * @param deviation standard deviation of the normal before it is folded, in years, positive
     */
    record FoldedNormal(double centre, double deviation) implements Lifetime {
        /** Checks centre and deviation. */
        public FoldedNormal {
            requirePositive("centre", centre);
            requirePositive("standard deviation", deviation);
        }

        @Override
        public double survival(double age) {
            double years = Math.max(0, age);
            return above((years - centre) / deviation) + above((years + centre) / deviation);
        }

        /** centre (1 - 2 P(below zero)) + deviation sqrt(2/pi) exp(-centre²/(2 deviation²)). */
        @Override
        public double mean() {
            double z = centre / deviation;
            return centre * (1 - 2 * above(z)) + deviation * StrictMath.sqrt(2 / Math.PI) * StrictMath.exp(-z * z / 2);
        }

        @Override
        public Lifetime times(double factor) {
            return new FoldedNormal(centre * factor, deviation * factor);
        }

        @Override
        public String toString() {
            return "folded normal";
        }
    }

    /**
     * Lognormal.
     *
     * @param median in years, positive
     * @param sigma standard deviation of the logarithm, positive
     */
    record Lognormal(double median, double sigma) implements Lifetime {
        /** Checks median and sigma. */
        public Lognormal {
            requirePositive("median", median);
            requirePositive("sigma", sigma);
        }

        @Override
        public double survival(double age) {
            return above(StrictMath.log(Math.max(0, age) / median) / sigma);
        }

        @Override
        public double mean() {
            return median * StrictMath.exp(sigma * sigma / 2);
        }

        @Override
        public Lifetime times(double factor) {
            return new Lognormal(median * factor, sigma);
        }

        @Override
        public String toString() {
            return "lognormal";
        }
    }

    /**
     * Weibull.
     *
     * @param scale in years, positive
     * @param shape positive
     */
    record Weibull(double scale, double shape) implements Lifetime {
        /** Checks scale and shape. */
        public Weibull {
            requirePositive("scale", scale);
            requirePositive("shape", shape);
        }

        @Override
        public double survival(double age) {
            return StrictMath.exp(-StrictMath.pow(Math.max(0, age) / scale, shape));
        }

        @Override
        public double mean() {
            return scale * Special.gammaOfOnePlus(1 / shape);
        }

        @Override
        public Lifetime times(double factor) {
            return new Weibull(scale * factor, shape);
        }

        @Override
        public String toString() {
            return "Weibull, shape " + Numbers.brief(shape);
        }
    }

    /** How much of a standard normal lies above. */
    private static double above(double z) {
        return Special.erfc(z / StrictMath.sqrt(2)) / 2;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Lifetime: %s not positive (seen: %s). Maybe it was given in another order."
                            .formatted(what, value));
        }
    }
}
