package org.lodegraph.flow;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/** Compiles a chain, cut down to what matters, to a linear program for one reading of its figures. */
final class Compiler {

    private final SupplyChain chain;
    private final Rules rules;
    private final Corner corner;
    private final Delivery options;
    private final boolean asTraded;
    private final ProgramBuilder out = new ProgramBuilder();

    private final Names names;
    private final Places places;
    private final ImmutableListMultimap.Builder<DemandId, Integer> serving = ImmutableListMultimap.builder();
    private final ImmutableMap.Builder<DemandId, Double> wanted = ImmutableMap.builder();
    private final ImmutableMap.Builder<DemandId, Integer> demandRows = ImmutableMap.builder();

    private Compiler(SupplyChain chain, Rules rules, Corner corner, Delivery options, boolean asTraded) {
        this.chain = chain;
        this.rules = rules;
        this.corner = corner;
        this.options = options;
        this.asTraded = asTraded;
        this.names = Names.of(chain);
        this.places = new Places(chain, rules, out);
    }

    static DeliveryProgram compile(SupplyChain chain, Rules rules, Corner corner, Delivery options, boolean asTraded) {
        return new Compiler(chain, rules, corner, options, asTraded).program();
    }

    private DeliveryProgram program() {
        Capacities capacities = new Capacities(chain, rules, corner, options);
        scale(capacities);
        chain.lines().values().forEach(line -> capacities.of(line).ifPresent(most -> addLine(line, most)));
        chain.stocks().values().forEach(this::addStock);
        chain.demands().values().forEach(this::addDemand);
        new Trade(chain, rules, corner, asTraded, out, places).add();
        return new DeliveryProgram(
                out.build(),
                out.moves(),
                out.columnTons(),
                out.costs(),
                out.limits(),
                out.rowTons(),
                places.balances(),
                serving.build(),
                wanted.buildOrThrow(),
                demandRows.buildOrThrow());
    }

    private void scale(Capacities capacities) {
        Map<MaterialId, Double> tons = new TreeMap<>();
        for (Demand demand : chain.demands().values()) {
            tons.merge(demand.material(), corner.wanted(demand.id(), demand.rate()), Double::sum);
        }
        for (InstalledLine line : chain.lines().values()) {
            double capacity = capacities.of(line).map(Capacities.Most::tons).orElse(0.0);
            if (capacity > 0 && capacity < Double.POSITIVE_INFINITY) {
                for (RecipeId id : line.line().recipes()) {
                    Recipe recipe = chain.recipe(id);
                    tons.merge(recipe.reference(), capacity, Double::sum);
                    recipe.yields()
                            .forEach((material, yield) ->
                                    tons.merge(material, capacity * corner.yielded(yield.coefficient()), Double::sum));
                }
            }
        }
        tons.forEach(out::scale);
    }

    // ---- lines

