package org.lodegraph.tables;

import org.lodegraph.io.FileProblem;

/** A row that cannot be read. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    Unreadable(FileProblem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    FileProblem problem() {
        return problem;
    }
}
