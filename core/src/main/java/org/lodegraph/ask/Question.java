package org.lodegraph.ask;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Query;
import org.lodegraph.report.Showable;

/** A query as it is asked by words. */
public final class Question {

    private final String name;
    private final String asks;
    private final Input<Query<? extends Showable>> input;

    Question(String name, String asks, Input<? extends Query<? extends Showable>> input) {
        this.name = name;
        this.asks = asks;
        this.input = input.map(query -> query);
    }

    /**
     * What it is called.
     *
     * @return lower case with hyphens, such as {@code what-it-takes}
     */
    public String name() {
        return name;
    }

    /**
     * What it asks.
     *
     * @return one sentence for people
     */
    public String asks() {
        return asks;
    }

    /**
     * What it can be told.
     *
     * @return what is required first, then what is not, in the order of reading
     */
    public List<Parameter> parameters() {
        return input.parameters();
    }

    /**
     * Makes the query. Whether the chain knows what the words name is only known when it is asked.
     *
     * @param words for each parameter that is given its words, one unless it repeats; a flag may have none
     * @return the query
     * @throws InvalidQuestionException lists everything that is wrong with the words
     */
    public Query<? extends Showable> of(Map<String, List<String>> words) {
        return Words.read(name, words, input);
    }

    /**
     * The materials that words name, those of a question within the question included. In which chain they are is for the
     * caller to find.
     *
     * @param words as for {@link #of}
     * @return in the order of {@link #parameters()}, without repetition; empty where none is named
     * @throws IllegalArgumentException if a question within has a name that there is none of
     */
    public Set<MaterialId> materials(Map<String, List<String>> words) {
        return parameters().stream()
                .flatMap(parameter -> words.getOrDefault(parameter.name(), List.of()).stream()
                        .flatMap(word -> named(parameter.kind(), word)))
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Stream<MaterialId> named(Parameter.Kind kind, String word) {
        if (kind == Parameter.Kind.MATERIAL) {
            return Stream.of(new MaterialId(word));
        }
        if (kind == Parameter.Kind.QUESTION) {
            Parsing.Line within = Parsing.line(word);
            return Questions.named(within.name()).materials(within.words()).stream();
        }
        return Stream.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
