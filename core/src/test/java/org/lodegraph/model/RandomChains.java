package org.lodegraph.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;

/**
 * Random valid chains, the same for the same seed. They hold what chains can hold:
 *
 * <pre>
 *  ore --host recipe--&gt; product-0 --&gt; product-1 --&gt; ...      products also go back as inputs of earlier ones (cycles)
 *            \--yields--&gt; liquor (SITE) --circuit--&gt; companion  in one facility
 *  several demands and alternatives, the rest of the world, stocks, links, policies of each kind, blocs, unknown figures
 * </pre>
 */
public final class RandomChains {

    private static final List<String> COUNTRIES = List.of("AUS", "CAN", "CHN", "DEU", "JPN", "USA");
    private static final List<String> ELEMENTS = List.of("Al", "Ga", "Ge", "Zn");

    private final SplittableRandom random;
    private final RandomFigures figures;
    private final int size;
    private final TreeMap<MaterialId, Material> materials = new TreeMap<>();
    private final TreeMap<RecipeId, Recipe> recipes = new TreeMap<>();
    private final List<Entity> others = new ArrayList<>();

    private RandomChains(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.figures = new RandomFigures(random);
        this.size = size;
    }

    /** A chain of a handful of entities of each kind. */
    public static SupplyChain chain(long seed) {
        return chain(seed, 2 + (int) Math.floorMod(seed, 5L));
    }

    /** A chain whose number of entities grows with {@code size}, at least 1. */
    public static SupplyChain chain(long seed, int size) {
        return new RandomChains(seed, size).build();
    }

    private SupplyChain build() {
        addMaterials();
        addRecipes();
        addFacilities();
        addDemands();
        addStocksAndLinks();
        addPlaces();
        addPolicies();
        SupplyChain.Builder chain = SupplyChain.builder(2015 + random.nextInt(15));
        if (random.nextBoolean()) {
            chain.date(day());
        }
        markBoundaries();
        materials.values().forEach(chain::add);
        recipes.values().forEach(chain::add);
        others.forEach(chain::add);
        for (int i = 0; i < random.nextInt(3); i++) {
            chain.assume(new Assumption("place " + i, figures.text(), maybe(figures.amount(Unit.T))));
        }
        return chain.build();
    }

    private void addMaterials() {
        for (int i = 0; i <= size; i++) {
            material("product-" + i, Mobility.TRADED);
            material("ore-" + i, pick(List.of(Mobility.TRADED, Mobility.DOMESTIC)));
            material("liquor-" + i, Mobility.SITE);
            material("companion-" + i, Mobility.TRADED);
        }
    }

    private void material(String id, Mobility mobility) {
        TreeMap<String, Figure> contents = new TreeMap<>();
        for (String element : ELEMENTS) {
            if (random.nextInt(4) == 0) {
                // four elements of 0.51 at most: less than the whole together
                contents.put(element, figures.share().map(share -> share.times(0.45)));
            }
        }
        Material material = new Material(
                new MaterialId(id),
                figures.text(),
                pick(List.of(Form.values())),
                mobility,
                basis(),
                contents,
                random.nextInt(6) == 0,
                figures.note());
        materials.put(material.id(), material);
    }

    private Basis basis() {
        return switch (random.nextInt(6)) {
            case 0 -> Basis.contained(pick(ELEMENTS));
            case 1 -> Basis.oxide("REO");
            case 2 -> Basis.equivalent("LCE");
            default -> Basis.GROSS;
        };
    }

    private void addRecipes() {
        for (int i = 0; i <= size; i++) {
            Recipe host = Recipe.of("host-" + i).makes("product-" + i).from("ore-" + i, figures.coefficient());
            if (i > 0) {
                host = host.from("product-" + (i - 1), figures.coefficient());
            }
            if (random.nextInt(3) == 0 && i < size) {
                host = host.from("product-" + (i + 1), figures.coefficient());
            }
            if (random.nextInt(3) > 0) {
                host = host.asHost().yields("liquor-" + i, figures.coefficient());
            }
            if (random.nextInt(3) == 0) {
                host = host.wastes("companion-" + i, figures.coefficient());
            }
            add(host.withStage(maybe(pick(List.of(Stage.values())))).withNote(figures.note()));
            add(Recipe.of("circuit-" + i)
                    .makes("companion-" + i)
                    .stage(Stage.REFINING)
                    .from("liquor-" + i, figures.coefficient())
                    .power(Figure.stated(
                            i + 1,
                            Unit.MWH_PER_T.of(materials
                                    .get(new MaterialId("companion-" + i))
                                    .basis()))));
            if (random.nextInt(3) == 0) {
                add(Recipe.of("mine-" + i).makes("ore-" + i).stage(Stage.EXTRACTION));
            }
        }
    }

