package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Figure;

/** Lists what a chain takes for granted. */
final class Assumptions {

    private Assumptions() {}

    static List<Assumption> of(SupplyChain chain, List<Assumption> stated) {
        ImmutableList.Builder<Assumption> all = ImmutableList.builder();
        all.addAll(stated);
        for (Material material : chain.materials().values()) {
            if (material.boundary()) {
                all.add(new Assumption(
                        new Assumption.Supply(material.id()),
                        "taken as unlimited: the chain ends here",
                        Optional.empty()));
            }
        }
        for (InstalledLine installed : chain.lines().values()) {
            Capacity capacity = installed.line().capacity();
            if (capacity.effective().isEmpty()) {
                capacity.nameplate()
                        .filter(Figure::isKnown)
                        .ifPresent(nameplate -> all.add(Assumption.nameplate(installed.id(), nameplate)));
            }
        }
        chain.forEachFigure((place, figure) -> {
            if (figure.status() == Figure.Status.ASSUMED || figure.status() == Figure.Status.UNKNOWN) {
                all.add(Assumption.of(place, figure));
            }
        });
        return all.build();
    }
}
