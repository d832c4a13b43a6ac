package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * Compiles a chain, cut down to what matters, to a linear program for one reading of its figures.
 *
 * <p>A traded material has two balances in each country: what was <em>made</em> there (by lines, from stocks) is kept or
 * shipped; what is <em>used</em> there was kept or arrived, and is not shipped again. So trade is one hop. Exporters that
 * stand under the same rules ship through one pool. Site-bound materials balance in their facility, domestic ones in
 * their country.
 */
final class Compiler {

    private final SupplyChain chain;
    private final Rules rules;
    private final Corner corner;
    private final Delivery options;
    private final boolean asTraded;
    private final ProgramBuilder out = new ProgramBuilder();

    private record Place(MaterialId material, String place, int marks, boolean made) {}

    private record Pool(MaterialId material, List<Boolean> signature, Optional<CountryId> alone, int marks) {}

    private final Map<Place, Integer> balances = new LinkedHashMap<>();
    private final Map<Pool, Integer> pools = new LinkedHashMap<>();
    private final Map<Pool, Set<CountryId>> exporters = new LinkedHashMap<>();
    private final Map<MaterialId, Set<CountryId>> users = new TreeMap<>();
    private final Map<PolicyId, Integer> quotas = new TreeMap<>();
    private final ImmutableListMultimap.Builder<DemandId, Integer> serving = ImmutableListMultimap.builder();
    private final ImmutableMap.Builder<DemandId, Double> wanted = ImmutableMap.builder();
    private final ImmutableMap.Builder<DemandId, Integer> demandRows = ImmutableMap.builder();

    private Compiler(SupplyChain chain, Rules rules, Corner corner, Delivery options, boolean asTraded) {
        this.chain = chain;
        this.rules = rules;
        this.corner = corner;
        this.options = options;
        this.asTraded = asTraded;
    }

    static DeliveryProgram compile(SupplyChain chain, Rules rules, Corner corner, Delivery options, boolean asTraded) {
        return new Compiler(chain, rules, corner, options, asTraded).program();
    }

    private DeliveryProgram program() {
        Capacities capacities = new Capacities(chain, rules, corner, options);
        scale(capacities);
        chain.lines().values().forEach(line -> addLine(line, capacities.of(line)));
        chain.stocks().values().forEach(this::addStock);
        chain.demands().values().forEach(this::addDemand);
        chain.links().values().forEach(this::addLink);
        addTrade();
        addMixing();
        return new DeliveryProgram(
                out.build(),
                out.moves(),
                out.columnTons(),
                out.costs(),
                out.limits(),
                out.rowTons(),
                serving.build(),
                wanted.buildOrThrow(),
                demandRows.buildOrThrow());
    }

    private void scale(Capacities capacities) {
        Map<MaterialId, Double> tons = new TreeMap<>();
        for (Demand demand : chain.demands().values()) {
            tons.merge(
                    demand.material(), corner.wanted("Demand '%s'".formatted(demand.id()), demand.rate()), Double::sum);
        }
        for (InstalledLine line : chain.lines().values()) {
            double capacity = capacities.of(line);
            if (capacity > 0 && capacity < Double.POSITIVE_INFINITY) {
                for (RecipeId id : line.line().recipes()) {
                    Recipe recipe = chain.recipe(id);
                    tons.merge(recipe.reference(), capacity, Double::sum);
                    recipe.yields()
                            .forEach((material, yield) -> tons.merge(
                                    material, capacity * corner.coefficient(yield.coefficient()), Double::sum));
                }
            }
        }
        tons.forEach(out::scale);
    }

    // ---- lines

    private void addLine(InstalledLine installed, double capacity) {
        if (!(capacity > 0)) {
            return;
        }
        MaterialId reference = chain.recipe(installed.line().recipes().get(0)).reference();
        int cap = out.row(
                new Limiting(
                        Binding.Kind.CAPACITY,
                        Optional.of(installed.id()),
                        "capacity of line '%s'".formatted(installed.id()),
                        options.response() == Response.OBSERVED
                                ? installed
                                        .line()
                                        .output()
                                        .or(() -> installed.line().capacity().usable())
                                : installed.line().capacity().usable()),
                reference,
                Double.NEGATIVE_INFINITY,
                capacity);
        for (RecipeId id : installed.line().recipes()) {
            Recipe recipe = chain.recipe(id);
            for (int marks = 0; marks < (recipe.inputs().isEmpty() ? 1 : rules.markings()); marks++) {
                int run = out.column(new Move.Run(installed.id(), id, marks), reference);
                out.entry(cap, run, 1);
                addRun(installed, recipe, marks, run);
            }
        }
    }

