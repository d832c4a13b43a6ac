package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Solvers;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * The slow, obvious twin of the delivery program, for exact figures and rules that end at processing: no pools, no scaling,
 * no cone; one column for each pair of countries, all in tons.
 */
final class NaiveDelivery {

    private final SupplyChain chain;
    private final double years;
    private final LinearProgram.Builder program = LinearProgram.maximize();
    private final Map<String, Integer> rows = new TreeMap<>();
    private final List<CountryId> countries;

    private NaiveDelivery(SupplyChain chain, double years) {
        this.chain = chain;
        this.years = years;
        this.countries = List.copyOf(chain.countries().keySet());
    }

    /** The optimum with these gains per ton served. */
    static double best(SupplyChain chain, double years, Map<String, Double> gains) {
        return new NaiveDelivery(chain, years).solve(gains);
    }

    private double solve(Map<String, Double> gains) {
        chain.lines().values().forEach(this::addLine);
        chain.demands()
                .values()
                .forEach(demand ->
                        addDemand(demand, gains.getOrDefault(demand.id().value(), 0.0)));
        chain.stocks().values().forEach(this::addStock);
        addLanes();
        return Solvers.ojAlgo().solve(program.build()).optimal().objective();
    }

    private static double value(Figure figure) {
        return figure.at(Reading.CENTRAL) * figure.unit().factor();
    }

    private int balance(String name) {
        return rows.computeIfAbsent(name, key -> program.row(key, 0, 0));
    }

    private String made(MaterialId material, InstalledLine line) {
        boolean site = chain.material(material).mobility() == Mobility.SITE;
        return site ? "at " + line.facility().id() + " " + material : made(material, line.country());
    }

    private String use(MaterialId material, InstalledLine line) {
        boolean site = chain.material(material).mobility() == Mobility.SITE;
        return site ? "at " + line.facility().id() + " " + material : use(material, line.country());
    }

    private static String made(MaterialId material, CountryId country) {
        return "made " + material + " " + country;
    }

    private static String use(MaterialId material, CountryId country) {
        return "use " + material + " " + country;
    }

    private void addLine(InstalledLine line) {
        if (line.line().status() != Line.Status.RUNNING) {
            return;
        }
        Recipe recipe = chain.recipe(line.line().recipes().get(0));
        int run = program.column(
                "run " + line.id(), 0, value(line.line().capacity().nameplate().orElseThrow()), 0);
        program.entry(balance(made(recipe.reference(), line)), run, 1);
        recipe.inputs()
                .forEach((material, tons) ->
                        program.entry(balance(use(material, line)), run, -tons.at(Reading.CENTRAL, Unit.ONE)));
        recipe.yields().forEach((material, yield) -> {
            int thrown = program.column("discard " + line.id() + material, 0, Double.POSITIVE_INFINITY, 0);
            program.entry(
                    balance(made(material, line)), run, yield.coefficient().at(Reading.CENTRAL, Unit.ONE));
            program.entry(balance(made(material, line)), thrown, -1);
            // No more is thrown away than this line yields.
            int most = program.row("discarded " + line.id() + material, 0, Double.POSITIVE_INFINITY);
            program.entry(most, run, yield.coefficient().at(Reading.CENTRAL, Unit.ONE));
            program.entry(most, thrown, -1);
        });
    }

    private void addDemand(Demand demand, double gain) {
        int most = program.row("wanted " + demand.id(), 0, value(demand.rate()));
        serve(demand, demand.material(), 1, gain, List.of(most));
        for (Alternative alternative : demand.alternatives()) {
            int share =
                    program.row("share " + demand.id(), 0, value(alternative.largestShare()) * value(demand.rate()));
            serve(demand, alternative.material(), value(alternative.ratio()), gain, List.of(most, share));
        }
    }

    private void serve(Demand demand, MaterialId material, double ratio, double gain, List<Integer> limits) {
        List<String> places = new ArrayList<>();
        if (demand.consumer().equals(CountryId.REST)) {
            countries.forEach(country -> places.add(made(material, country)));
        } else {
            places.add(use(material, demand.consumer()));
        }
        for (String place : places) {
            int serve = program.column("serve", 0, Double.POSITIVE_INFINITY, gain);
            limits.forEach(row -> program.entry(row, serve, 1));
            program.entry(balance(place), serve, -ratio);
        }
    }

    private void addStock(Stock stock) {
        if (years == 0) {
            return;
        }
        int release = program.column("release", 0, value(stock.amount()) / years, 0);
        program.entry(balance(made(stock.material(), stock.holder())), release, 1);
        double room = stock.room().map(NaiveDelivery::value).orElse(0.0);
        int store = program.column("store", 0, room / years, 0);
        program.entry(balance(use(stock.material(), stock.holder())), store, -1);
    }

    private void addLanes() {
        Map<String, Integer> quotas = new TreeMap<>();
        for (MaterialId material : chain.materials().keySet()) {
            if (chain.material(material).mobility() != Mobility.TRADED) {
                continue;
            }
            for (CountryId origin : countries) {
                for (CountryId destination : countries) {
                    boolean linked = chain.links().values().stream()
                            .anyMatch(link -> !link.reexport()
                                    && link.material().equals(material)
                                    && link.origin().equals(origin)
                                    && link.destination().equals(destination));
                    if (!linked) {
                        lane(material, origin, destination, made(material, origin), Double.POSITIVE_INFINITY, quotas);
                    }
                }
            }
        }
        for (Link link : chain.links().values()) {
            String from = link.reexport() ? use(link.material(), link.origin()) : made(link.material(), link.origin());
            lane(
                    link.material(),
                    link.origin(),
                    link.destination(),
                    from,
                    value(link.capacity().orElseThrow()),
                    quotas);
        }
    }

    private void lane(
            MaterialId material,
            CountryId origin,
            CountryId destination,
            String from,
            double most,
            Map<String, Integer> quotas) {
        int lane = program.column("lane", 0, most, 0);
        program.entry(balance(from), lane, -1);
        program.entry(balance(use(material, destination)), lane, 1);
        for (Policy policy : chain.policies().values()) {
            boolean export = policy.direction() == Policy.Direction.EXPORT;
            CountryId inside = export ? origin : destination;
            CountryId outside = export ? destination : origin;
            boolean aimed = (policy.toward().isEmpty() || policy.toward().contains(outside))
                    && !policy.except().contains(outside);
            if (policy.materials().contains(material)
                    && policy.issuer().equals(inside)
                    && !origin.equals(destination)
                    && aimed) {
                double limit = policy.limit() instanceof Limit.AtMost atMost
                        ? value(atMost.rate())
                        : policy.limit() instanceof Limit.ShareOf share
                                ? value(share.share()) * value(share.baseline())
                                : 0;
                int row = quotas.computeIfAbsent(policy.id().value(), key -> program.row("quota " + key, 0, limit));
                program.entry(row, lane, 1);
            }
        }
    }
}
