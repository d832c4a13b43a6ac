package org.lodegraph.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodegraph.measure.Basis;
import org.lodegraph.model.MaterialId;

/** What the commodities and types of the USGS releases are called here: a table of their words, the first that fits. */
final class UsgsNames {

    private static final Splitter PARTS =
            Splitter.onPattern("[,:;—]| - ").trimResults().omitEmptyStrings();
    private static final ImmutableList<String> NOT_A_FORM = ImmutableList.of(
            "production",
            "poduction",
            "capacity",
            "reserves",
            "content",
            "equivalent",
            "gross weight",
            "grosss weight",
            "estimated",
            "rounded",
            "metric tons");

    private static final class Holder {
        static final List<TableFile.Record> NAMES = TableFile.embedded("usgs-names.csv");
        static final List<TableFile.Record> ERRATA = TableFile.embedded("usgs-errata.csv");
    }

    private final String commodity;
    private final String detail;
    private final Statistic.Kind kind;

    /**
     * Names of a row.
     *
     * @param commodity as the release has it
     * @param detail its type
     * @param kind what is counted
     */
    UsgsNames(String commodity, String detail, Statistic.Kind kind) {
        this.commodity = plain(commodity);
        this.detail = detail;
        this.kind = kind;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Optional<String> find(String column) {
        String type = plain(detail);
        String counted = "=" + kind.name().toLowerCase(Locale.ROOT);
        return Holder.NAMES.stream()
                .filter(row ->
                        row.cell("commodity").isEmpty() || row.cell("commodity").equals(commodity))
                .filter(row -> type.contains(row.cell("words")) || counted.equals(row.cell("words")))
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .findFirst();
    }

    MaterialId material() {
        return new MaterialId(find("material")
                .orElseGet(() -> Arrays.stream(commodity.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty() && !word.equals("and"))
                        .collect(Collectors.joining("-"))));
    }

    /**
     * The stage.
     *
     * @throws IllegalArgumentException if no word says it
     */
    String stage() {
        return find("stage")
                .orElseThrow(() -> new IllegalArgumentException(
                        "no word says which stage it is. Maybe mine production, refinery production or reserves."));
    }

    /** Which of several products; what else the type says, if the table does not know it. */
    String form() {
        return find("form")
                .orElseGet(() -> PARTS.splitToStream(plain(detail).replaceAll("\\(.*?\\)", ""))
                        .filter(part -> NOT_A_FORM.stream().noneMatch(part::contains))
                        .filter(part -> !part.equals(commodity))
                        .collect(Collectors.joining(", ")))
                .replaceAll("^-$", "");
    }

    /** The basis that the table or the type says. */
    Optional<Basis> basis() {
        Optional<Basis> known = find("basis").map(BasisWords::read);
        if (known.isPresent()) {
            return known;
        }
        Optional<String> phrase = BasisWords.phrase(detail);
        Optional<Basis> said = BasisWords.in(detail);
        if (phrase.isPresent() && said.isEmpty()) {
            throw new IllegalArgumentException(
                    "no basis is called '%s'. Maybe it is an oxide or element by its formula.".formatted(phrase.get()));
        }
        return said;
    }

    /** The unit that an edition means where it publishes a wrong one. */
    Optional<TonFactor> erratum(int edition, TonFactor published) {
        return Holder.ERRATA.stream()
                .filter(row -> row.cell("edition").equals(String.valueOf(edition))
                        && row.cell("commodity").equals(commodity)
                        && row.cell("published").equals(published.name())
                        && (row.cell("statistic").isEmpty()
                                || row.cell("statistic").equals(kind.name().toLowerCase(Locale.ROOT))))
                .map(row -> TonFactor.named(row.cell("meant")))
                .findFirst();
    }
}