    private void addLine(InstalledLine installed, Capacities.Most most) {
        MaterialId reference = chain.reference(installed.line()).id();
        int cap = out.row(
                new Limiting(
                        Binding.Kind.CAPACITY,
                        Optional.of(installed.id()),
                        "capacity of " + names.name(installed.id()),
                        most.figure()),
                reference,
                Double.NEGATIVE_INFINITY,
                most.tons());
        for (RecipeId id : installed.line().recipes()) {
            if (rules.blocking(installed, id).isPresent()) {
                continue;
            }
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
            if (!places.isBoundary(input.getKey())) {
                out.entry(places.use(input.getKey(), installed, marks), run, -corner.needed(input.getValue()));
            }
        }
        if (!places.isBoundary(recipe.reference())) {
            out.entry(places.made(recipe.reference(), installed, marks), run, 1);
        }
        for (Map.Entry<MaterialId, Recipe.Yield> entry : recipe.yields().entrySet()) {
            MaterialId material = entry.getKey();
            double yield = corner.yielded(entry.getValue().coefficient());
            if (places.isBoundary(material)) {
                continue;
            }
            if (!entry.getValue().role().discardable()) {
                out.entry(places.made(material, installed, marks), run, yield);
            } else if (isUseful(material)) {
                int most = out.row(
                        Places.balance("%s from '%s'".formatted(material, installed.id())),
                        material,
                        Double.NEGATIVE_INFINITY,
                        0);
                int take = out.column(new Move.Take(installed.id(), recipe.id(), material, marks), material);
                out.entry(most, take, 1);
                out.entry(most, run, -yield);
                out.entry(places.made(material, installed, marks), take, 1);
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
        if (options.years() == 0 || stock.kind() != Stock.Kind.ABOVE_GROUND || places.isBoundary(stock.material())) {
            return;
        }
        MaterialId material = stock.material();
        double most = corner.supply(stock.id(), stock.amount()) / options.years();
        if (most > 0) {
            int row = out.row(
                    new Limiting(
                            Binding.Kind.STOCK,
                            Optional.of(stock.id()),
                            "%s, drawn over %s years".formatted(stock(stock), Numbers.brief(options.years())),
                            Optional.of(stock.amount())),
                    material,
                    Double.NEGATIVE_INFINITY,
                    most);
            int release = out.column(new Move.Release(stock.id()), material);
            out.entry(row, release, 1);
            out.entry(places.madeIn(material, stock.holder(), rules.marks(material, stock.holder())), release, 1);
        }
        if (stock.room().isPresent()) {
            Figure room = stock.room().orElseThrow();
            int row = out.row(
                    new Limiting(
                            Binding.Kind.STOCK,
                            Optional.of(stock.id()),
                            "room in the " + stock(stock),
                            Optional.of(room)),
                    material,
                    Double.NEGATIVE_INFINITY,
                    corner.supply(stock.id(), room) / options.years());
            for (int marks = 0; marks < rules.markings(); marks++) {
                int store = out.column(new Move.Store(stock.id(), marks), material);
                out.entry(row, store, 1);
                out.entry(places.useIn(material, stock.holder(), marks), store, -1);
            }
        }
    }

    private String stock(Stock stock) {
        return "stock of %s in %s".formatted(names.name(stock.material()), names.name(stock.holder()));
    }

    // ---- demands

    private String demand(Demand demand) {
        return "%s for %s (%s)"
                .formatted(names.name(demand.consumer()), names.name(demand.material()), demand.application());
    }

    private void addDemand(Demand demand) {
        double rate = corner.wanted(demand.id(), demand.rate());
        wanted.put(demand.id(), rate);
        if (!(rate > 0)) {
            return;
        }
        int row = out.row(
                new Limiting(
                        Binding.Kind.DEMAND,
                        Optional.of(demand.id()),
                        "demand of " + demand(demand),
                        Optional.of(demand.rate())),
                demand.material(),
                rate,
                rate);
        demandRows.put(demand.id(), row);
        out.entry(row, out.column(new Move.Unmet(demand.id()), demand.material()), 1);
        serve(demand, demand.material(), 1, row, Optional.empty());
        for (Alternative alternative : demand.alternatives()) {
            double share = corner.share(demand.id(), alternative.largestShare());
            if (share > 0 && corner.isReady(demand.id(), alternative.rampUp(), options.days())) {
                int most = out.row(
                        new Limiting(
                                Binding.Kind.ALTERNATIVE,
                                Optional.of(demand.id()),
                                "part of the demand of %s that %s can take"
                                        .formatted(demand(demand), names.name(alternative.material())),
                                Optional.of(alternative.largestShare())),
                        demand.material(),
                        Double.NEGATIVE_INFINITY,
                        share * rate);
                serve(demand, alternative.material(), corner.needed(alternative.ratio()), row, Optional.of(most));
            }
        }
    }

    private void serve(Demand demand, MaterialId material, double ratio, int row, Optional<Integer> most) {
        Map<String, Integer> balances = new LinkedHashMap<>();
        if (places.isBoundary(material)) {
            balances.put("", -1);
        } else if (!demand.consumer().equals(CountryId.REST)) {
            for (int marks = 0; marks < rules.markings(); marks++) {
                balances.put(demand.consumer() + " " + marks, places.useIn(material, demand.consumer(), marks));
            }
        } else {
            // The rest of the world draws on what each country made, as if at home.
            for (CountryId country : chain.countries().keySet()) {
                for (int marks = 0; marks < rules.markings(); marks++) {
                    if (places.isMadeIn(material, country, marks)) {
                        balances.put(country + " " + marks, places.madeIn(material, country, marks));
                    }
                }
            }
        }
        balances.forEach((place, balance) -> {
            int serve = out.column(new Move.Serve(demand.id(), material, place, 0), demand.material());
            serving.put(demand.id(), serve);
            out.entry(row, serve, 1);
            most.ifPresent(limit -> out.entry(limit, serve, 1));
            if (balance >= 0) {
                out.entry(balance, serve, -ratio);
            }
        });
    }
}
