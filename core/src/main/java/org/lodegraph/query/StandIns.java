package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** Materials that stand in for each other, so that what each covers of a use adds up. */
final class StandIns {

    private final SupplyChain chain;
    private final Map<MaterialId, Set<MaterialId>> behind = new TreeMap<>();

    StandIns(SupplyChain chain) {
        this.chain = chain;
    }

    /**
     * Groups of materials that stand in for each other: none is made of another, and no recipe takes both, even at many steps
     * from here.
     */
    ImmutableList<Set<MaterialId>> among(List<MaterialId> materials) {
        List<Set<MaterialId>> groups = new ArrayList<>();
        for (MaterialId material : materials) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(other -> standIn(material, other)))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new LinkedHashSet<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(material);
        }
        return ImmutableList.copyOf(groups);
    }

    private boolean standIn(MaterialId one, MaterialId other) {
        return !behind(one).contains(other)
                && !behind(other).contains(one)
                && chain.recipes().values().stream().noneMatch(recipe -> takes(recipe, one, other));
    }

    /** Whether a recipe takes both, by different inputs. */
    private boolean takes(Recipe recipe, MaterialId one, MaterialId other) {
        return recipe.inputs().keySet().stream()
                .filter(input -> behind(input).contains(one))
                .anyMatch(input -> recipe.inputs().keySet().stream()
                        .anyMatch(second ->
                                !second.equals(input) && behind(second).contains(other)));
    }

    /** A material, and all that it is made of. */
    private Set<MaterialId> behind(MaterialId material) {
        return behind.computeIfAbsent(material, any -> {
            Set<MaterialId> found = new LinkedHashSet<>();
            Deque<MaterialId> left = new ArrayDeque<>(List.of(material));
            while (!left.isEmpty()) {
                MaterialId next = left.pop();
                if (found.add(next)) {
                    chain.recipes().values().stream()
                            .filter(recipe ->
                                    recipe.makes(next) && !chain.material(next).boundary())
                            .forEach(recipe -> left.addAll(recipe.inputs().keySet()));
                }
            }
            return found;
        });
    }

    /** What several that stand in for each other cover together: the sum, unless one line could serve more than one of them. */
    Range cover(Set<MaterialId> materials, List<Range> covered) {
        long lines = materials.stream()
                .flatMap(material -> chain.linesMaking(material).stream())
                .count();
        long apart = materials.stream()
                .flatMap(material -> chain.linesMaking(material).stream())
                .map(InstalledLine::id)
                .distinct()
                .count();
        double high = covered.stream().mapToDouble(Range::high).sum();
        return lines == apart
                ? Range.spanning(covered.stream().mapToDouble(Range::low).sum(), high, Unit.SHARE)
                : new Range(covered.stream().mapToDouble(Range::low).max().orElse(0), high, Unit.SHARE);
    }
}
