package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Query;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Tree;

/**
 * What industry must run so that some tons of a companion metal can be made, what of it is there, and is there a use for the
 * host's product? {@code WhatItTakes.of(material("gallium"), 40).in(country("USA"))}.
 *
 * <p>Each by-product route is asked for the whole tonnage by itself. From the companion back to the host, each step runs as
 * often as its coefficients ask for; what the steps take besides their stream (ore, reagents, as far as the recipes name
 * them) is followed up to the mine. Electricity is counted at each step whose recipes name it, all of a run's; where one
 * does not, it is unknown, and an input at which the chain ends has none that the chain knows of. What stands there is set against that, step by step: a circuit is of use only beside
 * its host, which {@link ByProducts} looks at facility by facility.
 *
 * <p>Hosts run for their own product, so all that the host makes has to go somewhere: into what is wanted or worked up there,
 * or abroad. Abroad surely takes what is missing there, and at most all that is used there, as if everybody else stood still.
 *
 * <p>Ranges enclose: every figure is taken at both ends. What other recipes there can give in place of an input is taken off,
 * as far as their lines stand; others that could be built are not. An input that several steps ask for is needed at least as much as the
 * step that asks for most, at most as much as all together if no other recipe could give it.
 *
 * @param material the companion
 * @param tons how much of it is wanted, in t/a on its basis; positive
 * @param where who is to make it; empty for the world
 */
