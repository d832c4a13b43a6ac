package org.lodegraph.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and prints a row of a Markdown table for each. Both sides run in this process, but for what is measured
 * in a new one, and of several iterations the fastest counts, because whoever else uses the machine only ever makes them
 * slower.
 */
public final class Benchmarks {

    /** The benchmark classes, in the order of their goals; a new one is added here. */
    private static final List<Class<?>> ALL = List.of(
            EssentialSetsOfMany.class,
            EssentialSetsOfAMillion.class,
            EssentialSetsBrittle.class,
            EssentialsBesideRemoval.class,
            ReferenceContingencies.class,
            CompiledGraph.class,
            StrongComponents.class,
            ComponentsBesideJGraphT.class,
            GraphMemory.class,
            ColdProgram.class,
            WarmContingencies.class,
            ReferenceLoad.class,
            ReferenceColdLoad.class,
            ReferenceQueries.class,
            CertificateCost.class);

    private Benchmarks() {}

    /**
     * Measures and prints.
     *
     * @param args parts of the names of the classes to run; all of them run where there is none
     */
    public static void main(String[] args) throws RunnerException {
        System.out.println("| # | goal | ours | theirs | ratio | wanted |");
        System.out.println("|---|---|---|---|---|---|");
        for (Class<?> benchmark : ALL) {
            if (args.length == 0 || List.of(args).stream().anyMatch(benchmark.getSimpleName()::contains)) {
                rows(benchmark).forEach(System.out::println);
            }
        }
    }

    private static List<String> rows(Class<?> benchmark) throws RunnerException {
        if (benchmark == GraphMemory.class) {
            return GraphMemory.rows();
        }
        if (benchmark == ReferenceColdLoad.class) {
            return ReferenceColdLoad.rows();
        }
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("\\." + benchmark.getSimpleName() + "\\.")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.SECONDS)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .forks(0)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Double> ours = new TreeMap<>();
        Map<String, Double> theirs = new TreeMap<>();
        for (RunResult result : results) {
            boolean isOurs = result.getParams().getBenchmark().endsWith(".ours");
            (isOurs ? ours : theirs)
                    .put(
                            parameters(result),
                            result.getPrimaryResult().getStatistics().getMin());
        }
        List<String> rows = new ArrayList<>();
        ours.forEach((parameters, seconds) ->
                rows.add(row(benchmark.getAnnotation(Goal.class), parameters, seconds, theirs.get(parameters))));
        return rows;
    }

    private static String parameters(RunResult result) {
        List<String> values = new ArrayList<>();
        for (String key : result.getParams().getParamsKeys()) {
            values.add(result.getParams().getParam(key));
        }
        return values.isEmpty() ? "" : " (" + String.join(", ", values) + ")";
    }

    static String row(Goal goal, String parameters, double ours, @Nullable Double theirs) {
        return text(
                "| %d | %s%s | %s | %s | %s | %s |",
                goal.number(),
                goal.says(),
                parameters,
                time(ours),
                theirs == null ? "-" : time(theirs),
                theirs == null ? "-" : times(theirs / ours),
                goal.timesAsFast() > 0 ? times(goal.timesAsFast()) : goal.seconds() > 0 ? time(goal.seconds()) : "-");
    }

    private static String times(double ratio) {
        return ratio < 1 ? text("1/%.1f", 1 / ratio) : text(ratio < 10 ? "%.1fx" : "%.0fx", ratio);
    }

    private static String time(double seconds) {
        return seconds >= 1 ? text("%.2f s", seconds) : text("%.3f ms", 1000 * seconds);
    }

    static String text(String format, Object... args) {
        return String.format(Locale.ROOT, format, args);
    }
}
