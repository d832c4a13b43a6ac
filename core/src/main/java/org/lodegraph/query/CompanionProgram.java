package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Optimal;
import org.lodegraph.lp.Outcome;
import org.lodegraph.lp.Solvers;
import org.lodegraph.lp.Unbounded;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;

/**
 * The most of a companion that streams and steps at one site give: a generalized flow with gains, as a small linear program.
 * What comes of a stream is shared by the steps that take it, the capacity of a line by its recipes, and what is left over is
 * thrown away.
 */
final class CompanionProgram {

    private final CompanionWays ways;
    private final LineFigures figures;
    private final ImmutableList<Step> steps;

    /**
     * A way to use streams.
     *
     * @param recipe the recipe
     * @param line the line that runs it; empty if as much as anybody likes
     */
    record Step(Recipe recipe, Optional<InstalledLine> line) {
        /** Names a column: short, because it is asked for each. */
        @Override
        public String toString() {
            return recipe.id().value();
        }
    }

    /**
     * The answer at one reading.
     *
     * @param tons the most of the companion in t/a; infinite if nothing limits it
     * @param terms what binds, price x limit each; they add up to the tons, if these are limited
     */
    record Best(double tons, List<Term> terms) {}

    /**
     * A limit that binds.
     *
     * @param stream what runs short; empty if a line does
     * @param line the line that runs full, or a host line whose recipes share its time
     * @param limit in t/a, as it was read; 1 for the time of a host line
     * @param price tons of companion for each ton more
     */
    record Term(Optional<MaterialId> stream, Optional<LineId> line, double limit, double price) {
        /** Names a row. */
        @Override
        public String toString() {
            return stream.map(MaterialId::value)
                    .orElseGet(() -> line.map(LineId::value).orElse(""));
        }
    }

    CompanionProgram(CompanionWays ways, LineFigures figures, List<Step> steps) {
        this.ways = ways;
        this.figures = figures;
        this.steps = ImmutableList.copyOf(steps);
    }

    /**
     * Solves one reading.
     *
     * @param feed what the hosts leave
     * @param coefficients HIGH if the steps need little and yield much
     * @param capacity of the lines; {@code CENTRAL} is never asked for
     */
    Best best(Feed feed, Reading coefficients, Reading capacity) {
        return new Built(feed, coefficients, capacity).solved();
    }

    private final class Built {

        private final LinearProgram.Builder program = LinearProgram.maximize();
        private final Map<MaterialId, Integer> streams = new LinkedHashMap<>();
        private final Map<LineId, Integer> lines = new LinkedHashMap<>();
        private final List<Term> rows = new ArrayList<>();

        Built(Feed feed, Reading coefficients, Reading capacity) {
            for (MaterialId stream : streams()) {
                double tons = feed.sure().getOrDefault(stream, 0.0);
                if (Double.isFinite(tons)) {
                    streams.put(stream, row(new Term(Optional.of(stream), Optional.empty(), tons, 0)));
                }
            }
            steps.forEach(step -> add(step, coefficients, capacity));
            feed.either().forEach(this::add);
        }

        private Set<MaterialId> streams() {
            return steps.stream()
                    .flatMap(step -> ways.takes(step.recipe()).stream())
                    .collect(ImmutableSet.toImmutableSet());
        }

        private int row(Term limit) {
            rows.add(limit);
            return program.row(limit, Double.NEGATIVE_INFINITY, limit.limit());
        }

        private void add(Step step, Reading coefficients, Reading capacity) {
            Recipe recipe = step.recipe();
            int column = program.column(
                    step, 0, Double.POSITIVE_INFINITY, ways.circuits().contains(recipe) ? 1 : 0);
            for (MaterialId stream : ways.takes(recipe)) {
                entry(stream, column, end(figures.needed(recipe, stream), coefficients.opposite()));
            }
            for (MaterialId stream : ways.makes(recipe)) {
                if (!stream.equals(ways.companion())) {
                    entry(stream, column, -end(figures.perTon(recipe, stream), coefficients));
                }
            }
            step.line().ifPresent(line -> {
                double most = end(figures.capacity(line), capacity);
                if (Double.isFinite(most)) {
                    int row = lines.computeIfAbsent(
                            line.id(), id -> row(new Term(Optional.empty(), Optional.of(id), most, 0)));
                    program.entry(row, column, 1);
                }
            });
        }

        /** Shares of a host line's year, one for each recipe. */
        private void add(LineId host, List<Map<MaterialId, Double>> recipes) {
            int year = row(new Term(Optional.empty(), Optional.of(host), 1, 0));
            for (Map<MaterialId, Double> left : recipes) {
                int share = program.column(host, 0, Double.POSITIVE_INFINITY, 0);
                program.entry(year, share, 1);
                left.forEach((stream, tons) -> entry(stream, share, -tons));
            }
        }

        /** A stream without limit has no row, nor has one that nobody takes. */
        private void entry(MaterialId stream, int column, double tons) {
            if (streams.containsKey(stream) && tons != 0) {
                program.entry(Objects.requireNonNull(streams.get(stream)), column, tons);
            }
        }

        Best solved() {
            Outcome outcome = Solvers.standard().solve(program.build());
            if (outcome instanceof Unbounded) {
                return new Best(Double.POSITIVE_INFINITY, ImmutableList.of());
            }
            Optimal optimal = outcome.optimal();
            ImmutableList.Builder<Term> terms = ImmutableList.builder();
            for (int row = 0; row < rows.size(); row++) {
                Term limit = rows.get(row);
                if (optimal.price(row) * limit.limit() != 0) {
                    terms.add(new Term(limit.stream(), limit.line(), limit.limit(), optimal.price(row)));
                }
            }
            return new Best(Math.max(0, optimal.objective()), terms.build());
        }
    }

    static double end(Range range, Reading reading) {
        return reading == Reading.HIGH ? range.high() : range.low();
    }
}