    /** Adds a recipe, with more of each input if an element would leave that did not enter. */
    private void add(Recipe recipe) {
        double factor = 1;
        for (String element : ELEMENTS) {
            double in = 0;
            boolean stated = !recipe.inputs().isEmpty();
            for (var input : recipe.inputs().entrySet()) {
                double content = content(input.getKey(), element, Reading.HIGH);
                stated &= content >= 0;
                in += Math.max(0, content) * input.getValue().at(Reading.HIGH);
            }
            double out = Math.max(0, content(recipe.reference(), element, Reading.LOW));
            for (var yield : recipe.yields().entrySet()) {
                out += Math.max(0, content(yield.getKey(), element, Reading.LOW))
                        * yield.getValue().coefficient().at(Reading.LOW);
            }
            if (stated && out > 0) {
                factor = Math.max(factor, 1.1 * out / in);
            }
        }
        TreeMap<MaterialId, Figure> inputs = new TreeMap<>(recipe.inputs());
        double more = factor;
        inputs.replaceAll((id, figure) -> figure.map(spread -> spread.times(more)));
        recipes.put(recipe.id(), recipe.withInputs(inputs));
    }

    /** Mass of an element per ton; negative if it is not stated. */
    private double content(MaterialId id, String element, Reading reading) {
        Material material = materials.get(id);
        if (material.basis().equals(Basis.contained(element))) {
            return 1;
        }
        Figure figure = material.contents().get(element);
        return figure == null || !figure.isKnown() ? -1 : figure.at(reading, Unit.ONE);
    }

    private void addFacilities() {
        for (int i = 0; i <= size; i++) {
            String country = random.nextInt(8) == 0 ? CountryId.NOWHERE.value() : pick(COUNTRIES);
            Facility facility = new Facility(
                    new FacilityId("site-" + i),
                    figures.text(),
                    new CountryId(country),
                    maybe(new OwnerId("owner-" + random.nextInt(3))),
                    random.nextInt(4) == 0,
                    List.of(),
                    figures.note());
            facility = facility.line(line("host-" + i)).line(line("circuit-" + i));
            if (recipes.containsKey(new RecipeId("mine-" + i))) {
                facility = facility.line(line("mine-" + i));
            }
            if (random.nextInt(3) == 0) {
                facility =
                        facility.line(line("host-" + random.nextInt(size + 1)).withName("another-line"));
            }
            others.add(facility);
        }
    }

    private Line line(String recipe) {
        MaterialId reference = recipes.get(new RecipeId(recipe)).reference();
        Line.Status status = random.nextInt(3) > 0 ? Line.Status.RUNNING : pick(List.of(Line.Status.values()));
        Capacity capacity = Capacity.nameplate(figures.maybeUnknown(rate(reference)));
        if (random.nextInt(3) == 0) {
            capacity = capacity.effective(rate(reference));
        }
        if (random.nextInt(5) == 0) {
            capacity = capacity.permitted(figures.maybeUnknown(rate(reference)));
        }
        return new Line(
                recipe,
                List.of(new RecipeId(recipe)),
                capacity,
                status == Line.Status.RUNNING && random.nextBoolean()
                        ? Optional.of(figures.maybeUnknown(rate(reference)))
                        : Optional.empty(),
                status,
                maybe(day()),
                maybe(figures.amount(Unit.DAYS)),
                figures.note());
    }

    private Figure rate(MaterialId material) {
        return figures.amount(figures.rate(materials.get(material).basis()));
    }

    private void addDemands() {
        Set<MaterialId> wanted = new LinkedHashSet<>();
        for (int i = 0; i <= size; i++) {
            MaterialId material = traded();
            wanted.add(material);
            Demand demand = Demand.of("demand-" + i, material.value(), country(), rate(material))
                    .use(random.nextBoolean() ? Demand.ALL_USES : figures.text())
                    .withNote(figures.note());
            for (int j = 0; j < random.nextInt(3); j++) {
                MaterialId other = traded();
                boolean taken = demand.alternatives().stream()
                        .anyMatch(one -> one.material().equals(other));
                if (!other.equals(material) && !taken) {
                    demand = demand.or(new Alternative(
                            other,
                            figures.coefficient(),
                            maybe(figures.maybeUnknown(figures.share())),
                            figures.share(),
                            maybe(figures.amount(Unit.DAYS))));
                }
            }
            others.add(demand);
        }
        for (MaterialId material : wanted) {
            if (random.nextBoolean()) {
                others.add(Demand.remainder(material.value(), rate(material)));
            }
        }
    }

