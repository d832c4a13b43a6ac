package org.lodegraph.ask;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** A question was told words that it does not take. Lists every problem at once. */
public final class InvalidQuestionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Problem> problems;

    InvalidQuestionException(String question, List<Problem> problems) {
        super("Question '%s': %s problem%s.\n".formatted(question, problems.size(), problems.size() == 1 ? "" : "s")
                + problems.stream().map(problem -> "  - " + problem.message()).collect(Collectors.joining("\n")));
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return one or more, in the order of the question's parameters
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param parameter its name as it was given; where several do not go together, the first of them
     * @param message what is wrong, what was seen, and maybe the cure
     */
    public record Problem(String parameter, String message) {}
}
