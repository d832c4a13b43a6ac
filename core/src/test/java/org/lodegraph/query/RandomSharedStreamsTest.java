package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.ByProducts.Binds;
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Scale;

/**
 * Random sites whose hosts, streams, steps and lines share what they can; beside a twin that asks the delivery program how
 * much of the companion comes, with demand without end: another program, compiled by others and for something else.
 *
 * <pre>
 * zinc ----+--> a --> leach --> c --> from-c --+
 * zinc-2 --+--> a --> from-a ------------------+--> ge
 * lead ----+--> a, b --> from-both ------------+
 *          +--> b --> from-b ------------------+
 * </pre>
 */
class RandomSharedStreamsTest {

    private static final int CASES = 400;
    /** More than all other figures together could use up. */
    private static final double ENDLESS = 1e4;

    private static final List<String> CIRCUITS = List.of("from-a", "from-b", "from-c", "from-both");
    private static final Target GERMANIUM = Target.of(material("ge"), CountryId.REST);

    private static Figure figure(Random random, double most, Unit unit) {
        return RandomHostSwingTest.figure(random, most, unit);
    }

    private static Figure tons(Random random, double most) {
        return random.nextInt(12) == 0
                ? Figure.unknown(Unit.T_PER_A, "not published")
                : figure(random, most, Unit.T_PER_A);
    }

    private static Figure ratio(Random random, double most) {
        return figure(random, most, Unit.ONE);
    }

    /** Two sites under a rule that keeps two recipes from what was built in 2025. */
    private static SupplyChain any(Random random, boolean choice) {
        SupplyChain.Builder builder = SupplyChain.builder(2025)
                .add(
                        Material.of("zinc"),
                        Material.of("lead"),
                        Material.of("a").atSite(),
                        Material.of("b").atSite(),
                        Material.of("c").atSite(),
                        Material.of("ge"))
                .add(
                        Recipe.of("zinc").makes("zinc").asHost().yields("a", ratio(random, 0.2)),
                        Recipe.of("zinc-2")
                                .makes("zinc")
                                .asHost()
                                .yields("a", ratio(random, 0.2))
                                .yields("b", ratio(random, 0.2)),
                        Recipe.of("lead")
                                .makes("lead")
                                .asHost()
                                .yields(random.nextBoolean() ? "a" : "c", ratio(random, 0.2))
                                .yields("b", ratio(random, 0.2)),
                        Recipe.of("leach").makes("c").from("a", ratio(random, 2)),
                        Recipe.of("from-a").makes("ge").from("a", ratio(random, 2)),
                        Recipe.of("from-b").makes("ge").from("b", ratio(random, 2)),
                        Recipe.of("from-c").makes("ge").from("c", ratio(random, 2)),
                        Recipe.of("from-both")
                                .makes("ge")
                                .from("a", ratio(random, 1))
                                .from("b", ratio(random, 1)))
                .add(Policy.builder()
                        .id(policy("CN-TECH"))
                        .name("technology")
                        .issuer(country("CHN"))
                        .addRecipes(recipe("from-a"), recipe("leach"))
                        .addInForce(Window.from(LocalDate.of(2024, 1, 1)))
                        .build())
                .add(
                        Demand.remainder("zinc", Figure.stated(9 * ENDLESS, Unit.T_PER_A)),
                        Demand.remainder("lead", Figure.stated(9 * ENDLESS, Unit.T_PER_A)),
                        Demand.remainder("ge", Figure.stated(ENDLESS, Unit.T_PER_A)));
        // Whatever is needed must be made by some line, even if it is only planned.
        builder.add(Facility.at("plans", country("CHN"))
                .line(plan("zinc-2"))
                .line(plan("lead"))
                .line(plan("leach")));
        for (int site = 0; site < 2; site++) {
            Facility facility = Facility.at("site-" + site, country("AAA")).line(host(random, choice));
            if (random.nextBoolean()) {
                facility = facility.line(ran(Line.of("lead", Capacity.nameplate(tons(random, 100)))));
            }
            if (random.nextBoolean()) {
                facility = facility.line(line(random, "leach", List.of("leach"), 20));
            }
            for (int circuit = random.nextInt(4); circuit >= 0; circuit--) {
                List<String> recipes = new ArrayList<>(List.of(CIRCUITS.get(random.nextInt(CIRCUITS.size()))));
                if (random.nextInt(3) == 0) {
                    recipes.add(CIRCUITS.get(random.nextInt(CIRCUITS.size())));
                }
                facility = facility.line(line(
                        random,
                        "circuit-" + circuit,
                        recipes.stream().distinct().toList(),
                        10));
            }
            builder.add(facility);
        }
        return builder.build();
    }

