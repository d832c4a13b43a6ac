package org.lodegraph.ask;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lodegraph.ask.Parameter.Kind;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.flow.Sharing;
import org.lodegraph.graph.Fallback;
import org.lodegraph.io.Closest;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Share;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
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
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.query.RoundTrips;
import org.lodegraph.query.StrandedReserves;
import org.lodegraph.query.Substitutes;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;

/** Every query of the library, asked by words: {@code Questions.named("exposure").of(words)}. */
public final class Questions {

    // ---- what many are told

    private static final Input<MaterialId> MATERIAL = material("material", "whose supply is asked about");
    private static final Input<Party> IN =
            party("in", "the country or bloc that is asked about; the world if left out");

    private static final Input<Target> TARGET = MATERIAL.and(party("consumer", "who uses it"), Target::of)
            .may(
                    Input.one(Parameter.of("application", Kind.TEXT, "what for; all uses if left out"), word -> word),
                    Target::inUse);

    private static final Input<Response> RESPONSE = choice(
            "response",
            "what may run: running lines as observed, up to capacity (surge, if left out), or idle lines too (restart)",
            Parsing.words(Response.class));

    private static final Input<Delivery> DELIVERY = TARGET.map(Delivery::to)
            .may(RESPONSE, Delivery::under)
            .may(
                    choice(
                            "sharing",
                            "who gets what when there is not enough; even if left out",
                            ImmutableMap.<String, Sharing>of(
                                    "even", new Sharing.Even(), "home-first", new Sharing.HomeFirst())),
                    Delivery::sharing)
            .may(
                    number("years", "over how many years stocks are drawn; left alone if left out"),
                    Delivery::drawingStocksOver)
            .may(
                    number(
                            "days",
                            "how many days after the shock; restarts and alternatives have all the time if left out"),
                    Delivery::after)
            .may(
                    choice(
                            "reading",
                            "which end of every figure is read; a range over all readings if left out",
                            Parsing.words(Reading.class)),
                    Delivery::at);

    private static final ImmutableMap<String, Grouping> GROUPINGS = ImmutableMap.<String, Grouping>builder()
            .put("line", Grouping.LINE)
            .put("facility", Grouping.FACILITY)
            .put("owner", Grouping.OWNER)
            .put("country", Grouping.COUNTRY)
            .put("country-with-demand", Grouping.COUNTRY.withDemand())
            .put("country-and-stage", Grouping.COUNTRY_AND_STAGE)
            .put("recipe", Grouping.RECIPE)
            .put("link", Grouping.LINK)
            .put("two-countries", Grouping.COUNTRY.pairs())
            .buildOrThrow();

    private static final Input<Grouping> BY =
            grouping("by", "what is lost together; country-and-stage if left out, country for disruption");

    // ---- the questions

