package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.query.CompanionProgram.Best;
import org.lodegraph.query.CompanionProgram.Step;
import org.lodegraph.query.CompanionProgram.Term;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * Steps of a site that share streams or lines with each other, and with no other step there. Most bundles are a path: one
 * stream, taken step by step. Then what can be made is the smaller of two amounts, and no program is needed to say why.
 */
final class CompanionBundle {

    private final CompanionSite site;
    private final CompanionWays ways;
    private final LineFigures figures;
    private final ImmutableList<Step> steps;

    private CompanionBundle(CompanionSite site, List<Step> steps) {
        this.site = site;
        this.ways = site.ways();
        this.figures = site.figures();
        this.steps = ImmutableList.copyOf(steps);
    }

    /** The bundles of a site. A host line that runs one recipe or another ties together what they leave. */
    static ImmutableList<CompanionBundle> of(CompanionSite site) {
        List<Set<Object>> tied = new ArrayList<>();
        for (Step step : site.steps()) {
            tie(tied, keys(site.ways(), step));
        }
        for (InstalledLine host : site.hosts()) {
            List<Recipe> recipes = site.recipesOf(host);
            if (recipes.size() > 1) {
                tie(
                        tied,
                        recipes.stream()
                                .flatMap(recipe -> site.ways().left(recipe).stream())
                                .collect(toImmutableSet()));
            }
        }
        return tied.stream()
                .map(keys -> site.steps().stream()
                        .filter(step -> !Sets.intersection(keys, keys(site.ways(), step))
                                .isEmpty())
                        .toList())
                .filter(steps -> !steps.isEmpty())
                .map(steps -> new CompanionBundle(site, steps))
                .collect(toImmutableList());
    }

    private static void tie(List<Set<Object>> tied, Set<?> keys) {
        Set<Object> all = new LinkedHashSet<>(keys);
        tied.removeIf(other -> {
            boolean meets = other.stream().anyMatch(keys::contains);
            if (meets) {
                all.addAll(other);
            }
            return meets;
        });
        tied.add(all);
    }

    private static Set<Object> keys(CompanionWays ways, Step step) {
        return ImmutableSet.builder()
                .add(step.line().orElseThrow().id())
                .addAll(ways.takes(step.recipe()))
                .addAll(ways.makes(step.recipe()).stream()
                        .filter(made -> !made.equals(ways.companion()))
                        .toList())
                .build();
    }

    Unit unit() {
        return ways.unit();
    }

    private boolean isFree() {
        return recipes().stream().allMatch(recipe -> ways.takes(recipe).isEmpty());
    }

    /** Whether some of the hosts that run there leave something that it takes. */
    boolean isFedBy(Predicate<Recipe> host) {
        return site.leftBy(host)
                .anyMatch(stream ->
                        recipes().stream().anyMatch(recipe -> ways.takes(recipe).contains(stream)));
    }

    /** This, and if some of it can live on something else too, what is left if there is none of that. */
    ImmutableList<CompanionBundle> readings() {
        List<Step> fed = steps.stream()
                .filter(step -> !ways.takes(step.recipe()).isEmpty())
                .toList();
        return fed.size() == steps.size() || fed.isEmpty()
                ? ImmutableList.of(this)
                : ImmutableList.of(this, new CompanionBundle(site, fed));
    }

    private ImmutableSet<Recipe> recipes() {
        return steps.stream().map(Step::recipe).collect(toImmutableSet());
    }

    private ImmutableList<InstalledLine> lines(Predicate<Recipe> which) {
        return steps.stream()
                .filter(step -> which.test(step.recipe()))
                .map(step -> step.line().orElseThrow())
                .distinct()
                .collect(toImmutableList());
    }

    /** Its recipes from the host on, if it is a path. */
    Optional<List<Recipe>> path() {
        ImmutableSet<Recipe> recipes = recipes();
        List<MaterialId> taken =
                recipes.stream().flatMap(recipe -> ways.takes(recipe).stream()).toList();
        List<MaterialId> made =
                recipes.stream().flatMap(recipe -> ways.makes(recipe).stream()).toList();
        boolean one = recipes.stream()
                .allMatch(recipe ->
                        ways.takes(recipe).size() == 1 && ways.makes(recipe).size() == 1);
        if (!one
                || lines(recipe -> true).size() < steps.size()
                || ImmutableSet.copyOf(taken).size() < recipes.size()
                || ImmutableSet.copyOf(made).size() < recipes.size()
                || !made.contains(ways.companion())
                || taken.stream().filter(this::isLeft).anyMatch(made::contains)) {
            return Optional.empty();
        }
        List<Recipe> path = new ArrayList<>();
        MaterialId next = ways.companion();
        while (made.contains(next)) {
            Recipe step = recipes.asList().get(made.indexOf(next));
            path.add(0, step);
            next = taken.get(recipes.asList().indexOf(step));
        }
        return Optional.of(ImmutableList.copyOf(path));
    }

    private boolean isLeft(MaterialId stream) {
        return site.leftBy(recipe -> true).anyMatch(stream::equals);
    }

    /** What can be made, if hosts run so many times as they do. */
    Range supply(ToDoubleFunction<Recipe> runs) {
        return Range.spanning(
                best(runs, Reading.LOW).tons(), best(runs, Reading.HIGH).tons(), ways.unit());
    }

