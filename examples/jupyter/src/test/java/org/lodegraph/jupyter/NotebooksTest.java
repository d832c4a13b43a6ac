package org.lodegraph.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The notebooks that we show: they run from scratch, give what is stored to the letter, say nothing in bold that no output
 * says, and a browser draws all their pictures without a network.
 */
class NotebooksTest {

    private static final Path NOTEBOOKS = Path.of("notebooks");
    private static final Path RUN = Path.of("target", "notebooks");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST_BYTES = 600_000;

    @TempDir
    Path folder;

    private static Path stored(String name) {
        return NOTEBOOKS.resolve(name + ".ipynb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallium-germanium", "rare-earth-magnets", "your-own-data", "smoke-rapaio"})
    void isStoredWithOutputsAndSaysInBoldWhatTheyShow(String name) throws IOException {
        Notebook notebook = Notebook.read(stored(name));
        String shown = notebook.outputs().stream()
                .map(output -> SPACE.matcher(output.text()).replaceAll(" "))
                .collect(Collectors.joining("\n"));

        assertThat(difference(Files.readString(stored(name)), notebook.text())).isEmpty();
        assertThat(Files.size(stored(name))).isLessThan(MOST_BYTES);
        assertThat(notebook.outputs()).extracting(Notebook.Output::kind).doesNotContain("error");
        assertThat(notebook.prose()).isNotEmpty();
        assertThat(notebook.prose().stream()
                        .flatMap(prose -> BOLD.matcher(prose).results()))
                .extracting(bold -> SPACE.matcher(bold.group(1)).replaceAll(" "))
                .allSatisfy(claim -> assertThat(shown).contains(claim));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gallium-germanium", "rare-earth-magnets", "your-own-data", "smoke-rapaio"})
    void runsFromScratchAndABrowserDrawsIt(String name) throws Exception {
        Program jupyter = Program.required("jupyter");
        Files.createDirectories(RUN);
        Path run = RUN.resolve(name + ".ipynb");
        Notebook notebook = execute(jupyter, name, run);

        assertThat(difference(Files.readString(stored(name)), notebook.text()))
                .as("%s against a run; maybe copy %s over it", stored(name), run)
                .isEmpty();

        Chromium browser = Chromium.required();
        Path html = html(jupyter, run, "light");
        Chromium.Page page = browser.look(html, folder);
        int pictures = notebook.outputs().stream()
                .mapToInt(output -> output.html().split("<svg class=\"lg-picture\"", -1).length - 1)
                .sum();
        assertThat(page.asked()).as("what the page asked for from elsewhere").isEmpty();
        assertThat(page.pictures()).hasSize(pictures).isNotEmpty().allSatisfy(picture -> {
            assertThat(picture.width()).isGreaterThan(300);
            assertThat(picture.height()).isGreaterThan(40);
            assertThat(picture.colors()).isGreaterThan(4);
            assertThat(picture.drawn()).isBetween(0.01, 0.99);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "gallium-germanium, light, false",
        "rare-earth-magnets, light, true",
        "your-own-data, dark, false",
        "smoke-rapaio, dark, true"
    })
    void fitsANarrowScreenAndThePageAroundIt(String name, String theme, boolean likesDark) throws Exception {
        Chromium browser = Chromium.required();
        Path html = html(Program.required("jupyter"), stored(name), theme);

        assertThat(browser.narrow(html, folder, 360, likesDark))
                .containsExactly("360 " + (likesDark ? "dark" : "light"));
    }

    /** The first line that is another; nothing if none is. */
    private static String difference(String stored, String run) {
        List<String> before = stored.lines().toList();
        List<String> after = run.lines().toList();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            String one = i < before.size() ? before.get(i) : "";
            String other = i < after.size() ? after.get(i) : "";
            if (!one.equals(other)) {
                return "line %s: stored %s, run %s".formatted(i + 1, one, other);
            }
        }
        return "";
    }

    /** The rapaio kernel is known to miss its start now and then, for good, so it may try again. */
    private Notebook execute(Program jupyter, String name, Path run) throws IOException, InterruptedException {
        kernelspec("lodegraph", "org.lodegraph.jupyter.Kernel", "rapaio-jupyter-kernel");
        kernelspec("rapaio-jupyter-kernel", "org.rapaio.jupyter.kernel.MainApp", "jeromq", "jnacl", "jjava-jupyter");
        Program.Ended ended = new Program.Ended(1, "");
        for (int tries = name.contains("rapaio") ? 4 : 1; tries > 0 && ended.code() != 0; tries--) {
            ended = nbconvert(
                    jupyter,
                    "--to=notebook",
                    "--execute",
                    "--ExecutePreprocessor.startup_timeout=" + (name.contains("rapaio") ? 40 : 120),
                    "--ExecutePreprocessor.timeout=600",
                    "--output-dir=" + RUN.toAbsolutePath(),
                    stored(name).toAbsolutePath().toString());
        }
        assertThat(ended.code()).as(ended.said()).isZero();
        Notebook notebook = Notebook.read(run);
        Files.writeString(run, notebook.text());
        return notebook;
    }

    private Path html(Program jupyter, Path notebook, String theme) throws IOException, InterruptedException {
        Program.Ended converted = nbconvert(
                jupyter,
                "--to=html",
                "--theme=" + theme,
                "--output-dir=" + RUN.toAbsolutePath(),
                // Mathematics and widgets would come from elsewhere; nothing here has any.
                "--HTMLExporter.mathjax_url=",
                "--HTMLExporter.require_js_url=",
                "--HTMLExporter.jquery_url=",
                notebook.toAbsolutePath().toString());
        assertThat(converted.code()).as(converted.said()).isZero();
        return RUN.resolve(notebook.getFileName().toString().replace(".ipynb", ".html"));
    }

    /** Jupyter with no settings and no kernels but ours. */
    private Program.Ended nbconvert(Program jupyter, String... args) throws IOException, InterruptedException {
        String here = folder.resolve("jupyter").toString();
        return jupyter.run(
                Map.of(
                        "JUPYTER_PATH", here,
                        "JUPYTER_DATA_DIR", here,
                        "JUPYTER_CONFIG_DIR", here,
                        "JUPYTER_RUNTIME_DIR", folder.resolve("runtime").toString(),
                        "IPYTHONDIR", folder.resolve("ipython").toString()),
                Stream.concat(Stream.of("nbconvert"), Stream.of(args)).toList());
    }

    /** A kernel on the class path of this test, in the language of this test, without some of its jars. */
    private void kernelspec(String name, String main, String... without) throws IOException {
        String path = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> Stream.of(without).noneMatch(jar -> entry.contains(File.separator + jar)))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> argv = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of("user.language", "user.country", "user.timezone")
                                .filter(key -> System.getProperty(key) != null)
                                .map(key -> "-D" + key + "=" + System.getProperty(key)),
                        Stream.of("-cp", path, main, "{connection_file}"))
                .flatMap(part -> part)
                .toList();
        Path spec = Files.createDirectories(folder.resolve("jupyter/kernels").resolve(name));
        Files.writeString(
                spec.resolve("kernel.json"),
                new Gson()
                        .toJson(Map.of(
                                "argv", argv, "display_name", name, "language", "java", "interrupt_mode", "message")));
    }
}
