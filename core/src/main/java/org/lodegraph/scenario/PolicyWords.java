package org.lodegraph.scenario;

import com.google.common.hash.Hashing;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;

/** What a rule says, as a sentence, and the id that follows from it. */
final class PolicyWords {

    /** Longer ids are cut, and told apart by a fingerprint of all that they would say. */
    private static final int LONGEST = 100;

    private PolicyWords() {}

    static Policy named(Policy policy) {
        return policy.withName(sentence(policy)).withId(id(policy));
    }

    /** The sentence with every digit of its numbers, in letters, digits and hyphens. */
    static PolicyId id(Policy policy) {
        String full = slug(sentence(policy, PolicyWords::everyDigit));
        return new PolicyId(
                full.length() <= LONGEST
                        ? full
                        : slug(full.substring(0, LONGEST))
                                + "-"
                                + Hashing.farmHashFingerprint64().hashString(full, StandardCharsets.UTF_8));
    }

    private static String slug(String text) {
        return text.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }

    static String sentence(Policy policy) {
        return sentence(policy, PolicyWords::forPeople);
    }

    private static String sentence(Policy policy, Function<Figure, String> number) {
        return new StringBuilder()
                .append(policy.issuer())
                .append(policy.onTechnology() ? " withholds the technology " + list(policy.recipes()) : onGoods(policy))
                .append(policy.toward().isEmpty() ? "" : preposition(policy) + list(policy.toward()))
                .append(policy.except().isEmpty() ? "" : ", except " + list(policy.except()))
                .append(policy.reach() == Policy.Reach.THROUGH_PROCESSING ? ", also inside other goods" : "")
                .append(passing(policy.limit(), number))
                .append(days(policy))
                .toString();
    }

    private static String onGoods(Policy policy) {
        boolean exports = policy.direction() == Policy.Direction.EXPORT;
        String goods = (exports ? " exports" : " imports")
                + (policy.materials().isEmpty() ? "" : " of " + list(policy.materials()));
        Limit limit = policy.limit();
        if (limit instanceof Limit.Nothing) {
            return " bans" + goods;
        }
        return limit instanceof Limit.Cost ? " taxes" + goods : " limits" + goods;
    }

    private static String preposition(Policy policy) {
        return policy.onTechnology() || policy.direction() == Policy.Direction.IMPORT ? " from " : " to ";
    }

    private static String passing(Limit limit, Function<Figure, String> number) {
        if (limit instanceof Limit.AtMost atMost) {
            return ", at most " + number.apply(atMost.rate());
        }
        if (limit instanceof Limit.ShareOf shareOf) {
            return ", letting " + number.apply(shareOf.share()) + " of " + number.apply(shareOf.baseline()) + " pass";
        }
        return limit instanceof Limit.Cost cost ? ", by " + number.apply(cost.perTon()) : "";
    }

    private static String forPeople(Figure figure) {
        return figure.isKnown() ? figure.range().toString() : "an unknown amount";
    }

    /** Rules that differ by less than is printed are two rules all the same; signs become words, as ids have none. */
    private static String everyDigit(Figure figure) {
        if (!(figure instanceof Figure.Known known)) {
            return "an unknown amount";
        }
        Spread spread = known.spread();
        DoubleStream ends = spread instanceof Spread.Exact
                ? DoubleStream.of(spread.central())
                : spread instanceof Spread.Between
                        ? DoubleStream.of(spread.low(), spread.high())
                        : DoubleStream.of(spread.low(), spread.central(), spread.high());
        boolean share = known.unit().equals(Unit.SHARE);
        String unit =
                share ? "%" : known.unit().equals(Unit.ONE) ? "" : known.unit().toString();
        return ends.mapToObj(Numbers::exact)
                        .map(number -> share ? percent(number) : number)
                        .map(number -> number.replace("-", "minus "))
                        .collect(Collectors.joining(" to "))
                + " "
                + unit.replace("%", "percent").replace("/", " per ");
    }

    /** In decimals: a hundred times 0.07 is not quite 7. */
    private static String percent(String share) {
        return new BigDecimal(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String days(Policy policy) {
        if (policy.inForce().equals(List.of(Window.ALWAYS))) {
            return "";
        }
        return policy.inForce().isEmpty() ? ", never" : ", " + list(policy.inForce());
    }

    private static String list(Collection<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining(" and "));
    }
}
