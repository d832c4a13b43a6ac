package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.measure.Unit.KT_PER_A;
import static org.lodegraph.measure.Unit.ONE;
import static org.lodegraph.measure.Unit.PPM;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;

/** The page that describes the format tells the truth. */
class ChainCsvFormatTest {

    private static final Unit T_GA = T_PER_A.of(Basis.contained("Ga"));
    private static final Source MCS = Source.of("mcs2026", "Mineral Commodity Summaries")
            .by("USGS")
            .edition("2026")
            .licensed("US public domain", "");

    /** What the example on the page says. */
    private static SupplyChain example() {
        return SupplyChain.builder(2025)
                .add(
                        Material.of("bauxite").withForm(Form.ORE).asBoundary(),
                        Material.of("alumina"),
                        Material.of("bayer-liquor").atSite().containing("Ga").withNote("counted by the gallium in it"),
                        Material.of("gallium")
                                .containing("Ga")
                                .withName("Gallium, crude")
                                .withNote("below 4N"))
                .add(
                        Recipe.of("bayer")
                                .makes("alumina")
                                .asHost()
                                .stage(Stage.REFINING)
                                .from("bauxite", assumed(Spread.triangular(2, 2.3, 3), ONE, "by the grade of the ore"))
                                .yields("bayer-liquor", assumed(Spread.exact(65), PPM, "half of what the ore holds")),
                        Recipe.of("ga-circuit")
                                .makes("gallium")
                                .stage(Stage.REFINING)
                                .from(
                                        "bayer-liquor",
                                        assumed(Spread.lognormal(1.11, 0.05), ONE, "recovery of about 90 %")))
                .add(
                        Facility.at("vaudreuil", country("CAN"))
                                .withName("Vaudreuil")
                                .owner("rio-tinto")
                                .line("bayer", Capacity.nameplate(Figure.stated(1_500_000, T_PER_A)))
                                .line(Line.of(
                                                "ga-circuit",
                                                Capacity.nameplate(Figure.unknown(T_GA, "announced, no figure")))
                                        .status(Line.Status.PLANNED)
                                        .withStarts(LocalDate.of(2027, 1, 1))),
                        Facility.aggregate(country("CHN"))
                                .line(
                                        "bayer",
                                        Capacity.nameplate(Figure.estimated(
                                                Spread.exact(84000), KT_PER_A, MCS.at("bauxite and alumina"))))
                                .line(Line.of(
                                                "ga-circuit",
                                                Capacity.nameplate(Figure.estimated(
                                                        Spread.between(900, 1100), T_GA, MCS.at("gallium"))))
                                        .output(Figure.figure(900, T_GA, MCS.at("gallium")))))
                .add(
                        Demand.of("usa-ics", "gallium", country("USA"), Figure.figure(19, T_GA, MCS.at("gallium")))
                                .use("integrated circuits"),
                        Demand.remainder("gallium", assumed(Spread.exact(880), T_GA, "output less the named demand")),
                        Demand.remainder(
                                "alumina", assumed(Spread.exact(85500), KT_PER_A, "whatever is made is wanted")))
                .add(Policy.builder()
                        .id(new PolicyId("CN-2024-US"))
                        .name("Ban on exports to the United States")
                        .issuer(country("CHN"))
                        .materials(List.of(material("gallium")))
                        .recipes(List.of())
                        .toward(List.of(country("USA")))
                        .except(List.of())
                        .inForce(List.of(
                                Window.between(LocalDate.of(2024, 12, 3), LocalDate.of(2025, 11, 8)),
                                Window.from(LocalDate.of(2026, 11, 28))))
                        .lastChecked(LocalDate.of(2026, 1, 31))
                        .note("suspended for a year")
                        .build())
                .build();
    }

    private static Figure assumed(Spread spread, Unit unit, String why) {
        return Figure.assumed(spread, unit, Source.ASSUMPTION, why);
    }

    @Test
    void theExampleMeansWhatItSays() {
        assertThat(ChainCsv.read(Folder.of(FormatDoc.example()))).isEqualTo(example());
    }

    @Test
    void theExampleIsWhatIsWritten() {
        assertThat(ChainCsv.files(example())).isEqualTo(FormatDoc.example());
    }

    @Test
    void everyFileAndEveryColumnIsDescribed() {
        var page = FormatDoc.text();

        assertThat(ChainCsv.SHEETS).hasSize(19).allSatisfy(sheet -> {
            var row = page.lines()
                    .filter(line -> line.startsWith("| `" + sheet.file() + "` |"))
                    .findFirst()
                    .orElseThrow()
                    .split(" \\| ")[1];
            var described = List.of(row.replace("|", "").strip().split(", ")).stream()
                    .map(name -> name.matches("\\*[^*].*") ? name.replace("*", "") + "*" : name.replace("**", "!"))
                    .toList();
            var columns = sheet.names().stream()
                    .filter(name -> Sheet.FIGURE.stream()
                            .noneMatch(suffix ->
                                    name.endsWith(suffix) && sheet.names().contains(name.replace(suffix, ""))))
                    .map(name -> sheet.required().contains(name)
                            ? "!" + name + "!"
                            : sheet.names().contains(name + "_unit") ? name + "*" : name)
                    .toList();
            assertThat(described).as(sheet.file()).containsExactlyInAnyOrderElementsOf(columns);
        });
    }
}
