package org.lodegraph.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.lodegraph.ask.InvalidQuestionException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** What can go wrong, and how the program then ends. */
final class Failure {

    static final int FAULT = 1;
    static final int WRONGLY_CALLED = 2;
    static final int UNREADABLE = 3;
    static final int UNANSWERABLE = 4;
    static final int TOO_LONG = 5;

    private static final Pattern OPTION = Pattern.compile("-{1,2}[A-Za-z].*");

    private Failure() {}

    /** A file cannot be read, or does not say what it should. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super(Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
        }

        Unreadable(String message) {
            super(message);
        }
    }

    /** The chain cannot be asked that. */
    static final class Unanswerable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswerable(RuntimeException cause) {
            super(Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
        }

        Unanswerable(String message) {
            super(message);
        }
    }

    /** Nothing was asked. */
    static final class Help extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Runs the last command, unless one of its words looks like an option that it does not have. */
    static final class Strategy implements IExecutionStrategy {

        private final RunLast last = new RunLast();

        @Override
        public int execute(ParseResult parsed) {
            ParseResult command = Failure.last(parsed);
            List<String> unknown = command.matchedPositionals().stream()
                    .map(ArgSpec::originalStringValues)
                    .flatMap(List::stream)
                    .filter(word -> isNoOptionOf(command.commandSpec(), word))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new UnmatchedArgumentException(command.commandSpec().commandLine(), unknown);
            }
            return last.execute(parsed);
        }
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    private static boolean isNoOptionOf(CommandSpec command, String word) {
        int equals = word.indexOf('=');
        return OPTION.matcher(word).matches()
                && !command.optionsMap().containsKey(equals < 0 ? word : word.substring(0, equals));
    }

    static int wronglyCalled(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        // A word too many is the last one; the cause may be an option before it that there is not.
        err.println(Arrays.stream(args)
                .filter(word -> isNoOptionOf(command.getCommandSpec(), word))
                .findFirst()
                .filter(word -> wrong instanceof UnmatchedArgumentException)
                .map("Unknown option: '%s'"::formatted)
                .orElseGet(wrong::getMessage));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
        return WRONGLY_CALLED;
    }

    static int of(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        CommandSpec spec = command.getCommandSpec();
        if (failure instanceof Help) {
            command.usage(err);
            return WRONGLY_CALLED;
        } else if (failure instanceof InvalidQuestionException wrong) {
            wrong.problems().forEach(problem -> err.println(problem.message()));
            err.println("Try '%s --help'.".formatted(spec.qualifiedName()));
            return WRONGLY_CALLED;
        } else if (failure instanceof Unreadable) {
            err.println(failure.getMessage());
            return UNREADABLE;
        } else if (failure instanceof Unanswerable) {
            err.println(failure.getMessage());
            return UNANSWERABLE;
        } else if (failure instanceof CancellationException) {
            err.println("Stopped: it took longer than --limit. Maybe a longer one, or a narrower question.");
            return TOO_LONG;
        }
        err.println("This is a fault of the program. Please report it with what you called it with:");
        failure.printStackTrace(err);
        return FAULT;
    }
}