    private static final ImmutableList<Question> ALL = ImmutableList.of(
            new Question(
                    "overview",
                    "What is in a chain, or in what goes into one supply?",
                    Input.always(Overview.of())
                            .may(TARGET, (query, target) -> Overview.of(target).atLeast(query.threshold()))
                            .may(
                                    share(
                                            "at-least",
                                            "from which share of the output on one country is marked; 65 % if left out"),
                                    Overview::atLeast)),
            new Question("delivery", "How much of what a target wants can the chain deliver?", DELIVERY),
            new Question("concentration", "How concentrated is the making of a material?", concentration()),
            new Question(
                    "chokepoints",
                    "What can a target not do without?",
                    DELIVERY.map(Chokepoints::of)
                            .may(BY, Chokepoints::by)
                            .may(
                                    share(
                                            "at-least",
                                            "the least loss of delivery that makes a chokepoint; 10 % if left out"),
                                    Chokepoints::atLeast)
                            .may(
                                    whole(
                                            "cuts-up-to",
                                            "up to how many groups whose joint loss leaves nothing are looked for; 1 if left out"),
                                    Chokepoints::cutsUpTo)),
            new Question(
                    "disruption",
                    "What does each loss of a list do to a target?",
                    DELIVERY.map(Disruption::of)
                            .may(BY, Disruption::by)
                            .may(
                                    Input.many(
                                            Parameter.of(
                                                    "when",
                                                    Kind.SCENARIO,
                                                    "a scenario of losses of your own, instead of a grouping"),
                                            ScenarioJson::read),
                                    (Disruption query, List<Scenario> losses) -> query.when(losses))
                            .may(
                                    share("holding", "leave out what surely holds less of every stage"),
                                    Disruption::holding)),
            new Question(
                    "exposure",
                    "Through whose hands does a supply pass, and who depends most on one of them?",
                    DELIVERY.map(Exposure::of).may(BY, Exposure::by)),
            new Question(
                    "alternative-sources",
                    "Who else could make it, and how much would that bring by a day?",
                    DELIVERY.map(AlternativeSources::of)
                            .may(
                                    Input.one(
                                            Parameter.of("until", Kind.DATE, "by when; the chain's day if left out"),
                                            Parsing::date),
                                    (AlternativeSources query, LocalDate day) -> query.by(day))
                            .may(BY, (AlternativeSources query, Grouping grouping) -> query.by(grouping))),
            new Question(
                    "substitutes",
                    "What else would do, how much of it is to spare, and does it hang on the same thing?",
                    DELIVERY.map(Substitutes::of)
                            .may(BY, Substitutes::by)
                            .may(
                                    grouping("apart-from", "leave out what shares a host or a group of this sort"),
                                    Substitutes::apartFrom)
                            .may(
                                    share(
                                            "at-least",
                                            "the least part of the delivery that a shared group may cost; 10 % if left out"),
                                    Substitutes::atLeast)),
            new Question("capacity-gaps", "Where is processing capacity missing, and who could fill it?", gaps()),
            new Question(
                    "by-products",
                    "How much of a companion could its hosts give, and what keeps them from it?",
                    MATERIAL.map(ByProducts::of).may(IN, ByProducts::in)),
            new Question(
                    "host-swing",
                    "What does more or less of a host bring of its companions?",
                    material("host", "the product that pays")
                            .and(
                                    ratio(
                                            "change",
                                            "how much more of it is made, a ratio: -0.3 for 30 % less; at least -1"),
                                    HostSwing::of)
                            .may(IN, HostSwing::in)),
            new Question(
                    "what-it-takes",
                    "How much of the host industry does a companion take?",
                    material("material", "the companion")
                            .and(number("tons", "how much of it is wanted, in t/a on its basis"), WhatItTakes::of)
                            .may(IN, WhatItTakes::in)),
            new Question("stranded-reserves", "Which reserves get to no processor that may be used?", stranded()),
            new Question(
                    "round-trips",
                    "How much leaves raw and is bought back processed?",
                    material("raw", "what leaves")
                            .and(material("processed", "what comes back"), Pair::new)
                            .and(
                                    party("home", "whose round trips"),
                                    (pair, home) -> RoundTrips.of(pair.one(), pair.other(), home))
                            .may(
                                    figure(
                                            "leaving",
                                            "what leaves in all, if somebody counted it, with its unit, such as '30 t/a REO oxide'",
                                            Unit.T_PER_A),
                                    RoundTrips::leaving)),
            new Question("recycling-ceiling", "How much of demand could scrap cover at most?", recycling()),
            new Question("compare", "What does each of some scenarios change?", comparison()));

    private Questions() {}

