package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;

/**
 * A mineral supply chain: one reference year of figures, read on one date. Immutable, validated, safe to share between
 * threads.
 *
 * <p>Change it by {@link #with}, ask it by {@link #ask}. The date decides which policies are in force, which lines have
 * started and who belongs to a bloc; {@link #at} gives the same chain on another day.
 *
 * <p>What must be there is looked up by its id: {@link #material} and the like throw an {@link IllegalArgumentException}
 * that names the nearest ids if there is none.
 */
public final class SupplyChain {

    private final int year;
    private final LocalDate date;
    private final Entities entities;
    private final ImmutableList<Assumption> stated;
    private final Index index;

    private SupplyChain(int year, LocalDate date, Entities entities, ImmutableList<Assumption> stated, Index index) {
        this.year = year;
        this.date = date;
        this.entities = entities;
        this.stated = stated;
        this.index = index;
    }

    /**
     * A builder of a chain that is read on the last day of its year.
     *
     * @param year the calendar year of the figures
     */
    public static Builder builder(int year) {
        return new Builder(year, LocalDate.of(year, 12, 31), Entities.of(ImmutableList.of()));
    }

    /** A builder that holds what this chain holds. */
    public Builder toBuilder() {
        Builder builder = new Builder(year, date, entities);
        entities.all().forEach(builder::add);
        stated.forEach(builder::assume);
        return builder;
    }

    /** The chain after some changes, one after the other. */
    public SupplyChain with(Change... changes) {
        SupplyChain chain = this;
        for (Change change : changes) {
            chain = change.on(chain);
        }
        return chain;
    }

    /** The same chain on another day. */
    public SupplyChain at(LocalDate day) {
        return day.equals(date) ? this : new SupplyChain(year, day, entities, stated, index);
    }

    /**
     * The answer to a question, computed on the calling thread.
     *
     * @param <R> what the answer is
     */
    public <R> R ask(Query<R> query) {
        return query.on(this);
    }

    /**
     * The answer to a question.
     *
     * @param run executor, progress and cancellation
     * @param <R> what the answer is
     */
    public <R> R ask(Query<R> query, Run run) {
        return query.on(this, run);
    }

    /**
     * The same chain with every figure changed by a function.
     *
     * @param map what happens to each figure
     * @throws InvalidSupplyChainException if a figure has become wrong, or an element comes out of nothing
     */
    public SupplyChain mapFigures(FigureMap map) {
        Builder builder = new Builder(year, date, entities);
        entities.all().forEach(entity -> builder.add(entity.mapFigures(map)));
        stated.forEach(builder::assume);
        return builder.build();
    }

    /**
     * Shows every figure with the place where it stands, in a fixed order.
     *
     * @param visitor told place and figure
     */
    public void forEachFigure(BiConsumer<FigurePlace, Figure> visitor) {
        FigureMap look = (place, figure) -> {
            visitor.accept(place, figure);
            return figure;
        };
        entities.all().forEach(entity -> entity.mapFigures(look));
    }

    /**
     * Everything that nobody has published and this chain takes for granted: assumed and unknown figures, boundary
     * materials, nameplates read as effective capacities, and what the builder stated.
     *
     * @return in a fixed order
     */
    public List<Assumption> assumptions() {
        return Assumptions.of(this, stated);
    }

    /**
     * What the builder stated beyond the figures.
     *
     * @return a part of {@link #assumptions()}
     */
    public List<Assumption> statedAssumptions() {
        return stated;
    }

    /**
     * Everybody whose figures or rules this chain holds.
     *
     * @return by id, then by edition and locator
     */
    public Set<Source> sources() {
        return Sources.of(this);
    }

    /** The calendar year of the figures. */
    public int year() {
        return year;
    }

    /** The day on which the chain is read. */
    public LocalDate date() {
        return date;
    }

    /** All materials, by id. */
    public Map<MaterialId, Material> materials() {
        return entities.materials();
    }

