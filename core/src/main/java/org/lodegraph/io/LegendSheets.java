package org.lodegraph.io;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Dimension;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;

/** {@code sources.csv} and {@code units.csv}: what other files name. */
final class LegendSheets {

    static final Sheet SOURCES = Sheet.of("sources.csv", "id", "title")
            .optional("publisher", "edition", "url", "licence", "acknowledgement", "own_id");
    static final Sheet UNITS = Sheet.of("units.csv", "unit", "dimension", "factor")
            .number("factor")
            .optional("symbol");

    private static final String ANY = "";

    private LegendSheets() {}

    static void write(Legend legend, Output out) {
        out.sheet(SOURCES, legend.declaredSources().entrySet(), (cells, entry) -> {
            Source source = entry.getValue();
            cells.put("id", entry.getKey())
                    .required("title", source.title())
                    .text("publisher", source.publisher(), "")
                    .text("edition", source.edition(), "")
                    .text("url", source.url(), "")
                    .text("licence", source.licence(), "")
                    .text("acknowledgement", source.acknowledgement(), "")
                    .text("own_id", source.id(), entry.getKey());
        });
        out.sheet(
                UNITS,
                legend.declaredUnits().entrySet(),
                (cells, entry) -> cells.put("unit", entry.getKey())
                        .put("dimension", entry.getValue().dimension())
                        .put("factor", Numbers.exact(entry.getValue().factor()))
                        .text("symbol", entry.getValue().symbol(), entry.getKey()));
    }

    static Legend read(Input in) {
        Set<String> unread = new TreeSet<>();
        Map<String, Source> sources = new LinkedHashMap<>(Legend.BUILT_IN.sources());
        in.sheet(SOURCES, row -> {
            var id = row.required("id", text -> text);
            declare(row, id, unread);
            var title = row.requiredText("title");
            row.build(() -> new Source(
                            row.text("own_id", id.get()),
                            row.text("publisher", ""),
                            title.get(),
                            row.text("edition", ""),
                            "",
                            row.text("url", ""),
                            row.text("licence", ""),
                            row.text("acknowledgement", "")))
                    .ifPresent(source -> put(sources, id.get(), source, row, "id"));
        });
        Map<String, Unit> units = new LinkedHashMap<>(Legend.BUILT_IN.units());
        in.sheet(UNITS, row -> {
            var key = row.required("unit", LegendSheets::unitKey);
            declare(row, key, unread);
            var dimension = row.required("dimension", Row.choice(Dimension.class));
            var factor = row.required("factor", Spreads::number);
            row.build(() -> new Unit(row.text("symbol", key.get()), dimension.get(), factor.get(), Basis.GROSS))
                    .ifPresent(unit -> put(units, key.get(), unit, row, "unit"));
        });
        boolean whole = in.isWhole() && !unread.contains(ANY);
        return Legend.of(sources, units, key -> !whole || unread.contains(key));
    }

    /** If the row cannot be taken, its key is unread: any key, if nobody knows which. */
    private static void declare(Row row, Supplier<String> key, Set<String> unread) {
        String declared = Row.read(key).orElse(ANY);
        row.otherwise(() -> unread.add(declared));
    }

    private static String unitKey(String text) {
        if (text.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "it has a space, and a basis may follow it (seen: '%s'). Maybe %s, with the space in symbol."
                            .formatted(Problems.seen(text), text.replaceAll("\\s+", "-")));
        }
        return text;
    }

    private static <T> void put(Map<String, T> legend, String key, T value, Row row, String column) {
        if (legend.putIfAbsent(key, value) != null) {
            row.report(
                    column,
                    "'%s' is there twice, or built in".formatted(Problems.seen(key)),
                    () -> "Maybe delete one, or rename it.");
        }
    }
}
