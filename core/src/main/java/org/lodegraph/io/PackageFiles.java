package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Source;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Report;

/** Which files a data package may hold, and what stands in them. No other name is ever opened. */
final class PackageFiles {

    static final String DESCRIPTOR = "datapackage.json";
    static final String README = "README.txt";

    /** Where the files of a chain lie, for {@link ChainCsv} to read them as they are. */
    static final String CHAIN = "chain/";

    static final Sheet SOURCES = Sheet.of("sources.csv", "id", "title")
            .optional("publisher", "edition", "locator", "url", "licence", "acknowledgement");
    static final Sheet ASSUMPTIONS = Sheet.of("assumptions.csv", "what").optional("kind", "why");

    /** The tables by their path in the package. */
    static final ImmutableSortedMap<String, Sheet> TABLES = tables();

    /** Every path that a package may have beside its descriptor. */
    static final ImmutableSortedSet<String> NAMES = ImmutableSortedSet.<String>naturalOrder()
            .addAll(TABLES.keySet())
            .add(README)
            .build();

    private PackageFiles() {}

    private static ImmutableSortedMap<String, Sheet> tables() {
        ImmutableSortedMap.Builder<String, Sheet> tables = ImmutableSortedMap.naturalOrder();
        ChainCsv.SHEETS.forEach(sheet -> tables.put(CHAIN + sheet.file(), sheet));
        return tables.put(AnswerCsv.SHEET.file(), AnswerCsv.SHEET)
                .put(SOURCES.file(), SOURCES)
                .put(ASSUMPTIONS.file(), ASSUMPTIONS)
                .buildOrThrow();
    }

    /** Every file, but for the descriptor. */
    static ImmutableSortedMap<String, String> of(
            Optional<Report> answer, Optional<SupplyChain> chain, List<Source> sources, List<Premise> premises) {
        SortedMap<String, String> files = new TreeMap<>();
        chain.ifPresent(each -> ChainCsv.files(each).forEach((name, csv) -> files.put(CHAIN + name, csv)));
        answer.ifPresent(report -> files.put(AnswerCsv.SHEET.file(), AnswerCsv.text(report)));
        Output out = new Output(Legend.BUILT_IN);
        out.sheet(
                SOURCES,
                sources,
                (cells, source) -> cells.required("id", source.id())
                        .required("title", source.title())
                        .text("publisher", source.publisher(), "")
                        .text("edition", source.edition(), "")
                        .text("locator", source.locator(), "")
                        .text("url", source.url(), "")
                        .text("licence", source.licence(), "")
                        .text("acknowledgement", source.acknowledgement(), ""));
        out.sheet(
                ASSUMPTIONS,
                premises,
                (cells, premise) -> cells.required("what", premise.what())
                        .text("kind", premise.kind(), "")
                        .text("why", premise.why(), ""));
        files.putAll(out.files());
        files.put(README, Readme.text(answer, chain, sources, premises));
        return ImmutableSortedMap.copyOf(files);
    }

    static ImmutableList<Source> sources(Map<String, String> files, Limits limits, Problems problems) {
        return rows(SOURCES, files, limits, problems, (row, each) -> {
            var id = row.requiredText("id");
            var title = row.requiredText("title");
            row.build(() -> new Source(
                            id.get(),
                            row.text("publisher", ""),
                            title.get(),
                            row.text("edition", ""),
                            row.text("locator", ""),
                            row.text("url", ""),
                            row.text("licence", ""),
                            row.text("acknowledgement", "")))
                    .ifPresent(each);
        });
    }

    static ImmutableList<AnswerRow> answer(Map<String, String> files, Limits limits, Problems problems) {
        return rows(AnswerCsv.SHEET, files, limits, problems, (row, each) -> {
            var low = row.optional("low", OptionalDouble.empty(), text -> OptionalDouble.of(Spreads.number(text)));
            var high = row.optional("high", OptionalDouble.empty(), text -> OptionalDouble.of(Spreads.number(text)));
            row.build(() -> new AnswerRow(
                            row.raw("part"),
                            row.raw("kind"),
                            row.text("title", ""),
                            row.text("row", ""),
                            row.text("column", ""),
                            row.text("text", ""),
                            low.get(),
                            high.get(),
                            row.raw("unit"),
                            row.text("reason", "")))
                    .ifPresent(each);
        });
    }

    static Optional<SupplyChain> chain(Map<String, String> files, Limits limits) {
        return files.keySet().stream().anyMatch(path -> path.startsWith(CHAIN))
                ? Optional.of(ChainCsv.read(name -> Folder.of(files).open(CHAIN + name), limits))
                : Optional.empty();
    }

    private static <T> ImmutableList<T> rows(
            Sheet sheet,
            Map<String, String> files,
            Limits limits,
            Problems problems,
            BiConsumer<Row, Consumer<T>> reader) {
        ImmutableList.Builder<T> rows = ImmutableList.builder();
        Input.part(new CsvSheets(Folder.of(files), limits), problems, Legend.BUILT_IN)
                .sheet(sheet, row -> reader.accept(row, rows::add));
        return rows.build();
    }
}
