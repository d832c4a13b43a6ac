package org.lodegraph.reference;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;
import org.lodegraph.tables.Countries;
import org.lodegraph.tables.Statistic;

/**
 * What several sources, or several editions of one, say differently of the same thing. Ranked: first what moves the largest
 * part of the world's output, capacity or reserves.
 *
 * <p>Only figures on the same basis are compared. What one source lists and another does not is no disagreement: some list
 * main producers only.
 *
 * @param materials about what; empty means all
 * @param choice which source chains take
 * @param all the disagreements, in order of rank
 */
public record Disagreements(List<MaterialId> materials, Choice choice, List<Disagreement> all) implements Explained {

    /** Copies the lists. */
    public Disagreements {
        materials = ImmutableList.copyOf(materials);
        all = ImmutableList.copyOf(all);
    }

    /**
     * One thing of which sources say different amounts.
     *
     * @param material of what
     * @param stage the publisher's stage
     * @param form the publisher's product; else empty
     * @param country where; {@link Statistic#WORLD} for the published total
     * @param year the calendar year
     * @param kind what is counted
     * @param figures what the sources say, the one that chains take first; all in one unit
     * @param part of the world that is at stake: highest less lowest, over the largest sum that any of these sources gives for
     *     the world; 0.02 is 2 %
     */
    public record Disagreement(
            MaterialId material,
            String stage,
            String form,
            CountryId country,
            int year,
            Statistic.Kind kind,
            List<Figure> figures,
            double part) {

        /** Copies the list. */
        public Disagreement {
            figures = ImmutableList.copyOf(figures);
        }

        /**
         * From the lowest to the highest.
         *
         * @return in the unit of the figures
         */
        public Range span() {
            return figures.stream().map(Figure::range).reduce(Range::hull).orElseThrow();
        }

        /**
         * How many times the lowest the highest is.
         *
         * @return at least 1; infinite if the lowest is zero
         */
        public double ratio() {
            return span().high() / span().low();
        }

        /**
         * Whether one publisher corrected itself.
         *
         * @return false if publishers contradict each other
         */
        public boolean isRevision() {
            return figures.stream()
                            .map(figure -> publisher(figure.source()))
                            .distinct()
                            .count()
                    == 1;
        }

        /** Whoever does not say who publishes is a publisher of its own. */
        private static String publisher(Source source) {
            return source.publisher().isBlank() ? source.id() : source.publisher();
        }

        /** Where, in words. */
        String place() {
            return country.equals(Statistic.WORLD)
                    ? "world total"
                    : Countries.standard().name(country);
        }

        /** What is counted of what, in words. */
        String subject() {
            return "%s%s, %s %s"
                    .formatted(material, form.isEmpty() ? "" : " (" + form + ")", stage, Plausibility.words(kind));
        }
    }

    /** What all but the number and who says it must agree in. */
    record Key(
            MaterialId material,
            String stage,
            String form,
            CountryId country,
            int year,
            Statistic.Kind kind,
            Unit unit) {

        static Key of(Statistic row) {
            return new Key(
                    row.material(),
                    row.stage(),
                    row.form(),
                    row.country(),
                    row.year(),
                    row.kind(),
                    row.figure().unit());
        }

        Key inWorld() {
            return new Key(material, stage, form, Statistic.WORLD, year, kind, unit);
        }
    }

    static Disagreements of(List<Statistic> statistics, Set<MaterialId> materials, Choice choice) {
        Map<Key, List<Figure>> said = new LinkedHashMap<>();
        Map<Key, Map<String, Double>> sums = new LinkedHashMap<>();
        for (Statistic row : statistics) {
            if (row.figure().isKnown() && (materials.isEmpty() || materials.contains(row.material()))) {
                Key key = Key.of(row);
                String source = row.figure().source().id();
                if (!row.country().equals(Statistic.WORLD)) {
                    sums.computeIfAbsent(key.inWorld(), none -> new LinkedHashMap<>())
                            .merge(source, row.figure().at(Reading.HIGH), Double::sum);
                }
                if (!row.country().equals(CountryId.NOWHERE)) {
                    said.computeIfAbsent(key, none -> new ArrayList<>()).add(row.figure());
                }
            }
        }
        return new Disagreements(
                materials.stream().sorted().collect(toImmutableList()),
                choice,
                said.entrySet().stream()
                        .filter(entry -> differ(entry.getValue()))
                        .map(entry -> disagreement(
                                entry.getKey(),
                                entry.getValue(),
                                sums.getOrDefault(entry.getKey().inWorld(), ImmutableMap.of())
                                        .values(),
                                choice))
                        .sorted(Comparator.comparingDouble(Disagreement::part)
                                .reversed()
                                .thenComparing(Comparator.comparingInt(Disagreement::year)
                                        .reversed())
                                .thenComparing(Disagreement::subject)
                                .thenComparing(Disagreement::country))
                        .collect(toImmutableList()));
    }

    private static boolean differ(List<Figure> figures) {
        return figures.stream().map(Figure::range).distinct().count() > 1;
    }

    private static Disagreement disagreement(Key key, List<Figure> figures, Collection<Double> sums, Choice choice) {
        Range span = figures.stream().map(Figure::range).reduce(Range::hull).orElseThrow();
        double world = sums.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Disagreement(
                key.material,
                key.stage,
                key.form,
                key.country,
                key.year,
                key.kind,
                figures.stream()
                        .sorted(Comparator.comparing(figure -> figure.source().id(), choice.order()))
                        .collect(toImmutableList()),
                (span.high() - span.low()) / Math.max(world, span.high()));
    }

    /**
     * Those that matter.
     *
     * @param part of the world that must be at stake at least, such as 0.01
     * @return a copy without the others
     */
    public Disagreements atLeast(double part) {
        return new Disagreements(
                materials,
                choice,
                all.stream().filter(each -> each.part >= part).collect(toImmutableList()));
    }

    /**
     * Those between publishers, not between editions of one.
     *
     * @return a copy without the others
     */
    public Disagreements betweenPublishers() {
        return new Disagreements(
                materials,
                choice,
                all.stream().filter(each -> !each.isRevision()).collect(toImmutableList()));
    }

    @Override
    public Report show() {
        return DisagreementsReport.of(this);
    }

    @Override
    public Tree explain() {
        return DisagreementsReport.explain(this);
    }

    ImmutableSet<Source> sources() {
        return all.stream()
                .flatMap(each -> each.figures.stream())
                .map(Figure::source)
                .collect(ImmutableSet.toImmutableSet());
    }
}
