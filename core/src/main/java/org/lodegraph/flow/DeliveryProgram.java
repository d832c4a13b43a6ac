package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.model.DemandId;

/**
 * A chain compiled for one corner: a linear program without an objective, and what its rows and columns mean.
 *
 * @param program the rows and columns, each measured in the scale of its material
 * @param moves what each column means
 * @param columnTons tons a year per unit of each column
 * @param costs cost per ton by column, for those that cost
 * @param limits what each row means
 * @param rowTons tons a year per unit of each row
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
        ImmutableListMultimap<DemandId, Integer> serving,
        ImmutableMap<DemandId, Double> wanted,
        ImmutableMap<DemandId, Integer> demandRows) {

    /** Tons a year of a column. */
    double tons(Optimal optimal, int column) {
        return optimal.value(column) * columnTons[column];
    }

    /** Tons a year that serve a demand. */
    double served(Optimal optimal, DemandId demand) {
        return serving.get(demand).stream()
                .mapToDouble(column -> tons(optimal, column))
                .sum();
    }
}
