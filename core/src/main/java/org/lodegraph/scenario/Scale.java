package org.lodegraph.scenario;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Id;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;

/**
 * Something grows or shrinks by a factor: {@code Scale.capacity(country("CHN"), 0.5)}. Scaled figures keep their source and
 * become assumptions; unknown figures stay unknown. Where a capacity shrinks, what the line was seen to make shrinks with it
 * as far as it must.
 *
 * @param what which of their figures
 * @param of what is scaled
 * @param factor what figures are multiplied by, positive or zero; 0.5 halves
 */
public record Scale(What what, Selection of, double factor) implements Step {

    /** Which figure is scaled. */
    public enum What {
        /**
         * What lines can make (nameplate and effective, not the permit) or links can carry. A line makes at most its share of
         * what it could make before: of its capacity, or of its output if more was seen.
         */
        CAPACITY,
        /** What lines were seen to make. */
        OUTPUT,
        /** What is demanded. */
        RATE,
        /** What is in stock. */
        AMOUNT
    }

    /**
     * Checks that the selection has such a figure.
     *
     * @throws IllegalArgumentException if it has not, or the factor is negative or not finite
     */
    public Scale {
        boolean fits = switch (what) {
            case CAPACITY -> of instanceof Lines || of instanceof Links;
            case OUTPUT -> of instanceof Lines;
            case RATE -> of instanceof Demands;
            case AMOUNT -> of instanceof Stocks;
        };
        if (!fits) {
            throw new IllegalArgumentException(
                    "Scale '%s': they have no %s. Maybe %s.".formatted(of, word(what), cure(what)));
        }
        if (!(factor >= 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "Scale '%s': cannot be multiplied by %s. Maybe a factor of 0 or above.".formatted(of, factor));
        }
        factor += 0.0;
    }

    /** Capacities of lines or links. */
    public static Scale capacity(Selection of, double factor) {
        return new Scale(What.CAPACITY, of, factor);
    }

    /** Capacities of a link, or of the lines that have to do with an id. */
    public static Scale capacity(Id id, double factor) {
        return capacity(Selection.of(id), factor);
    }

    /** Observed outputs of lines. */
    public static Scale output(Lines of, double factor) {
        return new Scale(What.OUTPUT, of, factor);
    }

    /** Observed outputs of the lines that have to do with an id. */
    public static Scale output(Id id, double factor) {
        return output(Lines.of(id), factor);
    }

    /** Rates of demands. */
    public static Scale demand(Demands of, double factor) {
        return new Scale(What.RATE, of, factor);
    }

    /** Rates of the demands that have to do with an id. */
    public static Scale demand(Id id, double factor) {
        return demand(Demands.of(id), factor);
    }

    /** Amounts of stocks. */
    public static Scale stock(Stocks of, double factor) {
        return new Scale(What.AMOUNT, of, factor);
    }

    /** Amounts of the stocks that have to do with an id. */
    public static Scale stock(Id id, double factor) {
        return stock(Stocks.of(id), factor);
    }

    /**
     * The chain after the change.
     *
     * @throws IllegalArgumentException if the chain has nothing of this kind
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        if (of instanceof Lines lines) {
            Map<LineId, Line> changed = new LinkedHashMap<>();
            lines.in(chain).forEach(installed -> changed.put(installed.id(), scaled(installed.line())));
            return Changed.lines(chain, changed);
        }
        SupplyChain.Builder builder = chain.toBuilder();
        if (of instanceof Links links) {
            links.in(chain)
                    .forEach(link ->
                            builder.put(link.withCapacity(link.capacity().map(this::scaled))));
        } else if (of instanceof Demands demands) {
            demands.in(chain).forEach(demand -> builder.put(demand.withRate(scaled(demand.rate()))));
        } else if (of instanceof Stocks stocks) {
            stocks.in(chain).forEach(stock -> builder.put(stock.withAmount(scaled(stock.amount()))));
        }
        return builder.build();
    }

    private Line scaled(Line line) {
        if (what == What.OUTPUT) {
            return line.withOutput(line.output().map(this::scaled));
        }
        Capacity capacity = line.capacity();
        Capacity scaled = new Capacity(
                capacity.nameplate().map(this::scaled), capacity.effective().map(this::scaled), capacity.permitted());
        return line.withCapacity(scaled)
                .withOutput(line.output()
                        .map(output -> capacity.usable()
                                .map(usable -> left(output, usable))
                                .orElse(output)));
    }

    /** An output that is no more than what is left of what the line could make. */
    private Figure left(Figure output, Figure usable) {
        if (factor >= 1 || !(output instanceof Figure.Known made) || !(usable instanceof Figure.Known makes)) {
            return output;
        }
        Spread could = makes.spread().times(makes.unit().factor() / made.unit().factor());
        Spread limited = least(made.spread(), most(made.spread(), could).times(factor));
        return limited.equals(made.spread()) ? output : Changed.figure(output, this, before -> limited);
    }

    private static Spread least(Spread one, Spread other) {
        if (one.high() <= other.low() || other.high() <= one.low()) {
            return one.high() <= other.low() ? one : other;
        }
        return Spread.between(Math.min(one.low(), other.low()), Math.min(one.high(), other.high()));
    }

    private static Spread most(Spread one, Spread other) {
        if (one.low() >= other.high() || other.low() >= one.high()) {
            return one.low() >= other.high() ? one : other;
        }
        return Spread.between(Math.max(one.low(), other.low()), Math.max(one.high(), other.high()));
    }

    private Figure scaled(Figure figure) {
        return Changed.figure(figure, this, spread -> spread.times(factor));
    }

    private static String word(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private static String cure(What what) {
        return switch (what) {
            case CAPACITY -> "select lines or links";
            case OUTPUT -> "select lines";
            case RATE -> "select demands";
            case AMOUNT -> "select stocks";
        };
    }

    @Override
    public String toString() {
        return "scale the %s of %s by %s".formatted(word(what), of, Numbers.exact(factor));
    }
}
