package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** A chain contradicts itself. Lists every problem at once. */
public final class InvalidSupplyChainException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final ImmutableList<Problem> problems;

    /**
     * For all problems of a chain.
     *
     * @param problems at least one
     */
    public InvalidSupplyChainException(List<Problem> problems) {
        super("Supply chain: %s problem%s.\n".formatted(problems.size(), problems.size() == 1 ? "" : "s")
                + problems.stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n")));
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return every problem, in the order of the entities
     */
    public List<Problem> problems() {
        return problems;
    }
}
