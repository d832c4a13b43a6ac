package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * How far would gallium from worn-out products go against growing demand, if every gram were collected and recovered? Nobody
 * publishes how much goes into which use, so each is asked as if it were the only one: any mixture lies between.
 *
 * @param trajectories how demand may grow
 */
record GalliumScrap(List<Trajectory> trajectories) implements Showable {

    static GalliumScrap of() {
        return new GalliumScrap(Trajectory.in(Metal.GALLIUM.chain(Reference.LAST_YEAR)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** The trajectory on which demand in 2035 is so many times that of 2023. */
    Trajectory times(double multiple) {
        return trajectories.stream()
                .filter(trajectory -> trajectory.multiple() == multiple)
                .findFirst()
                .orElseThrow();
    }

    /** What even perfect recycling leaves open. */
    String headline() {
        return "If every gram of gallium in worn-out products came back, it would be %s of what goes into products in %s if demand is then 3 times that of 2023: %s if all went into chips, %s if into magnets. If demand is no larger, %s, because what wears out was bought when demand was smaller. In 2025 the United States recovered %s t."
                .formatted(
                        times(3).anyMixture(),
                        GalliumUse.YEAR,
                        times(3).share(GalliumUse.CHIPS),
                        times(3).share(GalliumUse.MAGNETS),
                        times(1).anyMixture(),
                        GalliumUse.RECOVERED.range().text());
    }

    @Override
    public Report show() {
        Report all = Report.joining(
                "How far gallium scrap could go",
                trajectories.stream()
                        .flatMap(trajectory -> trajectory.uses().stream())
                        .toArray(Answer[]::new));
        Table table = Table.of(
                Caption.of("Old scrap over gallium that goes into products in %s, at most".formatted(GalliumUse.YEAR))
                        .computedFrom(all.sources()),
                Table.Column.number("demand, times 2023", Unit.ONE),
                Table.Column.share("all in chips"),
                Table.Column.share("all in LEDs"),
                Table.Column.share("all in magnets"),
                Table.Column.share("all in solar panels"));
        for (Trajectory trajectory : trajectories) {
            table = table.row(trajectory.cells());
        }
        return Report.of(
                        all.title(),
                        Note.finding(headline()),
                        table,
                        Note.warning(GalliumUse.missing()),
                        Note.method("Each use as if it were the only one: any mixture lies between. Method: %s."
                                .formatted(RecyclingCeiling.METHOD)))
                .citing(all.sources())
                .citing(List.of(GalliumUse.IN_PRODUCTS.source()))
                .assuming(all.premises());
    }
}
