package org.lodegraph.flow;

import java.util.List;
import java.util.function.Predicate;
import org.lodegraph.lp.Optimal;
import org.lodegraph.measure.Range;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.Run;
import org.lodegraph.report.Tree;

/**
 * A delivery to some demands, served before all others, solved under one reading: what they get, and what limits it.
 *
 * @param lost what is no limit, for it is gone
 */
record Limited(Setting setting, DeliveryProgram program, Optimal optimal, List<DemandId> demands, Predicate<Id> lost) {

    /** Demands that get all but this part of what they want lack nothing. */
    private static final double WHOLE = 1 - 1e-9;

    Got got() {
        return Got.of(program, optimal, demands);
    }

    /** What limits it; nothing if nothing is lacking. */
    Stages.Limits limits() {
        Got got = got();
        return isWhole(got)
                ? Stages.Limits.NONE
                : setting.stages(program, Run.here()).limits(optimal, got.wanted(), lost);
    }

    private static boolean isWhole(Got got) {
        return got.served() >= got.wanted() * WHOLE;
    }

    /** How what they get adds up. */
    Tree.Node node(String label) {
        Got got = got();
        return new Prices(Range.exactly(got.wanted(), setting.unit())).node(label, limits().binding(), isWhole(got));
    }
}
