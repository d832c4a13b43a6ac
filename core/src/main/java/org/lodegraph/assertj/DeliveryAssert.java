package org.lodegraph.assertj;

import java.util.Optional;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Supply;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Share;
import org.lodegraph.model.SupplyChain;

/**
 * Assertions about what a target gets: if all share, unless {@link #servedFirst()} says otherwise. It is a range over all
 * readings of the figures; {@link Delivery} tells which ends enclose, and which are only of readings tried. Both sides are
 * compared as published, with nine significant digits.
 */
@SuppressWarnings("exports") // whoever calls this has AssertJ
public final class DeliveryAssert extends AbstractAssert<DeliveryAssert, Delivery.Answer> {

    private final boolean first;
    private final Optional<Before> before;

    DeliveryAssert(Delivery.Answer answer, boolean first, Optional<Before> before) {
        super(answer, DeliveryAssert.class);
        this.first = first;
        this.before = before;
    }

    /** The chain as it was, and the name of the scenario that changed it. */
    record Before(SupplyChain chain, String scenario) {}

    /** If the target is served before all others: what it then lacks, even outbidding everybody cannot avoid. */
    @CheckReturnValue
    public DeliveryAssert servedFirst() {
        return new DeliveryAssert(actual, true, before).as(descriptionText());
    }

    /** Passes if at least this part of what is wanted surely comes: the low end counts. */
    public DeliveryAssert atLeast(Share part) {
        return require(supply().share().low(), part.value(), "surely " + part);
    }

    /**
     * Passes if at least so much surely comes in a year: the low end counts.
     *
     * @throws IllegalArgumentException if the quantity is not in a unit of what the target wants, such as t/a Ga content
     */
    public DeliveryAssert atLeast(Quantity amount) {
        return require(supply().served().low(), inUnit(amount), "surely " + words(amount));
    }

    /** Passes if at least this part of what is wanted may come: the high end counts. */
    public DeliveryAssert possiblyAtLeast(Share part) {
        return require(supply().share().high(), part.value(), "even possibly " + part);
    }

    /**
     * Passes if at least so much may come in a year: the high end counts.
     *
     * @throws IllegalArgumentException if the quantity is not in a unit of what the target wants, such as t/a Ga content
     */
    public DeliveryAssert possiblyAtLeast(Quantity amount) {
        return require(supply().served().high(), inUnit(amount), "even possibly " + words(amount));
    }

    private Supply supply() {
        return of(actual);
    }

    private Supply of(Delivery.Answer answer) {
        return first ? answer.unavoidable() : answer.shared();
    }

    private double inUnit(Quantity amount) {
        return amount.in(supply().served().unit()).value();
    }

    private static String words(Quantity amount) {
        return "%s %s".formatted(Numbers.brief(amount.value()), amount.unit());
    }

    private DeliveryAssert require(double comes, double expected, String words) {
        if (Numbers.published(comes) < Numbers.published(expected)) {
            failWithMessage(
                    "%s", "%s%s\n\n%s".formatted(finding(words), before(), Finding.of(actual, actual.assumptions())));
        }
        return this;
    }

    private String finding(String expected) {
        return "Delivery to '%s'%s: %s, %s of the %s wanted come, not %s."
                .formatted(
                        actual.question().target(),
                        before.map(was -> " after '" + was.scenario() + "'").orElse(""),
                        first ? "served before all others" : "if all share",
                        "%s (%s)".formatted(supply().share(), supply().served()),
                        actual.wanted(),
                        expected);
    }

    /** What it got before, asked only now that it matters. */
    private String before() {
        return before.map(was -> {
                    Supply supply = of(was.chain().ask(actual.question()));
                    return " Before, %s (%s) came.".formatted(supply.share(), supply.served());
                })
                .orElse("");
    }
}
