package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Party;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.Disruption.Coverage;
import org.lodegraph.query.Disruption.Holding;

/** What the world was seen to make at each stage, and what of it an outage takes away. Used once. */
final class WorldOutput {

    private final SupplyChain chain;
    private final LineFigures figures;

    WorldOutput(SupplyChain chain) {
        this.chain = chain;
        this.figures = new LineFigures(chain);
    }

    ImmutableList<Assumption> assumptions() {
        return figures.assumptions();
    }

    /** What is made where in the chain. */
    private record Made(MaterialId material, Stage stage) {}

    /** The lost part of everything that the outage touches, the largest first. */
    ImmutableList<Holding> holdings(Outage outage) {
        Map<Made, Range> shares = new LinkedHashMap<>();
        outage.runs()
                .forEach((line, recipes) -> recipes.stream()
                        .map(chain::recipe)
                        .forEach(recipe -> recipe.stage()
                                .filter(Stage::isProduction)
                                .ifPresent(stage -> recipe.materials().stream()
                                        .filter(recipe::makes)
                                        .forEach(material -> shares.computeIfAbsent(
                                                new Made(material, stage), made -> lost(made, outage))))));
        return shares.entrySet().stream()
                .map(entry ->
                        new Holding(entry.getKey().material(), entry.getKey().stage(), entry.getValue()))
                .filter(holding -> holding.share().high() > 0)
                .sorted(Comparator.comparingDouble(
                                (Holding holding) -> -holding.share().high())
                        .thenComparingDouble(holding -> -holding.share().low())
                        .thenComparing(Holding::material)
                        .thenComparing(Holding::stage))
                .collect(ImmutableList.toImmutableList());
    }

    private Range lost(Made made, Outage outage) {
        Predicate<Recipe> there = recipe -> recipe.makes(made.material())
                && recipe.stage().map(made.stage()::equals).orElse(false);
        Range gone = sum(made.material(), outage, there, true);
        Range left = sum(made.material(), outage, there, false);
        return Range.spanning(part(gone.low(), left.high()), part(gone.high(), left.low()), Unit.SHARE);
    }

    /** One part over both; of nothing, nothing. */
    private static double part(double one, double other) {
        if (one == 0) {
            return 0;
        }
        return Double.isInfinite(one) ? 1 : one / (one + other);
    }

    /** What lines were seen to make of a material by recipes that are lost, or by those that are not. */
    private Range sum(MaterialId material, Outage outage, Predicate<Recipe> counts, boolean lost) {
        return sum(chain.linesMaking(material), material, outage, counts, lost);
    }

    private Range sum(
            List<InstalledLine> lines, MaterialId material, Outage outage, Predicate<Recipe> counts, boolean lost) {
        Range sum = Range.exactly(0, Unit.T_PER_A.of(chain.material(material).basis()));
        for (InstalledLine line : lines) {
            Predicate<Recipe> these = recipe -> counts.test(recipe) && outage.stops(line.id(), recipe.id()) == lost;
            if (figures.isSeen(line)
                    && line.line().recipes().stream().map(chain::recipe).anyMatch(these)) {
                sum = sum.plus(figures.made(line, material, these));
            }
        }
        return sum;
    }

    /** What is left of supply and demand when an outage takes lines of some parties. */
    Coverage coverage(MaterialId material, Outage outage, Set<Party> parties) {
        Set<CountryId> lost =
                parties.stream().map(chain::members).flatMap(Collection::stream).collect(toImmutableSet());
        List<Demand> demands = chain.demandsFor(material);
        Range named = Range.exactly(0, Unit.T_PER_A.of(chain.material(material).basis()));
        Range own = named;
        Range rest = named;
        for (Demand demand : demands) {
            Range rate = figures.read(new FigurePlace(demand.id(), FigurePlace.Kind.RATE), demand.rate(), named.unit());
            if (demand.consumer().equals(CountryId.REST)) {
                rest = rest.plus(rate);
            } else if (lost.contains(demand.consumer()) || outage.demands().contains(demand.id())) {
                own = own.plus(rate);
            } else {
                named = named.plus(rate);
            }
        }
        ImmutableSet<CountryId> consumers =
                demands.stream().map(Demand::consumer).collect(toImmutableSet());
        // Who is not named among the consumers may be any part of the rest of the world.
        boolean hidden = !consumers.containsAll(lost);
        return new Coverage(
                sum(running(material), material, outage, WorldOutput::isProduction, false),
                new Range(named.low() + (hidden ? 0 : rest.low()), named.high() + rest.high(), named.unit()),
                named.plus(own).plus(rest));
    }

    /** Those that can run at all, as in the delivery: neither those of "other countries" nor those that rules keep from it. */
    private List<InstalledLine> running(MaterialId material) {
        Technology technology = Technology.of(chain);
        return chain.linesMaking(material).stream()
                .filter(line -> line.isPresentOn(chain.date())
                        && !technology.recipes(line).isEmpty())
                .toList();
    }

    private static boolean isProduction(Recipe recipe) {
        return recipe.stage().map(Stage::isProduction).orElse(true);
    }
}
