package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.WhatItTakes.Answer;
import org.lodegraph.query.WhatItTakes.Step;
import org.lodegraph.report.Retold;

/**
 * Random routes, each material made in one way, beside a twin that walks down every path of a bill of materials, for one
 * reading of every figure.
 */
class RandomWhatItTakesTest {

    private static final Source SOURCE = Source.of("random", "Random figures");
    private static final int CASES = 3_000;
    private static final int INPUTS = 4;

    private static Figure figure(Random random, double most) {
        double one = most * (0.1 + 0.9 * random.nextDouble());
        double other = random.nextBoolean() ? one : most * (0.1 + 0.9 * random.nextDouble());
        return Figure.estimated(Spread.between(Math.min(one, other), Math.max(one, other)), Unit.ONE, SOURCE);
    }

    /** The host takes some of four inputs, and so do the circuits; an input takes only inputs with a higher number. */
    private static SupplyChain any(Random random) {
        SupplyChain.Builder builder = SupplyChain.builder(2025)
                .add(Material.of("pay"), Material.of("stream-0").atSite(), Material.of("metal"));
        Recipe host = Recipe.of("host").makes("pay").asHost().yields("stream-0", figure(random, 0.1));
        builder.add(takes(random, host, 0));
        int steps = 1 + random.nextInt(3);
        for (int step = 1; step <= steps; step++) {
            String makes = step == steps ? "metal" : "stream-" + step;
            if (step < steps) {
                builder.add(Material.of(makes).atSite());
            }
            Recipe circuit = Recipe.of("circuit-" + step).makes(makes).from("stream-" + (step - 1), figure(random, 3));
            builder.add(takes(random, circuit, 0));
        }
        for (int input = 0; input < INPUTS; input++) {
            builder.add(Material.of("input-" + input));
            builder.add(takes(random, Recipe.of("makes-" + input).makes("input-" + input), input + 1));
        }
        Facility there = Facility.at("there", country("AAA")).line(line("host"));
        for (int input = 0; input < INPUTS; input++) {
            there = there.line(line("makes-" + input));
        }
        return builder.add(there).build();
    }

    private static Line line(String recipe) {
        return Line.of(recipe, Capacity.nameplate(Figure.stated(100, Unit.T_PER_A)));
    }

    private static Recipe takes(Random random, Recipe recipe, int first) {
        Recipe taking = recipe;
        for (int input = first; input < INPUTS; input++) {
            if (random.nextBoolean()) {
                taking = taking.from("input-" + input, figure(random, 2));
            }
        }
        return taking;
    }

    /** Every figure read somewhere between its ends. */
    private static SupplyChain read(SupplyChain chain, Random random) {
        return chain.mapFigures((place, figure) -> {
            double low = figure.range().low();
            double high = figure.range().high();
            double at = switch (random.nextInt(4)) {
                case 0 -> low;
                case 1 -> high;
                default -> low + (high - low) * random.nextDouble();
            };
            return Figure.stated(at, figure.unit());
        });
    }

    /** How much of each material so many tons of one take, path by path. */
    private static void twin(SupplyChain chain, MaterialId made, double tons, Map<MaterialId, Double> needs) {
        needs.merge(made, tons, Double::sum);
        for (Recipe recipe : chain.recipes().values()) {
            if (recipe.makes(made)) {
                double perTon = recipe.reference().equals(made)
                        ? 1
                        : recipe.yields().get(made).coefficient().range().low();
                double runs = tons / perTon;
                if (!recipe.reference().equals(made)) {
                    needs.merge(recipe.reference(), runs, Double::sum);
                }
                recipe.inputs()
                        .forEach((input, coefficient) ->
                                twin(chain, input, runs * coefficient.range().low(), needs));
            }
        }
    }

    private static Answer ask(SupplyChain chain, double tons) {
        return chain.ask(WhatItTakes.of(material("metal"), tons).in(country("AAA")));
    }

    @Test
    void encloseEveryReading() {
        Random random = new Random(20261127);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = any(random);
            double tons = 1 + 99 * random.nextDouble();
            Answer answer = ask(chain, tons);
            Map<MaterialId, Double> needs = new TreeMap<>();
            twin(read(chain, random), material("metal"), tons, needs);

            for (Step step : answer.routes().get(0).steps()) {
                Range told = Retold.of(step.lacking());
                double rounding = 1e-9 * step.need().high();
                assertThat(told.low()).isCloseTo(step.missing().low(), within(rounding));
                assertThat(told.high()).isCloseTo(step.missing().high(), within(rounding));
                double need = needs.get(step.material());
                assertThat(need)
                        .as("%s in case %s", step, i)
                        .isBetween(step.need().low() * (1 - 1e-9), step.need().high() * (1 + 1e-9));
            }
        }
    }

    /** At the high end all claims add up; so where every figure is exact, the high end is the twin's. */
    @Test
    void areAsTheTwinSaysWhereFiguresAreExact() {
        Random random = new Random(4);
        for (int i = 0; i < CASES; i++) {
            SupplyChain chain = read(any(random), random);
            double tons = 1 + 99 * random.nextDouble();
            Map<MaterialId, Double> needs = new TreeMap<>();
            twin(chain, material("metal"), tons, needs);

            for (Step step : ask(chain, tons).routes().get(0).steps()) {
                double need = needs.get(step.material());
                assertThat(step.need().high()).as("%s in case %s", step, i).isCloseTo(need, within(1e-9 * need));
                if (step.kind() != WhatItTakes.Kind.SUPPLY) {
                    assertThat(step.need().isExact()).isTrue();
                }
            }
        }
    }

    @Test
    void twiceAsMuchTakesTwiceAsMuch() {
        Random random = new Random(40);
        for (int i = 0; i < CASES / 3; i++) {
            SupplyChain chain = any(random);
            Answer one = ask(chain, 10);
            Answer two = ask(chain, 20);
            for (Step step : one.routes().get(0).steps()) {
                double twice = 2 * step.need().high();
                assertThat(two.routes()
                                .get(0)
                                .find(step.material())
                                .orElseThrow()
                                .need()
                                .high())
                        .isCloseTo(twice, within(1e-9 * twice));
            }
        }
    }
}