    private static Line plan(String recipe) {
        return Line.of(recipe, Capacity.unknown("no plan says")).status(Line.Status.PLANNED);
    }

    private static Line host(Random random, boolean choice) {
        Line line = Line.of("zinc", Capacity.nameplate(tons(random, 100)));
        return ran(choice && random.nextBoolean() ? line.withRecipes(recipe("zinc"), recipe("zinc-2")) : line);
    }

    /** A host that makes what it can. */
    private static Line ran(Line line) {
        return line.output(line.capacity().nameplate().orElseThrow());
    }

    private static Line line(Random random, String name, List<String> recipes, double most) {
        Line line = Line.of(recipes.get(0), Capacity.nameplate(tons(random, most)))
                .withName(name)
                .withRecipes(recipes.stream().map(RecipeId::new).toList());
        return random.nextInt(4) == 0 ? line.withStarts(LocalDate.of(2025, 3, 1)) : line;
    }

    /** As favorable as the figures allow, or as unfavorable; lines read by themselves. */
    private static SupplyChain at(SupplyChain chain, Reading flow, Reading capacity) {
        return chain.mapFigures((place, figure) -> {
            boolean isCircuit =
                    place.toString().contains("circuit") || place.toString().contains("leach");
            Reading end = isCircuit && place.kind() == FigurePlace.Kind.NAMEPLATE ? capacity : flow;
            return exactly(figure, place.kind() == FigurePlace.Kind.NEEDED ? end.opposite() : end);
        });
    }

    private static Figure exactly(Figure figure, Reading end) {
        double unknown = end == Reading.HIGH ? ENDLESS : 0;
        return Figure.stated(figure.isKnown() ? figure.at(end) : unknown, figure.unit());
    }

    private static SupplyChain anywhere(SupplyChain chain, Random random) {
        return chain.mapFigures((place, figure) -> {
            if (!figure.isKnown()) {
                return Figure.stated(random.nextBoolean() ? 0 : 1_000 * random.nextDouble(), figure.unit());
            }
            Range range = figure.range();
            return Figure.stated(range.low() + (range.high() - range.low()) * random.nextDouble(), figure.unit());
        });
    }

    private static ByProducts.Answer ask(SupplyChain chain) {
        return chain.ask(ByProducts.of(material("ge")));
    }

    private static double delivered(SupplyChain chain) {
        return chain.ask(Delivery.to(GERMANIUM)).unavoidable().served().high();
    }

    private static void assertSame(double answer, double twin, int at) {
        if (Double.isInfinite(answer)) {
            // 10,000 t of a host leave 200 t at least, of which two steps of 2 t a ton make 50.
            assertThat(twin).as("case %s", at).isGreaterThanOrEqualTo(50);
        } else {
            // Deliveries are rounded to nine digits of what is wanted.
            assertThat(answer).as("case %s", at).isCloseTo(twin, within(1e-9 * ENDLESS));
        }
    }

