package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** What some countries have at the stages of a ladder, material by material, in t/a of that. */
final class GapSupply {

    private final SupplyChain chain;
    private final LineFigures figures;
    private final Technology technology;

    GapSupply(SupplyChain chain, LineFigures figures) {
        this.chain = chain;
        this.figures = figures;
        this.technology = Technology.of(chain);
    }

    /**
     * What counts.
     *
     * @param suppliers whose lines and stocks
     * @param day on which lines stand
     * @param response what may run, and how far
     * @param days how long after the shock, for restarts
     * @param drawn the part of a stock that is drawn in a year; above 1 if all of it is drawn faster
     * @param projects whether planned lines count from their day
     */
    record Counted(
            Set<CountryId> suppliers, LocalDate day, Response response, double days, double drawn, boolean projects) {

        /** Whether a line counts if any doubt counts for it, or against it. */
        boolean counts(InstalledLine line, boolean doubts) {
            return suppliers.contains(line.country())
                    && line.isPresentOn(day)
                    && switch (line.line().status()) {
                        case RUNNING -> true;
                        case IDLE ->
                            response == Response.RESTART && isReady(line.line().restart(), days, doubts);
                        case PLANNED -> projects && line.line().starts().isPresent();
                        case CLOSED -> false;
                    };
        }
    }

    /** Whether something is ready after some days; nobody knows if it does not say. */
    static boolean isReady(Optional<Figure> time, double days, boolean doubts) {
        return days == Double.POSITIVE_INFINITY
                || time.filter(Figure::isKnown)
                        .map(figure -> figure.at(doubts ? Reading.LOW : Reading.HIGH, Unit.DAYS) <= days)
                        .orElse(doubts);
    }

    /** Capacity by design. */
    Range nameplate(MaterialId material, Counted counted) {
        return sum(
                lines(material, counted),
                material,
                line -> made(figures.nameplateOf(line), making(line, material), material)
                        .amount());
    }

    /** Capacity after availability. */
    Range effective(MaterialId material, Counted counted) {
        return sum(
                lines(material, counted),
                material,
                line -> made(figures.usableOf(line), making(line, material), material)
                        .amount());
    }

    /**
     * What counts: effective capacity as far as permitted, and what running lines were seen to make at least; of what comes along
     * with another product, no more than with as much of that as finds a taker.
     */
    Tree.Node permitted(MaterialId material, Counted counted) {
        List<Tree.Node> terms = new ArrayList<>();
        Multimaps.index(
                        lines(material, counted),
                        line -> chain.reference(line.line()).id())
                .asMap()
                .forEach((reference, lines) -> terms.addAll(permitted(material, reference, lines, counted)));
        return Derivation.sum("lines that make %s, as far as permitted".formatted(material), unit(material), terms);
    }

    private List<Tree.Node> permitted(
            MaterialId material, MaterialId reference, Collection<InstalledLine> lines, Counted counted) {
        List<Tree.Node> each =
                lines.stream().map(line -> permitted(line, material, counted)).toList();
        return isSold(material, reference, counted)
                ? each
                : ImmutableList.of(Derivation.least(
                        "%s, as far as the %s that it comes with finds a taker".formatted(material, reference),
                        Derivation.sum("%s from all lines".formatted(material), unit(material), each),
                        Derivation.product(
                                "%s with what is taken".formatted(material),
                                unit(material),
                                takers(reference),
                                Derivation.any(
                                        "%s per ton of %s".formatted(material, reference),
                                        lines.stream()
                                                .flatMap(line -> usable(line, material).stream())
                                                .distinct()
                                                .map(recipe -> figures.perTonOf(recipe, material))
                                                .toList()))));
    }

    /** Whether a line can surely run as far as it may, because somebody takes what it makes beside. */
    boolean isSold(InstalledLine line, MaterialId material, Counted counted) {
        return isSold(material, chain.reference(line.line()).id(), counted);
    }

    private boolean isSold(MaterialId material, MaterialId reference, Counted counted) {
        if (reference.equals(material)
                || chain.material(reference).boundary()
                || lines(material, counted).stream()
                        .noneMatch(line -> !usable(line, material).isEmpty())) {
            return true;
        }
        double made = lines(material, counted).stream()
                .filter(line -> chain.reference(line.line()).id().equals(reference))
                .mapToDouble(line -> most(line, counted).amount().high())
                .sum();
        return Numbers.published(made)
                <= Numbers.published(takers(reference).amount().low());
    }

