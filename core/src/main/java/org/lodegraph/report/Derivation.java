package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;

/**
 * Arithmetic that remembers: the amount of a node is computed from the amounts of its children, so a tree of such nodes
 * cannot tell another story than its numbers. Its remark says how.
 *
 * <p>Amounts are not negative unless one is taken from another, and each node reads each child at either end as if it were independent of the others. Where
 * one figure stands below two children, the range is thus as wide as it can be, or wider. Nothing is rounded.
 */
public final class Derivation {

    private Derivation() {}

    /**
     * A published figure, as it stands.
     *
     * @param label what it is
     * @param figure the figure; if unknown, the node says why
     * @return a leaf
     */
    public static Tree.Node figure(String label, Figure figure) {
        return Tree.Node.of(label, Cell.of(figure)).remark(said(figure));
    }

    /**
     * A published figure, as it was read: in another unit, or, if it is unknown, as anything from nothing up.
     *
     * @param label what it is
     * @param figure the figure
     * @param as the amount that was read
     * @return a leaf
     */
    public static Tree.Node read(String label, Figure figure, Range as) {
        return Tree.Node.of(label, Cell.of(as)).remark(said(figure));
    }

    /**
     * An amount of which there is no figure.
     *
     * @param label what it is
     * @param amount the amount
     * @param why how it came about, in words
     * @return a leaf
     */
    public static Tree.Node given(String label, Range amount, String why) {
        return Tree.Node.of(label, Cell.of(amount)).remark(why);
    }

    /**
     * One reading of an amount that is not known better than as a range.
     *
     * @param label what it is
     * @param value the number that was read
     * @param range the amount, how it comes about
     * @return the number, with the range below it
     */
    public static Tree.Node within(String label, double value, Tree.Node range) {
        return node(
                label,
                Range.exactly(value, range.amount().unit()),
                "read within what stands below",
                ImmutableList.of(range));
    }

    /**
     * What some amounts add up to.
     *
     * @param label what it is
     * @param unit of every term and of the sum
     * @param terms the amounts; none add up to nothing
     * @return the sum
     */
    public static Tree.Node sum(String label, Unit unit, List<Tree.Node> terms) {
        return node(label, folded(terms, Range.exactly(0, unit), Range::plus), terms.isEmpty() ? "none" : "sum", terms);
    }

    /**
     * What some amounts give multiplied; nothing of an unlimited amount is nothing.
     *
     * @param label what it is
     * @param unit of the product
     * @param factors the amounts, not negative
     * @return the product
     */
    public static Tree.Node product(String label, Unit unit, Tree.Node... factors) {
        List<Tree.Node> all = ImmutableList.copyOf(factors);
        return node(label, folded(all, Range.exactly(1, unit), (one, other) -> one.times(other, unit)), "product", all);
    }

    /**
     * What is left of an amount without another; below zero if the other is larger.
     *
     * @param label what it is
     * @param whole the amount
     * @param part what is taken away, in the same unit
     * @return the difference
     */
    public static Tree.Node less(String label, Tree.Node whole, Tree.Node part) {
        Range from = whole.amount();
        Range off = part.amount();
        return node(
                label,
                new Range(from.low() - off.high(), from.high() - off.low(), from.unit()),
                "first less second",
                ImmutableList.of(whole, part));
    }

    /**
     * Amounts that do not add up to anything, each told on its own.
     *
     * @param label what they are
     * @param most so many are told, the first; how many more there are is said
     * @param amounts the amounts, may be none
     * @return a node without an amount
     */
    public static Tree.Node apart(String label, int most, List<Tree.Node> amounts) {
        int more = amounts.size() - most;
        List<Tree.Node> told = more <= 0
                ? amounts
                : ImmutableList.<Tree.Node>builder()
                        .addAll(amounts.subList(0, most))
                        .add(Tree.Node.of("and %s more".formatted(more), Cell.empty()))
                        .build();
        return new Tree.Node(label, Cell.empty(), amounts.isEmpty() ? "none" : "each on its own", told);
    }

    /**
     * The same, with no more terms in any sum than can be read: the largest, and what the others add.
     *
     * @param node a derivation
     * @param most so many terms are told apart
     * @return it, cut down; every sum is what it was
     */
    public static Tree.Node brief(Tree.Node node, int most) {
        List<Tree.Node> children =
                node.children().stream().map(child -> brief(child, most)).toList();
        boolean cut = (node.remark().startsWith("sum") || node.remark().startsWith("lies within the sum"))
                && children.size() > most + 1
                && children.stream().allMatch(child -> child.value() instanceof Cell.Amount);
        if (!cut) {
            return new Tree.Node(node.label(), node.value(), node.remark(), children);
        }
        List<Tree.Node> ranked = children.stream()
                .sorted(Comparator.comparingDouble(child -> -child.amount().high()))
                .toList();
        Range rest =
                folded(ranked.subList(most + 1, ranked.size()), ranked.get(most).amount(), Range::plus);
        return new Tree.Node(
                node.label(),
                node.value(),
                node.remark(),
                ImmutableList.<Tree.Node>builder()
                        .addAll(ranked.subList(0, most))
                        .add(given(
                                "and %s more".formatted(ranked.size() - most), rest, "each less than these, added up"))
                        .build());
    }

