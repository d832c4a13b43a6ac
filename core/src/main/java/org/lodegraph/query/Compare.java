package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Change;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Difference;
import org.lodegraph.scenario.Scenario;

/**
 * What is another on a changed chain? {@code Compare.of(Delivery.to(us)).and("ban", ban)} asks a question of a chain and of
 * each of its changes; {@code Compare.chains().and("ban", ban)} lists what the chains themselves hold. A change may also give
 * another chain altogether: {@code and("2024", chain -> last)}.
 *
 * <p>Both come down to named things with named parts. Of an answer, things are the rows of its report's tables (by title and
 * the row's first words, or as many of its words as tell it from others), parts are their cells (by heading). Of a chain, things are its entities and lines, parts are their
 * figures and whatever else they say. A thing or part that only one side has is added or removed; the parts of what is added
 * or removed are not listed again. Numbers that both sides have are another if either end moved by more than a tolerance:
 *
 * <pre>
 * size = max over both ends of |after - before| / max(|before|, |after|)
 * </pre>
 *
 * <p>Words, units and what became known or unknown cannot be measured and are always listed, first; so are findings and
 * warnings, the sentences of an answer: findings by their place, warnings that only one side has. Flows that both draw are drawn beside each other. Method, assumptions and other pictures are not
 * compared. Of a figure the ends are compared, not the
 * shape of its spread, nor who said it. Where sides are scenarios, their steps stand side by side too.
 *
 * @param question what is asked of each; empty for what the chains hold
 * @param sides what the chain is compared with, by name
 * @param tolerance how large a change of a number is too small to be listed
 */
