package org.lodegraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lodegraph.ask.Parameter;
import org.lodegraph.ask.Question;
import org.lodegraph.model.Query;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Showable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One subcommand of {@code ask}: the question's own parameters, then which chain, then how to show the answer. */
final class Ask implements Callable<Integer> {

    /** A scenario is the longest thing that is said. */
    private static final long LARGEST = 100_000;

    private final Question question;
    private final ChainOptions chains = new ChainOptions();
    private final AnswerOptions answers = new AnswerOptions();
    private final Map<Parameter, ArgSpec> arguments = new LinkedHashMap<>();
    private final CommandLine command;

    private Ask(Question question) {
        this.question = question;
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name(question.name());
        spec.usageMessage().description(question.asks()).sortOptions(false);
        int at = 0;
        for (Parameter parameter : question.parameters()) {
            ArgSpec argument =
                    parameter.required() && !parameter.repeats() ? positional(parameter, at++) : option(parameter);
            arguments.put(parameter, argument);
            spec.add(argument);
        }
        spec.addMixin("chain", CommandSpec.forAnnotatedObject(chains));
        spec.addMixin("answer", CommandSpec.forAnnotatedObject(answers));
        command = new CommandLine(spec.mixinStandardHelpOptions(true));
    }

    /** The subcommand of a question. */
    static CommandLine of(Question question) {
        return new Ask(question).command;
    }

    private static ArgSpec positional(Parameter parameter, int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .paramLabel(parameter.name().toUpperCase(Locale.ROOT))
                .description(describe(parameter))
                .type(String.class)
                .required(true)
                .completionCandidates(parameter.choices())
                .build();
    }

    private static ArgSpec option(Parameter parameter) {
        OptionSpec.Builder option = OptionSpec.builder("--" + parameter.name()).description(describe(parameter));
        if (parameter.kind() == Parameter.Kind.FLAG) {
            return option.type(boolean.class).arity("0").build();
        }
        if (parameter.repeats()) {
            option.type(List.class).auxiliaryTypes(String.class);
        } else {
            option.type(String.class);
        }
        return option.paramLabel(label(parameter))
                .arity("1")
                .required(parameter.required())
                .completionCandidates(parameter.choices())
                .build();
    }

    private static String label(Parameter parameter) {
        return parameter.choices().isEmpty()
                ? parameter.kind().name()
                : parameter.choices().size() <= 4
                        ? String.join("|", parameter.choices())
                        : parameter.kind().name();
    }

    private static String describe(Parameter parameter) {
        String meaning = parameter.meaning()
                + switch (parameter.kind()) {
                    case CHOICE -> parameter.choices().size() <= 4 ? "" : ": " + String.join(", ", parameter.choices());
                    case SCENARIO -> ", a JSON file";
                    case FLAG, TEXT -> "";
                    default -> "; " + parameter.kind().shape();
                }
                + (parameter.repeats() ? "; may be repeated" : "");
        // A percent sign would be read as a format.
        return meaning.replace("%", "%%");
    }

    @Override
    public Integer call() {
        answers.check(command);
        chains.check(command);
        Map<String, List<String>> words = words();
        Query<? extends Showable> query = question.of(words);
        SupplyChain chain = chains.chain(question.materials(words));
        answers.give(command, run -> chain.ask(query, run));
        return 0;
    }

    private Map<String, List<String>> words() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        arguments.forEach((parameter, argument) -> {
            Object value = argument.getValue();
            if (value instanceof Boolean on) {
                if (on) {
                    words.put(parameter.name(), List.of());
                }
            } else if (value instanceof List<?> list) {
                List<String> said = new ArrayList<>();
                for (Object word : list) {
                    said.add(parameter.kind() == Parameter.Kind.SCENARIO ? scenario((String) word) : (String) word);
                }
                words.put(parameter.name(), said);
            } else if (value != null) {
                words.put(parameter.name(), List.of((String) value));
            }
        });
        return words;
    }

    /** The words of a scenario, from the file that it stands in unless they are here. */
    private static String scenario(String word) {
        if (word.stripLeading().startsWith("{")) {
            return word;
        }
        try {
            Path file = Path.of(word);
            if (!Files.isRegularFile(file)) {
                throw new Failure.Unreadable("File '%s': there is no such file. Maybe check the path.".formatted(word));
            }
            if (Files.size(file) > LARGEST) {
                throw new Failure.Unreadable("File '%s': larger than a scenario should be (%s bytes, at most %s)."
                        .formatted(word, Files.size(file), LARGEST));
            }
            return Files.readString(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure.Unreadable("File '%s': cannot be read as a scenario (%s). Maybe check the path."
                    .formatted(word, e.getClass().getSimpleName()));
        }
    }
}
