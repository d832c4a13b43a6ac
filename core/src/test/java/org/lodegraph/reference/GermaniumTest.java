package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        assertThat(Reference.conflicts(2022, "germanium"))
                .extracting(Conflict::toString)
                .containsExactly("""
                germanium, CHN, 2022: British Geological Survey 180 t for 2022, World Mining Data 130 t for 2022. \
                Both are kept: the first is the middle and the high end, the second the low end.""");
    }

    @Test
    void aRemainderBelowZeroIsAConflict() {
        var tables = new LinkedHashMap<>(Catalog.tables());
        var facts = tables.get("facts.csv");
        tables.put(
                "facts.csv",
                new Table(
                        "facts.csv",
                        facts.columns(),
                        facts.rows().stream()
                                .map(row -> row.text("id").equals("germanium-production-china-2022-wmd")
                                        ? withValue(row, "90")
                                        : row)
                                .toList()));

        // 47.6 + 56 = 103.6
        assertThat(Reference.draft(Catalog.of(tables), 2022, "germanium").conflicts())
                .extracting(Conflict::finding)
                .contains("the named plants make 103.6 t, more than the low total of 90 t");
    }

    private static Row withValue(Row row, String value) {
        var cells = new LinkedHashMap<>(row.cells());
        cells.put("value", value);
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
                .extracting(assumption -> assumption.place())
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
