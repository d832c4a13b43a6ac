package org.lodegraph.flow;

import java.util.Optional;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Id;

/**
 * A limit that has a price: one ton more of it would raise delivery. Taken from a certified dual; where duals are not
 * unique it is one of them. Price times limit, summed over all that bind, is the amount delivered.
 *
 * @param kind what sort of limit
 * @param subject what it belongs to, such as a line or a policy; empty if nothing has a name
 * @param what the limit in words
 * @param figure the number behind the limit, with its source; empty for a ban
 * @param limit the limit as it was read, in {@link #unit}
 * @param price tons of delivery gained per ton more of the limit
 */
public record Binding(
        Kind kind, Optional<Id> subject, String what, Optional<Figure> figure, double limit, double price) {

    /** What sort of limit binds. */
    public enum Kind {
        /** A material that runs short somewhere. */
        BALANCE,
        /** What a line can make. */
        CAPACITY,
        /** What a demand wants. */
        DEMAND,
        /** What a policy lets pass. */
        POLICY,
        /** What a stock holds, or has room for. */
        STOCK,
        /** What a link carries. */
        LINK,
        /** What an alternative can take over. */
        ALTERNATIVE
    }

    /**
     * The unit of the limit.
     *
     * @return t/a on the basis of its figure; t/a alone where no figure in tons is behind it
     */
    public Unit unit() {
        return Unit.T_PER_A.of(figure.map(Figure::unit).map(Unit::basis).orElse(Basis.GROSS));
    }

    /**
     * The part of the delivery that this limit accounts for.
     *
     * @return price times limit, in t/a
     */
    public double contribution() {
        return price * limit;
    }
}
