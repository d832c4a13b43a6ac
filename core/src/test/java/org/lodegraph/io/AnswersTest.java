package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.render.Render;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Section;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** Answers for other programs. */
class AnswersTest {

    private static final Unit T_GA = Unit.T_PER_A.of(Basis.contained("Ga"));

    /** A report with a part of each kind. */
    static final Report REPORT = new Report(
            "Gallium",
            "2025",
            List.of(
                    Note.finding("China, mostly."),
                    Table.of(
                                    Caption.of("Output").stage("refining").year(2025),
                                    Table.Column.text("country"),
                                    Table.Column.number("output", T_GA),
                                    Table.Column.share("share"))
                            .row(
                                    Cell.text("=CHN"),
                                    Cell.of(new Range(899.9999999999, 1000.0 / 3 * 3, T_GA)),
                                    Cell.share(0.99))
                            .row(Cell.text("JPN"), Cell.unknown("withheld, \"W\""), Cell.empty())
                            .total(Cell.text("world"), Cell.of(Range.unknown(T_GA)), Cell.empty()),
                    Section.of(
                            "Pictures",
                            Bars.of(Caption.of("HHI"), Unit.INDEX, new Bars.Bar("Ga", Cell.number(0.98, Unit.INDEX)))
                                    .reference("EU", 0.4),
                            Stacks.of(
                                    Caption.of("Mix"),
                                    Stacks.Stack.of("USA", new Stacks.Piece("CHN", 0.5))
                                            .remark("half")),
                            Ribbons.of(
                                            Caption.of("Flows"),
                                            T_GA,
                                            List.of(new Ribbons.Node("a", "A", 0), new Ribbons.Node("b", "B", 1)),
                                            List.of(Ribbons.Ribbon.of("a", "b", 1.0 / 3)
                                                    .mark(Ribbons.Mark.LOST)))
                                    .layers("from", "to"),
                            Steps.of(
                                            Caption.of("Ban"),
                                            T_GA,
                                            LocalDate.of(2026, 1, 1),
                                            Steps.Series.of("unmet", Steps.Step.year(2025, Cell.number(19, T_GA))))
                                    .event(LocalDate.of(2024, 12, 3), "ban"),
                            new Tree(
                                    Caption.of("Why"),
                                    Tree.Node.of("loss", Cell.number(1, T_GA), Tree.Node.of("ban", Cell.text("CN")))))),
            List.of(Source.of("mcs", "Summaries").at("p. 1")),
            List.of(Premise.of("nameplate read as effective")));

    @Test
    void csvIsOneLongTable() {
        assertThat(Answers.csv(REPORT)).isEqualTo("""
                part,kind,title,row,column,text,low,high,unit,reason
                1,note,,,finding,"China, mostly.",,,,
                2,table,Output,1,country,'=CHN,,,,
                2,table,Output,1,output,,900,1000,t/a Ga content,
                2,table,Output,1,share,,0.99,0.99,share,
                2,table,Output,2,country,JPN,,,,
                2,table,Output,2,output,,,,,"withheld, ""W\"""
                2,table,Output,total,country,world,,,,
                2,table,Output,total,output,,0,,t/a Ga content,unlimited
                3.1,bars,HHI,Ga,,,0.98,0.98,index,
                3.1,bars,HHI,EU,reference,,0.4,0.4,index,
                3.2,stacks,Mix,USA,CHN,,0.5,0.5,share,
                3.3,ribbons,Flows,a,b,lost,0.333333333,0.333333333,t/a Ga content,
                3.4,steps,Ban,unmet,2025-01-01,,19,19,t/a Ga content,
                3.4,steps,Ban,event,2024-12-03,ban,,,,
                3.5,tree,Why,loss,,,1,1,t/a Ga content,
                3.5,tree,Why,loss / ban,,CN,,,,
                """);
    }

