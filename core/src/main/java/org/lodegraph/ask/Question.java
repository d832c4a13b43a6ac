package org.lodegraph.ask;

import java.util.List;
import java.util.Map;
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

    @Override
    public String toString() {
        return name;
    }
}
