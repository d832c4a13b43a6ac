package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.SupplyChain;

/**
 * Every known figure becomes one draw of its spread, each independent of the others; source and status stay, unknown figures
 * stay unknown.
 *
 * <p>Each figure has a random stream of its own that follows from seed, index and the place of the figure. So a figure that is
 * added elsewhere changes no other draw, and neither do order and threads.
 *
 * @param seed which series of draws
 * @param index which draw of the series
 */
public record Draw(long seed, long index) implements Step {

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

    @Override
    public SupplyChain on(SupplyChain chain) {
        return chain.mapFigures((place, figure) -> figure.map(
                spread -> spread instanceof Spread.Exact ? spread : Spread.exact(spread.draw(random(place)))));
    }

    private RandomGenerator random(FigurePlace place) {
        // A fingerprint is promised to stay the same for ever, which hashCode is not.
        return new SplittableRandom(Hashing.farmHashFingerprint64()
                .newHasher()
                .putLong(seed)
                .putLong(index)
                .putString(place.key(), StandardCharsets.UTF_8)
                .hash()
                .asLong());
    }

    @Override
    public String toString() {
        return "draw %s of series %s".formatted(index, seed);
    }
}
