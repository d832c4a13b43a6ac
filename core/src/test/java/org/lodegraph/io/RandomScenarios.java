package org.lodegraph.io;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Policy;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.Stage;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Demands;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lift;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Links;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Release;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.scenario.Selection;
import org.lodegraph.scenario.Step;
import org.lodegraph.scenario.Stocks;
import org.lodegraph.scenario.Suppose;

/** Random scenarios with every kind of step, about the entities of a random chain. */
final class RandomScenarios {

    private final SplittableRandom random;
    private final List<Entity> entities;

    private RandomScenarios(long seed) {
        random = new SplittableRandom(seed);
        entities = RandomChains.chain(seed, 2).entities();
    }

    static Scenario scenario(long seed) {
        var source = new RandomScenarios(seed);
        var steps = new ArrayList<Scenario.Dated>();
        var day = LocalDate.of(2020, 1, 1);
        for (int i = 0; i < source.random.nextInt(8); i++) {
            day = day.plusDays(source.random.nextInt(100));
            steps.add(new Scenario.Dated(
                    source.random.nextBoolean() ? Optional.of(day) : Optional.empty(), source.step()));
        }
        return new Scenario(source.pick(List.of("a \"ban\"", "=1", "'", "two\nlines")), source.text(), steps);
    }

    /** Up to four random scenarios, told apart by what follows their names. */
    static List<Scenario> list(long seed) {
        var scenarios = new ArrayList<Scenario>();
        int size = new SplittableRandom(seed).nextInt(5);
        for (int i = 0; i < size; i++) {
            var scenario = scenario(4 * seed + i);
            scenarios.add(new Scenario(scenario.name() + i, scenario.description(), scenario.steps()));
        }
        return scenarios;
    }

    private Step step() {
        return switch (random.nextInt(9)) {
            case 7 ->
                new Suppose(
                        pick(List.of("RATE usa", "NEEDED bayer bauxite")),
                        random.nextBoolean() ? Optional.empty() : Optional.of(figure()));
            case 0 -> policy().<Step>map(Impose::new).orElse(Draw.of(random.nextLong(), -1));
            case 1 ->
                new Lift(
                        Ids.policy("CN-2024"),
                        pick(List.of(
                                Window.ALWAYS,
                                Window.from(LocalDate.of(2025, 11, 10)),
                                Window.between(LocalDate.of(2025, 11, 10), LocalDate.of(2026, 11, 10)))));
            case 2 -> new Lose(selection());
            case 3 -> new Add(List.of(part(), part(), part()).subList(0, random.nextInt(4)));
            case 4 -> Scale.capacity(random.nextBoolean() ? lines() : links(), random.nextDouble() * 1e-6);
            case 5 -> Scale.demand(demands(), random.nextInt(3));
            case 6 ->
                new Release(
                        Ids.stock("dla"),
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(Quantity.of(
                                        Math.exp(random.nextDouble()),
                                        pick(List.of(Unit.KG, Unit.T.of(Basis.contained("Ga")))))),
                        1 + random.nextInt(400));
            default -> Draw.of(random.nextLong(), random.nextLong());
        };
    }

    private Figure figure() {
        return pick(List.of(
                Figure.unknown(Unit.T_PER_A, "no table"),
                Figure.stated(random.nextDouble(), Unit.ONE),
                Figure.assumed(
                        Spread.between(1, 1 + random.nextDouble()),
                        Unit.T_PER_A.of(Basis.contained("Ga")),
                        Source.of("note-7", "A \"note\""),
                        "a guess")));
    }

    private Add.Part part() {
        var line = Ids.line("vaudreuil/ga-circuit");
        return switch (random.nextInt(4)) {
            case 0 -> new Add.Start(line, random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.MAX));
            case 1 ->
                entities.stream()
                        .filter(Facility.class::isInstance)
                        .map(entity -> ((Facility) entity).lines().get(0))
                        .findFirst()
                        .<Add.Part>map(there -> new Add.Extension(Ids.facility("x"), there))
                        .orElseThrow();
            default -> new Add.Whole(pick(entities));
        };
    }

    private Optional<Policy> policy() {
        return entities.stream()
                .filter(Policy.class::isInstance)
                .map(Policy.class::cast)
                .findFirst();
    }

    private Selection selection() {
        return pick(List.of(lines(), stocks(), links(), demands()));
    }

    private Lines lines() {
        return new Lines(
                ids(
                        Ids.line("a/b"),
                        Ids.facility("a"),
                        Ids.owner("o"),
                        Ids.country("CHN"),
                        Ids.bloc("XYZ"),
                        Ids.recipe("r"),
                        Ids.material("m")),
                random.nextBoolean() ? Optional.empty() : Optional.of(Stage.REFINING));
    }

    private Stocks stocks() {
        return new Stocks(ids(Ids.stock("s"), Ids.material("m"), Ids.country("USA"), Ids.owner("o")));
    }

    private Links links() {
        return new Links(
                ids(Ids.link("l"), Ids.material("m")),
                random.nextBoolean() ? Optional.empty() : Optional.of(Ids.bloc("XYZ")),
                random.nextBoolean() ? Optional.empty() : Optional.of(Ids.country("USA")));
    }

    private Demands demands() {
        return new Demands(
                ids(Ids.demand("d"), Ids.material("m"), Ids.country("USA")),
                random.nextBoolean() ? Optional.empty() : Optional.of(text()));
    }

    private ImmutableSet<Id> ids(Id... all) {
        return List.of(all).stream().filter(id -> random.nextInt(3) == 0).collect(ImmutableSet.toImmutableSet());
    }

    private String text() {
        return pick(List.of("", "infrared optics", "=1", "'", " ", "\u0001"));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
