package org.lodegraph.lp;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.SplittableRandom;

/** Seeded random programs with small integers, which make ties, degenerate vertices and redundant rows common. */
final class RandomPrograms {

    private final SplittableRandom random;
    private boolean freeColumns;
    private boolean equalities;
    private boolean degenerate;
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

    /** All rows are equalities. */
    RandomPrograms withEqualitiesOnly() {
        equalities = true;
        return this;
    }

    /** All rows meet in the origin, so that most vertices are the same point and most steps go nowhere. */
    RandomPrograms withRowsThroughTheOrigin() {
        degenerate = true;
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
            somewhere[j] = random.nextBoolean() || degenerate ? 0 : Math.min(high, random.nextInt(5));
            builder.column("x" + j, low * unit[j], high * unit[j], random.nextInt(-5, 6) / unit[j]);
        }
        for (int i = 0; i < rows; i++) {
            row(builder, i, somewhere, unit);
        }
        return builder.build();
    }

    /**
     * A chain of {@code stages} in {@code countries}: what a country runs it makes, ships to any country, and there feeds
     * the next stage or serves. The first columns are the runs, stage by stage.
     */
    static LinearProgram network(long seed, int countries, int stages) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearProgram.Builder builder = LinearProgram.maximize();
        for (int k = 0; k < stages * countries; k++) {
            builder.column("run " + k, 0, random.nextInt(3) == 0 ? 0 : random.nextDouble(100), 0);
        }
        for (int k = 0; k < stages * countries; k++) {
            int made = builder.row("made " + k, 0, 0);
            int pool = builder.row("pool " + k, 0, 0);
            builder.entry(made, k, 1);
            if (k + countries < stages * countries) {
                builder.entry(pool, k + countries, -0.5 - random.nextDouble());
            } else {
                builder.entry(
                        pool, builder.column("serve " + k, 0, random.nextDouble(80), 1 + random.nextDouble()), -1);
            }
        }
        for (int k = 0; k < stages * countries; k++) {
            for (int to = k / countries * countries; to < (k / countries + 1) * countries; to++) {
                double most = random.nextInt(4) == 0 ? random.nextDouble(30) : POSITIVE_INFINITY;
                int lane = builder.column("lane " + k + " " + to, 0, most, 0);
                builder.entry(2 * k, lane, -1).entry(2 * to + 1, lane, 1);
            }
        }
        return builder.build();
    }

    /** The same program with each row and column measured in units of 10 to a random power. */
    static LinearProgram inOtherUnits(LinearProgram program, long seed, int smallestExponent, int largestExponent) {
        RandomPrograms units = new RandomPrograms(seed).inUnits(smallestExponent, largestExponent);
        boolean least = program.sense() == LinearProgram.Sense.MINIMIZE;
        LinearProgram.Builder builder = least ? LinearProgram.minimize() : LinearProgram.maximize();
        double[] unit = new double[program.columns()];
        for (int j = 0; j < unit.length; j++) {
            unit[j] = units.unit();
            builder.column(
                    "", program.columnLow(j) * unit[j], program.columnHigh(j) * unit[j], program.cost(j) / unit[j]);
        }
        for (int i = 0; i < program.rows(); i++) {
            double rowUnit = units.unit();
            builder.row("", program.rowLow(i) * rowUnit, program.rowHigh(i) * rowUnit);
            for (int j = 0; j < unit.length; j++) {
                builder.entry(i, j, program.entry(i, j) * rowUnit / unit[j]);
            }
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
        int kind = equalities ? 0 : random.nextInt(4);
        double room = degenerate ? 0 : random.nextInt(10) == 0 ? 30 : random.nextInt(5);
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
