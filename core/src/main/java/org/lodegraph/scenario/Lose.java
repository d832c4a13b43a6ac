package org.lodegraph.scenario;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

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
import org.lodegraph.model.LinkId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.StockId;
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
     * What exactly is lost of a chain on its date.
     *
     * @throws IllegalArgumentException if the chain has nothing of this kind
     */
    public Outage outage(SupplyChain chain) {
        if (what instanceof Lines lines) {
            return Outage.ofRuns(lines.in(chain).stream()
                    .collect(toImmutableMap(InstalledLine::id, line -> lines.recipes(chain, line))));
        } else if (what instanceof Stocks stocks) {
            return Outage.ofStocks(stocks.in(chain).stream().map(Stock::id).collect(toImmutableSet()));
        } else if (what instanceof Links links) {
            return Outage.ofLinks(links.in(chain).stream().map(Link::id).collect(toImmutableSet()));
        }
        return Outage.ofDemands(
                ((Demands) what).in(chain).stream().map(Demand::id).collect(toImmutableSet()));
    }

    /**
     * The chain after the loss.
     *
     * @throws IllegalArgumentException if the chain has nothing of this kind
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        Outage outage = outage(chain);
        SupplyChain.Builder builder = withoutRuns(chain, outage.runs()).toBuilder();
        for (StockId id : outage.stocks()) {
            Stock stock = chain.stock(id);
            builder.put(
                    stock.withAmount(Changed.zero(stock.amount().unit(), this)).withRoom(Optional.empty()));
        }
        for (LinkId id : outage.links()) {
            Link link = chain.link(id);
            builder.put(link.withCapacity(
                            Changed.zero(chain.material(link.material()).rateUnit(), this))
                    .withObserved(link.observed().map(figure -> Changed.zero(figure.unit(), this))));
        }
        outage.demands().forEach(builder::remove);
        return builder.build();
    }

    private SupplyChain withoutRuns(SupplyChain chain, Map<LineId, Set<RecipeId>> runs) {
        Map<LineId, Line> changed = new LinkedHashMap<>();
        runs.forEach((id, lost) -> {
            Line line = chain.line(id).line();
            List<RecipeId> left = line.recipes().stream()
                    .filter(recipe -> !lost.contains(recipe))
                    .collect(ImmutableList.toImmutableList());
            changed.put(
                    id,
                    left.isEmpty()
                            ? line.withStatus(Line.Status.CLOSED)
                                    .withOutput(
                                            Changed.zero(chain.reference(line).rateUnit(), this))
                            : line.withRecipes(left));
        });
        return changed.isEmpty() ? chain : Changed.lines(chain, changed);
    }

    @Override
    public String toString() {
        return "lose " + what;
    }
}
