package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import org.lodegraph.measure.Range;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.LineId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Role;

/**
 * A material that comes along with a host, and how: alumina =companion=&gt; gallium, by the Bayer process and a circuit
 * on its liquor.
 *
 * @param host the product that pays
 * @param companion the first material on the way that can leave the facility
 * @param role what the stream is to those who run the host recipe, COMPANION or WASTE
 * @param recipes the host recipe, then the recipes that take the stream from there
 * @param streams what passes between them, then the companion; as many as recipes
 * @param perTon tons of companion per ton of host, if every stream is taken whole
 * @param sites the facilities where the host recipe can run, by id
 */
public record ByProductLink(
        MaterialId host,
        MaterialId companion,
        Role role,
        List<RecipeId> recipes,
        List<MaterialId> streams,
        Range perTon,
        List<Site> sites) {

    /** Copies the lists. */
    public ByProductLink {
        recipes = ImmutableList.copyOf(recipes);
        streams = ImmutableList.copyOf(streams);
        sites = ImmutableList.copyOf(sites);
    }

    /**
     * A facility where the host recipe can run.
     *
     * @param facility the facility
     * @param lines for each recipe of the link, the lines there that can run it, idle ones too; maybe none
     */
    public record Site(FacilityId facility, List<List<LineId>> lines) {
        /** Copies the lists. */
        public Site {
            lines = lines.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
        }

        /**
         * Whether every recipe of the link is installed here.
         *
         * @return false if the companion is thrown away for want of equipment
         */
        public boolean isComplete() {
            return lines.stream().noneMatch(List::isEmpty);
        }

        /**
         * The lines that make the host.
         *
         * @return at least one
         */
        public List<LineId> hostLines() {
            return lines.get(0);
        }

        /**
         * The lines that make the companion.
         *
         * @return none if nobody takes it here
         */
        public List<LineId> companionLines() {
            return lines.get(lines.size() - 1);
        }
    }

    @Override
    public String toString() {
        return "%s =%s=> %s".formatted(host, role.name().toLowerCase(Locale.ROOT), companion);
    }
}
