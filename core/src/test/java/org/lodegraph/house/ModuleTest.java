package org.lodegraph.house;

import static java.lang.module.ModuleDescriptor.Requires.Modifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Core is a real module, not a bag of packages. */
class ModuleTest {

    private static final ModuleDescriptor CORE = ModuleFinder.of(House.CORE_CLASSES)
            .find("org.lodegraph")
            .orElseThrow()
            .descriptor();

    @Test
    void isNotAutomatic() {
        assertThat(CORE.isAutomatic()).isFalse();
        assertThat(CORE.isOpen()).isFalse();
        assertThat(CORE.opens()).isEmpty();
    }

    @Test
    void exportsEveryPackage() {
        assertThat(CORE.exports())
                .allSatisfy(export -> assertThat(export.isQualified()).isFalse())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(House.corePackages());
    }

    @Test
    void requiresTheLibrariesThatItUses() {
        assertThat(CORE.requires())
                .filteredOn(require -> !require.modifiers().contains(STATIC))
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder(
                        "java.base",
                        "com.fasterxml.jackson.core",
                        "com.google.common",
                        "de.siegmar.fastcsv",
                        "ojalgo",
                        "org.jgrapht.core");
    }

    /** Whoever compiles against a module needs what it requires transitively, even statically: here, those with tests only. */
    @Test
    void leavesAssertJToThoseWhoUseIt() {
        assertThat(CORE.requires())
                .filteredOn(require -> require.name().equals("org.assertj.core"))
                .singleElement()
                .satisfies(require -> assertThat(require.modifiers()).containsExactly(STATIC));
    }

    @Test
    void resolvesOnTheModulePath() {
        var artifacts = RuntimeDependenciesTest.resolved().stream()
                .map(name -> name.substring(name.indexOf(':') + 1))
                .toList();
        var jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> artifacts.stream().anyMatch(jar.getFileName().toString()::startsWith));
        var path = Stream.concat(Stream.of(House.CORE_CLASSES), jars).toArray(Path[]::new);

        var resolved = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("org.lodegraph"));

        assertThat(resolved.findModule("org.lodegraph")).isPresent();
    }
}