    private Best best(ToDoubleFunction<Recipe> runs, Reading end) {
        return site.best(new CompanionProgram(ways, figures, steps), runs, end, end);
    }

    /** What its circuits made. */
    Range made() {
        return site.made(lines(ways.circuits()::contains), supply(CompanionSite.AS_IT_RUNS));
    }

    /** Of a path: what some of the host recipes that run there could give. */
    Tree.Node given(List<Recipe> path, Predicate<Recipe> which) {
        MaterialId head = ways.takes(path.get(0)).asList().get(0);
        return site.given(
                "what hosts could give",
                recipe -> ways.left(recipe).contains(head),
                recipe -> perTon(recipe, head, path, which));
    }

    private Tree.Node perTon(Recipe host, MaterialId head, List<Recipe> path, Predicate<Recipe> which) {
        if (!ways.left(host).contains(head) || !which.test(host)) {
            return site.none(host);
        }
        return Derivation.product(
                site.perTonLabel(host),
                Unit.ONE,
                Stream.concat(
                                Stream.of(figures.perTonOf(host, head)),
                                path.stream().map(this::recovered))
                        .toArray(Tree.Node[]::new));
    }

    private Tree.Node recovered(Recipe step) {
        return Derivation.quotient(
                "recovered by recipe '%s'".formatted(step.id()),
                Unit.ONE,
                figures.perTonOf(step, ways.makes(step).asList().get(0)),
                figures.neededOf(step, ways.takes(step).asList().get(0)));
    }

    /** Of a path: the least that one of its steps lets through. */
    Tree.Node taken(List<Recipe> path) {
        List<Tree.Node> caps = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            Recipe step = path.get(at);
            boolean last = at == path.size() - 1;
            Tree.Node all = Derivation.sum(
                    last ? "what circuits could take" : "what step '%s' could take".formatted(step.id()),
                    figures.rate(step.reference()),
                    lines(step::equals).stream().map(figures::capacityOf).toList());
            List<Tree.Node> factors = new ArrayList<>(List.of(all));
            if (!last) {
                factors.add(figures.perTonOf(step, ways.makes(step).asList().get(0)));
                path.subList(at + 1, path.size()).forEach(later -> factors.add(recovered(later)));
            }
            caps.add(
                    last
                            ? all
                            : Derivation.product(
                                    "%s through step '%s'".formatted(ways.companion(), step.id()),
                                    ways.unit(),
                                    factors.toArray(new Tree.Node[0])));
        }
        return Derivation.least("what all steps let through", caps.toArray(new Tree.Node[0]));
    }

    /** Its recipes. */
    @Override
    public String toString() {
        return recipes().stream().map(recipe -> recipe.id().value()).collect(joining(", "));
    }

    /** How what can be made comes about. */
    Tree.Node derivation(String label) {
        if (isFree()) {
            return Derivation.sum(
                    label,
                    ways.unit(),
                    lines(ways.circuits()::contains).stream()
                            .map(figures::capacityOf)
                            .toList());
        }
        return path().map(path -> Derivation.least(label, given(path, recipe -> true), taken(path)))
                .orElseGet(() -> bindings(label, CompanionSite.AS_IT_RUNS));
    }

    /** How what can be made comes about if hosts run so many times as they do: what binds, as price times limit. */
    Tree.Node bindings(String label, ToDoubleFunction<Recipe> runs) {
        Best least = best(runs, Reading.LOW);
        Best most = best(runs, Reading.HIGH);
        return least.equals(most)
                ? terms(label, least)
                : Derivation.any(
                        label,
                        ImmutableList.of(
                                terms("figures at their least favorable", least),
                                terms("figures at their most favorable", most)));
    }

    /** Price x limit of all that binds: by duality that is what can be made. */
    private Tree.Node terms(String label, Best best) {
        return Double.isInfinite(best.tons())
                ? Derivation.given(label, Range.exactly(best.tons(), ways.unit()), "nothing known limits it")
                : Derivation.sum(
                        label,
                        ways.unit(),
                        best.terms().stream().map(this::term).toList());
    }

    private Tree.Node term(Term term) {
        Tree.Node limit =
                term.stream().map(this::left).orElseGet(() -> full(term.line().orElseThrow()));
        return new Tree.Node(
                term.stream().isPresent() ? "stream %s".formatted(limit.label()) : limit.label(),
                Cell.number(Numbers.published(term.price() * term.limit()), ways.unit()),
                "%s x %s"
                        .formatted(
                                Numbers.brief(Numbers.published(term.price())),
                                Numbers.brief(Numbers.published(term.limit()))),
                ImmutableList.of(limit));
    }

    private Tree.Node full(LineId id) {
        return lines(recipe -> true).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .map(figures::capacityOf)
                .orElseGet(() -> site.hosts().stream()
                        .filter(line -> line.id().equals(id))
                        .findFirst()
                        .map(figures::outputOf)
                        .orElseThrow());
    }

    private Tree.Node left(MaterialId stream) {
        return Derivation.sum(
                stream.value(),
                figures.rate(stream),
                site.hosts().stream()
                        .filter(line -> site.recipesOf(line).stream()
                                .anyMatch(recipe -> ways.left(recipe).contains(stream)))
                        .map(line -> figures.of(
                                figures.outputOf(line),
                                line,
                                stream,
                                recipe -> ways.left(recipe).contains(stream)))
                        .toList());
    }
}
