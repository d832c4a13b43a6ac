package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.SupplyChain;

/**
 * Where material balances. A traded material has two balances in each country: what was <em>made</em> there is kept or
 * shipped; what is <em>used</em> there was kept or arrived, and is not shipped again. So trade is one hop. Site-bound
 * materials balance in their facility, domestic ones in their country.
 */
final class Places {

    private final SupplyChain chain;
    private final Rules rules;
    private final ProgramBuilder out;
    private final Map<Place, Integer> rows = new LinkedHashMap<>();
    private final Map<MaterialId, Set<CountryId>> users = new TreeMap<>();

    /** A balance of goods with some marks; {@code made} is false where goods are used apart from where they are made. */
    record Place(MaterialId material, String place, int marks, boolean made) {}

    Places(SupplyChain chain, Rules rules, ProgramBuilder out) {
        this.chain = chain;
        this.rules = rules;
        this.out = out;
    }

    /** Every place so far, in the order of asking. */
    ImmutableList<Place> all() {
        return ImmutableList.copyOf(rows.keySet());
    }

    /** What each row is a balance of. */
    ImmutableMap<Integer, Place> balances() {
        return rows.keySet().stream()
                .collect(ImmutableMap.toImmutableMap(place -> Objects.requireNonNull(rows.get(place)), place -> place));
    }

    boolean contains(Place place) {
        return rows.containsKey(place);
    }

    /** The countries that use a traded material. */
    Set<CountryId> users(MaterialId material) {
        return users.getOrDefault(material, new TreeSet<>());
    }

    boolean isTraded(MaterialId material) {
        return chain.material(material).mobility() == Mobility.TRADED;
    }

    boolean isBoundary(MaterialId material) {
        return chain.material(material).boundary();
    }

    /** What a line made, with the marks of its run and those of its country. */
    int made(MaterialId material, InstalledLine line, int runMarks) {
        int marks = runMarks | rules.marks(material, line.country());
        return isAtSite(material) ? atSite(material, line, marks) : madeIn(material, line.country(), marks);
    }

    /** What a line uses. */
    int use(MaterialId material, InstalledLine line, int marks) {
        return isAtSite(material) ? atSite(material, line, marks) : useIn(material, line.country(), marks);
    }

    private boolean isAtSite(MaterialId material) {
        return chain.material(material).mobility() == Mobility.SITE;
    }

    private int atSite(MaterialId material, InstalledLine line, int marks) {
        return row(new Place(material, line.facility().id().value(), marks, true));
    }

    /** What a country made, by lines or from stocks. */
    int madeIn(MaterialId material, CountryId country, int marks) {
        return row(new Place(material, country.value(), marks, true));
    }

    boolean isMadeIn(MaterialId material, CountryId country, int marks) {
        return rows.containsKey(new Place(material, country.value(), marks, true));
    }

    /** What a country uses: for a traded material a balance of its own. */
    int useIn(MaterialId material, CountryId country, int marks) {
        boolean traded = isTraded(material);
        if (traded) {
            users.computeIfAbsent(material, key -> new TreeSet<>()).add(country);
        }
        return row(new Place(material, country.value(), marks, !traded));
    }

    int row(Place place) {
        return rows.computeIfAbsent(
                place,
                key -> out.row(
                        balance("%s %s %s".formatted(key.material(), key.made() ? "made in" : "used in", key.place())),
                        key.material(),
                        0,
                        0));
    }

    /** The meaning of a row that only balances. */
    static Limiting balance(String what) {
        return new Limiting(Binding.Kind.BALANCE, Optional.empty(), what, Optional.empty());
    }
}
