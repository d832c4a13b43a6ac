package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.RandomChains;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Overview.Maker;
import org.lodegraph.query.Overview.Making;
import org.lodegraph.query.Overview.Narrow;
import org.lodegraph.query.Overview.Wanted;
import org.lodegraph.query.Overview.Why;
import org.lodegraph.render.Render;
import org.lodegraph.report.Network;
import org.lodegraph.report.Retold;
import org.lodegraph.report.Tree;
import org.lodegraph.scenario.Add;

class OverviewTest {

    private static final Unit RATE = Unit.T_PER_A;

    @Test
    void twoOresAreTold() {
        Overview.Answer answer = TwoOres.CHAIN.ask(Overview.of());

        assertThat(answer.materials()).containsExactly(material("ore-a"), material("ore-b"), material("metal"));
        Making ore = answer.making(material("ore-b")).get(0);
        assertThat(ore.stage()).contains(Stage.EXTRACTION);
        assertThat(ore.output()).as("6 of Brazil and 4 of Chile").isEqualTo(Range.exactly(10, RATE));
        assertThat(ore.makers()).extracting(Maker::country).containsExactly(country("BRA"), country("CHL"));
        assertThat(ore.makers().get(0).share()).as("6 of 10").isEqualTo(Range.exactly(0.6, Unit.SHARE));
        assertThat(ore.largest()).map(Maker::country).contains(country("BRA"));
        assertThat(answer.narrow())
                .as("a in one line; of b Brazil has 6 of 10, of metal Australia 5 of 8: less than 65 %")
                .containsExactly(new Narrow(
                        material("ore-a"),
                        Why.ONE_LINE,
                        TwoOres.CHAIN.linesMaking(material("ore-a")).get(0).id(),
                        Range.exactly(1, Unit.SHARE),
                        Range.exactly(10, RATE)));
        assertThat(answer.unsure()).isEmpty();
        assertThat(answer.demands())
                .extracting(wanted -> wanted.demand().id().value() + " " + wanted.rate())
                .containsExactly("usa-chips 4 t/a", "row-metal 2 t/a", "usa-lamps 2 t/a");
        assertThat(answer.statuses()).containsExactly(Map.entry(Line.Status.RUNNING, 5));
        assertThat(answer.figures(Figure.Status.REPORTED))
                .as("2 coefficients, 5 capacities, 5 outputs, 3 demands")
                .isEqualTo(15);
    }

    @Test
    void aLowerBarMarksMore() {
        Overview.Answer answer = TwoOres.CHAIN.ask(Overview.of().atLeast(Share.percent(61)));

        assertThat(answer.narrow(material("metal")))
                .as("5 of 8 are 62.5 %")
                .contains(new Narrow(
                        material("metal"),
                        Why.LARGEST_SHARE,
                        country("AUS"),
                        Range.exactly(0.625, Unit.SHARE),
                        Range.exactly(8, RATE)));
        assertThat(answer.narrow(material("ore-b"))).isEmpty();
    }

    @Test
    void namesThatHoldCommasArePartedBySemicolons() {
        assertThat(Stream.of("oxide (mixed, dry)", "1,000 t of metal").collect(Words.listed()))
                .isEqualTo("oxide (mixed, dry), 1,000 t of metal");
        assertThat(Stream.of("oxide", "ores, separated").collect(Words.listed()))
                .isEqualTo("oxide; ores, separated");
    }

    /** 4 t that only even out what is taken and made are nobody's output: Australia has 5 of 8, not of 12. */
    @Test
    void aFeedIsNoHand() {
        Overview asked = Overview.of().atLeast(Share.percent(61));
        Add feed = Add.of(
                Recipe.of("other-feed").makes("metal").stage(Stage.RECYCLING),
                Recipe.of("other-ore").makes("ore-a").stage(Stage.RECYCLING),
                Facility.at("scrap", CountryId.ELSEWHERE)
                        .line(Line.of("other-feed", Capacity.nameplate(TwoOres.tons(4)))
                                .output(TwoOres.tons(4)))
                        .line(Line.of("other-ore", Capacity.nameplate(TwoOres.tons(7)))
                                .output(TwoOres.tons(7))));

        Overview.Answer answer = TwoOres.CHAIN.with(feed).ask(asked);

        assertThat(answer.narrow()).isEqualTo(TwoOres.CHAIN.ask(asked).narrow());
        assertThat(ReportText.of(answer.show()))
                .contains(
                        "FINDING Through few hands come 2 of 3 materials: ore-a (one line only, aus-works: ore-a; 10 t/a in all), metal (AUS 62.5 %; 8 t/a in all).");
        SupplyChain refined = TwoOres.CHAIN.with(feed).toBuilder()
                .put(Recipe.of("other-feed").makes("metal").stage(Stage.REFINING))
                .build();
        assertThat(refined.ask(asked).narrow(material("metal")))
                .as("whoever refines 4 t is somebody: 5 of 12 are 41.7 %")
                .isEmpty();
    }

