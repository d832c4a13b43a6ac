package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Conversion;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Change;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.tables.Governance;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/**
 * The embedded data set: chains built from it, and the figures themselves. Read on first use, immutable, safe to share
 * between threads.
 */
public final class Reference {

    /** The first year with figures. */
    public static final int FIRST_YEAR = 2021;
    /** The last year with figures. */
    public static final int LAST_YEAR = 2025;

    private Reference() {}

    /**
     * A chain of the figures of one year.
     *
     * @param year 2021 to 2025
     * @param materials what it is about, of {@link #materials()}: {@code gallium}, {@code germanium}, {@code rare-earths} and
     *     {@code ndfeb-magnets} bring along what they come from; of most others only world tables are known, and each table is
     *     a step
     * @return the chain; what is assumed in it comes out of {@link SupplyChain#assumptions()}
     * @throws IllegalArgumentException if there are no figures of the year or the material
     */
    public static SupplyChain chain(int year, String... materials) {
        return embedded().chain(year, materials);
    }

    /**
     * The data set with more statistics, such as a table of one's own. Where both have a table of one material, stage and
     * form, the new one is taken, in the years that it has.
     *
     * @param more such as {@code DataFile.of(path).read(StatisticsTable.tidy()).strict()}
     * @return the data set, from which chains are built as from this one
     */
    public static Dataset with(List<Statistic> more) {
        return new Dataset(Catalog.embedded().with(more));
    }

    /**
     * The embedded data set as a value, from which others are made: by another {@link Dataset#choosing choice} of sources, with
     * other {@link Dataset#tying ties}.
     *
     * @return the data set
     */
    public static Dataset embedded() {
        return new Dataset(Catalog.embedded());
    }

    /**
     * The embedded data set, of which another source is taken where several have a table.
     *
     * @param choice which
     * @return the data set, from which chains are built as from this one
     */
    public static Dataset choosing(Choice choice) {
        return embedded().choosing(choice);
    }

    /**
     * Whether the figures of a chain add up; see {@link Dataset#plausibility}.
     *
     * @param year 2021 to 2025
     * @param materials as for {@link #chain}
     * @return what was compared, and what does not fit
     */
    public static Plausibility plausibility(int year, String... materials) {
        return embedded().plausibility(year, materials);
    }

    /**
     * Where sources say different amounts of the same thing; see {@link Dataset#disagreements}.
     *
     * @param materials about what, of {@link #materials()}; none means all
     * @return the disagreements, ranked by what is at stake
     */
    public static Disagreements disagreements(String... materials) {
        return embedded().disagreements(materials);
    }

    /**
     * What chains can be built of.
     *
     * @return ids for {@link #chain}, in alphabetical order
     */
    public static Set<String> materials() {
        return embedded().materials();
    }

    /**
     * What is known of one material, kind by kind. More is known of some materials than of those that chains are built of.
     *
     * @param material its id, such as {@code tin}
     * @return a view of the lists below
     * @throws IllegalArgumentException if there is nothing on it
     */
    public static Dossier of(String material) {
        Dossier dossier = new Dossier(new MaterialId(material));
        if (dossier.isEmpty()) {
            throw new IllegalArgumentException("Material '%s': nothing is known of it here. Maybe one of %s."
                    .formatted(material, String.join(", ", materials())));
        }
        return dossier;
    }

    /**
     * What all zinc refining in the world could give of germanium at most. No country table of refined zinc exists in the
     * data, so the limit of each country is unknown, and circuits in a chain are not bounded by their host.
     *
     * @return 0 to world refined zinc x germanium in the richest concentrate cited x best recovery, in t/a; the note says
     *     the arithmetic
     */
    public static Figure germaniumHostLimit() {
        return GermaniumPart.hostLimit(Catalog.embedded());
    }

    /**
     * Everybody whose figures or words are in the data set.
     *
     * @return by id, with licence and acknowledgement, without places in the works
     */
    public static List<Source> sources() {
        return ImmutableList.copyOf(Catalog.embedded().sources().values());
    }

    /**
     * World tables: production, capacity and reserves by country. Both editions of USGS are there; {@code chain} takes the
     * newest.
     *
     * @return in the order of the file
     */
    public static List<Statistic> statistics() {
        return Catalog.embedded().statistics();
    }

    /**
     * Salient statistics of the United States.
     *
     * @return in the order of the file
     */
    public static List<UsStatistic> usStatistics() {
        return Catalog.embedded().usStatistics();
    }

