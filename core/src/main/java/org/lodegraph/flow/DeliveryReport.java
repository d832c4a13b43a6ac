package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** Words, tables and pictures of a delivery. */
final class DeliveryReport {

    private final Delivery.Answer answer;
    private final MaterialId material;
    private final Unit unit;
    private final String target;

    private DeliveryReport(Delivery.Answer answer) {
        this.answer = answer;
        this.material = answer.question().target().material();
        this.unit = answer.wanted().unit();
        this.target = answer.grounds().inSentence(answer.question().target());
    }

    private Caption caption(String title) {
        return Caption.of(title)
                .basis(unit.toString())
                .year(answer.grounds().inYears())
                .computedFrom(answer.sources());
    }

    /** For what is shown of one solution: how the figures were read in it. */
    private Caption shown(String title) {
        return caption(title)
                .year("%s, %s"
                        .formatted(answer.grounds().inYears(), answer.question().shown()));
    }

    private String name(Id id) {
        return answer.grounds().name(id);
    }

    /** Price times limit, over all that bind. */
    static Tree explanation(Delivery.Answer answer) {
        return new Tree(
                new DeliveryReport(answer).shown("What binds: price x limit adds up to what is served"),
                new Prices(answer.wanted())
                        .node(
                                "served before all others",
                                answer.binding(),
                                answer.unavoidable().share().low() > 0));
    }

    static Report of(Delivery.Answer answer) {
        return new DeliveryReport(answer).report();
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(finding());
        parts.add(senses());
        parts.add(uses());
        if (!answer.trail().isEmpty()) {
            parts.add(trail());
        }
        if (!answer.binding().isEmpty()) {
            parts.add(answer.explain());
        }
        if (!answer.alsoTight().isEmpty()) {
            parts.add(Note.finding("Also tight, without a price: " + String.join(", ", answer.alsoTight()) + "."));
        }
        return answer.grounds().under(Report.of("Delivery to " + target, parts.toArray(new Part[0])), method());
    }

    private Note finding() {
        StringBuilder text = new StringBuilder("Served before all others, ").append(target);
        if (answer.unmet().high() == 0) {
            text.append(" lacks nothing");
        } else {
            text.append(" cannot avoid lacking %s of %s (%s)"
                    .formatted(
                            answer.unmet(),
                            answer.wanted(),
                            answer.unavoidable().unmetShare()));
        }
        text.append("; if all share, it lacks ").append(answer.shared().unmet());
        answer.asTraded()
                .ifPresent(traded -> text.append("; if nobody reroutes, ").append(traded.unmet()));
        return Note.finding(text.append('.').toString());
    }

    private Table senses() {
        Table table = Table.of(
                        caption("Delivery of " + name(material)),
                        Table.Column.text("in which sense"),
                        Table.Column.number("served", unit),
                        Table.Column.number("unmet", unit),
                        Table.Column.share("share served"))
                .row(row("served before all others", answer.unavoidable()))
                .row(row("shared with all others", answer.shared()));
        return answer.asTraded()
                .map(traded -> table.row(row("as traded, nobody reroutes", traded)))
                .orElse(table);
    }

    private static Cell[] row(String label, Supply supply) {
        return new Cell[] {Cell.text(label), Cell.of(supply.served()), Cell.of(supply.unmet()), Cell.of(supply.share())
        };
    }

    private Table uses() {
        Table table = Table.of(
                caption("Uses, shared with all others"),
                Table.Column.text("use"),
                Table.Column.number("served", unit),
                Table.Column.number("unmet", unit),
                Table.Column.share("share served"));
        for (Delivery.Served served : answer.demands()) {
            table = table.row(
                    Cell.text(words(served)),
                    Cell.of(served.supply().served()),
                    Cell.of(served.supply().unmet()),
                    Cell.of(served.supply().share()));
        }
        return table;
    }

    /** What for, and where if there is more than one consumer. */
    private String words(Delivery.Served served) {
        boolean one = answer.demands().stream()
                        .map(Delivery.Served::consumer)
                        .distinct()
                        .count()
                == 1;
        return one
                ? served.application()
                : "%s in %s".formatted(served.application(), Names.inSentence(name(served.consumer())));
    }

    private Ribbons trail() {
        Map<DemandId, String> uses =
                answer.demands().stream().collect(ImmutableMap.toImmutableMap(Delivery.Served::demand, this::words));
        return Leg.picture(
                shown("Where it comes from, in tons served, if all share, mixed in proportion"),
                unit,
                answer.trail(),
                ImmutableList.of(),
                answer.grounds(),
                demand -> uses.getOrDefault(demand, demand.value()));
    }

    private String method() {
        return "Best the world could do under the rules of the day; %s. %s Results are annual rates, as if the rules lasted. Method: %s."
                .formatted(answer.question().conditions(), answer.grounds().exactness(), Delivery.METHOD);
    }
}
