package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.Outage;

/**
 * A chain compiled for one corner: a linear program without an objective, and what its rows and columns mean.
 *
 * @param program the rows and columns, each measured in the scale of its material
 * @param moves what each column means
 * @param columnTons tons a year per unit of each column
 * @param costs cost per ton by column, for those that cost
 * @param limits what each row means
 * @param rowTons tons a year per unit of each row
 * @param places where each balance of a material is; the balance of what may be taken of a companion is nowhere
 * @param serving the columns that serve each demand
 * @param wanted what each demand wants, in t/a
 * @param demandRows the row of each demand
 */
record DeliveryProgram(
        LinearProgram program,
        ImmutableList<Move> moves,
        double[] columnTons,
        ImmutableMap<Integer, Double> costs,
        ImmutableList<Limiting> limits,
        double[] rowTons,
        ImmutableMap<Integer, Places.Place> places,
        ImmutableListMultimap<DemandId, Integer> serving,
        ImmutableMap<DemandId, Double> wanted,
        ImmutableMap<DemandId, Integer> demandRows) {

    /** Tons a year of a column. */
    double tons(Optimal optimal, int column) {
        return optimal.value(column) * columnTons[column];
    }

    /** What a demand wants, in t/a. */
    double wanted(DemandId demand) {
        return wanted.getOrDefault(demand, 0.0);
    }

    /** Tons a year that serve a demand. */
    double served(Optimal optimal, DemandId demand) {
        return serving.get(demand).stream()
                .mapToDouble(column -> tons(optimal, column))
                .sum();
    }

    /** The program in which what is lost is held at nothing; its columns and rows are the same. */
    DeliveryProgram without(Outage outage) {
        return new DeliveryProgram(
                without(program, outage),
                moves,
                columnTons,
                costs,
                limits,
                rowTons,
                places,
                serving,
                kept(wanted, outage),
                kept(demandRows, outage));
    }

    /** Whose supply a row limits; empty for balances and demands. */
    Optional<Id> supplier(int row) {
        Limiting limit = limits.get(row);
        return limit.kind() == Binding.Kind.DEMAND ? Optional.empty() : limit.subject();
    }

    /** Whose supply any row limits. */
    ImmutableSet<Id> suppliers() {
        return IntStream.range(0, limits.size())
                .mapToObj(this::supplier)
                .flatMap(Optional::stream)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Whether another reading of supply gave the same columns and rows, but for their scales and bounds. */
    boolean isShapedLike(DeliveryProgram other) {
        return moves.equals(other.moves)
                && limits.size() == other.limits.size()
                && IntStream.range(0, limits.size())
                        .allMatch(row -> supplier(row).equals(other.supplier(row)));
    }

    /** The program in which the supply of some is limited as in another reading of the same shape. */
    DeliveryProgram limiting(Set<Id> some, DeliveryProgram as) {
        LinearProgram limited = program.with(bounds -> {
            for (int row = 0; row < limits.size(); row++) {
                if (supplier(row).filter(some::contains).isPresent()) {
                    bounds.row(row, program.rowLow(row), as.program.rowHigh(row) * as.rowTons[row] / rowTons[row]);
                }
            }
        });
        return with(limited);
    }

    /** The same demands, under other bounds or more rows; its columns are the same, and its rows come first. */
    DeliveryProgram with(LinearProgram other) {
        return new DeliveryProgram(
                other, moves, columnTons, costs, limits, rowTons, places, serving, wanted, demandRows);
    }

    private static <V> ImmutableMap<DemandId, V> kept(ImmutableMap<DemandId, V> all, Outage outage) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(all, demand -> !outage.demands().contains(demand)));
    }

    /** A program with these columns and rows, in which what is lost is held at nothing. */
    LinearProgram without(LinearProgram any, Outage outage) {
        return any.with(bounds -> {
            for (int column = 0; column < moves.size(); column++) {
                if (moves.get(column).isLostIn(outage)) {
                    bounds.column(column, 0, 0);
                }
            }
            demandRows.forEach((demand, row) -> {
                if (outage.demands().contains(demand)) {
                    bounds.row(row, 0, 0);
                }
            });
        });
    }

    /** Whether a solution uses nothing of what would be lost, so that the loss changes nothing. */
    boolean isIdle(Optimal optimal, Outage outage) {
        for (int column = 0; column < moves.size(); column++) {
            if (optimal.value(column) > 0 && moves.get(column).isLostIn(outage)) {
                return false;
            }
        }
        return demandRows.keySet().stream().noneMatch(outage.demands()::contains);
    }

    /** Whether an outage takes anything of the program. */
    boolean isTouchedBy(Outage outage) {
        return moves.stream().anyMatch(move -> move.isLostIn(outage))
                || demandRows.keySet().stream().anyMatch(outage.demands()::contains);
    }

    /**
     * How much of what some demands want could be rounding: the most tons by which a row or column misses its bounds, or by which
     * rounding hides it, held against their demand. A certificate holds it against the largest flows.
     */
    double blur(Optimal optimal, Collection<DemandId> demands) {
        LinearProgram solved = optimal.program();
        double[] values = optimal.values();
        double worst = 0;
        // Rows and columns that came later, of shares and the like, have no tons of their own.
        for (int row = 0; row < Math.min(rowTons.length, solved.rows()); row++) {
            double miss = miss(solved.activity(row, values), solved.rowLow(row), solved.rowHigh(row));
            worst = Math.max(worst, rowTons[row] * Math.max(miss, Math.ulp(solved.magnitude(row, values))));
        }
        for (int column = 0; column < Math.min(columnTons.length, solved.columns()); column++) {
            worst = Math.max(
                    worst,
                    columnTons[column] * miss(values[column], solved.columnLow(column), solved.columnHigh(column)));
        }
        double sum = demands.stream().mapToDouble(this::wanted).sum();
        return sum > 0 ? worst / sum : 0;
    }

    private static double miss(double value, double low, double high) {
        return Math.max(0, Math.max(low - value, value - high));
    }
}
