package org.lodegraph.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known of the installation without JBang; {@code .ci/notebook} installs. */
class KernelspecTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "lodegraph", "jupyter");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... args) throws Exception {
        return Kernelspec.main(List.of(args), environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void installsWhereJupyterLooks() {
        Path home = Path.of(System.getProperty("user.home"));
        assertThat(Kernelspec.data(Map.of(), "Linux")).isEqualTo(home.resolve(".local/share/jupyter"));
        assertThat(Kernelspec.data(Map.of("XDG_DATA_HOME", "/x"), "Linux")).isEqualTo(Path.of("/x/jupyter"));
        assertThat(Kernelspec.data(Map.of(), "Mac OS X")).isEqualTo(home.resolve("Library/Jupyter"));
        assertThat(Kernelspec.data(Map.of("APPDATA", "/a"), "Windows 11")).isEqualTo(Path.of("/a/jupyter"));
        assertThat(Kernelspec.data(Map.of("JUPYTER_DATA_DIR", "/j", "APPDATA", "/a"), "Windows 11"))
                .isEqualTo(Path.of("/j"));
    }

    @Test
    void writesNothingWithoutJBang() throws Exception {
        assertThat(run(Map.of("PATH", ""), "install", "--prefix", folder.toString()))
                .isEqualTo(1);
        assertThat(printed()).isEqualTo("JBang: not found, so nothing is written. Maybe put jbang on the PATH.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "deinstall")).isEqualTo(2);
        assertThat(run(Map.of(), "install", "--prefix")).isEqualTo(2);
        assertThat(printed()).startsWith("usage: install");
    }

    @Test
    void deletesOnlyWhatItWrote() throws Exception {
        assertThat(run(Map.of(), "uninstall", "--prefix", folder.toString())).isEqualTo(1);
        Path spec = Files.createDirectories(folder.resolve("share/jupyter/kernels/lodegraph"));
        Files.writeString(spec.resolve("kernel.json"), "{}");
        assertThat(run(Map.of(), "uninstall", "--prefix", folder.toString())).isZero();
        assertThat(spec).doesNotExist();
        assertThat(spec.getParent()).isEmptyDirectory();
    }

    @Test
    void headerNamesTheSourcesAndTheVersionsOfTheBuild() throws IOException {
        String kernel = Files.readString(SOURCES.resolve("Kernel.java"));
        String root = Files.readString(Path.of("..", "..", "pom.xml"));
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> !List.of("package-info.java", "RapaioDisplay.java")
                                    .contains(file)))
                    .containsExactlyInAnyOrderElementsOf(Kernelspec.FILES);
        }
        for (String file : Kernelspec.FILES) {
            assertThat(kernel).contains(" kernel/" + file + "=" + file);
            assertThat(kernel.contains(" " + file + " ")
                            || kernel.contains(" " + file + "\n")
                            || file.equals("Kernel.java"))
                    .as(file)
                    .isTrue();
        }
        assertThat(kernel)
                .contains("//DEPS org.lodegraph:lodegraph-core:" + between(root, "<version>"))
                .contains("//DEPS org.dflib.jjava:jjava-jupyter:" + between(root, "<version.jjava>"))
                .contains("//DEPS org.slf4j:slf4j-nop:" + between(root, "<version.slf4j>"));
    }

    private static String between(String text, String tag) {
        int start = text.indexOf(tag) + tag.length();
        return text.substring(start, text.indexOf('<', start));
    }
}
