package org.lodegraph.model;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;

/**
 * How much of its reference material a line can make in a year. Utilization is output over effective capacity.
 *
 * @param nameplate by design, in t/a
 * @param effective after availability, in t/a; where it is missing the nameplate is read, a listed assumption
 * @param permitted by licence, in t/a; caps the other two
 */
public record Capacity(Optional<Figure> nameplate, Optional<Figure> effective, Optional<Figure> permitted) {

    /**
     * Design capacity.
     *
     * @param figure in t/a
     * @return the capacity
     */
    public static Capacity nameplate(Figure figure) {
        return new Capacity(Optional.of(figure), Optional.empty(), Optional.empty());
    }

    /**
     * A capacity that nobody has published.
     *
     * @param why the reason
     * @return the capacity: 0 up to whatever the facility allows
     */
    public static Capacity unknown(String why) {
        return nameplate(Figure.unknown(Unit.T_PER_A, why));
    }

    /**
     * A copy with an effective capacity.
     *
     * @param figure in t/a
     * @return the copy
     */
    public Capacity effective(Figure figure) {
        return new Capacity(nameplate, Optional.of(figure), permitted);
    }

    /**
     * A copy with a permitted capacity.
     *
     * @param figure in t/a
     * @return the copy
     */
    public Capacity permitted(Figure figure) {
        return new Capacity(nameplate, effective, Optional.of(figure));
    }

    /**
     * The figure that says what the line can make before permits: effective, else nameplate.
     *
     * @return empty if neither is given
     */
    public Optional<Figure> usable() {
        return effective.or(() -> nameplate);
    }

    Capacity mapFigures(LineId line, FigureMap map) {
        return new Capacity(
                nameplate.map(figure -> map.apply(new FigurePlace(line, FigurePlace.Kind.NAMEPLATE), figure)),
                effective.map(figure -> map.apply(new FigurePlace(line, FigurePlace.Kind.EFFECTIVE), figure)),
                permitted.map(figure -> map.apply(new FigurePlace(line, FigurePlace.Kind.PERMITTED), figure)));
    }
}
