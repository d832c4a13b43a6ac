package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.model.MaterialId;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.Statistic;

/**
 * What the data set has on one material: a narrow view of the lists of {@link Reference}. Each list is in the order of its
 * file, and empty if there is nothing.
 *
 * @param material which one
 */
public record Dossier(MaterialId material) {

    /**
     * World tables: production, capacity and reserves by country, of every edition.
     *
     * @return its statistics
     */
    public List<Statistic> statistics() {
        return own(Reference.statistics(), Statistic::material);
    }

    /**
     * Salient statistics of the United States, prices among them.
     *
     * @return its statistics
     */
    public List<UsStatistic> usStatistics() {
        return own(Reference.usStatistics(), UsStatistic::material);
    }

    /**
     * Yearly prices.
     *
     * @return its prices
     */
    public List<UsStatistic> prices() {
        return own(Reference.prices(), UsStatistic::material);
    }

    /**
     * From where the United States import.
     *
     * @return shares of its forms
     */
    public List<ImportShare> importShares() {
        return own(Reference.importShares(), ImportShare::material);
    }

    /**
     * What it is used for.
     *
     * @return its uses
     */
    public List<EndUse> endUses() {
        return own(Reference.endUses(), EndUse::material);
    }

    /**
     * What can stand in for it.
     *
     * @return its substitutes
     */
    public List<Substitute> substitutes() {
        return own(Reference.substitutes(), Substitute::material);
    }

    /**
     * With what it comes along.
     *
     * @return its hosts, also those that people only believe to be
     */
    public List<CompanionLink> hosts() {
        return own(Reference.companionLinks(), CompanionLink::companion);
    }

    /**
     * What comes along with it.
     *
     * @return its companions, also those that people only believe to be
     */
    public List<CompanionLink> companions() {
        return Reference.companionLinks().stream()
                .filter(link -> link.host().filter(material::equals).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Figures of the processes that make it.
     *
     * @return its flows
     */
    public List<ProcessFlow> processFlows() {
        return own(Reference.processFlows(), ProcessFlow::material);
    }

    /**
     * Single figures.
     *
     * @return its facts
     */
    public List<Fact> facts() {
        return own(Reference.facts(), Fact::material);
    }

    /**
     * Named plants.
     *
     * @return its plants
     */
    public List<Plant> plants() {
        return own(Reference.plants(), Plant::material);
    }

    /**
     * Export controls that name it.
     *
     * @return its controls
     */
    public List<Control> controls() {
        return Reference.measures().stream()
                .filter(control -> control.materials().contains(material))
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether there is anything at all. */
    boolean isEmpty() {
        return Stream.<List<?>>of(
                        statistics(),
                        usStatistics(),
                        importShares(),
                        endUses(),
                        substitutes(),
                        hosts(),
                        companions(),
                        processFlows(),
                        facts(),
                        plants(),
                        controls())
                .allMatch(List::isEmpty);
    }

    private <T> ImmutableList<T> own(List<T> rows, Function<T, MaterialId> what) {
        return rows.stream().filter(row -> what.apply(row).equals(material)).collect(ImmutableList.toImmutableList());
    }
}
