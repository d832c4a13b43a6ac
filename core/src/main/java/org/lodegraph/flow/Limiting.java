package org.lodegraph.flow;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Id;

/**
 * What one row of the program means.
 *
 * @param kind what sort of limit
 * @param subject what it belongs to; empty for balances
 * @param what the limit in words
 * @param figure the number behind it; empty for balances and bans
 */
record Limiting(Binding.Kind kind, Optional<Id> subject, String what, Optional<Figure> figure) {

    @Override
    public String toString() {
        return what;
    }
}
