package org.lodegraph.graph;

import java.util.Locale;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Role;

/** One node's part in another, in the direction in which material moves. Arcs are values, told apart by their ends. */
public sealed interface Arc {

    /**
     * Where it starts.
     *
     * @return the supplier
     */
    Node source();

    /**
     * Where it ends.
     *
     * @return what is supplied
     */
    Node target();

    /**
     * The arc's name for people.
     *
     * @return such as {@code feeds 2}
     */
    String label();

    /**
     * An input of a run.
     *
     * @param source where the material is taken
     * @param target the run
     * @param coefficient tons per ton of the recipe's reference material
     */
    record Feeds(Node.Place source, Node.Run target, Figure coefficient) implements Arc {
        @Override
        public String label() {
            return "feeds " + coefficient.range();
        }
    }

    /**
     * Equipment that a run needs.
     *
     * @param source the line
     * @param target the run
     */
    record Equips(Node.Equipment source, Node.Run target) implements Arc {
        @Override
        public String label() {
            return "equips";
        }
    }

    /**
     * An output of a run.
     *
     * @param source the run
     * @param target where the material comes out
     * @param role what the output is to those who run the recipe
     * @param coefficient tons per ton of the recipe's reference material; exactly 1 for the reference material itself
     */
    record Yields(Node.Run source, Node.Place target, Role role, Figure coefficient) implements Arc {
        @Override
        public String label() {
            return "yields " + coefficient.range() + " as " + role.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A source that brings a material without making it: a stock or a boundary.
     *
     * @param source the stock or boundary
     * @param target where the material can be taken
     */
    record Brings(Node source, Node.Place target) implements Arc {
        @Override
        public String label() {
            return "brings";
        }
    }

    /**
     * A material moves on unchanged: it stays at home, goes through a pool of free trade, or over a link.
     *
     * @param source a place, pool or lane
     * @param target a place, pool or lane
     */
    record Ships(Node source, Node target) implements Arc {
        @Override
        public String label() {
            return "ships";
        }
    }

    /**
     * A material serves a demand, itself or as an alternative.
     *
     * @param source a place, or an alternative
     * @param target the demand, or an alternative
     */
    record Serves(Node source, Node target) implements Arc {
        @Override
        public String label() {
            return "serves";
        }
    }
}