    private void addRun(InstalledLine installed, Recipe recipe, int marks, int run) {
        for (Map.Entry<MaterialId, Figure> input : recipe.inputs().entrySet()) {
            if (!isBoundary(input.getKey())) {
                out.entry(use(input.getKey(), installed, marks), run, -corner.coefficient(input.getValue()));
            }
        }
        if (!isBoundary(recipe.reference())) {
            out.entry(made(recipe.reference(), installed, marks), run, 1);
        }
        for (Map.Entry<MaterialId, Recipe.Yield> entry : recipe.yields().entrySet()) {
            MaterialId material = entry.getKey();
            double yield = corner.coefficient(entry.getValue().coefficient());
            if (isBoundary(material)) {
                continue;
            }
            if (!entry.getValue().role().discardable()) {
                out.entry(made(material, installed, marks), run, yield);
            } else if (isUseful(material)) {
                int most = out.row(
                        balance("%s from '%s'".formatted(material, installed.id())),
                        material,
                        Double.NEGATIVE_INFINITY,
                        0);
                int take = out.column(new Move.Take(installed.id(), recipe.id(), material, marks), material);
                out.entry(most, take, 1);
                out.entry(most, run, -yield);
                out.entry(made(material, installed, marks), take, 1);
            }
        }
    }

    /** Whether anything could take a companion; what nobody takes is discarded without a column. */
    private boolean isUseful(MaterialId material) {
        return !chain.linesUsing(material).isEmpty()
                || chain.demands().values().stream()
                        .anyMatch(demand -> demand.material().equals(material)
                                || demand.alternatives().stream()
                                        .anyMatch(other -> other.material().equals(material)));
    }

    // ---- stocks

    private void addStock(Stock stock) {
        if (options.years() == 0 || stock.kind() != Stock.Kind.ABOVE_GROUND || isBoundary(stock.material())) {
            return;
        }
        MaterialId material = stock.material();
        double most = corner.supply("Stock '%s'".formatted(stock.id()), stock.amount()) / options.years();
        if (most > 0) {
            int row = out.row(
                    new Limiting(
                            Binding.Kind.STOCK,
                            Optional.of(stock.id()),
                            "stock '%s', drawn over %s years".formatted(stock.id(), options.years()),
                            Optional.of(stock.amount())),
                    material,
                    Double.NEGATIVE_INFINITY,
                    most);
            int release = out.column(new Move.Release(stock.id()), material);
            out.entry(row, release, 1);
            out.entry(madeIn(material, stock.holder(), rules.marks(material, stock.holder())), release, 1);
        }
        if (stock.room().isPresent()) {
            Figure room = stock.room().orElseThrow();
            int row = out.row(
                    new Limiting(
                            Binding.Kind.STOCK,
                            Optional.of(stock.id()),
                            "room in stock '%s'".formatted(stock.id()),
                            Optional.of(room)),
                    material,
                    Double.NEGATIVE_INFINITY,
                    corner.supply("Stock '%s'".formatted(stock.id()), room) / options.years());
            for (int marks = 0; marks < rules.markings(); marks++) {
                int store = out.column(new Move.Store(stock.id(), marks), material);
                out.entry(row, store, 1);
                out.entry(useIn(material, stock.holder(), marks), store, -1);
            }
        }
    }

    // ---- demands

    private void addDemand(Demand demand) {
        double rate = corner.wanted("Demand '%s'".formatted(demand.id()), demand.rate());
        wanted.put(demand.id(), rate);
        if (!(rate > 0)) {
            return;
        }
        int row = out.row(
                new Limiting(
                        Binding.Kind.DEMAND,
                        Optional.of(demand.id()),
                        "what demand '%s' wants".formatted(demand.id()),
                        Optional.of(demand.rate())),
                demand.material(),
                rate,
                rate);
        demandRows.put(demand.id(), row);
        out.entry(row, out.column(new Move.Unmet(demand.id()), demand.material()), 1);
        serve(demand, demand.material(), 1, row, Optional.empty());
        for (Alternative alternative : demand.alternatives()) {
            double share = corner.share("Alternative", alternative.largestShare());
            if (share > 0 && corner.isReady(alternative.rampUp(), options.days())) {
                int most = out.row(
                        new Limiting(
                                Binding.Kind.ALTERNATIVE,
                                Optional.of(demand.id()),
                                "share of '%s' that %s can take".formatted(demand.id(), alternative.material()),
                                Optional.of(alternative.largestShare())),
                        demand.material(),
                        Double.NEGATIVE_INFINITY,
                        share * rate);
                serve(demand, alternative.material(), corner.coefficient(alternative.ratio()), row, Optional.of(most));
            }
        }
    }

