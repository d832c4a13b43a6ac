package org.lodegraph.flow;

import java.util.Locale;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.LineId;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.StockId;

/** What one column of the program means. Amounts are t/a of the named or implied material. */
sealed interface Move {

    /** A line runs a recipe on goods with some marks. */
    record Run(LineId line, RecipeId recipe, int marks) implements Move {}

    /** A companion is taken from a run; the rest is discarded. */
    record Take(LineId line, RecipeId recipe, MaterialId material, int marks) implements Move {}

    /** What a country made stays there to be used. */
    record Keep(MaterialId material, CountryId country, int marks) implements Move {}

    /** What a country made goes into the pool of its exporters. */
    record Export(MaterialId material, CountryId country, int pool, int marks) implements Move {}

    /** A country draws from a pool of exporters. */
    record Import(MaterialId material, int pool, CountryId country, int marks) implements Move {}

    /** An explicit lane. */
    record Via(LinkId link, int marks) implements Move {}

    /** Goods with fewer marks are used where more marks are allowed. */
    record Mix(MaterialId material, String place, int fewer, int more) implements Move {}

    /** A demand is served, counted in tons of the wanted material. */
    record Serve(DemandId demand, MaterialId material, String place, int marks) implements Move {}

    /** A demand goes short. */
    record Unmet(DemandId demand) implements Move {}

    /** A stock is drawn. */
    record Release(StockId stock) implements Move {}

    /** A stock is filled. */
    record Store(StockId stock, int marks) implements Move {}

    /** Whether an outage stops it. */
    default boolean isLostIn(Outage outage) {
        if (this instanceof Run run) {
            return outage.stops(run.line, run.recipe);
        } else if (this instanceof Via via) {
            return outage.links().contains(via.link);
        } else if (this instanceof Release release) {
            return outage.stocks().contains(release.stock);
        }
        return this instanceof Store store && outage.stocks().contains(store.stock);
    }

    /** The name of a move in messages. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT)
                + toString().substring(getClass().getSimpleName().length());
    }
}
