package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/**
 * Gallium: low-purity metal from Bayer liquor or zinc residue, high-purity metal refined from it.
 *
 * <p>China's use stands at low purity (output less exports, so that stock building counts as use); the use of everybody
 * else stands at high purity, since it is for semiconductors.
 */
final class GalliumPart implements Part {

    static final Unit RATE = Unit.T_PER_A.of(Basis.contained("Ga"));

    private static final ImmutableSet<CountryId> FROM_ZINC =
            ImmutableSet.of(new CountryId("JPN"), new CountryId("KOR"));
    private static final ImmutableList<String> PROJECTS =
            ImmutableList.of("F-GA-METLEN", "F-GA-VAUDREUIL", "F-GA-WAGERUP", "F-GA-KAZ");
    private static final ImmutableList<String> REFINERS = ImmutableList.of("chn", "jpn", "svk", "deu", "can");

    static Material liquor() {
        return Material.of("bayer-liquor-gallium")
                .withName("gallium in Bayer liquor")
                .containing("Ga")
                .atSite();
    }

    /** Whether a country's gallium is booked as a companion of alumina; otherwise of zinc. */
    static boolean isFromLiquor(CountryId country) {
        return !FROM_ZINC.contains(country);
    }

    @Override
    public String material() {
        return "gallium";
    }

    @Override
    public List<String> brings() {
        return ImmutableList.of("alumina");
    }

    @Override
    public void on(Draft draft) {
        Catalog catalog = draft.catalog();
        draft.add(
                Material.of("gallium").withName("low-purity gallium").containing("Ga"),
                Material.of("gallium-high-purity")
                        .withName("high-purity gallium")
                        .containing("Ga"),
                residue(),
                Recipe.of("ga-bayer")
                        .makes("gallium")
                        .stage(Stage.REFINING)
                        .from("bayer-liquor-gallium", perTon(catalog, "gallium-from-liquor")),
                Recipe.of("ga-zinc")
                        .makes("gallium")
                        .stage(Stage.REFINING)
                        .from("zinc-residue-gallium", perTon(catalog, "gallium-zinc-recovery")),
                Recipe.of("ga-refine")
                        .makes("gallium-high-purity")
                        .stage(Stage.REFINING)
                        .from("gallium", perTon(catalog, "gallium-refining-recovery")));
        draft.assume(
                "recipe of gallium in China, Russia and Ukraine",
                "booked as a companion of alumina: USGS names bauxite as the source of most gallium, no table splits it");
        circuits(draft);
        projects(draft);
        refiners(draft);
        new GalliumUse(draft).add();
    }

    /** Tons of input per ton of output, from a recovery. */
    static Figure perTon(Catalog catalog, String recovery) {
        Figure share = catalog.parameter(recovery).figure();
        return Figure.assumed(
                Spread.triangular(1 / Draft.high(share), 1 / Draft.central(share), 1 / Draft.low(share)),
                Unit.ONE,
                share.source(),
                "one over the recovery %s to %s: %s".formatted(Draft.low(share), Draft.high(share), share.note()));
    }

    private static Material residue() {
        return Material.of("zinc-residue-gallium")
                .withName("gallium in zinc leach residue")
                .containing("Ga")
                .withForm(Form.INTERMEDIATE)
                .withMobility(Mobility.DOMESTIC)
                .asBoundary()
                .withNote("no table of refined zinc by country exists here, so the host's limit is unknown");
    }

    private static void circuits(Draft draft) {
        Series output = draft.series("gallium", "primary-refinery", Statistic.Kind.PRODUCTION);
        Series capacity = draft.series("gallium", "primary-refinery", Statistic.Kind.CAPACITY);
        ImmutableSet.Builder<CountryId> countries = ImmutableSet.builder();
        output.rows().forEach(row -> countries.add(row.country()));
        capacity.rows().forEach(row -> countries.add(row.country()));
        for (CountryId country : countries.build()) {
            if (!country.equals(Statistic.WORLD)) {
                circuit(draft, country, output.find(country), capacity.find(country));
            }
        }
    }

    private static void circuit(
            Draft draft, CountryId country, Optional<Statistic> output, Optional<Statistic> capacity) {
        Optional<Figure> made = output.filter(Series::isPositive).map(draft::standing);
        Optional<Figure> published = capacity.filter(Series::isPositive).map(Statistic::figure);
        if (made.isEmpty() && published.isEmpty()) {
            return;
        }
        Line line = Line.of(
                isFromLiquor(country) ? "ga-bayer" : "ga-zinc",
                Capacity.nameplate(capacityOf(draft, country, made, capacity)));
        draft.national(country, made.map(line::output).orElse(line.status(Line.Status.IDLE)));
    }

    /** The published capacity of the year; else at least the output and at most what is published for later. */
    private static Figure capacityOf(
            Draft draft, CountryId country, Optional<Figure> made, Optional<Statistic> capacity) {
        double least = made.map(Draft::central).orElse(0.0);
        if (capacity.isEmpty()) {
            return AluminaPart.onlyOutput(made.orElseThrow());
        }
        Statistic row = capacity.get();
        Figure published = row.figure();
        Figure trackers = draft.catalog().fact("gallium-capacity-china-2023").figure();
        if (country.equals(Draft.CHINA) && row.year() != draft.year() && least <= Draft.high(trackers)) {
            return Draft.between(
                    least,
                    Draft.high(trackers),
                    RATE,
                    trackers.source(),
                    "no table before 2024: at least the output, at most the higher of two trackers in July 2023");
        }
        draft.compared(Conflict.Check.CAPACITY, "gallium, %s, %s".formatted(country, draft.year()));
        if (least > Draft.high(published)) {
            draft.conflict(
                    Conflict.Check.CAPACITY,
                    "gallium, %s, %s".formatted(country, draft.year()),
                    "output %s t above the capacity of %s t published for %s"
                            .formatted(Numbers.brief(least), Numbers.brief(Draft.high(published)), row.year()),
                    "The output is taken as capacity.");
            return Draft.assumed(made.orElseThrow(), "the published capacity is below the output, which is taken");
        }
        return draft.standing(row);
    }

    private static void projects(Draft draft) {
        for (String id : PROJECTS) {
            Plant plant = draft.catalog().plant(id);
            Line line = Line.of("ga-bayer", Capacity.nameplate(plant.capacity()))
                    .withName(Draft.slug(plant.name()))
                    .status(Line.Status.PLANNED)
                    .withStarts(plant.starts())
                    .withNote("project of %s; %s"
                            .formatted(
                                    plant.operator().orElse("an unnamed company"),
                                    plant.capacity().note()));
            draft.national(plant.country(), line);
        }
        draft.assume(
                "site of planned gallium circuits",
                "each stands beside the national alumina line, since no capacity of its own refinery is in the data");
    }

    private static void refiners(Draft draft) {
        for (String country : REFINERS) {
            Parameter capacity = draft.catalog().parameter("gallium-refining-capacity-" + country);
            draft.national(
                    capacity.country().orElseThrow(), Line.of("ga-refine", Capacity.nameplate(capacity.figure())));
        }
        Plant newYork = draft.catalog().plant("F-GA-NY");
        draft.plant(
                newYork,
                Line.of(
                        "ga-refine",
                        Capacity.nameplate(draft.catalog()
                                .parameter("gallium-refining-capacity-usa")
                                .figure())));
    }
}