    /**
     * Yearly prices, as the U.S. Geological Survey states them: the salient statistics of the category {@code price}.
     *
     * @return 2015 to 2025 where an older edition was read, else 2021 to 2025; nominal, except where the label says real
     */
    public static List<UsStatistic> prices() {
        return usStatistics().stream()
                .filter(row -> row.category().equals("price"))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * One salient statistic of the United States.
     *
     * @param material of what
     * @param label the published row label, such as {@code Imports for consumption: Metal}
     * @param year 2021 to 2025; some prices and uses from 2015 on
     * @return the figure; unknown where the publisher has none
     * @throws IllegalArgumentException if there is no such row; lists the labels
     */
    public static Figure salient(MaterialId material, String label, int year) {
        return Catalog.embedded().us(material.value(), label, year);
    }

    /**
     * From where the United States import.
     *
     * @return in the order of the file
     */
    public static List<ImportShare> importShares() {
        return Catalog.embedded().importShares();
    }

    /**
     * What materials are used for.
     *
     * @return in the order of the file
     */
    public static List<EndUse> endUses() {
        return Catalog.embedded().endUses();
    }

    /**
     * Published substitutes as a change: each demand of the chain may be served by what stands in for its material. How much
     * of a use it can take is published for none, so it is unknown, 0 to 1; chains come without alternatives for that
     * reason.
     *
     * @return the change
     */
    public static Change alternatives() {
        return new Alternatives(Catalog.embedded().substitutes());
    }

    /**
     * What can stand in for a material.
     *
     * @return in the order of the file
     */
    public static List<Substitute> substitutes() {
        return Catalog.embedded().substitutes();
    }

    /**
     * What comes along with what, and what does not though people say so.
     *
     * @return in the order of the file
     */
    public static List<CompanionLink> companionLinks() {
        return Catalog.embedded().companionLinks();
    }

    /**
     * Figures of processes: inputs, energy, recoveries, compositions. Where no source was seen they are assumed, with a
     * range.
     *
     * @return in the order of the file, process by process
     */
    public static List<ProcessFlow> processFlows() {
        return Catalog.embedded().processFlows();
    }

    /**
     * Named plants, mines and projects.
     *
     * @return in the order of the file
     */
    public static List<Plant> plants() {
        return ImmutableList.copyOf(Catalog.embedded().plants().values());
    }

    /**
     * Export controls as a change: {@code chain.at(day).with(Reference.controls("CN-2023-GAGE"))}.
     *
     * @param ids names of {@link #measures()}; none for all that cover something in the chain
     * @return the change; it follows the windows in which each control applies
     */
    public static Controls controls(String... ids) {
        return new Controls(ImmutableList.copyOf(ids), Optional.empty(), Policy.Reach.ENDS_AT_PROCESSING);
    }

    /**
     * Government measures on exports.
     *
     * @return in the order of the file
     */
    public static List<Control> measures() {
        return ImmutableList.copyOf(Catalog.embedded().controls().values());
    }

    /**
     * Single figures: what happened, what settles a claim.
     *
     * @return in the order of the file
     */
    public static List<Fact> facts() {
        return ImmutableList.copyOf(Catalog.embedded().facts().values());
    }

    /**
     * Single figures of one topic, such as those on recycling.
     *
     * @param topic what about
     * @return in the order of the file
     */
    public static List<Fact> facts(Fact.Topic topic) {
        return facts().stream().filter(fact -> fact.topic() == topic).collect(ImmutableList.toImmutableList());
    }

    /**
     * Political stability of countries, 2019 to 2022. Chains know the newest year.
     *
     * @return by country, then by year
     */
    public static List<Governance> governance() {
        return Catalog.embedded().governance();
    }

    /**
     * What the rare earths of ores are. All but that of one company are from background knowledge, and so assumed.
     *
     * @return one for each deposit, in the order of the file
     */
    public static List<Assay> assays() {
        return Assay.among(Catalog.embedded().elementShares());
    }

    /**
     * Ways from oxides and carbonates to the element in them, by standard atomic weights.
     *
     * @return in the order of the file
     */
    public static List<Conversion> conversions() {
        return Catalog.embedded().conversions();
    }

    /**
     * A single figure.
     *
     * @param id its name, such as {@code germanium-exports-china-2023-09}
     * @return the fact
     * @throws IllegalArgumentException if there is none; lists the names
     */
    public static Fact fact(String id) {
        return Catalog.embedded().fact(id);
    }

    /**
     * Figures of processes, and the ranges that are assumed where nobody published one.
     *
     * @return in the order of the files
     */
    public static List<Parameter> parameters() {
        return ImmutableList.copyOf(Catalog.embedded().parameters().values());
    }
}
