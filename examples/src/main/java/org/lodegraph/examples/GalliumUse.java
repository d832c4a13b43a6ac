package org.lodegraph.examples;

import java.util.Locale;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.reference.Parameter;
import org.lodegraph.reference.Reference;
import org.lodegraph.stock.Lifetime;

/**
 * A use of gallium, as if it were the only one, with every gram collected and recovered: nobody publishes how much goes into
 * which use. By Weibull shape, how lifetimes spread about their mean; the shapes are ours.
 */
enum GalliumUse {
    CHIPS(2),
    LEDS(2.5),
    MAGNETS(2.5),
    PANELS(5);

    /** To which the trajectories of demand reach. */
    static final int YEAR = 2035;

    private static final int FROM = 2023;
    private static final Figure ALL = share(1, "the most there could be: one use, and nothing lost on the way");
    private static final Figure NONE = share(0, "asked of gallium that goes into products");

    /** What the United States recovered of old scrap in 2025. */
    static final Figure RECOVERED = Reference.fact("gallium-old-scrap-usa-2025").figure();

    /** The part of the gallium used in 2011 that went into products. */
    static final Figure IN_PRODUCTS = parameter("gallium-in-products");

    private final Lifetime shape;

    GalliumUse(double shape) {
        this.shape = Lifetime.weibull(1, shape);
    }

    /**
     * How far its old scrap would go.
     *
     * @param multiple demand in {@link #YEAR} over that of 2023
     */
    RecyclingCeiling alone(Figure multiple) {
        String name = name().toLowerCase(Locale.ROOT);
        Figure growth = multiple.map(spread -> Spread.exact(Math.pow(spread.central(), 1.0 / (YEAR - FROM)) - 1));
        return RecyclingCeiling.of(Metal.GALLIUM.made(), growth)
                .and(Metal.GALLIUM.wanted())
                .after(parameter("gallium-growth-past"))
                .use(Use.of(name, ALL, parameter("gallium-life-" + name), shape)
                        .losing(NONE, NONE)
                        .recycling(ALL, ALL, ALL))
                .until(YEAR);
    }

    /** Which figures would make the answer narrow. */
    static String missing() {
        return "Lifetimes are assumed, and neither the parts of uses nor what is collected was found published: with these three the ranges would be narrow. Of the gallium used in 2011 only %s was in products (%s): most of the rest is new scrap, which comes back, in unpublished amounts, to those who lost it."
                .formatted(
                        Tons.percent(IN_PRODUCTS.range()), IN_PRODUCTS.source().publisher());
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
}