    /** All recipes, by id. */
    public Map<RecipeId, Recipe> recipes() {
        return entities.recipes();
    }

    /** All facilities, by id. */
    public Map<FacilityId, Facility> facilities() {
        return entities.facilities();
    }

    /** All demands, by id. */
    public Map<DemandId, Demand> demands() {
        return entities.demands();
    }

    /** All stocks, by id. */
    public Map<StockId, Stock> stocks() {
        return entities.stocks();
    }

    /** All links, by id. */
    public Map<LinkId, Link> links() {
        return entities.links();
    }

    /** All policies, in force or not, by id. */
    public Map<PolicyId, Policy> policies() {
        return entities.policies();
    }

    /**
     * Every country that is declared, or named by a facility, demand, stock, link or bloc, by id; "rest of the world" and
     * "other countries" are not countries.
     */
    public Map<CountryId, Country> countries() {
        return index.countries();
    }

    /** The countries that were declared, by id; a part of {@link #countries()}. */
    public Map<CountryId, Country> declaredCountries() {
        return entities.countries();
    }

    /** All blocs, by id. */
    public Map<BlocId, Bloc> blocs() {
        return entities.blocs();
    }

    /** Every entity, kind by kind, by id. */
    public List<Entity> entities() {
        return entities.all();
    }

    /** A material that must be there. */
    public Material material(MaterialId id) {
        return required(materials(), id);
    }

    /** A recipe that must be there. */
    public Recipe recipe(RecipeId id) {
        return required(recipes(), id);
    }

    /** A facility that must be there. */
    public Facility facility(FacilityId id) {
        return required(facilities(), id);
    }

    /** A demand that must be there. */
    public Demand demand(DemandId id) {
        return required(demands(), id);
    }

    /** A line that must be there, with its facility. */
    public InstalledLine line(LineId id) {
        return required(index.lines(), id);
    }

    /**
     * The material in which a line is measured: the reference of its recipes.
     *
     * @throws IllegalArgumentException if the chain does not have its recipes
     */
    public Material reference(Line line) {
        return material(recipe(line.recipes().get(0)).reference());
    }

    /** A stock that must be there. */
    public Stock stock(StockId id) {
        return required(stocks(), id);
    }

    /** A link that must be there. */
    public Link link(LinkId id) {
        return required(links(), id);
    }

    /** A policy that must be there. */
    public Policy policy(PolicyId id) {
        return required(policies(), id);
    }

    /** A bloc that must be there. */
    public Bloc bloc(BlocId id) {
        return required(blocs(), id);
    }

    /** A material, if it is there. */
    public Optional<Material> findMaterial(MaterialId id) {
        return Optional.ofNullable(materials().get(id));
    }

    /** Every line of every facility, by id. */
    public Map<LineId, InstalledLine> lines() {
        return index.lines();
    }

    /** Lines that can make a material, as reference or as yield, by id; none if nobody makes it. */
    public List<InstalledLine> linesMaking(MaterialId material) {
        return index.making().get(material);
    }

    /** Lines that need a material, by id; none if nobody needs it. */
    public List<InstalledLine> linesUsing(MaterialId material) {
        return index.using().get(material);
    }

    /** Demands for a material, not counting those that would take it as an alternative, by id. */
    public List<Demand> demandsFor(MaterialId material) {
        return index.demands().get(material);
    }

    /**
     * The demands that a target covers, with blocs read on this chain's date, by id.
     *
     * @param target whose supply of what
     * @throws IllegalArgumentException if the chain has no such demand
     */
    public List<Demand> demandsOf(Target target) {
        return target.demandsIn(this);
    }

    /**
     * Who a party is on this chain's date.
     *
     * @param party a country or a bloc
     * @return the country itself, or the bloc's members
     * @throws IllegalArgumentException if the bloc is not in this chain
     */
    public Set<CountryId> members(Party party) {
        return party instanceof BlocId bloc ? bloc(bloc).members(date) : ImmutableSet.of((CountryId) party);
    }

