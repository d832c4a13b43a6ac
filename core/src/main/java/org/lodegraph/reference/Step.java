package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;
import org.lodegraph.tables.Statistic;

/**
 * A world table of output, as a step of a chain.
 *
 * @param material the table's material
 * @param name the publisher's stage
 * @param form the publisher's product; may be empty
 * @param id what the chain calls its goods
 * @param output the table
 */
record Step(String material, String name, String form, String id, Series output) {

    /** Whether there is a table to build on. */
    static boolean exists(Catalog catalog, String material) {
        return catalog.statistics(material).stream().anyMatch(Step::isOutput);
    }

    private static boolean isOutput(Statistic row) {
        return row.kind() == Statistic.Kind.PRODUCTION && row.hasPlace();
    }

    /** From the mine on; of several tables about one year, each form is a step of its own. */
    static List<Step> of(Draft draft, String material) {
        List<Statistic> tables = draft.catalog().statistics(material).stream()
                .filter(Step::isOutput)
                .sorted(Comparator.comparing((Statistic row) -> stage(row.stage()))
                        .thenComparing(Statistic::form))
                .toList();
        if (tables.isEmpty()) {
            return ImmutableList.of();
        }
        Stage last = stage(tables.get(tables.size() - 1).stage());
        return tables.stream()
                .map(row -> ImmutableList.of(row.stage(), row.form()))
                .distinct()
                .map(key -> of(draft, material, key.get(0), key.get(1), last))
                .filter(step -> step.output.places().stream().anyMatch(Series::mayBePositive))
                .collect(toImmutableList());
    }

    private static Step of(Draft draft, String material, String name, String form, Stage last) {
        String goods = Draft.slug(form);
        String id = goods.startsWith(material) ? goods : Draft.slug(material + " " + goods);
        return new Step(
                material,
                name,
                form,
                stage(name) == last ? id : id + "-" + name,
                draft.series(material, name, form, Statistic.Kind.PRODUCTION));
    }

    static Optional<Step> find(Draft draft, MaterialId material, String name, String form) {
        return draft.steps(material.value()).stream()
                .filter(step -> step.name.equals(name) && step.form.equals(form))
                .findFirst();
    }

    private static Stage stage(String name) {
        Stage stage = Statistic.steps().get(name);
        if (stage == null) {
            throw new IllegalArgumentException("Stage '%s' of a world table: not known. Maybe one of %s."
                    .formatted(name, String.join(", ", Statistic.steps().keySet())));
        }
        return stage;
    }

    Stage stage() {
        return stage(name);
    }

    Unit unit() {
        return output.rows().get(0).figure().unit();
    }

    String recipe() {
        return "%s-%s".formatted(id, name);
    }

    /** For people, such as {@code manganese, ore (mine)}. */
    String title() {
        return "%s%s (%s)"
                .formatted(material.replace('-', ' '), form.isEmpty() ? "" : ", " + form, name.replace('-', ' '));
    }

    boolean isFeedOf(Tie tie) {
        return tie.feed().value().equals(material)
                && tie.feedStage().equals(name)
                && tie.feedForm().equals(form);
    }

    boolean isMadeBy(Tie tie) {
        return tie.material().value().equals(material)
                && tie.stage().equals(name)
                && tie.form().equals(form);
    }

    boolean isOf(UsGoods goods) {
        return goods.material().value().equals(material)
                && goods.stage().equals(name)
                && goods.form().equals(form);
    }

    /** A table of something else about the same goods; empty if there is none, or it counts another thing than this does. */
    Optional<Series> table(Draft draft, String stage, Statistic.Kind kind, Unit unit) {
        boolean has = draft.catalog().statistics(material).stream()
                .anyMatch(row -> row.kind() == kind
                        && row.stage().equals(stage)
                        && row.form().equals(form));
        return Optional.of(this)
                .filter(any -> has)
                .map(any -> draft.series(material, stage, form, kind))
                .filter(series -> {
                    boolean isOne = series.rows().get(0).figure().unit().equals(unit);
                    if (!isOne) {
                        draft.leave(series);
                    }
                    return isOne;
                });
    }
}
