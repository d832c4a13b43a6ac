package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Link;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * Something is gone: {@code Lose.of(country("CHN"))}.
 *
 * <p>What is lost stays in the chain and yields nothing, so that a loss shows as unmet demand and not as a chain that
 * contradicts itself. Lines are closed with an output of zero; a line that runs several recipes loses only those selected.
 * Stocks are empty and take nothing in. Links carry nothing: without the link, trade between the two would be free. Demands
 * alone are taken out. A country's loss is that of its lines; its stocks, links and demands are selections of their own.
 *
 * @param what what is lost
 */
public record Lose(Selection what) implements Step {

    /** A loss of what is selected. */
    public static Lose of(Selection what) {
        return new Lose(what);
    }

    /**
     * A loss of one thing, or of all lines that have to do with it.
     *
     * @throws IllegalArgumentException for a policy
     */
    public static Lose of(Id id) {
        return new Lose(Selection.of(id));
    }

    /**
     * The chain after the loss.
     *
     * @throws IllegalArgumentException if the chain has nothing of this kind
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        if (what instanceof Lines lines) {
            return withoutLines(chain, lines);
        }
        SupplyChain.Builder builder = chain.toBuilder();
        if (what instanceof Stocks stocks) {
            for (Stock stock : stocks.in(chain)) {
                builder.put(stock.withAmount(Changed.zero(stock.amount().unit(), this))
                        .withRoom(Optional.empty()));
            }
        } else if (what instanceof Links links) {
            for (Link link : links.in(chain)) {
                builder.put(link.withCapacity(Changed.zero(Changed.rate(chain, link.material()), this))
                        .withObserved(link.observed().map(figure -> Changed.zero(figure.unit(), this))));
            }
        } else if (what instanceof Demands demands) {
            demands.in(chain).stream().map(Demand::id).forEach(builder::remove);
        }
        return builder.build();
    }

    private SupplyChain withoutLines(SupplyChain chain, Lines lines) {
        Map<LineId, Line> changed = new LinkedHashMap<>();
        for (InstalledLine installed : lines.in(chain)) {
            Line line = installed.line();
            Set<RecipeId> lost = lines.recipes(chain, installed);
            List<RecipeId> left =
                    line.recipes().stream().filter(id -> !lost.contains(id)).collect(ImmutableList.toImmutableList());
            changed.put(
                    installed.id(),
                    left.isEmpty()
                            ? line.withStatus(Line.Status.CLOSED)
                                    .withOutput(Changed.zero(Changed.rate(chain, Changed.reference(chain, line)), this))
                            : line.withRecipes(left));
        }
        return Changed.lines(chain, changed);
    }

    @Override
    public String toString() {
        return "lose " + what;
    }
}
