package org.lodegraph.flow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodegraph.flow.Places.Place;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.SupplyChain;

/**
 * Adds the lanes between places. Exporters that stand under the same rules ship through one pool, which is as good as a
 * lane for each pair; explicit links keep lanes of their own.
 */
final class Trade {

    private final SupplyChain chain;
    private final Names names;
    private final Rules rules;
    private final Corner corner;
    private final boolean asTraded;
    private final ProgramBuilder out;
    private final Places places;
    private final Map<Pool, Integer> pools = new LinkedHashMap<>();
    private final Map<Pool, Set<CountryId>> exporters = new LinkedHashMap<>();
    private final Map<PolicyId, Integer> quotas = new TreeMap<>();

    private record Pool(MaterialId material, List<Boolean> signature, Optional<CountryId> alone, int marks) {}

    Trade(SupplyChain chain, Rules rules, Corner corner, boolean asTraded, ProgramBuilder out, Places places) {
        this.chain = chain;
        this.names = Names.of(chain);
        this.rules = rules;
        this.corner = corner;
        this.asTraded = asTraded;
        this.out = out;
        this.places = places;
    }

    /** Adds everything, once all that makes and uses material is in place. */
    void add() {
        chain.links().values().forEach(this::addLink);
        addTrade();
        addMixing();
    }

    private void addLink(Link link) {
        // What stays at home is free, whatever was seen of it.
        boolean open = !asTraded || link.observed().isPresent() && !link.isDomestic();
        if (places.isBoundary(link.material()) || !open) {
            return;
        }
        double most = tons(link, link.capacity());
        double seen = asTraded ? tons(link, link.observed()) : Double.POSITIVE_INFINITY;
        boolean bySeen = seen < most;
        int row = out.row(
                new Limiting(
                        Binding.Kind.LINK,
                        Optional.of(link.id()),
                        "%s of %s from %s to %s"
                                .formatted(
                                        bySeen ? "observed flow" : "capacity of the lane",
                                        names.name(link.material()),
                                        names.name(link.origin()),
                                        names.name(link.destination())),
                        bySeen ? link.observed() : link.capacity()),
                link.material(),
                Double.NEGATIVE_INFINITY,
                Math.min(most, seen));
        for (int marks = 0; marks < rules.markings(); marks++) {
            if (!link.reexport() && !places.isMadeIn(link.material(), link.origin(), marks)) {
                continue;
            }
            int via = out.column(new Move.Via(link.id(), marks), link.material());
            link.cost().ifPresent(cost -> out.cost(via, cost));
            out.entry(row, via, 1);
            out.entry(
                    link.reexport()
                            ? places.useIn(link.material(), link.origin(), marks)
                            : places.madeIn(link.material(), link.origin(), marks),
                    via,
                    -1);
            out.entry(places.useIn(link.material(), link.destination(), marks), via, 1);
            bind(link.material(), link.origin(), link.destination(), marks, via);
        }
    }

    private double tons(Link link, Optional<Figure> limit) {
        return limit.map(figure -> corner.supply(link.id(), figure)).orElse(Double.POSITIVE_INFINITY);
    }

    /** Countries keep what they made, or ship it through the pool of those who stand under the same rules. */
    private void addTrade() {
        for (Place place : places.all()) {
            if (!place.made() || !places.isTraded(place.material())) {
                continue;
            }
            CountryId country = new CountryId(place.place());
            if (places.contains(new Place(place.material(), place.place(), place.marks(), false))) {
                int keep = out.column(new Move.Keep(place.material(), country, place.marks()), place.material());
                out.entry(places.madeIn(place.material(), country, place.marks()), keep, -1);
                out.entry(places.useIn(place.material(), country, place.marks()), keep, 1);
            }
            if (!asTraded && !places.users(place.material()).isEmpty()) {
                addExport(place, country);
            }
        }
        pools.forEach(this::addImports);
    }

