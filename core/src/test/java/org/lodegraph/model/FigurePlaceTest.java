package org.lodegraph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.DAYS;
import static org.lodegraph.measure.Unit.INDEX;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.T;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.recipe;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.FigurePlace.Kind;

/** Where figures stand. The chain gives one name to things of every kind, so that only the kind tells them apart. */
class FigurePlaceTest {

    private static SupplyChain everything() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("tin")
                                .withContents(ImmutableMap.of("Sn", stated(0.9, ONE), "Pb", stated(0.1, ONE))),
                        Material.of("ore").asBoundary(),
                        Material.of("slag"),
                        Material.of("lead"),
                        Recipe.of("tin")
                                .makes("tin")
                                .from("ore", 2)
                                .from("lead", 1)
                                .yields("slag", 0.5)
                                .power(stated(1, Unit.MWH_PER_T)))
                .add(Facility.at("tin", country("IDN"))
                        .line(line("tin").withRestart(stated(30, DAYS)).withOutput(stated(3, T_PER_A)))
                        .line(line("ore")))
                .add(Demand.of("tin", "tin", country("USA"), stated(5, T_PER_A))
                        .or(alternative("lead"))
                        .or(alternative("slag")))
                .add(Stock.of("tin", "lead", country("USA"), stated(3, T)).room(stated(1, T)))
                .add(Link.of("tin", "tin", country("IDN"), country("USA"))
                        .capacity(stated(5, T_PER_A))
                        .observed(stated(4, T_PER_A))
                        .withCost(stated(6, Unit.USD_PER_T)))
                .add(
                        policy("tin", new Limit.AtMost(stated(2, T_PER_A))),
                        policy("share", new Limit.ShareOf(stated(0.5, ONE), stated(2, T_PER_A))),
                        policy("tax", new Limit.Cost(stated(7, Unit.USD_PER_T))))
                .add(Country.of("IDN", "Indonesia").governance(stated(0.1, INDEX)))
                .build();
    }

    private static Line line(String name) {
        Capacity capacity = Capacity.nameplate(stated(5, T_PER_A))
                .effective(stated(4, T_PER_A))
                .permitted(stated(6, T_PER_A));
        return Line.of("tin", capacity).withName(name);
    }

    private static Alternative alternative(String material) {
        return Alternative.of(material, 2, 0.1).performance(stated(0.8, ONE)).rampUp(stated(90, DAYS));
    }

    private static Policy policy(String id, Limit limit) {
        return Policy.builder()
                .id(new PolicyId(id))
                .name(id)
                .issuer(country("IDN"))
                .addMaterials(material("tin"))
                .addInForce(Window.ALWAYS)
                .limit(limit)
                .source(Source.STATED)
                .build();
    }

    private static List<FigurePlace> places(SupplyChain chain) {
        List<FigurePlace> places = new ArrayList<>();
        chain.forEachFigure((place, figure) -> places.add(place));
        return places;
    }

    @Test
    void noTwoFiguresShareAPlaceAKeyOrTheWords() {
        List<FigurePlace> places = places(everything());

        assertThat(places).extracting(FigurePlace::kind).contains(Kind.values());
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).extracting(FigurePlace::key).doesNotHaveDuplicates();
        assertThat(places).extracting(FigurePlace::toString).doesNotHaveDuplicates();
    }

    @Test
    void notInRandomChainsEither() {
        for (long seed = 0; seed < 500; seed++) {
            assertThat(places(RandomChains.chain(seed)))
                    .as("seed %s", seed)
                    .extracting(FigurePlace::key)
                    .doesNotHaveDuplicates();
        }
    }

    /** Pinned: draws are seeded by keys, so another key is another draw. */
    @Test
    void keysNeverChange() {
        assertThat(new FigurePlace(recipe("bayer"), Kind.NEEDED, "bauxite").key())
                .isEqualTo("NEEDED bayer bauxite");
        assertThat(new FigurePlace(demand("usa-led"), Kind.RATE).key()).isEqualTo("RATE usa-led");
        assertThat(Arrays.toString(Kind.values()))
                .isEqualTo(
                        "[CONTENT, NEEDED, YIELDED, POWER, NAMEPLATE, EFFECTIVE, PERMITTED, OUTPUT, RESTART, RATE, RATIO,"
                                + " PERFORMANCE, LARGEST_SHARE, RAMP_UP, AMOUNT, ROOM, LINK_CAPACITY, LINK_COST, FLOW, QUOTA,"
                                + " SHARE_LET_THROUGH, BASELINE, POLICY_COST, GOVERNANCE]");
    }

    @Test
    void peopleReadWords() {
        assertThat(new FigurePlace(recipe("bayer"), Kind.NEEDED, "bauxite"))
                .hasToString("bauxite needed by recipe 'bayer'");
        assertThat(new FigurePlace(demand("usa-led"), Kind.RATIO, "indium"))
                .hasToString("ratio of alternative 'indium' of demand 'usa-led'");
    }

    /** Whatever the names are: an element may be written with a quote. */
    @Test
    void theSortIsWhatGoesBeforeTheFirstName() {
        assertThat(new FigurePlace(recipe("bayer"), Kind.NEEDED, "bauxite").sort())
                .isEqualTo("bauxite needed by recipe");
        assertThat(new FigurePlace(demand("usa-led"), Kind.RATIO, "indium").sort())
                .isEqualTo("ratio of alternative");
        assertThat(new FigurePlace(material("tin"), Kind.CONTENT, "Sn'").sort()).isEqualTo("Sn' content of material");
        assertThat(places(everything()))
                .allSatisfy(place -> assertThat(place.toString()).startsWith(place.sort() + " '"));
    }

    @Test
    void deliveryRisesWithSupplyNotWithTheseKinds() {
        assertThat(Arrays.stream(Kind.values()).filter(Kind::isDemand)).containsExactly(Kind.RATE);
        assertThat(Arrays.stream(Kind.values()).filter(Kind::isCoefficient))
                .containsExactly(Kind.NEEDED, Kind.YIELDED, Kind.RATIO);
    }
}
