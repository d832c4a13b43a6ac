package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Line;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.tables.Countries;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/** A chain of one year while it is put together from the data set. */
final class Draft {

    /**
     * Everybody outside the countries that have a demand of their own. A code for private use, so that it can stand
     * where a country must stand: border rules apply to it, and nothing is made there.
     */
    static final CountryId OTHERS = new CountryId("XOC");

    static final CountryId CHINA = new CountryId("CHN");
    static final CountryId USA = new CountryId("USA");

    private final Catalog catalog;
    private final int year;
    private final SupplyChain.Builder builder;
    private final Map<FacilityId, Facility> facilities = new TreeMap<>();
    private final Map<String, List<Step>> steps = new TreeMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final OwnRows own;
    private final SetMultimap<Conflict.Check, String> compared = LinkedHashMultimap.create();

    private final Choice choice;
    private final ImmutableSet<String> wanted;
    private final ImmutableList<Tie> ties;

    Draft(Catalog catalog, Choice choice, List<Tie> ties, int year, Set<String> wanted) {
        this.catalog = catalog;
        this.own = new OwnRows(catalog, year);
        this.choice = choice;
        this.year = year;
        this.wanted = ImmutableSet.copyOf(wanted);
        this.ties = ties.stream()
                .filter(tie -> wants(tie.material().value()) && wants(tie.feed().value()))
                .filter(this::hasBothTables)
                .collect(ImmutableList.toImmutableList());
        this.builder = SupplyChain.builder(year);
    }

    /** Tables of one material must be of one year: what was mined in one and refined in another says nothing of the rest. */
    private boolean hasBothTables(Tie tie) {
        Optional<Step> made = Step.find(this, tie.material(), tie.stage(), tie.form());
        Optional<Step> feed = Step.find(this, tie.feed(), tie.feedStage(), tie.feedForm());
        return made.isPresent()
                && feed.isPresent()
                && (!tie.material().equals(tie.feed())
                        || made.get().output().year() == feed.get().output().year());
    }

    /** Whether the chain is to be about a material. */
    boolean wants(String material) {
        return wanted.contains(material);
    }

    ImmutableSet<String> wanted() {
        return wanted;
    }

    int year() {
        return year;
    }

    Catalog catalog() {
        return catalog;
    }

    Draft add(Entity... entities) {
        builder.add(entities);
        return this;
    }

    /** Adds a line to the facility that stands for what statistics give of a country. */
    void national(CountryId country, Line line) {
        Facility start = Facility.aggregate(country)
                .withName(country.equals(CountryId.NOWHERE) ? "Other countries" : name(country) + ", national figures");
        install(start, line);
    }

    /** Adds a line to what stands for whoever is not listed. */
    void elsewhere(Line line) {
        install(
                Facility.at("not-in-any-table", CountryId.ELSEWHERE)
                        .withName("Scrap, stocks and whoever is not listed"),
                line);
    }

    /** Adds a line to a named plant. */
    void plant(Plant plant, Line line) {
        Facility start = Facility.at(slug(plant.name()), plant.country()).withName(plant.name());
        Facility owned = plant.operator().map(owner -> start.owner(slug(owner))).orElse(start);
        install(owned, line);
    }

    private void install(Facility start, Line line) {
        Facility there = facilities.getOrDefault(start.id(), start);
        if (!there.lines().contains(line)) {
            facilities.put(start.id(), there.line(line));
        }
    }

    /** Figures were compared; without a conflict they fit. */
    void compared(Conflict.Check check, String subject) {
        compared.put(check, subject);
    }

    void conflict(Conflict.Check check, String subject, String finding, String resolution) {
        compared(check, subject);
        conflicts.add(new Conflict(check, subject, finding, resolution));
    }

    /** Compares what a line makes with what it is said to be able to make. */
    void compareWithCapacity(String material, CountryId country, Figure output, Figure capacity) {
        String subject = "%s, %s, %s".formatted(material, country, year);
        compared(Conflict.Check.CAPACITY, subject);
        if (central(output) > high(capacity)) {
            conflict(
                    Conflict.Check.CAPACITY,
                    subject,
                    "output %s t above the published capacity of %s t"
                            .formatted(Numbers.brief(central(output)), Numbers.brief(high(capacity))),
                    "The line may run as high as its output.");
        }
    }

