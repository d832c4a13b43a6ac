package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
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
        Range usable = usable(installed);
        Range permitted = installed
                .line()
                .capacity()
                .permitted()
                .map(figure -> read(new FigurePlace(installed.id(), FigurePlace.Kind.PERMITTED), figure, usable.unit()))
                .orElse(usable);
        return new Range(
                Math.min(usable.low(), permitted.low()), Math.min(usable.high(), permitted.high()), usable.unit());
    }

    /** The effective capacity, else the nameplate. */
    Range usable(InstalledLine installed) {
        Capacity capacity = installed.line().capacity();
        if (capacity.effective().isPresent()) {
            return read(
                    new FigurePlace(installed.id(), FigurePlace.Kind.EFFECTIVE),
                    capacity.effective().orElseThrow(),
                    rate(installed.line()));
        }
        capacity.nameplate()
                .filter(Figure::isKnown)
                .ifPresent(figure -> assumptions.add(Assumption.nameplate(installed.id(), figure)));
        return nameplate(installed);
    }

    /** The capacity by design. */
    Range nameplate(InstalledLine installed) {
        Unit rate = rate(installed.line());
        return installed
                .line()
                .capacity()
                .nameplate()
                .map(figure -> read(new FigurePlace(installed.id(), FigurePlace.Kind.NAMEPLATE), figure, rate))
                .orElse(Range.unknown(rate));
    }

    /** Whether its output counts: it has started, and runs or was seen to make something. */
    boolean isSeen(InstalledLine installed) {
        Line line = installed.line();
        return (line.status() == Line.Status.RUNNING || line.output().isPresent())
                && line.starts().map(start -> !start.isAfter(chain.date())).orElse(true);
    }

    /** How much of a material a line made by the recipes that count, in t/a; a line may run any of its recipes. */
    Range made(InstalledLine installed, MaterialId material, Predicate<Recipe> counts) {
        return of(output(installed), installed, material, counts);
    }

    /** So much of the reference material, as an amount of another. */
    Range of(Range reference, InstalledLine installed, MaterialId material, Predicate<Recipe> counts) {
        Range perTon = installed.line().recipes().stream()
                .map(chain::recipe)
                .map(recipe -> counts.test(recipe) ? perTon(recipe, material) : Range.exactly(0, Unit.ONE))
                .reduce(Range::hull)
                .orElseThrow();
        return new Range(
                reference.low() * perTon.low(),
                // Nothing of an unlimited amount is nothing.
                perTon.high() > 0 ? reference.high() * perTon.high() : 0,
                Unit.T_PER_A.of(chain.material(material).basis()));
    }

    /** Tons of an input per ton of the reference material. */
    Range needed(Recipe recipe, MaterialId input) {
        return read(
                new FigurePlace(recipe.id(), FigurePlace.Kind.NEEDED, input.value()),
                Objects.requireNonNull(recipe.inputs().get(input)),
                Unit.ONE);
    }

    /** How much of a material a ton of the reference material brings; it is made. */
    Range perTon(Recipe recipe, MaterialId material) {
        return recipe.reference().equals(material)
                ? Range.exactly(1, Unit.ONE)
                : read(
                        new FigurePlace(recipe.id(), FigurePlace.Kind.YIELDED, material.value()),
                        Objects.requireNonNull(recipe.yields().get(material)).coefficient(),
                        Unit.ONE);
    }

    /** The unit in which a line is measured. */
    private Unit rate(Line line) {
        return chain.reference(line).rateUnit();
    }

    /** An unknown figure is anything. */
    Range read(Assumption.Subject place, Figure figure, Unit wanted) {
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
