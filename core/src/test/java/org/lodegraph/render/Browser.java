package org.lodegraph.render;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A headless browser of this machine. It is the one of the system property {@code browser}, or the first on the path. */
public final class Browser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final long SECONDS = 120;
    private static final int HEIGHT = 900;

    private final String program;

    private Browser(String program) {
        this.program = program;
    }

    /** The browser; without one the test is skipped, and says so. */
    public static Browser required() {
        Optional<Browser> found = find();
        if (found.isEmpty()) {
            String why = "Skipped: no browser seen. Install one of %s, or say -Dbrowser=<program>.".formatted(NAMES);
            System.out.println(why);
            Assumptions.abort(why);
        }
        return found.orElseThrow();
    }

    private static Optional<Browser> find() {
        Stream<String> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name));
        return Stream.concat(Optional.ofNullable(System.getProperty("browser")).stream(), onPath)
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .map(Browser::new);
    }

    /** A page as it is once its scripts have run. */
    public String dom(Path page, int width, boolean dark) {
        return run(page, width, dark);
    }

    private String run(Path page, int width, boolean dark) {
        try {
            Path folder = Files.createTempDirectory("browser");
            Path output = folder.resolve("output");
            List<String> command = new ArrayList<>(List.of(
                    program,
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--user-data-dir=" + folder.resolve("profile"),
                    "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                    "--window-size=%s,%s".formatted(width, HEIGHT),
                    "--dump-dom",
                    page.toUri().toString()));
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("%s: no answer in %s seconds".formatted(command, SECONDS));
            }
            String answer = Files.readString(output, StandardCharsets.UTF_8);
            delete(folder);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((one, two) -> two.compareTo(one))
                    .forEach(path -> path.toFile().delete());
        }
    }
}
