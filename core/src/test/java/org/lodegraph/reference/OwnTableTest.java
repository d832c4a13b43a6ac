package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Query;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.AlternativeSources;
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
import org.lodegraph.render.Render;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Lose;
import org.lodegraph.stock.Lifetime;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.StatisticsTable;

/** A material that the library has never heard of, by the table of whoever uses it: every query answers. */
class OwnTableTest {

    private static final Unit CONTENT = Unit.T_PER_A.of(Basis.contained("Co"));
    private static final Source OWN = Source.of("own", "own count");
    private static final Target JAPAN = Target.of(material("cobalt"), country("JPN"));

    private static final String TABLE = """
            material,stage,country,year,statistic,value_t,basis,source
            cobalt,mine,Congo (Kinshasa),2030,production,"140",Co content,own
            cobalt,mine,Australia,2030,production,40,Co content,own
            cobalt,reserve,Congo (Kinshasa),2030,reserves,4000,Co content,own
            cobalt,reserve,Cuba,2030,reserves,500,Co content,own
            cobalt,refinery,China,2030,production,120,Co content,own
            cobalt,refinery,Finland,2030,production,40,Co content,own
            cobalt,refinery,Finland,2030,capacity,50,Co content,own
            """;

    /** Cobalt of 2030, wanted by Japan, and by a copper refinery whose slag holds some of it too. */
    private static SupplyChain chain() {
        return Reference.with(
                        DataFile.of("own.csv", () -> new ByteArrayInputStream(TABLE.getBytes(StandardCharsets.UTF_8)))
                                .read(StatisticsTable.tidy())
                                .strict())
                .tying(Tie.of(
                        "cobalt",
                        "refinery",
                        "mine",
                        Figure.assumed(Spread.between(1.05, 1.1), Unit.ONE, OWN, "one over recoveries of 91 to 95 %")))
                .chain(2030, "cobalt")
                .with(Add.of(
                        Bloc.of("friends", country("AUS"), country("FIN"), country("JPN")),
                        Material.of("nickel-matte").asBoundary(),
                        Material.of("nickel"),
                        Material.of("cobalt-in-slag").containing("Co").withMobility(Mobility.SITE),
                        Recipe.of("nickel-refining")
                                .makes("nickel")
                                .asHost()
                                .stage(Stage.REFINING)
                                .from("nickel-matte", 1.2)
                                .yields("cobalt-in-slag", 0.02),
                        Recipe.of("slag-leach")
                                .makes("cobalt")
                                .stage(Stage.REFINING)
                                .from("cobalt-in-slag", 2),
                        Facility.at("niihama", country("JPN"))
                                .line("nickel-refining", Capacity.nameplate(Figure.stated(1000, Unit.T_PER_A)))
                                .line("slag-leach", Capacity.nameplate(Figure.stated(8, CONTENT))),
                        Demand.of("jpn-nickel", "nickel", country("JPN"), Figure.stated(900, Unit.T_PER_A)),
                        Demand.of("jpn-cobalt", "cobalt", country("JPN"), Figure.stated(60, CONTENT))
                                .use("batteries")));
    }

    private static final SupplyChain CHAIN = chain();

    static List<Query<? extends Showable>> questions() {
        Delivery delivery = Delivery.to(JAPAN);
        return List.of(
                Overview.of(),
                Overview.of(JAPAN),
                delivery,
                Concentration.of(material("cobalt-mine"), Stage.EXTRACTION),
                Chokepoints.of(JAPAN).by(Grouping.COUNTRY),
                Disruption.of(JAPAN),
                Exposure.of(JAPAN),
                CapacityGaps.of(JAPAN),
                WhatItTakes.of(material("cobalt"), 40),
                Substitutes.of(JAPAN),
                AlternativeSources.of(JAPAN),
                RoundTrips.of(material("cobalt-mine"), material("cobalt"), country("AUS")),
                StrandedReserves.of(material("cobalt-mine"), material("cobalt")),
                RecyclingCeiling.of(material("cobalt"), Figure.stated(0.05, Unit.ONE))
                        .use(RecyclingCeiling.Use.of(
                                "batteries",
                                Figure.stated(60, CONTENT),
                                Figure.stated(8, Unit.YEARS),
                                Lifetime.fixed(8)))
                        .until(2045),
                HostSwing.of(material("nickel"), -0.3),
                ByProducts.of(material("cobalt")),
                Compare.of(delivery));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQueryAnswers(Query<? extends Showable> question) {
        String text = Render.text(CHAIN.ask(question));

        assertThat(text).isNotBlank().doesNotContain("NaN");
    }

    /** Who adds a query adds it here. */
    @Test
    void noQueryIsForgotten() {
        Set<String> all = new ClassFileImporter()
                .importPackages("org.lodegraph.query", "org.lodegraph.flow").stream()
                        .filter(type -> type.isAssignableTo(Query.class) && !type.isInterface())
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(questions())
                .extracting(question -> question.getClass().getSimpleName())
                .containsAll(all);
    }

    /**
     * Served first, Japan gets its 60 t. Without the Congo 40 t are mined; what nobody knows where it came from is nothing, since
     * 180 t were mined and at most 160 x 1.1 = 176 t refined. So 40 / 1.1 = 36.4 to 40 / 1.05 = 38.1 t are refined, and 8 t
     * leached of slag, in which 900 x 0.02 = 18 t are.
     */
    @Test
    void theAnswersAreRight() {
        assertThat(CHAIN.ask(Delivery.to(JAPAN)).unavoidable().served()).isEqualTo(Range.exactly(60, CONTENT));

        Range left = CHAIN.with(Lose.of(country("COD")))
                .ask(Delivery.to(JAPAN))
                .unavoidable()
                .served();
        assertThat(left.low()).isCloseTo(40 / 1.1 + 8, within(1e-6));
        assertThat(left.high()).isCloseTo(40 / 1.05 + 8, within(1e-6));
    }
}
