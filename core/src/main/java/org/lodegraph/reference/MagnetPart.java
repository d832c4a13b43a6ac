package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;

/**
 * Neodymium-iron-boron magnets from the neodymium and praseodymium in separated rare earths.
 *
 * <p>No table of magnets, nor of the metal they are made of, exists by country: makers outside China are assumed ranges, and
 * making metal is a part of making magnets. Demands are taken as low as the figures allow, so that what is separated serves
 * them all and losses are not overstated.
 */
final class MagnetPart implements Part {

    static final String MAGNETS = "ndfeb-magnets";
    static final String OXIDE = "ndpr-oxide";

    private static final CountryId JAPAN = new CountryId("JPN");
    private static final ImmutableList<String> ABROAD = ImmutableList.of("jpn", "deu", "fin", "kor");

    @Override
    public String material() {
        return MAGNETS;
    }

    @Override
    public void on(Draft draft) {
        double separated = new RareEarthPart().add(draft);
        Figure oxide = oxidePerMagnet(draft.catalog());
        draft.add(
                Material.of(OXIDE)
                        .withName("neodymium and praseodymium oxide")
                        .withForm(Form.COMPOUND)
                        .withBasis(Basis.oxide("NdPr"))
                        .withNote("a part of separated rare earths; the heavy elements of magnets are not split"),
                Material.of(MAGNETS)
                        .withName("neodymium-iron-boron magnets")
                        .withForm(Form.COMPONENT)
                        .withNote("iron, boron, dysprosium and terbium are not counted"),
                Recipe.of("magnet-making").makes(MAGNETS).stage(Stage.COMPONENT).from(OXIDE, oxide));
        makers(draft);
        uses(draft, separated * Draft.low(share(draft.catalog())) / Draft.high(oxide));
    }

    /** Neodymium and praseodymium oxide per ton of separated oxides. */
    static Figure share(Catalog catalog) {
        return catalog.parameter("ndpr-in-separated-oxides").figure();
    }

    /** Tons of oxide per ton of magnets: metal in magnets x oxide per metal, over the recovery. */
    private static Figure oxidePerMagnet(Catalog catalog) {
        Figure metal = catalog.parameter("ndpr-in-magnets").figure();
        Figure oxide = catalog.parameter("ndpr-oxide-per-metal").figure();
        Figure recovery = catalog.parameter("magnet-making-recovery").figure();
        return Figure.assumed(
                Spread.triangular(
                        Draft.low(metal) * Draft.low(oxide) / Draft.high(recovery),
                        Draft.central(metal) * Draft.central(oxide) / Draft.central(recovery),
                        Draft.high(metal) * Draft.high(oxide) / Draft.low(recovery)),
                Unit.ONE,
                metal.source(),
                "28.5 to 32 % of neodymium and praseodymium x 1.18 to 1.24 t of oxide per ton of metal, over a recovery of 85 to 97 %");
    }

    private static void makers(Draft draft) {
        Catalog catalog = draft.catalog();
        draft.national(
                Draft.CHINA,
                Line.of(
                                "magnet-making",
                                Capacity.nameplate(
                                        catalog.parameter("magnet-capacity-chn").figure()))
                        .output(china(draft)));
        for (String country : ABROAD) {
            draft.national(
                    id(country),
                    atCapacity(catalog.parameter("magnet-capacity-" + country).figure()));
        }
        for (String fact : ImmutableList.of("ndfeb-magnets-vietnam-2022", "ndfeb-magnets-usa-2023")) {
            Fact known = catalog.fact(fact);
            draft.national(
                    known.country(),
                    atCapacity(
                            known.year() == draft.year()
                                    ? known.figure()
                                    : Draft.assumed(
                                            known.figure(), "only " + known.year() + " was read, which stands in")));
        }
        draft.assume(
                "metal making",
                "not a step of its own: no capacity of any country was seen; China's share is put at 90 % (2020, unconfirmed)");
    }

    private static Line atCapacity(Figure capacity) {
        return Line.of("magnet-making", Capacity.nameplate(capacity))
                .output(Draft.assumed(capacity, "its output is not published: it is taken to run at its capacity"));
    }

    private static CountryId id(String country) {
        return new CountryId(country.toUpperCase(Locale.ROOT));
    }

    /** Whether the figure is of rough blocks or of finished magnets is not said: at least 60 % of a block is left. */
    private static Figure china(Draft draft) {
        int year = draft.year() == 2023 ? 2023 : draft.year() < 2023 ? 2023 : 2024;
        Figure published = draft.catalog().fact("ndfeb-magnets-china-" + year).figure();
        double most = Draft.high(published);
        return Draft.between(
                most
                        * Draft.low(draft.catalog()
                                .parameter("magnet-machining-recovery")
                                .figure()),
                most,
                Unit.T_PER_A,
                published.source(),
                "%s t of %s, of which 60 %% are left if they are rough blocks; %s"
                        .formatted(
                                Numbers.brief(most),
                                year,
                                draft.year() == year ? "which they are is not said" : "another year stands in"));
    }

    private static void uses(Draft draft, double least) {
        Figure makers = draft.catalog().parameter("magnet-capacity-jpn").figure();
        Figure japan = Draft.between(
                Draft.low(makers),
                Draft.high(makers),
                Unit.T_PER_A,
                makers.source(),
                "no figure of Japan's use was seen: what its makers could make");
        draft.add(
                Demand.of("jpn-magnets", MAGNETS, JAPAN, japan),
                Demand.remainder(
                        MAGNETS,
                        Figure.assumed(
                                Spread.exact(Math.max(0, least - Draft.high(makers))),
                                Unit.T_PER_A,
                                makers.source(),
                                "magnets that the lowest separated neodymium and praseodymium allow, less the highest use of Japan; served as at home: no border rule touches them")));
        draft.conflict(
                Conflict.Check.STAGES,
                "%s, %s".formatted(MAGNETS, draft.year()),
                "China's published output would take more neodymium and praseodymium than all lines separate within the quota (%s t of magnets at the lowest reading)"
                        .formatted(Numbers.brief(Math.rint(least))),
                "Separation is taken as it is; the demand for magnets is what it allows.");
    }
}