    /**
     * What is left of a national figure after the named plants. A figure that is smaller than they are is a conflict; the
     * rest is then taken as zero where it would be negative.
     */
    Figure remainder(String material, CountryId country, Figure national, double named) {
        double low = low(national) - named;
        double high = high(national) - named;
        String subject = "%s, %s, %s".formatted(material, country, year);
        compared(Conflict.Check.PLANTS, subject);
        if (low < 0) {
            conflict(
                    Conflict.Check.PLANTS,
                    subject,
                    "the named plants make %s t, more than the national figure of %s t%s"
                            .formatted(
                                    Numbers.brief(named),
                                    Numbers.brief(low(national)),
                                    high < 0 ? "" : " at its low end"),
                    "The rest of the country is taken as zero%s.".formatted(high < 0 ? "" : " there"));
        }
        return Figure.assumed(
                Spread.triangular(Math.max(0, low), Math.max(0, central(national) - named), Math.max(0, high)),
                national.unit(),
                national.source(),
                "%s, less the named plants (%s t)".formatted(national.note(), Numbers.brief(named)));
    }

    void assume(String place, Figure figure) {
        builder.assume(new Assumption(place, figure.note(), Optional.of(figure)));
    }

    void assume(String place, String reason) {
        builder.assume(new Assumption(place, reason, Optional.empty()));
    }

    Choice choice() {
        return choice;
    }

    List<Conflict> conflicts() {
        return conflicts.stream().distinct().collect(ImmutableList.toImmutableList());
    }

    /** How many comparisons were made, by kind, in the order of the kinds. */
    Map<Conflict.Check, Integer> comparisons() {
        Map<Conflict.Check, Integer> counts = new TreeMap<>();
        compared.asMap().forEach((check, subjects) -> counts.put(check, subjects.size()));
        return counts;
    }

    SupplyChain build() {
        own.tell(this);
        facilities.values().forEach(builder::add);
        // Those with nothing of their own too: a question may name any country, and people want to read its name.
        catalog.countries().values().forEach(builder::add);
        facilities.values().stream()
                .map(Facility::country)
                .filter(country -> !catalog.countries().containsKey(country)
                        && Countries.standard().all().contains(country))
                .distinct()
                .forEach(country -> builder.add(Country.of(country.value(), name(country))));
        return builder.build();
    }

    /** The steps of a material, put together once. */
    List<Step> steps(String material) {
        List<Step> known = steps.get(material);
        if (known == null) {
            known = Step.of(this, material);
            steps.put(material, known);
        }
        return known;
    }

    /** The tables of this year, or of the nearest year that has one. */
    Series series(String material, String stage, Statistic.Kind kind) {
        return series(material, stage, "", kind);
    }

    Series series(String material, String stage, String form, Statistic.Kind kind) {
        Series series = Series.nearest(catalog.statistics(material), material, stage, form, kind, year, choice);
        own.take(series, choice);
        if (series.hasTotal()) {
            String subject = "%s, %s, %s"
                    .formatted(
                            form.isEmpty() ? material : material + " (" + form + ")",
                            Plausibility.words(kind),
                            series.year());
            compared(Conflict.Check.TOTAL, subject);
            series.mismatch().ifPresent(found -> conflict(Conflict.Check.TOTAL, subject, found, "The rows are taken."));
        }
        return choice.isSpanning() ? series.spanning(catalog.statistics(material)) : series;
    }

    /** Says that nothing was made of a table after all. */
    void leave(Series series) {
        own.leave(series);
    }

    /** A figure of this year as published; one of another year as an assumption. */
    Figure standing(Statistic statistic) {
        return standing(statistic.figure(), statistic.year());
    }

    /** A figure of a year, which is assumed if it is another than the chain's. */
    Figure standing(Figure figure, int of) {
        return of != year && figure instanceof Figure.Known known ? Years.standingIn(known, of, year) : figure;
    }

    /** The ties between steps that are both in the chain. */
    List<Tie> ties() {
        return ties;
    }

    /** A salient statistic of the United States in this year, if there is one. */
    Optional<Figure> findUs(String material, String label) {
        return catalog.findUs(material, label, year);
    }

    /** A salient statistic of the United States in this year. */
    Figure us(String material, String label) {
        return catalog.us(material, label, year);
    }

    static Figure assumed(Figure known, String why) {
        return new Figure.Known(
                ((Figure.Known) known).spread(), known.unit(), known.source(), Figure.Status.ASSUMED, why);
    }

    /** An assumed range; one number if both ends agree. */
    static Figure between(double low, double high, Unit unit, Source source, String why) {
        return Figure.assumed(Spread.between(low, high), unit, source, why);
    }

    static double low(Figure figure) {
        return figure.at(Reading.LOW);
    }

    static double high(Figure figure) {
        return figure.at(Reading.HIGH);
    }

    static double central(Figure figure) {
        return figure.at(Reading.CENTRAL);
    }

    String name(CountryId country) {
        Country known = catalog.countries().get(country);
        return known == null ? Countries.standard().name(country) : known.name();
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
