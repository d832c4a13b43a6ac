package org.lodegraph.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lodegraph.measure.Range;

/** Reckons an explanation again from its leaves, by the words of its remarks alone. */
public final class Retold {

    private static final double ROUNDING = 1e-9;

    private Retold() {}

    /** What the leaves make of the root: low and high end. Every amount on the way must be what those below it make. */
    public static Range of(Tree.Node node) {
        if (node.children().isEmpty() || isBacked(node)) {
            return node.amount();
        }
        if (node.remark().startsWith("read within ")) {
            Range below = of(node.children().get(0));
            double value = node.amount().low();
            assertThat(value)
                    .as(node.label())
                    .isBetween(below.low() * (1 - ROUNDING) - ROUNDING, below.high() * (1 + ROUNDING) + ROUNDING);
            return node.amount();
        }
        if (node.remark().startsWith("part of ") || node.remark().startsWith("lies within the sum")) {
            return inside(node);
        }
        List<Range> below = node.children().stream().map(Retold::of).toList();
        double low = end(node.remark(), below.stream().map(Range::low).toList(), below, false);
        double high = end(node.remark(), below.stream().map(Range::high).toList(), below, true);
        assertClose(node, node.amount().low(), low);
        assertClose(node, node.amount().high(), high);
        // Both ends are close to what is told, so they are in order but for rounding.
        return new Range(low, Math.max(low, high), node.amount().unit());
    }

    /** What depends on more than stands below it, but never lies outside of that. */
    private static Range inside(Tree.Node node) {
        List<Range> below = node.children().stream()
                .filter(child -> child.value() instanceof Cell.Amount)
                .map(Retold::of)
                .toList();
        if (node.remark().startsWith("lies within the sum")) {
            assertThat(node.amount().low())
                    .as(node.label())
                    .isGreaterThanOrEqualTo(
                            below.stream().mapToDouble(Range::low).sum() - ROUNDING);
            assertThat(node.amount().high())
                    .as(node.label())
                    .isLessThanOrEqualTo(below.stream().mapToDouble(Range::high).sum() + ROUNDING);
        }
        return node.amount();
    }

    /** Price times limit, with the figure behind the limit below it. */
    private static boolean isBacked(Tree.Node node) {
        return node.remark().contains(" x ");
    }

    private static double end(String how, List<Double> ends, List<Range> below, boolean high) {
        return switch (how.split(";")[0]) {
            case "sum" -> ends.stream().mapToDouble(each -> each).sum();
            case "product" -> ends.contains(0.0) ? 0 : ends.stream().reduce(1.0, (a, b) -> a * b);
            case "anything up to" -> high ? ends.get(0) : 0;
            case "up to share squared" -> high ? ends.get(0) * ends.get(0) : 0;
            case "smallest" -> ends.stream().mapToDouble(each -> each).min().orElseThrow();
            case "any of them" ->
                high
                        ? ends.stream().mapToDouble(each -> each).max().orElseThrow()
                        : ends.stream().mapToDouble(each -> each).min().orElseThrow();
            case "first over second" ->
                ends.get(0) == 0
                        ? 0
                        : ends.get(0)
                                / (high ? below.get(1).low() : below.get(1).high());
            case "first less second" ->
                ends.get(0) - (high ? below.get(1).low() : below.get(1).high());
            case "from the low end of the first to the high end of the second" -> high ? ends.get(1) : ends.get(0);
            case "largest" -> ends.stream().mapToDouble(each -> each).max().orElseThrow();
            case "from the largest alone to the sum" ->
                high
                        ? ends.stream().mapToDouble(each -> each).sum()
                        : ends.stream().mapToDouble(each -> each).max().orElseThrow();
            case "first less second or nothing" ->
                Math.max(
                        0,
                        ends.get(0) - (high ? below.get(1).low() : below.get(1).high()));
            case "share squared" -> ends.get(0) * ends.get(0);
            default -> throw new AssertionError("No way to retell '%s'".formatted(how));
        };
    }

    private static void assertClose(Tree.Node node, double told, double reckoned) {
        if (Double.isInfinite(told) || Double.isInfinite(reckoned)) {
            assertThat(told).as(node.label()).isEqualTo(reckoned);
        } else {
            assertThat(told).as(node.label()).isCloseTo(reckoned, within(ROUNDING * Math.max(1, Math.abs(reckoned))));
        }
    }

    /** Label, amount and remark of each node, a line each. */
    public static String text(Tree.Node node) {
        return "%s: %s (%s)\n".formatted(node.label(), node.amount(), node.remark())
                + node.children().stream().map(child -> text(child).indent(2)).collect(Collectors.joining());
    }

    /** The leaves, from first to last. */
    public static List<Tree.Node> leaves(Tree.Node node) {
        List<Tree.Node> leaves = new ArrayList<>();
        if (node.children().isEmpty()) {
            leaves.add(node);
        }
        node.children().forEach(child -> leaves.addAll(leaves(child)));
        return leaves;
    }
}
