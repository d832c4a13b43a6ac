package org.lodegraph.examples.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.ask.Question;
import org.lodegraph.ask.Questions;
import org.lodegraph.io.Answers;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Grouping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service answers what the library answers, and says what is wrong, from a process on the module path. */
class ServiceTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String EXPOSURE =
            "ask?question=exposure&material=gallium-high-purity&consumer=USA&chain.materials=gallium";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = new RunningService();
    }

    @AfterAll
    static void stop() {
        try (RunningService ended = service) {
            assertThat(ended.failures()).isEmpty();
        }
    }

    @Test
    void theLibraryIsANamedModuleThere() {
        JsonNode about = JSON.readTree(service.get("about").body());

        assertThat(about.path("module").asString()).isEqualTo("org.lodegraph");
        assertThat(about.path("named").asBoolean()).isTrue();
    }

    @Test
    void answersWhatTheLibraryAnswers() throws IOException {
        String asked = document("json").get(0);
        SupplyChain chain = Reference.chain(2025, "gallium")
                .with(Reference.controls("CN-2024-US-GAGESB"))
                .at(LocalDate.of(2025, 11, 8));
        Exposure.Answer answer = chain.ask(Exposure.of(Target.of(material("gallium-high-purity"), country("USA")))
                .by(Grouping.COUNTRY));

        HttpResponse<String> json = service.post(asked);
        HttpResponse<String> page = service.post(asked, "Accept", "text/html");

        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json.body()).isEqualTo(Answers.json(answer));
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body()).isEqualTo(Render.html(answer));
    }

    @Test
    void anAddressAsksTheSameAsABody() {
        String body = """
                {"question": "exposure", "parameters": {"material": "gallium-high-purity", "consumer": ["USA"]},
                "chain": {"materials": "gallium"}}""";

        assertThat(service.get(EXPOSURE + "&by=&chain.on=").body())
                .startsWith("{")
                .isEqualTo(service.post(body).body());
        assertThat(service.get(EXPOSURE, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .body())
                .startsWith("<!DOCTYPE html>");
    }

    /** Controls that reach through processing, and published substitutes; what could have no effect is refused. */
    @Test
    void theChainCanBeToldMore() {
        SupplyChain chain = Reference.chain(2025, "gallium")
                .with(Reference.alternatives())
                .with(Reference.controls("CN-2024-US-GAGESB").reaching(Policy.Reach.THROUGH_PROCESSING));
        String more = EXPOSURE + "&chain.through-processing=true&chain.alternatives=true";

        assertThat(service.get(more + "&chain.controls=CN-2024-US-GAGESB").body())
                .isEqualTo(Answers.json(
                        chain.ask(Exposure.of(Target.of(material("gallium-high-purity"), country("USA"))))));
        assertThat(service.get(more).statusCode()).isEqualTo(422);
        assertThat(service.get(EXPOSURE + "&chain.alternatives=yes").statusCode())
                .isEqualTo(422);
        assertThat(service.get(EXPOSURE + "&chain.alternatives=false").body())
                .isEqualTo(service.get(EXPOSURE).body());
    }

    @Test
    void listsWhatCanBeAsked() {
        JsonNode menu = JSON.readTree(service.get("questions").body());
        JsonNode ofGallium = JSON.readTree(
                service.get("questions?chain.materials=gallium&chain.year=2024").body());

        assertThat(menu.path("questions")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .containsExactlyElementsOf(
                        Questions.all().stream().map(Question::name).toList());
        assertThat(menu.at("/questions/0/parameters/0/name").asString()).isEqualTo("material");
        assertThat(menu.at("/questions/0/parameters/0/choices")).isEmpty();
        assertThat(ofGallium
                        .at("/questions/0/parameters/0/choices")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("gallium-high-purity", "alumina");
        assertThat(menu.at("/chains/materials").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(Reference.materials());
    }

    @Test
    void saysAllThatIsWrongAtOnce() throws IOException {
        HttpResponse<String> refused = service.post("""
                {"question": "exposure", "parameters": {"material": "gallium"},
                "chain": {"year": 1999, "materials": ["gallium"]}}""");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JSON.readTree(refused.body()))
                .isEqualTo(JSON.readTree(document("json").get(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"question": "exposure"}                              | chain.materials, material, consumer
            {"questoin": "exposure", "chain": {"materials": "tin"}} | questoin, question
            {"question": "exposure", "parameters": 1, "chain": []} | parameters, chain, chain.materials, material, consumer
            {"question": ["a", "b"], "chain": {"materials": "tin"}} | question
            {"question": "delivery", "parameters": {"material": "tin", "consumer": "USA", "years": "many", "colour": true}, "chain": {"materials": ["tin"], "yaer": 2025, "on": "today"}} | chain.yaer, chain.on, years, colour
            {"question": "delivery", "parameters": {"material": "galium", "consumer": "USA"}, "chain": {"materials": "gallium"}} | material
            {"question": "delivery", "parameters": {"material": "gallium", "consumer": "ZZZ"}, "chain": {"materials": "gallium"}} | material, consumer
            {"question": "concentration", "parameters": {"material": "alumina", "out-of": "1"}, "chain": {"materials": "gallium", "year": 1999}} | chain.year
            {"question": "delivery", "parameters": {"material": "gallium", "consumer": "USA"}, "chain": {"materials": "gallium", "controls": "ID-2020-NI"}} | chain.controls
            {"question": "delivery", "parameters": {"material": "gallium", "consumer": "USA"}, "chain": {"materials": "gallium", "scenario": {"name": 7}}} | chain.scenario
            """)
    void namesEachParameterThatIsWrong(String body, String parameters) {
        HttpResponse<String> refused = service.post(body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body())
                        .path("errors")
                        .valueStream()
                        .map(each -> each.path("parameter").asString())
                        .distinct())
                .as(refused.body())
                .containsExactlyInAnyOrder(parameters.split(", "));
    }

    @Test
    void namesTheClosestQuestion() {
        HttpResponse<String> unknown = service.get("ask?question=exposur&chain.materials=gallium");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(unknown.body()).path("detail").asString())
                .isEqualTo("Question 'exposur': there is none of that name. Maybe exposure.");
    }

    static Stream<String> noQuestions() {
        return Stream.of("", "{", "[]", "7", "{\"question\": }", "[".repeat(100_000), "{\"question\":".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("noQuestions")
    void refusesWhatIsNoQuestion(String body) {
        HttpResponse<String> refused = service.post(body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(refused.body()).path("detail").asString()).startsWith("JSON: ");
    }

    @Test
    void readsNoMoreThanItSays() {
        byte[] long_ = " ".repeat(131_073).getBytes();

        assertThat(service.post(HttpRequest.BodyPublishers.ofByteArray(long_)).statusCode())
                .isEqualTo(413);
        assertThat(service.post(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long_)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void stopsWhatTakesTooLong() {
        try (RunningService hasty = new RunningService("--service.limit.time=1ms")) {
            HttpResponse<String> stopped = hasty.get(EXPOSURE);

            assertThat(stopped.statusCode()).isEqualTo(503);
            assertThat(JSON.readTree(stopped.body()).path("detail").asString()).contains("Maybe ask of fewer");
            assertThat(hasty.failures()).isEmpty();
        }
    }

    /** What Spring itself refuses is told in the same form, and never with a stack. */
    @Test
    void tellsEverythingAsAProblem() {
        List<HttpResponse<String>> refused = List.of(
                service.get("nothing"),
                service.get(EXPOSURE, "Accept", "image/png"),
                service.send(HttpRequest.newBuilder(service.at("ask")).DELETE()),
                service.send(
                        HttpRequest.newBuilder(service.at("ask")).POST(HttpRequest.BodyPublishers.ofString("x")),
                        "Content-Type",
                        "text/plain"));

        assertThat(refused).extracting(HttpResponse::statusCode).containsExactly(404, 406, 405, 415);
        assertThat(refused).allSatisfy(each -> {
            assertThat(each.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(each.body()).doesNotContain("at org.", "Exception");
        });
    }

    @Test
    void guardsEveryResponse() {
        List.of(service.get(""), service.get(EXPOSURE), service.get("nothing")).forEach(each -> {
            assertThat(each.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; script-src 'self';");
            assertThat(each.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
    }

    @Test
    void escapesWhatClientsSay() {
        String scenario = "{\"scenario\": {\"name\": \"<img src=x onerror=alert(1)>\", \"steps\": []}}";
        HttpResponse<String> page = service.post("""
                {"question": "compare", "parameters": %s, "chain": {"materials": "gallium"}}""".formatted(scenario), "Accept", "text/html");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void theDocumentSaysHowItIsStarted() throws IOException {
        assertThat(read().replaceAll(" \\\\\n *", " "))
                .contains("java --module-path examples/embedding/service/target/modules "
                        + String.join(" ", RunningService.COMMAND));
    }

    private static List<String> document(String language) throws IOException {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(read())
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String read() throws IOException {
        return Files.readString(Path.of("../../../docs/embedding.md")).replace("\r\n", "\n");
    }
}
