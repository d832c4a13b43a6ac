package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
import org.lodegraph.model.CountryId;
import org.lodegraph.tables.Statistic.Kind;

/** Rows of the releases of 2025 and 2026, which are in the public domain. */
class UsgsWorldDataTest {

    private static final String WIDE = "SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023,PROD_EST_ 2024,PROD_NOTES,"
            + "CAP_2023,CAP_EST_ 2024,CAP_NOTES,RESERVES_2024,RESERVE_NOTES\n";
    private static final String TALL = "MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,"
            + "Value,Notes,Is critical mineral 2025,Other notes\n";

    private static Imported<Statistic> read(int edition, String text) {
        return DataFile.of("mcs.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .read(UsgsWorldData.edition(edition));
    }

    @Test
    void oneRowGivesSeveralStatistics() {
        List<Statistic> rows = read(2025, WIDE + """
                        MCS2025,Gallium ,China,Primary production,kilograms,621000,750000,Estimated from an article.,,1000000,,,
                        MCS2025,Gallium ,Other Countries,Primary production,kilograms,,,,,88000,estimated,,
                        MCS2025,Gallium ,World total (rounded),Primary production,kilograms,633000,760000,,,1100000,estimated,,
                        """).strict();

        assertThat(rows).hasSize(7);
        assertThat(rows).extracting(Statistic::material).containsOnly(material("gallium"));
        assertThat(rows).extracting(Statistic::stage).containsOnly("primary-refinery");
        Statistic china = rows.get(0);
        assertThat(china.year()).isEqualTo(2023);
        assertThat(china.kind()).isEqualTo(Kind.PRODUCTION);
        // 621,000 kg / 1,000
        assertThat(china.figure().range()).isEqualTo(Range.exactly(621, Unit.T_PER_A.of(Basis.contained("Ga"))));
        assertThat(china.figure().status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(rows.get(1).year()).isEqualTo(2024);
        assertThat(rows.get(2).kind()).isEqualTo(Kind.CAPACITY);
        assertThat(rows.get(3).country()).isEqualTo(CountryId.NOWHERE);
        assertThat(rows.get(4).country()).isEqualTo(Statistic.WORLD);
        assertThat(rows.get(4).figure().status()).isEqualTo(Figure.Status.REPORTED);
        assertThat(rows.get(4).figure().source().citation())
                .isEqualTo("U.S. Geological Survey, Mineral Commodity Summaries 2025, world data release, 2025");
    }

    /** A blank cell says nothing; a note may say why there is no number. */
    @Test
    void notesSayWhyThereIsNoNumber() {
        Imported<Statistic> read = read(2025, WIDE + """
                        MCS2025,Selenium,United States,"Refinery production, selenium content",metric tons,,,W for 23-24,,,,10000,
                        MCS2025,Bromine ,Israel,"Production, bromine content, estimated",metric tons,170000,170000,reported,,,,,Large
                        MCS2025,Niobium,World total (rounded),"Mine production, niobium content",metric tons,,110000,na for 2023,,,,">17,000,000",
                        MCS2025,Gallium ,United States,Primary production,kilograms,,,,,,,,
                        """);

        assertThat(read.leftOut()).containsExactly(Map.entry("says no amount", 1L));
        List<Statistic> rows = read.strict();
        assertThat(rows).hasSize(3 + 3 + 3);
        assertThat(rows.subList(0, 2))
                .allSatisfy(row -> assertThat(row.figure())
                        .isInstanceOfSatisfying(
                                Figure.Unknown.class,
                                unknown -> assertThat(unknown.note())
                                        .isEqualTo("withheld by the publisher; W for 23-24")));
        assertThat(rows.get(3).figure().status()).isEqualTo(Figure.Status.REPORTED);
        assertThat(rows.get(4).figure().status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(rows.get(5).figure().isKnown()).isFalse();
        // Not available for 2023 only; more than 17 million is no number either.
        assertThat(rows.get(6).figure().isKnown()).isFalse();
        assertThat(rows.get(7).figure().isKnown()).isTrue();
        assertThat(rows.get(8).figure().isKnown()).isFalse();
        assertThat(rows.get(8).figure().unit()).isEqualTo(Unit.T.of(Basis.contained("Nb")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Bauxite | Refinery production, alumina - calcined equivalent weights | thousand metric dry tons | alumina | refinery | '' | gross
                    Bauxite | Mine production, bauxite, dry tons | thousand metric dry tons | bauxite | mine | '' | gross
                    Gemanium | Primary and secondary refinery production | kilograms | germanium | refinery | '' | Ge content
                    Rare earths | Mine production, rare-earth-oxide equivalent | metric tons | rare-earths | mine | '' | REO oxide
                    Platinum-Group metals | Mine production, Palladium content | kilograms | palladium | mine | '' | Pd content
                    Silicon | Plant production, Ferosilicon, silicon content | thousand metric tons | silicon | smelter | ferrosilicon | Si content
                    Clays | Mine poduction, Kaolin | thousand metric tons | clays | mine | kaolin | gross
                    Titanium & titanium dioxide | Sponge Metal Production | metric tons | titanium | smelter | sponge metal | gross
                    Iron Ore | Mine production, iron content | thousand metric tons | iron-ore | mine | '' | Fe content
                    Potash | Mine production, potassium oxide (K2O) equivalent | thousand metric tons | potash | mine | '' | K2O oxide
                    Tungsten | Mine production, tungsten content | metric tons | tungsten | mine | '' | W content
                    """)
    void wordsSayWhatItIs(
            String commodity, String type, String unit, String material, String stage, String form, String basis) {
        Statistic read = read(2025, WIDE + "MCS2025,%s,China,\"%s\",%s,5,,,,,,,\n".formatted(commodity, type, unit))
                .strict()
                .get(0);

        assertThat(read.material()).isEqualTo(material(material));
        assertThat(read.stage()).isEqualTo(stage);
        assertThat(read.form()).isEqualTo(form);
        assertThat(read.figure().unit().basis()).isEqualTo(Basis.parse(basis));
    }

    /** The release prints metric tons and means thousands; 400 thousand tons were mined in Australia. */
    @Test
    void unitsThatAreKnownToBeWrongAreCorrectedAndSaySo() {
        List<Statistic> rows = read(2025, WIDE + """
                        MCS2025,Titanium Mineral Concentrates,Australia,"Mine production, ilmentite, titanium dioxide (TiO2) content",metric tons,400,,,,,,,
                        MCS2025,Vanadium,China,"Mine production, vanadium content",metric tons,70000,,,,,,4100,
                        """).strict();

        assertThat(rows.get(0).form()).isEqualTo("ilmenite");
        assertThat(rows.get(0).figure().range().high()).isEqualTo(400_000);
        assertThat(((Figure.Known) rows.get(0).figure()).note())
                .isEqualTo("the release says metric tons and means thousand metric tons");
        assertThat(rows.get(1).figure().range().high()).isEqualTo(70_000);
        assertThat(rows.get(2).figure().range().high()).isEqualTo(4_100_000);
    }

    @Test
    void whatCannotBeReadIsListed() {
        Imported<Statistic> read = read(2025, WIDE + """
                        MCS2025,Helium,Qatar,"Production, helium gas content",million cubic meters,63,,,,,,,
                        MCS2025,Abrasives,United States and Canada,"Plant capacity, silicon carbide",metric tons,,,,1,,,,
                        MCS2025,Neon,China,Sales,metric tons,1,,,,,,,
                        MCS2024,Cobalt,Cuba,Mine production,metric tons,1,,,,,,,
                        """);

        assertThat(read.rows()).isEmpty();
        assertThat(read.rejected())
                .extracting(FileProblem::toString)
                .containsExactly(
                        "mcs.csv, line 2, column unit_meas: no unit of mass by name (seen: 'million cubic meters'). Maybe convert it to metric tons.",
                        "mcs.csv, line 3, column country: no country has this name or code (seen: 'United States and Canada'). Maybe an ISO 3166 code, such as COD.",
                        "mcs.csv, line 4, column type: no word says which stage it is (seen: 'Sales'). Maybe mine production, refinery production or reserves.",
                        "mcs.csv, line 5, column source: it is not of edition 2025 (seen: 'MCS2024'). Maybe UsgsWorldData.edition(2024).");
    }

    @Test
    void remarksAfterACountryGoToTheNote() {
        List<Statistic> rows = read(2025, WIDE + """
                        MCS2025,Lime,Canada (shipments),"Plant production, lime",thousand metric tons,5,,,,,,,
                        MCS2025,Antimony,World total (rounded) 10,"Mine production, antimony content",metric tons,6,,,,,,,
                        MCS2025,Soda ash,"World total (rounded), natural","Mine production, natural",thousand metric tons,7,,,,,,,
                        """).strict();

        assertThat(rows)
                .extracting(Statistic::country)
                .containsExactly(country("CAN"), Statistic.WORLD, Statistic.WORLD);
        assertThat(((Figure.Known) rows.get(0).figure()).note()).isEqualTo("shipments");
        assertThat(rows.get(2).form()).isEqualTo("natural");
    }

    @Test
    void theTallReleaseGivesOneStatisticARow() {
        Imported<Statistic> read = read(2026, TALL + """
                        COBALT,World Mine Production and Reserves,Cobalt,Congo (Kinshasa),Production,Mine production,metric tons,2024,"226,000",Estimated.,Yes,"(Data in metric tons, cobalt content, unless otherwise specified) -- Revised."
                        COBALT,World Mine Production and Reserves,Cobalt,World total,Reserves,Reserves: rounded,metric tons,2025,"12,000,000",,Yes,"(Data in metric tons, cobalt content, unless otherwise specified)"
                        GALLIUM,World Low-Purity Production and Production Capacity,Gallium,China,Capacity,Production capacity,kilograms,2025,"1,600,000",,Yes,"(Data in kilograms, gallium content, unless otherwise specified)"
                        GALLIUM,World Low-Purity Production and Production Capacity,Gallium,United States,Production,Primary production,kilograms,2024,—,,Yes,"(Data in kilograms, gallium content, unless otherwise specified)"
                        MANGANESE,World Mine Production (manganese content) and Reserves,Manganese,Gabon,Production,Mine production,thousand metric tons,2024,"5,000",,Yes,"(Data in thousand metric tons, gross weight, unless otherwise specified)"
                        STRONTIUM,World Mine Production and Reserves,Strontium,China,Reserves,Reserves,metric tons,2025,5,Gross weight of celestite in tons.,No,"(Data in metric tons, strontium content, unless otherwise specified)"
                        PEAT,World Mine Production and Reserves,Peat,Poland,Reserves,Reserves,thousand metric tons,2025,s,Included with others.,No,
                        PEAT,World Mine Production and Reserves,Peat,Sweden,Production,Mine production,thousand metric tons,2025,s,Less than ½ unit.,No,
                        COBALT,Salient Statistics—United States,Cobalt,United States,Production,Mine,metric tons,2021,500,,Yes,
                        """);

        assertThat(read.leftOut()).containsExactly(Map.entry("no world table", 1L));
        List<Statistic> rows = read.strict();
        assertThat(rows.get(0).figure().range())
                .isEqualTo(Range.exactly(226_000, Unit.T_PER_A.of(Basis.contained("Co"))));
        assertThat(rows.get(0).figure().status()).isEqualTo(Figure.Status.ESTIMATED);
        assertThat(rows.get(1).country()).isEqualTo(Statistic.WORLD);
        assertThat(rows.get(1).stage()).isEqualTo("reserve");
        assertThat(rows.get(1).form()).isEmpty();
        assertThat(rows.get(2).figure().range()).isEqualTo(Range.exactly(1600, Unit.T_PER_A.of(Basis.contained("Ga"))));
        assertThat(rows.get(3).figure().range().high()).isZero();
        assertThat(rows.get(4).figure().unit().basis()).isEqualTo(Basis.contained("Mn"));
        assertThat(rows.get(5).figure().unit()).isEqualTo(Unit.T);
        assertThat(rows.get(6).figure().isKnown()).isFalse();
        // Less than half of a thousand tons.
        assertThat(rows.get(7).figure().range()).isEqualTo(new Range(0, 500, Unit.T_PER_A));
    }

    /** A slow and obvious reader of the same rows. */
    @Test
    void agreesWithAnObviousTwin() {
        Random random = new Random(23);
        List<String> places = List.of("Peru", "World total (rounded)", "Other Countries", "Utopia");
        List<String> units = List.of("metric tons", "thousand metric tons", "kilograms", "carats");
        List<String> amounts = List.of("", "0", "7", "1,200", "W", ">9", "bad");
        List<String> notes = List.of("", "NA", "Large", "W for 23-24", "na for 2023", "estimated 2023");
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(WIDE);
            List<String> expected = new ArrayList<>();
            Set<String> seen = new LinkedHashSet<>();
            long rejected = 0;
            long left = 0;
            for (int row = random.nextInt(4); row >= 0; row--) {
                String place = pick(random, places);
                String unit = pick(random, units);
                String first = pick(random, amounts);
                String second = pick(random, amounts);
                String reserves = pick(random, amounts);
                String note = pick(random, notes);
                text.append("MCS2025,Tungsten,%s,\"Mine production, tungsten content\",%s,\"%s\",\"%s\",%s,,,,\"%s\",\n"
                        .formatted(place, unit, first, second, note, reserves));
                List<String> said = new ArrayList<>();
                add(said, place, "2023 PRODUCTION", first, unit, note, note.equals("na for 2023") ? "hole" : "");
                add(said, place, "2024 PRODUCTION", second, unit, note, "");
                add(said, place, "2024 RESERVES", reserves, unit, "", "");
                List<String> keys = said.stream()
                        .map(words -> words.substring(0, words.indexOf(':')))
                        .toList();
                if (place.equals("Utopia") || !said.isEmpty() && unit.equals("carats")) {
                    rejected++;
                } else if (said.isEmpty()) {
                    left++;
                } else if (said.stream().anyMatch(words -> words.endsWith("bad"))
                        || keys.stream().anyMatch(seen::contains)) {
                    rejected++;
                } else {
                    seen.addAll(keys);
                    expected.addAll(said);
                }
            }
            Imported<Statistic> read = read(2025, text.toString());

            assertThat(read.rows().stream().map(UsgsWorldDataTest::words).toList())
                    .isEqualTo(expected);
            assertThat(read.rejections()).isEqualTo(rejected);
            assertThat(read.leftOut().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(left);
        }
    }

    private static String pick(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** What a cell says in the twin: a blank one speaks through its note, if that is about the year. */
    private static void add(
            List<String> said, String place, String what, String amount, String unit, String note, String ofTheYear) {
        boolean isHole =
                note.equals("NA") || note.equals("Large") || note.equals("W for 23-24") || !ofTheYear.isEmpty();
        if (!amount.isEmpty() || isHole) {
            said.add("%s %s:%s".formatted(place, what, tons(amount, unit)));
        }
    }

    private static String tons(String amount, String unit) {
        return switch (amount) {
            case "", "W", ">9" -> "unknown";
            case "bad" -> "bad";
            default -> {
                double number = amount.equals("1,200") ? 1200 : Double.parseDouble(amount);
                yield String.valueOf(
                        unit.equals("kilograms")
                                ? number / 1000
                                : unit.startsWith("thousand") ? number * 1000 : number);
            }
        };
    }

    private static String words(Statistic row) {
        String place = row.country().equals(Statistic.WORLD)
                ? "World total (rounded)"
                : row.country().equals(CountryId.NOWHERE) ? "Other Countries" : "Peru";
        return "%s %s %s:%s"
                .formatted(
                        place,
                        row.year(),
                        row.kind(),
                        row.figure().isKnown() ? row.figure().range().high() : "unknown");
    }
}