public record WhatItTakes(MaterialId material, double tons, Optional<Party> where)
        implements Query<WhatItTakes.Answer> {

    /** The version of the method: it changes when the same chain would get another number. */
    public static final String METHOD = "lodegraph what it takes 3";

    /**
     * Checks the tonnage.
     *
     * @throws IllegalArgumentException if it is not a positive number
     */
    public WhatItTakes {
        if (!(tons > 0) || Double.isInfinite(tons)) {
            throw new IllegalArgumentException(
                    "What %s takes: so much is wanted (%s t/a). Maybe 40 for 40 t a year.".formatted(material, tons));
        }
    }

    /**
     * In the world.
     *
     * @param material the companion
     * @param tons how much of it is wanted, in t/a
     */
    public static WhatItTakes of(MaterialId material, double tons) {
        return new WhatItTakes(material, tons, Optional.empty());
    }

    /** A copy for one bloc or country. */
    public WhatItTakes in(Party whom) {
        return new WhatItTakes(material, tons, Optional.of(whom));
    }

    /**
     * The answer.
     *
     * @throws IllegalArgumentException if the chain does not know the material or the bloc, or the material comes along with
     *     no host
     */
    @Override
    public Answer on(SupplyChain chain, Run run) {
        return new WhatItTakesSearch(this, chain, run).answer();
    }

    /** What a step is to the companion. */
    public enum Kind {
        /** It makes something that the host or a circuit takes. */
        SUPPLY,
        /** It makes the host's product, and leaves the stream. */
        HOST,
        /** It takes the stream. */
        CIRCUIT
    }

    /**
     * A step. Amounts are t/a of what it makes, on its basis.
     *
     * @param kind what it is to the companion
     * @param material what it makes
     * @param recipes by any of which
     * @param unlimited whether that is taken as unlimited, because the chain ends there
     * @param needing how much must be made, from the companion back
     * @param having what running lines there can make, as far as permitted, line by line
     * @param idle what lines that stand still could
     * @param planned what planned lines could
     * @param power the electricity that the need takes, in MWh/a; empty if some recipe for it names none
     */
    public record Step(
            Kind kind,
            MaterialId material,
            Set<RecipeId> recipes,
            boolean unlimited,
            Tree.Node needing,
            Tree.Node having,
            Range idle,
            Range planned,
            Optional<Range> power) {
        /** Copies the recipes. */
        public Step {
            recipes = ImmutableSet.copyOf(recipes);
        }

        /** How much must be made. */
        public Range need() {
            return needing.amount();
        }

        /** What running lines there can make, as far as permitted. */
        public Range capacity() {
            return having.amount();
        }

        /** What must be restarted, built or bought: the need beyond what runs; nothing of what is unlimited. */
        public Range missing() {
            return lacking().amount();
        }

        /** How that comes about. */
        Tree.Node lacking() {
            String label = "missing of %s".formatted(material);
            return unlimited
                    ? Derivation.given(
                            label, Range.exactly(0, need().unit()), "taken as unlimited: the chain ends here")
                    : Derivation.beyond(label, needing, having);
        }
    }

    /**
     * Where the host's product goes. Amounts are t/a of it.
     *
     * @param material the host's product
     * @param made what the host must make for the companion
     * @param own what is wanted there, and what lines there work up: at least what they were seen to, at most all they can
     * @param unmet what is used elsewhere beyond what is made elsewhere
     * @param abroad all that is used elsewhere, read like {@code own}
     * @param unnamed the part of {@code abroad} of which nobody says who uses it, so that it may be used there
     */
    public record Outlet(MaterialId material, Range made, Range own, Range unmet, Range abroad, Range unnamed) {

        /** What is left over there. */
        public Range surplus() {
            return made.beyond(new Range(own.low(), own.high() + unnamed.high(), own.unit()));
        }

        /** Whether all of it surely has a use, without anybody elsewhere making less. */
        public boolean isPlaced() {
            return made.high() <= own.low() + unmet.low();
        }

        /** Whether all of it may have a use, if figures are read as they favor it and everybody elsewhere makes way. */
        public boolean mayBePlaced() {
            return made.low() <= own.high() + abroad.high();
        }
    }

    /**
     * One by-product route, asked for the whole tonnage.
     *
     * @param link from the host to the companion
     * @param steps from the mine on, last the companion
     * @param outlet where the host's product goes
     */
    public record Route(ByProductLink link, List<Step> steps, Outlet outlet) {
        /** Copies the list. */
        public Route {
            steps = ImmutableList.copyOf(steps);
        }

        /** The step that makes a material: that of the host or a circuit, if it is also made for others on the way. */
        public Optional<Step> find(MaterialId material) {
            return steps.stream()
                    .filter(step -> step.material().equals(material))
                    .reduce((supply, later) -> later);
        }

        /**
         * The electricity of all steps that say how much they take, in MWh/a. One run of a recipe may make what several steps
         * need: together they take no less than the largest of them, and no more than their sum.
         */
        public Range power() {
            List<Step> left = new ArrayList<>(
                    steps.stream().filter(step -> step.power().isPresent()).toList());
            Range all = Range.exactly(0, Unit.MWH_PER_A);
            while (!left.isEmpty()) {
                Set<RecipeId> runs = new LinkedHashSet<>();
                List<Step> joint = new ArrayList<>();
                for (List<Step> more = ImmutableList.of(left.get(0)); !more.isEmpty(); more = meeting(left, runs)) {
                    joint.addAll(more);
                    more.forEach(step -> runs.addAll(step.recipes()));
                    left.removeAll(joint);
                }
                all = all.plus(joint.stream()
                        .map(step -> step.power().orElseThrow())
                        .reduce((one, other) ->
                                new Range(Math.max(one.low(), other.low()), one.high() + other.high(), one.unit()))
                        .orElseThrow());
            }
            return all;
        }

        private static List<Step> meeting(List<Step> steps, Set<RecipeId> recipes) {
            return steps.stream()
                    .filter(step -> step.recipes().stream().anyMatch(recipes::contains))
                    .toList();
        }

        /** The steps of whose electricity nobody says anything, so that {@link #power} lacks it. */
        public List<Step> withoutPower() {
            return steps.stream()
                    .filter(step -> !step.unlimited() && step.power().isEmpty())
                    .collect(ImmutableList.toImmutableList());
        }

        /** The first step from the mine on at which something is surely missing. */
        public Optional<Step> firstMissing() {
            return steps.stream().filter(step -> step.missing().low() > 0).findFirst();
        }
    }

    /**
     * What it takes, route by route.
     *
     * @param question what was asked
     * @param years the years of the figures, for some of another year may stand in
     * @param date the day on which the chain was read
     * @param makers whose lines count
     * @param routes by host
     * @param loops inputs that are made of what they help to make; their return is not counted as a need
     * @param sources who said the figures
     * @param assumptions which of the figures are assumed or unknown
     */
    public record Answer(
            WhatItTakes question,
            Set<Integer> years,
            LocalDate date,
            Set<CountryId> makers,
            List<Route> routes,
            Set<MaterialId> loops,
            List<Source> sources,
            List<Assumption> assumptions)
            implements Explained {

        /** Copies the collections. */
        public Answer {
            years = ImmutableSet.copyOf(years);
            makers = ImmutableSet.copyOf(makers);
            routes = ImmutableList.copyOf(routes);
            loops = ImmutableSet.copyOf(loops);
            sources = ImmutableList.copyOf(sources);
            assumptions = ImmutableList.copyOf(assumptions);
        }

        /**
         * The route from a host.
         *
         * @param host the product that pays
         * @return the first by recipes; empty if the companion does not come along with it
         */
        public Optional<Route> from(MaterialId host) {
            return routes.stream()
                    .filter(route -> route.link().host().equals(host))
                    .findFirst();
        }

        /**
         * What is missing at each step of each route, from the companion back to the mine: what must be made, as recipes ask for it,
         * beyond what lines can make; and what is left over of the host's product.
         */
        @Override
        public Tree explain() {
            return WhatItTakesReport.explanation(this);
        }

        @Override
        public Report show() {
            return WhatItTakesReport.of(this);
        }
    }
}
