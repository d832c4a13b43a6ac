package org.lodegraph.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lodegraph.scenario.Scenario;

/**
 * Scenarios to and from JSON; {@code docs/format.md} describes it. Written and read again a scenario is equal; the same
 * scenario always becomes the same bytes.
 */
public final class ScenarioJson {

    private static final String NAMELESS = "scenario.json";

    private ScenarioJson() {}

    /**
     * Writes a scenario as text.
     *
     * @param scenario the scenario
     * @return the document; save it as UTF-8
     */
    public static String text(Scenario scenario) {
        return ScenarioWriter.text(scenario);
    }

    /**
     * Writes a scenario into a file.
     *
     * @param scenario the scenario
     * @param file which file; replaced if it is there
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Scenario scenario, Path file) {
        Written.to(file, out -> out.append(text(scenario)));
    }

    /**
     * Reads a scenario from text.
     *
     * @param text the document
     * @return the scenario
     * @throws InvalidFilesException lists everything that is wrong
     */
    public static Scenario read(String text) {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), NAMELESS, Limits.DEFAULT);
    }

    /**
     * Reads a scenario from a file.
     *
     * @param file which file
     * @return the scenario
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public static Scenario read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Problems.seen(String.valueOf(file.getFileName())), Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read. Maybe it is not there.".formatted(file), e);
        }
    }

    /**
     * Reads a scenario that may be larger than what somebody would send in good faith.
     *
     * @param in the bytes, not closed
     * @param name how messages name them
     * @param limits how much is read
     * @return the scenario
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public static Scenario read(InputStream in, String name, Limits limits) {
        Problems problems = new Problems();
        try {
            var scenario = Utf8.read(in, name, limits, problems)
                    .flatMap(bytes -> JsonTree.read(bytes, name, limits, problems))
                    .flatMap(tree -> new ScenarioReader(name, problems).read(tree));
            problems.check();
            return scenario.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(name), e);
        }
    }
}
