package org.lodegraph.jupyter;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells Jupyter of the kernel: a folder of the user's with {@code kernel.json} and the sources of the kernel, which JBang
 * compiles once. It stays usable when the folder is gone that it was installed from.
 */
final class Kernelspec {

    static final String NAME = "lodegraph";

    private static final String USAGE = """
            usage: install [--prefix DIR]     tell Jupyter of the kernel, for this user or below DIR
                   uninstall [--prefix DIR]   take that back
                   FILE                       be the kernel of a connection file, as Jupyter asks
            """;

    /** Where the sources of the kernel lie in the jar that JBang makes. */
    private static final String SOURCES = "/kernel/";

    static final List<String> FILES = List.of(
            "Displays.java", "Failure.java", "JJavaDisplay.java", "Kernel.java", "Kernelspec.java", "Session.java");

    private final Path folder;
    private final Map<String, String> environment;
    private final PrintStream out;

    private Kernelspec(Path folder, Map<String, String> environment, PrintStream out) {
        this.folder = folder;
        this.environment = environment;
        this.out = out;
    }

    /** The exit code of a command. */
    static int main(List<String> args, Map<String, String> environment, PrintStream out)
            throws IOException, InterruptedException {
        boolean below = args.size() == 3 && args.get(1).equals("--prefix");
        if (args.size() != 1 && !below) {
            out.print(USAGE);
            return 2;
        }
        Path data = below ? Path.of(args.get(2), "share", "jupyter") : data(environment, System.getProperty("os.name"));
        Kernelspec spec = new Kernelspec(data.resolve("kernels").resolve(NAME).toAbsolutePath(), environment, out);
        switch (args.get(0)) {
            case "install":
                return spec.install();
            case "uninstall":
                return spec.uninstall();
            default:
                out.print(USAGE);
                return 2;
        }
    }

    /** Where Jupyter looks for what a user installed. */
    static Path data(Map<String, String> environment, String system) {
        String home = System.getProperty("user.home");
        String said = environment.get("JUPYTER_DATA_DIR");
        if (said != null) {
            return Path.of(said);
        }
        if (system.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "jupyter");
        }
        if (system.startsWith("Mac")) {
            return Path.of(home, "Library", "Jupyter");
        }
        return Path.of(environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share"), "jupyter");
    }

    private int install() throws IOException, InterruptedException {
        Optional<Path> jbang = jbang();
        if (jbang.isEmpty()) {
            out.println("JBang: not found, so nothing is written. Maybe put jbang on the PATH.");
            return 1;
        }
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (InputStream source = Kernelspec.class.getResourceAsStream(SOURCES + file)) {
                if (source == null) {
                    throw new IOException("Source '%s': not in this jar. Maybe run it by jbang.".formatted(file));
                }
                write(folder.resolve(file), new String(source.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String script = folder.resolve("Kernel.java").toString();
        write(folder.resolve("kernel.json"), json(jbang.get().toString(), script));
        // So that the first notebook neither waits nor needs a network.
        return new ProcessBuilder(jbang.get().toString(), "build", script)
                .inheritIO()
                .start()
                .waitFor();
    }

    private void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        out.println("wrote " + file);
    }

    private int uninstall() throws IOException {
        if (!Files.isDirectory(folder)) {
            out.println("Kernel '%s': not installed (%s).".formatted(NAME, folder));
            return 1;
        }
        for (String file :
                Stream.concat(FILES.stream(), Stream.of("kernel.json")).toList()) {
            if (Files.deleteIfExists(folder.resolve(file))) {
                out.println("deleted " + folder.resolve(file));
            }
        }
        Files.delete(folder);
        out.println("deleted " + folder);
        return 0;
    }

    /** The command that started this, or the one on the path. */
    private Optional<Path> jbang() {
        String launched = environment.get("JBANG_LAUNCH_CMD");
        return Stream.concat(
                        Stream.ofNullable(launched).map(Path::of),
                        Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                                .flatMap(folder ->
                                        Stream.of("jbang", "jbang.cmd").map(Path.of(folder)::resolve)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toAbsolutePath);
    }

    /** JBang keeps its folders where it was told to when the kernel was installed. */
    private String json(String jbang, String script) {
        String kept = environment.entrySet().stream()
                .filter(each -> List.of("JBANG_DIR", "JBANG_CACHE_DIR", "JBANG_REPO", "JAVA_HOME")
                        .contains(each.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        return """
                {
                  "argv": [%s, "--quiet", "run", %s, "{connection_file}"],
                  "display_name": "Lodegraph (Java)",
                  "language": "java",
                  "interrupt_mode": "message",
                  "env": %s
                }
                """.formatted(quoted(jbang), quoted(script), kept);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
