package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;

/** Finds everything that is wrong with the entities of a chain, in the order of the entities. */
final class Validation {

    private final Entities entities;
    private final Index index;
    private final Set<? extends Id> lacking;
    private final FigureChecks figures;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Id> suspect = new LinkedHashSet<>();
    private boolean complete = true;

    private Validation(Entities entities, Index index, Set<? extends Id> lacking) {
        this.entities = entities;
        this.index = index;
        this.lacking = lacking;
        this.figures = new FigureChecks(problems);
    }

    /**
     * Every problem.
     *
     * @param balanced holds recipes whose element balance was checked before and is the same if the materials are
     * @param lacking what is not there, or not all of it: nothing is held against those who refer to it
     */
    static List<Problem> of(Entities entities, Index index, Entities balanced, Set<? extends Id> lacking) {
        Validation validation = new Validation(entities, index, lacking);
        entities.materials()
                .values()
                .forEach(material -> validation.check(material.id(), () -> validation.check(material)));
        entities.recipes().values().forEach(recipe -> validation.check(recipe.id(), () -> validation.check(recipe)));
        entities.facilities().values().forEach(validation::check);
        entities.demands().values().forEach(validation::check);
        entities.stocks().values().forEach(validation::check);
        entities.links().values().forEach(validation::check);
        entities.policies().values().forEach(validation::check);
        entities.blocs().values().forEach(validation::check);
        validation.checkSupply();
        for (Recipe recipe : entities.recipes().values()) {
            if (validation.isSound(recipe) && !ElementBalance.isSame(recipe, entities, balanced)) {
                ElementBalance.check(recipe, entities.materials(), validation.problems);
            }
        }
        return ImmutableList.copyOf(validation.problems);
    }

    private void check(Id id, Runnable checks) {
        int before = problems.size();
        checks.run();
        if (problems.size() > before) {
            suspect.add(id);
        }
    }

    /** Whether a balance can be drawn: all that goes in and out is there, and nothing was found wrong with it. */
    private boolean isSound(Recipe recipe) {
        return !suspect.contains(recipe.id())
                && recipe.materials().stream()
                        .allMatch(id -> entities.materials().containsKey(id) && !suspect.contains(id));
    }

    private void check(Material material) {
        String entity = "Material '%s'".formatted(material.id());
        int before = problems.size();
        material.contents().forEach((element, figure) -> figures.share(entity, element + " content", figure));
        if (problems.size() == before) {
            ElementBalance.check(material, problems);
        }
    }

    private void check(Recipe recipe) {
        String entity = "Recipe '%s'".formatted(recipe.id());
        known(entity, "reference", recipe.reference(), entities.materials());
        recipe.inputs().forEach((material, figure) -> {
            known(entity, "inputs", material, entities.materials());
            figures.positive(entity, "input " + material, figure, Unit.ONE);
        });
        recipe.yields().forEach((material, yield) -> {
            known(entity, "yields", material, entities.materials());
            figures.positive(entity, "yield " + material, yield.coefficient(), Unit.ONE);
            if (yield.role() == Role.PRODUCT) {
                add(entity, "yields", "'%s' is a PRODUCT".formatted(material), "make it HOST, COMPANION or WASTE.");
            }
        });
        Optional.ofNullable(entities.materials().get(recipe.reference()))
                .ifPresent(made -> recipe.power()
                        .ifPresent(figure -> figures.amount(entity, "power", figure, Unit.MWH_PER_T.of(made.basis()))));
        for (MaterialId material : recipe.inputs().keySet()) {
            if (recipe.makes(material)) {
                add(
                        entity,
                        "inputs",
                        "'%s' goes in and comes out".formatted(material),
                        "name the fresh and the spent material apart.");
            }
        }
        if (recipe.yields().containsKey(recipe.reference())) {
            add(entity, "yields", "it yields its own reference material", "leave it out: it comes out once per ton.");
        }
        if (recipe.role().discardable()) {
            add(
                    entity,
                    "role",
                    "the reference material is a %s".formatted(recipe.role()),
                    "make it PRODUCT or HOST, and list companions and wastes as yields.");
        }
    }

    private void check(Facility facility) {
        String entity = "Facility '%s'".formatted(facility.id());
        if (facility.country().equals(CountryId.REST)) {
            add(entity, "country", "it stands in the rest of the world", "name the country, or XOT if none is known.");
        }
        Set<String> names = new TreeSet<>();
        for (Line line : facility.lines()) {
            if (!names.add(line.name())) {
                add(entity, "lines", "two lines are called '%s'".formatted(line.name()), "rename one.");
            }
            check(facility, line);
        }
    }

