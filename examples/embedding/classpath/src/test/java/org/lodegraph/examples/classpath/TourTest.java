package org.lodegraph.examples.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.assertj.LodegraphAssertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodegraph.measure.Share;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.reference.Reference;

/** The library is what it is on any version of what it stands on, with AssertJ or without. */
class TourTest {

    private static final Path TARGET = Path.of("target");

    /** All that the program runs on; AssertJ is not there. */
    private static final List<Path> LOWEST = jars("lowest");

    private static final List<Path> NEWEST = Stream.concat(
                    jars("newest").stream(), LOWEST.stream().filter(jar -> !isGuavaOrJGraphT(jar)))
            .toList();

    @Test
    void printsTheSameOnTheLowestVersionsAsOnTheNewest(@TempDir Path folder) throws Exception {
        String lowest = run(LOWEST, folder.resolve("lowest"));

        assertThat(lowest)
                .contains("through whose hands", "<!DOCTYPE html>", "\"assumptions\"", "<graphml")
                .contains("Chains read again are equal: [true, true]")
                .isEqualTo(run(NEWEST, folder.resolve("newest")));
    }

    @Test
    void runsOnWhatIsClaimed() {
        assertThat(LOWEST.stream().filter(TourTest::isGuavaOrJGraphT))
                .extracting(jar -> jar.getFileName().toString())
                .containsExactly("guava-31.1-jre.jar", "jgrapht-core-1.3.0.jar");
        assertThat(NEWEST.stream().filter(TourTest::isGuavaOrJGraphT))
                .hasSize(2)
                .doesNotContainAnyElementsOf(LOWEST);
        assertThat(LOWEST)
                .extracting(jar -> jar.getFileName().toString())
                .noneMatch(name -> name.startsWith("assertj"))
                .anyMatch(name -> name.startsWith("lodegraph-core"));
    }

    @Test
    void assertsWhereAssertJIs() {
        // region assertions
        Target metal = Target.of(material("gallium-high-purity"), country("USA"));
        SupplyChain gallium = Reference.chain(2025, "gallium");

        assertThat(gallium).balancesMass().staysWithinCapacities();
        assertThat(gallium).delivers(metal).atLeast(Share.percent(50));
        // endregion
    }

    private static boolean isGuavaOrJGraphT(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("guava-") || name.startsWith("jgrapht-core-");
    }

    private static List<Path> jars(String folder) {
        try (Stream<Path> files = Files.list(TARGET.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String run(List<Path> jars, Path out) throws Exception {
        String path = Stream.concat(Stream.of(TARGET.resolve("classes")), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        Tour.class.getName(),
                        "text",
                        "html",
                        "json")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> "exit of a run on " + path).isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