    /**
     * How often one amount goes into another.
     *
     * @param label what it is
     * @param unit of the quotient
     * @param over the amount above the line, limited
     * @param under the amount below the line, positive at its high end
     * @return the quotient
     */
    public static Tree.Node quotient(String label, Unit unit, Tree.Node over, Tree.Node under) {
        Range above = over.amount();
        Range below = under.amount();
        return node(
                label,
                new Range(above.low() / below.high(), above.high() == 0 ? 0 : above.high() / below.low(), unit),
                "first over second",
                ImmutableList.of(over, under));
    }

    /**
     * The smallest of some amounts, such as of caps that all hold.
     *
     * @param label what it is
     * @param amounts at least one, all in one unit
     * @return the smallest; a single amount is itself
     */
    public static Tree.Node least(String label, Tree.Node... amounts) {
        return chosen(
                label,
                ImmutableList.copyOf(amounts),
                (one, other) ->
                        new Range(Math.min(one.low(), other.low()), Math.min(one.high(), other.high()), one.unit()),
                "smallest");
    }

    /**
     * The largest of some amounts.
     *
     * @param label what it is
     * @param amounts at least one, all in one unit
     * @return the largest; a single amount is itself
     */
    public static Tree.Node most(String label, List<Tree.Node> amounts) {
        return chosen(
                label,
                amounts,
                (one, other) ->
                        new Range(Math.max(one.low(), other.low()), Math.max(one.high(), other.high()), one.unit()),
                "largest");
    }

    /**
     * An amount whose ends come about in two ways.
     *
     * @param label what it is
     * @param least what its low end is the low end of
     * @param most what its high end is the high end of
     * @return from the one to the other
     */
    public static Tree.Node between(String label, Tree.Node least, Tree.Node most) {
        Range low = least.amount();
        return node(
                label,
                // Two ways to the same amount differ by rounding.
                new Range(low.low(), Math.max(low.low(), most.amount().high()), low.unit()),
                "from the low end of the first to the high end of the second",
                ImmutableList.of(least, most));
    }

    /**
     * What some claims come to that one thing may meet together: at least the largest, at most their sum.
     *
     * @param label what they are for
     * @param claims at least one, all in one unit
     * @return from the largest to the sum; a single claim is itself
     */
    public static Tree.Node jointly(String label, List<Tree.Node> claims) {
        Tree.Node first = claims.get(0);
        return claims.size() == 1
                ? first
                : node(
                        label,
                        folded(
                                claims.subList(1, claims.size()),
                                first.amount(),
                                (one, other) -> new Range(
                                        Math.max(one.low(), other.low()), one.high() + other.high(), one.unit())),
                        "from the largest alone to the sum",
                        claims);
    }

    /**
     * Any of some amounts; nobody knows which.
     *
     * @param label what it is
     * @param amounts at least one, all in one unit
     * @return from the smallest to the largest; a single amount is itself
     */
    public static Tree.Node any(String label, List<Tree.Node> amounts) {
        return chosen(label, amounts, Range::hull, "any of them");
    }

    /**
     * An amount of which nothing is known but that it does not exceed another.
     *
     * @param label what it is
     * @param most what it does not exceed
     * @return from nothing to the high end of {@code most}
     */
    public static Tree.Node upTo(String label, Tree.Node most) {
        Range all = most.amount();
        return node(label, new Range(0, all.high(), all.unit()), "anything up to", ImmutableList.of(most));
    }

    /**
     * What an amount is beyond another; nothing if it is not.
     *
     * @param label what it is
     * @param whole the amount
     * @param part what is taken away, in the same unit
     * @return the difference, not below nothing
     */
    public static Tree.Node beyond(String label, Tree.Node whole, Tree.Node part) {
        return node(
                label,
                whole.amount().beyond(part.amount()),
                "first less second or nothing",
                ImmutableList.of(whole, part));
    }

    private static Tree.Node chosen(
            String label, List<Tree.Node> amounts, BinaryOperator<Range> choice, String remark) {
        Tree.Node first = amounts.get(0);
        return amounts.size() == 1 ? first : node(label, folded(amounts, first.amount(), choice), remark, amounts);
    }

    private static Range folded(List<Tree.Node> nodes, Range start, BinaryOperator<Range> step) {
        return nodes.stream().map(Tree.Node::amount).reduce(start, step);
    }

    private static Tree.Node node(String label, Range amount, String remark, List<Tree.Node> children) {
        return new Tree.Node(label, Cell.of(amount), remark, children);
    }

    /** Number, status and source, then why it is assumed. */
    private static String said(Figure figure) {
        return figure.isKnown() && !figure.note().isBlank()
                ? "%s; %s".formatted(figure, figure.note())
                : figure.toString();
    }
}
