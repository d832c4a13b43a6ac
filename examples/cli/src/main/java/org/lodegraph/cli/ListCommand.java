package org.lodegraph.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodegraph.ask.Questions;
import org.lodegraph.reference.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What there is to ask, and of what. */
@Command(
        name = "list",
        description = "Lists what there is.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(materials | questions | controls)")
final class ListCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    @Command(description = "Materials that the embedded data have chains of.")
    void materials() {
        Reference.materials().forEach(out()::println);
    }

    @Command(description = "Questions of 'lodegraph ask'.")
    void questions() {
        Questions.all().forEach(question -> out().println("%-20s %s".formatted(question.name(), question.asks())));
    }

    @Command(description = "Export controls for --controls.")
    void controls() {
        Reference.measures().forEach(control -> out().println("%-22s %s".formatted(control.id(), control.name())));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(command, "part of a command line")
                .commandLine()
                .getOut();
    }

    @Override
    public void run() {
        throw new Failure.Help();
    }
}
