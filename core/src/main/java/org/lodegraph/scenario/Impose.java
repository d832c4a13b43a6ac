package org.lodegraph.scenario;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Limit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;

/**
 * A rule comes into being: {@code Impose.ban(country("CHN")).on(material("gallium")).toward(country("USA"))}.
 *
 * <p>Rules made here bound exports of the issuer toward everybody on every day, until copies say otherwise. Name and id
 * follow from what the rule says, unless {@link #named} gives an id.
 *
 * @param policy the rule
 */
public record Impose(Policy policy) implements Step {

    /** A rule as it is written. */
    public static Impose of(Policy policy) {
        return new Impose(policy);
    }

    /** A rule that lets nothing pass. */
    public static Impose ban(Party issuer) {
        return start(issuer, new Limit.Nothing());
    }

    /**
     * A rule that lets an amount pass, all lanes together.
     *
     * @param most in t/a on the covered materials' basis
     */
    public static Impose quota(Party issuer, Figure most) {
        return start(issuer, new Limit.AtMost(most));
    }

    /**
     * A rule that lets an amount pass, stated by the caller.
     *
     * @param most such as {@code tonnesPerYear(40)}
     */
    public static Impose quota(Party issuer, Quantity most) {
        return quota(issuer, Figure.stated(most.value(), most.unit()));
    }

    /**
     * A rule that lets everything pass at a cost.
     *
     * @param perTon such as a tax, in USD/t
     */
    public static Impose cost(Party issuer, Figure perTon) {
        return start(issuer, new Limit.Cost(perTon));
    }

    private static Impose start(Party issuer, Limit limit) {
        Policy unnamed = Policy.builder()
                .id(new PolicyId("unnamed"))
                .name("")
                .issuer(issuer)
                .limit(limit)
                .addInForce(Window.ALWAYS)
                .build();
        return new Impose(PolicyWords.named(unnamed));
    }

    /** A copy that covers more goods. */
    public Impose on(MaterialId... goods) {
        return changed(rule -> rule.withMaterials(Sets.union(rule.materials(), ImmutableSet.copyOf(goods))));
    }

    /** A copy that covers more technology: lines elsewhere that run these recipes. */
    public Impose onTechnology(RecipeId... recipes) {
        return changed(rule -> rule.withRecipes(Sets.union(rule.recipes(), ImmutableSet.copyOf(recipes))));
    }

    /** A copy that bounds what the issuer imports, not what it exports. */
    public Impose onImports() {
        return changed(rule -> rule.withDirection(Policy.Direction.IMPORT));
    }

    /** A copy against more parties. */
    public Impose toward(Party... parties) {
        return changed(rule -> rule.withToward(Sets.union(rule.toward(), ImmutableSet.copyOf(parties))));
    }

    /** A copy that exempts more parties. */
    public Impose except(Party... parties) {
        return changed(rule -> rule.withExcept(Sets.union(rule.except(), ImmutableSet.copyOf(parties))));
    }

    /**
     * A copy that lets a part of what used to pass through: leakage, or granted licences.
     *
     * @param share the part, 0..1
     * @param baseline what used to pass, in t/a
     */
    public Impose letting(Figure share, Figure baseline) {
        return changed(rule -> rule.withLimit(new Limit.ShareOf(share, baseline)));
    }

    /** A copy that lets a part of what used to pass through, stated by the caller. */
    public Impose letting(Share share, Quantity baseline) {
        return letting(Figure.stated(share.value(), Unit.SHARE), Figure.stated(baseline.value(), baseline.unit()));
    }

    /** A copy that does not apply before a day. */
    public Impose from(LocalDate first) {
        return suspended(new Window(LocalDate.MIN, Optional.of(first.minusDays(1))));
    }

    /** A copy that does not apply after a day. */
    public Impose until(LocalDate last) {
        return suspended(Window.from(last.plusDays(1)));
    }

    /** A copy that does not apply in a window. */
    public Impose suspended(Window days) {
        return changed(rule -> rule.without(days));
    }

    /** A copy that follows the goods so far. */
    public Impose reaching(Policy.Reach reach) {
        return changed(rule -> rule.withReach(reach));
    }

    /** A copy with an id of its own. */
    public Impose named(String id) {
        return new Impose(policy.withId(new PolicyId(id)));
    }

    /** A copy that says where the rule is written. */
    public Impose citing(Source source) {
        return changed(rule -> rule.withSource(source));
    }

    private Impose changed(UnaryOperator<Policy> change) {
        Policy rule = change.apply(policy);
        boolean ownName = !policy.name().equals(PolicyWords.sentence(policy));
        boolean ownId = !policy.id().equals(PolicyWords.id(policy));
        Policy renamed = PolicyWords.named(rule);
        return new Impose(
                renamed.withName(ownName ? rule.name() : renamed.name()).withId(ownId ? rule.id() : renamed.id()));
    }

    /**
     * The chain with the rule; the same chain if it has it already.
     *
     * @throws IllegalArgumentException if the chain has another rule of this id
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        Policy before = chain.policies().get(policy.id());
        if (before == null) {
            return chain.toBuilder().add(policy).build();
        }
        if (!before.equals(policy)) {
            throw new IllegalArgumentException(
                    "Policy '%s': the chain has another rule of this id (%s). Maybe lift it first, or give this one an id of its own."
                            .formatted(policy.id(), PolicyWords.sentence(before)));
        }
        return chain;
    }

    @Override
    public String toString() {
        return PolicyWords.sentence(policy);
    }
}
