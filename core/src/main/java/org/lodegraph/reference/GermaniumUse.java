package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Country;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Stock;

/** Who uses germanium, from where the United States import it, and what they hold. */
final class GermaniumUse {

    private static final List<String> EXPORTS =
            ImmutableList.of("Exports: Germanium metal", "Exports: Germanium dioxide");
    private static final String CONSUMPTION = "Consumption, estimated";
    private static final String RELIANCE = "Net import reliance as a percentage of estimated consumption";

    private final Draft draft;
    private final Catalog catalog;
    private final Figure unitedStates;
    private final Figure exports;

    GermaniumUse(Draft draft) {
        this.draft = draft;
        this.catalog = draft.catalog();
        this.unitedStates = unitedStates();
        this.exports = exports();
    }

    void add() {
        draft.add(Demand.of("usa-germanium", "germanium", Draft.USA, unitedStates));
        Figure output = GermaniumPart.chinaOutput(draft);
        draft.add(Demand.of(
                "chn-germanium",
                "germanium",
                Draft.CHINA,
                exact(
                        Math.max(0, Draft.low(output) - Draft.high(exports)),
                        exports,
                        "lowest output less highest exports (%s): stock building counts as use"
                                .formatted(exports.note()))));
        double abroad = GermaniumPart.ABROAD.stream()
                .mapToDouble(country -> Draft.low(GermaniumPart.range(draft, country)))
                .sum();
        draft.add(
                Country.of(Draft.OTHERS.value(), "Other consuming countries"),
                Demand.of(
                        "others-germanium",
                        "germanium",
                        Draft.OTHERS,
                        exact(
                                Math.max(0, Draft.low(exports) + abroad - Draft.high(unitedStates)),
                                exports,
                                "lowest exports of China and lowest capacities abroad, less the highest use of the United States")),
                Stock.of(
                        "usa-stockpile-germanium",
                        "germanium",
                        Draft.USA,
                        catalog.fact("germanium-stockpile-usa-2023").figure()));
        UsGoods.of(catalog, "germanium").link(draft, "germanium", "germanium");
        draft.assume("consumer " + Draft.OTHERS, GalliumUse.ONE_CONSUMER_ABROAD);
    }

    private static Figure exact(double tons, Figure leansOn, String why) {
        return Figure.assumed(Spread.exact(tons), GermaniumPart.RATE, leansOn.source(), why);
    }

    /** Published until 2021; since then between net imports and what the published reliance on them allows. */
    private Figure unitedStates() {
        Figure published = draft.us("germanium", CONSUMPTION);
        if (published.isKnown()) {
            return published;
        }
        double net = Draft.central(UsGoods.of(catalog, "germanium").total(catalog, draft.year()))
                - Draft.central(UsGoods.sum(catalog, "germanium", draft.year(), EXPORTS));
        double reliance = Draft.low(draft.us("germanium", RELIANCE)) / 100;
        return Draft.between(
                net,
                net / reliance,
                GermaniumPart.RATE,
                published.source(),
                "not published after 2021: at least net imports of metal and dioxide (%s t), at most these over the published"
                                .formatted(Numbers.brief(net))
                        + " net import reliance of more than %s %%".formatted(Numbers.brief(reliance * 100)));
    }

    private Figure exports() {
        String why = "Chinese exports of germanium metal, January to September: none to an average last quarter";
        return switch (draft.year()) {
            case 2022 ->
                Draft.assumed(
                        catalog.fact("germanium-exports-china-2022").figure(),
                        "Chinese customs as quoted by the press");
            case 2021 ->
                Draft.assumed(
                        catalog.fact("germanium-exports-china-2022").figure(),
                        "no export figure of this year was read: that of 2022 stands in");
            default -> {
                Figure months = catalog.fact("germanium-exports-china-%s-09".formatted(draft.year()))
                        .figure();
                double tons = Draft.central(months);
                yield Draft.between(tons, tons * 12 / 9, GermaniumPart.RATE, months.source(), why);
            }
        };
    }
}
