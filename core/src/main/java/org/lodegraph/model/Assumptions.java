package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;

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
            exceeded(installed.line())
                    .ifPresent(output -> all.add(new Assumption(
                            new FigurePlace(installed.id(), FigurePlace.Kind.OUTPUT),
                            "above the capacity; a running line can make what it was seen to make",
                            Optional.of(output))));
        }
        chain.forEachFigure((place, figure) -> {
            if (figure.status() == Figure.Status.ASSUMED || figure.status() == Figure.Status.UNKNOWN) {
                all.add(Assumption.of(place, figure));
            }
        });
        return all.build();
    }

    /** What a running line makes, if that is surely more than it is said to be able to make. */
    private static Optional<Figure> exceeded(Line line) {
        return line.output()
                .filter(output -> line.status() == Line.Status.RUNNING && output.isKnown())
                .filter(output -> line.capacity()
                        .usable()
                        .filter(Figure::isKnown)
                        .filter(usable -> tons(usable, Reading.HIGH) < tons(output, Reading.LOW))
                        .isPresent());
    }

    private static double tons(Figure figure, Reading reading) {
        return figure.at(reading) * figure.unit().factor();
    }
}
