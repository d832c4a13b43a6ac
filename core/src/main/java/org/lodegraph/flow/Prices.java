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

    /** So many limits are told apart, those that account for most; the others are added up. */
    private static final int APART = 8;

    private final Unit unit;
    private final Range wanted;

    /** For a target that wants so much. */
    Prices(Range wanted) {
        this.wanted = wanted;
        this.unit = wanted.unit();
    }

    /**
     * What a target gets.
     *
     * @param whole what to say where nothing binds: that it gets all that it wants, or nothing, for nothing could supply it
     */
    Tree.Node node(String label, List<Binding> binding, boolean whole) {
        if (binding.isEmpty()) {
            return whole
                    ? Derivation.given(label, wanted, "all that is wanted; no limit binds")
                    : Derivation.given(label, Range.exactly(0, unit), "nothing could supply it");
        }
        List<Binding> ranked = ranked(binding);
        int apart = ranked.size() <= APART + 1 ? ranked.size() : APART;
        List<Tree.Node> terms = new ArrayList<>();
        ranked.subList(0, apart).forEach(each -> terms.add(term(each)));
        if (apart < ranked.size()) {
            terms.add(Derivation.given(
                    "and %s more limits".formatted(ranked.size() - apart),
                    amount(total(ranked.subList(apart, ranked.size()))),
                    "price x limit of each, added up"));
        }
        return new Tree.Node(label, Cell.of(amount(total(ranked))), "sum", terms);
    }

    /** Tons, as finely as they are told. */
    static double fine(double tons, double wanted) {
        return Delivery.snap(tons, wanted, DIGITS);
    }

    private static double total(List<Binding> binding) {
        return binding.stream().mapToDouble(Binding::contribution).sum();
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
                Cell.of(amount(binding.contribution())),
                "%s x %s%s"
                        .formatted(
                                Numbers.brief(Numbers.published(binding.price())),
                                Quantity.of(Numbers.published(binding.limit()), binding.unit()),
                                binding.subject().map(id -> "; " + id).orElse("")),
                binding.figure()
                        .map(figure -> ImmutableList.of(Derivation.figure("its figure", figure)))
                        .orElse(ImmutableList.of()));
    }

    private Range amount(double tons) {
        return Range.exactly(fine(tons, wanted.high()), unit);
    }
}