    private void check(Facility facility, Line line) {
        String entity = "Line '%s/%s'".formatted(facility.id(), line.name());
        Set<MaterialId> references = new TreeSet<>();
        for (RecipeId id : line.recipes()) {
            known(entity, "recipes", id, entities.recipes());
            Recipe recipe = entities.recipes().get(id);
            if (recipe != null) {
                references.add(recipe.reference());
            }
        }
        if (references.size() > 1) {
            add(
                    entity,
                    "recipes",
                    "they make different reference materials %s".formatted(references),
                    "install one line for each.");
        }
        Material reference = references.size() == 1
                ? entities.materials().get(references.iterator().next())
                : null;
        Capacity capacity = line.capacity();
        capacity.nameplate().ifPresent(figure -> rate(entity, "nameplate capacity", figure, reference));
        capacity.effective().ifPresent(figure -> rate(entity, "effective capacity", figure, reference));
        capacity.permitted().ifPresent(figure -> rate(entity, "permitted capacity", figure, reference));
        line.output().ifPresent(figure -> rate(entity, "output", figure, reference));
        if (line.capacity().usable().isEmpty()) {
            add(entity, "capacity", "there is none", "say Capacity.unknown(\"why\").");
        }
        line.restart().ifPresent(figure -> figures.amount(entity, "restart time", figure, Unit.DAYS));
        boolean runs = line.status() == Line.Status.RUNNING;
        if (!runs && line.output().map(FigureChecks::isAboveZero).orElse(false)) {
            add(
                    entity,
                    "output",
                    "it is %s and has an output of %s"
                            .formatted(
                                    line.status(), line.output().orElseThrow().range()),
                    "make it RUNNING, or leave the output out.");
        }
    }

    private void check(Demand demand) {
        String entity = "Demand '%s'".formatted(demand.id());
        known(entity, "material", demand.material(), entities.materials());
        rate(entity, "rate", demand.rate(), entities.materials().get(demand.material()));
        notSite(entity, "material", demand.material());
        if (demand.consumer().equals(CountryId.NOWHERE)) {
            add(entity, "consumer", "\"other countries\" is not a place", "use Demand.remainder.");
        }
        if (demand.consumer().equals(CountryId.ELSEWHERE)) {
            add(entity, "consumer", "goods of unknown origin want nothing", "use Demand.remainder.");
        }
        Set<MaterialId> standing = new TreeSet<>();
        for (Alternative alternative : demand.alternatives()) {
            if (!standing.add(alternative.material())) {
                add(
                        entity,
                        "alternatives",
                        "'%s' is there twice".formatted(alternative.material()),
                        "name it once, with the sum of the largest shares.");
            }
            known(entity, "alternatives", alternative.material(), entities.materials());
            notSite(entity, "alternatives", alternative.material());
            figures.positive(entity, "ratio of " + alternative.material(), alternative.ratio(), Unit.ONE);
            figures.share(entity, "largest share of " + alternative.material(), alternative.largestShare());
            alternative
                    .performance()
                    .ifPresent(figure ->
                            figures.amount(entity, "performance of " + alternative.material(), figure, Unit.ONE));
            alternative
                    .rampUp()
                    .ifPresent(figure ->
                            figures.amount(entity, "ramp-up of " + alternative.material(), figure, Unit.DAYS));
            if (alternative.material().equals(demand.material())) {
                add(entity, "alternatives", "the material is its own alternative", "leave it out.");
            }
        }
    }

    private void check(Stock stock) {
        String entity = "Stock '%s'".formatted(stock.id());
        known(entity, "material", stock.material(), entities.materials());
        Material material = entities.materials().get(stock.material());
        amount(entity, "amount", stock.amount(), Unit.T, material);
        stock.room().ifPresent(figure -> amount(entity, "room", figure, Unit.T, material));
        notSite(entity, "material", stock.material());
        // A table says what lies in the ground of countries that it does not name. Nobody there digs it.
        if (stock.kind() != Stock.Kind.IN_GROUND || !stock.holder().equals(CountryId.NOWHERE)) {
            place(entity, "holder", stock.holder());
        }
    }

    private void check(Link link) {
        String entity = "Link '%s'".formatted(link.id());
        known(entity, "material", link.material(), entities.materials());
        Material material = entities.materials().get(link.material());
        link.capacity().ifPresent(figure -> rate(entity, "capacity", figure, material));
        link.observed().ifPresent(figure -> rate(entity, "observed flow", figure, material));
        link.cost().ifPresent(figure -> figures.dimension(entity, "cost", figure, Dimension.PRICE));
        place(entity, "origin", link.origin());
        place(entity, "destination", link.destination());
        if (link.isDomestic()
                && (link.observed().isEmpty()
                        || link.capacity().isPresent()
                        || link.cost().isPresent()
                        || link.reexport())) {
            add(
                    entity,
                    "destination",
                    "it leads back to %s, and what stays at home has an observed flow only".formatted(link.origin()),
                    "leave it out, or state its observed flow and nothing else.");
        }
        if (material != null && material.mobility() != Mobility.TRADED) {
            add(
                    entity,
                    "material",
                    "'%s' is %s and crosses no border".formatted(material.id(), material.mobility()),
                    "make the material TRADED.");
        }
    }

