package org.lodegraph.query;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;

/**
 * What the hosts of a site leave at one reading of their figures, in t/a: infinite if nobody knows a limit.
 *
 * @param sure by stream, what comes in any case
 * @param either what comes from a host line that can run one recipe or another, or some of both: by line a share of each
 */
record Feed(Map<MaterialId, Double> sure, Map<LineId, List<Map<MaterialId, Double>>> either) {

    /** Above so many ways to run the host lines of a site, each stream is taken at its own worst. */
    private static final int MOST_WAYS = 1_000;

    Feed {
        sure = ImmutableMap.copyOf(sure);
        either = ImmutableMap.copyOf(either);
    }

    /** As much of some streams as anybody takes. */
    static Feed unlimited(Set<MaterialId> streams) {
        return new Feed(
                streams.stream().collect(toImmutableMap(stream -> stream, any -> Double.POSITIVE_INFINITY)),
                ImmutableMap.of());
    }

    /** What lines leave, by recipe that they can run. */
    static Feed of(Map<LineId, List<Map<MaterialId, Double>>> lines) {
        Map<MaterialId, Double> sure = new LinkedHashMap<>();
        ImmutableMap.Builder<LineId, List<Map<MaterialId, Double>>> either = ImmutableMap.builder();
        lines.forEach((line, recipes) -> {
            if (recipes.size() == 1) {
                add(sure, recipes.get(0));
            } else if (recipes.stream().anyMatch(left -> left.containsValue(Double.POSITIVE_INFINITY))) {
                recipes.forEach(left -> add(sure, left));
            } else {
                either.put(line, recipes);
            }
        });
        return new Feed(sure, either.buildOrThrow());
    }

    /** The feeds among which the least favorable is: the companion made is concave in what comes, so no mix is worse. */
    List<Feed> worst() {
        List<List<Map<MaterialId, Double>>> lines = ImmutableList.copyOf(either.values());
        double ways = lines.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
        if (ways > MOST_WAYS) {
            return ImmutableList.of(plus(lines.stream().map(Feed::leastOfEach).toList()));
        }
        return Lists.cartesianProduct(lines).stream().map(this::plus).toList();
    }

    private Feed plus(List<Map<MaterialId, Double>> chosen) {
        Map<MaterialId, Double> all = new LinkedHashMap<>(sure);
        chosen.forEach(left -> add(all, left));
        return new Feed(all, ImmutableMap.of());
    }

    private static void add(Map<MaterialId, Double> all, Map<MaterialId, Double> left) {
        left.forEach((stream, tons) -> all.merge(stream, tons, Double::sum));
    }

    private static Map<MaterialId, Double> leastOfEach(List<Map<MaterialId, Double>> recipes) {
        Map<MaterialId, Double> least = new LinkedHashMap<>(recipes.get(0));
        least.replaceAll((stream, tons) -> recipes.stream()
                .mapToDouble(left -> left.getOrDefault(stream, 0.0))
                .min()
                .orElseThrow());
        return least;
    }
}