    private static Input<Concentration> concentration() {
        return MATERIAL.map(Concentration::of)
                .may(
                        choice(
                                "stage",
                                "at which step; every step that makes it if left out",
                                Parsing.words(Stage.class)),
                        (query, stage) -> Concentration.of(query.material(), stage))
                .may(
                        choice(
                                "by",
                                "who is held to be one; country if left out",
                                Parsing.words(Concentration.Level.class)),
                        (Concentration query, Concentration.Level level) -> query.by(level))
                .may(
                        Input.many(
                                Parameter.of("bloc", Kind.BLOC, "a bloc that counts as one; all others do not"),
                                Parsing::bloc),
                        (query, blocs) -> query.by(blocs.toArray(BlocId[]::new)))
                .flag(flag("of-capacity", "compare capacities instead of outputs"), Concentration::ofCapacity)
                .may(party("among", "whose lines are compared; the world's if left out"), Concentration::among)
                .flag(flag("weighted", "also weight squared shares by governance"), Concentration::weighted)
                .may(
                        Input.one(
                                Parameter.of(
                                        "out-of",
                                        Kind.FIGURE,
                                        "the published total with its unit, such as '600..610 t/a Ga content'"),
                                Parsing::known),
                        Concentration::outOf);
    }

    private static Input<CapacityGaps> gaps() {
        return DELIVERY.map(CapacityGaps::of)
                .may(
                        parties("within", "whose lines count; the consumer's own if left out"),
                        (query, suppliers) -> query.within(suppliers.toArray(Party[]::new)))
                .may(
                        choice(
                                "against",
                                "the benchmark; own-use if left out",
                                ImmutableMap.of("own-use", Benchmark.OWN_USE, "eu-2030", Benchmark.EU_2030)),
                        CapacityGaps::against)
                .may(
                        ratio("growing", "by how much use grows in a year, such as 0.05, with until")
                                .and(whole("until", "the last year of the outlook, with growing"), Outlook::new),
                        (query, outlook) -> query.growing(outlook.growth(), outlook.until()))
                .may(
                        whole("partners-up-to", "up to how large sets of partners are looked for; 0 for none"),
                        CapacityGaps::partnersUpTo);
    }

    private static Input<StrandedReserves> stranded() {
        return material("ore", "what lies in the ground")
                .and(material("product", "what it has to become"), StrandedReserves::of)
                .may(IN, StrandedReserves::in)
                .may(
                        parties("by", "whose processors may be used; all if left out"),
                        (StrandedReserves query, List<Party> whom) -> query.by(whom.toArray(Party[]::new)))
                .may(
                        parties("not-by", "whose processors may not be used"),
                        (query, whom) -> query.notBy(whom.toArray(Party[]::new)))
                .flag(flag("at-home", "each reserve is processed in its own country only"), StrandedReserves::atHome)
                .may(
                        Input.many(
                                Parameter.of("counting", Kind.CHOICE, "what counts besides running lines")
                                        .among(Parsing.words(Fallback.class)
                                                .keySet()
                                                .asList()),
                                Parsing.choice(Parsing.words(Fallback.class))),
                        (query, what) -> query.counting(what.toArray(Fallback[]::new)));
    }

    private static Input<RecyclingCeiling> recycling() {
        return MATERIAL.and(
                        figure("growth", "how much demand grows in a year, a ratio such as 0.05", Unit.ONE),
                        RecyclingCeiling::of)
                .may(
                        Input.many(
                                Parameter.of(
                                        "also", Kind.MATERIAL, "another material that serves, such as another purity"),
                                MaterialId::new),
                        (query, others) -> {
                            RecyclingCeiling all = query;
                            for (MaterialId other : others) {
                                all = all.and(other);
                            }
                            return all;
                        })
                .may(IN, RecyclingCeiling::in)
                .may(
                        Input.many(
                                Parameter.of(
                                        "use",
                                        Kind.USE,
                                        "a use: its name, its size in any one unit, its life in years; a shape, and shares lost, lost-recovered, collected, separated, recovered, unknown if left out"),
                                Parsing::use),
                        (query, uses) -> query.use(uses.toArray(Use[]::new)))
                .may(
                        figure("past-growth", "how much demand grew in a year; as growth if left out", Unit.ONE),
                        RecyclingCeiling::after)
                .flag(flag("by-stock", "what is in use grows instead of demand"), RecyclingCeiling::byStock)
                .may(whole("until", "the last year"), RecyclingCeiling::until)
                .may(
                        Input.many(
                                Parameter.of("covering", Kind.SHARE, "when does scrap cover so much of demand"),
                                Parsing::share),
                        (query, goals) -> query.covering(goals.toArray(Share[]::new)));
    }

