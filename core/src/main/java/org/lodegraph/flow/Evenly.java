package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Solver;
import org.lodegraph.model.Id;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;

/**
 * Chooses among solutions that are equally near to usual. Lines and links deviate from what was seen of them alike, each by
 * the same part of it as far as possible; what nobody looked at is used alike, by the same part of its capacity; and the
 * recipes of a line are run alike. The largest part is made as small as it can be, then the next one, and so on.
 */
final class Evenly {

    /** Prices below this are rounding; the objective is a part of the usual, of order one. */
    private static final double PRICE = 1e-10;

    private final SupplyChain chain;
    private final Seen usual;
    private final DeliveryProgram delivery;
    private final Solver solver;
    private final Run run;
    private final Map<String, Double> capacities = new TreeMap<>();

    /** Columns whose sum should be usual; a deviation counts as a part of the scale. All in the scale of the columns. */
    private record Sum(String name, List<Integer> columns, double usual, double scale) {}

    Evenly(SupplyChain chain, Seen usual, DeliveryProgram delivery, Solver solver, Run run) {
        this.chain = chain;
        this.usual = usual;
        this.delivery = delivery;
        this.solver = solver;
        this.run = run;
        for (int row = 0; row < delivery.limits().size(); row++) {
            double most = delivery.program().rowHigh(row);
            delivery.limits().get(row).subject().ifPresent(id -> capacities.merge(key(id), most, Math::min));
        }
    }

    /** The most even one of the solutions that are as good as a last one. */
    Optimal among(Optimal last) {
        Level level = new Level(Stages.face(last), last);
        level.even(sums(false));
        level.even(sums(true));
        return level.optimal;
    }

    private static String key(Id id) {
        return id.kind() + " " + id;
    }

    /** What each line and link does in all, or, where a line has several recipes, what it does by each. */
    private List<Sum> sums(boolean byRecipe) {
        Map<String, Id> subjects = new LinkedHashMap<>();
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        for (int column = 0; column < delivery.moves().size(); column++) {
            Move move = delivery.moves().get(column);
            Optional<Id> subject = Reference.subject(move);
            boolean hasChoice = move instanceof Move.Run made
                    && chain.line(made.line()).line().recipes().size() > 1;
            if (subject.isPresent() && (hasChoice || !byRecipe)) {
                String name = key(subject.orElseThrow()) + (byRecipe ? " " + ((Move.Run) move).recipe() : "");
                subjects.put(name, subject.orElseThrow());
                columns.computeIfAbsent(name, any -> new ArrayList<>()).add(column);
            }
        }
        List<Sum> sums = new ArrayList<>();
        subjects.forEach((name, subject) -> {
            List<Integer> all = Objects.requireNonNull(columns.get(name));
            double seen = byRecipe ? 0 : usual.tons(subject).orElse(0.0);
            double tons = seen / delivery.columnTons()[all.get(0)];
            double scale = tons > 0 ? tons : capacities.getOrDefault(key(subject), 0.0);
            if (scale > 0 && scale < Double.POSITIVE_INFINITY) {
                sums.add(new Sum(name, ImmutableList.copyOf(all), tons, scale));
            }
        });
        return sums;
    }

    /** Makes the largest part as small as it can be; settles what keeps it from being smaller; goes on with the others. */
    private final class Level {

        private LinearProgram program;
        private Optimal optimal;

        Level(LinearProgram program, Optimal optimal) {
            this.program = program;
            this.optimal = optimal;
        }

        void even(List<Sum> sums) {
            List<Sum> open = new ArrayList<>(sums);
            while (!open.isEmpty()) {
                List<Sum> settled = round(open);
                // Only rounding keeps the others.
                open.removeAll(settled.isEmpty() ? List.copyOf(open) : settled);
            }
        }

        private List<Sum> round(List<Sum> open) {
            LinearProgram.Builder builder =
                    program.withObjective(LinearProgram.Sense.MINIMIZE, new double[program.columns()]).toBuilder();
            int part = builder.column("largest part", 0, Double.POSITIVE_INFINITY, 1);
            int first = program.rows();
            for (Sum sum : open) {
                int most = builder.row("at most " + sum.name, Double.NEGATIVE_INFINITY, sum.usual);
                int least = builder.row("at least " + sum.name, sum.usual, Double.POSITIVE_INFINITY);
                for (int column : sum.columns) {
                    builder.entry(most, column, 1).entry(least, column, 1);
                }
                builder.entry(most, part, -sum.scale).entry(least, part, sum.scale);
            }
            run.check();
            optimal = solver.solve(builder.build(), run.cancelled()).optimal();
            double level = optimal.value(part);
            List<Sum> settled = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                int row = first + 2 * i;
                if (Math.max(Math.abs(optimal.price(row)), Math.abs(optimal.price(row + 1))) * open.get(i).scale
                        > PRICE) {
                    settled.add(open.get(i));
                }
            }
            for (Sum sum : settled) {
                program = program.withRow(
                        "level of " + sum.name,
                        sum.usual - level * sum.scale,
                        sum.usual + level * sum.scale,
                        sum.columns.stream().mapToInt(column -> column).toArray(),
                        sum.columns.stream().mapToDouble(column -> 1).toArray());
            }
            return settled;
        }
    }
}
