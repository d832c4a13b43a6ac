package org.lodegraph.model;

import java.util.List;
import java.util.SplittableRandom;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/** Random figures, sources and texts, some of them unfriendly. */
final class RandomFigures {

    private static final List<String> TEXTS = List.of(
            "gallium",
            "a, b",
            "say \"4N\"",
            "two\nlines",
            " spaced ",
            "=1+1",
            "-5",
            "'quoted",
            "'",
            "Gallium (\u93b5)",
            "<b>&amp;</b>",
            "\ud83d\udc8e");

    private static final Source MCS =
            Source.of("mcs", "Mineral Commodity Summaries").by("USGS");
    private static final List<Source> SOURCES = List.of(
            Source.STATED,
            Source.ASSUMPTION,
            MCS.edition("2025").at("gallium, p. 74"),
            MCS.edition("2026").licensed("US public domain", ""),
            MCS.edition("2026").at("germanium"),
            Source.of("bgs", "World Mineral Production").licensed("as acknowledged", "Contains BGS materials"),
            Source.of(" odd id ", "A title, with a comma").url("https://example.org/?a=1&b=2"));

    private static final Unit SHORT_TONS_A_YEAR = new Unit("short ton/a", Dimension.MASS_RATE, 0.90718474, Basis.GROSS);
    private static final Unit SHORT_TONS = new Unit("short ton", Dimension.MASS, 0.90718474, Basis.GROSS);

    private final SplittableRandom random;

    RandomFigures(SplittableRandom random) {
        this.random = random;
    }

    String text() {
        return pick(TEXTS);
    }

    String note() {
        return random.nextInt(3) > 0 ? "" : text();
    }

    String reason() {
        return "not published, " + text();
    }

    Source source() {
        return pick(SOURCES);
    }

    Unit rate(Basis basis) {
        return pick(List.of(Unit.T_PER_A, Unit.T_PER_A, Unit.KG_PER_A, Unit.KT_PER_A, SHORT_TONS_A_YEAR))
                .of(basis);
    }

    Unit mass(Basis basis) {
        return pick(List.of(Unit.T, Unit.T, Unit.KG, SHORT_TONS)).of(basis);
    }

    /** From 1e-3 to 1e6, with all its digits. */
    Figure amount(Unit unit) {
        return known(Math.pow(10, 9 * random.nextDouble() - 3), unit);
    }

    /** A positive ratio of masses. */
    Figure coefficient() {
        return known(0.1 + 5 * random.nextDouble(), Unit.ONE);
    }

    /** A share below 1, as a ratio, in percent or in parts per million. */
    Figure share() {
        Unit unit = pick(List.of(Unit.ONE, Unit.SHARE, Unit.PERCENT, Unit.PPM));
        double share = 0.01 + 0.5 * random.nextDouble();
        return known(
                random.nextInt(5) == 0 ? Spread.exact(share / unit.factor()) : between(share / unit.factor()), unit);
    }

    Figure maybeUnknown(Figure figure) {
        return random.nextInt(3) > 0 ? figure : new Figure.Unknown(figure.unit(), source(), reason());
    }

    private static Spread between(double middle) {
        return Spread.between(middle * 0.8, middle * 1.2);
    }

    private Figure known(double middle, Unit unit) {
        return known(
                switch (random.nextInt(6)) {
                    case 0 -> between(middle);
                    case 1 -> Spread.triangular(middle * 0.5, middle, middle * 1.25);
                    case 2 -> Spread.lognormal(middle, 0.05 + 0.3 * random.nextDouble());
                    case 3 -> Spread.exact(Math.ceil(middle));
                    default -> Spread.exact(middle);
                },
                unit);
    }

    private Figure known(Spread spread, Unit unit) {
        return switch (random.nextInt(4)) {
            case 0 -> Figure.assumed(spread, unit, source(), reason());
            case 1 -> Figure.estimated(spread, unit, source());
            case 2 -> Figure.stated(spread.central(), unit);
            default -> new Figure.Known(spread, unit, source(), Figure.Status.REPORTED, note());
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
