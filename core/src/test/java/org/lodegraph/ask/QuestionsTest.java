package org.lodegraph.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Sharing;
import org.lodegraph.graph.Fallback;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Query;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Target;
import org.lodegraph.query.AlternativeSources;
import org.lodegraph.query.Benchmark;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Compare;
import org.lodegraph.query.Concentration;
import org.lodegraph.query.Disruption;
import org.lodegraph.query.Exposure;
import org.lodegraph.query.HostSwing;
import org.lodegraph.query.Overview;
import org.lodegraph.query.RecyclingCeiling;
import org.lodegraph.query.RoundTrips;
import org.lodegraph.query.StrandedReserves;
import org.lodegraph.query.Substitutes;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.stock.Lifetime;

class QuestionsTest {

    private static final Target TARGET = Target.of(material("gallium"), country("USA"));
    private static final Delivery DELIVERY = Delivery.to(TARGET);
    private static final Unit CONTENT = Unit.T_PER_A.of(Basis.contained("Ga"));
    private static final Source ASKED = Source.of("as-asked", "What was said with the question");
    private static final Scenario LOSS = Scenario.of("no-china").then(Lose.of(country("CHN")));

    /** What is said, and the query that it must make. */
    static Stream<Arguments> lines() {
        String target = " material=gallium consumer=USA";
        return Stream.of(
                line("overview", Overview.of()),
                line("overview" + target + " at-least=80%", Overview.of(TARGET).atLeast(Share.percent(80))),
                line("delivery" + target, DELIVERY),
                line("delivery material=gallium consumer=\"United States\"", DELIVERY),
                line(
                        "delivery material=gallium consumer=quad",
                        Delivery.to(Target.of(material("gallium"), bloc("quad")))),
                line(
                        "delivery material=gallium consumer=bloc:USA",
                        Delivery.to(Target.of(material("gallium"), bloc("USA")))),
                line(
                        "delivery material=gallium consumer=country:USA application=chips",
                        Delivery.to(TARGET.inUse("chips"))),
                line("delivery" + target + " response=restart", DELIVERY.under(Response.RESTART)),
                line("delivery" + target + " sharing=home-first", DELIVERY.sharing(new Sharing.HomeFirst())),
                line("delivery" + target + " years=2", DELIVERY.drawingStocksOver(2)),
                line("delivery" + target + " days=90", DELIVERY.after(90)),
                line("delivery" + target + " reading=low", DELIVERY.at(Reading.LOW)),
                line("concentration material=gallium", Concentration.of(material("gallium"))),
                line("concentration material=zinc", Concentration.of(material("zinc"))),
                line(
                        "concentration material=gallium stage=refining",
                        Concentration.of(material("gallium"), Stage.REFINING)),
                line(
                        "concentration material=gallium by=owner",
                        Concentration.of(material("gallium")).by(Concentration.Level.OWNER)),
                line(
                        "concentration material=gallium bloc=quad bloc=brics",
                        Concentration.of(material("gallium")).by(bloc("quad"), bloc("brics"))),
                line(
                        "concentration material=gallium of-capacity",
                        Concentration.of(material("gallium")).ofCapacity()),
                line(
                        "concentration material=gallium among=quad weighted",
                        Concentration.of(material("gallium"))
                                .among(bloc("quad"))
                                .weighted()),
                line(
                        "concentration material=gallium out-of=\"600..610 t/a Ga content\"",
                        Concentration.of(material("gallium")).outOf(Range.spanning(600, 610, CONTENT))),
                line("chokepoints" + target, Chokepoints.of(TARGET)),
                line(
                        "chokepoints" + target + " days=30 by=country at-least=20% cuts-up-to=2",
                        Chokepoints.of(DELIVERY.after(30))
                                .by(Grouping.COUNTRY)
                                .atLeast(Share.percent(20))
                                .cutsUpTo(2)),
                line("disruption" + target, Disruption.of(TARGET)),
                line(
                        "disruption" + target + " response=observed by=facility holding=0.2",
                        Disruption.of(DELIVERY.under(Response.OBSERVED))
                                .by(Grouping.FACILITY)
                                .holding(Share.percent(20))),
                line("exposure" + target, Exposure.of(TARGET)),
                line(
                        "exposure" + target + " by=link days=3",
                        Exposure.of(DELIVERY.after(3)).by(Grouping.LINK)),
                line("alternative-sources" + target, AlternativeSources.of(TARGET)),
                line(
                        "alternative-sources" + target + " until=2030-01-01 by=recipe years=1",
                        AlternativeSources.of(DELIVERY.drawingStocksOver(1))
                                .by(LocalDate.of(2030, 1, 1))
                                .by(Grouping.RECIPE)),
                line("substitutes" + target, Substitutes.of(TARGET)),
                line(
                        "substitutes" + target + " days=90 by=owner at-least=0.3",
                        Substitutes.of(TARGET).after(90).by(Grouping.OWNER).atLeast(new Share(0.3))),
                line(
                        "substitutes" + target + " apart-from=country",
                        Substitutes.of(TARGET).apartFrom(Grouping.COUNTRY)),
                line("capacity-gaps" + target, CapacityGaps.of(TARGET)),
                line(
                        "capacity-gaps" + target
                                + " response=restart within=USA within=Japan against=eu-2030 growing=0.05 until=2030 partners-up-to=0",
                        CapacityGaps.of(DELIVERY.under(Response.RESTART))
                                .within(country("USA"), country("JPN"))
                                .against(Benchmark.EU_2030)
                                .growing(0.05, 2030)
                                .partnersUpTo(0)),
                line("by-products material=gallium", ByProducts.of(material("gallium"))),
                line(
                        "by-products material=indium in=DEU",
                        ByProducts.of(material("indium")).in(country("DEU"))),
                line("host-swing host=zinc change=-0.3", HostSwing.of(material("zinc"), -0.3)),
                line("host-swing host=zinc change=-25%", HostSwing.of(material("zinc"), -0.25)),
                line(
                        "host-swing host=lead change=0.1 in=DEU",
                        HostSwing.of(material("lead"), 0.1).in(country("DEU"))),
                line("what-it-takes material=gallium tons=40", WhatItTakes.of(material("gallium"), 40)),
                line(
                        "what-it-takes material=indium tons=4e1 in=quad",
                        WhatItTakes.of(material("indium"), 40).in(bloc("quad"))),
                line("what-it-takes material=gallium tons=41", WhatItTakes.of(material("gallium"), 41)),
                line(
                        "stranded-reserves ore=ore product=oxide",
                        StrandedReserves.of(material("ore"), material("oxide"))),
                line(
                        "stranded-reserves ore=rock product=metal in=AUS by=AUS by=USA not-by=CHN counting=idle-lines counting=stocks at-home",
                        StrandedReserves.of(material("rock"), material("metal"))
                                .in(country("AUS"))
                                .by(country("AUS"), country("USA"))
                                .notBy(country("CHN"))
                                .counting(Fallback.IDLE_LINES, Fallback.STOCKS)
                                .atHome()),
                line(
                        "round-trips raw=ore processed=oxide home=USA",
                        RoundTrips.of(material("ore"), material("oxide"), country("USA"))),
                line(
                        "round-trips raw=rock processed=metal home=AUS leaving=10..12",
                        RoundTrips.of(material("rock"), material("metal"), country("AUS"))
                                .leaving(said(10, 12, Unit.T_PER_A))),
                line(
                        "recycling-ceiling material=gallium growth=5%",
                        RecyclingCeiling.of(material("gallium"), said(0.05, 0.05, Unit.ONE))),
                line(
                        "recycling-ceiling material=gallium growth=0.03..0.06 also=gallium-high-purity in=USA past-growth=0.1 by-stock until=2040 covering=10% covering=50%"
                                + " use=\"name=chips; size=0.6; life=3..5; shape=weibull 2; lost=0.3; lost-recovered=0.9; collected=0..0.1; recovered=0.5\"",
                        RecyclingCeiling.of(material("gallium"), said(0.03, 0.06, Unit.ONE))
                                .and(material("gallium-high-purity"))
                                .in(country("USA"))
                                .after(said(0.1, 0.1, Unit.ONE))
                                .byStock()
                                .until(2040)
                                .covering(Share.percent(10), Share.percent(50))
                                .use(RecyclingCeiling.Use.of(
                                                "chips",
                                                said(0.6, 0.6, Unit.ONE),
                                                said(3, 5, Unit.YEARS),
                                                Lifetime.weibull(1, 2))
                                        .losing(said(0.3, 0.3, Unit.SHARE), said(0.9, 0.9, Unit.SHARE))
                                        .recycling(
                                                said(0, 0.1, Unit.SHARE),
                                                Figure.unknown(Unit.SHARE, "said to be unknown with the question"),
                                                said(0.5, 0.5, Unit.SHARE)))));
    }

