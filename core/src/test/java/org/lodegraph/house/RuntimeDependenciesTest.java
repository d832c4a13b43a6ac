package org.lodegraph.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who embeds Lodegraph gets these jars and no other. */
class RuntimeDependenciesTest {

    /** A line of what {@code dependency:list} wrote: {@code group:artifact:jar:version:scope}. */
    private static final Pattern LINE = Pattern.compile("^\\s+([^:\\s]+:[^:\\s]+):jar:.*");

    @Test
    void areTheFiveThatWeChoseAndWhatTheyNeed() {
        assertThat(resolved())
                .containsExactlyInAnyOrder(
                        // chosen
                        "com.fasterxml.jackson.core:jackson-core",
                        "com.google.guava:guava",
                        "de.siegmar:fastcsv",
                        "org.jgrapht:jgrapht-core",
                        "org.ojalgo:ojalgo",
                        // needed by Guava
                        "com.google.guava:failureaccess",
                        "com.google.guava:listenablefuture",
                        "com.google.j2objc:j2objc-annotations",
                        "org.jspecify:jspecify",
                        // needed by JGraphT
                        "org.apfloat:apfloat",
                        "org.jheaps:jheaps");
    }

    static List<String> resolved() {
        return House.lines(House.CORE.resolve("target/runtime-dependencies.txt")).stream()
                .map(LINE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .toList();
    }
}
