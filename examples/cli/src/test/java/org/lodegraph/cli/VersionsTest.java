package org.lodegraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What JBang reads in sources and catalog must be what Maven builds. */
class VersionsTest {

    private static final Path PROJECT = Path.of("../..");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern PICOCLI = Pattern.compile("<version.picocli>([^<]+)</version.picocli>");

    @Test
    void scriptsNameTheVersionsOfTheBuild() throws IOException {
        String pom = Files.readString(PROJECT.resolve("pom.xml"));
        String version = first(VERSION, pom);
        int seen = 0;
        try (Stream<Path> files = Files.walk(PROJECT.resolve("examples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("//DEPS org.lodegraph:")) {
                        assertThat(line)
                                .as(file.toString())
                                .isEqualTo("//DEPS org.lodegraph:lodegraph-core:" + version);
                        seen++;
                    } else if (line.startsWith("//DEPS info.picocli:")) {
                        assertThat(line).isEqualTo("//DEPS info.picocli:picocli:" + first(PICOCLI, pom));
                    }
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(3);
        assertThat(Files.readString(PROJECT.resolve("jbang-catalog.json")))
                .contains("\"org.lodegraph:lodegraph-core:" + version + "\"");
        assertThat(new CommandLine(new Lodegraph()).getCommandSpec().version()).containsExactly("lodegraph " + version);
    }

    @Test
    void everyProgramIsInTheCatalog() throws IOException {
        String catalog = Files.readString(PROJECT.resolve("jbang-catalog.json"));
        Path programs = PROJECT.resolve("examples/src/main/java/org/lodegraph/examples");
        try (Stream<Path> files = Files.list(programs)) {
            for (Path file : files.sorted().toList()) {
                if (Files.readString(file).contains("public static void main(")) {
                    assertThat(catalog)
                            .contains("\"examples/src/main/java/org/lodegraph/examples/" + file.getFileName() + "\"");
                }
            }
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
