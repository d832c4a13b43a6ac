package org.lodegraph.scenario;

import java.time.LocalDate;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.SupplyChain;

/**
 * A rule of the chain does not apply: altogether, from a day on, or for some time.
 *
 * @param policy the rule
 * @param during when it does not apply
 */
public record Lift(PolicyId policy, Window during) implements Step {

    /** A rule lifted altogether. */
    public static Lift of(PolicyId policy) {
        return new Lift(policy, Window.ALWAYS);
    }

    /** A copy that lifts the rule from a day on. */
    public Lift from(LocalDate first) {
        return new Lift(policy, new Window(first, during.end()));
    }

    /** A copy that lifts the rule up to a day, included; a suspension. */
    public Lift until(LocalDate last) {
        return new Lift(policy, Window.between(during.start(), last));
    }

    /**
     * The chain in which the rule does not apply on these days; without the rule if no day is left.
     *
     * @throws IllegalArgumentException if the chain has no such rule
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        Policy rest = chain.policy(policy).without(during);
        SupplyChain.Builder builder = chain.toBuilder();
        return (rest.inForce().isEmpty() ? builder.remove(policy) : builder.put(rest)).build();
    }

    @Override
    public String toString() {
        return "lift " + policy + (during.equals(Window.ALWAYS) ? "" : " " + during);
    }
}
