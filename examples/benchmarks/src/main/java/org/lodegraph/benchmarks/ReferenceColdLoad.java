package org.lodegraph.benchmarks;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Reference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Every table of the reference data read and the chain of one material built, once, as the first thing that a new process
 * does with the library. What is measured begins when the process is up and JMH calls, and ends with the chain: it holds the
 * loading of every class of ours, of Guava and of the CSV reader, all of it interpreted, and the first reading of the files
 * from the file system's cache. Each measurement is a process of its own.
 */
@Goal(number = 6, says = "all tables read and a chain built in a new process", seconds = 0.5)
@State(Scope.Benchmark)
public class ReferenceColdLoad {

    /** How many processes for each material; the fastest counts. */
    private static final int PROCESSES = 3;

    /** The material of the chain; every one of the reference data in turn. */
    @Param("gallium")
    String material;

    /** All tables, then the chain. */
    @Benchmark
    public SupplyChain ours(Blackhole tables) {
        tables.consume(Reference.sources());
        tables.consume(Reference.statistics());
        tables.consume(Reference.usStatistics());
        tables.consume(Reference.importShares());
        tables.consume(Reference.endUses());
        tables.consume(Reference.substitutes());
        tables.consume(Reference.plants());
        tables.consume(Reference.measures());
        tables.consume(Reference.facts());
        tables.consume(Reference.parameters());
        return Reference.chain(Reference.LAST_YEAR, material);
    }

    /** A row for the slowest material, and one for the fastest. */
    static List<String> rows() throws RunnerException {
        passClassPathOn();
        var results = new Runner(new OptionsBuilder()
                        .include("\\." + ReferenceColdLoad.class.getSimpleName() + "\\.")
                        .param("material", Reference.materials().toArray(String[]::new))
                        .mode(Mode.SingleShotTime)
                        .timeUnit(TimeUnit.SECONDS)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .forks(PROCESSES)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        List<RunResult> fastestFirst = results.stream()
                .sorted(Comparator.comparingDouble(ReferenceColdLoad::seconds))
                .toList();
        return List.of(
                row("the slowest", fastestFirst.get(fastestFirst.size() - 1)), row("the fastest", fastestFirst.get(0)));
    }

    /** A new process finds the classes of this one, also where Maven runs it and has not named them. */
    private static void passClassPathOn() {
        if (ReferenceColdLoad.class.getClassLoader() instanceof URLClassLoader loader) {
            System.setProperty(
                    "java.class.path",
                    Arrays.stream(loader.getURLs())
                            .map(url -> Path.of(URI.create(url.toString())).toString())
                            .collect(Collectors.joining(File.pathSeparator)));
        }
    }

    private static String row(String which, RunResult result) {
        return Benchmarks.row(
                ReferenceColdLoad.class.getAnnotation(Goal.class),
                " (%s of all: %s)".formatted(which, result.getParams().getParam("material")),
                seconds(result),
                null);
    }

    private static double seconds(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }
}
