package org.lodegraph.assertj;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.annotation.CheckReturnValue;
import org.assertj.core.api.AbstractAssert;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Id;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.query.Concentration;
import org.lodegraph.report.Explained;
import org.lodegraph.scenario.Scenario;

/**
 * Assertions about a chain. Where an answer is a range, an assertion holds only if it holds throughout the range, and its
 * failure shows the answer and how it came about.
 *
 * <p>What every chain is checked for when it is built is not asserted again: that no element leaves a recipe in which it did
 * not enter, that shares lie within 0..1, that each assumption and each unknown figure gives a reason.
 */
@SuppressWarnings("exports") // whoever calls this has AssertJ
public final class SupplyChainAssert extends AbstractAssert<SupplyChainAssert, SupplyChain> {

    private final Optional<DeliveryAssert.Before> before;

    SupplyChainAssert(SupplyChain chain) {
        this(chain, Optional.empty());
    }

    private SupplyChainAssert(SupplyChain chain, Optional<DeliveryAssert.Before> before) {
        super(chain, SupplyChainAssert.class);
        this.before = before;
    }

    /**
     * Passes if of no material more is used than there can be, in t/a over the whole chain: the least that went into what
     * lines were seen to make, against the most that lines made and stocks above ground hold. A line whose output nobody
     * looked at used nothing, and made anything up to its capacity; materials at the boundary are unlimited.
     */
    public SupplyChainAssert balancesMass() {
        return requireNone("more is used than there can be", MaterialBalance.problems(actual));
    }

    /**
     * Passes if the balance of an element was weighed in every recipe that it leaves: a content that nobody states makes
     * building a chain pass over that balance.
     *
     * @param element such as {@code Ga}
     */
    public SupplyChainAssert weighs(String element) {
        return requireNone(
                "the balance of %s cannot be weighed".formatted(element), ChainChecks.unweighed(actual, element));
    }

    /**
     * Passes if no line was seen to make more than it can (its effective capacity, else its nameplate) or may (its permitted
     * capacity), and no link was seen to ship more than it can. Only what no reading of the figures explains fails.
     */
    public SupplyChainAssert staysWithinCapacities() {
        return requireNone("more was made or shipped than can be", ChainChecks.overfull(actual));
    }

    /**
     * Passes if whatever is said to be reported or estimated, and every rule, names a publication. What is assumed or unknown
     * is not asked for one: see {@link #assumesAtMost} and {@link #assumesNothingAbout}.
     */
    public SupplyChainAssert citesEverything() {
        return requireNone("no publication is named", ChainChecks.uncited(actual));
    }

    /**
     * Passes if nothing in the chain comes from a source.
     *
     * @param id the id of the source, such as {@code usgs-mcs2026}; any edition, any place in it
     */
    public SupplyChainAssert hasNoSource(String id) {
        return requireNone("the source '%s' is used".formatted(id), ChainChecks.from(actual, id));
    }

    /**
     * Passes if the chain takes nothing for granted about an entity or a line: none of its figures is assumed or unknown, no
     * nameplate is read as effective capacity, no material is a boundary.
     *
     * @param id the entity; a facility stands for its lines, too
     */
    public SupplyChainAssert assumesNothingAbout(Id id) {
        return requireNone(
                "something is assumed about %s '%s'".formatted(id.kind(), id.value()),
                ChainChecks.assumedAbout(actual, id));
    }

    /** Passes if {@link SupplyChain#assumptions()} lists at most so many. */
    public SupplyChainAssert assumesAtMost(int most) {
        List<String> assumptions =
                actual.assumptions().stream().map(Assumption::toString).toList();
        return assumptions.size() <= most
                ? this
                : requireNone("more than %s things are assumed".formatted(most), assumptions);
    }

    /**
     * Assertions about the chain after a scenario, read on the day of this chain: what survives it?
     * {@code after(ban).delivers(target).atLeast(percent(90))}.
     *
     * @throws IllegalArgumentException if a step cannot be taken
     */
    @CheckReturnValue
    public SupplyChainAssert after(Scenario scenario) {
        return new SupplyChainAssert(
                        actual.with(scenario), Optional.of(new DeliveryAssert.Before(actual, scenario.name())))
                .as(descriptionText());
    }

    /**
     * Assertions about what a target gets, if running lines may make as much as they can and all share.
     *
     * @param target whose supply of what
     * @throws IllegalArgumentException if no demand matches the target
     */
    @CheckReturnValue
    public DeliveryAssert delivers(Target target) {
        return delivers(Delivery.to(target));
    }