    private static Figure said(double low, double high, Unit unit) {
        return Figure.assumed(Spread.between(low, high), unit, ASKED, "said with the question");
    }

    private static Arguments line(String said, Query<?> query) {
        return Arguments.of(said, query);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void wordsMakeTheQuery(String said, Query<?> expected) {
        assertThat(Questions.ask(said)).isEqualTo(expected);
    }

    @Test
    void scenariosAreSaidAsJson() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("scenario", List.of(ScenarioJson.text(LOSS)));
        words.put("asking", List.of("exposure material=gallium consumer=USA"));
        words.put("beyond", List.of("5%"));

        assertThat(Questions.named("compare").of(words))
                .isEqualTo(Compare.of(Exposure.of(TARGET)).and("no-china", LOSS).beyond(Share.percent(5)));

        words.keySet().retainAll(Set.of("scenario"));
        assertThat(Questions.named("compare").of(words))
                .isEqualTo(Compare.chains().and("no-china", LOSS));

        Disruption listed = (Disruption) Questions.named("disruption")
                .of(Map.of(
                        "material", List.of("gallium"),
                        "consumer", List.of("USA"),
                        "when", List.of(ScenarioJson.text(LOSS))));
        assertThat(listed.contingencies()).hasToString("list of the caller");
    }

