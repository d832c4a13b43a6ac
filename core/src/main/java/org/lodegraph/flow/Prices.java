package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** How a delivery adds up: price times limit, over all limits that bind. */
final class Prices {

    /** Finer than a published number by a thousand, so that terms add up to it. */
    private static final int DIGITS = Numbers.PUBLISHED_DIGITS + 3;

    private final Unit unit;
    private final Range wanted;

    /** For a target that wants so much. */
    Prices(Range wanted) {
        this.wanted = wanted;
        this.unit = wanted.unit();
    }

    /** What a target gets; if nothing binds, all that it wants. */
    Tree.Node node(String label, List<Binding> binding) {
        List<Tree.Node> terms = new ArrayList<>();
        double total = 0;
        for (Binding each : ranked(binding)) {
            total += each.contribution();
            terms.add(term(each));
        }
        return binding.isEmpty()
                ? Derivation.given(label, wanted, "all that is wanted; no limit binds")
                : new Tree.Node(label, amount(total), "sum", terms);
    }

    private static List<Binding> ranked(List<Binding> binding) {
        return binding.stream()
                .sorted(Comparator.comparingDouble((Binding each) -> -Math.abs(each.contribution()))
                        .thenComparing(Binding::what))
                .toList();
    }

    private Tree.Node term(Binding binding) {
        return new Tree.Node(
                binding.what(),
                amount(binding.contribution()),
                "%s x %s%s"
                        .formatted(
                                Numbers.brief(Numbers.published(binding.price())),
                                Quantity.of(Numbers.published(binding.limit()), unit.of(unit.basis())),
                                binding.subject().map(id -> "; " + id).orElse("")),
                binding.figure()
                        .map(figure -> ImmutableList.of(Derivation.figure("its figure", figure)))
                        .orElse(ImmutableList.of()));
    }

    private Cell amount(double tons) {
        return Cell.number(Delivery.snap(tons, wanted.high(), DIGITS), unit);
    }
}