    private void check(Policy policy) {
        String entity = "Policy '%s'".formatted(policy.id());
        policy.materials().forEach(material -> known(entity, "materials", material, entities.materials()));
        policy.recipes().forEach(recipe -> known(entity, "recipes", recipe, entities.recipes()));
        List<Party> parties = new ArrayList<>();
        parties.add(policy.issuer());
        parties.addAll(policy.toward());
        parties.addAll(policy.except());
        for (Party party : parties) {
            if (party instanceof BlocId bloc) {
                known(entity, "parties", bloc, entities.blocs());
            } else {
                place(entity, "parties", (CountryId) party);
            }
        }
        if (policy.materials().isEmpty() == policy.recipes().isEmpty()) {
            add(
                    entity,
                    "materials",
                    policy.recipes().isEmpty() ? "it covers nothing" : "it covers goods and technology at once",
                    "name materials or recipes, not both.");
        }
        if (policy.inForce().isEmpty()) {
            add(entity, "inForce", "it never applies", "give it a window, Window.from(day).");
        }
        if (policy.onTechnology() && !(policy.limit() instanceof Limit.Nothing)) {
            add(entity, "limit", "a technology policy has a limit on goods", "leave the limit out.");
        }
        limit(entity, policy);
    }

    private void check(Bloc bloc) {
        bloc.memberships().forEach(member -> place("Bloc '%s'".formatted(bloc.id()), "members", member.country()));
    }

    private void limit(String entity, Policy policy) {
        for (MaterialId id : policy.materials()) {
            Material material = entities.materials().get(id);
            if (policy.limit() instanceof Limit.AtMost atMost) {
                rate(entity, "quota", atMost.rate(), material);
            } else if (policy.limit() instanceof Limit.ShareOf shareOf) {
                rate(entity, "baseline", shareOf.baseline(), material);
            }
        }
        if (policy.limit() instanceof Limit.ShareOf shareOf) {
            figures.share(entity, "share let through", shareOf.share());
        } else if (policy.limit() instanceof Limit.Cost cost) {
            figures.dimension(entity, "cost", cost.perTon(), Dimension.PRICE);
        }
    }

    /** What is needed must come from somewhere; not checked if what makes or brings it may not be there. */
    private void checkSupply() {
        if (!complete || lacking.stream().anyMatch(Validation::supplies)) {
            return;
        }
        Set<MaterialId> needed = new TreeSet<>(index.using().keySet());
        for (Demand demand : entities.demands().values()) {
            Stream.concat(
                            Stream.of(demand.material()),
                            demand.alternatives().stream().map(Alternative::material))
                    .filter(id -> !isSite(id))
                    .forEach(needed::add);
        }
        entities.stocks().values().forEach(stock -> needed.remove(stock.material()));
        entities.links().values().forEach(link -> needed.remove(link.material()));
        needed.removeAll(index.making().keySet());
        for (MaterialId material : needed) {
            Material found = entities.materials().get(material);
            if (found != null && !found.boundary()) {
                add(
                        "Material '%s'".formatted(material),
                        "boundary",
                        "it is needed, but no line makes it, no stock holds it and no link brings it",
                        "add a recipe and a line, or mark it asBoundary().");
            }
        }
    }

    private static boolean supplies(Id id) {
        return id instanceof RecipeId
                || id instanceof FacilityId
                || id instanceof LineId
                || id instanceof StockId
                || id instanceof LinkId;
    }

    private void notSite(String entity, String field, MaterialId id) {
        if (isSite(id)) {
            add(entity, field, "'%s' cannot leave its site".formatted(id), "name what is made of it.");
        }
    }

    private boolean isSite(MaterialId id) {
        Material material = entities.materials().get(id);
        return material != null && material.mobility() == Mobility.SITE;
    }

    private void place(String entity, String field, CountryId country) {
        if (!country.isNamed()) {
            add(entity, field, "%s is not a place".formatted(country), "name the country.");
        }
    }

    private <K extends Id> void known(String entity, String field, K id, Map<K, ?> map) {
        if (!map.containsKey(id) && !lacking.contains(id)) {
            complete = false;
            problems.add(new Problem(
                    entity,
                    field,
                    "%s '%s' is not in the chain".formatted(id.kind(), id),
                    Nearest.cure(id, map.keySet())));
        }
    }

    private void rate(String entity, String field, Figure figure, @Nullable Material of) {
        amount(entity, field, figure, Unit.T_PER_A, of);
    }

    /** An amount of a material, on its basis; of one that is not there nobody can say on which basis it should be. */
    private void amount(String entity, String field, Figure figure, Unit unit, @Nullable Material of) {
        figures.amount(entity, field, figure, unit.of(of == null ? figure.unit().basis() : of.basis()));
    }

    private void add(String entity, String field, String finding, String cure) {
        problems.add(new Problem(entity, field, finding, "Maybe " + cure));
    }
}
