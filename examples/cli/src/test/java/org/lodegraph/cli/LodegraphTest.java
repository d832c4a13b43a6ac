package org.lodegraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.measure.Figure.figure;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.ask.Parameter;
import org.lodegraph.ask.Question;
import org.lodegraph.ask.Questions;
import org.lodegraph.flow.Delivery;
import org.lodegraph.io.Answers;
import org.lodegraph.io.ChainCsv;
import org.lodegraph.io.DataPackage;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Substitutes;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

class LodegraphTest {

    private static final Target TARGET = Target.of(material("gallium-high-purity"), country("USA"));
    private static final String[] DELIVERY = {"ask", "delivery", "gallium-high-purity", "USA"};
    private static final Scenario LOSS = Scenario.of("no-china").then(Lose.of(country("CHN")));

    /** What a command wrote, and its exit code. */
    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Lodegraph.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Ran(code, out.toString(), err.toString());
    }

    private static String[] and(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static SupplyChain chain() {
        return Reference.chain(Reference.LAST_YEAR, "gallium");
    }

    // ---- answers

    @Test
    void answersWhatTheLibraryAnswers() {
        var answer = chain().ask(Delivery.to(TARGET));

        assertThat(run(DELIVERY)).isEqualTo(new Ran(0, Render.text(answer), ""));
        assertThat(run(and(DELIVERY, "--width", "60")).out()).isEqualTo(Render.text(answer, 60));
        assertThat(run(and(DELIVERY, "--json")).out()).isEqualTo(Answers.json(answer));
        assertThat(run(and(DELIVERY, "--csv")).out()).isEqualTo(Answers.csv(answer));
        assertThat(run(and(DELIVERY, "--markdown")).out()).isEqualTo(Render.markdown(answer));
        assertThat(run(and(DELIVERY, "--html")).out()).isEqualTo(Render.html(answer));
    }

    @Test
    void asksAnotherChain(@TempDir Path folder) {
        LocalDate day = LocalDate.of(2025, 11, 8);
        Path file = folder.resolve("loss.json");
        ScenarioJson.write(LOSS, file);

        assertThat(run(and(DELIVERY, "--on", "2025-11-08", "--controls", "all", "--with", file.toString()))
                        .out())
                .isEqualTo(Render.text(
                        chain().at(day).with(LOSS, Reference.controls()).ask(Delivery.to(TARGET))));
        assertThat(run(and(DELIVERY, "--year", "2023", "--chain", "gallium,germanium"))
                        .out())
                .isEqualTo(Render.text(
                        Reference.chain(2023, "gallium", "germanium").ask(Delivery.to(TARGET))));
        assertThat(run("ask", "compare", "--scenario", file.toString(), "--chain", "gallium")
                        .out())
                .isEqualTo(Render.text(chain().ask(Compare.chains().and("no-china", LOSS))));
    }

    /** Oxide of neodymium and praseodymium lies in the chain of magnets, which does not begin with its name. */
    @Test
    void findsTheChainThatHasTheMaterial() {
        assertThat(run("ask", "concentration", "ndpr-oxide").out())
                .isEqualTo(Render.text(Reference.chain(Reference.LAST_YEAR, "ndfeb-magnets")
                        .ask(Concentration.of(material("ndpr-oxide")))));
    }

    @Test
    void findsTheChainOfWhatIsCompared(@TempDir Path folder) {
        Path file = folder.resolve("loss.json");
        ScenarioJson.write(LOSS, file);
        String[] compare = {
            "ask",
            "compare",
            "--scenario",
            file.toString(),
            "--asking",
            "delivery material=gallium-high-purity consumer=USA",
        };

        assertThat(run(compare).out())
                .isNotEmpty()
                .isEqualTo(run(and(compare, "--chain", "gallium")).out());
    }

    @Test
    void publishedSubstitutesAreThereIfAsked() {
        String[] substitutes = {"ask", "substitutes", "gallium-high-purity", "USA"};

        assertThat(run(and(substitutes, "--alternatives")).out())
                .isEqualTo(Render.text(chain().with(Reference.alternatives()).ask(Substitutes.of(TARGET))))
                .isNotEqualTo(run(substitutes).out());
    }

    @Test
    void readsYourOwnData(@TempDir Path folder) throws IOException {
        String answer = Render.text(chain().ask(Delivery.to(TARGET)));
        ChainCsv.write(chain(), folder.resolve("csv"));
        DataPackage.of(chain()).write(folder.resolve("package"));
        DataPackage.of(chain()).write(folder.resolve("package.zip"));

        for (String data : List.of("csv", "package", "package.zip")) {
            assertThat(run(and(DELIVERY, "--data", folder.resolve(data).toString()))
                            .out())
                    .as(data)
                    .isEqualTo(answer);
        }

        Ran ofAnotherYear = run(
                and(DELIVERY, "--year", "2030", "--data", folder.resolve("csv").toString()));
        assertThat(ofAnotherYear.err())
                .contains("it is a chain, of its own year and materials. Maybe leave out --year.");
        assertThat(ofAnotherYear.code()).isEqualTo(4);

        // The last year of the table is asked.
        Path table = folder.resolve("cobalt.csv");
        Files.writeString(table, """
                material,stage,country,year,statistic,value_t,basis,source
                cobalt,mine,Congo (Kinshasa),2029,production,10,Co content,own
                cobalt,mine,Congo (Kinshasa),2030,production,150,Co content,own
                cobalt,mine,Australia,2030,production,50,Co content,own
                """);
        assertThat(run("ask", "concentration", "cobalt", "--data", table.toString(), "--csv")
                        .out())
                .contains(",DR Congo,,,,", ",share,,0.75,0.75,share,");
        // What a question about the whole chain is about, the one material of the table says.
        assertThat(run("ask", "overview", "--data", table.toString()))
                .isEqualTo(run("ask", "overview", "--data", table.toString(), "--chain", "cobalt"))
                .extracting(Ran::code)
                .isEqualTo(0);
    }

    /** Copper has no figures of 2027, whatever a table says of selenium; of gallium there are, and that they do is said. */
    @Test
    void aRowOfAnotherMaterialDoesNotMoveTheYear(@TempDir Path folder) throws IOException {
        String header = "material,stage,country,year,statistic,value_t,basis,source\n";
        Path selenium = folder.resolve("selenium.csv");
        Files.writeString(selenium, header + "selenium,refinery,Japan,2027,production,700,Se content,own\n");
        Path gallium = folder.resolve("gallium.csv");
        Files.writeString(gallium, header + "gallium,primary-refinery,Japan,2027,production,7,Ga content,own\n");

        assertThat(run("ask", "overview", "--chain", "copper", "--data", selenium.toString())
                        .out())
                .contains("Annual rates on 2025-12-31, figures of 2023 and 2025", "4 demands")
                .doesNotContain("2027");
        Ran of2027 = run(and(DELIVERY, "--data", gallium.toString()));
        assertThat(of2027.err()).contains("Year 2027, the last one of the table that was given: ", "Maybe a year from");
        assertThat(of2027.code()).isEqualTo(4);
    }

    @Test
    void writesAFileInUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("answer.html");

        assertThat(run(and(DELIVERY, "--html", "-o", file.toString()))).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(file)).isEqualTo(Render.html(chain().ask(Delivery.to(TARGET))));
    }

    @Test
    void writesAFileAsItsEndingSays(@TempDir Path folder) throws IOException {
        var answer = chain().ask(Delivery.to(TARGET));

        assertThat(written(folder, "answer.html")).isEqualTo(Render.html(answer));
        assertThat(written(folder, "answer.json")).isEqualTo(Answers.json(answer));
        assertThat(written(folder, "answer.csv")).isEqualTo(Answers.csv(answer));
        assertThat(written(folder, "answer.md")).isEqualTo(Render.markdown(answer));
        assertThat(written(folder, "answer.txt")).isEqualTo(Render.text(answer));
        assertThat(written(folder, "answer.html", "--markdown")).isEqualTo(Render.markdown(answer));
    }

    private static String written(Path folder, String name, String... more) throws IOException {
        Path file = folder.resolve(name);
        assertThat(run(and(and(DELIVERY, "-o", file.toString()), more))).isEqualTo(new Ran(0, "", ""));
        return Files.readString(file);
    }

    @Test
    void reportsOnOneTarget() {
        Ran ran = run("report", "gallium-high-purity", "USA");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("high-purity gallium for United States")
                .contains("Through whose hands does supply of the United States (high-purity gallium) pass?", "Sources")
                .doesNotContain("Not answered");
    }

    @Test
    void tellsOfProgressWhereItIsWanted() {
        assertThat(run(and(DELIVERY, "--progress")).err()).contains("delivery to USA (gallium-high-purity): ");
        assertThat(run(and(DELIVERY, "--no-progress")).err()).isEmpty();
    }

    // ---- what can go wrong

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | ask delivery gallium-high-purity                        | Missing required parameter: 'CONSUMER'
            2 | ask delivery gallium-high-purity USA --bye country      | Unknown option: '--bye'
            2 | ask host-swing zinc --bye -0.3                          | Unknown option: '--bye'
            2 | ask delivery gallium-high-purity USA --days 1 --days 2  | option '--days' (NUMBER) should be specified only once
            2 | ask delivery gallium-high-purity USA --json --csv       | --json, --csv are mutually exclusive
            2 | ask delivery gallium-high-purity USA --days x           | Parameter 'days': 'x' is no number.
            2 | ask delivery gallium-high-purity USA --on 2025-13-01    | is no day. Maybe 2025-11-08.
            2 | ask delivery gallium-high-purity USA --width 10         | Width 10: text needs 40 columns or more.
            2 | ask delivery gallium-high-purity USA --limit -1         | Limit -1.0: not a number of seconds above zero.
            2 | ask delivery gallium-high-purity USA --through-processing | Maybe --controls all.
            2 | ask delivery gallium-high-purity USA --controls all,CN-X | all stands for each of them.
            2 | ask exposures gallium-high-purity USA                   | Did you mean: ask exposure
            2 | ask                                                     | Missing required subcommand
            2 | nonsense                                                | Unmatched argument at index 0: 'nonsense'
            3 | ask delivery gallium-high-purity USA --data /nowhere    | File '/nowhere': there is none.
            3 | ask delivery gallium-high-purity USA --with /nowhere    | /nowhere
            3 | ask compare --chain gallium --scenario /nowhere         | File '/nowhere': there is no such file.
            3 | ask delivery gallium-high-purity USA -o /no/where       | File '/no/where': cannot be written
            4 | ask delivery gallum USA                                 | Material 'gallum': in no chain. Maybe gallium
            4 | ask delivery gallium-high-purity USA --chain galium     | galium
            4 | ask delivery gallium-high-purity USA --year 1999        | Year '1999': there are no figures.
            2 | ask delivery gallium-high-purity USA --years -1         | stocks cannot be drawn over -1 years. Maybe give
            2 | ask delivery gallium-high-purity USA --days -1          | no shock is -1 days old. Maybe give
            4 | ask concentration zinc                                  | in no chain. Maybe one of zinc-concentrate
            4 | ask delivery gallium-high-purity USA --controls CN-X    | CN-X
            4 | ask delivery gallium-high-purity NER                    | no demand matches it
            5 | ask delivery gallium-high-purity USA --limit 0.000001   | Stopped: it took longer than --limit.
            """)
    void everyFailureHasItsCodeAndSaysWhatIsWrong(int code, String args, String message) {
        Ran ran = run(args.split(" +"));

        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
    }

    /** 50 t/a are made, 3 t/a wanted, and nobody says who takes the rest: refused, in words, as no fault of ours. */
    @Test
    void aChainThatLacksADemandCannotBeAsked(@TempDir Path folder) {
        Source source = Source.of("own", "Own figures");
        ChainCsv.write(
                SupplyChain.builder(2025)
                        .add(Material.of("metal"))
                        .add(Recipe.of("smelt").makes("metal"))
                        .add(Facility.at("smelter", country("AUS"))
                                .line(Line.of("smelt", Capacity.unknown("not told"))
                                        .withOutput(figure(50, T_PER_A, source))))
                        .add(Demand.of("usa", "metal", country("USA"), figure(3, T_PER_A, source)))
                        .build(),
                folder);

        for (String command : List.of("ask delivery metal USA --data ", "report metal USA --data ")) {
            Ran ran = run((command + folder).split(" "));

            assertThat(ran.err())
                    .contains("Material 'metal': 50 t/a made, 3 t/a wanted. Maybe add")
                    .doesNotContain("\tat ");
            assertThat(ran.code()).isEqualTo(4);
        }
    }

    // ---- help

    static List<Question> questions() {
        return Questions.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionHasHelpOnEachParameter(Question question) {
        Ran ran = run("ask", question.name(), "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " ")).contains(question.asks());
        for (Parameter parameter : question.parameters()) {
            boolean positional = parameter.required() && !parameter.repeats();
            assertThat(ran.out())
                    .contains(
                            positional ? parameter.name().toUpperCase(java.util.Locale.ROOT) : "--" + parameter.name());
        }
    }

    @Test
    void listsWhatThereIs() {
        assertThat(run("list", "materials").out()).contains("gallium\n", "rare-earths\n");
        assertThat(run("list", "questions").out()).contains("exposure ", "what-it-takes ");
        assertThat(run("list", "controls").out()).contains("CN-2024-US-GAGESB");
        assertThat(run("--help").out()).contains("Exit codes:");
        assertThat(run("--version").out()).contains("0.1.0");
        assertThat(run("generate-completion").out()).contains("complete ");
    }
}
