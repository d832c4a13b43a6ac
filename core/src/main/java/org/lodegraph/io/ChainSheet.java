package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.SupplyChain;

/** {@code chain.csv}: year, date and version of the format; and {@code assumptions.csv}, what the builder stated. */
final class ChainSheet {

    static final Sheet CHAIN = Sheet.of("chain.csv", "year").optional("date", "format");
    static final Sheet ASSUMPTIONS =
            Sheet.of("assumptions.csv", "place", "reason").figure("figure");

    /** Raised when files of this version would be misread by an older library. */
    private static final String FORMAT = "1";

    private ChainSheet() {}

    static void write(SupplyChain chain, Output out) {
        out.sheet(
                CHAIN,
                ImmutableList.of(chain),
                (cells, each) ->
                        cells.put("year", each.year()).put("date", each.date()).put("format", FORMAT));
        out.sheet(
                ASSUMPTIONS,
                chain.statedAssumptions(),
                (cells, assumption) -> cells.required(
                                "place", assumption.subject().toString())
                        .required("reason", assumption.reason())
                        .figure("figure", assumption.figure()));
    }

    /** An empty builder; of any year if the file was refused and reported. */
    static SupplyChain.Builder read(Input in) {
        List<SupplyChain.Builder> read = new ArrayList<>();
        long before = in.problems().count();
        boolean there = in.sheet(CHAIN, row -> {
            var year = row.required("year", 0, ChainSheet::year);
            var date = row.optional("date", Optional.<LocalDate>empty(), text -> Optional.of(Row.date(text)));
            row.optional("format", FORMAT, ChainSheet::format);
            row.build(() -> {
                        SupplyChain.Builder builder = SupplyChain.builder(year.get());
                        return date.get().map(builder::date).orElse(builder);
                    })
                    .ifPresent(read::add);
        });
        if (in.problems().count() == before && read.size() != 1) {
            in.problems()
                    .add(
                            CHAIN.file(),
                            0,
                            "",
                            "",
                            there ? "it has %s rows".formatted(read.size()) : "it is missing",
                            "Maybe a header year,date and one row, such as 2025,2025-12-31.");
        }
        return read.isEmpty() ? SupplyChain.builder(0) : read.get(0);
    }

    private static int year(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException("not a year (seen: '%s'). Maybe 2025.".formatted(Problems.seen(text)));
        }
        return Integer.parseInt(text);
    }

    private static String format(String text) {
        if (!text.equals(FORMAT)) {
            throw new IllegalArgumentException(
                    "not a format that this version reads (seen: '%s'). Maybe %s, or a newer version of the library."
                            .formatted(Problems.seen(text), FORMAT));
        }
        return text;
    }

    static void readAssumptions(Input in, Consumer<Assumption> chain) {
        in.sheet(ASSUMPTIONS, row -> {
            row.otherwise(() -> {});
            var place = row.requiredText("place");
            var reason = row.requiredText("reason");
            var figure = row.optionalFigure("figure", "figure");
            row.build(() -> new Assumption(place.get(), reason.get(), figure.get()))
                    .ifPresent(chain);
        });
    }
}
