package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
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
import org.lodegraph.tables.Plant;

/**
 * Rare earths as oxides, all elements together: concentrate by country, separated compounds.
 *
 * <p>Separation is published for the United States only. China's is bounded by its quota, a permitted capacity.
 */
final class RareEarthPart implements Part {

    private static final Unit RATE = Unit.T_PER_A.of(Basis.oxide("REO"));
    private static final String SEPARATED = "Production: Compounds and metals";
    private static final String CONSUMPTION = "Consumption, apparent, compounds and metals";

    @Override
    public String material() {
        return "rare-earths";
    }

    @Override
    public void on(Draft draft) {
        add(draft);
    }

    /** Adds everything and says what the lines separate at least, in t/a. */
    double add(Draft draft) {
        draft.add(
                Material.of("rare-earth-concentrate")
                        .withName("rare earths in concentrate")
                        .withForm(Form.CONCENTRATE)
                        .withBasis(Basis.oxide("REO")),
                Material.of("rare-earths")
                        .withName("rare earths, separated compounds and metals")
                        .withForm(Form.COMPOUND)
                        .withBasis(Basis.oxide("REO"))
                        .withNote("all elements together: no statistics split them"),
                Recipe.of("re-mining").makes("rare-earth-concentrate").stage(Stage.EXTRACTION),
                separation(draft));
        Mines.lines(draft, "rare-earths", "re-mining");
        AluminaPart.reserves(draft, "rare-earths", "rare-earth-concentrate");
        double least = separators(draft);
        Figure use = draft.us("rare-earths", CONSUMPTION);
        draft.add(
                Demand.of("usa-rare-earths", "rare-earths", Draft.USA, use),
                Demand.remainder(
                        "rare-earths",
                        Figure.assumed(
                                Spread.exact(Math.max(0, least - Draft.high(use))),
                                RATE,
                                use.source(),
                                "what the lines separate at the lowest reading, less the use of the United States; Chinese"
                                        + " and other users together, served as at home: no border rule touches them")));
        UsGoods.of(draft.catalog(), "rare-earths").link(draft, "rare-earths", "rare-earths");
        draft.assume(
                "rare earths by element",
                "not split: controls on single elements cannot be imposed on this chain, and shares of magnets are not those of the sum");
        return least;
    }

    /** Where the chain is about magnets, what they are made of is a yield: a part of what is separated. */
    private static Recipe separation(Draft draft) {
        Recipe recipe = Recipe.of("re-separation")
                .makes("rare-earths")
                .stage(Stage.SEPARATION)
                .from("rare-earth-concentrate", concentrate(draft.catalog()));
        return draft.wants(MagnetPart.MAGNETS)
                ? recipe.yields(MagnetPart.OXIDE, MagnetPart.share(draft.catalog()))
                : recipe;
    }

    /** Tons of REO in concentrate per ton separated: one over both recoveries. */
    private static Figure concentrate(Catalog catalog) {
        Figure cracking = catalog.parameter("rare-earth-cracking-recovery").figure();
        Figure separation = catalog.parameter("rare-earth-separation-recovery").figure();
        return Figure.assumed(
                Spread.triangular(
                        1 / (Draft.high(cracking) * Draft.high(separation)),
                        1 / (Draft.central(cracking) * Draft.central(separation)),
                        1 / (Draft.low(cracking) * Draft.low(separation))),
                Unit.ONE,
                cracking.source(),
                "one over the recoveries of cracking, 0.88 to 0.97, and of separation, 0.9 to 0.98: no plant figure seen");
    }

    /** Adds the lines and says what they separate at least, in t/a. */
    private static double separators(Draft draft) {
        Catalog catalog = draft.catalog();
        Figure quota = quota(draft);
        Figure design = catalog.parameter("rare-earth-separation-capacity-chn").figure();
        draft.national(
                Draft.CHINA, Line.of("re-separation", Capacity.nameplate(design).permitted(quota)));
        Figure american = draft.us("rare-earths", SEPARATED);
        draft.plant(catalog.plant("F-RE-MTNPASS-SEP"), running(american));
        Figure lynas = catalog.fact("rare-earths-lynas-2024").figure();
        Figure malaysian = draft.year() == 2024
                ? lynas
                : Draft.assumed(lynas, "only the financial year 2024 was read, which stands in");
        draft.plant(catalog.plant("F-RE-KUANTAN"), running(malaysian));
        double least = Math.min(Draft.low(quota), Draft.low(design)) + Draft.low(american) + Draft.low(malaysian);
        for (String country : ImmutableList.of("est", "ind")) {
            Figure capacity = catalog.parameter("rare-earth-separation-capacity-" + country)
                    .figure();
            draft.national(
                    new CountryId(country.toUpperCase(Locale.ROOT)),
                    Line.of("re-separation", Capacity.nameplate(capacity)));
            least += Draft.low(capacity);
        }
        Figure french = catalog.parameter("rare-earth-separation-capacity-fra").figure();
        draft.plant(catalog.plant("F-RE-LAROCHELLE"), Line.of("re-separation", Capacity.nameplate(french)));
        Plant caremag = catalog.plant("F-RE-CAREMAG");
        draft.plant(
                caremag,
                Line.of("re-separation", Capacity.nameplate(caremag.capacity()))
                        .status(Line.Status.PLANNED)
                        .withStarts(caremag.starts()));
        return least + Draft.low(french);
    }

    private static Line running(Figure output) {
        return Line.of("re-separation", Capacity.nameplate(AluminaPart.onlyOutput(output)))
                .output(output);
    }

    /** The quota of the year, a legal ceiling. */
    private static Figure quota(Draft draft) {
        Catalog catalog = draft.catalog();
        Figure first = catalog.fact("rare-earth-quota-china-2021").figure();
        Figure last = catalog.fact("rare-earth-quota-china-2024").figure();
        return switch (draft.year()) {
            case 2021 -> first;
            case 2022 -> {
                Figure next = catalog.fact("rare-earth-quota-china-2023").figure();
                yield Draft.between(
                        Draft.low(first),
                        Draft.high(next),
                        RATE,
                        first.source(),
                        "not read for 2022: between the quotas of 2021 and 2023");
            }
            case 2023 -> catalog.fact("rare-earth-quota-china-2023").figure();
            case 2024 -> last;
            default -> Draft.assumed(last, "later quotas were not published: that of 2024 stands in");
        };
    }
}
