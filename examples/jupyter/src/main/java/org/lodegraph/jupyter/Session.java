package org.lodegraph.jupyter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/** A JShell in this Java, on its class path: cells in, the value of their last expression out. */
final class Session implements AutoCloseable {

    private static final String LIBRARY = "org.lodegraph.";
    private static final int FRAMES = 5;

    private final Control control = new Control();
    private final JShell shell;

    /** @param prelude what is evaluated first */
    Session(String prelude) {
        shell = JShell.builder().executionEngine(control, Map.of()).build();
        evaluate(prelude);
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /**
     * Carries out a cell.
     *
     * @return the value of its last snippet if that is an expression, no assignment, and not null
     * @throws Failure at the first snippet that fails; what stands before it has happened
     */
    @Nullable
    Object evaluate(String cell) {
        Object last = null;
        for (String rest = cell; !rest.isBlank(); ) {
            CompletionInfo next = analysis().analyzeCompletion(rest);
            switch (next.completeness()) {
                case EMPTY -> {
                    return last;
                }
                case DEFINITELY_INCOMPLETE ->
                    throw new Failure(List.of("The cell ends too early, after: " + rest.strip()), null);
                default -> last = snippet(Objects.requireNonNullElse(next.source(), rest));
            }
            rest = Objects.requireNonNullElse(next.remaining(), "");
        }
        return last;
    }

    private @Nullable Object snippet(String source) {
        control.value = null;
        control.thrown = null;
        Object value = null;
        for (SnippetEvent event : shell.eval(source)) {
            if (event.status() == Snippet.Status.REJECTED || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                throw rejected(event.snippet());
            }
            if (control.thrown != null) {
                throw thrown(control.thrown);
            }
            if (event.exception() != null) {
                throw new Failure(List.of(String.valueOf(event.exception().getMessage())), event.exception());
            }
            if (event.causeSnippet() == null && isShown(event.snippet().subKind())) {
                value = control.value;
            }
        }
        return value;
    }

    private static boolean isShown(SubKind kind) {
        return kind == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || kind == SubKind.VAR_VALUE_SUBKIND
                || kind == SubKind.OTHER_EXPRESSION_SUBKIND;
    }

    /** What the compiler says, each with the line it is about. */
    private Failure rejected(Snippet snippet) {
        List<String> lines = new ArrayList<>();
        for (Diag diag : shell.diagnostics(snippet).filter(Diag::isError).toList()) {
            diag.getMessage(null)
                    .lines()
                    .filter(line -> !line.strip().startsWith("location:"))
                    .forEach(lines::add);
            int at = Math.max(0, (int) diag.getPosition());
            int start = snippet.source().lastIndexOf('\n', at - 1) + 1;
            lines.add("    "
                    + snippet.source().substring(start).lines().findFirst().orElse(""));
            lines.add("    " + " ".repeat(at - start) + "^");
        }
        if (lines.isEmpty() && snippet instanceof DeclarationSnippet declaration) {
            shell.unresolvedDependencies(declaration)
                    .map(what -> "There is no " + what + ".")
                    .forEach(lines::add);
        }
        return new Failure(lines, null);
    }

    /**
     * Messages of the library are sentences for the reader and stand alone. Of anything else, its kind and where it happened
     * stand there too, down to the cell.
     */
    private static Failure thrown(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        StackTraceElement[] frames = thrown.getStackTrace();
        if (thrown instanceof CancellationException) {
            lines.add("Interrupted.");
        } else if (frames.length > 0 && frames[0].getClassName().startsWith(LIBRARY) && thrown.getMessage() != null) {
            lines.add(thrown.getMessage());
        } else {
            lines.add(thrown.toString());
            Arrays.stream(frames)
                    .takeWhile(frame -> !frame.getClassName().startsWith("REPL."))
                    .limit(FRAMES)
                    .forEach(frame -> lines.add("    at " + frame));
        }
        return new Failure(lines, thrown);
    }

    /** Stops the cell that is carried out. */
    void interrupt() {
        control.running.cancel(true);
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Carries out snippets on a thread of their own and keeps values and exceptions as they are, where JShell keeps texts. */
    private static final class Control extends DirectExecutionControl implements ExecutionControlProvider {

        private static final int PATIENCE_MS = 5_000;

        private volatile FutureTask<@Nullable Object> running = new FutureTask<>(() -> null);
        private @Nullable Object value;
        private @Nullable Throwable thrown;

        @Override
        public String name() {
            return "here";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return this;
        }

        @Override
        protected String invoke(Method snippet) throws Exception {
            FutureTask<@Nullable Object> task = new FutureTask<>(() -> snippet.invoke(null));
            Thread thread = new Thread(task, "cell");
            thread.setDaemon(true);
            running = task;
            thread.start();
            try {
                value = task.get();
                return "";
            } catch (CancellationException e) {
                thread.join(PATIENCE_MS);
                throw told(e);
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                if (cause instanceof InvocationTargetException) {
                    cause = Objects.requireNonNullElse(cause.getCause(), cause);
                }
                if (cause instanceof SPIResolutionException unresolved) {
                    throw new ResolutionException(unresolved.id(), unresolved.getStackTrace());
                }
                throw told(cause);
            }
        }

        private UserException told(Throwable cause) {
            thrown = cause;
            return new UserException(
                    String.valueOf(cause.getMessage()), cause.getClass().getName(), cause.getStackTrace());
        }
    }
}
