package org.lodegraph.scenario;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Stock;
import org.lodegraph.model.StockId;
import org.lodegraph.model.SupplyChain;

/**
 * Stocks: all of a material, in a country, of an owner, or several of these at once.
 * {@code Stocks.of(material("gallium"), country("USA"))}.
 *
 * @param where ids of stocks, materials, holders (countries or blocs) or owners; each must fit
 */
public record Stocks(Set<Id> where) implements Selection {

    /**
     * Puts the ids in order.
     *
     * @throws IllegalArgumentException if an id is of a kind that stocks know nothing of
     */
    public Stocks {
        where = Criteria.of("stocks", where, List.of(StockId.class, MaterialId.class, Party.class, OwnerId.class));
    }

    /** Stocks that fit each of the ids. */
    public static Stocks of(Id... where) {
        return new Stocks(ImmutableSet.copyOf(where));
    }

    /**
     * The stocks that fit on the chain's date, by id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public List<Stock> in(SupplyChain chain) {
        return Criteria.choose(
                chain, this, chain.stocks(), stock -> where.stream().allMatch(id -> fits(chain, stock, id)));
    }

    private static boolean fits(SupplyChain chain, Stock stock, Id id) {
        if (id instanceof Party party) {
            return chain.members(party).contains(stock.holder());
        }
        if (id instanceof OwnerId owner) {
            return stock.owner().equals(Optional.of(owner));
        }
        return id.equals(stock.id()) || id.equals(stock.material());
    }

    @Override
    public String toString() {
        return Criteria.words(
                "stocks",
                where,
                id -> id instanceof StockId
                        ? "named"
                        : id instanceof Party ? "in" : id instanceof OwnerId ? "owned by" : "of");
    }
}
