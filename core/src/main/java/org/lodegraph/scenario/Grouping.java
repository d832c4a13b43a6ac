package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Link;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * What of a chain could be lost together, one scenario of losses for each: every line, every country, every country at
 * each stage. The scenarios can be saved, and replayed on another chain.
 *
 * <p>A country's loss is that of its lines, of the stocks that lie there and of the links out of it; its demands stay
 * unless a copy {@link #withDemand() says otherwise}. What stands nowhere ("other countries") and what is of unknown origin is
 * in no group: nobody can lose it.
 */
public final class Grouping {

    /** Every line. */
    public static final Grouping LINE = new Grouping("line", Grouping::lines);

    /** Every facility; a national aggregate stands for all that is not named there. */
    public static final Grouping FACILITY = new Grouping("facility", Grouping::facilities);

    /** Every owner that is known; what has no known owner is in no group. */
    public static final Grouping OWNER = new Grouping("owner", Grouping::owners);

    /** Every country. */
    public static final Grouping COUNTRY = new Grouping("country", Grouping::countries);

    /** Every country at each stage of which it has lines. */
    public static final Grouping COUNTRY_AND_STAGE = new Grouping("country and stage", Grouping::countriesAtStages);

    /** Every recipe: a technology that nobody may or can run any more. */
    public static final Grouping RECIPE = new Grouping("recipe", Grouping::recipes);

    /** Every link. */
    public static final Grouping LINK = new Grouping("link", Grouping::links);

    private static final Set<String> WITHOUT_DEMAND = ImmutableSet.of("line", "facility", "owner", "recipe", "link");

    private final String name;
    private final Function<SupplyChain, List<Scenario>> groups;

    private Grouping(String name, Function<SupplyChain, List<Scenario>> groups) {
        this.name = name;
        this.groups = groups;
    }

    /**
     * Lines grouped by anything that can be said of them.
     *
     * @param name what the groups are, such as {@code "river basin"}
     * @param group the group of a line; empty for none
     * @return the grouping
     */
    public static Grouping of(String name, Function<InstalledLine, Optional<String>> group) {
        return new Grouping(name, chain -> {
            Map<String, List<Step>> steps = new TreeMap<>();
            standing(chain)
                    .forEach(line -> group.apply(line)
                            .ifPresent(key -> steps.computeIfAbsent(key, any -> new ArrayList<>())
                                    .add(Lose.of(line.id()))));
            return steps.entrySet().stream()
                    .map(entry -> scenario(entry.getKey(), entry.getKey(), entry.getValue()))
                    .toList();
        });
    }

    /**
     * Contingencies that somebody listed, such as those of a file.
     *
     * @param name what they are, such as {@code "our list"}
     * @param contingencies each a scenario of losses; told apart by name
     * @return the grouping, the same for every chain
     * @throws IllegalArgumentException if two have the same name
     */
    public static Grouping listed(String name, List<Scenario> contingencies) {
        Set<String> names = new TreeSet<>();
        for (Scenario contingency : contingencies) {
            if (!names.add(contingency.name())) {
                throw new IllegalArgumentException(
                        "Grouping '%s': two contingencies are called '%s'. Maybe one is listed twice."
                                .formatted(name, contingency.name()));
            }
        }
        List<Scenario> all = ImmutableList.copyOf(contingencies);
        return new Grouping(name, chain -> all);
    }

    /**
     * A copy in which each group loses only its lines at one stage; demands that go too stay lost.
     *
     * @param stage the stage
     * @return the grouping
     */
    public Grouping at(Stage stage) {
        return new Grouping(
                name + " at the stage " + word(stage),
                chain -> in(chain).stream()
                        .map(group -> new Scenario(
                                group.name(),
                                group.description(),
                                group.steps().stream()
                                        .map(Scenario.Dated::step)
                                        .flatMap(step -> at(stage, step, chain))
                                        .map(step -> new Scenario.Dated(Optional.empty(), step))
                                        .toList()))
                        .filter(group -> group.steps().stream().anyMatch(each -> !isDemand(each.step())))
                        .toList());
    }

    private static boolean isDemand(Step step) {
        return step instanceof Lose lose && lose.what() instanceof Demands;
    }

    private static Stream<Step> at(Stage stage, Step step, SupplyChain chain) {
        if (step instanceof Lose lose && lose.what() instanceof Lines lines) {
            Lines some = lines.at(stage);
            return lines.stage().map(stage::equals).orElse(true) && some.matches(chain)
                    ? Stream.of(Lose.of(some))
                    : Stream.empty();
        }
        return isDemand(step) ? Stream.of(step) : Stream.empty();
    }

    /**
     * A copy in which the demands of a lost country go too: it neither makes nor needs. The variant of the International
     * Energy Agency's N-1 rule. What is no country, such as a facility or a technology, has no demand of its own.
     *
     * @return the grouping
     * @throws IllegalArgumentException if this one groups lines, facilities, owners, recipes or links
     */
    public Grouping withDemand() {
        if (WITHOUT_DEMAND.contains(name)) {
            throw new IllegalArgumentException(
                    "Grouping 'by %s': no %s has a demand of its own. Maybe group by country, COUNTRY.withDemand()."
                            .formatted(name, name));
        }
        return new Grouping(
                name + " with its own demand",
                chain -> in(chain).stream()
                        .map(group -> group.then(group.parties().stream()
                                .filter(party -> hasDemand(chain, party))
                                .map(party -> Lose.of(Demands.of(party)))
                                .toArray(Step[]::new)))
                        .toList());
    }

    private static boolean hasDemand(SupplyChain chain, Party party) {
        Set<CountryId> members = chain.members(party);
        return chain.demands().values().stream().anyMatch(demand -> members.contains(demand.consumer()));
    }

    /**
     * A copy whose groups are every two groups of this one.
     *
     * @return the grouping
     */
    public Grouping pairs() {
        return new Grouping("two of " + name, chain -> {
            List<Scenario> single = in(chain);
            List<Scenario> pairs = new ArrayList<>();
            for (int i = 0; i < single.size(); i++) {
                for (int j = i + 1; j < single.size(); j++) {
                    pairs.add(both(single.get(i), single.get(j)));
                }
            }
            return pairs;
        });
    }

    private static Scenario both(Scenario one, Scenario other) {
        return new Scenario(
                one.name() + " + " + other.name(),
                one.description() + " and " + other.description(),
                ImmutableSet.<Scenario.Dated>builder()
                        .addAll(one.steps())
                        .addAll(other.steps())
                        .build()
                        .asList());
    }

    /**
     * The groups of a chain, each as a scenario of {@link Lose} steps.
     *
     * @param chain the chain
     * @return by name, each once
     */
    public List<Scenario> in(SupplyChain chain) {
        return ImmutableList.copyOf(groups.apply(chain));
    }

    // ---- the groups

    private static Stream<InstalledLine> standing(SupplyChain chain) {
        return chain.lines().values().stream().filter(line -> line.country().isNamed());
    }

    private static List<Scenario> lines(SupplyChain chain) {
        return standing(chain).map(line -> lose(line.id(), title(line))).toList();
    }

    private static String title(InstalledLine line) {
        return "%s, %s".formatted(line.facility().name(), line.line().name());
    }

    private static List<Scenario> facilities(SupplyChain chain) {
        return standing(chain)
                .map(InstalledLine::facility)
                .distinct()
                .map(facility -> lose(facility.id(), title(chain, facility)))
                .toList();
    }

    private static String title(SupplyChain chain, Facility facility) {
        return facility.aggregate() ? name(chain, facility.country()) + ", not named" : facility.name();
    }

    private static List<Scenario> owners(SupplyChain chain) {
        return standing(chain)
                .flatMap(line -> line.facility().owner().stream())
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .map(owner -> lose(owner, owner.value()))
                .toList();
    }

    private static List<Scenario> countries(SupplyChain chain) {
        List<Scenario> groups = new ArrayList<>();
        for (CountryId country : chain.countries().keySet()) {
            List<Step> steps = new ArrayList<>();
            if (standing(chain).anyMatch(line -> line.country().equals(country))) {
                steps.add(Lose.of(Lines.of(country)));
            }
            if (chain.stocks().values().stream().map(Stock::holder).anyMatch(country::equals)) {
                steps.add(Lose.of(Stocks.of(country)));
            }
            if (chain.links().values().stream().map(Link::origin).anyMatch(country::equals)) {
                steps.add(Lose.of(Links.of().from(country)));
            }
            if (!steps.isEmpty() && country.isNamed()) {
                groups.add(scenario(country.value(), name(chain, country), steps));
            }
        }
        return groups;
    }

    private static List<Scenario> countriesAtStages(SupplyChain chain) {
        Map<String, Scenario> groups = new TreeMap<>();
        standing(chain)
                .forEach(line -> line.line().recipes().stream()
                        .flatMap(recipe -> chain.recipe(recipe).stage().stream())
                        .forEach(stage -> {
                            String key = line.country() + " " + word(stage);
                            groups.computeIfAbsent(
                                    key,
                                    any -> scenario(
                                            key,
                                            name(chain, line.country()) + ", " + word(stage),
                                            List.of(Lose.of(
                                                    Lines.of(line.country()).at(stage)))));
                        }));
        return ImmutableList.copyOf(groups.values());
    }

    private static List<Scenario> recipes(SupplyChain chain) {
        return standing(chain)
                .flatMap(line -> line.line().recipes().stream())
                .distinct()
                .sorted()
                .map(recipe -> lose(recipe, recipe.value()))
                .toList();
    }

    private static List<Scenario> links(SupplyChain chain) {
        return chain.links().values().stream()
                .map(link -> lose(link.id(), link.id().value()))
                .toList();
    }

    private static Scenario lose(Id id, String title) {
        return scenario(id instanceof OwnerId ? "owner " + id.value() : id.value(), title, List.of(Lose.of(id)));
    }

    private static Scenario scenario(String name, String title, List<Step> steps) {
        return Scenario.of(name).describedAs(title).then(steps.toArray(Step[]::new));
    }

    private static String name(SupplyChain chain, CountryId country) {
        return Objects.requireNonNull(chain.countries().get(country)).name();
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
