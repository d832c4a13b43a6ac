package org.lodegraph.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lodegraph.scenario.Scenario;

/**
 * Scenarios to and from JSON, one or a list of them; {@code docs/format.md} describes it. Written and read again they are
 * equal; the same scenarios always become the same bytes.
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
     * Writes a list of scenarios as text.
     *
     * @param scenarios the scenarios, in any order, which is kept
     * @return the document; save it as UTF-8
     * @throws IllegalArgumentException if two have the same name
     */
    public static String text(List<Scenario> scenarios) {
        return ScenarioWriter.text(scenarios);
    }

    /**
     * Writes a list of scenarios into a file.
     *
     * @param scenarios the scenarios, in any order, which is kept
     * @param file which file; replaced if it is there
     * @throws IllegalArgumentException if two have the same name
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(List<Scenario> scenarios, Path file) {
        String text = text(scenarios);
        Written.to(file, out -> out.append(text));
    }

    /**
     * Reads a scenario from text.
     *
     * @param text the document
     * @return the scenario
     * @throws InvalidFilesException lists everything that is wrong
     */
    public static Scenario read(String text) {
        return read(bytes(text), NAMELESS, Limits.DEFAULT);
    }

    /**
     * Reads a list of scenarios from text.
     *
     * @param text the document
     * @return the scenarios, in its order
     * @throws InvalidFilesException lists everything that is wrong, and with which scenario
     */
    public static List<Scenario> readAll(String text) {
        return readAll(bytes(text), NAMELESS, Limits.DEFAULT);
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
        return opened(file, (in, name) -> read(in, name, Limits.DEFAULT));
    }

    /**
     * Reads a list of scenarios from a file.
     *
     * @param file which file
     * @return the scenarios, in its order
     * @throws InvalidFilesException lists everything that is wrong, and with which scenario
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<Scenario> readAll(Path file) {
        return opened(file, (in, name) -> readAll(in, name, Limits.DEFAULT));
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
        return document(
                in,
                name,
                limits,
                "{\"name\": \"...\", \"steps\": []}",
                (tree, problems) -> new ScenarioReader(name, problems).read(tree));
    }

    /**
     * Reads a list of scenarios that may be larger than what somebody would send in good faith.
     *
     * @param in the bytes, not closed
     * @param name how messages name them
     * @param limits how much is read
     * @return the scenarios, in the order of the document
     * @throws InvalidFilesException lists everything that is wrong, and with which scenario
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<Scenario> readAll(InputStream in, String name, Limits limits) {
        return document(
                in,
                name,
                limits,
                "[{\"name\": \"...\", \"steps\": []}]",
                (tree, problems) -> Optional.of(ScenarioReader.readAll(tree, name, problems)));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T opened(Path file, BiFunction<InputStream, String, T> reader) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.apply(
                    in,
                    Problems.seen(
                            file.getFileName() == null
                                    ? file.toString()
                                    : file.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read. Maybe it is not there.".formatted(file), e);
        }
    }

    private static <T> T document(
            InputStream in,
            String name,
            Limits limits,
            String least,
            BiFunction<JsonTree, Problems, Optional<T>> reader) {
        Problems problems = new Problems();
        try {
            Optional<T> read = Utf8.read(in, name, limits, problems)
                    .flatMap(bytes -> JsonTree.read(bytes, name, limits, least, problems))
                    .flatMap(tree -> reader.apply(tree, problems));
            problems.check();
            return read.orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(name), e);
        }
    }
}
