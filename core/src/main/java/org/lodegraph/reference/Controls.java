package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Change;
import org.lodegraph.model.Limit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Scenario;

/**
 * Published export controls as a change of a chain: each becomes a rule with its windows, on those of its goods or recipes
 * that the chain has. Set the day with {@link SupplyChain#at}.
 *
 * <p>Goods of different bases get a rule each, named after the control and the goods: {@code CN-2023-GAGE-gallium}. A
 * control on technology gets one, named like the control: it stops every line with a covered recipe that starts outside
 * the issuer while the control applies, as if none had a technology of its own.
 *
 * @param ids which controls, such as {@code CN-2023-GAGE}; none means all that cover something in the chain, and those of them that
 *     cannot be imposed are listed among its assumptions
 * @param passing what part of the former trade passes; empty means nothing for a ban, the published amount for a quota, and
 *     an unknown part, 0 to 1, for a licence, or an unknown amount where no figure says what used to pass
 * @param reach whether processing in a third country ends the hold on the goods
 */
public record Controls(List<String> ids, Optional<Figure> passing, Policy.Reach reach) implements Change {

    private static final Figure UNKNOWN_PART = Figure.assumed(
            Spread.between(0, 1), Unit.SHARE, Source.ASSUMPTION, "what licences let through is not published");

    /** Copies the ids. */
    public Controls {
        ids = ImmutableList.copyOf(ids);
    }

    /**
     * A copy that lets a part of the former trade pass: leakage through a ban, or granted licences.
     *
     * @param part of the baseline, 0..1
     */
    public Controls letting(Figure part) {
        return new Controls(ids, Optional.of(part), reach);
    }

    /** A copy that follows the goods so far. */
    public Controls reaching(Policy.Reach far) {
        return new Controls(ids, passing, far);
    }

    @Override
    public SupplyChain on(SupplyChain chain) {
        SupplyChain changed = scenario(chain).on(chain);
        if (!ids.isEmpty()) {
            return changed;
        }
        SupplyChain.Builder builder = changed.toBuilder();
        for (Control control : Catalog.embedded().controls().values()) {
            hindrance(control, chain)
                    .filter(any -> covers(control, chain))
                    .ifPresent(why ->
                            builder.assume(new Assumption(control.name(), "not imposed: " + why, Optional.empty())));
        }
        return builder.build();
    }

    /**
     * The rules as steps that can be saved and compared.
     *
     * @param chain which goods there are
     * @return one step for each rule
     * @throws IllegalArgumentException if a control is unknown, never took effect, or touches nothing in the chain
     */
    public Scenario scenario(SupplyChain chain) {
        List<Control> imposed = ids.isEmpty()
                ? Catalog.embedded().controls().values().stream()
                        .filter(control -> covers(control, chain)
                                && hindrance(control, chain).isEmpty())
                        .toList()
                : ids.stream().map(Catalog.embedded()::control).toList();
        Scenario scenario = Scenario.of(ids.isEmpty() ? "every control" : String.join(" and ", ids));
        for (Control control : imposed) {
            scenario = scenario.then(steps(control, chain));
        }
        return scenario;
    }

    private static boolean covers(Control control, SupplyChain chain) {
        return control.recipes().stream().anyMatch(chain.recipes()::containsKey)
                || control.materials().stream().anyMatch(chain.materials()::containsKey);
    }

    /** Why a control that covers something cannot be imposed. */
    private Optional<String> hindrance(Control control, SupplyChain chain) {
        if (control.inForce().isEmpty()) {
            return Optional.of("it never took effect");
        }
        return goods(control, chain).asMap().values().stream()
                .map(covered -> covered.iterator().next())
                .filter(first -> passing.isPresent()
                        && Baseline.find(Catalog.embedded(), control, first).isEmpty())
                .map(first -> "no figure says what used to pass of " + first)
                .findFirst();
    }

    /** What it covers of the chain; what is counted alike stands under one rule. */
    private static ImmutableListMultimap<Basis, MaterialId> goods(Control control, SupplyChain chain) {
        return Multimaps.index(
                control.materials().stream()
                        .filter(chain.materials()::containsKey)
                        .toList(),
                material -> chain.material(material).basis());
    }

    private Impose[] steps(Control control, SupplyChain chain) {
        ImmutableSet<RecipeId> recipes =
                control.recipes().stream().filter(chain.recipes()::containsKey).collect(ImmutableSet.toImmutableSet());
        ImmutableListMultimap<Basis, MaterialId> goods = goods(control, chain);
        if (control.inForce().isEmpty() || goods.isEmpty() && recipes.isEmpty()) {
            throw new IllegalArgumentException("Control '%s': it cannot be imposed here (%s; %s). Maybe leave it out."
                    .formatted(
                            control.id(),
                            control.inForce().isEmpty()
                                    ? "it never took effect"
                                    : "the chain has nothing that it is known to cover",
                            control.note()));
        }
        Stream<Policy> onGoods = goods.asMap().entrySet().stream()
                .map(alike -> onGoods(control, ImmutableSet.copyOf(alike.getValue()), alike.getKey()));
        Stream<Policy> onTechnology = recipes.isEmpty()
                ? Stream.empty()
                : Stream.of(rule(control).recipes(recipes).build());
        return Stream.concat(onGoods, onTechnology).map(Impose::of).toArray(Impose[]::new);
    }

    private Policy onGoods(Control control, ImmutableSet<MaterialId> covered, Basis basis) {
        MaterialId first = covered.iterator().next();
        return rule(control)
                .id(new PolicyId(control.id() + "-" + first))
                .materials(covered)
                .limit(limit(control, first, basis))
                .reach(reach)
                .build();
    }

    private static Policy.Builder rule(Control control) {
        Policy.Builder rule = Policy.builder()
                .id(new PolicyId(control.id()))
                .name(control.name())
                .issuer(control.issuer())
                .inForce(control.inForce())
                .source(control.source())
                .lastChecked(control.lastChecked())
                .note(control.note());
        control.toward().ifPresent(rule::addToward);
        return rule;
    }

    private Limit limit(Control control, MaterialId goods, Basis basis) {
        boolean licence = control.measure() == Control.Measure.LICENCE;
        if (passing.isEmpty() && !licence) {
            return control.most().<Limit>map(Limit.AtMost::new).orElseGet(Limit.Nothing::new);
        }
        if (passing.isEmpty()
                && Baseline.find(Catalog.embedded(), control, goods).isEmpty()) {
            return new Limit.AtMost(new Figure.Unknown(
                    Unit.T_PER_A.of(basis),
                    control.source(),
                    "what licences let through is not published, nor what used to pass"));
        }
        return new Limit.ShareOf(passing.orElse(UNKNOWN_PART), Baseline.of(Catalog.embedded(), control, goods));
    }
}
