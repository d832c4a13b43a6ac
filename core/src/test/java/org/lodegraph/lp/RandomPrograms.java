package org.lodegraph.lp;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.SplittableRandom;

/** Seeded random programs with small integers, which make ties, degenerate vertices and redundant rows common. */
final class RandomPrograms {

    private final SplittableRandom random;
    private boolean freeColumns;
    private int smallestUnit;
    private int largestUnit;

    RandomPrograms(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Some columns may have no lower bound. */
    RandomPrograms withFreeColumns() {
        freeColumns = true;
        return this;
    }

    /** Rows and columns are measured in units of 10 to a power in this range. */
    RandomPrograms inUnits(int smallestExponent, int largestExponent) {
        smallestUnit = smallestExponent;
        largestUnit = largestExponent;
        return this;
    }

    LinearProgram next(int rows, int columns) {
        LinearProgram.Builder builder = random.nextBoolean() ? LinearProgram.minimize() : LinearProgram.maximize();
        double[] somewhere = new double[columns];
        double[] unit = new double[columns];
        for (int j = 0; j < columns; j++) {
            unit[j] = unit();
            double low = freeColumns && random.nextInt(4) == 0 ? NEGATIVE_INFINITY : random.nextInt(8) == 0 ? -3 : 0;
            double high = random.nextInt(3) == 0 ? POSITIVE_INFINITY : random.nextInt(0, 10);
            somewhere[j] = random.nextBoolean() ? 0 : Math.min(high, random.nextInt(5));
            builder.column("x" + j, low * unit[j], high * unit[j], random.nextInt(-5, 6) / unit[j]);
        }
        for (int i = 0; i < rows; i++) {
            row(builder, i, somewhere, unit);
        }
        return builder.build();
    }

    /** A row that mostly holds somewhere, so that about half of all programs are feasible. */
    private void row(LinearProgram.Builder builder, int i, double[] somewhere, double[] columnUnit) {
        double[] coefficients = new double[somewhere.length];
        double activity = 0;
        for (int j = 0; j < somewhere.length; j++) {
            if (random.nextInt(Math.max(1, somewhere.length / 3)) < 2) {
                coefficients[j] = random.nextInt(-4, 7);
                activity += coefficients[j] * somewhere[j];
            }
        }
        int kind = random.nextInt(4);
        double room = random.nextInt(10) == 0 ? 30 : random.nextInt(5);
        double low = kind == 1 ? NEGATIVE_INFINITY : kind == 0 ? activity : activity - room;
        double high = kind == 2 ? POSITIVE_INFINITY : kind == 0 ? activity : activity + room;
        if (random.nextInt(20 + 2 * somewhere.length) == 0) {
            low = 50;
            high = 50;
        }
        double unit = unit();
        builder.row("r" + i, low * unit, high * unit);
        for (int j = 0; j < somewhere.length; j++) {
            builder.entry(i, j, coefficients[j] * unit / columnUnit[j]);
        }
    }

    private double unit() {
        return smallestUnit == largestUnit ? 1 : Math.pow(10, random.nextInt(smallestUnit, largestUnit + 1));
    }
}
