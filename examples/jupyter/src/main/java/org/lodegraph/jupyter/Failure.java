package org.lodegraph.jupyter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a cell failed, in lines for its author. The cause, if there is one, is what the cell's code threw. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> lines;

    Failure(List<String> lines, @Nullable Throwable cause) {
        super(lines.get(0), cause);
        this.lines = List.copyOf(lines);
    }

    List<String> lines() {
        return lines;
    }
}