    /** What people are not shown, programs get; the row that says so they do not. */
    @Test
    void tablesAreWhole() {
        Table table = Table.of(Caption.of("Makers"), Table.Column.text("country"));
        for (String country : List.of("CHN", "JPN", "KOR", "PER")) {
            table = table.row(Cell.text(country));
        }
        Report report = Report.of("Gallium", table.showing(1));

        assertThat(Answers.csv(report)).isEqualTo("""
                part,kind,title,row,column,text,low,high,unit,reason
                1,table,Makers,1,country,CHN,,,,
                1,table,Makers,2,country,JPN,,,,
                1,table,Makers,3,country,KOR,,,,
                1,table,Makers,4,country,PER,,,,
                """);
        assertThat(Answers.json(report)).contains("\"PER\"").doesNotContain("not shown");
        assertThat(List.of(Render.text(report), Render.markdown(report), Render.html(report)))
                .allSatisfy(
                        page -> assertThat(page).contains("CHN", "3 not shown").doesNotContain("PER"));
    }

    @Test
    void jsonFollowsTheReport() {
        assertThat(Answers.json(REPORT)).isEqualTo("""
                {
                  "title": "Gallium",
                  "subtitle": "2025",
                  "parts": [ {
                    "kind": "finding",
                    "text": "China, mostly."
                  }, {
                    "kind": "table",
                    "title": "Output",
                    "stage": "refining",
                    "year": "2025",
                    "columns": [ {
                      "header": "country"
                    }, {
                      "header": "output",
                      "unit": "t/a Ga content"
                    }, {
                      "header": "share",
                      "unit": "share"
                    } ],
                    "rows": [ [ "=CHN", {
                      "low": 900,
                      "high": 1000,
                      "unit": "t/a Ga content"
                    }, {
                      "low": 0.99,
                      "high": 0.99,
                      "unit": "share"
                    } ], [ "JPN", {
                      "low": null,
                      "high": null,
                      "reason": "withheld, \\"W\\""
                    }, null ] ],
                    "total": [ "world", {
                      "low": 0,
                      "high": null,
                      "unit": "t/a Ga content",
                      "reason": "unlimited"
                    }, null ]
                  }, {
                    "kind": "section",
                    "title": "Pictures",
                    "parts": [ {
                      "kind": "bars",
                      "title": "HHI",
                      "bars": [ {
                        "label": "Ga",
                        "value": {
                          "low": 0.98,
                          "high": 0.98,
                          "unit": "index"
                        }
                      } ],
                      "reference": {
                        "label": "EU",
                        "value": {
                          "low": 0.4,
                          "high": 0.4,
                          "unit": "index"
                        }
                      }
                    }, {
                      "kind": "stacks",
                      "title": "Mix",
                      "stacks": [ {
                        "label": "USA",
                        "pieces": [ {
                          "label": "CHN",
                          "share": {
                            "low": 0.5,
                            "high": 0.5,
                            "unit": "share"
                          }
                        } ],
                        "remark": "half"
                      } ]
                    }, {
                      "kind": "ribbons",
                      "title": "Flows",
                      "layers": [ "from", "to" ],
                      "nodes": [ {
                        "id": "a",
                        "label": "A",
                        "layer": 0
                      }, {
                        "id": "b",
                        "label": "B",
                        "layer": 1
                      } ],
                      "ribbons": [ {
                        "source": "a",
                        "target": "b",
                        "mark": "lost",
                        "value": {
                          "low": 0.333333333,
                          "high": 0.333333333,
                          "unit": "t/a Ga content"
                        }
                      } ]
                    }, {
                      "kind": "steps",
                      "title": "Ban",
                      "end": "2026-01-01",
                      "series": [ {
                        "label": "unmet",
                        "steps": [ {
                          "since": "2025-01-01",
                          "value": {
                            "low": 19,
                            "high": 19,
                            "unit": "t/a Ga content"
                          }
                        } ]
                      } ],
                      "events": [ {
                        "day": "2024-12-03",
                        "label": "ban"
                      } ]
                    }, {
                      "kind": "tree",
                      "title": "Why",
                      "root": {
                        "label": "loss",
                        "value": {
                          "low": 1,
                          "high": 1,
                          "unit": "t/a Ga content"
                        },
                        "children": [ {
                          "label": "ban",
                          "value": "CN",
                          "children": []
                        } ]
                      }
                    } ]
                  } ],
                  "sources": [ {
                    "id": "mcs",
                    "title": "Summaries",
                    "locator": "p. 1"
                  } ],
                  "assumptions": [ "nameplate read as effective" ]
                }
                """);
    }
}
