package org.lodegraph.assertj;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/**
 * Whether of each material no more is used than there can be: the least that went into observed outputs, against the most
 * that lines made and stocks hold. What nobody knows could be anything, and breaks nothing.
 */
final class MaterialBalance {

    private final SupplyChain chain;

    private MaterialBalance(SupplyChain chain) {
        this.chain = chain;
    }

    /** A sentence for each material that does not balance, by id. */
    static List<String> problems(SupplyChain chain) {
        MaterialBalance balance = new MaterialBalance(chain);
        return chain.materials().values().stream()
                .filter(material -> !material.boundary())
                .flatMap(material -> balance.problem(material).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<String> problem(Material material) {
        MaterialId id = material.id();
        Map<String, Double> used = new TreeMap<>();
        chain.linesUsing(id).forEach(line -> used.put(line.id().value(), takes(line, id)));
        Map<String, Double> there = new TreeMap<>();
        chain.linesMaking(id).forEach(line -> there.put(line.id().value(), makes(line, id)));
        chain.stocks().values().stream()
                .filter(stock -> stock.material().equals(id) && stock.kind() == Stock.Kind.ABOVE_GROUND)
                .forEach(stock -> there.put(stock.id().value(), most(stock.amount(), Unit.T.of(material.basis()))));
        if (Numbers.published(sum(used)) <= Numbers.published(sum(there))) {
            return Optional.empty();
        }
        return Optional.of("Material '%s': at least %s %s went into what was made (%s), but there are at most %s (%s)."
                .formatted(
                        id,
                        Numbers.brief(sum(used)),
                        Unit.T_PER_A.of(material.basis()),
                        words(used),
                        Numbers.brief(sum(there)),
                        words(there)));
    }

    /** The least of a material that went into the observed output of a line, whichever of its recipes it ran. */
    private double takes(InstalledLine line, MaterialId material) {
        double output = line.line()
                .output()
                .filter(Figure::isKnown)
                .map(figure -> figure.at(Reading.LOW, rate(line)))
                .orElse(0.0);
        return output
                * recipes(line)
                        .map(recipe -> Optional.ofNullable(recipe.inputs().get(material)))
                        .mapToDouble(needed -> needed.map(figure -> figure.at(Reading.LOW, Unit.ONE))
                                .orElse(0.0))
                        .min()
                        .orElse(0);
    }

    /** The most of a material that a line made, whichever of its recipes it ran. */
    private double makes(InstalledLine line, MaterialId material) {
        double most = line.line().status() == Line.Status.RUNNING ? output(line) : 0;
        double each = recipes(line)
                .mapToDouble(recipe -> perTon(recipe, material))
                .max()
                .orElse(0);
        return most == 0 ? 0 : most * each;
    }

    /** The most that a line made of its reference material: what was seen, else what it could and may make. */
    private double output(InstalledLine line) {
        Unit rate = rate(line);
        Capacity capacity = line.line().capacity();
        return line.line()
                .output()
                .filter(Figure::isKnown)
                .map(figure -> most(figure, rate))
                .orElseGet(() -> Stream.of(capacity.usable(), capacity.permitted())
                        .flatMap(Optional::stream)
                        .mapToDouble(figure -> most(figure, rate))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY));
    }

    private static double perTon(Recipe recipe, MaterialId material) {
        return recipe.reference().equals(material)
                ? 1
                : Optional.ofNullable(recipe.yields().get(material))
                        .map(yield -> most(yield.coefficient(), Unit.ONE))
                        .orElse(0.0);
    }

    private static double most(Figure figure, Unit unit) {
        return figure.isKnown() ? figure.at(Reading.HIGH, unit) : Double.POSITIVE_INFINITY;
    }

    private Unit rate(InstalledLine line) {
        return Unit.T_PER_A.of(chain.reference(line.line()).basis());
    }

    private Stream<Recipe> recipes(InstalledLine line) {
        return line.line().recipes().stream().map(chain::recipe);
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String words(Map<String, Double> parts) {
        return parts.isEmpty()
                ? "nobody makes it"
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + " " + Numbers.brief(part.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
