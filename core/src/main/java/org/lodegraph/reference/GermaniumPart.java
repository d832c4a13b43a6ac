package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Form;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/**
 * Germanium from zinc residue, from the ash of germanium-rich coal and from scrap.
 *
 * <p>USGS publishes no output by country. For China the British Geological Survey and World Mining Data disagree: the first
 * is the middle and the high end, the second the low end. Demands are taken as low as the figures allow, so that what is
 * made serves them all and losses are not overstated.
 */
final class GermaniumPart implements Part {

    static final Unit RATE = Unit.T_PER_A.of(Basis.contained("Ge"));
    /** Countries whose capacities are assumed ranges. */
    static final ImmutableList<String> ABROAD = ImmutableList.of("can", "bel", "deu", "usa", "rus", "jpn");

    private static final ImmutableList<String> ANY_ORE = ImmutableList.of("ge-zinc", "ge-coal");

    @Override
    public String material() {
        return "germanium";
    }

    @Override
    public List<String> brings() {
        return ImmutableList.of("zinc");
    }

    @Override
    public void on(Draft draft) {
        Catalog catalog = draft.catalog();
        draft.add(
                Material.of("germanium").withName("germanium metal and dioxide").containing("Ge"),
                boundary("zinc-residue-germanium", "germanium in zinc leach residue", Form.INTERMEDIATE),
                boundary("coal-ash-germanium", "germanium in the ash of germanium-rich coal", Form.INTERMEDIATE),
                boundary("germanium-scrap", "germanium in scrap", Form.SCRAP),
                recipe(catalog, "ge-zinc", "zinc-residue-germanium", "germanium-zinc-recovery", Stage.REFINING),
                recipe(catalog, "ge-coal", "coal-ash-germanium", "germanium-coal-recovery", Stage.REFINING),
                recipe(catalog, "ge-recycle", "germanium-scrap", "germanium-scrap-recovery", Stage.RECYCLING));
        draft.assume("germanium that all zinc refining could give", hostLimit(catalog));
        china(draft);
        abroad(draft);
        projects(draft);
        new GermaniumUse(draft).add();
    }

    /** As if all zinc were as rich in germanium as the richest concentrate cited, and every refinery had the best circuit. */
    static Figure hostLimit(Catalog catalog) {
        Figure zinc = catalog.fact("zinc-refined-world-2025").figure();
        Figure richest = catalog.fact("germanium-in-zinc-richest").figure();
        Figure recovery = catalog.parameter("germanium-zinc-recovery").figure();
        double most = Draft.high(zinc) * richest.at(Reading.HIGH, Unit.ONE) * Draft.high(recovery);
        return Draft.between(
                0,
                most,
                RATE,
                zinc.source(),
                "at most %s t of refined zinc in the world x %s of germanium in the zinc of the richest concentrate cited x %s, the best recovery assumed; by country unknown"
                        .formatted(
                                Numbers.brief(Draft.high(zinc)),
                                richest.range(),
                                Numbers.percent(Draft.high(recovery))));
    }

    private static Material boundary(String id, String name, Form form) {
        return Material.of(id)
                .withName(name)
                .withForm(form)
                .containing("Ge")
                .withMobility(Mobility.DOMESTIC)
                .asBoundary()
                .withNote("how much there is in each country is not published");
    }

    private static Recipe recipe(Catalog catalog, String id, String input, String recovery, Stage stage) {
        return Recipe.of(id).makes("germanium").stage(stage).from(input, GalliumPart.perTon(catalog, recovery));
    }

