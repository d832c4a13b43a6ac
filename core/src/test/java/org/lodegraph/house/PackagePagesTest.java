package org.lodegraph.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every package has a page: what it is for, where to enter, what it must not know. Nothing is null unsaid. */
class PackagePagesTest {

    static List<String> packages() {
        return House.mainSources().stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .map(file -> House.show(file.getParent()))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void hasAPage(String folder) {
        var page = House.CORE.resolveSibling(folder).resolve("package-info.java");

        assertThat(page).exists();
        assertThat(text(page)).startsWith("/**").containsPattern("(?m)^@NullMarked$");
    }

    private static String text(Path page) {
        return Files.exists(page) ? House.lines(page).stream().collect(joining("\n")) : "";
    }
}
