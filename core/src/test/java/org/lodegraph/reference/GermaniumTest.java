package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.SupplyChain;

class GermaniumTest {

    private static final SupplyChain WORLD = Reference.chain(2022, "germanium");

    @Test
    void chinaIsTwoNamedPlantsAndTheRest() {
        // 130 (World Mining Data) to 180 t (British Geological Survey), less 47.6 (Lincang) and 56 (Huize)
        assertThat(output("lincang/ge-coal").at(Reading.CENTRAL)).isEqualTo(47.6);
        assertThat(output("huize/ge-zinc").at(Reading.CENTRAL)).isEqualTo(56);
        var rest = output("chn/germanium");
        assertThat(rest.at(Reading.LOW)).isEqualTo(26.4, within(1e-9));
        assertThat(rest.at(Reading.CENTRAL)).isEqualTo(76.4, within(1e-9));
        assertThat(rest.at(Reading.HIGH)).isEqualTo(76.4, within(1e-9));
    }

    @Test
    void bothTotalsOfChinaAreKeptAndTheConflictIsListed() {
        assertThat(Reference.plausibility(2022, "germanium").conflicts())
                .extracting(Conflict::toString)
                .containsExactly("""
                germanium, CHN, 2022: British Geological Survey 180 t for 2022, World Mining Data 130 t for 2022. \
                Both are kept: the first is the middle and the high end, the second the low end.""");
    }

    @ParameterizedTest
    @CsvSource({
        // 47.6 + 56 = 103.6 t named; the national figure is 90 to 180 t
        "facts.csv, germanium-production-china-2022-wmd, value, 90, 103.6, 90, ' at its low end', ' there', 0, 76.4",
        // 200 + 56 = 256 t named; the national figure is 130 to 180 t
        "facilities.csv, F-GE-YUNNANGE, capacity, 200, 256, 130, '', '', 0, 0"
    })
    void aRemainderBelowZeroIsAConflict(
            String file,
            String id,
            String column,
            String value,
            String named,
            String low,
            String end,
            String there,
            double least,
            double most) {
        var tables = new LinkedHashMap<>(Catalog.tables());
        var table = tables.get(file);
        tables.put(
                file,
                new Table(
                        file,
                        table.columns(),
                        table.rows().stream()
                                .map(row -> row.text("id").equals(id) ? with(row, column, value) : row)
                                .toList()));
        var draft = new Dataset(Catalog.of(tables)).draft(2022, "germanium");

        assertThat(draft.conflicts())
                .extracting(Conflict::toString)
                .contains(
                        "germanium, CHN, 2022: the named plants make %s t, more than the national figure of %s t%s. The rest of the country is taken as zero%s."
                                .formatted(named, low, end, there));
        var rest = draft.build().line(line("chn/germanium")).line().output().orElseThrow();
        assertThat(rest.at(Reading.LOW)).isEqualTo(least, within(1e-9));
        assertThat(rest.at(Reading.HIGH)).isEqualTo(most, within(1e-9));
    }

    @Test
    void theHostLimitOfTheWorldIsBoundedByRefinedZinc() {
        var limit = Reference.germaniumHostLimit();

        // 13,800,000 t of zinc x 0.04 / 64.5 of germanium, rounded to 620 ppm, x 75 % = 6,417 t
        assertThat(limit.at(Reading.LOW)).isZero();
        assertThat(limit.at(Reading.HIGH)).isEqualTo(13_800_000 * 620e-6 * 0.75, within(1e-6));
        assertThat(limit.status()).isEqualTo(Figure.Status.ASSUMED);
        // the same recovery of the 7,636 t that zinc leach residue held in 2011 is less
        assertThat(Reference.fact("germanium-in-zinc-residue-2011").figure().at(Reading.HIGH) * 0.75)
                .isLessThan(limit.at(Reading.HIGH));
        assertThat(WORLD.assumptions())
                .filteredOn(assumption -> assumption.figure().equals(Optional.of(limit)))
                .hasSize(1);
    }

    private static Row with(Row row, String column, String value) {
        var cells = new LinkedHashMap<>(row.cells());
        cells.put(column, value);
        return new Row(row.file(), row.line(), cells);
    }

    @Test
    void useOfTheUnitedStatesIsARangeFromTradeAfter2021() {
        var before = Reference.chain(2021, "germanium").demand(Ids.demand("usa-germanium"));
        var after = WORLD.demand(Ids.demand("usa-germanium"));

        assertThat(before.rate().range()).hasToString("30 t/a Ge content");
        assertThat(before.rate().status()).isEqualTo(Figure.Status.ESTIMATED);
        // imports 14 + 15, exports 6.6 + 0.13: 22.27; reliance above 50 %: at most 22.27 / 0.5
        assertThat(after.rate().at(Reading.LOW)).isEqualTo(22.27, within(1e-9));
        assertThat(after.rate().at(Reading.HIGH)).isEqualTo(44.54, within(1e-9));
        assertThat(after.rate().status()).isEqualTo(Figure.Status.ASSUMED);
    }

    @Test
    void whatIsMadeServesEverybodyEvenAtTheLowestReading() {
        for (int year = Reference.FIRST_YEAR; year <= Reference.LAST_YEAR; year++) {
            var chain = Reference.chain(year, "germanium");
            var made = chain.linesMaking(material("germanium")).stream()
                    .filter(line -> line.line().status() == Line.Status.RUNNING)
                    .mapToDouble(line ->
                            line.line().capacity().usable().orElseThrow().at(Reading.LOW))
                    .sum();
            var wanted = chain.demandsFor(material("germanium")).stream()
                    .mapToDouble(demand -> demand.rate().at(Reading.HIGH))
                    .sum();

            assertThat(wanted).as("year %s", year).isLessThanOrEqualTo(made + 1e-9);
        }
    }

    @Test
    void holesStayHoles() {
        assertThat(WORLD.stocks().get(Ids.stock("usa-stockpile-germanium")).amount())
                .isInstanceOf(Figure.Unknown.class);
        assertThat(WORLD.line(line("clarksville-smelter/ge-zinc"))
                        .line()
                        .capacity()
                        .usable()
                        .orElseThrow())
                .isInstanceOf(Figure.Unknown.class);
        assertThat(WORLD.assumptions())
                .extracting(assumption -> assumption.subject().toString())
                .contains(
                        "zinc refining as host of germanium and gallium",
                        "supply of material 'zinc-residue-germanium'");
    }

    @Test
    void secondaryMakersRecycle() {
        assertThat(WORLD.facility(facility("olen")))
                .extracting(Facility::country, site -> site.lines().get(0).recipes())
                .containsExactly(Ids.country("BEL"), List.of(Ids.recipe("ge-recycle")));
    }

    private static Figure output(String id) {
        return WORLD.line(line(id)).line().output().orElseThrow();
    }
}
