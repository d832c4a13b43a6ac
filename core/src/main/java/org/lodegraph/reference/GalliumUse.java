package org.lodegraph.reference;

import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.tables.Statistic;

/** Who uses gallium, from where the United States import it, and what they hold. */
final class GalliumUse {

    private static final String CONSUMPTION = "Consumption, reported";
    private static final String IMPORTS = "Imports for consumption: Metal";
    private static final String STOCKS = "Stocks, consumer, yearend";

    static final String ONE_CONSUMER_ABROAD =
            "everybody outside China and the United States as one consumer abroad: border rules apply to it, unlike to the rest"
                    + " of the world, which is served as at home";

    private static final CountryId JAPAN = new CountryId("JPN");
    private static final ImmutableSet<CountryId> REFINERS_WITHOUT_CRUDE =
            ImmutableSet.of(new CountryId("CAN"), new CountryId("DEU"));

    private final Draft draft;
    private final Catalog catalog;
    private final Figure consumption;
    private final Figure imports;
    private final Figure exports;

    GalliumUse(Draft draft) {
        this.draft = draft;
        this.catalog = draft.catalog();
        this.consumption = draft.us("gallium", CONSUMPTION);
        this.imports = draft.us("gallium", IMPORTS);
        this.exports = exports();
    }

    void add() {
        unitedStates();
        china();
        others();
        newScrap();
        links();
        draft.add(Stock.of("usa-consumers-gallium", "gallium-high-purity", Draft.USA, draft.us("gallium", STOCKS)));
    }

    private void unitedStates() {
        for (EndUse use : catalog.endUses()) {
            if (use.material().value().equals("gallium") && use.country().equals(Draft.USA)) {
                draft.add(Demand.of(
                                "usa-gallium-" + Draft.slug(use.application()),
                                "gallium-high-purity",
                                Draft.USA,
                                part(use))
                        .use(use.application()));
            }
        }
        draft.assume(
                "purity of gallium used in the United States",
                "read as high: USGS gives 99 % of the use to integrated circuits and optoelectronic devices");
    }

    private Figure part(EndUse use) {
        double share = Draft.central(use.share()) / 100;
        Figure.Known known = (Figure.Known) consumption.map(spread -> spread.times(share));
        String note = "reported consumption x %s %%".formatted(Numbers.brief(share * 100));
        return use.year() == draft.year()
                ? known.noting(note)
                : Draft.assumed(known, note + ", the share of %s".formatted(use.year()));
    }

    /** China's exports: Chinese customs as quoted; where no figure was read, within the years that have one. */
    private Figure exports() {
        String why = "Chinese customs as quoted by the press";
        return switch (draft.year()) {
            case 2022 ->
                Draft.assumed(catalog.fact("gallium-exports-china-2022").figure(), why);
            case 2023 ->
                Draft.assumed(catalog.fact("gallium-exports-china-2023").figure(), why);
            case 2024 -> {
                Figure eleven = catalog.fact("gallium-exports-china-2024-11").figure();
                double months = Draft.central(eleven);
                yield Draft.between(
                        months,
                        months * 12 / 11,
                        GalliumPart.RATE,
                        eleven.source(),
                        why + ", January to November: none to an average December");
            }
            default -> {
                Figure least = catalog.fact("gallium-exports-china-2023").figure();
                Figure most = catalog.fact("gallium-exports-china-2022").figure();
                yield Draft.between(
                        Draft.low(least),
                        Draft.high(most),
                        GalliumPart.RATE,
                        most.source(),
                        "no export figure of this year was read: the range of 2022 to 2024");
            }
        };
    }

    private void china() {
        draft.add(Demand.of("chn-gallium", "gallium", Draft.CHINA, chinaUses()));
    }

    /** Not below zero: where exports exceed the output, as where one's own table leaves China out, nothing says what it uses. */
    private Figure chinaUses() {
        double output = made(Draft.CHINA);
        double least = output - Draft.high(exports);
        double most = output - Draft.low(exports);
        if (least < 0) {
            draft.assume(
                    "use of gallium in China",
                    "output of %s t less exports of %s t (%s) is below zero%s, and read as zero there: nothing says what it uses. Maybe give its output too, in a table of all countries"
                            .formatted(
                                    Numbers.brief(output),
                                    exports.range().text(),
                                    exports.source().id(),
                                    most > 0 ? " at its low end" : ""));
        }
        return Draft.between(
                Math.max(0, least),
                Math.max(0, most),
                GalliumPart.RATE,
                exports.source(),
                "output less exports (%s): stock building counts as use".formatted(exports.note()));
    }