    /** Who adds a query adds its question. */
    @Test
    void everyQueryHasItsQuestion() {
        Set<String> queries = new ClassFileImporter()
                .importPackages("org.lodegraph.query", "org.lodegraph.flow").stream()
                        .filter(type -> type.isAssignableTo(Query.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Questions.all().stream()
                .map(question -> Stream.of(question.name().split("-"))
                        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                        .collect(Collectors.joining()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(queries);
    }

    /** Each component of each query differs between two of the lines above, so that words reach all of it. */
    @Test
    void everyComponentCanBeSaid() throws ReflectiveOperationException {
        Map<Class<?>, List<Query<?>>> made = new LinkedHashMap<>();
        lines().forEach(arguments -> {
            Query<?> query = Questions.ask((String) arguments.get()[0]);
            made.computeIfAbsent(query.getClass(), any -> new ArrayList<>()).add(query);
        });
        assertThat(made).hasSize(Questions.all().size() - 1); // Compare has a test of its own

        for (var entry : made.entrySet()) {
            for (RecordComponent component : entry.getKey().getRecordComponents()) {
                List<Object> values = new ArrayList<>();
                for (Query<?> query : entry.getValue()) {
                    values.add(component.getAccessor().invoke(query));
                }
                assertThat(values.stream().distinct().count())
                        .as("%s.%s", entry.getKey().getSimpleName(), component.getName())
                        .isGreaterThan(1);
            }
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        InvalidQuestionException wrong = catchThrowableOfType(
                InvalidQuestionException.class,
                () -> Questions.ask(
                        "capacity-gaps material=gallium growing=2x against=own-us within=USA within= partners-up-to=1.5 withn=1 days=1 days=2"));

        assertThat(wrong).hasMessage("""
                        Question 'capacity-gaps': 8 problems.
                          - Parameter 'consumer': missing. Maybe a country such as USA, or a bloc of the chain.
                          - Parameter 'days': given 2 times. Maybe only once, a number, such as 0.5.
                          - Parameter 'within': empty. Maybe a country such as USA, or a bloc of the chain.
                          - Parameter 'against': 'own-us' is no choice. Maybe own-use.
                          - Parameter 'growing': '2x' is no number. Maybe digits with a point, such as 0.5 or 1e6.
                          - Parameter 'until': missing. Maybe a whole number.
                          - Parameter 'partners-up-to': '1.5' is no whole number. Maybe such as 3.
                          - Parameter 'withn': the question 'capacity-gaps' has no such parameter. Maybe within.""");
        assertThat(wrong.problems())
                .extracting(InvalidQuestionException.Problem::parameter)
                .containsExactly(
                        "consumer", "days", "within", "against", "growing", "until", "partners-up-to", "withn");
    }

    @Test
    void whatTheQueryRefusesIsAProblemOfTheParameter() {
        assertThatThrownBy(() -> Questions.ask("host-swing host=zinc change=-2"))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContaining("Parameter 'change': Host 'zinc': it swings by -2.0.");
        assertThatThrownBy(() -> Questions.ask("concentration material=gallium by=owner weighted"))
                .hasMessageContaining("Parameter 'weighted': Concentration of 'gallium': OWNER has no governance");
        assertThatThrownBy(() -> Questions.ask("delivery material=Gallium! consumer=USA"))
                .hasMessageContaining("Parameter 'material': ");
        assertThatThrownBy(() -> Questions.ask("delivery material=gallium consumer=USA days=-1"))
                .hasMessageContaining("Parameter 'days': ");
        assertThatThrownBy(() -> Questions.ask("concentration material=gallium out-of=?"))
                .isInstanceOf(InvalidQuestionException.class)
                .hasMessageContaining("Parameter 'out-of': '?' says nothing. Maybe leave it out.");
        assertThatThrownBy(() -> Questions.ask("recycling-ceiling material=gallium growth=?"))
                .isInstanceOf(InvalidQuestionException.class);
        assertThatThrownBy(() -> Questions.ask("recycling-ceiling material=gallium growth=6..3"))
                .hasMessageContaining("'6..3' falls. Maybe the lower end first.");
        assertThatThrownBy(() -> Questions.ask("delivery material=gallium consumer=Germny"))
                .hasMessageContaining(
                        "'Germny' is no country that is known here. Maybe Germany, or bloc:Germny for a bloc.");
        assertThatThrownBy(() -> Questions.ask("recycling-ceiling material=a growth=0 use=\"name=x; size=1; live=3\""))
                .hasMessageContaining("'live=3' says nothing of a use. Maybe name=..., size=..., life=...");
    }

    @Test
    void materialsThatWordsNameAreKnown() {
        assertThat(Questions.named("recycling-ceiling")
                        .materials(Map.of("material", List.of("gallium"), "also", List.of("gallium-oxide", "gallium"))))
                .containsExactly(material("gallium"), material("gallium-oxide"));
        assertThat(Questions.named("compare")
                        .materials(Map.of("asking", List.of("delivery material=tin consumer=\"United States\""))))
                .containsExactly(material("tin"));
        assertThat(Questions.named("overview").materials(Map.of())).isEmpty();
    }

    @Test
    void aQuestionOfNoNameNamesTheNearest() {
        assertThatThrownBy(() -> Questions.named("chokepoint"))
                .hasMessage("Question 'chokepoint': there is none of that name. Maybe chokepoints.");
        assertThatThrownBy(() -> Questions.ask("")).hasMessageContaining("Maybe one of overview, delivery, ");
    }

    @Test
    void parametersAreDescribed() {
        for (Question question : Questions.all()) {
            assertThat(question.asks()).endsWith("?");
            List<Parameter> parameters = question.parameters();
            assertThat(parameters).extracting(Parameter::name).doesNotHaveDuplicates();
            assertThat(parameters).allSatisfy(parameter -> {
                assertThat(parameter.name()).matches("[a-z-]+");
                assertThat(parameter.meaning()).isNotBlank().doesNotEndWith(".");
                assertThat(parameter.kind() == Parameter.Kind.CHOICE)
                        .isEqualTo(!parameter.choices().isEmpty());
            });
            assertThat(parameters.stream().map(Parameter::required).toList())
                    .as("what is required comes first")
                    .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        }
    }

    /** Whatever is said, the answer is a query or a list of what is wrong. */
    @Test
    void garbageIsRefusedInWords() {
        Random random = new Random(6);
        String letters = "aZ9 .,;=%-?:\"{}[]\u0000\u202e\u00e9" + "\uD83D\uDE00";
        int refused = 0;
        for (int i = 0; i < 5000; i++) {
            Question question =
                    Questions.all().get(random.nextInt(Questions.all().size()));
            Map<String, List<String>> words = new LinkedHashMap<>();
            for (Parameter parameter : question.parameters()) {
                if (parameter.required() || random.nextBoolean()) {
                    List<String> said = new ArrayList<>();
                    for (int j = random.nextInt(3); j >= 0; j--) {
                        said.add(
                                random.nextBoolean() && !parameter.choices().isEmpty()
                                        ? parameter
                                                .choices()
                                                .get(random.nextInt(
                                                        parameter.choices().size()))
                                        : random.ints(random.nextInt(12), 0, letters.length())
                                                .mapToObj(at -> letters.substring(at, at + 1))
                                                .collect(Collectors.joining()));
                    }
                    words.put(parameter.name(), said);
                }
            }
            try {
                assertThat(question.of(words)).isNotNull();
            } catch (InvalidQuestionException wrong) {
                refused++;
                assertThat(wrong.problems()).isNotEmpty();
                assertThat(wrong.getMessage()).doesNotContain("\u0000", "\u202e");
            }
        }
        assertThat(refused).isGreaterThan(4000);
    }

    @Test
    void choicesOfAChain() {
        var chain = Reference.chain(2025, "gallium");
        Parameter material = Questions.named("exposure").parameters().get(0);
        Parameter consumer = Questions.named("exposure").parameters().get(1);

        assertThat(material.choices(chain)).contains("gallium", "gallium-high-purity");
        assertThat(consumer.choices(chain)).contains("USA", "CHN").doesNotContain("XOT", "ROW");
        for (String word : consumer.choices(chain)) {
            assertThat(chain.members(Parsing.party(word))).isNotEmpty();
        }
        var allied = chain.with(Add.of(
                Bloc.of("Germny", country("DEU")), Bloc.of("ABC", country("DEU")), Bloc.of("quad", country("DEU"))));
        assertThat(consumer.choices(allied)).contains("bloc:Germny", "bloc:ABC", "quad");

        Showable answer = chain.ask(Questions.ask("exposure material=gallium-high-purity consumer=USA"));
        assertThat(answer)
                .isEqualTo(chain.ask(Exposure.of(Target.of(material("gallium-high-purity"), country("USA")))));
    }
}
