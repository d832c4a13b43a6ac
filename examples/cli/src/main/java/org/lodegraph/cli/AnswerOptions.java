package org.lodegraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodegraph.flow.IncompleteChainException;
import org.lodegraph.io.Answers;
import org.lodegraph.lp.UncertifiedSolutionException;
import org.lodegraph.measure.UnknownFigureException;
import org.lodegraph.model.Run;
import org.lodegraph.render.Render;
import org.lodegraph.report.Showable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How an answer is computed and shown. */
final class AnswerOptions {

    /** Clears what was there and goes back to its beginning. */
    private static final String AGAIN = "\r\u001b[K";

    private static final int LEAST = 40;
    private static final long OFTEN = Duration.ofMillis(100).toNanos();

    /** How an answer is written. */
    private static final class Form {
        @Option(names = "--json", description = "as JSON, for machines")
        private boolean json;

        @Option(names = "--csv", description = "as one CSV table, for machines")
        private boolean csv;

        @Option(names = "--markdown", description = "as Markdown")
        private boolean markdown;

        @Option(names = "--html", description = "as an HTML page with pictures")
        private boolean html;

        /** As asked for; else as the ending of the file says; else as text. */
        String of(Showable answer, int width, String file) {
            boolean asked = json || csv || markdown || html;
            if (asked ? json : file.endsWith(".json")) {
                return Answers.json(answer);
            }
            if (asked ? csv : file.endsWith(".csv")) {
                return Answers.csv(answer);
            }
            if (asked ? markdown : file.endsWith(".md")) {
                return Render.markdown(answer);
            }
            return (asked ? html : file.endsWith(".html")) ? Render.html(answer) : Render.text(answer, width);
        }
    }

    @ArgGroup
    private Form form = new Form();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where the answer goes, as its ending says; to the terminal if left out")
    private @Nullable Path output;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "of text; 100 if left out")
    private int width = Render.WIDTH;

    @Option(names = "--limit", paramLabel = "SECONDS", description = "give up after so long")
    private double limit = Double.POSITIVE_INFINITY;

    @Option(
            names = "--progress",
            negatable = true,
            description = "tell of progress; if left out, where a person sits at the terminal")
    private @Nullable Boolean progress;

    /** Refuses what no answer can be written with, before anything is computed. */
    void check(CommandLine command) {
        if (width < LEAST) {
            throw new ParameterException(
                    command, "Width %s: text needs %s columns or more. Maybe --html.".formatted(width, LEAST));
        }
        if (!(limit > 0)) {
            throw new ParameterException(
                    command, "Limit %s: not a number of seconds above zero. Maybe 60.".formatted(limit));
        }
    }

    /** Computes an answer and writes it. */
    void give(CommandLine command, Function<Run, ? extends Showable> question) {
        PrintWriter err = command.getErr();
        boolean telling = progress == null ? System.console() != null : progress;
        long start = System.nanoTime();
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
                    Thread thread = new Thread(work);
                    thread.setDaemon(true);
                    return thread;
                });
        String text;
        try {
            Run run = Run.here().on(workers).until(() -> System.nanoTime() - start > limit * 1e9);
            text = form.of(
                    question.apply(telling ? run.telling(new Teller(err)) : run),
                    width,
                    output == null ? "" : output.toString());
        } catch (IllegalArgumentException
                | IncompleteChainException
                | UnknownFigureException
                | UncertifiedSolutionException e) {
            throw new Failure.Unanswerable(e);
        } finally {
            workers.shutdownNow();
            if (telling) {
                err.print(AGAIN);
                err.flush();
            }
        }
        write(text, command.getOut());
    }

    private void write(String text, PrintWriter out) {
        if (output == null) {
            out.print(text);
            out.flush();
            return;
        }
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw new Failure.Unreadable("File '%s': cannot be written (%s). Maybe check the folder."
                    .formatted(output, e.getClass().getSimpleName()));
        }
    }

    /** One line that is written over again, not more often than an eye can follow. */
    private static final class Teller implements Run.Progress {

        private final PrintWriter err;
        private long last = System.nanoTime() - OFTEN;

        Teller(PrintWriter err) {
            this.err = err;
        }

        @Override
        public synchronized void at(String what, long done, long total) {
            long now = System.nanoTime();
            if (now - last >= OFTEN) {
                last = now;
                err.print("%s%s: %s of %s".formatted(AGAIN, what, done, total));
                err.flush();
            }
        }
    }
}
