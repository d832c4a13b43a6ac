package org.lodegraph.io;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Link;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.Stock;
import org.lodegraph.model.StockId;

/** {@code stocks.csv} and {@code links.csv}: where material lies and on which lanes it moves. */
final class StoreSheets {

    static final Sheet STOCKS = Sheet.of("stocks.csv", "id", "material", "holder")
            .optional("kind")
            .figure("amount")
            .figure("room")
            .optional("owner", "note");
    static final Sheet LINKS = Sheet.of("links.csv", "id", "material", "origin", "destination")
            .figure("capacity")
            .figure("cost")
            .figure("observed")
            .flag("reexport")
            .optional("note");

    private StoreSheets() {}

    static void write(Collection<Stock> stocks, Collection<Link> links, Output out) {
        out.sheet(
                STOCKS,
                stocks,
                (cells, stock) -> cells.put("id", stock.id())
                        .put("material", stock.material())
                        .put("holder", stock.holder())
                        .put("kind", stock.kind())
                        .figure("amount", stock.amount())
                        .figure("room", stock.room())
                        .put("owner", stock.owner())
                        .text("note", stock.note(), ""));
        out.sheet(
                LINKS,
                links,
                (cells, link) -> cells.put("id", link.id())
                        .put("material", link.material())
                        .put("origin", link.origin())
                        .put("destination", link.destination())
                        .figure("capacity", link.capacity())
                        .figure("cost", link.cost())
                        .figure("observed", link.observed())
                        .put("reexport", Output.print(link.reexport()))
                        .text("note", link.note(), ""));
    }

    static void read(Input in, Consumer<Entity> chain) {
        in.sheet(STOCKS, row -> {
            var id = row.declared("id", StockId::new);
            var material = row.required("material", row.known("materials.csv", MaterialId::new));
            var holder = row.required("holder", CountryId.NOWHERE, CountryId::new);
            var kind = row.optional("kind", Stock.Kind.ABOVE_GROUND, Row.choice(Stock.Kind.class));
            var amount = row.figure("amount", "amount");
            var room = row.optionalFigure("room", "room");
            var owner = row.optional("owner", Optional.<OwnerId>empty(), text -> Optional.of(new OwnerId(text)));
            row.build(() -> new Stock(
                            id.get(),
                            material.get(),
                            holder.get(),
                            kind.get(),
                            amount.get(),
                            room.get(),
                            owner.get(),
                            row.text("note", "")))
                    .ifPresent(chain);
        });
        in.sheet(LINKS, row -> {
            var id = row.declared("id", LinkId::new);
            var material = row.required("material", row.known("materials.csv", MaterialId::new));
            var origin = row.required("origin", CountryId.NOWHERE, CountryId::new);
            var destination = row.required("destination", CountryId.NOWHERE, CountryId::new);
            var capacity = row.optionalFigure("capacity", "capacity");
            var cost = row.optionalFigure("cost", "cost");
            var observed = row.optionalFigure("observed", "observed flow");
            var reexport = row.optional("reexport", false, Row::flag);
            row.build(() -> new Link(
                            id.get(),
                            material.get(),
                            origin.get(),
                            destination.get(),
                            capacity.get(),
                            cost.get(),
                            observed.get(),
                            reexport.get(),
                            row.text("note", "")))
                    .ifPresent(chain);
        });
    }
}