    /** What surely takes a material, at least: demands. At most, all lines that use it, and whatever it stands in for or is stored. */
    private Tree.Node takers(MaterialId material) {
        Tree.Node wanted = Derivation.sum(
                "demands for %s".formatted(material),
                unit(material),
                chain.demandsFor(material).stream()
                        .map(demand -> figures.readOf(
                                new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), unit(material)))
                        .toList());
        boolean isUsedOtherwise = !chain.linesUsing(material).isEmpty()
                || chain.stocks().values().stream()
                        .anyMatch(stock -> stock.material().equals(material)
                                && stock.room().isPresent())
                || chain.demands().values().stream()
                        .flatMap(demand -> demand.alternatives().stream())
                        .anyMatch(alternative -> alternative.material().equals(material));
        return isUsedOtherwise
                ? Derivation.sum(
                        "takers of %s".formatted(material),
                        unit(material),
                        ImmutableList.of(
                                wanted,
                                Derivation.given(
                                        "lines that use it, and what it may stand in for",
                                        Range.unknown(unit(material)),
                                        "not looked into")))
                : wanted;
    }

    List<InstalledLine> lines(MaterialId material, Counted counted) {
        return chain.material(material).boundary()
                ? ImmutableList.of()
                : chain.linesMaking(material).stream()
                        .filter(line -> counted.counts(line, true))
                        .toList();
    }

    /** What lines of a status could make that does not count. */
    Range waiting(MaterialId material, Line.Status status, Counted counted) {
        return chain.material(material).boundary()
                ? Range.exactly(0, unit(material))
                : sum(
                        chain.linesMaking(material).stream()
                                .filter(line -> line.line().status() == status
                                        && counted.suppliers().contains(line.country())
                                        && !counted.counts(line, true))
                                .toList(),
                        material,
                        line -> made(figures.capacityOf(line), usable(line, material), material)
                                .amount());
    }

    /** What is drawn in the year from stocks above ground, in t/a. */
    Tree.Node drawn(MaterialId material, Counted counted) {
        String label = "drawn from stocks of %s".formatted(material);
        return counted.drawn() == 0 || chain.material(material).boundary()
                ? Derivation.given(label, Range.exactly(0, unit(material)), "none is drawn")
                : Derivation.product(
                        label,
                        unit(material),
                        stocks(material, Stock.Kind.ABOVE_GROUND, counted.suppliers()),
                        Derivation.given(
                                "part of it in the year", Range.exactly(counted.drawn(), Unit.ONE), "drawn evenly"));
    }

    private Range sum(List<InstalledLine> lines, MaterialId material, Function<InstalledLine, Range> what) {
        return lines.stream().map(what).reduce(Range.exactly(0, unit(material)), Range::plus);
    }

    /** The most of a material that so much of the reference material brings, by the best of some recipes. */
    private Tree.Node made(Tree.Node reference, List<Recipe> recipes, MaterialId material) {
        String label = "%s by %s".formatted(material, reference.label());
        return recipes.isEmpty()
                ? Derivation.given(label, Range.exactly(0, unit(material)), "by no recipe that it may run")
                : Derivation.most(
                        label,
                        recipes.stream()
                                .map(recipe -> recipe.reference().equals(material)
                                        ? reference
                                        : Derivation.product(
                                                label, unit(material), reference, figures.perTonOf(recipe, material)))
                                .toList());
    }

    /** What a line may make: nothing by a recipe whose technology a policy keeps from it, and what it was seen to make at least. */
    Tree.Node permitted(InstalledLine line, MaterialId material, Counted counted) {
        return made(most(line, counted), usable(line, material), material);
    }

    private Tree.Node most(InstalledLine line, Counted counted) {
        Tree.Node capacity = figures.capacityOf(line);
        boolean runs = line.line().status() == Line.Status.RUNNING;
        boolean isSeen = runs && line.line().output().filter(Figure::isKnown).isPresent();
        Tree.Node most = runs && counted.response() == Response.OBSERVED
                ? figures.outputOf(line)
                : isSeen
                        ? Derivation.most(
                                "line '%s': what it can, and was seen to, make".formatted(line.id()),
                                ImmutableList.of(capacity, figures.outputOf(line)))
                        : capacity;
        return counted.counts(line, false)
                ? most
                : Derivation.upTo("line '%s', if it is there".formatted(line.id()), most);
    }

    private List<Recipe> making(InstalledLine line, MaterialId material) {
        return line.line().recipes().stream()
                .map(chain::recipe)
                .filter(recipe -> recipe.makes(material))
                .toList();
    }

    /** Whether policies leave a line any recipe. */
    boolean mayRun(InstalledLine line) {
        return !technology.recipes(line).isEmpty();
    }

    /** The recipes by which a line may make a material. */
    List<Recipe> usable(InstalledLine line, MaterialId material) {
        return technology.recipes(line).stream()
                .filter(recipe -> recipe.makes(material))
                .toList();
    }

    /** Permitted capacity for a material by recipes at some stages. */
    Range capacity(MaterialId material, Counted counted, Set<Stage> stages) {
        return sum(
                lines(material, counted),
                material,
                line -> made(
                                most(line, counted),
                                usable(line, material).stream()
                                        .filter(recipe -> recipe.stage()
                                                .filter(stages::contains)
                                                .isPresent())
                                        .toList(),
                                material)
                        .amount());
    }

    /** What was seen to be made of a material by country, apart from some. */
    Map<CountryId, Range> output(MaterialId material, Set<CountryId> apart) {
        Map<CountryId, Range> made = new TreeMap<>();
        for (InstalledLine line : chain.linesMaking(material)) {
            if (!apart.contains(line.country()) && figures.isSeen(line)) {
                made.merge(line.country(), figures.made(line, material, recipe -> recipe.makes(material)), Range::plus);
            }
        }
        return made;
    }

    /** What lies in the ground, in t. */
    Range reserves(MaterialId material, Set<CountryId> suppliers) {
        return stocks(material, Stock.Kind.IN_GROUND, suppliers).amount();
    }

    private Tree.Node stocks(MaterialId material, Stock.Kind kind, Set<CountryId> holders) {
        Unit tons = Unit.T.of(chain.material(material).basis());
        return Derivation.sum(
                "stocks of %s".formatted(material),
                tons,
                chain.stocks().values().stream()
                        .filter(stock -> stock.kind() == kind
                                && stock.material().equals(material)
                                && holders.contains(stock.holder()))
                        .map(stock -> figures.readOf(
                                new FigurePlace(stock.id(), FigurePlace.Kind.AMOUNT), stock.amount(), tons))
                        .toList());
    }

    private Unit unit(MaterialId material) {
        return chain.material(material).rateUnit();
    }
}
