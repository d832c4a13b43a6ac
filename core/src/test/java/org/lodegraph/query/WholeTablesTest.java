package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.io.Answers;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.render.Render;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Grouping;

/** What is too long for people to read is shortened for them, and only for them; every amount says on what basis it is. */
class WholeTablesTest {

    private static final Source SURVEY = Source.of("survey", "A survey").edition("2025");

    private static final Unit GALLIUM = Unit.T_PER_A.of(Basis.contained("Ga"));

    /** Eight mines of metal, of 80, 70, ..., 10 t/a: 360 in all, which the United States want. */
    private static final List<String> MINES = List.of("CHN", "AUS", "BRA", "CAN", "DEU", "JPN", "KOR", "PER");

    private static final SupplyChain WORLD = world();

    private static SupplyChain world() {
        List<Facility> mines = new ArrayList<>();
        for (String mine : MINES) {
            double tons = 80 - 10 * mines.size();
            mines.add(Facility.aggregate(country(mine))
                    .line(Line.of("dig", Capacity.nameplate(tons(tons))).output(tons(tons))));
        }
        return SupplyChain.builder(2025)
                .add(Material.of("metal").containing("Ga"))
                .add(Recipe.of("dig").makes("metal"))
                .add(mines.toArray(Facility[]::new))
                .add(Demand.of("usa", "metal", country("USA"), tons(360)))
                .build();
    }

    private static Figure tons(double tons) {
        return Figure.figure(tons, GALLIUM, SURVEY);
    }

    private static Table table(Report report, String title) {
        return report.parts().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.caption().title().startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    /** The first five make 80 + 70 + 60 + 50 + 40, the other three 30 + 20 + 10 = 60. */
    @Test
    void programsGetEveryMaker() {
        Overview.Answer answer = WORLD.ask(Overview.of());
        Table makers = table(answer.show(), "metal");

        assertThat(makers.rows()).as("one for each mine").hasSize(8);
        assertThat(makers.seen().rows()).as("five, and the others").hasSize(6);
        assertThat(makers.seen().rows().get(5))
                .extracting(Object::toString)
                .anyMatch(cell -> cell.contains("3 others"))
                .anyMatch(cell -> cell.contains(Range.exactly(60, GALLIUM).toString()));
        assertThat(makers.seen().total()).isEqualTo(makers.total());
        assertThat(Answers.csv(answer)).contains(",PER,").doesNotContain("3 others");
        assertThat(Answers.json(answer)).contains("\"PER\"").doesNotContain("3 others");
        assertThat(Render.text(answer)).contains("3 others").doesNotContain("\nPER");
    }

    @Test
    void programsGetEveryGroupOfTheCrossTable() {
        Exposure.Answer answer = WORLD.ask(
                Exposure.of(Target.of(material("metal"), country("USA"))).by(Grouping.COUNTRY));
        Table whole = table(answer.show(), "Who is exposed");

        assertThat(whole.caption().title()).isEqualTo("Who is exposed to whom: share of supply");
        assertThat(whole.columns())
                .as("consumer, unmet, and a column for each mine")
                .hasSize(2 + 8);
        assertThat(whole.seen().columns()).as("people see four of eight").hasSize(2 + 4);
        assertThat(Render.text(answer))
                .contains("Who is exposed to whom: share of supply; 4 more groups are not shown");
        assertThat(Answers.csv(answer))
                .contains("Who is exposed to whom: share of supply,1,PER,")
                .doesNotContain("not shown");
    }

    /** China made 80 t/a of gallium, nothing once it is lost; the other seven are at their limits. */
    @Test
    void movesAndLimitsSayTheirBasis() {
        Report report = WORLD.ask(Disruption.of(Target.of(material("metal"), country("USA")))
                        .by(Grouping.COUNTRY))
                .show();
        Report china = report.parts().stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .filter(section -> section.title().contains("CHN"))
                .map(section -> Report.of(section.title(), section.parts().toArray(Part[]::new)))
                .findFirst()
                .orElseThrow();

        assertThat(table(china, "Where flows move").rows())
                .anySatisfy(row -> assertThat(row)
                        .contains(Cell.number(80, GALLIUM), Cell.number(0, GALLIUM))
                        .first()
                        .hasToString("Text[text=metal made, CHN: metal]"));
        assertThat(table(china, "What binds").rows())
                .hasSize(7)
                .anySatisfy(row -> assertThat(row).contains(Cell.number(70, GALLIUM), Cell.number(70, GALLIUM)));
    }
}
