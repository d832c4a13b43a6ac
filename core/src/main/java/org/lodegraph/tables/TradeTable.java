package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;

/**
 * Bilateral trade by codes of the Harmonized System, as BACI and UN Comtrade hand it out:
 * {@code DataFile.of(path).read(TradeTable.of("gallium-compounds", "281820"))}. {@link TradeFlows} puts it into a chain.
 *
 * <p>Three layouts, as seen in their files:
 *
 * <ul>
 *   <li>BACI: {@code t, i, j, k, v, q}: year, exporter, importer, HS6, thousand US dollars, metric tons. The publisher has
 *       reconciled what both sides report.
 *   <li>Comtrade since 2023: {@code period} or {@code refYear}, {@code reporterCode} or {@code reporterISO},
 *       {@code partnerCode} or {@code partnerISO}, {@code flowCode} or {@code flowDesc}, {@code cmdCode}, {@code netWgt} in
 *       kilograms, {@code primaryValue} in US dollars.
 *   <li>Comtrade before: {@code Year}, {@code Reporter Code} or {@code Reporter ISO}, {@code Partner Code} or
 *       {@code Partner ISO}, {@code Trade Flow}, {@code Commodity Code}, {@code Netweight (kg)}, {@code Trade Value (US$)}.
 * </ul>
 *
 * <p>Countries go by their customs codes too: 842 is the United States, 490 Taiwan, 251 France. Left out, and counted, are
 * totals with the world and of all goods, re-exports and other parts of exports and imports, what is broken down by a second partner, customs
 * procedure or means of transport, and other goods. A weight that is blank, or zero beside a value, is
 * unknown: customs write zero where nobody weighed. Exports are worth what they cost at the border of the exporter, imports
 * with freight and insurance, so the two sides differ.
 *
 * <p>A code that holds the goods of several metals ({@link HsBasket}) is refused as the trade of one.
 *
 * <p>A year of BACI has some ten million rows, more than the default limits let through:
 * {@code DataFile.of(path).within(new Limits(Integer.MAX_VALUE, 20_000_000)).writing(NumberStyle.POINT)}, which also saves a
 * look at how its numbers are written. Only the flows that are wanted stay in memory.
 */
public final class TradeTable extends TableFormat<TradeFlow> {

    private static final Source BACI =
            Source.of("baci", "BACI, international trade at the product level").by("CEPII");
    private static final Source COMTRADE =
            Source.of("un-comtrade", "UN Comtrade").by("United Nations Statistics Division");
    private static final String WORLD = "0";
    private static final ImmutableList<String> EXPORTER = ImmutableList.of("i");
    private static final ImmutableList<String> IMPORTER = ImmutableList.of("j");
    private static final TonFactor THOUSAND = new TonFactor("thousand US dollars", 1e3, 1);
    private static final TonFactor DOLLARS = new TonFactor("US dollars", 1, 1);

    /** What the columns of Comtrade are called. */
    private record Names(
            List<String> year,
            List<String> reporter,
            List<String> partner,
            List<String> flow,
            String goods,
            String weight,
            String value) {

        Header header() {
            return new Header(Stream.of(
                            String.join("|", year),
                            String.join("|", reporter),
                            String.join("|", partner),
                            String.join("|", flow),
                            goods,
                            weight,
                            value)
                    .collect(ImmutableList.toImmutableList()));
        }
    }

    private static final ImmutableList<Names> COMTRADE_NAMES = ImmutableList.of(
            new Names(
                    List.of("period", "refyear"),
                    List.of("reportercode", "reporteriso"),
                    List.of("partnercode", "partneriso"),
                    List.of("flowcode", "flowdesc"),
                    "cmdcode",
                    "netwgt",
                    "primaryvalue"),
            new Names(
                    List.of("year"),
                    List.of("reporter_code", "reporter_iso"),
                    List.of("partner_code", "partner_iso"),
                    List.of("trade_flow"),
                    "commodity_code",
                    "netweight_(kg)",
                    "trade_value_(us$)"));

    private final ImmutableSet<String> codes;

    private TradeTable(Set<String> codes) {
        this.codes = ImmutableSet.copyOf(codes);
    }

    /** All flows; those of a basket say so. */
    public static TradeTable all() {
        return new TradeTable(ImmutableSet.of());
    }

    /**
     * The flows of one material.
     *
     * @param material its id
     * @param codes the HS codes that hold it and nothing else
     * @throws IllegalArgumentException if a code holds more than the material, or another of the codes, or is none
     */
    public static TradeTable of(String material, String... codes) {
        MaterialId id = new MaterialId(material);
        if (codes.length == 0) {
            throw new IllegalArgumentException(
                    "Trade of '%s': no code says which goods it is. Maybe a code of the Harmonized System, such as 260600."
                            .formatted(material));
        }
        for (String code : codes) {
            HsBasket.of(HsCode.of(code)).ifPresent(basket -> basket.requireWhole(id));
        }
        ImmutableSet<String> wanted = ImmutableSet.copyOf(codes);
        HsCode.requireApart(wanted);
        return new TradeTable(wanted);
    }