    @Test
    void isWhatTheDeliveryProgramBringsAtEitherEnd() {
        Random random = new Random(1127);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = any(random, false);
            Range supply = ask(chain).supply();

            assertSame(supply.low(), delivered(at(chain, Reading.LOW, Reading.LOW)), i);
            assertSame(supply.high(), delivered(at(chain, Reading.HIGH, Reading.HIGH)), i);
        }
    }

    /** The high end is the best mix of a host line's recipes; the low end is not above any of them alone. */
    @Test
    void hostLinesWithAChoiceAreReadBothWays() {
        Random random = new Random(31);
        for (int i = 0; i < CASES / 3; i++) {
            SupplyChain chain = at(any(random, true), Reading.HIGH, Reading.HIGH);
            Range supply = ask(chain).supply();
            double least = Double.POSITIVE_INFINITY;
            for (int ways = 0; ways < 4; ways++) {
                least = Math.min(least, delivered(chosen(chain, ways)));
            }

            assertSame(supply.high(), delivered(chain), i);
            assertSame(supply.low(), least, i);
        }
    }

    /** One recipe for the zinc line of each site, by a bit each. */
    private static SupplyChain chosen(SupplyChain chain, int ways) {
        SupplyChain.Builder builder = chain.toBuilder();
        for (int site = 0; site < 2; site++) {
            Facility facility = chain.facility(facility("site-" + site));
            boolean other = (ways >> site & 1) == 1;
            builder.put(facility.withLines(facility.lines().stream()
                    .map(line -> line.recipes().size() == 2 && line.name().equals("zinc")
                            ? line.withRecipes(line.recipes().get(other ? 1 : 0))
                            : line)
                    .toList()));
        }
        return builder.build();
    }

    @Test
    void supplyIsNeverAboveEitherCapAndLiesInTheRange() {
        Random random = new Random(17);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = any(random, true);
            ByProducts.Answer answer = ask(chain);
            ByProducts.Answer read = ask(anywhere(chain, random));

            for (ByProducts.Site site : answer.sites()) {
                assertBelow(site.supply(), site.host().orElseThrow());
                assertBelow(site.supply(), site.circuits());
                assertBelow(site.host().orElseThrow(), site.ceiling().orElseThrow());
            }
            assertEncloses(answer.supply(), read.supply(), i);
            assertEncloses(answer.potential(), read.potential(), i);
            assertEncloses(answer.circuits(), read.circuits(), i);
        }
    }

    private static void assertBelow(Range one, Range other) {
        assertThat(one.low()).isLessThanOrEqualTo(other.low());
        assertThat(one.high()).isLessThanOrEqualTo(other.high());
    }

    private static void assertEncloses(Range range, Range exact, int at) {
        double rounding = 1e-7 * Math.max(1, Math.abs(exact.high()));
        assertThat(exact.low()).as("case %s", at).isGreaterThanOrEqualTo(range.low() - rounding);
        assertThat(exact.high()).as("case %s", at).isLessThanOrEqualTo(range.high() + rounding);
    }

    /** At the four ends: what hosts leave and steps need, and what lines can. */
    @Test
    void whatBindsBindsAtEveryEnd() {
        Random random = new Random(5);
        int both = 0;
        for (int i = 0; i < CASES / 3; i++) {
            SupplyChain chain = any(random, false);
            for (ByProducts.Site site : ask(chain).sites()) {
                both += site.binds() == Binds.BOTH ? 1 : 0;
                for (Reading flow : List.of(Reading.LOW, Reading.HIGH)) {
                    for (Reading capacity : List.of(Reading.LOW, Reading.HIGH)) {
                        assertBinds(site, ask(at(chain, flow, capacity)), i);
                    }
                }
            }
        }
        assertThat(both).isPositive();
    }

    private static void assertBinds(ByProducts.Site site, ByProducts.Answer read, int at) {
        ByProducts.Site end = read.sites().stream()
                .filter(each -> each.facility().equals(site.facility()))
                .findFirst()
                .orElseThrow();
        double supply = end.supply().high();
        double circuits = end.circuits().high();
        double host = end.host().orElseThrow().high();
        switch (site.binds()) {
            case HOST -> assertThat(supply).as("case %s", at).isCloseTo(host, within(1e-7 * host));
            case CIRCUIT -> assertThat(supply).as("case %s", at).isCloseTo(circuits, within(1e-7 * circuits));
            case BOTH -> assertThat(supply).as("case %s", at).isLessThan(Math.min(host, circuits));
            case NO_CIRCUIT -> assertThat(circuits).as("case %s", at).isZero();
            case EITHER ->
                assertThat(site.supply().isExact()
                                && site.circuits().isExact()
                                && site.host().orElseThrow().isExact())
                        .as("case %s", at)
                        .isFalse();
        }
    }

    @Test
    void explanationsAddUp() {
        Random random = new Random(88);
        for (int i = 0; i < CASES; i++) {
            ByProducts.Answer answer = ask(any(random, true));
            for (ByProducts.Site site : answer.sites()) {
                Range told = Retold.of(site.derivation());
                assertSame(site.supply().low(), told.low(), i);
                assertSame(site.supply().high(), told.high(), i);
            }
        }
    }

    private static Companion swing(SupplyChain chain, double by) {
        return chain.ask(HostSwing.of(material("zinc"), by))
                .find(material("ge"))
                .orElseThrow();
    }

    private static SupplyChain scaled(SupplyChain chain, double by) {
        return chain.with(Scale.output(Lines.of(recipe("zinc")), 1 + by));
    }

    @Test
    void aSwingIsTheDifferenceOfTwoDeliveries() {
        Random random = new Random(3);
        for (int i = 0; i < CASES / 2; i++) {
            SupplyChain chain = anywhere(any(random, false), random);
            double by = random.nextInt(4) == 0 ? -1 : -1 + 2.5 * random.nextDouble();
            double before = ask(chain).supply().high();
            double after = ask(scaled(chain, by)).supply().high();
            Range change = swing(chain, by).change();

            assertThat(change.low()).as("case %s", i).isCloseTo(after - before, within(1e-6));
            assertThat(change.high()).as("case %s", i).isCloseTo(after - before, within(1e-6));
            for (HostSwing.Site site : swing(chain, by).sites()) {
                assertAfterLessBefore(site.changing(), i);
            }
        }
    }

    /** Where steps are shared, what binds before and after is told, and gives the answer. */
    private static void assertAfterLessBefore(Tree.Node node, int at) {
        if (node.remark().startsWith("part of what streams")) {
            double before = Retold.of(node.children().get(0)).high();
            double after = Retold.of(node.children().get(1)).high();
            assertThat(node.amount().high()).as("case %s", at).isCloseTo(after - before, within(1e-6));
        } else {
            node.children().forEach(child -> assertAfterLessBefore(child, at));
        }
    }

    @Test
    void swingsEncloseGoOneWayAndNothingComesOfNothing() {
        Random random = new Random(404);
        for (int i = 0; i < CASES / 2; i++) {
            SupplyChain chain = any(random, true);
            SupplyChain read = anywhere(chain, random);
            double less = -random.nextDouble();
            Companion swing = swing(chain, less);
            Companion exact = swing(read, less);

            assertEncloses(swing.change(), exact.change(), i);
            assertEncloses(swing.lost(), exact.lost(), i);
            assertThat(swing.change().high()).isLessThanOrEqualTo(0);
            assertThat(swing.lost().low()).isGreaterThanOrEqualTo(0);
            assertThat(swing(chain, 0).change()).isEqualTo(Range.exactly(0, Unit.T_PER_A));
            assertThat(swing(chain, 0).lost()).isEqualTo(Range.exactly(0, Unit.T_PER_A));
            Companion more = swing(read, less / 2);
            assertThat(more.change().low())
                    .as("case %s", i)
                    .isGreaterThanOrEqualTo(exact.change().low() - 1e-7);
            assertThat(more.lost().high())
                    .as("case %s", i)
                    .isLessThanOrEqualTo(exact.lost().high() + 1e-7);
        }
    }
}