public record Compare(Optional<Query<? extends Showable>> question, Map<String, Change> sides, Share tolerance)
        implements Query<Compare.Answer> {

    /** The version of the method: it changes when the same chains would get another answer. */
    public static final String METHOD = "lodegraph compare 4";

    /** What rounding may leave between numbers that are the same. */
    static final Share ROUNDING = new Share(1e-9);

    /** Copies the map. */
    public Compare {
        sides = ImmutableMap.copyOf(sides);
    }

    /**
     * What a question is answered.
     *
     * @param question what is asked of each chain
     */
    public static Compare of(Query<? extends Showable> question) {
        return new Compare(Optional.of(question), ImmutableMap.of(), ROUNDING);
    }

    /** What the chains hold. */
    public static Compare chains() {
        return new Compare(Optional.empty(), ImmutableMap.of(), ROUNDING);
    }

    /**
     * A copy with one more side.
     *
     * @param name what people call it
     * @param change what makes that side of the chain, such as a scenario
     * @throws IllegalArgumentException if the name is taken
     */
    public Compare and(String name, Change change) {
        if (sides.containsKey(name)) {
            throw new IllegalArgumentException(
                    "Side '%s': compared already. Maybe give the other change another name.".formatted(name));
        }
        return new Compare(
                question,
                ImmutableMap.<String, Change>builder()
                        .putAll(sides)
                        .put(name, change)
                        .buildOrThrow(),
                tolerance);
    }

    /** A copy that lists numbers only if they changed by more. */
    public Compare beyond(Share more) {
        return new Compare(question, sides, more);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the question cannot be asked of one of the chains
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        List<Supplier<Contents>> all = new ArrayList<>();
        all.add(() -> contents(chain, run));
        sides.keySet().forEach(name -> all.add(() -> contents(chain(chain, name), run)));
        List<Contents> contents = run.all("comparison", all);
        ImmutableList.Builder<Side> compared = ImmutableList.builder();
        int at = 1;
        for (Map.Entry<String, Change> side : sides.entrySet()) {
            Contents after = contents.get(at++);
            compared.add(new Side(
                    side.getKey(),
                    contents.get(0).comparedTo(after, tolerance),
                    contents.get(0).flowsBefore(after),
                    steps(side.getValue())));
        }
        return new Answer(this, chain, contents.get(0).title(), compared.build());
    }

    /** The chain of one side. */
    SupplyChain chain(SupplyChain chain, String side) {
        return chain.with(Objects.requireNonNull(sides.get(side), side));
    }

    /** How a scenario differs from the first; the first, from one in which nothing happens. */
    private Optional<Difference> steps(Change change) {
        return scenario(change).map(scenario -> {
            Scenario first = sides.values().stream()
                    .flatMap(side -> scenario(side).stream())
                    .findFirst()
                    .orElse(scenario);
            return scenario.comparedTo(first.equals(scenario) ? Scenario.of("nothing happens") : first);
        });
    }

    private static Optional<Scenario> scenario(Change change) {
        return change instanceof Scenario scenario ? Optional.of(scenario) : Optional.empty();
    }

    /**
     * How two answers differ that are there already.
     *
     * @param before one answer
     * @param after the other
     * @param tolerance how large a change of a number is too small to be listed
     * @return the largest first, then by place
     */
    public static List<Delta> between(Showable before, Showable after, Share tolerance) {
        return Contents.of(before.show()).comparedTo(Contents.of(after.show()), tolerance);
    }

    private Contents contents(SupplyChain chain, Run run) {
        return question.map(asked -> Contents.of(asked.on(chain, run).show())).orElseGet(() -> Contents.of(chain));
    }

    /** What happened to a thing or a part of it. */
    public enum Kind {
        /** Only the other side has it. */
        ADDED,
        /** The other side lacks it. */
        REMOVED,
        /** It is another there. */
        CHANGED
    }

    /**
     * One difference.
     *
     * @param kind what happened
     * @param place what it happened to: a thing, or a part of one
     * @param before what the chain as it is says; nothing if the place is a thing, or was added
     * @param after what the other side says; nothing if the place is a thing, or was removed
     * @param size how far numbers are apart, as a part of the larger: 0..1, up to 2 across zero; infinite where they cannot be
     *     measured against each other
     */
    public record Delta(Kind kind, String place, Cell before, Cell after, double size) {}

    /**
     * How one side differs from the chain as it is.
     *
     * @param name what people call it
     * @param deltas the largest first, then by place
     * @param flows flows of the answers before and after that are not the same
     * @param steps if the side is a scenario, how its steps differ from those of the first side that is one; of that itself,
     *     all are added
     */
    public record Side(String name, List<Delta> deltas, List<BeforeAfter> flows, Optional<Difference> steps) {

        /** Copies the lists. */
        public Side {
            deltas = ImmutableList.copyOf(deltas);
            flows = ImmutableList.copyOf(flows);
        }

        /** The differences of one kind, the largest first. */
        public List<Delta> of(Kind kind) {
            return deltas.stream().filter(delta -> delta.kind == kind).collect(ImmutableList.toImmutableList());
        }
    }

    /**
     * All sides beside the chain as it is.
     *
     * @param question what was asked
     * @param chain the chain as it is
     * @param title what was compared
     * @param sides in the order of the question
     */
    public record Answer(Compare question, SupplyChain chain, String title, List<Side> sides) implements Explained {

        /** Copies the list. */
        public Answer {
            sides = ImmutableList.copyOf(sides);
        }

        /**
         * One side.
         *
         * @param name its name
         * @throws IllegalArgumentException if there is none of that name
         */
        public Side side(String name) {
            return sides.stream()
                    .filter(side -> side.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Side '%s': not compared. Maybe one of %s.".formatted(name, question.sides.keySet())));
        }

        @Override
        public Report show() {
            return CompareReport.of(this);
        }

        /**
         * Why the sides differ. Of a question, for each side how its answer comes about there, and what each amount was
         * before; what comes about as before is not told again. What a side lacks is named where it was. Of chains, the
         * largest differences, with the figures on both sides and who said them.
         *
         * <p>The question is asked again of each side, on the calling thread.
         *
         * @return the sides next to each other, the root without an amount; a side whose answer does not explain itself
         *     says so
         */
        @Override
        public Tree explain() {
            return CompareExplanation.of(this);
        }
    }
}
