package org.lodegraph.io;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Which cell stands in which column of a row that has too few or too many cells. Cells before the place where it went
 * wrong count from the left, cells behind it from the right; what stands at the place itself is lost, or the row goes
 * wrong only at its end. Of all places those count under which the cells fit best, and of these only what they agree on.
 */
final class Alignment {

    static final int LOST = -1;

    private Alignment() {}

    /**
     * The place of each column's cell in the row, or {@link #LOST}.
     *
     * @param misfit how ill the cells fit if columns and cells belong together so
     */
    static int[] best(int columns, int cells, ToDoubleFunction<int[]> misfit) {
        int[] best = new int[0];
        double least = Double.POSITIVE_INFINITY;
        for (int broken = Math.min(columns, cells); broken >= 0; broken--) {
            int[] at = brokenAt(broken, columns, cells);
            double fits = misfit.applyAsDouble(at);
            if (fits < least) {
                best = at;
                least = fits;
            } else if (fits == least) {
                keepCommon(best, at);
            }
        }
        return best;
    }

    private static int[] brokenAt(int broken, int columns, int cells) {
        int[] at = new int[columns];
        Arrays.fill(at, LOST);
        for (int column = 0; column < broken; column++) {
            at[column] = column;
        }
        for (int end = 1; end < Math.min(columns, cells) - broken; end++) {
            at[columns - end] = cells - end;
        }
        return at;
    }

    private static void keepCommon(int[] best, int[] at) {
        for (int column = 0; column < best.length; column++) {
            if (best[column] != at[column]) {
                best[column] = LOST;
            }
        }
    }
}
