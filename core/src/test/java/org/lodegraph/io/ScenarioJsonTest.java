package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.stock;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Demands;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lift;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Release;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;

/** Scenarios in JSON: written, read, refused. */
class ScenarioJsonTest {

    private static final Unit T_GA = Unit.T_PER_A.of(Basis.contained("Ga"));

    /** What the example of {@code docs/format.md} says. */
    private static Scenario example() {
        return Scenario.of("ban and answer")
                .describedAs("China bans exports to the United States; Canada builds a circuit.")
                .from(
                        LocalDate.of(2024, 12, 3),
                        Impose.quota(
                                        country("CHN"),
                                        Figure.assumed(Spread.between(0, 5), T_GA, Source.ASSUMPTION, "leakage"))
                                .on(material("gallium"))
                                .toward(country("USA"))
                                .named("CN-2024-US"),
                        Release.of(stock("usa-dla"))
                                .atMost(Quantity.of(3, Unit.T.of(Basis.contained("Ga"))))
                                .over(180))
                .from(
                        LocalDate.of(2025, 11, 9),
                        Lift.of(policy("CN-2024-US")).until(LocalDate.of(2026, 11, 27)),
                        Lose.of(Lines.of(country("CHN"), material("gallium")).at(Stage.REFINING)),
                        Scale.demand(Demands.of(country("USA")).inUse("integrated circuits"), 1.2))
                .from(
                        LocalDate.of(2027, 1, 1),
                        Add.of(Recipe.of("ga-scrap")
                                        .makes("gallium")
                                        .stage(Stage.RECYCLING)
                                        .from("scrap", 1.2))
                                .and(Add.of(Facility.at("trail", country("CAN"))
                                        .line(
                                                "ga-scrap",
                                                Capacity.nameplate(Figure.unknown(T_GA, "announced, no figure")))))
                                .and(Add.start(line("vaudreuil/ga-circuit"), LocalDate.of(2027, 6, 1))))
                .then(Draw.of(42, 0));
    }

    @Test
    void theExampleMeansWhatItSays() {
        assertThat(ScenarioJson.read(FormatDoc.scenario())).isEqualTo(example());
    }

    @Test
    void theExampleIsWhatIsWritten() {
        assertThat(ScenarioJson.text(example())).isEqualTo(FormatDoc.scenario());
    }

