package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Losses;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Party;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Run;
import org.lodegraph.model.Stock;
import org.lodegraph.model.StockId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Benchmark.Part;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Check;
import org.lodegraph.query.CapacityGaps.Dependence;
import org.lodegraph.query.CapacityGaps.Partner;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.query.CapacityGaps.Year;
import org.lodegraph.query.GapSupply.Counted;

/** Climbs the ladder for the suppliers, and for each that could join them. Used once. */
final class GapSearch {

    /** A part of what is wanted that is rounding. */
    private static final double WHOLE = 1 - 1e-9;

    private static final String ALONE = "delivered by the suppliers alone, from end to end";

    private final CapacityGaps question;
    private final SupplyChain chain;
    private final Run run;
    private final Losses losses;
    private final GapLadder ladder;
    private final ImmutableSet<CountryId> suppliers;
    private final GapDemand demand;
    private final Range wanted;
    /** What sets of countries can deliver; a set is asked for again as a part of others. */
    private final Map<Set<CountryId>, Supply> known = new LinkedHashMap<>();

    GapSearch(CapacityGaps question, SupplyChain chain, Run run) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        losses = Losses.of(question.delivery(), chain, run);
        ladder = new GapLadder(chain, question.delivery().target().material());
        suppliers = suppliers(chain);
        if (suppliers.isEmpty()) {
            throw new IllegalArgumentException(
                    "Capacity gaps of %s: the suppliers %s have no members on %s. Maybe ask on another day."
                            .formatted(question.delivery().target(), parties(), chain.date()));
        }
        demand = new GapDemand(
                chain,
                ladder.figures(),
                chain.demandsOf(question.delivery().target()),
                chain.material(material()).rateUnit());
        wanted = demand.wanted();
    }

    private Set<Party> parties() {
        return question.suppliers().isEmpty()
                ? ImmutableSet.of(question.delivery().target().consumer())
                : question.suppliers();
    }

    /** Who the suppliers are on the chain's day. */
    private ImmutableSet<CountryId> suppliers(SupplyChain then) {
        return parties().stream()
                .flatMap(party -> then.members(party).stream())
                .sorted()
                .collect(toImmutableSet());
    }

    /** Who else has anything that could help: on the ladder, or on that of what else would do. */
    private List<CountryId> others() {
        return Stream.concat(
                        Stream.of(ladder),
                        chain.demandsOf(question.delivery().target()).stream()
                                .flatMap(demand -> demand.alternatives().stream())
                                .map(Alternative::material)
                                .distinct()
                                .map(material -> new GapLadder(chain, material)))
                .flatMap(each -> each.holders().stream())
                .filter(country -> !suppliers.contains(country))
                .distinct()
                .sorted()
                .toList();
    }

    /** What counts today. */
    private Counted counted(Set<CountryId> countries) {
        double years = question.delivery().years();
        return counted(countries, chain.date(), years == 0 ? 0 : 1 / years, false);
    }

    /** What counts on a day some years from now; what is drawn until then is not there any more. */
    private Counted counted(Set<CountryId> countries, LocalDate day, int later) {
        double years = question.delivery().years();
        double left = Math.min(1, Math.max(0, years - later));
        return counted(countries, day, left == 0 ? 0 : left / years, true);
    }

    private Counted counted(Set<CountryId> countries, LocalDate day, double drawn, boolean projects) {
        Delivery delivery = question.delivery();
        return new Counted(countries, day, delivery.response(), delivery.days(), drawn, projects);
    }

    private MaterialId material() {
        return question.delivery().target().material();
    }

    /** The ladder of what some countries have. */
    private ImmutableList<Rung> rungs(Set<CountryId> countries) {
        Counted counted = counted(countries);
        return ladder.rungs(wanted, demand.needed(ladder.supply(), counted, 1), counted);
    }

    Answer answer() {
        ImmutableList<Rung> rungs = rungs(suppliers);
        List<CountryId> others = others();
        return new Answer(
                question,
                losses.groundsOfDeliveries(),
                suppliers,
                wanted,
                rungs,
                ladder.loops(),
                alone(suppliers),
                losses.left(ALONE, without(suppliers), run),
                checks(rungs),
                dependence(rungs),
                years(),
                awaited(),
                partners(others, rungs),
                closing(others, supply -> supply.share().low() >= WHOLE),
                closing(others, supply -> supply.share().high() >= WHOLE),
                ladder.figures().assumptions());
    }

    // ---- from end to end

    /** What some countries can deliver with no lines and stocks but their own. */
    private Supply alone(Set<CountryId> countries) {
        Supply supply = known.get(countries);
        if (supply == null) {
            run.check();
            supply = losses.left(without(countries), run);
            known.put(ImmutableSet.copyOf(countries), supply);
        }
        return supply;
    }

    private Outage without(Set<CountryId> countries) {
        return all(country -> !countries.contains(country));
    }

    /** All lines and stocks of some countries. */
    private Outage all(Predicate<CountryId> whose) {
        Map<LineId, Set<RecipeId>> lost = new TreeMap<>();
        for (InstalledLine line : chain.lines().values()) {
            if (whose.test(line.country())) {
                lost.put(line.id(), ImmutableSet.copyOf(line.line().recipes()));
            }
        }
        Set<StockId> stocks = chain.stocks().values().stream()
                .filter(stock -> whose.test(stock.holder()))
                .map(Stock::id)
                .collect(toImmutableSet());
        return Outage.ofRuns(lost).and(Outage.ofStocks(stocks));
    }

    /** The chain that has no lines and stocks but theirs. */
    private SupplyChain only(Set<CountryId> countries) {
        SupplyChain.Builder left = chain.toBuilder();
        chain.facilities().values().stream()
                .filter(facility -> !countries.contains(facility.country()))
                .forEach(facility -> left.put(facility.withLines(facility.lines().stream()
                        .map(line -> line.withStatus(Line.Status.CLOSED).withOutput(Optional.empty()))
                        .toList())));
        chain.stocks().values().stream()
                .filter(stock -> !countries.contains(stock.holder()))
                .forEach(stock -> left.remove(stock.id()));
        return left.build();
    }

    private List<Partner> partners(List<CountryId> others, List<Rung> without) {
        if (question.largestSet() == 0) {
            return ImmutableList.of();
        }
        return others.stream()
                .map(country -> partner(country, without))
                .sorted(Comparator.comparingDouble(
                                (Partner partner) -> -partner.added().high())
                        .thenComparingDouble(partner -> -partner.added().low())
                        .thenComparingInt(partner -> -partner.fills().size())
                        .thenComparing(Partner::country))
                .collect(toImmutableList());
    }

    private Partner partner(CountryId country, List<Rung> without) {
        Set<CountryId> together =
                ImmutableSet.<CountryId>builder().addAll(suppliers).add(country).build();
        Loss added = Losses.of(question.delivery(), only(together), run).of(all(country::equals), run);
        List<Rung> with = rungs(together);
        ImmutableList.Builder<MaterialId> fills = ImmutableList.builder();
        for (int i = 0; i < with.size(); i++) {
            if (without.get(i).isMissing() && !with.get(i).isMissing()) {
                fills.add(with.get(i).material());
            }
        }
        return new Partner(
                country, alone(together), added.lost(), added.bound().orElseThrow(), fills.build(), added.derivation());
    }

    /** The smallest sets of partners that are enough. More partners never deliver less, so what all cannot do no set can. */
    private List<Set<CountryId>> closing(List<CountryId> others, Predicate<Supply> isEnough) {
        for (int size = 0; size <= Math.min(question.largestSet(), others.size()); size++) {
            List<Set<CountryId>> found = new ArrayList<>();
            extend(ImmutableSet.of(), others, size, isEnough, found);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return ImmutableList.of();
    }

    private void extend(
            Set<CountryId> chosen,
            List<CountryId> rest,
            int more,
            Predicate<Supply> isEnough,
            List<Set<CountryId>> found) {
        if (more == 0 || rest.size() < more) {
            if (more == 0 && isEnough.test(alone(Sets.union(suppliers, chosen).immutableCopy()))) {
                found.add(chosen);
            }
            return;
        }
        Set<CountryId> all = ImmutableSet.<CountryId>builder()
                .addAll(suppliers)
                .addAll(chosen)
                .addAll(rest)
                .build();
        if (!isEnough.test(alone(all))) {
            return;
        }
        List<CountryId> later = rest.subList(1, rest.size());
        extend(Sets.union(chosen, ImmutableSet.of(rest.get(0))).immutableCopy(), later, more - 1, isEnough, found);
        extend(chosen, later, more, isEnough, found);
    }

    // ---- benchmarks

    private List<Check> checks(List<Rung> rungs) {
        if (question.benchmark().equals(Benchmark.OWN_USE)) {
            return ImmutableList.of();
        }
        StandIns standIns = ladder.standIns();
        ImmutableList.Builder<Check> checks = ImmutableList.builder();
        for (Part part : question.benchmark().parts()) {
            List<MaterialId> here = rungs.stream()
                    .filter(rung -> !rung.unlimited()
                            && !Sets.intersection(rung.stages(), part.stages()).isEmpty())
                    .map(Rung::material)
                    .toList();
            if (here.isEmpty()) {
                checks.add(new Check(part, ImmutableSet.of(), Range.unknown(Unit.SHARE)));
            }
            for (Set<MaterialId> alike : standIns.among(here)) {
                checks.add(new Check(
                        part,
                        alike,
                        standIns.cover(
                                alike,
                                rungs.stream()
                                        .filter(rung -> alike.contains(rung.material()))
                                        .map(rung -> over(
                                                ladder.supply()
                                                        .capacity(rung.material(), counted(suppliers), part.stages()),
                                                rung.throughput()))
                                        .toList())));
            }
        }
        return checks.build();
    }

    private static Range over(Range part, Range whole) {
        return Range.spanning(
                part.low() == 0 ? 0 : part.low() / whole.high(),
                whole.low() > 0 ? part.high() / whole.low() : part.high() > 0 ? Double.POSITIVE_INFINITY : 0,
                Unit.SHARE);
    }

    private List<Dependence> dependence(List<Rung> rungs) {
        return question.benchmark().fromOneAtMost().isEmpty()
                ? ImmutableList.of()
                : rungs.stream()
                        .filter(rung -> !rung.unlimited())
                        .map(this::dependence)
                        .collect(toImmutableList());
    }

    private Dependence dependence(Rung rung) {
        Map<CountryId, Range> made = ladder.supply().output(rung.material(), suppliers);
        Range own = rung.covered();
        Dependence largest =
                new Dependence(rung.material(), Optional.empty(), Range.spanning(0, 1 - own.low(), Unit.SHARE));
        double most = 0;
        for (Map.Entry<CountryId, Range> entry : made.entrySet()) {
            Range share = share(entry.getValue(), made.values());
            Range bought = Range.spanning((1 - own.high()) * share.low(), (1 - own.low()) * share.high(), Unit.SHARE);
            if (entry.getKey().isNamed()
                    && (share.high() > most || largest.country().isEmpty())) {
                most = share.high();
                largest = new Dependence(rung.material(), Optional.of(entry.getKey()), bought);
            }
        }
        return largest;
    }

    /** One part of a sum, 0..1. */
    private static Range share(Range one, Collection<Range> all) {
        double low = all.stream().mapToDouble(Range::low).sum() - one.low();
        double high = all.stream().mapToDouble(Range::high).sum();
        double others = Double.isInfinite(high) ? high : high - one.high();
        return new Range(
                one.low() == 0 ? 0 : one.low() / (one.low() + others),
                one.high() == 0 ? 0 : Double.isInfinite(one.high()) ? 1 : one.high() / (one.high() + low),
                Unit.SHARE);
    }

    // ---- the outlook

    private List<Year> years() {
        ImmutableList.Builder<Year> years = ImmutableList.builder();
        for (int year = chain.year(); year <= question.until(); year++) {
            run.check();
            LocalDate day = LocalDate.of(year, 12, 31);
            SupplyChain then = chain.at(day);
            GapLadder climbed = new GapLadder(then, material());
            double growth = Math.pow(1 + question.growth(), year - chain.year());
            Counted counted = counted(suppliers(then), day, year - chain.year());
            years.add(new Year(
                    year,
                    wanted.times(growth),
                    climbed.rungs(wanted.times(growth), demand.needed(climbed.supply(), counted, growth), counted)));
        }
        return years.build();
    }

    private List<String> awaited() {
        if (question.until() < chain.year()) {
            return ImmutableList.of();
        }
        LocalDate day = LocalDate.of(question.until(), 12, 31);
        Counted end = counted(suppliers(chain.at(day)), day, 0);
        return chain.lines().values().stream()
                .filter(line -> line.line().status() == Line.Status.PLANNED
                        && end.counts(line, true)
                        && ladder.supply().mayRun(line))
                .map(line ->
                        "%s from %s".formatted(line.id(), line.line().starts().orElseThrow()))
                .collect(toImmutableList());
    }
}
