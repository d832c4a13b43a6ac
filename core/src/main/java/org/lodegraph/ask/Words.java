package org.lodegraph.ask;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.lodegraph.io.Closest;
import org.lodegraph.model.BlocId;

/** The words that a question was told, while they are read, and what is wrong with them. */
final class Words {

    /** A scenario is the longest thing that is said in good faith. */
    private static final int LONGEST = 100_000;

    private static final int MOST = 1000;
    private static final int SHOWN = 60;
    private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029&&[^\n]]");

    private final ImmutableMap<String, List<String>> given;
    private final List<InvalidQuestionException.Problem> problems = new ArrayList<>();

    private Words(ImmutableMap<String, List<String>> given) {
        this.given = given;
    }

    static <T> T read(String question, Map<String, List<String>> given, Input<T> input) {
        Words words = new Words(ImmutableMap.copyOf(given));
        List<String> known = input.parameters().stream().map(Parameter::name).toList();
        Optional<T> value = input.read(words);
        words.given.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> words.report(
                        name,
                        "the question '%s' has no such parameter. Maybe %s"
                                .formatted(
                                        question,
                                        Closest.to(name, known)
                                                .orElseGet(() -> known.isEmpty()
                                                        ? "leave it out"
                                                        : "one of " + String.join(", ", known)))));
        if (!words.problems.isEmpty()) {
            // Sorting is stable: problems with one parameter stay in the order in which they were found.
            words.problems.sort(Comparator.comparingInt(problem -> {
                int at = known.indexOf(problem.parameter());
                return at < 0 ? known.size() : at;
            }));
            throw new InvalidQuestionException(question, words.problems);
        }
        return value.orElseThrow();
    }

    boolean has(Parameter parameter) {
        return given.containsKey(parameter.name());
    }

    /** What was said for a parameter that is given. */
    List<String> of(Parameter parameter) {
        List<String> words = Objects.requireNonNullElse(given.get(parameter.name()), ImmutableList.of());
        if (words.size() > MOST) {
            report(parameter, "given %s times. Maybe at most %s".formatted(words.size(), MOST));
            return ImmutableList.of();
        }
        return words;
    }

    /** Reads one word; what is wrong with it is a problem of the parameter. */
    <T> Optional<T> read(Parameter parameter, String word, Function<String, T> parse) {
        if (word.length() > LONGEST) {
            report(parameter, "%s characters are too many. Maybe at most %s".formatted(word.length(), LONGEST));
            return Optional.empty();
        }
        String text = word.strip();
        if (text.isEmpty()) {
            report(parameter, "empty. Maybe " + parameter.kind().shape());
            return Optional.empty();
        }
        return guarded(parameter, () -> parse.apply(text));
    }

    /** Does what may refuse a value; the refusal is a problem of the parameter. */
    <T> Optional<T> guarded(Parameter parameter, Supplier<T> action) {
        try {
            return Optional.of(action.get());
        } catch (IllegalArgumentException refused) {
            report(parameter, Objects.requireNonNullElse(refused.getMessage(), "refused"));
            return Optional.empty();
        }
    }

    void report(Parameter parameter, String what) {
        report(parameter.name(), what);
    }

    private void report(String parameter, String what) {
        problems.add(new InvalidQuestionException.Problem(
                parameter,
                "Parameter '%s': %s%s"
                        .formatted(
                                seen(parameter),
                                STEERING.matcher(what).replaceAll("?"),
                                what.endsWith(".") ? "" : ".")));
    }

    /** A word as it may stand in a message. */
    static String seen(String word) {
        String safe = STEERING.matcher(word).replaceAll("?");
        return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "...";
    }

    /** How a bloc is said, told apart from a country. */
    static String print(BlocId bloc) {
        String word = bloc.value();
        try {
            return Parsing.party(word).equals(bloc) ? word : "bloc:" + word;
        } catch (IllegalArgumentException nearACountry) {
            return "bloc:" + word;
        }
    }
}
