package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.reference.Parameter;
import org.lodegraph.reference.Reference;
import org.lodegraph.reference.Statistic;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.stock.Lifetime;

/**
 * How far would gallium from worn-out products go against growing demand, if every gram were collected and recovered? Nobody
 * publishes how much goes into which use, so each is asked as if it were the only one: any mixture lies between.
 *
 * @param rows for the four trajectories of demand to 2035 of the United States Department of Energy, slowest first
 */
record GalliumScrap(List<Row> rows) implements Showable {

    private static final int YEAR = 2035;

    /** How lifetimes spread about their mean: Weibull shapes, ours. */
    private enum Only {
        CHIPS(2),
        LEDS(2.5),
        MAGNETS(2.5),
        PANELS(5);

        private final Lifetime shape;

        Only(double shape) {
            this.shape = Lifetime.weibull(1, shape);
        }
    }

    /**
     * One trajectory.
     *
     * @param multiple demand in 2035 over that of 2023
     * @param answers one for each use
     */
    record Row(Figure multiple, List<Answer> answers) {

        Range share(Only use) {
            return answers.get(use.ordinal()).year(YEAR).share();
        }

        Range anyMixture() {
            return Arrays.stream(Only.values())
                    .map(this::share)
                    .reduce(Range::hull)
                    .orElseThrow();
        }
    }

    static GalliumScrap of() {
        return new GalliumScrap(Stream.of("a", "b", "c", "d")
                .map(name -> Reference.fact("gallium-demand-2035-" + name).figure())
                .map(multiple -> new Row(
                        multiple,
                        Arrays.stream(Only.values())
                                .map(use -> asked(multiple, use))
                                .toList()))
                .toList());
    }

    private static Answer asked(Figure multiple, Only use) {
        Figure all = assumed(1, "the most there could be: nothing is lost on the way");
        Figure none = assumed(0, "asked of gallium that goes into products");
        double growth = rate(1, multiple.at(Reading.CENTRAL), YEAR - 2023);
        Use only = Use.of(
                        use.name().toLowerCase(Locale.ROOT),
                        assumed(1, "asked as if it were the only use"),
                        parameter("gallium-life-" + use.name().toLowerCase(Locale.ROOT)),
                        use.shape)
                .losing(none, none)
                .recycling(all, all, all);
        return Metal.GALLIUM
                .chain(Reference.LAST_YEAR)
                .ask(RecyclingCeiling.of(Metal.GALLIUM.made(), Figure.figure(growth, Unit.ONE, multiple.source()))
                        .and(Metal.GALLIUM.wanted())
                        .after(past())
                        .use(only)
                        .until(YEAR));
    }

    private static Figure parameter(String id) {
        return Reference.parameters().stream()
                .filter(parameter -> parameter.id().equals(id))
                .map(Parameter::figure)
                .findFirst()
                .orElseThrow();
    }

    /** At least from what was used in 2013 at most, at most as in the last four years. */
    private static Figure past() {
        Figure use = Reference.fact("gallium-consumption-world-2013").figure();
        return Figure.assumed(
                Spread.between(rate(use.at(Reading.HIGH), made(2025), 12), rate(made(2021), made(2025), 4)),
                Unit.ONE,
                use.source(),
                "from world use in 2013 to output in 2025, and of output from 2021 to 2025");
    }

    private static double rate(double from, double to, int years) {
        return Math.pow(to / from, 1.0 / years) - 1;
    }

    private static double made(int year) {
        return Reference.statistics().stream()
                .filter(row -> row.material().equals(Metal.GALLIUM.made()) && row.kind() == Statistic.Kind.PRODUCTION)
                .filter(row -> row.year() == year && row.hasPlace())
                .mapToDouble(row -> row.figure().at(Reading.CENTRAL))
                .sum();
    }

    private static Figure assumed(double share, String why) {
        return Figure.assumed(Spread.exact(share), Unit.SHARE, Source.ASSUMPTION, why);
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    /** What even perfect recycling leaves open. */
    String headline() {
        Row still = rows.get(0);
        Row triple = rows.get(2);
        return "If every gram of gallium in worn-out products came back, it would be %s of what goes into products in %s if demand is then %s times that of 2023: %s if all went into chips, %s if into magnets. If demand is no larger, %s, because what wears out was bought when demand was smaller. In 2025 the United States recovered %s t."
                .formatted(
                        triple.anyMixture(),
                        YEAR,
                        triple.multiple.range().text(),
                        triple.share(Only.CHIPS),
                        triple.share(Only.MAGNETS),
                        still.anyMixture(),
                        Reference.fact("gallium-old-scrap-usa-2025")
                                .figure()
                                .range()
                                .text());
    }

    @Override
    public Report show() {
        List<Answer> answers =
                rows.stream().flatMap(row -> row.answers.stream()).toList();
        Figure products = parameter("gallium-in-products");
        Table table = Table.of(
                Caption.of("Old scrap over gallium that goes into products in %s, at most".formatted(YEAR))
                        .computedFrom(answers.get(0).sources()),
                Table.Column.number("demand, times 2023", Unit.ONE),
                Table.Column.share("all in chips"),
                Table.Column.share("all in LEDs"),
                Table.Column.share("all in magnets"),
                Table.Column.share("all in solar panels"));
        for (Row row : rows) {
            table = table.row(Stream.concat(
                            Stream.of(Cell.of(row.multiple.range())),
                            Arrays.stream(Only.values()).map(use -> Cell.of(row.share(use))))
                    .toArray(Cell[]::new));
        }
        return Report.of(
                        "How far gallium scrap could go",
                        Note.finding(headline()),
                        table,
                        Note.warning(
                                "Lifetimes are assumed, and neither the parts of uses nor what is collected was found published: with these three the ranges would close. Of the gallium used in 2011 only %s was in products (%s): most of the rest is new scrap, which comes back, in unpublished amounts, to those who lost it."
                                        .formatted(
                                                Tons.percent(products.range()),
                                                products.source().publisher())),
                        Note.method("Method: %s.".formatted(RecyclingCeiling.METHOD)))
                .citing(answers.stream()
                        .flatMap(answer -> answer.sources().stream())
                        .toList())
                .citing(List.of(products.source()))
                .assuming(answers.stream()
                        .flatMap(answer -> answer.assumptions().stream())
                        .map(Assumption::premise)
                        .toList());
    }
}