    @Override
    ImmutableList<Layout<TradeFlow>> layouts() {
        ImmutableList.Builder<Layout<TradeFlow>> layouts = ImmutableList.builder();
        layouts.add(new Layout<>(
                Header.of("t", "i", "j", "k", "v", "q"),
                column -> column.equals("v") || column.equals("q"),
                sheet -> this::baci));
        for (Names names : COMTRADE_NAMES) {
            layouts.add(new Layout<>(
                    names.header(),
                    column -> column.equals(names.weight) || column.equals(names.value),
                    sheet -> row -> comtrade(row, names)));
        }
        return layouts.build();
    }

    @Override
    List<Object> key(TradeFlow row) {
        return ImmutableList.of(
                row.exporter(),
                row.importer(),
                row.hs(),
                row.year(),
                row.by().name().toLowerCase(Locale.ROOT));
    }

    private Reading<TradeFlow> baci(Cells row) {
        String hs = row.cell("k", HsCode::of);
        return reading(
                row,
                hs,
                EXPORTER,
                IMPORTER,
                row.year("t"),
                TradeFlow.By.BOTH,
                BACI,
                "q",
                TonFactor.TONS,
                "v",
                THOUSAND);
    }

    private Reading<TradeFlow> comtrade(Cells row, Names names) {
        if (row.text(names.goods).equalsIgnoreCase("total")) {
            return Reading.leftOut("totals of all goods");
        }
        String hs = row.cell(names.goods, HsCode::of);
        String flowColumn = column(row, names.flow);
        String flow = row.cell(flowColumn, text -> text.toLowerCase(Locale.ROOT));
        boolean isImport;
        switch (flow) {
            case "m", "import", "imports" -> isImport = true;
            case "x", "export", "exports" -> isImport = false;
            case "rx", "re-export", "rm", "re-import", "dx", "fm", "mip", "mop", "xip", "xop" -> {
                return Reading.leftOut("re-exports and other parts of exports and imports");
            }
            default ->
                throw row.bad(
                        flowColumn, flow, "not a direction of trade (seen: '%s')".formatted(flow), "Maybe X or M.");
        }
        if (isPart(row, "partner2code", "0") || isPart(row, "motcode", "0") || isPart(row, "customscode", "c00")) {
            return Reading.leftOut("parts of another row");
        }
        return reading(
                row,
                hs,
                isImport ? names.partner : names.reporter,
                isImport ? names.reporter : names.partner,
                row.year(column(row, names.year)),
                isImport ? TradeFlow.By.IMPORTER : TradeFlow.By.EXPORTER,
                COMTRADE,
                names.weight,
                TonFactor.named("kg"),
                names.value,
                DOLLARS);
    }

    private static String column(Cells row, List<String> names) {
        return row.column(names.toArray(new String[0]));
    }

    private static boolean isPart(Cells row, String column, String whole) {
        String text = row.text(column).toLowerCase(Locale.ROOT);
        return !text.isEmpty() && !text.equals(whole);
    }

    private Reading<TradeFlow> reading(
            Cells row,
            String hs,
            List<String> exporter,
            List<String> importer,
            int year,
            TradeFlow.By by,
            Source source,
            String weight,
            TonFactor weightUnit,
            String value,
            TonFactor valueUnit) {
        if (!codes.isEmpty() && !codes.contains(hs)) {
            return Reading.leftOut("other goods");
        }
        CountryId from = country(row, exporter);
        CountryId to = country(row, importer);
        if (from.equals(Statistic.WORLD) || to.equals(Statistic.WORLD)) {
            return Reading.leftOut("totals with the world");
        }
        Source cited = row.sheet().source(source);
        Optional<Figure> worth = Optional.of(row.text(value))
                .filter(text -> !text.isEmpty())
                .map(text -> row.cell(
                        value, cell -> row.sheet().amounts().read(cell, Unit.USD_PER_A, valueUnit, cited, "")));
        return Reading.of(new TradeFlow(
                from, to, hs, year, by, quantity(row, weight, weightUnit, cited, worth), worth, HsBasket.of(hs)));
    }

    private static CountryId country(Cells row, List<String> columns) {
        return row.text(column(row, columns)).equals(WORLD)
                ? Statistic.WORLD
                : row.country(columns.toArray(new String[0]));
    }

    private static Figure quantity(Cells row, String column, TonFactor unit, Source source, Optional<Figure> worth) {
        String text = row.text(column);
        if (text.isEmpty()) {
            return new Figure.Unknown(Unit.T_PER_A, source, "no weight reported");
        }
        Figure read = row.cell(column, cell -> row.sheet().amounts().read(cell, Unit.T_PER_A, unit, source, ""));
        boolean isZero = read.isKnown() && read.range().high() == 0;
        boolean hasWorth = worth.filter(
                        figure -> figure.isKnown() && figure.range().high() > 0)
                .isPresent();
        return isZero && hasWorth
                ? new Figure.Unknown(Unit.T_PER_A, source, "a weight of zero reported beside a value")
                : read;
    }
}
