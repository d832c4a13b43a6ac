package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.SupplyChain;

/** Reads the figures of lines as ranges, and remembers who said them and what is assumed. Used once. */
final class LineFigures {

    private final SupplyChain chain;
    private final Set<Source> sources = new LinkedHashSet<>();
    private final Set<Assumption> assumptions = new LinkedHashSet<>();

    LineFigures(SupplyChain chain) {
        this.chain = chain;
    }

    /** The observed output; what nobody looked at is anything up to the capacity. */
    Range output(InstalledLine installed) {
        Line line = installed.line();
        FigurePlace place = new FigurePlace(installed.id(), FigurePlace.Kind.OUTPUT);
        Range output =
                line.output().map(figure -> read(place, figure, rate(line))).orElse(Range.unknown(rate(line)));
        if (Double.isFinite(output.high())) {
            return output;
        }
        if (line.output().isEmpty()) {
            assumptions.add(new Assumption(place, "not observed, read as 0 up to its capacity", Optional.empty()));
        }
        return new Range(0, capacity(installed).high(), rate(line));
    }

    /** The effective capacity, else the nameplate, as far as permitted. */
    Range capacity(InstalledLine installed) {
        Capacity capacity = installed.line().capacity();
        Unit rate = rate(installed.line());
        FigurePlace effective = new FigurePlace(installed.id(), FigurePlace.Kind.EFFECTIVE);
        FigurePlace nameplate = new FigurePlace(installed.id(), FigurePlace.Kind.NAMEPLATE);
        FigurePlace permit = new FigurePlace(installed.id(), FigurePlace.Kind.PERMITTED);
        Range usable = capacity.usable()
                .map(figure -> read(capacity.effective().isPresent() ? effective : nameplate, figure, rate))
                .orElse(Range.unknown(rate));
        if (capacity.effective().isEmpty()) {
            capacity.nameplate()
                    .filter(Figure::isKnown)
                    .ifPresent(figure -> assumptions.add(Assumption.nameplate(installed.id(), figure)));
        }
        Range permitted =
                capacity.permitted().map(figure -> read(permit, figure, rate)).orElse(usable);
        return new Range(Math.min(usable.low(), permitted.low()), Math.min(usable.high(), permitted.high()), rate);
    }

    /** The unit in which a line is measured. */
    private Unit rate(Line line) {
        return chain.reference(line).rateUnit();
    }

    /** An unknown figure is anything. */
    Range read(FigurePlace place, Figure figure, Unit wanted) {
        sources.add(figure.source());
        if (figure.status() == Figure.Status.ASSUMED || !figure.isKnown()) {
            assumptions.add(Assumption.of(place, figure));
        }
        return figure.isKnown()
                ? new Range(figure.at(Reading.LOW, wanted), figure.at(Reading.HIGH, wanted), wanted)
                : Range.unknown(wanted);
    }

    /** Who said what was read. */
    ImmutableList<Source> sources() {
        return sources.stream()
                .sorted(Comparator.comparing(Source::id).thenComparing(Source::citation))
                .collect(toImmutableList());
    }

    /** What is assumed or unknown of what was read. */
    ImmutableList<Assumption> assumptions() {
        return ImmutableList.copyOf(assumptions);
    }
}
