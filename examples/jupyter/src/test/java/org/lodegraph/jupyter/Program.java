package org.lodegraph.jupyter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A program of this machine that tests need and builds do not.
 *
 * @param file where it is
 */
record Program(Path file) {

    private static final long MINUTES = 15;

    /** What an ended program left: its exit code, and what it said on both streams. */
    record Ended(int code, String said) {}

    /** The first of the names on the path; without one the test is skipped, and says so. */
    static Program required(String... names) {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(names).map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String why = "Skipped: no program seen of the name %s.".formatted(String.join(", ", names));
            System.out.println(why);
            Assumptions.abort(why);
        }
        return new Program(found.orElseThrow());
    }

    /** Runs it to its end. */
    Ended run(Map<String, String> environment, List<String> args) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(file.toString()), args.stream()).toList());
        builder.environment().putAll(environment);
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("%s %s: no end in %s minutes".formatted(file, args, MINUTES));
        }
        Ended ended = new Ended(process.exitValue(), Files.readString(said));
        Files.delete(said);
        return ended;
    }
}
