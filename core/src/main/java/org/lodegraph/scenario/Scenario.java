package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.model.Change;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Party;
import org.lodegraph.model.SupplyChain;

/**
 * A named list of steps. Those without a date, and those dated on or before the chain's date, take effect in order.
 *
 * <p>A scenario looks at the date when it is applied, so set the day first: {@code chain.at(day).with(scenario)}.
 *
 * @param name what people call it; not blank
 * @param description what it is about; may be empty
 * @param steps what happens, in the order of the dates
 */
public record Scenario(String name, String description, List<Dated> steps) implements Change {

    /**
     * A step, perhaps with the day from which it counts.
     *
     * @param day the day; empty for always
     * @param step what happens
     */
    public record Dated(Optional<LocalDate> day, Step step) {

        /** Whether the step counts on a day. */
        public boolean isDue(LocalDate date) {
            return day.map(first -> !first.isAfter(date)).orElse(true);
        }

        @Override
        public String toString() {
            return day.map(first -> "from " + first + ": ").orElse("") + step;
        }
    }

    /**
     * Checks the name and the order of the dates.
     *
     * @throws IllegalArgumentException if the name is blank, or a step is dated before one that stands before it
     */
    public Scenario {
        steps = ImmutableList.copyOf(steps);
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Scenario '%s': the name is blank. Maybe say what happens in it.".formatted(name));
        }
        LocalDate latest = LocalDate.MIN;
        for (Dated dated : steps) {
            LocalDate day = dated.day().orElse(latest);
            if (day.isBefore(latest)) {
                throw new IllegalArgumentException(
                        "Scenario '%s': the step '%s' stands after one of %s. Maybe order the steps by date."
                                .formatted(name, dated, latest));
            }
            latest = day;
        }
    }

    /** A scenario in which nothing happens yet. */
    public static Scenario of(String name) {
        return new Scenario(name, "", ImmutableList.of());
    }

    /** A copy that says what it is about. */
    public Scenario describedAs(String text) {
        return new Scenario(name, text, steps);
    }

    /** A copy with more steps at the end, which count always. */
    public Scenario then(Step... more) {
        return plus(Optional.empty(), more);
    }

    /**
     * A copy with more steps at the end, which count from a day on.
     *
     * @throws IllegalArgumentException if an earlier step has a later day
     */
    public Scenario from(LocalDate day, Step... more) {
        return plus(Optional.of(day), more);
    }

    private Scenario plus(Optional<LocalDate> day, Step... more) {
        ImmutableList.Builder<Dated> all = ImmutableList.<Dated>builder().addAll(steps);
        for (Step step : more) {
            all.add(new Dated(day, step));
        }
        return new Scenario(name, description, all.build());
    }

    @Override
    public SupplyChain on(SupplyChain chain) {
        List<SupplyChain> states = replay(chain);
        return states.get(states.size() - 1);
    }

    /**
     * What exactly is lost of a chain, if all that happens on its date is that something is lost.
     *
     * @return what all due steps lose together
     * @throws IllegalArgumentException if a due step does anything else, or loses what the chain does not have; names the step
     */
    public Outage outage(SupplyChain chain) {
        Outage outage = Outage.NONE;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isDue(chain.date())) {
                if (!(steps.get(i).step() instanceof Lose lose)) {
                    throw new IllegalArgumentException(
                            "Scenario '%s', step %s (%s): it is not a loss. Maybe change the chain first, chain.with(...), and ask what is lost of that."
                                    .formatted(name, i + 1, steps.get(i)));
                }
                outage = outage.and(lose.outage(chain));
            }
        }
        return outage;
    }

    /**
     * The countries and blocs whose things are lost.
     *
     * @return those that the losses among the steps name, each once, in the order of the steps
     */
    public Set<Party> parties() {
        ImmutableSet.Builder<Party> parties = ImmutableSet.builder();
        for (Dated dated : steps) {
            if (dated.step() instanceof Lose lose) {
                lose.what().where().stream()
                        .filter(Party.class::isInstance)
                        .map(Party.class::cast)
                        .forEach(parties::add);
            }
        }
        return parties.build();
    }

    /**
     * The chain as it is, then as it is after each step that is due on its date. The last is what {@link #on} gives.
     *
     * @throws IllegalArgumentException if a step cannot be taken; names the step
     */
    public List<SupplyChain> replay(SupplyChain chain) {
        ImmutableList.Builder<SupplyChain> states =
                ImmutableList.<SupplyChain>builder().add(chain);
        SupplyChain state = chain;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isDue(chain.date())) {
                try {
                    state = steps.get(i).step().on(state);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "Scenario '%s', step %s (%s): %s".formatted(name, i + 1, steps.get(i), e.getMessage()), e);
                }
                states.add(state);
            }
        }
        return states.build();
    }

    /**
     * How this scenario differs from another, step by step; a step that moved counts as dropped and added.
     *
     * @param before the scenario that this one is compared with
     */
    public Difference comparedTo(Scenario before) {
        return Difference.between(before.steps, steps);
    }

    @Override
    public String toString() {
        return name + steps.stream().map(step -> "\n  " + step).collect(Collectors.joining());
    }
}
