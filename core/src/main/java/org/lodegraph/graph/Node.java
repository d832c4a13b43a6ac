package org.lodegraph.graph;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.StockId;

/** One thing in a {@link SupplyGraph} that can be there or be lost. Nodes are values: equal ids, equal nodes. */
public sealed interface Node {

    /** What a node needs to be derivable. */
    enum Needs {
        /** Nothing: it is a source. */
        NOTHING,
        /** One of its suppliers: they are alternatives. */
        ANY,
        /** All of its inputs together. */
        ALL
    }

    /**
     * The node's name in files.
     *
     * @return unique in a graph; letters, digits and {@code . - : !}
     */
    String id();

    /**
     * The node's name for people.
     *
     * @return such as {@code gallium made in CHN}
     */
    String label();

    /**
     * What it takes to derive this node.
     *
     * @return ANY unless the kind of node says otherwise
     */
    default Needs needs() {
        return Needs.ANY;
    }

    /** A material somewhere. */
    sealed interface Place extends Node {
        /**
         * What is there.
         *
         * @return the material
         */
        MaterialId material();
    }

    /**
     * What a country's own lines and stocks made of a traded material. It stays or is shipped.
     *
     * @param material the material
     * @param country who made it
     */
    record Made(MaterialId material, CountryId country) implements Place {
        @Override
        public String id() {
            return "made:" + material + ":" + country;
        }

        @Override
        public String label() {
            return material + " made in " + country;
        }
    }

    /**
     * What can be used in a country: what it made, and what arrived. What arrived is not shipped again unless a link says
     * so, which makes trade one hop. For the rest of the world, what its consumers can use.
     *
     * @param material the material, traded or domestic
     * @param country where it can be used
     */
    record Usable(MaterialId material, CountryId country) implements Place {
        @Override
        public String id() {
            return "use:" + material + ":" + country;
        }

        @Override
        public String label() {
            return material + " in " + country;
        }
    }

    /**
     * A material that cannot leave its facility.
     *
     * @param material the material
     * @param facility where it stays
     */
    record OnSite(MaterialId material, FacilityId facility) implements Place {
        @Override
        public String id() {
            return "site:" + material + ":" + facility;
        }

        @Override
        public String label() {
            return material + " at " + facility;
        }
    }

    /**
     * Installed equipment: what each run on it needs beside materials.
     *
     * @param line the line
     * @param status RUNNING or IDLE; others are not in a graph
     */
    record Equipment(LineId line, Line.Status status) implements Node {
        @Override
        public String id() {
            return "line:" + line.facility() + ":" + line.line();
        }

        /**
         * Whether it stands still.
         *
         * @return true if it could run but does not
         */
        public boolean isIdle() {
            return status == Line.Status.IDLE;
        }

        @Override
        public String label() {
            return (isIdle() ? "idle line " : "line ") + line;
        }

        @Override
        public Needs needs() {
            return Needs.NOTHING;
        }
    }

    /**
     * A recipe run on a line: needs the equipment and every input.
     *
     * @param line the line
     * @param recipe the recipe
     */
    record Run(LineId line, RecipeId recipe) implements Node {
        @Override
        public String id() {
            return "run:" + line.facility() + ":" + line.line() + ":" + recipe;
        }

        @Override
        public String label() {
            return recipe + " on " + line;
        }

        @Override
        public Needs needs() {
            return Needs.ALL;
        }
    }

    /**
     * Free trade: where exporters that reach the same importers put what they ship.
     *
     * @param material the material
     * @param unreached importers that these exporters cannot reach freely, for a ban or because a link states that lane
     */
    record Pool(MaterialId material, Set<CountryId> unreached) implements Node {
        /** Copies the set. */
        public Pool {
            unreached = ImmutableSortedSet.copyOf(unreached);
        }

        @Override
        public String id() {
            return "pool:" + material + countries("!");
        }

        @Override
        public String label() {
            return "free trade in " + material + (unreached.isEmpty() ? "" : " but to" + countries(" "));
        }

        private String countries(String mark) {
            return unreached.stream().map(country -> mark + country).collect(Collectors.joining());
        }
    }

    /**
     * An explicit lane. Two links between the same countries are two lanes.
     *
     * @param link the link
     */
    record Lane(LinkId link) implements Node {
        @Override
        public String id() {
            return "link:" + link;
        }

        @Override
        public String label() {
            return "link " + link;
        }
    }

    /**
     * A stock above ground.
     *
     * @param stock the stock
     */
    record Store(StockId stock) implements Node {
        @Override
        public String id() {
            return "stock:" + stock;
        }

        @Override
        public String label() {
            return "stock " + stock;
        }

        @Override
        public Needs needs() {
            return Needs.NOTHING;
        }
    }

    /**
     * Where the chain ends: supply that is taken as unlimited.
     *
     * @param material the boundary material
     */
    record Boundary(MaterialId material) implements Node {
        @Override
        public String id() {
            return "boundary:" + material;
        }

        @Override
        public String label() {
            return material + " without limit";
        }

        @Override
        public Needs needs() {
            return Needs.NOTHING;
        }
    }

    /**
     * Another material that would do for a demand.
     *
     * @param demand the demand
     * @param material what stands in
     */
    record StandIn(DemandId demand, MaterialId material) implements Node {
        @Override
        public String id() {
            return "alternative:" + demand + ":" + material;
        }

        @Override
        public String label() {
            return material + " instead, for " + demand;
        }
    }

    /**
     * What a consumer wants.
     *
     * @param demand the demand
     */
    record Wanted(DemandId demand) implements Node {
        @Override
        public String id() {
            return "demand:" + demand;
        }

        @Override
        public String label() {
            return "demand " + demand;
        }
    }
}
