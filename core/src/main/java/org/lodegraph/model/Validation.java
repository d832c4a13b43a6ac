package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Unit;

/** Finds everything that is wrong with the entities of a chain, in the order of the entities. */
final class Validation {

    private final Entities entities;
    private final Index index;
    private final FigureChecks figures;
    private final List<Problem> problems = new ArrayList<>();

    private Validation(Entities entities, Index index) {
        this.entities = entities;
        this.index = index;
        this.figures = new FigureChecks(problems);
    }

    /**
     * Every problem.
     *
     * @param balanced holds recipes whose element balance needs no check as long as recipe and materials are the same
     */
    static List<Problem> of(Entities entities, Index index, Entities balanced) {
        Validation validation = new Validation(entities, index);
        entities.materials().values().forEach(validation::check);
        entities.recipes().values().forEach(validation::check);
        entities.facilities().values().forEach(validation::check);
        entities.demands().values().forEach(validation::check);
        entities.stocks().values().forEach(validation::check);
        entities.links().values().forEach(validation::check);
        entities.policies().values().forEach(validation::check);
        entities.blocs().values().forEach(validation::check);
        if (validation.problems.isEmpty()) {
            validation.checkSupply();
            for (Recipe recipe : entities.recipes().values()) {
                if (!ElementBalance.isSame(recipe, entities, balanced)) {
                    ElementBalance.check(recipe, entities, validation.problems);
                }
            }
        }
        return ImmutableList.copyOf(validation.problems);
    }

    private void check(Material material) {
        String entity = "Material '%s'".formatted(material.id());
        material.contents().forEach((element, figure) -> figures.share(entity, element + " content", figure));
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
        if (references.size() == 1) {
            Unit unit = rate(references.iterator().next());
            Capacity capacity = line.capacity();
            capacity.nameplate().ifPresent(figure -> figures.amount(entity, "nameplate capacity", figure, unit));
            capacity.effective().ifPresent(figure -> figures.amount(entity, "effective capacity", figure, unit));
            capacity.permitted().ifPresent(figure -> figures.amount(entity, "permitted capacity", figure, unit));
            line.output().ifPresent(figure -> figures.amount(entity, "output", figure, unit));
        }
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
        figures.amount(entity, "rate", demand.rate(), rate(demand.material()));
        notSite(entity, demand.material());
        if (demand.consumer().equals(CountryId.NOWHERE)) {
            add(entity, "consumer", "\"other countries\" is not a place", "use Demand.remainder.");
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
            notSite(entity, alternative.material());
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
        Unit unit = Unit.T.of(basis(stock.material()));
        figures.amount(entity, "amount", stock.amount(), unit);
        stock.room().ifPresent(figure -> figures.amount(entity, "room", figure, unit));
        notSite(entity, stock.material());
        place(entity, "holder", stock.holder());
    }

    private void check(Link link) {
        String entity = "Link '%s'".formatted(link.id());
        known(entity, "material", link.material(), entities.materials());
        Unit unit = rate(link.material());
        link.capacity().ifPresent(figure -> figures.amount(entity, "capacity", figure, unit));
        link.observed().ifPresent(figure -> figures.amount(entity, "observed flow", figure, unit));
        link.cost().ifPresent(figure -> figures.dimension(entity, "cost", figure, Dimension.PRICE));
        place(entity, "origin", link.origin());
        place(entity, "destination", link.destination());
        if (link.origin().equals(link.destination())) {
            add(entity, "destination", "it leads back to %s".formatted(link.origin()), "leave it out.");
        }
        Material material = entities.materials().get(link.material());
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
        figures.limit(entity, policy, this::rate);
    }

    private void check(Bloc bloc) {
        bloc.memberships().forEach(member -> place("Bloc '%s'".formatted(bloc.id()), "members", member.country()));
    }

    /** What is needed must come from somewhere. */
    private void checkSupply() {
        Set<MaterialId> needed = new TreeSet<>(index.using().keySet());
        for (Demand demand : entities.demands().values()) {
            needed.add(demand.material());
            demand.alternatives().forEach(alternative -> needed.add(alternative.material()));
        }
        entities.stocks().values().forEach(stock -> needed.remove(stock.material()));
        entities.links().values().forEach(link -> needed.remove(link.material()));
        needed.removeAll(index.making().keySet());
        for (MaterialId material : needed) {
            if (!entities.material(material).boundary()) {
                add(
                        "Material '%s'".formatted(material),
                        "boundary",
                        "it is needed, but no line makes it, no stock holds it and no link brings it",
                        "add a recipe and a line, or mark it asBoundary().");
            }
        }
    }

    private void notSite(String entity, MaterialId id) {
        Material material = entities.materials().get(id);
        if (material != null && material.mobility() == Mobility.SITE) {
            add(entity, "material", "'%s' cannot leave its site".formatted(id), "name what is made of it.");
        }
    }

    private void place(String entity, String field, CountryId country) {
        if (country.equals(CountryId.NOWHERE) || country.equals(CountryId.REST)) {
            add(entity, field, "%s is not a place".formatted(country), "name the country.");
        }
    }

    private <K extends Id> void known(String entity, String field, K id, Map<K, ?> map) {
        if (!map.containsKey(id)) {
            problems.add(new Problem(
                    entity,
                    field,
                    "%s '%s' is not in the chain".formatted(id.kind(), id),
                    Nearest.cure(id, map.keySet())));
        }
    }

    private Basis basis(MaterialId id) {
        Material material = entities.materials().get(id);
        return material == null ? Basis.GROSS : material.basis();
    }

    private Unit rate(MaterialId id) {
        return Unit.T_PER_A.of(basis(id));
    }

    private void add(String entity, String field, String finding, String cure) {
        problems.add(new Problem(entity, field, finding, "Maybe " + cure));
    }
}
