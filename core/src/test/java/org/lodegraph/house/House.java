package org.lodegraph.house;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/** Where things lie in this repository, whichever folder a test was started in. */
final class House {

    private static final Path ROOT = root();
    static final Path CORE = ROOT.resolve("core");
    static final Path CORE_CLASSES = CORE.resolve("target/classes");

    /** The compiled library, without its tests. */
    static final JavaClasses LIBRARY = new ClassFileImporter().importPath(CORE_CLASSES);

    private House() {}

    /** Every Java file of every module, main and test, but not what a build generates. */
    static List<Path> sources() {
        return javaFiles(ROOT).stream()
                .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                .toList();
    }

    /** Every Java file that users get or read as an example. */
    static List<Path> mainSources() {
        return sources().stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                .toList();
    }

    /** The names of the packages of the library that hold a class. */
    static SortedSet<String> corePackages() {
        try (var files = Files.walk(CORE_CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class") && !file.endsWith("module-info.class"))
                    .map(file -> CORE_CLASSES.relativize(file.getParent()).toString())
                    .map(folder -> folder.replace('\\', '.').replace('/', '.'))
                    .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String show(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("core/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Folder '': lies outside the repository. Maybe run the tests from its root.");
    }
}
