package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** Files do not say what they should. Lists every problem at once; nothing was loaded. */
public final class InvalidFilesException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<FileProblem> problems;
    private final long count;

    /**
     * Lists problems.
     *
     * @param problems the first ones, in the order in which they were found
     * @param count how many there are
     */
    public InvalidFilesException(List<FileProblem> problems, long count) {
        super("Files: %s problem%s.\n".formatted(count, count == 1 ? "" : "s")
                + problems.stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n"))
                + (count > problems.size() ? "\n  - and " + (count - problems.size()) + " more" : ""));
        this.problems = ImmutableList.copyOf(problems);
        this.count = count;
    }

    /**
     * What is wrong.
     *
     * @return the problems in the order in which they were found, at most 100
     */
    public List<FileProblem> problems() {
        return problems;
    }

    /**
     * How many problems there are, listed or not.
     *
     * @return at least the size of {@link #problems()}
     */
    public long count() {
        return count;
    }
}
