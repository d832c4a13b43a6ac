package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * How much more is made under a cap if a host is multiplied by a factor: the extremes of
 * {@code min(factor x host, cap) - min(host, cap)}. For a given cap that moves away from zero until the smaller of the two
 * amounts comes to the cap, and back; for a given host the cap only moves it away. So the extremes are at the ends and where
 * the host comes to the cap before or after.
 */
final class Swing {

    private final Tree.Node host;
    private final Tree.Node cap;
    private final double factor;
    private final Point least;
    private final Point most;

    /** One reading of host and cap, and what it comes to. */
    private record Point(double host, double cap, double change) {}

    Swing(Tree.Node host, Tree.Node cap, double factor) {
        this.host = host;
        this.cap = cap;
        this.factor = factor;
        List<Point> points = points();
        Comparator<Point> byChange = Comparator.comparingDouble(Point::change);
        this.least = points.stream().min(byChange).orElseThrow();
        this.most = points.stream().max(byChange).orElseThrow();
    }

    private List<Point> points() {
        Range given = host.amount();
        List<Point> points = new ArrayList<>();
        for (double limit : new double[] {cap.amount().low(), cap.amount().high()}) {
            double after = factor > 0 ? limit / factor : given.high();
            for (double gives : new double[] {given.low(), given.high(), within(given, limit), within(given, after)}) {
                points.add(new Point(gives, limit, change(gives, limit)));
            }
        }
        return points;
    }

    private static double within(Range range, double value) {
        return Math.max(range.low(), Math.min(range.high(), value));
    }

    private double change(double gives, double limit) {
        if (Double.isInfinite(gives) && Double.isInfinite(limit)) {
            return factor == 1 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, factor - 1);
        }
        double after = factor == 0 ? 0 : factor * gives;
        return Math.min(after, limit) - Math.min(gives, limit);
    }

    /** How much more is made; below zero if less. */
    Tree.Node change(String label) {
        return span(label, node("at least", least, false), node("at most", most, false));
    }

    /** How much less is made. */
    Tree.Node lost(String label) {
        return span(label, node("at least", most, true), node("at most", least, true));
    }

    private static Tree.Node span(String label, Tree.Node least, Tree.Node most) {
        return least.amount().equals(most.amount())
                ? most.labeled(label)
                : Derivation.any(label, ImmutableList.of(least, most));
    }

    private Tree.Node node(String label, Point at, boolean lost) {
        Unit unit = host.amount().unit();
        if (Double.isInfinite(at.host) && Double.isInfinite(at.cap)) {
            return Derivation.given(
                    label, Range.exactly(lost ? -at.change : at.change, unit), "neither host nor circuit is limited");
        }
        Tree.Node gives = Derivation.within("what hosts that swing give", at.host, host);
        Tree.Node then = Derivation.product(
                "what hosts that swing give",
                unit,
                Derivation.given("before", Range.exactly(at.host, unit), "as read below"),
                Derivation.given("times", Range.exactly(factor, Unit.ONE), "as asked"));
        boolean free = Double.isInfinite(at.cap);
        Tree.Node before = free
                ? gives
                : Derivation.least("before", gives, Derivation.within("what circuits make of it at most", at.cap, cap));
        Tree.Node after = free
                ? then
                : Derivation.least(
                        "after",
                        then,
                        Derivation.given(
                                "what circuits make of it at most", Range.exactly(at.cap, unit), "as read below"));
        return lost
                ? Derivation.less(label, before.labeled("before"), after.labeled("after"))
                : Derivation.less(label, after.labeled("after"), before.labeled("before"));
    }
}