    static LongStream blocksOfSeeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("blocksOfSeeds")
    void anyScenarioComesBackEqual(long block) {
        for (long seed = block * 100; seed < block * 100 + 100; seed++) {
            var scenario = RandomScenarios.scenario(seed);

            var text = ScenarioJson.text(scenario);

            assertThat(ScenarioJson.read(text)).as("seed %s", seed).isEqualTo(scenario);
            assertThat(ScenarioJson.text(ScenarioJson.read(text)))
                    .as("seed %s", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void comesBackFromDisk(@TempDir Path folder) {
        var file = folder.resolve("ban.json");

        ScenarioJson.write(example(), file);

        assertThat(ScenarioJson.read(file)).isEqualTo(example());
    }

    private static String message(String json) {
        return catchThrowableOfType(InvalidFilesException.class, () -> ScenarioJson.read(json))
                .getMessage();
    }

    @Test
    void everyProblemIsListedAtOnce() {
        assertThat(message("""
                        {
                          "nme": "x",
                          "steps": [
                            {"step": "impose", "polcy": {}},
                            {"step": "impose", "policy": {"id": "A", "issuer": "CHN", "limit": "quota", "quota": "W",
                              "quota_unit": "tons", "policy-windows": [{"from": "soon"}]}},
                            {"step": "lift", "policy": "a b", "until": "2024-13-01"},
                            {"step": "lose", "what": {"lines": ["CHN", "planet:mars"], "origin": "USA"}},
                            {"step": "lose", "what": {}},
                            {"step": "add", "parts": [{"mine": {}}, {"start": "vaudreuil"}, {"demand": {"id": "x"}}]},
                            {"step": "scale", "scale": "capacity", "of": {"stocks": []}, "factor": -1},
                            {"step": "release", "stock": "dla", "amount": 3, "days": 0.5},
                            {"step": "draw", "seed": 1, "seed": 2, "index": {}},
                            {"step": "explode"},
                            7
                          ]
                        }
                        """)).isEqualTo("""
                Files: 23 problems.
                  - scenario.json, line 13, column seed: it is there twice. Maybe delete one.
                  - scenario.json, line 2, column nme: not known here (seen: 'nme'). Maybe name.
                  - scenario.json, line 4, column polcy: not known here (seen: 'polcy'). Maybe policy.
                  - scenario.json, line 5, column quota_unit: not a unit (seen: 'tons'). Maybe one of t, kg, kt, t/a, kg/a, kt/a, 1, share, %, ppm, d, a, USD/t, USD/kg, USD/a, MWh/t, MWh/a, index, or declare it among the units.
                  - scenario.json, line 5, column quota: not a number (seen: 'W'). Maybe write unknown, and why in the column that ends in _note.
                  - scenario.json, line 6, column from: not a day (seen: 'soon'). Maybe write it as 2024-12-03: year, month, day.
                  - scenario.json, line 7, column policy: Policy 'a b': not an id. Maybe write it with letters, digits and single hyphens.
                  - scenario.json, line 7, column until: not a day (seen: '2024-13-01'). Maybe write it as 2024-12-03: year, month, day.
                  - scenario.json, line 8, column lines: the kind is missing (seen: 'CHN'). Maybe material:gallium, with one of material, recipe, facility, line, owner, country, bloc, stock, link, demand.
                  - scenario.json, line 8, column lines: the kind is missing (seen: 'planet:mars'). Maybe material:gallium, with one of material, recipe, facility, line, owner, country, bloc, stock, link, demand.
                  - scenario.json, line 8, column origin: lines have none. Maybe select links.
                  - scenario.json, line 9: it selects 0 sorts of things. Maybe one of lines, stocks, links, demands, each an array of ids.
                  - scenario.json, line 10: not a part that can be added. Maybe an object with one of start, line, material, recipe, facility, demand, stock, link, policy, country, bloc.
                  - scenario.json, line 10, column start: Line 'vaudreuil': the facility is missing. Maybe write facility/line.
                  - scenario.json, line 10, column material: it is empty. Maybe fill it in.
                  - scenario.json, line 10, column consumer: it is empty. Maybe fill it in.
                  - scenario.json, line 10, column rate: there is no number. Maybe write unknown, and why in rate_note.
                  - scenario.json, line 11: Scale 'stocks': they have no capacity. Maybe select lines or links.
                  - scenario.json, line 12, column amount_unit: it is empty. Maybe fill it in.
                  - scenario.json, line 12, column days: not a whole number (seen: '0.5'). Maybe one from -2147483648 to 2147483647.
                  - scenario.json, line 13, column index: not a text or a number. Maybe put it in quotation marks.
                  - scenario.json, line 14, column step: not known here (seen: 'explode'). Maybe one of impose, lift, lose, add, scale, suppose, release, draw.
                  - scenario.json, line 15, column steps: not an object (seen: '7'). Maybe {"step": "..."}, with one of impose, lift, lose, add, scale, suppose, release, draw.""");
    }

    @ParameterizedTest
    @CsvSource({"null, null", "3, 3", "'\"a\"', a", "true, yes", "[], [...]"})
    void stepsThatAreNoObjectsAreNotEmpty(String step, String seen) {
        assertThat(message("{\"name\": \"x\", \"steps\": [%s]}".formatted(step)))
                .isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1, column steps: not an object (seen: '%s'). Maybe {"step": "..."}, with one of impose, lift, lose, add, scale, suppose, release, draw.""".formatted(seen));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "true, yes"})
    void aNameIsAText(String name, String seen) {
        assertThat(message("{\"name\": %s}".formatted(name))).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1, column name: not a text (seen: '%s'). Maybe put it in quotation marks.""".formatted(seen));
        assertThat(ScenarioJson.read("{\"name\": \"%s\"}".formatted(name)).name())
                .isEqualTo(name);
    }

    /** The keys that are there tell what is wrong with them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\": \"lose\", \"what\": {}} | 'kind', 'what' | {\"step\": \"lose\", ...}, with one of impose, lift, lose, add, scale, suppose, release, draw",
                "{\"draw\": {\"seed\": 1}} | 'draw' | {\"step\": \"draw\", ...}, with one of impose, lift, lose, add, scale, suppose, release, draw",
                "{\"Stp\": \"lose\"} | 'Stp' | step instead of Stp",
            })
    void aStepThatIsNotCalledOneNamesItsKeys(String step, String keys, String cure) {
        assertThat(message("{\"name\": \"x\", \"steps\": [%s]}".formatted(step)))
                .isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1, column step: it is missing (keys seen: %s). Maybe %s.""".formatted(keys, cure));
    }

    /** What is not known hides what is missing only where it may have been meant. */
    @Test
    void membersThatLackAreToldBesideThoseThatAreNotKnown() {
        assertThat(message("{\"name\": \"x\", \"steps\": [{\"step\": \"draw\", \"colour\": 1, \"sed\": 3}]}"))
                .isEqualTo("""
                Files: 3 problems.
                  - scenario.json, line 1, column colour: not known here (seen: 'colour'). Maybe one of day, index, seed, step.
                  - scenario.json, line 1, column sed: not known here (seen: 'sed'). Maybe seed.
                  - scenario.json, line 1, column index: it is empty. Maybe fill it in.""");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(message("")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: it is empty. Maybe write {"name": "...", "steps": []}.""");
        assertThat(message("{\"name\": \"x\",\n \"steps\": [}")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 2: not JSON from position 12 on (Unexpected close marker '}': expected ']'). Maybe a comma, a quotation mark or a bracket is missing.""");
        assertThat(message("[]")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: not an object. Maybe an object with name, description, format.""");
        assertThat(message("{\"name\": \"x\"} {}")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: something follows after the end. Maybe delete it.""");
        assertThat(message("{\"name\": \"x\", \"steps\": 5, \"format\": 2}")).isEqualTo("""
                Files: 2 problems.
                  - scenario.json, line 1, column format: not a format that this version reads (seen: '2'). Maybe 1, or a newer version of the library.
                  - scenario.json, line 1, column steps: not an array. Maybe put it in square brackets.""");
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(message("{\"name\": \"\\ud83d\"}")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: half of a surrogate pair stands alone (seen: '\ufffd'). Maybe write the character itself, or escape both halves.""");
        assertThat(ScenarioJson.read("{\"name\": \"\\ud83d\\udc8e\"}").name()).isEqualTo("\ud83d\udc8e");
    }

    @Test
    void datesMustFollowEachOther() {
        assertThat(message("""
                        {"name": "x", "steps": [
                          {"day": "2025-01-01", "step": "draw", "seed": 1, "index": 1},
                          {"day": "2024-01-01", "step": "draw", "seed": 1, "index": 1}]}
                        """)).isEqualTo("""
                Files: 1 problem.
                  - scenario.json, line 1: Scenario 'x': the step 'from 2024-01-01: draw 1 of series 1' stands after one of 2025-01-01. Maybe order the steps by date.""");
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() {
        var bytes = new ByteArrayInputStream("{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(message("[".repeat(1000))).isEqualTo("""
                Files: 1 problem.
                  - scenario.json: it is too large, too deep or has a text that is too long (Document nesting depth (41)). Maybe split it.""");
        assertThat(message("{\"name\": \"" + "x".repeat(70_000) + "\"}")).isEqualTo("""
                Files: 1 problem.
                  - scenario.json: it is too large, too deep or has a text that is too long (String value length (70000)). Maybe split it.""");
        assertThat(catchThrowable(() -> ScenarioJson.read(bytes, "upload", new Limits(5, 5))))
                .hasMessage("""
                Files: 1 problem.
                  - upload: it is longer than 5 bytes. Maybe split it, or raise Limits.""");
    }
}
