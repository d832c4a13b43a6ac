package org.lodegraph.flow;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Outage;

/**
 * A delivery program that can also raise everybody's share together: a level, and two rows for each demand, its rung (its
 * share over the level) and its floor (its share). They ask for nothing until a stage says so; every stage is a variant of
 * one program, which makes it fast to solve from the stage before.
 *
 * @param delivery the delivery; its columns and rows come first
 * @param program the delivery's program with the level and the rows
 * @param level the column of the level
 * @param rungs the row of each demand's share less its weight times the level
 * @param floors the row of each demand's share
 */
record Ladder(
        DeliveryProgram delivery,
        LinearProgram program,
        int level,
        ImmutableMap<DemandId, Integer> rungs,
        ImmutableMap<DemandId, Integer> floors) {

    static Ladder of(DeliveryProgram delivery, ToDoubleFunction<DemandId> weight) {
        LinearProgram.Builder builder = delivery.program().toBuilder();
        int level = builder.column("level", 0, 0, 0);
        ImmutableMap.Builder<DemandId, Integer> rungs = ImmutableMap.builder();
        ImmutableMap.Builder<DemandId, Integer> floors = ImmutableMap.builder();
        for (DemandId demand : delivery.demandRows().keySet()) {
            int rung = free(builder, "rung of demand '%s'".formatted(demand));
            int floor = free(builder, "share of demand '%s'".formatted(demand));
            for (int column : delivery.serving().get(demand)) {
                double share = delivery.columnTons()[column] / delivery.wanted(demand);
                builder.entry(rung, column, share);
                builder.entry(floor, column, share);
            }
            builder.entry(rung, level, -weight.applyAsDouble(demand));
            rungs.put(demand, rung);
            floors.put(demand, floor);
        }
        return new Ladder(delivery, builder.build(), level, rungs.buildOrThrow(), floors.buildOrThrow());
    }

    private static int free(LinearProgram.Builder builder, String name) {
        return builder.row(name, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same ladder, in which what is lost is held at nothing. */
    Ladder without(Outage outage) {
        return new Ladder(delivery.without(outage), delivery.without(program, outage), level, rungs, floors);
    }

    /** The program in which some demands stand on the level, which is as high as it can be. */
    LinearProgram raising(LinearProgram face, Set<DemandId> standing) {
        double[] objective = new double[face.columns()];
        objective[level] = 1;
        return face.withObjective(LinearProgram.Sense.MAXIMIZE, objective).with(bounds -> {
            bounds.column(level, 0, Double.POSITIVE_INFINITY);
            rungs.forEach((demand, row) -> bounds.row(
                    row, standing.contains(demand) ? 0 : Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        });
    }

    /** The program in which demands get at least so much of what they want, and nothing else is asked for. */
    LinearProgram holding(LinearProgram face, Map<DemandId, Double> shares) {
        return face.with(bounds -> {
            bounds.column(level, 0, 0);
            rungs.values().forEach(row -> bounds.row(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
            floors.forEach((demand, row) ->
                    bounds.row(row, shares.getOrDefault(demand, Double.NEGATIVE_INFINITY), Double.POSITIVE_INFINITY));
        });
    }
}