    private void serve(Demand demand, MaterialId material, double ratio, int row, Optional<Integer> most) {
        Map<String, Integer> places = new LinkedHashMap<>();
        if (isBoundary(material)) {
            places.put("", -1);
        } else if (!demand.consumer().equals(CountryId.REST)) {
            for (int marks = 0; marks < rules.markings(); marks++) {
                places.put(demand.consumer() + " " + marks, useIn(material, demand.consumer(), marks));
            }
        } else {
            // The rest of the world draws on what each country made, as if at home.
            for (CountryId country : chain.countries().keySet()) {
                for (int marks = 0; marks < rules.markings(); marks++) {
                    if (isMadeIn(material, country, marks)) {
                        places.put(country + " " + marks, madeIn(material, country, marks));
                    }
                }
            }
        }
        places.forEach((place, balance) -> {
            int serve = out.column(new Move.Serve(demand.id(), material, place, 0), demand.material());
            serving.put(demand.id(), serve);
            out.entry(row, serve, 1);
            most.ifPresent(limit -> out.entry(limit, serve, 1));
            if (balance >= 0) {
                out.entry(balance, serve, -ratio);
            }
        });
    }

    // ---- trade

    private void addLink(Link link) {
        Optional<Figure> limit = asTraded ? link.observed() : link.capacity();
        if (isBoundary(link.material()) || asTraded && link.observed().isEmpty()) {
            return;
        }
        int row = out.row(
                new Limiting(
                        Binding.Kind.LINK,
                        Optional.of(link.id()),
                        (asTraded ? "observed flow of link '%s'" : "capacity of link '%s'").formatted(link.id()),
                        limit),
                link.material(),
                Double.NEGATIVE_INFINITY,
                limit.map(figure -> corner.supply("Link '%s'".formatted(link.id()), figure))
                        .orElse(Double.POSITIVE_INFINITY));
        for (int marks = 0; marks < rules.markings(); marks++) {
            if (!link.reexport() && !isMadeIn(link.material(), link.origin(), marks)) {
                continue;
            }
            int via = out.column(new Move.Via(link.id(), marks), link.material());
            link.cost().ifPresent(cost -> out.cost(via, cost));
            out.entry(row, via, 1);
            out.entry(
                    link.reexport()
                            ? useIn(link.material(), link.origin(), marks)
                            : madeIn(link.material(), link.origin(), marks),
                    via,
                    -1);
            out.entry(useIn(link.material(), link.destination(), marks), via, 1);
            bind(link.material(), link.origin(), link.destination(), marks, via);
        }
    }

    /** Countries keep what they made, or ship it through the pool of those who stand under the same rules. */
    private void addTrade() {
        for (Place place : ImmutableList.copyOf(balances.keySet())) {
            if (!place.made() || chain.material(place.material()).mobility() != Mobility.TRADED) {
                continue;
            }
            CountryId country = new CountryId(place.place());
            if (balances.containsKey(new Place(place.material(), place.place(), place.marks(), false))) {
                int keep = out.column(new Move.Keep(place.material(), country, place.marks()), place.material());
                out.entry(madeIn(place.material(), country, place.marks()), keep, -1);
                out.entry(useIn(place.material(), country, place.marks()), keep, 1);
            }
            if (!asTraded && users.containsKey(place.material())) {
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
                        balance("%s offered by exporters under the same rules".formatted(key.material())),
                        key.material(),
                        0,
                        0));
        exporters.computeIfAbsent(pool, key -> new LinkedHashSet<>()).add(country);
        int export = out.column(new Move.Export(place.material(), country, row, place.marks()), place.material());
        out.entry(madeIn(place.material(), country, place.marks()), export, -1);
        out.entry(row, export, 1);
    }

    private void addImports(Pool pool, int row) {
        Set<CountryId> from = Objects.requireNonNull(exporters.get(pool));
        CountryId any = from.iterator().next();
        for (CountryId user : Objects.requireNonNull(users.get(pool.material()))) {
            boolean own = from.size() == 1 && any.equals(user);
            boolean explicit =
                    pool.alone().isPresent() && linkedFrom(pool.material(), any).contains(user);
            if (!own && !explicit) {
                int arrive = out.column(new Move.Import(pool.material(), row, user, pool.marks()), pool.material());
                out.entry(row, arrive, -1);
                out.entry(useIn(pool.material(), user, pool.marks()), arrive, 1);
                bind(pool.material(), any, user, pool.marks(), arrive);
            }
        }
    }

