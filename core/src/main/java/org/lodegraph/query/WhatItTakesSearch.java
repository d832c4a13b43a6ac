package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.flow.Response;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.WhatItTakes.Answer;
import org.lodegraph.query.WhatItTakes.Kind;
import org.lodegraph.query.WhatItTakes.Outlet;
import org.lodegraph.query.WhatItTakes.Route;
import org.lodegraph.query.WhatItTakes.Step;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Goes from a companion back to its hosts, and on to the mines. Used once. */
final class WhatItTakesSearch {

    private final WhatItTakes question;
    private final SupplyChain chain;
    private final Run run;
    private final ImmutableSet<CountryId> makers;
    private final Technology technology;
    private final LineFigures figures;
    private final Set<MaterialId> loops = new LinkedHashSet<>();

    WhatItTakesSearch(WhatItTakes question, SupplyChain chain, Run run) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        this.makers = ImmutableSet.copyOf(
                question.where().map(chain::members).orElse(chain.countries().keySet()));
        this.technology = Technology.of(chain);
        this.figures = new LineFigures(chain);
    }

    Answer answer() {
        run.check();
        chain.material(question.material());
        List<Route> routes = ByProductLinks.of(chain).to(question.material()).stream()
                .map(this::route)
                .collect(toImmutableList());
        if (routes.isEmpty()) {
            throw new IllegalArgumentException(
                    "By-product '%s': it comes along with no host. Maybe let a recipe that is asHost() yield it, or a stream of mobility SITE that it is made from."
                            .formatted(question.material()));
        }
        return new Answer(
                question,
                figures.years(),
                chain.date(),
                makers,
                routes,
                loops,
                figures.sources(),
                figures.assumptions());
    }

    private Route route(ByProductLink link) {
        run.check();
        Tree.Node need = Derivation.given(
                "%s wanted".formatted(question.material()),
                Range.exactly(question.tons(), unit(question.material())),
                "as asked");
        Map<MaterialId, Tree.Node> inputs = new LinkedHashMap<>();
        List<Step> circuits = new ArrayList<>();
        for (int at = link.recipes().size() - 1; at > 0; at--) {
            Recipe recipe = chain.recipe(link.recipes().get(at));
            MaterialId stream = link.streams().get(at - 1);
            Tree.Node runs = per(need, recipe, link.streams().get(at));
            circuits.add(step(Kind.CIRCUIT, recipe, recipe.reference(), runs, runs));
            need = of(runs, recipe, stream);
            take(inputs, recipe, runs, stream);
        }
        Recipe host = chain.recipe(link.recipes().get(0));
        Tree.Node runs = runs(host, per(need, host, link.streams().get(0)), inputs);
        Tree.Node made = host.reference().equals(link.host())
                ? runs
                : Derivation.product(
                        "%s made".formatted(link.host()), unit(link.host()), runs, figures.perTonOf(host, link.host()));
        take(inputs, host, runs, host.reference());
        List<Step> steps = new ArrayList<>(supply(inputs));
        steps.add(step(Kind.HOST, host, link.host(), made, runs));
        steps.addAll(Lists.reverse(circuits));
        return new Route(link, steps, outlet(link.host(), made.amount()));
    }

    /** What the host must run: for its stream, and for whatever else of it the circuits take, which it makes by the way. */
    private Tree.Node runs(Recipe host, Tree.Node forStream, Map<MaterialId, Tree.Node> inputs) {
        List<Tree.Node> claims = new ArrayList<>(ImmutableList.of(forStream));
        for (MaterialId made : host.materials()) {
            Tree.Node taken = host.makes(made) && !host.inputs().containsKey(made) ? inputs.remove(made) : null;
            if (taken != null) {
                claims.add(per(taken, host, made));
            }
        }
        return Derivation.most("recipe '%s' runs".formatted(host.id()), claims);
    }

    /** Adds what a recipe takes besides its stream. */
    private void take(Map<MaterialId, Tree.Node> inputs, Recipe recipe, Tree.Node runs, MaterialId stream) {
        recipe.inputs().keySet().stream()
                .filter(input -> !input.equals(stream))
                .forEach(input -> inputs.merge(
                        input,
                        of(runs, recipe, input),
                        (one, other) -> Derivation.sum(
                                "%s needed".formatted(input), unit(input), ImmutableList.of(one, other))));
    }

    /** What it takes to make some inputs, from the mine on. */
    private List<Step> supply(Map<MaterialId, Tree.Node> inputs) {
        Map<MaterialId, Step> steps = new LinkedHashMap<>();
        inputs.forEach((input, tons) -> {
            run.check();
            GapLadder ladder = new GapLadder(chain, input, figures);
            ladder
                    .rungs(
                            tons.amount(),
                            tons,
                            new GapSupply.Counted(
                                    makers, chain.date(), Response.SURGE, Double.POSITIVE_INFINITY, 0, false))
                    .stream()
                    .map(this::supply)
                    .forEach(step -> steps.merge(step.material(), step, WhatItTakesSearch::joined));
            loops.addAll(ladder.loops());
        });
        return new ArrayList<>(steps.values());
    }

    private Step supply(CapacityGaps.Rung rung) {
        Tree.Node need = needed(rung);
        return new Step(
                Kind.SUPPLY,
                rung.material(),
                chain.recipes().values().stream()
                        .filter(recipe -> recipe.makes(rung.material()))
                        .map(Recipe::id)
                        .collect(toImmutableSet()),
                rung.unlimited(),
                need,
                rung.permitting(),
                rung.idle(),
                rung.planned(),
                rung.unlimited() ? Optional.empty() : power(rung.material(), need));
    }

    /** Other recipes may give a part, but serve several claims only once. */
    private static Tree.Node needed(CapacityGaps.Rung rung) {
        return rung.throughput().high() > rung.need().high()
                ? Derivation.between(
                        "%s needed".formatted(rung.material()),
                        rung.needing(),
                        Derivation.given(
                                "if no other recipe gives any",
                                rung.throughput(),
                                "recipes multiplied from step to step"))
                : rung.needing();
    }

    /** One run of a recipe may meet both needs, so together they are no less than the larger. */
    private static Step joined(Step one, Step other) {
        return new Step(
                one.kind(),
                one.material(),
                one.recipes(),
                one.unlimited(),
                Derivation.jointly(
                        "%s needed".formatted(one.material()), ImmutableList.of(one.needing(), other.needing())),
                one.having(),
                one.idle(),
                one.planned(),
                one.power()
                        .flatMap(power -> other.power()
                                .map(more -> new Range(
                                        Math.max(power.low(), more.low()), power.high() + more.high(), power.unit()))));
    }

    private Step step(Kind kind, Recipe recipe, MaterialId material, Tree.Node need, Tree.Node runs) {
        return new Step(
                kind,
                material,
                ImmutableSet.of(recipe.id()),
                false,
                need,
                capacity(recipe, material, line -> runs(line)),
                capacity(recipe, material, line -> line.isPresentOn(chain.date()) && has(line, Line.Status.IDLE))
                        .amount(),
                capacity(
                                recipe,
                                material,
                                line -> has(line, Line.Status.PLANNED)
                                        || has(line, Line.Status.RUNNING) && !line.isPresentOn(chain.date()))
                        .amount(),
                power(recipe, runs.amount()));
    }

    /** The electricity of so many tons of the reference material; empty if nobody says. */
    private Optional<Range> power(Recipe recipe, Range runs) {
        Unit perTon = Unit.MWH_PER_T.of(chain.material(recipe.reference()).basis());
        return recipe.power()
                .map(figure -> figures.read(new FigurePlace(recipe.id(), FigurePlace.Kind.POWER), figure, perTon))
                .map(power -> runs.times(power, Unit.MWH_PER_A));
    }

    /** That of whichever recipe makes some tons of a material. */
    private Optional<Range> power(MaterialId material, Tree.Node tons) {
        List<Optional<Range>> all = chain.recipes().values().stream()
                .filter(recipe -> recipe.makes(material))
                .map(recipe -> power(recipe, per(tons, recipe, material).amount()))
                .toList();
        return all.stream().allMatch(Optional::isPresent)
                ? all.stream().flatMap(Optional::stream).reduce(Range::hull)
                : Optional.empty();
    }

    private boolean runs(InstalledLine line) {
        return line.isPresentOn(chain.date()) && has(line, Line.Status.RUNNING);
    }

    private static boolean has(InstalledLine line, Line.Status status) {
        return line.line().status() == status;
    }

    /** What lines there that can and may run a recipe could make by it. */
    private Tree.Node capacity(Recipe recipe, MaterialId material, Predicate<InstalledLine> which) {
        return Derivation.sum(
                "lines that make it there",
                unit(material),
                chain.lines().values().stream()
                        .filter(line -> makers.contains(line.country()) && which.test(line))
                        .filter(line -> technology.recipes(line).contains(recipe))
                        .map(line -> recipe.reference().equals(material)
                                ? figures.capacityOf(line)
                                : Derivation.product(
                                        "%s by line '%s'".formatted(material, line.id()),
                                        unit(material),
                                        figures.capacityOf(line),
                                        figures.perTonOf(recipe, material)))
                        .toList());
    }

    private Outlet outlet(MaterialId product, Range made) {
        Range own = used(product, true);
        Range abroad = used(product, false);
        Range elsewhere = sum(
                product,
                chain.linesMaking(product).stream()
                        .filter(line -> !makers.contains(line.country()) && figures.isSeen(line))
                        .map(line -> figures.made(line, product, recipe -> recipe.makes(product))));
        Range rest = wanted(product, chain.demandsFor(product).stream().filter(WhatItTakesSearch::isAnybodys));
        if (question.where().isEmpty()) {
            return new Outlet(product, made, own.plus(rest), nothing(product), nothing(product), nothing(product));
        }
        Range taken = abroad.plus(rest);
        return new Outlet(product, made, own, taken.beyond(elsewhere), taken, rest);
    }

    private Range nothing(MaterialId material) {
        return Range.exactly(0, unit(material));
    }

    /** What is wanted by name of a material, and what running lines work up, there or elsewhere. */
    private Range used(MaterialId product, boolean there) {
        Range wanted = wanted(
                product,
                chain.demandsFor(product).stream()
                        .filter(demand -> !isAnybodys(demand) && makers.contains(demand.consumer()) == there));
        return wanted.plus(sum(
                product,
                chain.linesUsing(product).stream()
                        .filter(line -> runs(line) && makers.contains(line.country()) == there)
                        .map(line -> workedUp(line, product))));
    }

    /** At least what was seen, at most what the line can. It may run any recipe that no policy keeps from it. */
    private Range workedUp(InstalledLine line, MaterialId product) {
        Range perTon = technology.recipes(line).stream()
                .map(recipe -> recipe.inputs().containsKey(product)
                        ? figures.needed(recipe, product)
                        : Range.exactly(0, Unit.ONE))
                .reduce(Range::hull)
                .orElse(Range.exactly(0, Unit.ONE));
        Range output = figures.output(line);
        double most = Math.max(output.high(), figures.capacity(line).high());
        return of(new Range(output.low(), most, output.unit()), perTon, product);
    }

    private static boolean isAnybodys(Demand demand) {
        return demand.consumer().equals(CountryId.REST);
    }

    private Range wanted(MaterialId product, Stream<Demand> demands) {
        return sum(
                product,
                demands.map(demand -> figures.read(
                        new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), unit(product))));
    }

    private Range sum(MaterialId material, Stream<Range> parts) {
        return parts.reduce(nothing(material), Range::plus);
    }

    /** So much of another material, at so much of it per ton. */
    private Range of(Range tons, Range perTon, MaterialId material) {
        return tons.times(perTon, unit(material));
    }

    /** How much of an input some runs of a recipe take. */
    private Tree.Node of(Tree.Node runs, Recipe recipe, MaterialId input) {
        return Derivation.product(
                "%s that recipe '%s' takes".formatted(input, recipe.id()),
                unit(input),
                runs,
                figures.neededOf(recipe, input));
    }

    /** How often a recipe must run that gives so much per ton. */
    private Tree.Node per(Tree.Node tons, Recipe recipe, MaterialId made) {
        return recipe.reference().equals(made)
                ? tons
                : Derivation.quotient(
                        "%s that recipe '%s' makes beside it".formatted(recipe.reference(), recipe.id()),
                        unit(recipe.reference()),
                        tons,
                        figures.perTonOf(recipe, made));
    }

    private Unit unit(MaterialId material) {
        return chain.material(material).rateUnit();
    }
}
