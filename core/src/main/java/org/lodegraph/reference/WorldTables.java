package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.tables.Statistic;

/**
 * Any material of which world tables are known: each table is a step, with a line for each of its countries.
 *
 * <p>Where a tie says what a step takes of another, the step is fed by it, and by what else must have fed it
 * ({@link Balance}). Other steps stand side by side, and the chain lists that as an assumption, with what each makes. What the
 * United States use and import is known of some goods; everybody else together wants the rest.
 */
record WorldTables(String material) implements Part {

    @Override
    public void on(Draft draft) {
        List<Step> steps = draft.steps(material);
        if (steps.isEmpty()) {
            draft.assume(material, "no step is in the chain: by its tables nothing is made");
        }
        for (Step step : steps) {
            add(draft, step);
            reserves(draft, step);
        }
        List<Step> loose = steps.stream()
                .filter(step -> draft.ties().stream().noneMatch(tie -> step.isMadeBy(tie) || step.isFeedOf(tie)))
                .collect(toImmutableList());
        if (steps.size() > 1 && !loose.isEmpty()) {
            draft.assume(
                    material + " from step to step",
                    "not tied together (%s): scrap, stocks, other goods or another basis lie between, and no table by country says how much"
                            .formatted(loose.stream().map(WorldTables::made).collect(Collectors.joining(", "))));
        }
    }

    /** What a step makes: of the countries that are listed, and of the others if the table says so. */
    private static String made(Step step) {
        return "%s: %s %s%s"
                .formatted(
                        step.id(),
                        Numbers.brief(step.output().placesTotal()),
                        step.unit(),
                        step.output()
                                .findPositive(CountryId.NOWHERE)
                                .map(row -> " of the listed countries and %s of others"
                                        .formatted(Numbers.brief(Draft.low(row.figure()))))
                                .orElse(""));
    }

    private static void add(Draft draft, Step step) {
        draft.add(Material.of(step.id())
                .withName(step.title())
                .withForm(step.name().equals("mine") ? Form.CONCENTRATE : Form.REFINED)
                .withBasis(step.unit().basis()));
        Recipe recipe = Recipe.of(step.recipe()).makes(step.id()).stage(step.stage());
        for (Tie tie : draft.ties()) {
            if (step.isMadeBy(tie)) {
                String feed = Step.find(draft, tie.feed(), tie.feedStage(), tie.feedForm())
                        .orElseThrow()
                        .id();
                recipe = recipe.from(feed, tie.perTon());
            }
        }
        draft.add(recipe);
        Balance.of(draft, step).add();
        Optional<Series> capacity = step.table(draft, step.name(), Statistic.Kind.CAPACITY, step.unit());
        for (Statistic row : step.output().rows()) {
            Optional<Figure> most = capacity.flatMap(known -> known.find(row.country()))
                    .filter(Series::mayBePositive)
                    .map(draft::standing);
            if (!row.country().equals(Statistic.WORLD)) {
                line(draft, step, row, most).ifPresent(line -> draft.national(row.country(), line));
            }
        }
        List<Statistic> idle = capacity.stream()
                .flatMap(known -> known.rows().stream())
                .filter(row -> !row.country().equals(Statistic.WORLD)
                        && Series.mayBePositive(row)
                        && step.output().find(row.country()).isEmpty())
                .collect(toImmutableList());
        idle.forEach(row -> draft.national(row.country(), idle(step, draft.standing(row))));
        if (!idle.isEmpty()) {
            draft.assume(
                    "output of %s where only a capacity is listed".formatted(step.id()),
                    "taken as nothing: "
                            + idle.stream()
                                    .map(row -> row.hasPlace() ? draft.name(row.country()) : "other countries")
                                    .collect(Collectors.joining(", ")));
        }
    }

    /**
     * A line that runs as in its year; idle where nothing was made; of any size where nobody says how much. Where only the
     * output has a number, it is the capacity too.
     */
    private static Optional<Line> line(Draft draft, Step step, Statistic row, Optional<Figure> most) {
        Figure made = draft.standing(row);
        if (!made.isKnown()) {
            return Optional.of(Line.of(step.recipe(), Capacity.nameplate(most.orElse(made)))
                    .output(made));
        }
        if (!Series.isPositive(row)) {
            return most.map(figure -> idle(step, figure));
        }
        Optional<Figure> published = most.filter(Figure::isKnown);
        published.ifPresent(figure -> draft.compareWithCapacity(step.id(), row.country(), made, figure));
        return Optional.of(
                Line.of(step.recipe(), Capacity.nameplate(published.orElseGet(() -> AluminaPart.onlyOutput(made))))
                        .output(made));
    }

    private static Line idle(Step step, Figure most) {
        return Line.of(step.recipe(), Capacity.nameplate(most)).status(Line.Status.IDLE);
    }

    /** What lies in the ground, where it is counted as what is mined. */
    private static void reserves(Draft draft, Step step) {
        if (step.name().equals("mine")) {
            step.table(
                            draft,
                            "reserve",
                            Statistic.Kind.RESERVES,
                            Unit.T.of(step.unit().basis()))
                    .ifPresent(series -> AluminaPart.reserves(draft, series, step.id()));
        }
    }
}
