// spotless:off, for JBang reads what the formatter would change
//JAVA 17+
//DEPS org.lodegraph:lodegraph-core:0.1.0-SNAPSHOT
//DEPS info.picocli:picocli:4.7.7
//SOURCES *.java
// spotless:on

package org.lodegraph.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.lodegraph.ask.Question;
import org.lodegraph.ask.Questions;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code lodegraph}. */
@Command(
        name = "lodegraph",
        description =
                "Asks where mineral supply chains can be choked, what can stand in, and where capacity is missing.",
        mixinStandardHelpOptions = true,
        version = "lodegraph 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  answered",
            "  1  a fault of this program",
            "  2  it was called in a way that it does not know",
            "  3  a file cannot be read, or does not say what it should",
            "  4  the chain cannot be asked that",
            "  5  it took longer than --limit"
        })
public final class Lodegraph implements Runnable {

    Lodegraph() {}

    /**
     * Runs one command and leaves with its exit code.
     *
     * @param args as the help says
     */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /**
     * Runs one command.
     *
     * @param out for answers
     * @param err for progress and whatever is wrong
     * @param args as the help says
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandSpec ask = CommandSpec.create().name("ask");
        ask.usageMessage().description("Asks a chain one question.").synopsisSubcommandLabel("QUESTION");
        ask.mixinStandardHelpOptions(true);
        for (Question question : Questions.all()) {
            ask.addSubcommand(question.name(), Ask.of(question));
        }
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        CommandLine line = new CommandLine(new Lodegraph())
                .addSubcommand(new CommandLine(ask))
                .addSubcommand(new ReportCommand())
                .addSubcommand(new ListCommand())
                .addSubcommand(completion);
        return line.registerConverter(LocalDate.class, Lodegraph::day)
                .setOut(out)
                .setErr(err)
                // A file name may begin with @.
                .setExpandAtFiles(false)
                // -0.3 is a number; what looks like an option and is none is refused by Failure.
                .setUnmatchedOptionsArePositionalParams(true)
                .setExecutionStrategy(new Failure.Strategy())
                .setParameterExceptionHandler(Failure::wronglyCalled)
                .setExecutionExceptionHandler(Failure::of)
                .execute(args);
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException wrong) {
            throw new TypeConversionException("'%s' is no day. Maybe 2025-11-08.".formatted(word));
        }
    }

    /** Without a command there is only the help. */
    @Override
    public void run() {
        throw new Failure.Help();
    }
}