    @Test
    void aTargetSeesOnlyWhatGoesIntoItWithTheHosts() {
        SupplyChain chain = TwoOres.CHAIN.with(Add.of(
                Material.of("sand"),
                Material.of("by-rock"),
                Recipe.of("dig-sand").makes("sand"),
                Recipe.of("blast").makes("by-rock").asHost().yields("ore-a", 0.1),
                Facility.at("pit", country("USA"))
                        .line("dig-sand", Capacity.nameplate(TwoOres.tons(1)))
                        .line("blast", Capacity.unknown("not published"))));

        Overview.Answer answer = chain.ask(Overview.of(TwoOres.TARGET));

        assertThat(answer.materials())
                .containsExactlyInAnyOrder(
                        material("ore-a"), material("by-rock"), material("ore-b"), material("metal"));
        assertThat(answer.demands().stream().filter(Wanted::asked)).hasSize(2);
        assertThat(answer.narrow(material("ore-a")))
                .as("nobody knows how much comes with the rock")
                .isEmpty();
        assertThat(answer.unsure()).containsExactly(material("ore-a"));
        assertThat(chain.ask(Overview.of()).materials()).contains(material("sand"));
    }

    @Test
    void theNetworkIsMarked() {
        Network network = TwoOres.CHAIN.ask(Overview.of()).network();

        assertThat(network.nodes())
                .extracting(node -> "%s %s %s %s".formatted(node.layer(), node.label(), node.needs(), node.remark()))
                .containsExactlyInAnyOrder(
                        "0 extraction ALL ",
                        "0 extraction ALL ",
                        "1 ore-a ANY one line only, aus-works: ore-a",
                        "1 ore-b ANY ",
                        "2 refining ALL ",
                        "3 metal ANY ",
                        "4 wanted END ");
        assertThat(network.links())
                .containsExactlyInAnyOrder(
                        Network.Link.of("recipe dig-a", "material ore-a"),
                        Network.Link.of("recipe dig-b", "material ore-b"),
                        Network.Link.of("material ore-a", "recipe refine"),
                        Network.Link.of("material ore-b", "recipe refine"),
                        Network.Link.of("recipe refine", "material metal"),
                        Network.Link.of("material metal", "demand metal"));
    }

    @Test
    void whatIsNotPublishedIsNotZero() {
        SupplyChain chain = TwoOres.CHAIN.with(Add.of(Facility.at("new", country("PER"))
                .line(Line.of("dig-b", Capacity.nameplate(TwoOres.tons(30)))
                        .output(Figure.unknown(RATE, "withheld")))));

        Making ore = chain.ask(Overview.of()).making(material("ore-b")).get(0);

        assertThat(ore.output()).isEqualTo(new Range(10, 40, RATE));
        assertThat(ore.unpublished()).isEqualTo(1);
        Maker peru = ore.makers().get(0);
        assertThat(peru.country()).isEqualTo(country("PER"));
        assertThat(peru.share()).as("nothing, to 30 of 40").isEqualTo(new Range(0, 0.75, Unit.SHARE));
        assertThat(ore.largest())
                .as("nothing to 30 of Peru may be less than 6 of Brazil, or more")
                .isEmpty();
        assertThat(Render.text(chain.ask(Overview.of())))
                .contains("not known which")
                .contains("ore-b, extraction: 3 lines, output of 1 not published")
                .contains("whether one country makes 65.0 % or more of ore-b");
    }

