package org.lodegraph.lp;

import static java.lang.Double.isInfinite;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The slow obvious twin of every solver: tries all vertices. Infinite bounds are cut off at a distance far beyond any
 * vertex of a small program with small integers; if the optimum improves when the distance doubles, it has no limit.
 */
final class VertexOracle {

    private static final double FAR = 1e5;
    private static final double SLACK = 1e-7;

    private record Face(double[] normal, double value) {}

    private VertexOracle() {}

    /** The optimum, nothing where the program is infeasible, an infinity where it is unbounded. */
    static OptionalDouble optimum(LinearProgram program) {
        OptionalDouble near = best(program, FAR);
        if (near.isEmpty()) {
            return near;
        }
        double far = best(program, 2 * FAR).orElseThrow();
        double gain =
                program.sense() == LinearProgram.Sense.MINIMIZE ? near.getAsDouble() - far : far - near.getAsDouble();
        return gain > 1
                ? OptionalDouble.of(
                        program.sense() == LinearProgram.Sense.MINIMIZE
                                ? Double.NEGATIVE_INFINITY
                                : Double.POSITIVE_INFINITY)
                : near;
    }

    private static OptionalDouble best(LinearProgram program, double far) {
        int n = program.columns();
        List<Face> faces = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            double[] normal = new double[n];
            normal[j] = 1;
            faces.add(new Face(normal, Math.max(program.columnLow(j), -far)));
            faces.add(new Face(normal, Math.min(program.columnHigh(j), far)));
        }
        for (int i = 0; i < program.rows(); i++) {
            double[] normal = new double[n];
            for (int j = 0; j < n; j++) {
                normal[j] = program.entry(i, j);
            }
            if (!isInfinite(program.rowLow(i))) {
                faces.add(new Face(normal, program.rowLow(i)));
            }
            if (!isInfinite(program.rowHigh(i))) {
                faces.add(new Face(normal, program.rowHigh(i)));
            }
        }
        double best = Double.POSITIVE_INFINITY;
        double sign = program.sense() == LinearProgram.Sense.MINIMIZE ? 1 : -1;
        int[] chosen = new int[n];
        for (int k = 0; k < n; k++) {
            chosen[k] = k;
        }
        do {
            double[] x = meeting(faces, chosen, n);
            if (x.length == n && feasible(program, x, far)) {
                best = Math.min(best, sign * program.objective(x));
            }
        } while (next(chosen, faces.size()));
        return best == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(sign * best);
    }

    /** The next larger choice of as many faces, in lexicographic order. */
    private static boolean next(int[] chosen, int faces) {
        int k = chosen.length - 1;
        while (k >= 0 && chosen[k] == faces - chosen.length + k) {
            k--;
        }
        if (k < 0) {
            return false;
        }
        chosen[k]++;
        for (int l = k + 1; l < chosen.length; l++) {
            chosen[l] = chosen[l - 1] + 1;
        }
        return true;
    }

    private static boolean feasible(LinearProgram program, double[] x, double far) {
        for (int j = 0; j < x.length; j++) {
            if (x[j] < Math.max(program.columnLow(j), -far) - SLACK
                    || x[j] > Math.min(program.columnHigh(j), far) + SLACK) {
                return false;
            }
        }
        for (int i = 0; i < program.rows(); i++) {
            double activity = program.activity(i, x);
            if (activity < program.rowLow(i) - SLACK || activity > program.rowHigh(i) + SLACK) {
                return false;
            }
        }
        return true;
    }

    /** The point where the chosen faces meet, by Gauss and Jordan; empty where they meet in no single point. */
    private static double[] meeting(List<Face> faces, int[] chosen, int n) {
        double[][] a = new double[n][n + 1];
        for (int k = 0; k < n; k++) {
            System.arraycopy(faces.get(chosen[k]).normal(), 0, a[k], 0, n);
            a[k][n] = faces.get(chosen[k]).value();
        }
        for (int p = 0; p < n; p++) {
            int pivot = p;
            for (int r = p + 1; r < n; r++) {
                pivot = Math.abs(a[r][p]) > Math.abs(a[pivot][p]) ? r : pivot;
            }
            if (Math.abs(a[pivot][p]) < 1e-9) {
                return new double[n + 1];
            }
            double[] row = a[pivot];
            a[pivot] = a[p];
            a[p] = row;
            for (int r = 0; r < n; r++) {
                double factor = r == p ? 0 : a[r][p] / row[p];
                for (int c = p; factor != 0 && c <= n; c++) {
                    a[r][c] -= factor * row[c];
                }
            }
        }
        double[] x = new double[n];
        for (int p = 0; p < n; p++) {
            x[p] = a[p][n] / a[p][p];
        }
        return x;
    }
}
