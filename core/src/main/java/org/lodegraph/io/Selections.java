package org.lodegraph.io;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Id;
import org.lodegraph.model.LineId;
import org.lodegraph.model.LinkId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.Party;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Stage;
import org.lodegraph.model.StockId;
import org.lodegraph.scenario.Demands;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Links;
import org.lodegraph.scenario.Selection;
import org.lodegraph.scenario.Stocks;

/** Which lines, stocks, links or demands a step is about. */
final class Selections {

    private static final ImmutableMap<String, Function<String, Id>> IDS =
            ImmutableMap.<String, Function<String, Id>>builder()
                    .put("material", MaterialId::new)
                    .put("recipe", RecipeId::new)
                    .put("facility", FacilityId::new)
                    .put("line", LineId::parse)
                    .put("owner", OwnerId::new)
                    .put("country", CountryId::new)
                    .put("bloc", BlocId::new)
                    .put("stock", StockId::new)
                    .put("link", LinkId::new)
                    .put("demand", DemandId::new)
                    .buildOrThrow();

    private Selections() {}

    /** Such as {@code material:gallium}. */
    static String print(Id id) {
        return id.kind().toLowerCase(Locale.ROOT) + ":" + id.value();
    }

    private static Id id(String text) {
        int colon = text.indexOf(':');
        Function<String, Id> parse = colon < 0 ? null : IDS.get(text.substring(0, colon));
        if (parse == null) {
            throw new IllegalArgumentException(
                    "the kind is missing (seen: '%s'). Maybe material:gallium, with one of %s."
                            .formatted(Problems.seen(text), String.join(", ", IDS.keySet())));
        }
        return parse.apply(text.substring(colon + 1));
    }

    static Optional<Selection> read(JsonTree object, Row row) {
        List<String> sorts = Stream.of("lines", "stocks", "links", "demands")
                .filter(object.members()::containsKey)
                .toList();
        if (sorts.size() != 1) {
            row.report(
                    "",
                    "it selects %s sorts of things".formatted(sorts.size()),
                    () -> "Maybe one of lines, stocks, links, demands, each an array of ids.");
            return Optional.empty();
        }
        String sort = sorts.get(0);
        var where = row.list(sort, Selections::id);
        var stage = row.optional(
                "stage",
                Optional.<Stage>empty(),
                text -> Optional.of(Row.choice(Stage.class).apply(text)));
        var origin = row.optional(
                "origin", Optional.<Party>empty(), Parties.reader(row).andThen(Optional::of));
        var destination = row.optional(
                "destination", Optional.<Party>empty(), Parties.reader(row).andThen(Optional::of));
        Optional<String> application = object.member("application").map(text -> row.text("application", ""));
        belongs(row, sort, "lines", "stage");
        belongs(row, sort, "links", "origin");
        belongs(row, sort, "links", "destination");
        belongs(row, sort, "demands", "application");
        return row.build(() -> switch (sort) {
            case "lines" -> new Lines(ImmutableSet.copyOf(where.get()), stage.get());
            case "stocks" -> new Stocks(ImmutableSet.copyOf(where.get()));
            case "links" -> new Links(ImmutableSet.copyOf(where.get()), origin.get(), destination.get());
            default -> new Demands(ImmutableSet.copyOf(where.get()), application);
        });
    }

    private static void belongs(Row row, String sort, String owner, String column) {
        if (!sort.equals(owner) && !row.word(column).isEmpty()) {
            row.report(column, "%s have none".formatted(sort), () -> "Maybe select %s.".formatted(owner));
        }
    }
}
