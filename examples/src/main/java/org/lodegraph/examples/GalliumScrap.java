package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RecyclingCeiling.Answer;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.reference.Parameter;
import org.lodegraph.reference.Reference;
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
 * @param answers one for each use, by demand in 2035 over that of 2023: the four trajectories of the United States Department
 *     of Energy
 */
record GalliumScrap(Map<Double, List<Answer>> answers) implements Showable {

    private static final int YEAR = 2035;
    private static final Figure ALL = share(1, "the most there could be: one use, and nothing lost on the way");
    private static final Figure NONE = share(0, "asked of gallium that goes into products");

    /** By Weibull shape, how lifetimes spread about their mean; the shapes are ours. */
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

    static GalliumScrap of() {
        SupplyChain world = Metal.GALLIUM.chain(Reference.LAST_YEAR);
        Map<Double, List<Answer>> answers = new TreeMap<>();
        for (String trajectory : List.of("a", "b", "c", "d")) {
            Figure multiple =
                    Reference.fact("gallium-demand-2035-" + trajectory).figure();
            answers.put(
                    multiple.at(Reading.CENTRAL),
                    Arrays.stream(Only.values())
                            .map(use -> world.ask(asked(use, multiple)))
                            .toList());
        }
        return new GalliumScrap(answers);
    }

    private static RecyclingCeiling asked(Only use, Figure multiple) {
        String name = use.name().toLowerCase(Locale.ROOT);
        Figure growth = multiple.map(spread -> Spread.exact(Math.pow(spread.central(), 1.0 / (YEAR - 2023)) - 1));
        return RecyclingCeiling.of(Metal.GALLIUM.made(), growth)
                .and(Metal.GALLIUM.wanted())
                .after(parameter("gallium-growth-past"))
                .use(Use.of(name, ALL, parameter("gallium-life-" + name), use.shape)
                        .losing(NONE, NONE)
                        .recycling(ALL, ALL, ALL))
                .until(YEAR);
    }

    private static Figure parameter(String id) {
        return Reference.parameters().stream()
                .filter(parameter -> parameter.id().equals(id))
                .map(Parameter::figure)
                .findFirst()
                .orElseThrow();
    }

    private static Figure share(double part, String why) {
        return Figure.assumed(Spread.exact(part), Unit.SHARE, Source.ASSUMPTION, why);
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    /** The shares of each use in 2035, if demand is then so many times that of 2023. */
    List<Range> shares(double multiple) {
        return Objects.requireNonNull(answers.get(multiple)).stream()
                .map(answer -> answer.year(YEAR).share())
                .toList();
    }

    private Range anyMixture(double multiple) {
        return shares(multiple).stream().reduce(Range::hull).orElseThrow();
    }

    /** What even perfect recycling leaves open. */
    String headline() {
        return "If every gram of gallium in worn-out products came back, it would be %s of what goes into products in %s if demand is then 3 times that of 2023: %s if all went into chips, %s if into magnets. If demand is no larger, %s, because what wears out was bought when demand was smaller. In 2025 the United States recovered %s t."
                .formatted(
                        anyMixture(3),
                        YEAR,
                        shares(3).get(Only.CHIPS.ordinal()),
                        shares(3).get(Only.MAGNETS.ordinal()),
                        anyMixture(1),
                        Reference.fact("gallium-old-scrap-usa-2025")
                                .figure()
                                .range()
                                .text());
    }

    @Override
    public Report show() {
        List<Answer> all = answers.values().stream().flatMap(List::stream).toList();
        Figure products = parameter("gallium-in-products");
        Table table = Table.of(
                Caption.of("Old scrap over gallium that goes into products in %s, at most".formatted(YEAR))
                        .computedFrom(all.get(0).sources()),
                Table.Column.number("demand, times 2023", Unit.ONE),
                Table.Column.share("all in chips"),
                Table.Column.share("all in LEDs"),
                Table.Column.share("all in magnets"),
                Table.Column.share("all in solar panels"));
        for (double multiple : answers.keySet()) {
            table = table.row(Stream.concat(
                            Stream.of(Cell.number(multiple, Unit.ONE)),
                            shares(multiple).stream().map(Cell::of))
                    .toArray(Cell[]::new));
        }
        return Report.of(
                        "How far gallium scrap could go",
                        Note.finding(headline()),
                        table,
                        Note.warning(
                                "Lifetimes are assumed, and neither the parts of uses nor what is collected was found published: with these three the ranges would be narrow. Of the gallium used in 2011 only %s was in products (%s): most of the rest is new scrap, which comes back, in unpublished amounts, to those who lost it."
                                        .formatted(
                                                Tons.percent(products.range()),
                                                products.source().publisher())),
                        Note.method("Method: %s.".formatted(RecyclingCeiling.METHOD)))
                .citing(Stream.concat(
                                all.stream().flatMap(answer -> answer.sources().stream()), Stream.of(products.source()))
                        .toList())
                .assuming(all.stream()
                        .flatMap(answer -> answer.assumptions().stream())
                        .map(Assumption::premise)
                        .toList());
    }
}
