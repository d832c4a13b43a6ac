package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Query;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Compare.Answer;
import org.lodegraph.query.Compare.Delta;
import org.lodegraph.query.Compare.Side;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Tree;

/**
 * Why sides differ. Of a question, how its answer comes about on each side, with what every amount was before; what comes
 * about as before is not told again. Of chains, the figures on both sides with who said them.
 */
final class CompareExplanation {

    /** So many differences of chains are told, the largest. */
    private static final int MOST = 10;

    private static final int MOST_NAMES = 3;

    private CompareExplanation() {}

    static Tree of(Answer answer) {
        List<Tree.Node> sides = answer.sides().stream()
                .map(side -> side(answer, side, answer.question().chain(answer.chain(), side.name())))
                .toList();
        return new Tree(
                Caption.of("Why " + answer.title() + " differs"), Derivation.apart("sides", sides.size(), sides));
    }

    private static Tree.Node side(Answer answer, Side side, SupplyChain after) {
        Optional<Query<? extends Showable>> question = answer.question().question();
        if (question.isEmpty()) {
            return figures(side, answer.chain(), after);
        }
        Showable one = question.orElseThrow().on(answer.chain());
        Showable other = question.orElseThrow().on(after);
        if (one instanceof Explained before && other instanceof Explained told) {
            Tree.Node moved = moved(before.explain().root(), told.explain().root());
            return moved.labeled(side.name() + ": " + moved.label());
        }
        return Tree.Node.of(side.name(), Cell.empty()).remark("the answer does not explain itself");
    }

    // ---- answers

    /** How the second comes about, beside the first. */
    static Tree.Node moved(Tree.Node before, Tree.Node after) {
        if (before.equals(after)) {
            return new Tree.Node(after.label(), after.value(), "as before", ImmutableList.of());
        }
        Map<String, Tree.Node> gone = keyed(before.children());
        List<Tree.Node> children = new ArrayList<>();
        keyed(after.children()).forEach((key, child) -> {
            Tree.Node was = gone.remove(key);
            children.add(was == null ? child.remark(joined(child.remark(), "not there before")) : moved(was, child));
        });
        String remark = joined(after.remark(), "before: " + was(before, after));
        if (!gone.isEmpty()) {
            remark = joined(
                    remark,
                    "before also of "
                            + names(gone.values().stream().map(Tree.Node::label).toList()));
        }
        return new Tree.Node(after.label(), after.value(), remark, children);
    }

    /** What an amount was, and how it came about if that was in another way. */
    private static String was(Tree.Node before, Tree.Node after) {
        String value = words(before.value());
        if (before.remark().equals(after.remark())) {
            return value;
        }
        return before.remark().startsWith(value) ? before.remark() : "%s, %s".formatted(value, before.remark());
    }

    /** Nodes by label; the second of a label, the third and so on by their number too. */
    private static Map<String, Tree.Node> keyed(List<Tree.Node> nodes) {
        Map<String, Tree.Node> keyed = new LinkedHashMap<>();
        for (Tree.Node node : nodes) {
            String key = node.label();
            for (int number = 2; keyed.containsKey(key); number++) {
                key = node.label() + "#" + number;
            }
            keyed.put(key, node);
        }
        return keyed;
    }

    private static String names(List<String> labels) {
        int more = labels.size() - MOST_NAMES;
        String first = String.join(", ", labels.subList(0, Math.min(labels.size(), MOST_NAMES)));
        return more > 0 ? "%s and %s more".formatted(first, more) : first;
    }

    /** What stands before the first semicolon says how an amount follows from those below it. */
    private static String joined(String remark, String more) {
        return remark.isEmpty() ? more : remark + "; " + more;
    }

    private static String words(Cell value) {
        if (value instanceof Cell.Amount amount) {
            return amount.range().toString();
        }
        if (value instanceof Cell.Text text) {
            return text.text();
        }
        return value instanceof Cell.Missing missing && missing.isUnknown() ? "unknown, " + missing.why() : "nothing";
    }

    // ---- chains

    private static Tree.Node figures(Side side, SupplyChain before, SupplyChain after) {
        ImmutableMap<String, Figure> ones = figures(before);
        ImmutableMap<String, Figure> others = figures(after);
        return Derivation.apart(
                side.name(),
                MOST,
                side.deltas().stream()
                        .limit(MOST + 1L)
                        .map(delta -> figures(delta, ones, others))
                        .toList());
    }

    private static ImmutableMap<String, Figure> figures(SupplyChain chain) {
        ImmutableMap.Builder<String, Figure> figures = ImmutableMap.builder();
        chain.forEachFigure((place, figure) -> figures.put(place.toString(), figure));
        return figures.buildKeepingLast();
    }

    private static Tree.Node figures(Delta delta, Map<String, Figure> ones, Map<String, Figure> others) {
        ImmutableList.Builder<Tree.Node> told = ImmutableList.builder();
        Figure one = ones.get(delta.place());
        Figure other = others.get(delta.place());
        if (one != null) {
            told.add(Derivation.figure("before", one));
        }
        if (other != null) {
            told.add(Derivation.figure("after", other));
        }
        return new Tree.Node(
                delta.place(),
                delta.after(),
                "%s; before: %s".formatted(Words.of(delta.kind()), words(delta.before())),
                told.build());
    }
}
