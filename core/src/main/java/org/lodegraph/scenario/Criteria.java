package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.StockId;
import org.lodegraph.model.SupplyChain;

/** What the kinds of selections share. */
final class Criteria {

    private static final Comparator<Id> ORDER = Comparator.comparing(Id::kind).thenComparing(Id::value);

    private Criteria() {}

    /** The ids in one order, each of a kind that can tell things of this sort apart. */
    static ImmutableSortedSet<Id> of(String sort, Collection<Id> ids, List<Class<? extends Id>> kinds) {
        for (Id id : ids) {
            if (kinds.stream().noneMatch(kind -> kind.isInstance(id))) {
                throw new IllegalArgumentException("%s '%s': it does not tell %s apart. Maybe use Selection.of(id)."
                        .formatted(id.kind(), id, sort));
            }
        }
        return ImmutableSortedSet.copyOf(ORDER, ids);
    }

    /** The values that pass; a selection that chooses nothing is a slip of the pen. */
    static <V> ImmutableList<V> choose(
            SupplyChain chain, Selection selection, Map<?, V> all, Predicate<? super V> wanted) {
        selection.where().forEach(id -> requireKnown(chain, id));
        ImmutableList<V> chosen = all.values().stream().filter(wanted).collect(ImmutableList.toImmutableList());
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(
                    "Selection '%s': nothing in this chain matches. Maybe a country or an owner is misspelled, or the step is not needed."
                            .formatted(selection));
        }
        return chosen;
    }

    /** Countries and owners are not declared, so they cannot be unknown. */
    private static void requireKnown(SupplyChain chain, Id id) {
        if (id instanceof LineId line) {
            chain.line(line);
        } else if (id instanceof FacilityId facility) {
            chain.facility(facility);
        } else if (id instanceof RecipeId recipe) {
            chain.recipe(recipe);
        } else if (id instanceof MaterialId material) {
            chain.material(material);
        } else if (id instanceof BlocId bloc) {
            chain.bloc(bloc);
        } else if (id instanceof StockId stock) {
            chain.stock(stock);
        } else if (id instanceof LinkId link) {
            chain.link(link);
        } else if (id instanceof DemandId demand) {
            chain.demand(demand);
        }
    }

    static String words(String sort, Collection<Id> ids, Function<Id, String> word) {
        StringBuilder text = new StringBuilder(sort);
        ids.forEach(id -> text.append(' ').append(word.apply(id)).append(' ').append(id));
        return text.toString();
    }
}
