package org.lodegraph.benchmarks;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import java.util.SplittableRandom;
import org.lodegraph.lp.LinearProgram;

/** Seeded programs of about 2,000 columns, shaped like those of supply chains. */
public enum Programs {
    /**
     * Five stages in twenty countries, every pair of countries with its own lane: 2,120 columns, 200 rows. Columns are
     * boxed: the first hundred are runs with their capacities, the others lanes, some of them with quotas.
     */
    LANES {
        @Override
        LinearProgram draw(long seed) {
            return Programs.lanes(new SplittableRandom(seed), 20, 5);
        }
    },

    /**
     * Sixteen materials in thirty countries that trade through one pool each, as the delivery program is compiled:
     * 2,040 columns, 1,750 rows. Columns have no upper bounds, capacities and quotas are rows so that they have prices.
     */
    POOLS {
        @Override
        LinearProgram draw(long seed) {
            return Programs.pools(new SplittableRandom(seed), 30, 16);
        }
    };

    abstract LinearProgram draw(long seed);

    private static LinearProgram lanes(SplittableRandom random, int countries, int stages) {
        LinearProgram.Builder builder = LinearProgram.maximize();
        int sites = stages * countries;
        for (int k = 0; k < sites; k++) {
            builder.column("run " + k, 0, random.nextInt(3) == 0 ? 0 : random.nextDouble(100), 0);
        }
        for (int k = 0; k < sites; k++) {
            int made = builder.row("made " + k, 0, 0);
            int pool = builder.row("pool " + k, 0, 0);
            builder.entry(made, k, 1);
            if (k + countries < sites) {
                builder.entry(pool, k + countries, -0.5 - random.nextDouble());
            } else {
                int serve = builder.column("serve " + k, 0, random.nextDouble(80), 1 + random.nextDouble());
                builder.entry(pool, serve, -1);
            }
        }
        for (int k = 0; k < sites; k++) {
            for (int to = k / countries * countries; to < (k / countries + 1) * countries; to++) {
                double most = random.nextInt(4) == 0 ? random.nextDouble(30) : POSITIVE_INFINITY;
                int lane = builder.column("lane " + k + " " + to, 0, most, 0);
                builder.entry(2 * k, lane, -1).entry(2 * to + 1, lane, 1);
            }
        }
        return builder.build();
    }

    /**
     * Each material is made from the one before it and a third of them from an earlier one too, a twentieth of whose
     * countries have no capacity left. What a country makes it keeps or ships into the pool, one hop; a third of the
     * imports have quotas. The last quarter of the materials is wanted.
     */
    private static LinearProgram pools(SplittableRandom random, int countries, int materials) {
        LinearProgram.Builder builder = LinearProgram.maximize();
        int sites = materials * countries;
        for (int m = 0; m < materials; m++) {
            builder.row("pool " + m, 0, 0);
        }
        for (int k = 0; k < sites; k++) {
            builder.row("made " + k, 0, 0);
        }
        for (int k = 0; k < sites; k++) {
            builder.row("at hand " + k, 0, POSITIVE_INFINITY);
        }
        for (int k = 0; k < sites; k++) {
            int m = k / countries;
            int run = builder.column("run " + k, 0, POSITIVE_INFINITY, 0);
            double most = random.nextInt(20) == 0 ? 0 : 100 * Math.exp(-3 * random.nextDouble());
            builder.entry(builder.row("capacity " + k, NEGATIVE_INFINITY, most), run, 1);
            builder.entry(materials + k, run, 1);
            if (m > 0) {
                builder.entry(materials + sites + k - countries, run, -0.5 - random.nextDouble());
            }
            if (m > 1 && m % 3 == 0) {
                int other = random.nextInt(m - 1) * countries + k % countries;
                builder.entry(materials + sites + other, run, -0.3 * random.nextDouble());
            }
            int keep = builder.column("keep " + k, 0, POSITIVE_INFINITY, 0);
            builder.entry(materials + k, keep, -1).entry(materials + sites + k, keep, 1);
            int export = builder.column("export " + k, 0, POSITIVE_INFINITY, 0);
            builder.entry(materials + k, export, -1).entry(m, export, 1);
            int enter = builder.column("import " + k, 0, POSITIVE_INFINITY, 0);
            builder.entry(m, enter, -1).entry(materials + sites + k, enter, 1);
            if (random.nextInt(3) == 0) {
                builder.entry(builder.row("quota " + k, NEGATIVE_INFINITY, 40 * random.nextDouble()), enter, 1);
            }
            if (4 * m >= 3 * materials) {
                int serve = builder.column("serve " + k, 0, POSITIVE_INFINITY, 0.5 + random.nextDouble());
                builder.entry(materials + sites + k, serve, -1);
                builder.entry(builder.row("want " + k, NEGATIVE_INFINITY, 50 * random.nextDouble()), serve, 1);
            }
        }
        return builder.build();
    }
}
