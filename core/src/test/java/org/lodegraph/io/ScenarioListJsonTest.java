package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.stock;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.model.Stage;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.scenario.Stocks;

/** Lists of scenarios in JSON: written, read, refused. */
class ScenarioListJsonTest {

    /** What the example of {@code docs/format.md} says. */
    private static final List<Scenario> EXAMPLE = List.of(
            Scenario.of("loss of refining in China")
                    .then(Lose.of(Lines.of(country("CHN")).at(Stage.REFINING))),
            Scenario.of("loss of the stockpile").then(Lose.of(Stocks.of(stock("usa-dla")))));

    @Test
    void theExampleMeansWhatItSays() {
        assertThat(ScenarioJson.readAll(FormatDoc.scenarios())).isEqualTo(EXAMPLE);
    }

    @Test
    void theExampleIsWhatIsWritten() {
        assertThat(ScenarioJson.text(EXAMPLE)).isEqualTo(FormatDoc.scenarios());
    }

    @Test
    void comesBackFromDisk(@TempDir Path folder) {
        var file = folder.resolve("contingencies.json");

        ScenarioJson.write(EXAMPLE, file);

        assertThat(ScenarioJson.readAll(file)).isEqualTo(EXAMPLE);
    }

    @Test
    void theListOfNothingIsAListToo() {
        assertThat(ScenarioJson.text(List.of())).isEqualTo("[]\n");
        assertThat(ScenarioJson.readAll("[]")).isEmpty();
    }

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void anyListComesBackEqual(long block) {
        for (long seed = block * 50; seed < block * 50 + 50; seed++) {
            var scenarios = RandomScenarios.list(seed);

            var text = ScenarioJson.text(scenarios);

            assertThat(ScenarioJson.readAll(text)).as("seed %s", seed).isEqualTo(scenarios);
            assertThat(ScenarioJson.text(ScenarioJson.readAll(text)))
                    .as("seed %s", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void oneTakenOutIsAScenario() {
        var alone = ScenarioJson.text(EXAMPLE.get(1));

        assertThat(ScenarioJson.readAll("[" + alone + "]")).containsExactly(EXAMPLE.get(1));
    }

    @Test
    void namesAreUnique() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioJson.text(List.of(EXAMPLE.get(0), EXAMPLE.get(1), EXAMPLE.get(0))))
                .withMessage("Scenario 'loss of refining in China': it is there twice in the list. Maybe rename one.");
        assertThat(message("""
                [{"name": "a"}, {"name": "b"},
                 {"name": "a"}]
                """)).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 2, column name: scenario 3 ('a'): scenario 1 has the same name. Maybe delete one, or rename it.""");
    }

    @Test
    void problemsSayInWhichScenarioTheyAre() {
        assertThat(message("""
                [{"name": "a", "steps": [{"step": "lose"}]},
                 {"steps": [{"step": "explode"}]},
                 7,
                 {"name": "d", "steps": [{"step": "lose", "what": {"lines": ["CHN"]}}]}]
                """)).isEqualTo("""
                Files: 5 problems.
                  - scenario.json, line 1, column what: scenario 1 ('a'): it is missing. Maybe add it.
                  - scenario.json, line 2, column name: scenario 2: it is empty. Maybe fill it in.
                  - scenario.json, line 2, column step: scenario 2: not known here (seen: 'explode'). Maybe one of impose, lift, lose, add, scale, suppose, release, draw.
                  - scenario.json, line 3: scenario 3: not an object. Maybe an object with name, description, format.
                  - scenario.json, line 4, column lines: scenario 4 ('d'): the kind is missing (seen: 'CHN'). Maybe material:gallium, with one of material, recipe, facility, line, owner, country, bloc, stock, link, demand.""");
    }

    @Test
    void whatIsNoListIsRefused() {
        assertThat(message("")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: it is empty. Maybe write [{"name": "...", "steps": []}].""");
        assertThat(message("{\"name\": \"a\"}")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: not an array. Maybe put it in square brackets.""");
    }

    private static String message(String json) {
        return catchThrowableOfType(InvalidFilesException.class, () -> ScenarioJson.readAll(json))
                .getMessage();
    }
}
