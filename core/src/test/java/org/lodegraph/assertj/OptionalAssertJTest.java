package org.lodegraph.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.SupplyChain;
import org.ojalgo.optimisation.ExpressionsBasedModel;

/** Whoever has no AssertJ has everything but this package. */
class OptionalAssertJTest {

    /** One class of each jar that the library brings and that its own classes name. */
    private static final List<Class<?>> BROUGHT = List.of(
            SupplyChain.class,
            ImmutableList.class,
            InternalFutureFailureAccess.class,
            Graph.class,
            ExpressionsBasedModel.class,
            CsvReader.class,
            JsonFactory.class,
            NullMarked.class);

    @Test
    void everyOtherClassLoadsWithoutIt() throws Exception {
        try (URLClassLoader loader = without()) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> loader.loadClass("org.assertj.core.api.AbstractAssert"));

            List<String> names = classes();
            assertThat(names).hasSizeGreaterThan(300);
            for (String name : names) {
                Class<?> type = Class.forName(name, true, loader);
                assertThat(type.getClassLoader()).isSameAs(loader);
                // Names every type of every signature.
                assertThat(type.getDeclaredMethods()).isNotNull();
                assertThat(type.getDeclaredFields()).isNotNull();
            }
        }
    }

    @Test
    void thisPackageAsksForIt() throws Exception {
        try (URLClassLoader loader = without()) {
            assertThatExceptionOfType(NoClassDefFoundError.class)
                    .isThrownBy(() -> Class.forName(SupplyChainAssert.class.getName(), true, loader))
                    .withMessageContaining("org/assertj/core/api/AbstractAssert");
        }
    }

    private static URLClassLoader without() {
        URL[] jars = BROUGHT.stream().map(OptionalAssertJTest::home).toArray(URL[]::new);
        return new URLClassLoader(jars, ClassLoader.getPlatformClassLoader());
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static List<String> classes() throws IOException, URISyntaxException {
        URI root = home(SupplyChain.class).toURI();
        Path folder = Path.of(root);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.startsWith("org/lodegraph/") && file.endsWith(".class"))
                    .filter(file -> !file.startsWith("org/lodegraph/assertj/"))
                    .map(file -> file.replace('/', '.').replaceAll("\\.class$", ""))
                    .sorted()
                    .toList();
        }
    }
}
