package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.ElementBalance;
import org.lodegraph.model.FigureMap;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;

/**
 * Every known figure becomes one draw of its spread, each independent of the others; source and status stay, unknown figures
 * stay unknown.
 *
 * <p>Only what makes no element out of nothing is drawn: contents and coefficients that do not balance are drawn again, all
 * that an {@link ElementBalance} ties together at once, until they do. This is rejection sampling (von Neumann 1951): what
 * comes out is distributed as the spreads say, given that the balance holds. So a poor ore is drawn with a large need of it,
 * and the mean of a draw need not be the mean of the spread.
 *
 * <p>Each figure has a random stream of its own that follows from seed, index and the place of the figure. So a figure that is
 * added elsewhere changes no other draw that it is not balanced against, and neither do order and threads.
 *
 * @param seed which series of draws
 * @param index which draw of the series
 */
public record Draw(long seed, long index) implements Step {

    /** Spreads that balance less often contradict each other. */
    private static final int MOST_TRIES = 10_000;

    /** One draw of a series. */
    public static Draw of(long seed, long index) {
        return new Draw(seed, index);
    }

    /** The first draws of a series, from index 0 on. */
    public static List<Draw> series(long seed, int count) {
        return LongStream.range(0, count)
                .mapToObj(index -> new Draw(seed, index))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The chain of the drawn figures.
     *
     * @throws IllegalArgumentException if contents and coefficients hardly ever balance
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        Map<Id, Integer> tries = new LinkedHashMap<>();
        for (Set<Id> group : Coupled.groups(chain)) {
            int needed = tries(chain, group);
            group.forEach(id -> tries.put(id, needed));
        }
        return chain.mapFigures((place, figure) -> drawn(place, figure, tries.getOrDefault(place.owner(), 0)));
    }

    private int tries(SupplyChain chain, Set<Id> group) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (balances(chain, group, tries)) {
                return tries;
            }
        }
        throw new IllegalArgumentException(
                "Draw %s of series %s: the contents and coefficients of %s hardly ever balance (%s tries). Maybe correct or narrow their spreads."
                        .formatted(index, seed, group, MOST_TRIES));
    }

    private boolean balances(SupplyChain chain, Set<Id> group, int tries) {
        FigureMap draw = (place, figure) -> drawn(place, figure, tries);
        for (Id id : group) {
            boolean holds = id instanceof RecipeId recipe
                    ? holds(chain, chain.recipe(recipe).mapFigures(draw), draw)
                    : ElementBalance.holds(chain.material((MaterialId) id).mapFigures(draw));
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(SupplyChain chain, Recipe drawn, FigureMap draw) {
        return ElementBalance.holds(
                drawn, Maps.toMap(drawn.materials(), id -> chain.material(id).mapFigures(draw)));
    }

    private Figure drawn(FigurePlace place, Figure figure, int tries) {
        return figure.map(
                spread -> spread instanceof Spread.Exact ? spread : Spread.exact(spread.draw(random(place, tries))));
    }

    private RandomGenerator random(FigurePlace place, int tries) {
        // A fingerprint is promised to stay the same for ever, which hashCode is not.
        Hasher hasher = Hashing.farmHashFingerprint64()
                .newHasher()
                .putLong(seed)
                .putLong(index)
                .putString(place.key(), StandardCharsets.UTF_8);
        return new SplittableRandom(
                (tries == 0 ? hasher : hasher.putInt(tries)).hash().asLong());
    }

    @Override
    public String toString() {
        return "draw %s of series %s".formatted(index, seed);
    }
}
