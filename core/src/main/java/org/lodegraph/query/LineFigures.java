package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Reads the figures of lines as ranges, and remembers who said them and what is assumed. Used once. */
final class LineFigures {

    private final SupplyChain chain;
    private final Set<Source> sources = new LinkedHashSet<>();
    private final Set<Assumption> assumptions = new LinkedHashSet<>();
    private final List<Figure> dated = new ArrayList<>();

    LineFigures(SupplyChain chain) {
        this.chain = chain;
    }

    /** The observed output; what nobody looked at is anything up to the capacity. */
    Range output(InstalledLine installed) {
        return outputOf(installed).amount();
    }

    /** The same, and how it came about; as all that ends in {@code Of}. */
    Tree.Node outputOf(InstalledLine installed) {
        Line line = installed.line();
        FigurePlace place = new FigurePlace(installed.id(), FigurePlace.Kind.OUTPUT);
        Optional<Tree.Node> output = line.output().map(figure -> readOf(place, figure, rate(line)));
        if (output.isPresent() && Double.isFinite(output.orElseThrow().amount().high())) {
            return output.orElseThrow();
        }
        if (line.output().isEmpty()) {
            assumptions.add(new Assumption(place, "not observed, read as 0 up to its capacity", Optional.empty()));
        }
        return Derivation.upTo(place.toString(), capacityOf(installed));
    }

    /** The effective capacity, else the nameplate, as far as permitted. */
    Range capacity(InstalledLine installed) {
        return capacityOf(installed).amount();
    }

    Tree.Node capacityOf(InstalledLine installed) {
        Tree.Node usable = usableOf(installed);
        return installed
                .line()
                .capacity()
                .permitted()
                .map(figure -> Derivation.least(
                        "capacity of line '%s'".formatted(installed.id()),
                        usable,
                        readOf(
                                new FigurePlace(installed.id(), FigurePlace.Kind.PERMITTED),
                                figure,
                                rate(installed.line()))))
                .orElse(usable);
    }

    /** The effective capacity, else the nameplate. */
    Range usable(InstalledLine installed) {
        return usableOf(installed).amount();
    }

    Tree.Node usableOf(InstalledLine installed) {
        Capacity capacity = installed.line().capacity();
        if (capacity.effective().isPresent()) {
            return readOf(
                    new FigurePlace(installed.id(), FigurePlace.Kind.EFFECTIVE),
                    capacity.effective().orElseThrow(),
                    rate(installed.line()));
        }
        capacity.nameplate()
                .filter(Figure::isKnown)
                .ifPresent(figure -> assumptions.add(Assumption.nameplate(installed.id(), figure)));
        return nameplateOf(installed);
    }

    /** The capacity by design. */
    Range nameplate(InstalledLine installed) {
        return nameplateOf(installed).amount();
    }

    Tree.Node nameplateOf(InstalledLine installed) {
        Unit rate = rate(installed.line());
        FigurePlace place = new FigurePlace(installed.id(), FigurePlace.Kind.NAMEPLATE);
        return installed
                .line()
                .capacity()
                .nameplate()
                .map(figure -> readOf(place, figure, rate))
                .orElse(Derivation.given(place.toString(), Range.unknown(rate), "not stated"));
    }

    /** Whether its output counts: it has started, and runs or was seen to make something. */
    boolean isSeen(InstalledLine installed) {
        Line line = installed.line();
        return (line.status() == Line.Status.RUNNING || line.output().isPresent())
                && line.starts().map(start -> !start.isAfter(chain.date())).orElse(true);
    }

    /**
     * Whether it is scrap, stocks and whoever is not listed, of nobody knows where and made of nothing in the chain: it only
     * evens out what is taken and made, and is nobody's output.
     */
    boolean isFeed(InstalledLine installed) {
        return installed.country().equals(CountryId.ELSEWHERE)
                && installed.line().recipes().stream()
                        .map(chain::recipe)
                        .allMatch(recipe -> recipe.stage().equals(Optional.of(Stage.RECYCLING))
                                && recipe.inputs().isEmpty());
    }