    /** China's output: World Mining Data at the low end, the British Geological Survey in the middle and at the high end. */
    static Figure chinaOutput(Draft draft) {
        Statistic bgs = draft.series("germanium", "refinery", Statistic.Kind.PRODUCTION)
                .find(Draft.CHINA)
                .orElseThrow();
        Figure high = draft.standing(bgs);
        int year = Math.min(draft.year(), 2022);
        Figure low = draft.catalog()
                .fact("germanium-production-china-%s-wmd".formatted(year))
                .figure();
        return Figure.assumed(
                Spread.triangular(Draft.low(low), Draft.central(high), Draft.high(high)),
                RATE,
                high.source(),
                "British Geological Survey %s t for %s, World Mining Data %s t for %s"
                        .formatted(Numbers.brief(Draft.high(high)), bgs.year(), Numbers.brief(Draft.low(low)), year));
    }

    private static void china(Draft draft) {
        Figure total = chinaOutput(draft);
        if (Draft.low(total) < Draft.high(total)) {
            draft.conflict(
                    Conflict.Check.SOURCES,
                    "germanium, CHN, " + draft.year(),
                    total.note(),
                    "Both are kept: the first is the middle and the high end, the second the low end.");
        }
        Plant lincang = draft.catalog().plant("F-GE-YUNNANGE");
        Plant huize = draft.catalog().plant("F-GE-CHIHONG");
        Figure atCapacity =
                Draft.assumed(lincang.capacity(), "its output is not published: it is taken to run at its capacity");
        Figure made = huize.output().orElseThrow();
        Figure seen = draft.standing(made, huize.outputYear().orElseThrow());
        draft.plant(
                lincang,
                Line.of("ge-coal", Capacity.nameplate(lincang.capacity())).output(atCapacity));
        draft.plant(
                huize,
                Line.of("ge-zinc", Capacity.nameplate(AluminaPart.onlyOutput(made)))
                        .output(seen));
        Figure rest = draft.remainder("germanium", Draft.CHINA, total, Draft.central(atCapacity) + Draft.central(made));
        draft.national(
                Draft.CHINA, anyOre("germanium", AluminaPart.onlyOutput(rest)).output(rest));
    }

    /** A line whose ore is not stated. */
    private static Line anyOre(String name, Figure capacity) {
        return Line.builder()
                .name(name)
                .recipes(ANY_ORE.stream().map(Ids::recipe).toList())
                .capacity(Capacity.nameplate(capacity))
                .note("from zinc residue or coal ash: the split is not published")
                .build();
    }

    private static void abroad(Draft draft) {
        Series output = draft.series("germanium", "refinery", Statistic.Kind.PRODUCTION);
        draft.plant(draft.catalog().plant("F-GE-TRAIL"), Line.of("ge-zinc", assumed(draft, "can")));
        draft.plant(draft.catalog().plant("F-GE-UMICORE"), Line.of("ge-recycle", assumed(draft, "bel")));
        draft.national(new CountryId("DEU"), Line.of("ge-recycle", assumed(draft, "deu")));
        draft.national(
                Draft.USA,
                Line.of("ge-recycle", assumed(draft, "usa"))
                        .withOutput(output.find(Draft.USA).map(draft::standing)));
        draft.national(new CountryId("JPN"), anyOre("germanium", range(draft, "jpn")));
        CountryId russia = new CountryId("RUS");
        draft.national(
                russia,
                anyOre("germanium", range(draft, "rus"))
                        .withOutput(output.find(russia).map(draft::standing)));
    }

    static Figure range(Draft draft, String country) {
        return draft.catalog().parameter("germanium-capacity-" + country).figure();
    }

    private static Capacity assumed(Draft draft, String country) {
        return Capacity.nameplate(range(draft, country));
    }

    private static void projects(Draft draft) {
        for (String id : ImmutableList.of("F-GE-ONSAN", "F-GE-CLARKSVILLE")) {
            Plant plant = draft.catalog().plant(id);
            draft.plant(
                    plant,
                    Line.of("ge-zinc", Capacity.nameplate(plant.capacity()))
                            .status(Line.Status.PLANNED)
                            .withStarts(plant.starts())
                            .withNote(plant.capacity().note()));
        }
    }
}