    /**
     * Assertions about what a target gets under conditions: what may run, from which stocks, after how many days.
     *
     * @param delivery the target and the conditions
     * @throws IllegalArgumentException if no demand matches the target
     */
    @CheckReturnValue
    public DeliveryAssert delivers(Delivery delivery) {
        return new DeliveryAssert(actual.ask(delivery), false, before).as(descriptionText());
    }

    /**
     * {@link #hasNoChokepointAbove(Share, Chokepoints)} by country and stage.
     *
     * @param most the part of its delivery that a loss may cost the target
     * @param target whose supply of what
     */
    public SupplyChainAssert hasNoChokepointAbove(Share most, Target target) {
        return hasNoChokepointAbove(most, Chokepoints.of(target));
    }

    /**
     * Passes if the loss of no group can cost the target more than a part of its delivery: neither if it is served before all
     * others nor if all share, at the high end of each loss. A group of which no reading tried says so fails as well if the
     * bound of its loss, served first, reaches that part of the least that was delivered. A target that gets nothing even before fails: there is nothing to say of it.
     *
     * @param most the part of its delivery that a loss may cost the target
     * @param question the target, what could be lost together, and the conditions; its threshold is not read
     */
    public SupplyChainAssert hasNoChokepointAbove(Share most, Chokepoints question) {
        Chokepoints.Answer answer = actual.ask(question.atLeast(most));
        String supply = "Supply of '%s': ".formatted(question.delivery().target());
        if (answer.before().served().high() == 0) {
            fail(
                    supply + "it gets nothing even before anything is lost.",
                    answer,
                    answer.grounds().assumptions());
        }
        String above = Stream.concat(
                        answer.chokepoints().stream()
                                .filter(each -> Numbers.published(highest(each)) > Numbers.published(most.value()))
                                .map(SupplyChainAssert::words),
                        answer.unresolved().stream()
                                .map(group -> "%s (not ruled out, served first)"
                                        .formatted(answer.groups().get(group))))
                .collect(Collectors.joining("; "));
        if (!above.isEmpty()) {
            fail(
                    supply + "a loss may cost more than %s of it: %s.".formatted(most, above),
                    answer,
                    answer.grounds().assumptions());
        }
        return this;
    }

    private static double highest(Chokepoint chokepoint) {
        return Math.max(
                chokepoint.loss().share().high(), chokepoint.shared().share().high());
    }

    private static String words(Chokepoint chokepoint) {
        return "%s (served first %s, if all share %s)"
                .formatted(
                        chokepoint.name(),
                        chokepoint.loss().share(),
                        chokepoint.shared().share());
    }

    /**
     * Passes if the sum of squared shares is surely below a bound: the high end of the HHI counts.
     *
     * @param hhi the bound, above 0 and up to 1, where 0.25 is 2,500 on the scale of 10,000
     * @param question what is made where, and who is held to be one
     * @throws IllegalArgumentException if the bound is not within 0..1, or the question cannot be answered
     */
    public SupplyChainAssert hasConcentrationBelow(double hhi, Concentration question) {
        if (!(hhi > 0 && hhi <= 1)) {
            throw new IllegalArgumentException(
                    "Concentration of '%s': the bound of the HHI is %s, not above 0 and up to 1. Maybe divide it by 10000."
                            .formatted(question.material(), hhi));
        }
        Concentration.Answer answer = actual.ask(question);
        if (Numbers.published(answer.hhi().high()) >= Numbers.published(hhi)) {
            fail(
                    "Concentration of '%s': the HHI %s is not surely below %s."
                            .formatted(question.material(), answer.hhi(), Numbers.brief(hhi)),
                    answer,
                    answer.assumptions());
        }
        return this;
    }

    private void fail(String finding, Explained answer, List<Assumption> assumptions) {
        failWithMessage("%s", finding + "\n\n" + Finding.of(answer, assumptions));
    }

    private SupplyChainAssert requireNone(String what, List<String> found) {
        if (!found.isEmpty()) {
            failWithMessage(
                    "%s",
                    "%s%s: %s (%s found):%s"
                            .formatted(
                                    actual,
                                    before.map(was -> " after '" + was.scenario() + "'")
                                            .orElse(""),
                                    what,
                                    found.size(),
                                    Finding.list(found)));
        }
        return this;
    }
}
