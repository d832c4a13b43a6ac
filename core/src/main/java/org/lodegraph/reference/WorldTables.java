package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.tables.Statistic;

/**
 * Any material of which nothing is known but its world tables: each table is a step, with a line for each of its countries.
 *
 * <p>Steps stand side by side: what is refined also comes of scrap and stocks, and often is other goods on another basis, of
 * which no table by country says how much. The chain lists that as an assumption, with what each step makes.
 */
record WorldTables(String material) implements Part {

    private static final ImmutableMap<String, Stage> STAGES = ImmutableMap.of(
            "mine", Stage.EXTRACTION,
            "smelter", Stage.SMELTING,
            "primary-refinery", Stage.REFINING,
            "refinery", Stage.REFINING,
            "chemical", Stage.CHEMICAL);

    /** A table of output, and what the chain calls its goods. */
    private record Step(String stage, String form, String id, Series output) {

        Unit unit() {
            return output.rows().get(0).figure().unit();
        }

        String recipe() {
            return "%s-%s".formatted(id, stage);
        }
    }

    /** Whether there is a table to build on. */
    static boolean has(Catalog catalog, String material) {
        return catalog.statistics().stream().anyMatch(row -> isOutput(row, material));
    }

    private static boolean isOutput(Statistic row, String material) {
        return row.kind() == Statistic.Kind.PRODUCTION
                && row.material().equals(new MaterialId(material))
                && row.hasPlace();
    }

    @Override
    public void on(Draft draft) {
        List<Step> steps = steps(draft);
        for (Step step : steps) {
            add(draft, step);
            reserves(draft, step);
        }
        if (steps.size() > 1) {
            draft.assume(
                    material + " from step to step",
                    "not tied together (%s): scrap, stocks, other goods or another basis lie between, and no table by country says how much"
                            .formatted(String.join(
                                    ", ",
                                    steps.stream()
                                            .map(step -> "%s: %s %s"
                                                    .formatted(
                                                            step.id,
                                                            Numbers.brief(step.output.placesTotal()),
                                                            step.unit()))
                                            .toList())));
        }
    }

    /** From the mine on; of several tables about one year, each form is a step of its own. */
    private List<Step> steps(Draft draft) {
        List<Statistic> tables = draft.catalog().statistics().stream()
                .filter(row -> isOutput(row, material))
                .sorted(Comparator.comparing((Statistic row) -> stage(row.stage()))
                        .thenComparing(Statistic::form))
                .toList();
        Stage last = stage(tables.get(tables.size() - 1).stage());
        return tables.stream()
                .map(row -> ImmutableList.of(row.stage(), row.form()))
                .distinct()
                .map(key -> step(draft, key.get(0), key.get(1), last))
                .filter(step -> step.output.placesTotal() > 0)
                .collect(toImmutableList());
    }

    private Step step(Draft draft, String stage, String form, Stage last) {
        String goods = Draft.slug(form);
        String id = goods.startsWith(material) ? goods : Draft.slug(material + " " + goods);
        return new Step(
                stage,
                form,
                stage(stage) == last ? id : id + "-" + stage,
                draft.series(material, stage, form, Statistic.Kind.PRODUCTION));
    }

    private static Stage stage(String name) {
        Stage stage = STAGES.get(name);
        if (stage == null) {
            throw new IllegalArgumentException("Stage '%s' of a world table: not known. Maybe one of %s."
                    .formatted(name, String.join(", ", STAGES.keySet())));
        }
        return stage;
    }

    private void add(Draft draft, Step step) {
        draft.add(Material.of(step.id)
                .withName("%s%s (%s)"
                        .formatted(
                                material.replace('-', ' '),
                                step.form.isEmpty() ? "" : ", " + step.form,
                                step.stage.replace('-', ' ')))
                .withForm(step.stage.equals("mine") ? Form.CONCENTRATE : Form.REFINED)
                .withBasis(step.unit().basis()));
        draft.add(
                Recipe.of(step.recipe()).makes(step.id).stage(stage(step.stage)),
                Demand.remainder(
                        step.id,
                        Figure.assumed(
                                Spread.exact(step.output.placesTotal()),
                                step.unit(),
                                step.output.rows().get(0).figure().source(),
                                "users take what the listed countries make: no table of use by country")));
        Optional<Series> capacity = table(draft, step, step.stage, Statistic.Kind.CAPACITY, step.unit());
        for (Statistic row : step.output.rows()) {
            Optional<Figure> most =
                    capacity.flatMap(known -> known.findPositive(row.country())).map(draft::standing);
            boolean runs = Series.isPositive(row);
            if (!row.figure().isKnown() && row.hasPlace()) {
                draft.assume("%s in %s".formatted(step.id, draft.name(row.country())), leftOut(row.figure()));
            }
            if (!row.country().equals(Statistic.WORLD) && (runs || most.isPresent())) {
                draft.national(row.country(), line(draft, step, row, most, runs));
            }
        }
    }

    /** Nobody says how much: a line without any limit would drown all others. */
    private static String leftOut(Figure unknown) {
        return "output not published, so there is no line: %s".formatted(((Figure.Unknown) unknown).note());
    }

    private Line line(Draft draft, Step step, Statistic row, Optional<Figure> most, boolean runs) {
        if (!runs) {
            return Line.of(step.recipe(), Capacity.nameplate(most.orElseThrow()))
                    .status(Line.Status.IDLE);
        }
        Figure made = draft.standing(row);
        most.ifPresent(figure -> draft.compareWithCapacity(step.id, row.country(), made, figure));
        return Line.of(step.recipe(), Capacity.nameplate(most.orElseGet(() -> AluminaPart.onlyOutput(made))))
                .output(made);
    }

    /** Empty if there is no table, or the one that is taken counts something else than output does. */
    private Optional<Series> table(Draft draft, Step step, String stage, Statistic.Kind kind, Unit unit) {
        boolean has = draft.catalog().statistics().stream()
                .anyMatch(row -> row.kind() == kind
                        && row.material().equals(new MaterialId(material))
                        && row.stage().equals(stage)
                        && row.form().equals(step.form));
        return Optional.of(step)
                .filter(any -> has)
                .map(any -> draft.series(material, stage, step.form, kind))
                .filter(series -> series.rows().get(0).figure().unit().equals(unit));
    }

    /** What lies in the ground, where it is counted as what is mined. */
    private void reserves(Draft draft, Step step) {
        if (step.stage.equals("mine")) {
            table(
                            draft,
                            step,
                            "reserve",
                            Statistic.Kind.RESERVES,
                            Unit.T.of(step.unit().basis()))
                    .ifPresent(series -> AluminaPart.reserves(draft, series, step.id));
        }
    }
}