    /** The policies that apply on this chain's date, by id. */
    public List<Policy> policiesInForce() {
        return policies().values().stream()
                .filter(policy -> policy.appliesOn(date))
                .collect(ImmutableList.toImmutableList());
    }

    private static <K extends Id, V> V required(Map<K, V> map, K id) {
        V found = map.get(id);
        if (found == null) {
            throw Nearest.unknown(id, ImmutableList.copyOf(map.keySet()));
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SupplyChain that
                && year == that.year
                && date.equals(that.date)
                && entities.equals(that.entities)
                && stated.equals(that.stated);
    }

    @Override
    public int hashCode() {
        return Objects.hash(year, date, entities, stated);
    }

    @Override
    public String toString() {
        return "SupplyChain %s on %s (%s materials, %s recipes, %s facilities, %s demands, %s policies)"
                .formatted(
                        year,
                        date,
                        materials().size(),
                        recipes().size(),
                        facilities().size(),
                        demands().size(),
                        policies().size());
    }

    /** Gathers entities; {@link #build()} checks them all at once. Not safe to share between threads. */
    public static final class Builder {
        private final int year;
        private LocalDate date;
        private final Gathered gathered = new Gathered();
        private final List<Assumption> stated = new ArrayList<>();
        private final Entities balanced;

        /** With what a chain that was checked before holds: its element balances need no second look. */
        private Builder(int year, LocalDate date, Entities balanced) {
            this.year = year;
            this.date = date;
            this.balanced = balanced;
        }

        /** Reads the chain on another day. */
        public Builder date(LocalDate day) {
            date = day;
            return this;
        }

        /** Adds entities. An id that is taken is a problem that {@link #build()} reports. */
        public Builder add(Entity... added) {
            for (Entity entity : added) {
                gathered.add(entity);
            }
            return this;
        }

        /** Adds entities, in place of those with the same id. */
        public Builder put(Entity... added) {
            for (Entity entity : added) {
                gathered.put(entity);
            }
            return this;
        }

        /**
         * Takes an entity out.
         *
         * @throws IllegalArgumentException if it is not there
         */
        public Builder remove(Id id) {
            gathered.remove(id);
            return this;
        }

        /**
         * States an assumption that no figure carries.
         *
         * @throws IllegalArgumentException if it is about a figure or a boundary, which say themselves that they are assumed
         */
        public Builder assume(Assumption assumption) {
            if (!(assumption.subject() instanceof Assumption.Named)) {
                throw new IllegalArgumentException(
                        "Assumption about %s: the chain says so itself. Maybe Figure.assumed or Material.asBoundary() instead."
                                .formatted(assumption.subject()));
            }
            stated.add(assumption);
            return this;
        }

        /**
         * Checks everything and builds the chain.
         *
         * @throws InvalidSupplyChainException lists every problem
         */
        public SupplyChain build() {
            Entities sorted = gathered.sorted();
            Index index = Index.of(sorted);
            List<Problem> found = problems(sorted, index, ImmutableSet.of());
            if (!found.isEmpty()) {
                throw new InvalidSupplyChainException(found);
            }
            ImmutableList<Assumption> inOrder = stated.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Assumption::toString))
                    .collect(ImmutableList.toImmutableList());
            return new SupplyChain(year, date, sorted, inOrder, index);
        }

        /**
         * What is wrong with what was added so far, if not everything could be: for readers, who list it beside what
         * they could not read.
         *
         * @param lacking what is not there, or not all of it, for a reason that is known; nothing follows from that
         * @return every problem that adding what lacks cannot mend
         */
        public List<Problem> problems(Set<? extends Id> lacking) {
            Entities sorted = gathered.sorted();
            return problems(sorted, Index.of(sorted), lacking);
        }

        private List<Problem> problems(Entities sorted, Index index, Set<? extends Id> lacking) {
            return ImmutableList.<Problem>builder()
                    .addAll(gathered.problems())
                    .addAll(Validation.of(sorted, index, balanced, lacking))
                    .build();
        }
    }
}
