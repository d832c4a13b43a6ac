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
                        "supply of material '%s'".formatted(material.id()),
                        "taken as unlimited: the chain ends here",
                        Optional.empty()));
            }
        }
        for (InstalledLine installed : chain.lines().values()) {
            Capacity capacity = installed.line().capacity();
            if (capacity.effective().isEmpty()
                    && capacity.nameplate().map(Figure::isKnown).orElse(false)) {
                all.add(new Assumption(
                        new FigurePlace(installed.id(), FigurePlace.Kind.EFFECTIVE).toString(),
                        "not published, read as the nameplate",
                        capacity.nameplate()));
            }
        }
        chain.forEachFigure((place, figure) -> {
            if (figure.status() == Figure.Status.ASSUMED || figure.status() == Figure.Status.UNKNOWN) {
                all.add(new Assumption(place.toString(), figure.note(), Optional.of(figure)));
            }
        });
        return all.build();
    }
}