    private void others() {
        double elsewhere = draft.series("gallium", "primary-refinery", Statistic.Kind.PRODUCTION)
                        .placesTotal()
                - made(Draft.CHINA);
        Figure recovery = catalog.parameter("gallium-refining-recovery").figure();
        draft.add(
                Country.of(Draft.OTHERS.value(), "Other consuming countries"),
                Demand.of(
                        "others-gallium",
                        "gallium-high-purity",
                        Draft.OTHERS,
                        Draft.between(
                                Math.max(
                                        0,
                                        (Draft.low(exports) + elsewhere) * Draft.low(recovery)
                                                - Draft.high(consumption)),
                                Math.max(
                                        0,
                                        (Draft.high(exports) + elsewhere) * Draft.high(recovery)
                                                - Draft.low(consumption)),
                                GalliumPart.RATE,
                                exports.source(),
                                "primary metal outside China, refined, less the use of the United States")));
        draft.assume("consumer " + Draft.OTHERS, ONE_CONSUMER_ABROAD);
    }

    private double made(CountryId country) {
        return draft.series("gallium", "primary-refinery", Statistic.Kind.PRODUCTION)
                .find(country)
                .map(row -> Draft.central(row.figure()))
                .orElse(0.0);
    }

    private void newScrap() {
        draft.add(
                Material.of("gallium-new-scrap")
                        .withName("gallium in new scrap of wafer making")
                        .containing("Ga")
                        .withForm(Form.SCRAP)
                        .withMobility(Mobility.DOMESTIC)
                        .asBoundary()
                        .withNote("dries up with the wafer making that feeds it"),
                Recipe.of("ga-recycle")
                        .makes("gallium-high-purity")
                        .stage(Stage.RECYCLING)
                        .from("gallium-new-scrap", GalliumPart.perTon(catalog, "gallium-refining-recovery")));
        draft.plant(catalog.plant("F-GA-NY"), Line.of("ga-recycle", Capacity.nameplate(newScrapAtMost())));
    }

    /**
     * What the United States use beyond imports can only be reprocessed new scrap. Where imports exceed the use, they went
     * into stocks or into what was not yet used, which says nothing about scrap: the plant is then taken to be as large as
     * the other years allow.
     */
    private Figure newScrapAtMost() {
        int bounding = beyondImports(draft.year()) > 0
                ? draft.year()
                : IntStream.rangeClosed(Reference.FIRST_YEAR, Reference.LAST_YEAR)
                        .boxed()
                        .max(Comparator.comparingDouble(this::beyondImports))
                        .orElseThrow();
        String why = bounding == draft.year()
                ? "at most consumption less metal imports"
                : "imports exceed consumption, which says nothing about scrap: at most what %s allows, the largest consumption less metal imports of any year"
                        .formatted(bounding);
        double most = beyondImports(bounding);
        return Figure.assumed(
                Spread.triangular(0, most, most),
                GalliumPart.RATE,
                imports.source(),
                "substantial but unpublished (USGS): " + why);
    }

    private double beyondImports(int year) {
        return Draft.central(catalog.us("gallium", CONSUMPTION, year))
                - Draft.central(catalog.us("gallium", IMPORTS, year));
    }

    private void links() {
        UsGoods.of(catalog, "gallium").link(draft, "gallium", "gallium-high-purity");
        crudeLanes();
        double more = Draft.central(imports) - Draft.central(consumption);
        String subject = "gallium, USA, %s".formatted(draft.year());
        draft.compared(Conflict.Check.USE, subject);
        if (more > 0) {
            draft.conflict(
                    Conflict.Check.USE,
                    subject,
                    "metal imports of %s t above the reported consumption of %s t, with stocks of %s t"
                            .formatted(
                                    Numbers.brief(Draft.central(imports)),
                                    Numbers.brief(Draft.central(consumption)),
                                    Numbers.brief(Draft.central(draft.us("gallium", STOCKS)))),
                    "The consumption is the demand; where %s t went is not published.".formatted(Numbers.brief(more)));
        }
    }

    /** What feeds refiners that make no primary gallium, as far as it can be said; needed to keep lanes as traded. */
    private void crudeLanes() {
        double recovery =
                Draft.central(catalog.parameter("gallium-refining-recovery").figure());
        for (ImportShare row : UsGoods.of(catalog, "gallium").shares(catalog)) {
            if (REFINERS_WITHOUT_CRUDE.contains(row.country())) {
                Figure shipped = UsGoods.of(catalog, "gallium").from(catalog, row, draft.year());
                crudeLane(
                        row.country(),
                        Draft.assumed(
                                shipped.map(spread -> spread.times(1 / recovery)),
                                "at least what it ships to the United States, refined from bought metal: it makes none"));
            }
        }
        crudeLane(JAPAN, toJapan());
    }

    private Figure toJapan() {
        Figure before = catalog.fact("gallium-imports-japan-from-china-2021").figure();
        Figure after = catalog.fact("gallium-imports-japan-from-china-2024").figure();
        return switch (draft.year()) {
            case 2021 -> before;
            case 2024 -> after;
            default ->
                Draft.between(
                        Draft.low(after),
                        Draft.high(before),
                        GalliumPart.RATE,
                        before.source(),
                        "not read for this year: between the figures of 2024 and 2021");
        };
    }

    private void crudeLane(CountryId refiner, Figure observed) {
        draft.add(Link.of("gallium-chn-" + Draft.slug(refiner.value()), "gallium", Draft.CHINA, refiner)
                .observed(observed));
    }
}
