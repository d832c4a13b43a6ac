package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.facility;

import com.google.common.base.Splitter;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.io.FileProblem;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** All plants are invented. */
class PlantListTest {

    private static final String HEADER =
            "id,name,operator,country_iso3,material,stage,capacity_t_per_year,capacity_basis,output_t,output_year,status,starts,evidence_grade,source,note,audit\n";
    private static final Basis GA = Basis.contained("Ga");

    private static Imported<Plant> read(String rows, PlantList list) {
        String text = HEADER + rows;
        return DataFile.of("plants.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .read(list);
    }

    private static List<Plant> two() {
        return read("""
                        F-1,North Works,North Metals,NOR,gallium,refinery,50,Ga content,40,2024,"operating; expanding",,A,report,,confirmed
                        F-2,South Works,,ESP,gallium,refinery,,NdPr target,,,announced expansion,2027-06-01,B,report,,
                        """, PlantList.confirmed()).strict();
    }

    @Test
    void readsPlants() {
        List<Plant> plants = two();

        assertThat(plants.get(0).capacity().range()).isEqualTo(Range.exactly(50, Unit.T_PER_A.of(GA)));
        assertThat(plants.get(0).output().orElseThrow().range().high()).isEqualTo(40);
        assertThat(plants.get(0).outputYear()).contains(2024);
        assertThat(plants.get(0).state()).isEqualTo(Line.Status.RUNNING);
        assertThat(plants.get(0).grade()).isEqualTo("A");
        // Nobody published a capacity: unknown, never zero; its basis does not matter then.
        assertThat(plants.get(1).capacity().isKnown()).isFalse();
        assertThat(plants.get(1).state()).isEqualTo(Line.Status.PLANNED);
        assertThat(plants.get(1).starts()).contains(LocalDate.of(2027, 6, 1));
        assertThat(plants.get(1).operator()).isEmpty();
    }

    @Test
    void hearsayIsLeftOutUnlessItIsAskedFor() {
        String rows = """
                F-1,North,,NOR,gallium,refinery,50,,,,operating,,C,,,
                F-2,South,,ESP,gallium,refinery,50,,,,operating,,B,somebody,,unconfirmed
                """;
        Imported<Plant> careful = read(rows, PlantList.confirmed());

        assertThat(careful.rows()).isEmpty();
        assertThat(careful.leftOut())
                .containsExactly(Map.entry("evidence of grade C", 1L), Map.entry("unconfirmed", 1L));
        assertThat(read(rows, PlantList.all()).strict())
                .extracting(Plant::grade)
                .containsExactly("C", "B");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    operating (power interruptions late 2025) | RUNNING
                    Ramping up | RUNNING
                    care and maintenance | IDLE
                    under construction | PLANNED
                    closed 2016 | CLOSED
                    planned closure | RUNNING
                    shutdown planned for 2030 | RUNNING
                    to be closed in 2030 | RUNNING
                    Operational | RUNNING
                    in production | RUNNING
                    planned; closer study of ore | PLANNED
                    shut down 2019 | CLOSED
                    """)
    void statesAreWords(String words, Line.Status expected) {
        assertThat(read("F-1,N,,NOR,gallium,refinery,5,,,,%s,,A,s,,\n".formatted(words), PlantList.confirmed())
                        .strict()
                        .get(0)
                        .state())
                .isEqualTo(expected);
    }

    @Test
    void whatCannotBeReadIsListed() {
        Imported<Plant> read = read("""
                        F-1,N,,NOR,gallium,refinery,5,,,,humming,,A,s,,
                        F-2,N,,NOR,gallium,refinery,5,feedstock t/yr,,,running,,A,s,,
                        F-3,N,,NOR,gallium,refinery,5,,5,,running,,A,s,,
                        F-4,N,,NOR,gallium,refinery,5,,,,planned,2027,A,s,,
                        F-5,N,,NOR,gallium,refinery,5,,,,planned,,D,s,,
                        F-6,N,,World,gallium,refinery,5,,,,planned,,A,s,,
                        """, PlantList.all());

        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "plants.csv, line 2, column status: not a state of a plant (seen: 'humming'). Maybe running, idle, planned or closed.",
                        "plants.csv, line 3, column capacity_basis: not a basis (seen: 'feedstock t/yr'). Maybe gross weight, Co content, Li2O or LCE equivalent.",
                        "plants.csv, line 4, column output_year: it is blank beside an output. Maybe fill it in.",
                        "plants.csv, line 5, column starts: not a day (seen: '2027'). Maybe 2027-12-31.",
                        "plants.csv, line 6, column evidence_grade: not a grade of evidence (seen: 'D'). Maybe A, B or C.",
                        "plants.csv, line 7, column country_iso3: a plant stands in one country. Maybe leave totals out of the list.");
    }

    private static SupplyChain chain() {
        return SupplyChain.builder(2024)
                .add(Material.of("gallium").withBasis(GA))
                .add(Material.of("liquor").asBoundary())
                .add(Recipe.of("circuit").makes("gallium").from("liquor", 100))
                .build();
    }

    @Test
    void plantsOfARecipeJoinAChain() {
        SupplyChain with = chain().with(Plants.of("circuit", List.of(two().get(0), two().get(1))));

        Facility north = with.facilities().get(facility("north-works"));
        assertThat(north.name()).isEqualTo("North Works");
        assertThat(north.owner()).contains(new OwnerId("north-metals"));
        assertThat(north.lines().get(0).output().orElseThrow().range().high()).isEqualTo(40);
        Line south = with.facilities().get(facility("south-works")).lines().get(0);
        assertThat(south.status()).isEqualTo(Line.Status.PLANNED);
        assertThat(south.capacity().nameplate().orElseThrow().isKnown()).isFalse();
        // Asked for again, they are the same plants.
        assertThat(with.with(Plants.of("circuit", two()))).isEqualTo(with);
    }

    @Test
    void whatANationalFigureCountsIsNotCountedTwice() {
        SupplyChain national = chain().toBuilder()
                .add(Facility.aggregate(country("NOR"))
                        .line("circuit", Capacity.nameplate(Figure.stated(60, Unit.T_PER_A.of(GA)))))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> national.with(Plants.of("circuit", two())))
                .withMessageStartingWith(
                        "Plant 'F-1': 'nor' holds the figures of all NOR, this plant among them. Maybe ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain().with(Plants.of("bayer", two())))
                .withMessageContaining("bayer");
    }

    private static SupplyChain with(SupplyChain chain, String... plants) {
        StringBuilder rows = new StringBuilder();
        for (String plant : plants) {
            List<String> words = Splitter.on(' ').splitToList(plant);
            rows.append("%s,%s,,%s,gallium,refinery,%s,Ga content,,,running,,A,s,,\n"
                    .formatted(words.get(0), words.get(1).replace('_', ' '), words.get(2), words.get(3)));
        }
        return chain.with(Plants.of(
                "circuit", read(rows.toString(), PlantList.confirmed()).strict()));
    }

    private static List<String> facilities(SupplyChain chain) {
        return chain.facilities().values().stream()
                .map(there -> "%s %s %s"
                        .formatted(
                                there.id(),
                                there.country(),
                                there.lines()
                                        .get(0)
                                        .capacity()
                                        .nameplate()
                                        .orElseThrow()
                                        .range()
                                        .high()))
                .toList();
    }

    /** None is lost and none moves, whether they come at once or one after the other; asked for again, they are the same. */
    @Test
    void plantsOfOneNameStaySeveral() {
        SupplyChain atOnce = with(chain(), "F-1 Refinery AUS 50", "F-2 Refinery CAN 60");
        assertThat(facilities(atOnce)).containsExactlyInAnyOrder("refinery-aus AUS 50.0", "refinery-can CAN 60.0");
        assertThat(with(atOnce, "F-2 Refinery CAN 60")).isEqualTo(atOnce);

        SupplyChain first = with(chain(), "F-2 Refinery CAN 60");
        SupplyChain after = with(first, "F-1 Refinery AUS 90");
        assertThat(facilities(after)).containsExactlyInAnyOrder("refinery CAN 60.0", "refinery-aus AUS 90.0");
        assertThat(with(after, "F-1 Refinery AUS 90", "F-2 Refinery CAN 60")).isEqualTo(after);

        SupplyChain spelt = with(chain(), "F-1 Onsan_(1) KOR 5", "F-2 Onsan_1 JPN 6");
        assertThat(facilities(spelt)).containsExactlyInAnyOrder("onsan-1-kor KOR 5.0", "onsan-1-jpn JPN 6.0");

        SupplyChain neighbours = with(chain(), "F-1 Onsan_(1) KOR 5", "F-2 Onsan_1 KOR 6");
        assertThat(facilities(neighbours)).containsExactlyInAnyOrder("onsan-1-f-1 KOR 5.0", "onsan-1-f-2 KOR 6.0");
        assertThat(with(neighbours, "F-1 Onsan_(1) KOR 5")).isEqualTo(neighbours);
    }

    @Test
    void whatMayBeAnotherPlantIsRefused() {
        SupplyChain first = with(chain(), "F-1 Refinery CAN 60");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(first, "F-2 Refinery CAN 30"))
                .withMessageStartingWith("Plant 'F-2': 'refinery' runs 'circuit' already, otherwise (60 t/a")
                .withMessageContaining("Maybe give it a name that differs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(first, "F-1 Refinery CAN 60", "F-2 Refinery CAN 30"))
                .withMessage("Plant 'F-1': one of several by its name, and 'refinery' may be any of them."
                        + " Maybe give them names that differ.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(chain(), "F-1 Refinery CAN 60", "F-2 Refinery AUS 30", "F-3 Refinery_AUS NOR 5"))
                .withMessage("Plant 'F-3': another of the list is called 'refinery-aus' too."
                        + " Maybe give it a name that differs.");
        SupplyChain taken = with(first, "F-3 Refinery_AUS NOR 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(taken, "F-2 Refinery AUS 30"))
                .withMessage("Plant 'F-2': it stands in AUS, and 'refinery-aus' in NOR."
                        + " Maybe give it a name that differs.");
    }

    /** A slow and obvious reader of the same lists. */
    @Test
    void agreesWithAnObviousTwin() {
        Random random = new Random(31);
        List<String> places = List.of("NOR", "Spain", "Mars");
        List<String> capacities = List.of("", "50", "W", "<5", "bad");
        List<String> states = List.of("operating", "idle", "humming");
        List<String> grades = List.of("A", "B", "C", "D");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            Set<String> seen = new LinkedHashSet<>();
            long rejected = 0;
            long left = 0;
            for (int row = random.nextInt(5); row >= 0; row--) {
                String id = "F-" + random.nextInt(4);
                String place = places.get(random.nextInt(3));
                String capacity = capacities.get(random.nextInt(5));
                String state = states.get(random.nextInt(3));
                String grade = grades.get(random.nextInt(4));
                text.append("%s,N,,%s,gallium,refinery,%s,Ga content,,,%s,,%s,s,,\n"
                        .formatted(id, place, capacity, state, grade));
                if (grade.equals("C")) {
                    left++;
                } else if (grade.equals("D")
                        || place.equals("Mars")
                        || capacity.equals("bad")
                        || state.equals("humming")
                        || !seen.add(id)) {
                    rejected++;
                } else {
                    String tons = switch (capacity) {
                        case "50" -> "50.0 to 50.0";
                        case "<5" -> "0.0 to 5.0";
                        default -> "unknown";
                    };
                    expected.add("%s %s %s %s".formatted(id, place.equals("Spain") ? "ESP" : place, tons, grade));
                }
            }
            Imported<Plant> read = read(text.toString(), PlantList.confirmed());

            assertThat(read.rows().stream().map(PlantListTest::words).toList()).isEqualTo(expected);
            assertThat(read.rejections()).isEqualTo(rejected);
            assertThat(read.leftOut().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(left);
        }
    }

    private static String words(Plant plant) {
        Figure capacity = plant.capacity();
        return "%s %s %s %s"
                .formatted(
                        plant.id(),
                        plant.country(),
                        capacity.isKnown()
                                ? capacity.range().low() + " to "
                                        + capacity.range().high()
                                : "unknown",
                        plant.grade());
    }
}