    /** How much of a material a line made by the recipes that count, in t/a; a line may run any of its recipes. */
    Range made(InstalledLine installed, MaterialId material, Predicate<Recipe> counts) {
        return of(outputOf(installed), installed, material, counts).amount();
    }

    /** So much of the reference material, as an amount of another, and how it came about. */
    Tree.Node of(Tree.Node reference, InstalledLine installed, MaterialId material, Predicate<Recipe> counts) {
        List<Tree.Node> perTon = installed.line().recipes().stream()
                .map(chain::recipe)
                .map(recipe -> counts.test(recipe) ? perTonOf(recipe, material) : none(recipe, material))
                .toList();
        Unit unit = Unit.T_PER_A.of(chain.material(material).basis());
        boolean isReference = chain.reference(installed.line()).id().equals(material)
                && perTon.stream().allMatch(each -> each.amount().equals(Range.exactly(1, Unit.ONE)));
        return isReference
                ? reference
                : Derivation.product(
                        "%s from line '%s'".formatted(material, installed.id()),
                        unit,
                        reference,
                        Derivation.any("%s per ton, by recipe".formatted(material), perTon));
    }

    private static Tree.Node none(Recipe recipe, MaterialId material) {
        return Derivation.given(
                "%s by recipe '%s'".formatted(material, recipe.id()), Range.exactly(0, Unit.ONE), "does not count");
    }

    /** Tons of an input per ton of the reference material. */
    Range needed(Recipe recipe, MaterialId input) {
        return neededOf(recipe, input).amount();
    }

    Tree.Node neededOf(Recipe recipe, MaterialId input) {
        return readOf(
                new FigurePlace(recipe.id(), FigurePlace.Kind.NEEDED, input.value()),
                Objects.requireNonNull(recipe.inputs().get(input)),
                Unit.ONE);
    }

    /** How much of a material a ton of the reference material brings; it is made. */
    Range perTon(Recipe recipe, MaterialId material) {
        return perTonOf(recipe, material).amount();
    }

    Tree.Node perTonOf(Recipe recipe, MaterialId material) {
        FigurePlace place = new FigurePlace(recipe.id(), FigurePlace.Kind.YIELDED, material.value());
        return recipe.reference().equals(material)
                ? Derivation.given(
                        "%s made by recipe '%s'".formatted(material, recipe.id()),
                        Range.exactly(1, Unit.ONE),
                        "by definition")
                : readOf(
                        place,
                        Objects.requireNonNull(recipe.yields().get(material)).coefficient(),
                        Unit.ONE);
    }

    /** The unit in which a material is made. */
    Unit rate(MaterialId material) {
        return chain.material(material).rateUnit();
    }

    private Unit rate(Line line) {
        return chain.reference(line).rateUnit();
    }

    /** An unknown figure is anything. */
    Range read(Assumption.Subject place, Figure figure, Unit wanted) {
        return readOf(place, figure, wanted).amount();
    }

    Tree.Node readOf(Assumption.Subject place, Figure figure, Unit wanted) {
        sources.add(figure.source());
        if (place instanceof FigurePlace which && which.kind().isOfYear()) {
            dated.add(figure);
        }
        if (figure.status() == Figure.Status.ASSUMED || !figure.isKnown()) {
            assumptions.add(Assumption.of(place, figure));
        }
        return Derivation.read(
                place.toString(),
                figure,
                figure.isKnown()
                        ? new Range(figure.at(Reading.LOW, wanted), figure.at(Reading.HIGH, wanted), wanted)
                        : Range.unknown(wanted));
    }

    /** Who said what was read. */
    ImmutableList<Source> sources() {
        return sources.stream()
                .sorted(Comparator.comparing(Source::id).thenComparing(Source::citation))
                .collect(toImmutableList());
    }

    /** Of which years what was read is. */
    Set<Integer> years() {
        return Years.of(chain.year(), dated);
    }

    /** What is assumed or unknown of what was read. */
    ImmutableList<Assumption> assumptions() {
        return ImmutableList.copyOf(assumptions);
    }
}
