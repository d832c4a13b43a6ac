package org.lodegraph.scenario;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;

/** What a rule says, as a sentence, and the id that follows from it. */
final class PolicyWords {

    /** Longer ids are cut, and told apart by a fingerprint of the whole sentence. */
    private static final int LONGEST = 100;

    private PolicyWords() {}

    static Policy named(Policy policy) {
        return policy.withName(sentence(policy)).withId(id(policy));
    }

    static PolicyId id(Policy policy) {
        String sentence = sentence(policy);
        String slug = slug(sentence);
        return new PolicyId(
                slug.length() <= LONGEST
                        ? slug
                        : slug(slug.substring(0, LONGEST))
                                + "-"
                                + Hashing.farmHashFingerprint64().hashString(sentence, StandardCharsets.UTF_8));
    }

    private static String slug(String text) {
        return text.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    }

    static String sentence(Policy policy) {
        return new StringBuilder()
                .append(policy.issuer())
                .append(policy.onTechnology() ? " withholds the technology " + list(policy.recipes()) : onGoods(policy))
                .append(policy.toward().isEmpty() ? "" : preposition(policy) + list(policy.toward()))
                .append(policy.except().isEmpty() ? "" : ", except " + list(policy.except()))
                .append(policy.reach() == Policy.Reach.THROUGH_PROCESSING ? ", also inside other goods" : "")
                .append(passing(policy.limit()))
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

    private static String passing(Limit limit) {
        if (limit instanceof Limit.AtMost atMost) {
            return ", at most " + number(atMost.rate());
        }
        if (limit instanceof Limit.ShareOf shareOf) {
            return ", letting " + number(shareOf.share()) + " of " + number(shareOf.baseline()) + " pass";
        }
        return limit instanceof Limit.Cost cost ? ", by " + number(cost.perTon()) : "";
    }

    private static String number(Figure figure) {
        return figure.isKnown() ? figure.range().toString() : "an unknown amount";
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
