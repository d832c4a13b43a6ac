package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.model.Id;

/**
 * Stage 3: among equal deliveries, the one nearest to what was seen; if nothing was seen, the cheapest. Or, after a loss,
 * the one nearest to the flows before.
 */
final class Reference {

    private final Seen usual;
    private final DeliveryProgram delivery;

    Reference(Seen usual, DeliveryProgram delivery) {
        this.usual = usual;
        this.delivery = delivery;
    }

    /** The face with the objective to move as little as possible. */
    Optional<LinearProgram> near(LinearProgram face, Optimal before) {
        Map<String, List<Integer>> moved = new LinkedHashMap<>();
        Map<String, Double> usual = new TreeMap<>();
        for (int column = 0; column < delivery.moves().size(); column++) {
            Move move = delivery.moves().get(column);
            if (move instanceof Move.Run
                    || move instanceof Move.Via
                    || move instanceof Move.Export
                    || move instanceof Move.Import) {
                moved.put(move.label(), ImmutableList.of(column));
                usual.put(move.label(), delivery.tons(before, column));
            }
        }
        return moved.isEmpty() ? Optional.empty() : Optional.of(deviation(face, moved, usual));
    }

    /** The face with the objective of usual flows; empty if there is nothing to choose by. */
    Optional<LinearProgram> asUsual(LinearProgram face) {
        Map<String, List<Integer>> seen = new TreeMap<>();
        Map<String, Double> tons = new TreeMap<>();
        for (int column = 0; column < delivery.moves().size(); column++) {
            Move move = delivery.moves().get(column);
            Optional<Id> subject = subject(move);
            Optional<Double> made = subject.flatMap(usual::tons);
            if (made.isPresent()) {
                String key = subject.orElseThrow().kind() + " " + subject.orElseThrow();
                seen.computeIfAbsent(key, name -> new ArrayList<>()).add(column);
                tons.put(key, made.orElseThrow());
            }
        }
        if (!seen.isEmpty()) {
            return Optional.of(deviation(face, seen, tons));
        }
        return delivery.costs().isEmpty() ? Optional.empty() : Optional.of(cost(face));
    }

    /** The line or link of which somebody may have seen how much it makes or carries. */
    static Optional<Id> subject(Move move) {
        if (move instanceof Move.Run run) {
            return Optional.of(run.line());
        }
        return move instanceof Move.Via via ? Optional.of(via.link()) : Optional.empty();
    }

    private LinearProgram deviation(LinearProgram face, Map<String, List<Integer>> seen, Map<String, Double> usual) {
        LinearProgram.Builder builder =
                face.withObjective(LinearProgram.Sense.MINIMIZE, new double[face.columns()]).toBuilder();
        seen.forEach((key, columns) -> {
            double scale = delivery.columnTons()[columns.get(0)];
            double tons = usual.getOrDefault(key, 0.0) / scale;
            int more = builder.column("more than usual of " + key, 0, Double.POSITIVE_INFINITY, 1);
            int less = builder.column("less than usual of " + key, 0, Double.POSITIVE_INFINITY, 1);
            int row = builder.row("usual flow of " + key, tons, tons);
            columns.forEach(column -> builder.entry(row, column, 1));
            builder.entry(row, more, -1);
            builder.entry(row, less, 1);
        });
        return builder.build();
    }

    private LinearProgram cost(LinearProgram face) {
        double[] cost = new double[face.columns()];
        delivery.costs().forEach((column, perTon) -> cost[column] = perTon * delivery.columnTons()[column]);
        return face.withObjective(LinearProgram.Sense.MINIMIZE, cost);
    }
}