    private static Input<Compare> comparison() {
        return Input.many(
                        Parameter.of(
                                "scenario",
                                Kind.SCENARIO,
                                "what happens on one side; the chain as it is, on the other"),
                        ScenarioJson::read)
                .map(scenarios -> sides(Compare.chains(), scenarios))
                .may(
                        Input.one(
                                Parameter.of(
                                        "asking", Kind.QUESTION, "which answer is compared; the chains if left out"),
                                Questions::ask),
                        (compare, question) -> new Compare(Optional.of(question), compare.sides(), compare.tolerance()))
                .may(share("beyond", "numbers are listed only if they changed by more"), Compare::beyond);
    }

    private static Compare sides(Compare none, List<Scenario> scenarios) {
        Compare all = none;
        for (Scenario scenario : scenarios) {
            all = all.and(scenario.name(), scenario);
        }
        return all;
    }

    /**
     * Every question.
     *
     * @return one for each query, in the order of reading
     */
    public static List<Question> all() {
        return ALL;
    }

    /**
     * One question.
     *
     * @param name such as {@code exposure}
     * @return the question
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Question named(String name) {
        return ALL.stream()
                .filter(question -> question.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = ALL.stream().map(Question::name).toList();
                    return new IllegalArgumentException("Question '%s': there is none of that name. Maybe %s."
                            .formatted(
                                    Words.seen(name),
                                    Closest.to(name, names).orElseGet(() -> "one of " + String.join(", ", names))));
                });
    }

    /**
     * Makes a query out of one line: {@code exposure material=gallium consumer=USA by=country}. Words with blanks stand in
     * quotes, {@code consumer="United States"}; a flag stands alone.
     *
     * @param line the name of a question and its parameters
     * @return the query
     * @throws InvalidQuestionException lists everything that is wrong with the words
     * @throws IllegalArgumentException if there is no question of that name
     */
    public static Query<? extends Showable> ask(String line) {
        Parsing.Line said = Parsing.line(line);
        return named(said.name()).of(said.words());
    }

    // ---- parameters

    private record Pair(MaterialId one, MaterialId other) {}

    private record Outlook(double growth, int until) {}

    private static Input<MaterialId> material(String name, String meaning) {
        return Input.one(Parameter.of(name, Kind.MATERIAL, meaning), MaterialId::new);
    }

    private static Input<Party> party(String name, String meaning) {
        return Input.one(Parameter.of(name, Kind.PARTY, meaning), Parsing::party);
    }

    private static Input<List<Party>> parties(String name, String meaning) {
        return Input.many(Parameter.of(name, Kind.PARTY, meaning), Parsing::party);
    }

    private static <T> Input<T> choice(String name, String meaning, ImmutableMap<String, T> meanings) {
        return Input.one(
                Parameter.of(name, Kind.CHOICE, meaning).among(meanings.keySet().asList()), Parsing.choice(meanings));
    }

    private static Input<Grouping> grouping(String name, String meaning) {
        return choice(name, meaning, GROUPINGS);
    }

    private static Input<Share> share(String name, String meaning) {
        return Input.one(Parameter.of(name, Kind.SHARE, meaning), Parsing::share);
    }

    private static Input<Double> number(String name, String meaning) {
        return Input.one(Parameter.of(name, Kind.NUMBER, meaning), Parsing::number);
    }

    private static Input<Double> ratio(String name, String meaning) {
        return Input.one(Parameter.of(name, Kind.NUMBER, meaning), Parsing::ratio);
    }

    private static Input<Integer> whole(String name, String meaning) {
        return Input.one(Parameter.of(name, Kind.WHOLE, meaning), Parsing::whole);
    }

    private static Input<Figure> figure(String name, String meaning, Unit unit) {
        return Input.one(Parameter.of(name, Kind.FIGURE, meaning), Parsing.figure(unit));
    }

    private static Parameter flag(String name, String meaning) {
        return Parameter.of(name, Kind.FLAG, meaning);
    }
}
