package org.lodegraph.examples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.query.Exposure;
import org.lodegraph.query.Exposure.Exposed;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Grouping;

/**
 * What is the gallium of the United States most exposed to, and who else is exposed to that? Without any control in force:
 * what is lost is lost for everybody.
 *
 * @param places what its loss costs, by country and stage
 * @param technologies what its loss costs, by recipe
 * @param hands through whose hands supply passes
 */
record GalliumChokepoints(Chokepoints.Answer places, Chokepoints.Answer technologies, Exposure.Answer hands)
        implements Showable {

    private static final Metal METAL = Metal.GALLIUM;
    private static final Share NOTICED = Share.percent(1);

    static GalliumChokepoints of() {
        SupplyChain chain = METAL.chain(Reference.LAST_YEAR);
        Chokepoints question = Chokepoints.of(METAL.target()).atLeast(NOTICED).cutsUpTo(2);
        return new GalliumChokepoints(
                chain.ask(question),
                chain.ask(question.by(Grouping.RECIPE)),
                chain.ask(Exposure.of(METAL.target()).by(Grouping.COUNTRY)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** What can be cut, and what cannot. */
    String headline() {
        Chokepoint first = places.chokepoints().get(0);
        return "%s can cut the United States off gallium. The loss of %s costs them most: %s of %s even if they outbid everybody, %s if all share."
                .formatted(
                        places.cuts().isEmpty()
                                ? "No country at any stage, and no two of them,"
                                : "Only " + places.cuts(),
                        first.name(),
                        percent(first.loss().share()),
                        Tons.text(places.before().served()),
                        percent(first.shared().share()));
    }

    /** Who is exposed to China, most first. */
    String dependents() {
        return "Through China pass %s of what the United States get. To it are exposed, most first: %s."
                .formatted(
                        percent(hands.share(Metal.CHINA.value())),
                        exposedToChina().stream()
                                .map(each -> "%s (%s)".formatted(consumer(each.consumer()), percent(each.share())))
                                .collect(Collectors.joining(", ")));
    }

    private List<Exposed> exposedToChina() {
        return hands.to(Metal.CHINA.value());
    }

    private String consumer(Target target) {
        return "%s for %s"
                .formatted(
                        hands.grounds().name(target.consumer()), hands.grounds().name(target.material()));
    }

    private static String percent(Range share) {
        return share.text();
    }

    @Override
    public Report show() {
        return places.grounds()
                .under(
                        Report.of(
                                "What is the gallium of the United States most exposed to?",
                                Note.finding(headline()),
                                table("Without a country at a stage", "country, stage", places),
                                table("Without a technology", "recipe", technologies),
                                Note.finding(cuts().orElse("No technology cuts them off, nor do any two.")),
                                Note.finding(dependents())),
                        "What is lost is lost for everybody, and no control is in force. Shares are of the delivery before. Smaller losses than %s are left out. Ranges span readings of the figures that were tried, what is lost against what stands in for it; something between could reach further. Methods: %s, %s."
                                .formatted(NOTICED, Chokepoints.METHOD, Exposure.METHOD));
    }

    private Optional<String> cuts() {
        return technologies.cuts().isEmpty()
                ? Optional.empty()
                : Optional.of("Without these technologies nothing is left to derive it from: %s."
                        .formatted(technologies.cuts().stream()
                                .map(cut -> String.join(" with ", cut))
                                .collect(Collectors.joining("; "))));
    }

    private Table table(String title, String what, Chokepoints.Answer answer) {
        Table table = Table.of(
                Caption.of(title)
                        .basis(answer.before().served().unit().basis().toString())
                        .year(answer.grounds().year())
                        .computedFrom(answer.grounds().sources()),
                Table.Column.text(what),
                Table.Column.number("lost, outbidding all", Tons.UNIT),
                Table.Column.share("share"),
                Table.Column.number("lost, all share", Tons.UNIT),
                Table.Column.share("share"));
        for (Chokepoint each : answer.chokepoints()) {
            table = table.row(
                    Cell.text(each.name()),
                    Tons.cell(each.loss().lost()),
                    Cell.of(each.loss().share()),
                    Tons.cell(each.shared().lost()),
                    Cell.of(each.shared().share()));
        }
        return table;
    }
}
