// spotless:off: what follows is for JBang.
//JAVA 17+
//DEPS org.lodegraph:lodegraph-core:0.1.0-SNAPSHOT
//DEPS org.dflib.jjava:jjava-jupyter:1.0-a6
//DEPS org.slf4j:slf4j-nop:2.0.18
//SOURCES Displays.java Failure.java JJavaDisplay.java Kernelspec.java Session.java
//FILES kernel/Displays.java=Displays.java kernel/Failure.java=Failure.java kernel/JJavaDisplay.java=JJavaDisplay.java
//FILES kernel/Kernel.java=Kernel.java kernel/Kernelspec.java=Kernelspec.java kernel/Session.java=Session.java
// spotless:on

package org.lodegraph.jupyter;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.jspecify.annotations.Nullable;

/**
 * A Jupyter kernel for Java with the library on its class path. It imports what analysts need, and keeps nothing else from
 * them: there are no magics and no variables that nobody declared.
 */
public final class Kernel extends BaseKernel {

    /** What every notebook may name without importing it. */
    static final String PRELUDE = """
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.stream.*;
            import org.lodegraph.flow.*;
            import org.lodegraph.io.*;
            import org.lodegraph.measure.*;
            import org.lodegraph.model.*;
            import org.lodegraph.query.*;
            import org.lodegraph.reference.*;
            import org.lodegraph.render.*;
            import org.lodegraph.report.*;
            import org.lodegraph.scenario.*;
            import org.lodegraph.tables.*;
            import static org.lodegraph.jupyter.Kernel.trace;
            import static org.lodegraph.model.Ids.*;
            import static org.lodegraph.model.Stage.*;
            """;

    private static volatile @Nullable Throwable last;

    private final Session session = new Session(PRELUDE);

    Kernel() {
        super(
                "lodegraph",
                "0.1.0",
                new LanguageInfo.Builder("Java")
                        .version(Integer.toString(Runtime.version().feature()))
                        .mimetype("text/x-java-source")
                        .fileExtension(".java")
                        .pygments("java")
                        .codemirror("text/x-java")
                        .build(),
                List.of(),
                null,
                new JupyterIO(StandardCharsets.UTF_8),
                new CommManager(),
                new Renderer(),
                null,
                new MagicsRegistry(),
                false,
                new StringStyler.Builder().build());
        JJavaDisplay.install(renderer);
    }

    /**
     * Installs the kernel for the user, removes it, or is the kernel.
     *
     * @param args {@code install} or {@code uninstall} and the options of {@link Kernelspec}; or the connection file
     * @throws Exception if a file cannot be read or written
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 1 || !Files.isRegularFile(Path.of(args[0]))) {
            System.exit(Kernelspec.main(List.of(args), System.getenv(), System.out));
        }
        JupyterConnection connection =
                new JupyterConnection(KernelConnectionProperties.parse(Files.readString(Path.of(args[0]))));
        Kernel kernel = new Kernel();
        kernel.becomeHandlerForConnection(connection);
        connection.connect();
        kernel.onStartup();
        connection.waitUntilClose();
        System.exit(0);
    }

    /** Prints all about what a cell threw last. */
    public static void trace() {
        if (last != null) {
            last.printStackTrace();
        }
    }

    @Override
    public @Nullable Object evalRaw(String cell) {
        try {
            return session.evaluate(cell);
        } catch (Failure failure) {
            last = failure.getCause();
            throw failure;
        }
    }

    @Override
    public List<String> formatError(Throwable thrown) {
        return thrown instanceof Failure failure ? failure.lines() : super.formatError(thrown);
    }

    @Override
    public void interrupt() {
        session.interrupt();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        super.onShutdown(isRestarting);
        session.close();
    }

    @Override
    public ReplacementOptions complete(String cell, int at) {
        int[] start = new int[1];
        return new ReplacementOptions(
                session.analysis().completionSuggestions(cell, at, start).stream()
                        .sorted((one, other) -> Boolean.compare(other.matchesType(), one.matchesType()))
                        .map(Suggestion::continuation)
                        .distinct()
                        .toList(),
                start[0],
                at);
    }

    @Override
    public @Nullable DisplayData inspect(String cell, int at, boolean more) {
        String found = session.analysis().documentation(cell, at, false).stream()
                .map(Documentation::signature)
                .collect(Collectors.joining("\n"));
        return found.isEmpty() ? null : new DisplayData(found);
    }

    @Override
    public String isComplete(String cell) {
        Completeness seen = session.analysis().analyzeCompletion(cell).completeness();
        return seen == Completeness.UNKNOWN ? IS_COMPLETE_BAD : seen.isComplete() ? IS_COMPLETE_YES : "";
    }
}
