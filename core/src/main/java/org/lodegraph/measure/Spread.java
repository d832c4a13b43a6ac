package org.lodegraph.measure;

import java.util.random.RandomGenerator;

/** How far a published number reaches: one value, a range, or a distribution. Ends and middle are finite. */
public sealed interface Spread {

    /**
     * The low end.
     *
     * @return for a lognormal the 2.5 % quantile
     */
    double low();

    /**
     * The middle.
     *
     * @return the value, the midpoint of a bare range, the mode of a triangle, the median of a lognormal
     */
    double central();

    /**
     * The high end.
     *
     * @return for a lognormal the 97.5 % quantile
     */
    double high();

    /**
     * One draw; a bare range is drawn evenly. A spread takes as many uniform numbers for each draw: none, one, or two for
     * a lognormal; so the draws of one chain do not depend on the values seen before.
     *
     * @param random where randomness comes from
     * @return a value between low and high, or for a lognormal any positive value
     */
    double draw(RandomGenerator random);

    /**
     * The spread of the number multiplied by a factor.
     *
     * @param factor positive or zero
     * @return the scaled spread
     * @throws IllegalArgumentException if the factor is negative or not finite
     */
    Spread times(double factor);

    /**
     * The value at a reading.
     *
     * @param reading which end
     * @return the value
     */
    default double at(Reading reading) {
        return switch (reading) {
            case LOW -> low();
            case CENTRAL -> central();
            case HIGH -> high();
        };
    }

    /**
     * One value.
     *
     * @param value the value
     * @return the spread
     */
    static Spread exact(double value) {
        return new Exact(value);
    }

    /**
     * A bare range; one value if both ends are equal.
     *
     * @param low the low end
     * @param high the high end
     * @return the spread
     */
    static Spread between(double low, double high) {
        return low == high ? new Exact(low) : new Between(low, high);
    }

    /**
     * A triangle; one value if all three are equal.
     *
     * @param low the low end
     * @param mode the likeliest value
     * @param high the high end
     * @return the spread
     */
    static Spread triangular(double low, double mode, double high) {
        return low == high && mode == low ? new Exact(low) : new Triangular(low, mode, high);
    }

    /**
     * A lognormal.
     *
     * @param median the median; positive
     * @param sigma the standard deviation of the logarithm; positive
     * @return the spread
     */
    static Spread lognormal(double median, double sigma) {
        return new Lognormal(median, sigma);
    }

    /**
     * One value.
     *
     * @param value the value; finite
     */
    record Exact(double value) implements Spread {
        /** Checks the value. Minus zero becomes zero. */
        public Exact {
            require(Double.isFinite(value), "exact", value + "");
            value += 0.0;
        }

        @Override
        public double low() {
            return value;
        }

        @Override
        public double central() {
            return value;
        }

        @Override
        public double high() {
            return value;
        }

        @Override
        public double draw(RandomGenerator random) {
            return value;
        }

        @Override
        public Spread times(double factor) {
            return new Exact(value * checked(factor));
        }
    }

    /**
     * A bare range.
     *
     * @param low the low end; finite
     * @param high the high end; finite, above low
     */
    record Between(double low, double high) implements Spread {
        /** Checks the ends. Minus zero becomes zero. */
        public Between {
            require(Double.isFinite(low) && Double.isFinite(high) && low < high, "range", low + " .. " + high);
            low += 0.0;
            high += 0.0;
        }

        @Override
        public double central() {
            return low + (high - low) / 2;
        }

        @Override
        public double draw(RandomGenerator random) {
            return low + random.nextDouble() * (high - low);
        }

        @Override
        public Spread times(double factor) {
            return between(low * checked(factor), high * factor);
        }
    }

    /**
     * A triangle.
     *
     * @param low the low end; finite
     * @param mode the likeliest value
     * @param high the high end; finite
     */
    record Triangular(double low, double mode, double high) implements Spread {
        /** Checks the corners. Minus zero becomes zero. */
        public Triangular {
            require(
                    Double.isFinite(low) && Double.isFinite(high) && low <= mode && mode <= high && low < high,
                    "triangle",
                    low + " .. " + mode + " .. " + high);
            low += 0.0;
            mode += 0.0;
            high += 0.0;
        }

        @Override
        public double central() {
            return mode;
        }

        @Override
        public double draw(RandomGenerator random) {
            double u = random.nextDouble();
            double cut = (mode - low) / (high - low);
            return u < cut
                    ? low + Math.sqrt(u * (high - low) * (mode - low))
                    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
        }

        @Override
        public Spread times(double factor) {
            return triangular(low * checked(factor), mode * factor, high * factor);
        }
    }

    /**
     * A lognormal.
     *
     * @param median the median; positive and finite
     * @param sigma the standard deviation of the logarithm; positive, below 10
     */
    record Lognormal(double median, double sigma) implements Spread {
        /** The standard normal quantile at 97.5 %. */
        private static final double Z = 1.959963984540054;

        /** Checks the parameters. */
        public Lognormal {
            require(
                    median > 0 && sigma > 0 && sigma < 10 && Double.isFinite(median * StrictMath.exp(Z * sigma)),
                    "lognormal",
                    "median " + median + ", sigma " + sigma);
        }

        @Override
        public double low() {
            return median * StrictMath.exp(-Z * sigma);
        }

        @Override
        public double central() {
            return median;
        }

        @Override
        public double high() {
            return median * StrictMath.exp(Z * sigma);
        }

        @Override
        public double draw(RandomGenerator random) {
            // Box and Muller 1958, in StrictMath: the same bytes on each JVM, which nextGaussian does not promise.
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            double normal = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
            return median * StrictMath.exp(sigma * normal);
        }

        @Override
        public Spread times(double factor) {
            return checked(factor) == 0 ? new Exact(0) : new Lognormal(median * factor, sigma);
        }
    }

    private static void require(boolean holds, String kind, String seen) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "Spread (%s): numbers must be finite and in order (seen: %s). Maybe use Figure.unknown for a missing number."
                            .formatted(kind, seen));
        }
    }

    private static double checked(double factor) {
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Spread: cannot be multiplied by %s. Maybe a factor of 0 or above.".formatted(factor));
        }
        return factor;
    }
}