    /** Where a country ships by explicit lanes: those take the place of free trade between the two. */
    private Set<CountryId> linkedFrom(MaterialId material, CountryId origin) {
        Set<CountryId> linked = new TreeSet<>();
        for (Link link : chain.links().values()) {
            if (!link.reexport()
                    && link.material().equals(material)
                    && link.origin().equals(origin)) {
                linked.add(link.destination());
            }
        }
        return linked;
    }

    /** Adds a lane to the limit of each policy that bears on it. */
    private void bind(MaterialId material, CountryId origin, CountryId destination, int marks, int column) {
        for (Rules.Rule rule : rules.on(material, origin, destination, marks)) {
            Policy policy = rule.policy();
            if (policy.limit() instanceof Limit.Cost cost) {
                out.cost(column, cost.perTon());
            } else {
                out.entry(quotas.computeIfAbsent(policy.id(), id -> addQuota(policy, material)), column, 1);
            }
        }
    }

    private int addQuota(Policy policy, MaterialId material) {
        String place = "Policy '%s'".formatted(policy.id());
        double most = 0;
        Optional<Figure> figure = Optional.empty();
        if (policy.limit() instanceof Limit.AtMost atMost) {
            most = corner.supply(place, atMost.rate());
            figure = Optional.of(atMost.rate());
        } else if (policy.limit() instanceof Limit.ShareOf shareOf) {
            double share = corner.share(place, shareOf.share());
            most = share == 0 ? 0 : share * corner.supply(place, shareOf.baseline());
            figure = Optional.of(shareOf.share());
        }
        return out.row(
                new Limiting(
                        Binding.Kind.POLICY,
                        Optional.of(policy.id()),
                        "what policy '%s' lets pass".formatted(policy.id()),
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
        for (Place place : ImmutableList.copyOf(balances.keySet())) {
            boolean used = !place.made() || chain.material(place.material()).mobility() != Mobility.TRADED;
            for (int more = 0; used && more < rules.markings(); more++) {
                Place other = new Place(place.material(), place.place(), more, place.made());
                if (more != place.marks() && (more & place.marks()) == place.marks() && balances.containsKey(other)) {
                    int mix = out.column(
                            new Move.Mix(place.material(), place.place(), place.marks(), more), place.material());
                    out.entry(row(place), mix, -1);
                    out.entry(row(other), mix, 1);
                }
            }
        }
    }

    // ---- places

    private boolean isBoundary(MaterialId material) {
        return chain.material(material).boundary();
    }

    private int made(MaterialId material, InstalledLine line, int runMarks) {
        int marks = runMarks | rules.marks(material, line.country());
        return isAtSite(material) ? atSite(material, line, marks) : madeIn(material, line.country(), marks);
    }

    private int use(MaterialId material, InstalledLine line, int marks) {
        return isAtSite(material) ? atSite(material, line, marks) : useIn(material, line.country(), marks);
    }

    private boolean isAtSite(MaterialId material) {
        return chain.material(material).mobility() == Mobility.SITE;
    }

    private int atSite(MaterialId material, InstalledLine line, int marks) {
        return row(new Place(material, line.facility().id().value(), marks, true));
    }

    private int madeIn(MaterialId material, CountryId country, int marks) {
        return row(new Place(material, country.value(), marks, true));
    }

    private boolean isMadeIn(MaterialId material, CountryId country, int marks) {
        return balances.containsKey(new Place(material, country.value(), marks, true));
    }

    private int useIn(MaterialId material, CountryId country, int marks) {
        boolean traded = chain.material(material).mobility() == Mobility.TRADED;
        if (traded) {
            users.computeIfAbsent(material, key -> new TreeSet<>()).add(country);
        }
        return row(new Place(material, country.value(), marks, !traded));
    }

    private int row(Place place) {
        return balances.computeIfAbsent(
                place,
                key -> out.row(
                        balance("%s %s %s".formatted(key.material(), key.made() ? "made in" : "used in", key.place())),
                        key.material(),
                        0,
                        0));
    }

    private static Limiting balance(String what) {
        return new Limiting(Binding.Kind.BALANCE, Optional.empty(), what, Optional.empty());
    }
}