    private void addStocksAndLinks() {
        for (int i = 0; i < random.nextInt(size + 1); i++) {
            MaterialId material = traded();
            Unit unit = figures.mass(materials.get(material).basis());
            others.add(new Stock(
                    new StockId("stock-" + i),
                    material,
                    country(),
                    pick(List.of(Stock.Kind.values())),
                    figures.maybeUnknown(figures.amount(unit)),
                    maybe(figures.amount(unit)),
                    maybe(new OwnerId("owner-" + random.nextInt(3))),
                    figures.note()));
        }
        for (int i = 0; i < random.nextInt(size + 1); i++) {
            MaterialId material = traded();
            CountryId origin = country();
            CountryId destination = country();
            if (!origin.equals(destination)) {
                others.add(new Link(
                        new LinkId("link-" + i),
                        material,
                        origin,
                        destination,
                        maybe(rate(material)),
                        maybe(figures.amount(Unit.USD_PER_KG)),
                        maybe(figures.maybeUnknown(rate(material))),
                        random.nextInt(4) == 0,
                        figures.note()));
            }
        }
    }

    private void addPlaces() {
        others.add(Country.of("CHN", figures.text()).governance(figures.amount(Unit.INDEX)));
        others.add(Country.of("USA", "United States"));
        others.add(new Bloc(
                new BlocId("BLOC"),
                figures.text(),
                List.of(
                        new Bloc.Membership(new CountryId("AUS"), Window.ALWAYS),
                        new Bloc.Membership(country(), window()),
                        new Bloc.Membership(country(), window()))));
    }

    private void addPolicies() {
        for (int i = 0; i < random.nextInt(size + 1); i++) {
            boolean technology = random.nextInt(4) == 0;
            MaterialId material = traded();
            others.add(Policy.builder()
                    .id(new PolicyId("RULE-" + i))
                    .name(figures.text())
                    .issuer(party())
                    .materials(technology ? List.of() : List.of(material))
                    .recipes(technology ? List.copyOf(recipes.keySet()).subList(0, 1) : List.of())
                    .direction(pick(List.of(Policy.Direction.values())))
                    .toward(random.nextBoolean() ? List.of() : List.of(party(), country()))
                    .except(random.nextBoolean() ? List.of() : List.of(party()))
                    .inForce(List.of(window(), window()).subList(0, 1 + random.nextInt(2)))
                    .limit(technology ? new Limit.Nothing() : limit(material))
                    .reach(pick(List.of(Policy.Reach.values())))
                    .source(figures.source())
                    .lastChecked(maybe(day()))
                    .note(figures.note())
                    .build());
        }
    }

    private Limit limit(MaterialId material) {
        return switch (random.nextInt(4)) {
            case 0 -> new Limit.AtMost(rate(material));
            case 1 -> new Limit.ShareOf(figures.share(), rate(material));
            case 2 -> new Limit.Cost(figures.amount(Unit.USD_PER_T));
            default -> new Limit.Nothing();
        };
    }

    /** What is needed and comes from nowhere is where the chain ends. */
    private void markBoundaries() {
        Set<MaterialId> missing = new TreeSet<>();
        Set<MaterialId> made = new TreeSet<>();
        for (Entity entity : others) {
            if (entity instanceof Facility facility) {
                for (Line line : facility.lines()) {
                    Recipe recipe = recipes.get(line.recipes().get(0));
                    missing.addAll(recipe.inputs().keySet());
                    made.add(recipe.reference());
                    made.addAll(recipe.yields().keySet());
                }
            } else if (entity instanceof Demand demand) {
                missing.add(demand.material());
                demand.alternatives().forEach(alternative -> missing.add(alternative.material()));
            }
        }
        missing.removeAll(made);
        missing.forEach(id -> materials.computeIfPresent(id, (key, material) -> material.asBoundary()));
    }

    private MaterialId traded() {
        return new MaterialId((random.nextBoolean() ? "product-" : "companion-") + random.nextInt(size + 1));
    }

    private Party party() {
        return random.nextInt(3) == 0 ? new BlocId("BLOC") : country();
    }

    private CountryId country() {
        return new CountryId(pick(COUNTRIES));
    }

    private LocalDate day() {
        return LocalDate.of(2015, 1, 1).plusDays(random.nextInt(5000));
    }

    private Window window() {
        LocalDate start = day();
        return switch (random.nextInt(3)) {
            case 0 -> Window.from(start);
            case 1 -> new Window(LocalDate.MIN, Optional.of(start));
            default -> Window.between(start, start.plusDays(random.nextInt(900)));
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
