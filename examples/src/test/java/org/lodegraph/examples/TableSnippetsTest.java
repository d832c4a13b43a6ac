package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.link;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Stage.EXTRACTION;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodegraph.io.FileProblem;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.Change;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Choice;
import org.lodegraph.reference.Conflict;
import org.lodegraph.reference.Disagreements;
import org.lodegraph.reference.Plausibility;
import org.lodegraph.reference.Reference;
import org.lodegraph.scenario.Suppose;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.Governance;
import org.lodegraph.tables.GovernanceTable;
import org.lodegraph.tables.Imported;
import org.lodegraph.tables.Plant;
import org.lodegraph.tables.PlantList;
import org.lodegraph.tables.Plants;
import org.lodegraph.tables.Statistic;
import org.lodegraph.tables.StatisticsTable;
import org.lodegraph.tables.TradeFlow;
import org.lodegraph.tables.TradeFlows;
import org.lodegraph.tables.TradeTable;
import org.lodegraph.tables.UsgsWorldData;
import org.lodegraph.tables.WorldMiningData;

/** The Java of docs/data.md; the numbers in the files are invented. */
class TableSnippetsTest {

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void ownTable() throws IOException {
        Path table = file("cobalt.csv", """
                Country;Material;Stage;Year;Statistic;Value_t;Basis;Source
                Congo (Kinshasa);cobalt;mine;2026;production;220;Co content;own count
                Indonesia;cobalt;mine;2026;production;e40;Co content;own count
                Kazakstan;cobalt;mine;2026;production;3;Co content;own count
                """);
        // region own-table
        Imported<Statistic> read = DataFile.of(table).read(StatisticsTable.tidy());
        List<FileProblem> rejected = read.rejected(); // line 4, column country: ... Maybe Kazakhstan.
        SupplyChain cobalt = Reference.with(read.rows()).chain(2026, "cobalt");
        Range first =
                cobalt.ask(Concentration.of(material("cobalt"), EXTRACTION)).share(country("COD")); // 84.6 %
        // endregion

        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).cure()).isEqualTo("Maybe Kazakhstan.");
        assertThat(first).hasToString("84.6 %");
    }

    @Test
    void publishedTables() throws IOException {
        Path release = file("usgs.csv", """
                Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,Other notes
                World Mine Production,Tungsten,China,Production,Mine production,metric tons,2025,5,,"(Data in metric tons, tungsten content)"
                Import Sources,Tungsten,China,Import sources,,percent,2021-24,5,,
                """);
        Path sheet = file("lithium.csv", """
                Lithium (Li2O)
                Country,unit,2021,2022,data source
                Chile,metr. t,5,6,e
                """);
        // region published-tables
        Imported<Statistic> usgs =
                DataFile.of(release).encodedAs(Charset.forName("windows-1252")).read(UsgsWorldData.edition(2026));
        Map<String, Long> leftOut = usgs.leftOut(); // no world table: 1
        Imported<Statistic> lithium = DataFile.of(sheet).read(WorldMiningData.sheet("mine")); // title: Lithium (Li2O)
        // endregion

        assertThat(leftOut).containsExactly(Map.entry("no world table", 1L));
        assertThat(usgs.strict()).hasSize(1);
        assertThat(lithium.strict()).hasSize(2);
    }

    @Test
    void intoAChain() throws IOException {
        Path trade = file("baci.csv", "t,i,j,k,v,q\n2024,156,842,280490,3,7\n");
        Path indicators = file("wgi.csv", "code,year,indicator,estimate\nCHN,2023,pv,-0.5\n");
        Path list = file("plants.csv", """
                id,name,country,material,stage,capacity,basis,status,evidence_grade,source
                S-1,North works,Norway,selenium,refinery,50,gross,running,B,a newspaper
                """);
        SupplyChain chain = SupplyChain.builder(2024)
                .add(Material.of("selenium"), Material.of("slimes").asBoundary())
                .add(Recipe.of("se-refining").makes("selenium").from("slimes", 20))
                .build();
        // region into-a-chain
        List<TradeFlow> flows = DataFile.of(trade)
                .read(TradeTable.of("selenium", "280490")) // 811292 for gallium is refused: it holds seven metals
                .strict();
        List<Governance> governed =
                DataFile.of(indicators).read(GovernanceTable.worldBank()).strict();
        List<Plant> plants = DataFile.of(list).read(PlantList.confirmed()).strict();
        Change stable = Governance.of(governed, Governance.Indicator.STABILITY, 2023);
        SupplyChain whole = chain.with(TradeFlows.of("selenium", flows), stable, Plants.of("se-refining", plants));
        // endregion

        assertThat(whole.links()
                        .get(link("selenium-chn-usa"))
                        .observed()
                        .orElseThrow()
                        .range())
                .hasToString("7 t/a");
        assertThat(whole.countries().get(country("CHN")).governance()).isPresent();
        assertThat(whole.facilities()).hasSize(1);
    }

    @Test
    void howSureTheFiguresAre() {
        // region how-sure
        Disagreements disputed = Reference.disagreements("rare-earths").betweenPublishers();
        Range myanmar = disputed.all().get(0).span(); // 43,000 to 72,000 t/a REO oxide
        Plausibility fits = Reference.plausibility(2024, "copper"); // more is refined than mined
        SupplyChain spanning = Reference.choosing(Choice.SPANNING).chain(2023, "rare-earths");
        SupplyChain loose = Reference.embedded().untied().chain(2024, "copper");

        SupplyChain day = Reference.chain(2025, "gallium").at(LocalDate.of(2025, 6, 1));
        SupplyChain ruled = day.with(Reference.controls()); // every control that covers something in it
        FigurePlace refiners = new FigurePlace(line("jpn/ga-refine"), FigurePlace.Kind.NAMEPLATE);
        SupplyChain doubtful = ruled.with(Suppose.unknown(refiners)); // an assumption less, a wider answer
        // endregion

        assertThat(myanmar).hasToString("43,000 to 72,000 t/a REO oxide");
        assertThat(fits.conflicts(Conflict.Check.STAGES)).hasSize(1);
        assertThat(spanning.assumptions()).anyMatch(each -> each.toString().contains("all sources"));
        assertThat(loose.links()).isNotEmpty();
        assertThat(ruled.policiesInForce()).isNotEmpty();
        assertThat(doubtful.line(line("jpn/ga-refine")).line().capacity().nameplate())
                .get()
                .extracting(Figure::isKnown)
                .isEqualTo(false);
    }
}
