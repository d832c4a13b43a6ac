package org.lodegraph.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** Who can supply whom with what, spelled out on the chain itself: {@link Projection} without graph, places or pools. */
final class ObviousTrade {

    private final SupplyChain chain;
    private final Set<Fallback> counted;
    private final List<CountryId> countries = new ArrayList<>(RandomSupply.COUNTRIES);

    ObviousTrade(SupplyChain chain, Set<Fallback> counted) {
        this.chain = chain;
        this.counted = counted;
        countries.add(CountryId.REST);
    }

    /** Each as {@code origin destination material}. */
    Set<String> countries() {
        var found = new TreeSet<String>();
        for (var material : chain.materials().keySet()) {
            for (var from : RandomSupply.COUNTRIES) {
                for (var to : countries) {
                    if (!from.equals(to)
                            && uses(material, to, new TreeSet<>())
                            && (makes(material, from) && sells(material, from, to)
                                    || arrives(material, from, new TreeSet<>()) && passesOn(material, from, to))) {
                        found.add(from + " " + to + " " + material);
                    }
                }
            }
        }
        return found;
    }

    /** Each as {@code maker user material}. */
    Set<String> facilities() {
        var found = new TreeSet<String>();
        for (var maker : chain.lines().values()) {
            for (var user : chain.lines().values()) {
                for (var material : chain.materials().keySet()) {
                    if (!maker.facility().equals(user.facility())
                            && runs(maker)
                            && runs(user)
                            && recipe(maker).makes(material)
                            && recipe(user).inputs().containsKey(material)
                            && reaches(material, maker.country(), user.country(), new TreeSet<>())) {
                        found.add(maker.facility().id() + " " + user.facility().id() + " " + material);
                    }
                }
            }
        }
        return found;
    }

    /** Each as {@code input output recipe}. */
    Set<String> materials() {
        var found = new TreeSet<String>();
        for (var line : chain.lines().values()) {
            for (var input : recipe(line).inputs().keySet()) {
                for (var output : chain.materials().keySet()) {
                    if (runs(line) && recipe(line).makes(output) && !input.equals(output)) {
                        found.add(input + " " + output + " " + recipe(line).id());
                    }
                }
            }
        }
        return found;
    }

    private Recipe recipe(InstalledLine line) {
        return chain.recipe(line.line().recipes().get(0));
    }

    private boolean runs(InstalledLine installed) {
        var line = installed.line();
        return (line.status() == Line.Status.RUNNING
                        || line.status() == Line.Status.IDLE && counted.contains(Fallback.IDLE_LINES))
                && !Borders.isNil(line.capacity().usable().orElseThrow());
    }

    private boolean makes(MaterialId material, CountryId country) {
        return !is(material, Mobility.SITE)
                && (chain.lines().values().stream()
                                .anyMatch(line -> runs(line)
                                        && line.country().equals(country)
                                        && recipe(line).makes(material))
                        || counted.contains(Fallback.STOCKS)
                                && chain.stocks().values().stream()
                                        .anyMatch(stock -> stock.material().equals(material)
                                                && stock.holder().equals(country)
                                                && !Borders.isNil(stock.amount())));
    }

    /** Whether a material is used in a country, or passed on to one where it is. */
    private boolean uses(MaterialId material, CountryId country, Set<CountryId> seen) {
        boolean line = !is(material, Mobility.SITE)
                && chain.lines().values().stream()
                        .anyMatch(each -> runs(each)
                                && each.country().equals(country)
                                && recipe(each).inputs().containsKey(material));
        boolean demand = chain.demands().values().stream()
                .anyMatch(each -> each.consumer().equals(country)
                        && (each.material().equals(material)
                                || counted.contains(Fallback.ALTERNATIVES)
                                        && each.alternatives().stream()
                                                .anyMatch(other ->
                                                        other.material().equals(material))));
        return line
                || demand
                || seen.add(country)
                        && countries.stream()
                                .anyMatch(to -> passesOn(material, country, to) && uses(material, to, seen));
    }

    /** Whether there is some of it in a country, made there or brought. */
    private boolean arrives(MaterialId material, CountryId country, Set<CountryId> seen) {
        return makes(material, country)
                || seen.add(country)
                        && RandomSupply.COUNTRIES.stream()
                                .anyMatch(from -> makes(material, from) && sells(material, from, country)
                                        || passesOn(material, from, country) && arrives(material, from, seen));
    }

    /** Whether what is made in one country gets to another, by trade and then from hub to hub. */
    private boolean reaches(MaterialId material, CountryId from, CountryId to, Set<CountryId> seen) {
        return !is(material, Mobility.SITE)
                && (from.equals(to)
                        || sells(material, from, to)
                        || seen.add(to)
                                && RandomSupply.COUNTRIES.stream()
                                        .anyMatch(hub ->
                                                passesOn(material, hub, to) && reaches(material, from, hub, seen)));
    }

    /** What a country made: to all at home in the rest of the world, over links where there are some, else freely. */
    private boolean sells(MaterialId material, CountryId from, CountryId to) {
        if (to.equals(CountryId.REST)) {
            return !is(material, Mobility.SITE);
        }
        boolean stated =
                chain.links().values().stream().anyMatch(link -> !link.reexport() && joins(link, material, from, to));
        boolean open = chain.links().values().stream()
                .anyMatch(link -> !link.reexport() && joins(link, material, from, to) && carries(link));
        return is(material, Mobility.TRADED) && !ObviousSupply.banned(chain, material, from, to) && (open || !stated);
    }

    private boolean passesOn(MaterialId material, CountryId from, CountryId to) {
        return !ObviousSupply.banned(chain, material, from, to)
                && chain.links().values().stream()
                        .anyMatch(link -> link.reexport() && joins(link, material, from, to) && carries(link));
    }

    private static boolean joins(Link link, MaterialId material, CountryId from, CountryId to) {
        return link.material().equals(material)
                && link.origin().equals(from)
                && link.destination().equals(to);
    }

    private static boolean carries(Link link) {
        return !link.capacity().map(Borders::isNil).orElse(false);
    }

    private boolean is(MaterialId material, Mobility mobility) {
        return chain.material(material).mobility() == mobility;
    }
}