    private void addExport(Place place, CountryId country) {
        boolean alone = !linkedFrom(place.material(), country).isEmpty();
        Pool pool = new Pool(
                place.material(),
                rules.signature(place.material(), country),
                alone ? Optional.of(country) : Optional.empty(),
                place.marks());
        int row = pools.computeIfAbsent(
                pool,
                key -> out.row(
                        Places.balance("%s offered by exporters under the same rules".formatted(key.material())),
                        key.material(),
                        0,
                        0));
        exporters.computeIfAbsent(pool, key -> new LinkedHashSet<>()).add(country);
        int export = out.column(new Move.Export(place.material(), country, row, place.marks()), place.material());
        out.entry(places.madeIn(place.material(), country, place.marks()), export, -1);
        out.entry(row, export, 1);
    }

    private void addImports(Pool pool, int row) {
        Set<CountryId> from = Objects.requireNonNull(exporters.get(pool));
        CountryId any = from.iterator().next();
        for (CountryId user : places.users(pool.material())) {
            boolean own = from.size() == 1 && any.equals(user);
            boolean explicit =
                    pool.alone().isPresent() && linkedFrom(pool.material(), any).contains(user);
            if (!own && !explicit) {
                int arrive = out.column(new Move.Import(pool.material(), row, user, pool.marks()), pool.material());
                out.entry(row, arrive, -1);
                out.entry(places.useIn(pool.material(), user, pool.marks()), arrive, 1);
                bind(pool.material(), any, user, pool.marks(), arrive);
            }
        }
    }

    /** Where a country ships by explicit lanes: those take the place of free trade between the two. */
    private Set<CountryId> linkedFrom(MaterialId material, CountryId origin) {
        Set<CountryId> linked = new TreeSet<>();
        for (Link link : chain.links().values()) {
            if (!link.reexport()
                    && !link.isDomestic()
                    && link.material().equals(material)
                    && link.origin().equals(origin)) {
                linked.add(link.destination());
            }
        }
        return linked;
    }

    /** Adds a lane to the limit of each policy that bears on it. */
    private void bind(MaterialId material, CountryId origin, CountryId destination, int marks, int column) {
        for (Policy policy : rules.on(material, origin, destination, marks)) {
            if (policy.limit() instanceof Limit.Cost cost) {
                out.cost(column, cost.perTon());
            } else {
                out.entry(quotas.computeIfAbsent(policy.id(), id -> addQuota(policy, material)), column, 1);
            }
        }
    }

    private int addQuota(Policy policy, MaterialId material) {
        double most = 0;
        Optional<Figure> figure = Optional.empty();
        if (policy.limit() instanceof Limit.AtMost atMost) {
            most = corner.supply(policy.id(), atMost.rate());
            figure = Optional.of(atMost.rate());
        } else if (policy.limit() instanceof Limit.ShareOf shareOf) {
            double share = corner.share(policy.id(), shareOf.share());
            most = share == 0 ? 0 : share * corner.supply(policy.id(), shareOf.baseline());
            figure = Optional.of(shareOf.share());
        }
        return out.row(
                new Limiting(
                        Binding.Kind.POLICY,
                        Optional.of(policy.id()),
                        "what passes under %s".formatted(policy.name()),
                        figure),
                material,
                Double.NEGATIVE_INFINITY,
                most);
    }

    /** Goods under fewer rules may be used where goods under more rules are. */
    private void addMixing() {
        if (rules.markings() == 1) {
            return;
        }
        for (Place place : places.all()) {
            boolean used = !place.made() || !places.isTraded(place.material());
            for (int more = 0; used && more < rules.markings(); more++) {
                Place other = new Place(place.material(), place.place(), more, place.made());
                if (more != place.marks() && (more & place.marks()) == place.marks() && places.contains(other)) {
                    int mix = out.column(
                            new Move.Mix(place.material(), place.place(), place.marks(), more), place.material());
                    out.entry(places.row(place), mix, -1);
                    out.entry(places.row(other), mix, 1);
                }
            }
        }
    }
}