    @Test
    void aBarOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Overview.of().atLeast(Share.NONE))
                .withMessage("Overview: everything is narrow from 0.0 % on. Maybe 65 %.");
    }

    @Test
    void whoWantsNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoOres.CHAIN.ask(Overview.of(Target.of(material("metal"), country("CHL")))))
                .withMessageStartingWith("Target 'CHL (metal)': no demand matches it.");
    }

    @Test
    void itIsExplained() {
        Tree tree = TwoOres.CHAIN.ask(Overview.of()).explain();

        assertThat(tree.root().children()).hasSize(3);
        Tree.Node metal = tree.root().children().get(2);
        assertThat(metal.label()).isEqualTo("metal, refining");
        assertThat(metal.amount()).isEqualTo(Range.exactly(8, RATE));
    }

    /**
     * Beside a twin that adds up ends of figures line by line, and that marks what one country's low end is of it and the
     * high ends of all others.
     */
    @Test
    void randomChainsAreToldAsTheirLinesSay() {
        int marked = 0;
        for (long seed = 0; seed < 400; seed++) {
            SupplyChain chain = RandomChains.chain(seed);
            Overview.Answer answer = chain.ask(Overview.of());
            assertThat(answer).isEqualTo(chain.ask(Overview.of()));
            assertThat(ImmutableSet.copyOf(answer.materials()))
                    .isEqualTo(chain.materials().keySet());
            for (MaterialId material : answer.materials()) {
                double low = 0;
                double high = 0;
                for (Making step : answer.making(material)) {
                    Range twin = twin(chain, material, step.stage());
                    assertThat(step.output().low()).isEqualTo(twin.low());
                    assertThat(step.output().high()).isEqualTo(twin.high());
                    low += twin.low();
                    high += twin.high();
                }
                assertThat(low).isLessThanOrEqualTo(high);
                Optional<Why> why = answer.narrow(material).map(Narrow::why);
                if (why.filter(each -> each != Why.LARGEST_SHARE).isPresent()) {
                    marked++;
                    Set<CountryId> makers = new LinkedHashSet<>();
                    answer.making(material).stream()
                            .flatMap(step -> step.makers().stream())
                            .filter(maker -> maker.output().high() > 0)
                            .forEach(maker -> makers.add(maker.country()));
                    assertThat(makers)
                            .as("more may have made it, but may not run")
                            .isNotEmpty();
                }
            }
            assertThat(Render.text(answer)).doesNotContain("NaN");
            answer.steps().forEach(step -> Retold.of(step.made()));
        }
        assertThat(marked).isGreaterThan(100);
    }

    private static Range twin(SupplyChain chain, MaterialId material, Optional<Stage> stage) {
        Unit unit = chain.material(material).rateUnit();
        Map<CountryId, double[]> sums = new TreeMap<>();
        for (InstalledLine line : chain.lines().values()) {
            List<Double> lows = new ArrayList<>();
            List<Double> highs = new ArrayList<>();
            boolean counts = false;
            for (var id : line.line().recipes()) {
                Recipe recipe = chain.recipe(id);
                boolean here = recipe.makes(material) && recipe.stage().equals(stage);
                counts |= here;
                Figure each =
                        recipe.reference().equals(material) ? Figure.stated(1, Unit.ONE) : yielded(recipe, material);
                lows.add(here ? low(each, Unit.ONE) : 0);
                highs.add(here ? high(each, Unit.ONE) : 0);
            }
            boolean seen = (line.line().status() == Line.Status.RUNNING
                            || line.line().output().isPresent())
                    && !line.line()
                            .starts()
                            .filter(start -> start.isAfter(chain.date()))
                            .isPresent();
            if (counts && seen) {
                Range made = made(chain, line);
                double[] sum = sums.computeIfAbsent(line.country(), any -> new double[2]);
                sum[0] += made.low() * lows.stream().min(Double::compare).orElseThrow();
                double most = highs.stream().max(Double::compare).orElseThrow();
                sum[1] += most == 0 ? 0 : made.high() * most;
            }
        }
        double low = 0;
        double high = 0;
        for (double[] sum : sums.values()) {
            low += sum[0];
            high += sum[1];
        }
        return new Range(low, high, unit);
    }

    private static Figure yielded(Recipe recipe, MaterialId material) {
        return recipe.yields().containsKey(material)
                ? recipe.yields().get(material).coefficient()
                : Figure.stated(0, Unit.ONE);
    }

    private static Range made(SupplyChain chain, InstalledLine line) {
        Unit unit = chain.reference(line.line()).rateUnit();
        Optional<Figure> output = line.line().output().filter(Figure::isKnown);
        if (output.isPresent()) {
            return new Range(low(output.orElseThrow(), unit), high(output.orElseThrow(), unit), unit);
        }
        Capacity capacity = line.line().capacity();
        double most = capacity.usable().map(figure -> high(figure, unit)).orElse(Double.POSITIVE_INFINITY);
        double permitted =
                capacity.permitted().map(figure -> high(figure, unit)).orElse(Double.POSITIVE_INFINITY);
        return new Range(0, Math.min(most, permitted), unit);
    }

    private static double low(Figure figure, Unit unit) {
        return figure.isKnown() ? figure.at(Reading.LOW, unit) : 0;
    }

    private static double high(Figure figure, Unit unit) {
        return figure.isKnown() ? figure.at(Reading.HIGH, unit) : Double.POSITIVE_INFINITY;
    }
}
