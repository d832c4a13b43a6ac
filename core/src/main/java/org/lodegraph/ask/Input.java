package org.lodegraph.ask;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a value is made out of words: which parameters it takes and how they are read. Inputs are put together as the queries
 * are: what they must know, then one copy for each thing that may be said.
 *
 * @param <T> what is made
 */
final class Input<T> {

    private final ImmutableList<Parameter> parameters;
    private final Function<Words, Optional<T>> read;

    private Input(List<Parameter> parameters, Function<Words, Optional<T>> read) {
        // What is required first: a command line reads it without names.
        this.parameters = ImmutableList.<Parameter>builder()
                .addAll(parameters.stream().filter(Parameter::required).toList())
                .addAll(parameters.stream()
                        .filter(parameter -> !parameter.required())
                        .toList())
                .build();
        this.read = read;
    }

    /** A value that nothing needs to be said about. */
    static <T> Input<T> always(T value) {
        return new Input<>(ImmutableList.of(), words -> Optional.of(value));
    }

    /** One word. */
    static <T> Input<T> one(Parameter parameter, Function<String, T> parse) {
        return new Input<>(ImmutableList.of(parameter), words -> {
            List<String> said = words.of(parameter);
            if (said.size() == 1) {
                return words.read(parameter, said.get(0), parse);
            }
            words.report(
                    parameter,
                    (said.isEmpty() ? "missing. Maybe " : "given %s times. Maybe only once, ".formatted(said.size()))
                            + parameter.kind().shape());
            return Optional.empty();
        });
    }

    /** One word or more. */
    static <T> Input<List<T>> many(Parameter parameter, Function<String, T> parse) {
        Parameter repeated = parameter.repeated();
        return new Input<>(ImmutableList.of(repeated), words -> {
            List<String> said = words.of(repeated);
            if (said.isEmpty()) {
                words.report(repeated, "missing. Maybe " + parameter.kind().shape());
                return Optional.empty();
            }
            List<Optional<T>> values =
                    said.stream().map(word -> words.read(repeated, word, parse)).toList();
            return values.stream().allMatch(Optional::isPresent)
                    ? Optional.of(values.stream().flatMap(Optional::stream).collect(ImmutableList.<T>toImmutableList()))
                    : Optional.empty();
        });
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Optional<T> read(Words words) {
        return read.apply(words);
    }

    <R> Input<R> map(Function<T, R> change) {
        return new Input<>(
                parameters, words -> read(words).flatMap(value -> guarded(words, () -> change.apply(value))));
    }

    /** Two values that are both needed. */
    <A, R> Input<R> and(Input<A> other, BiFunction<T, A, R> join) {
        return new Input<>(joined(other.parameters), words -> {
            Optional<T> mine = read(words);
            Optional<A> its = other.read(words);
            return mine.flatMap(one -> its.flatMap(two -> other.guarded(words, () -> join.apply(one, two))));
        });
    }

    /** A copy that may be told more; if it is told any of it, all that the other input requires is needed. */
    <A> Input<T> may(Input<A> other, BiFunction<T, A, T> copy) {
        List<Parameter> more =
                other.parameters.stream().map(Parameter::optional).toList();
        return new Input<>(joined(more), words -> {
            Optional<T> mine = read(words);
            if (other.parameters.stream().noneMatch(words::has)) {
                return mine;
            }
            Optional<A> its = other.read(words);
            return mine.flatMap(one -> its.flatMap(two -> other.guarded(words, () -> copy.apply(one, two))));
        });
    }

    /** A copy that may be told to be otherwise. */
    Input<T> flag(Parameter parameter, UnaryOperator<T> copy) {
        return new Input<>(joined(ImmutableList.of(parameter.optional())), words -> {
            Optional<T> mine = read(words);
            if (!words.has(parameter)) {
                return mine;
            }
            List<String> said = words.of(parameter);
            boolean on = said.isEmpty()
                    || words.read(parameter, said.get(said.size() - 1), Parsing::flag)
                            .orElse(false);
            return on ? mine.flatMap(one -> words.guarded(parameter, () -> copy.apply(one))) : mine;
        });
    }

    /** What an input refuses is a problem of its first parameter. */
    private <R> Optional<R> guarded(Words words, Supplier<R> action) {
        return parameters.isEmpty() ? Optional.of(action.get()) : words.guarded(parameters.get(0), action);
    }

    private List<Parameter> joined(List<Parameter> more) {
        return ImmutableList.<Parameter>builder()
                .addAll(parameters)
                .addAll(more)
                .build();
    }
}
