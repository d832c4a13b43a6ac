package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Losses;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Disruption.Answer;
import org.lodegraph.query.Disruption.Case;
import org.lodegraph.query.Disruption.Holding;

/** Works through contingencies one by one. Used once. */
final class DisruptionSearch {

    private DisruptionSearch() {}

    static Answer of(Disruption question, SupplyChain chain, Run run) {
        Losses losses = Losses.of(question.delivery(), chain, run);
        Contingencies all = Contingencies.of(question.contingencies().in(chain), chain);
        WorldOutput world = new WorldOutput(chain);
        List<ImmutableList<Holding>> holdings =
                all.outages().stream().map(world::holdings).toList();
        List<Integer> kept = IntStream.range(0, all.size())
                .filter(i -> question.holding()
                        .map(least -> holdings.get(i).stream()
                                .anyMatch(holding -> holding.share().high() >= least.value()))
                        .orElse(true))
                .boxed()
                .toList();
        List<Aftermath> aftermaths = all.after(kept, losses, run);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            int which = kept.get(i);
            cases.add(new Case(
                    all.scenarios().get(which),
                    holdings.get(which),
                    aftermaths.get(i),
                    world.coverage(
                            question.delivery().target().material(),
                            all.outages().get(which),
                            all.scenarios().get(which).parties())));
        }
        return new Answer(
                question, losses.grounds(), losses.before(), cases, all.size() - kept.size(), world.assumptions());
    }
}
