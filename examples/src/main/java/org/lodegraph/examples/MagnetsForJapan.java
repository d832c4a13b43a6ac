package org.lodegraph.examples;

import java.util.List;
import java.util.stream.Collectors;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Chokepoints.Chokepoint;
import org.lodegraph.query.Exposure;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * What are Japan's rare-earth magnets most exposed to: mines, separation, or makers of magnets? Japan has makers
 * of its own.
 *
 * @param choked what the loss of each country at a stage costs Japan
 * @param hands through whose hands its supply passes
 */
record MagnetsForJapan(Chokepoints.Answer choked, Exposure.Answer hands) implements Showable {

    private static final int YEAR = 2024;
    private static final Target JAPAN = Target.of(Ids.material("ndfeb-magnets"), Ids.country("JPN"));
    private static final Delivery DELIVERY = Delivery.to(JAPAN);
    private static final Share NOTICED = Share.percent(5);

    static MagnetsForJapan of() {
        SupplyChain chain = Reference.chain(YEAR, JAPAN.material().value());
        return new MagnetsForJapan(
                chain.ask(Chokepoints.of(DELIVERY).atLeast(NOTICED).cutsUpTo(2)), chain.ask(Exposure.of(DELIVERY)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** Which stage costs most. */
    String headline() {
        return "Of %s t of magnets a year, Japan would lose most without %s: %s even if it outbids everybody, %s if all share. %s"
                .formatted(
                        choked.before().served().text(),
                        choked.chokepoints().get(0).name(),
                        choked.chokepoints().get(0).loss().share(),
                        choked.chokepoints().get(0).shared().share(),
                        choked.cuts().isEmpty()
                                ? "No country at any stage, and no two of them, can cut it off."
                                : "Nothing is left without " + choked.cuts() + ".");
    }

    /** Through whose hands supply passes. */
    String passage() {
        return "Through these pass most of what Japan gets: %s."
                .formatted(hands.rows().stream()
                        .limit(3)
                        .map(each -> "%s (%s)".formatted(hands.groups().get(each.group()), each.share()))
                        .collect(Collectors.joining(", ")));
    }

    /** The loss of a country at a stage, such as {@code CHN component}. */
    List<Range> lost(String group) {
        Chokepoint found = choked.find(group).orElseThrow();
        return List.of(found.loss().share(), found.shared().share());
    }

    @Override
    public Report show() {
        Table table = Table.of(
                Caption.of("What Japan loses without a country at a stage, of magnets")
                        .basis("t/a")
                        .year(YEAR)
                        .computedFrom(choked.grounds().sources()),
                Table.Column.text("country, stage"),
                Table.Column.share("outbidding all"),
                Table.Column.share("if all share"));
        for (Chokepoint each : choked.chokepoints()) {
            table = table.row(
                    Cell.text(each.name()),
                    Cell.of(each.loss().share()),
                    Cell.of(each.shared().share()));
        }
        return choked.grounds()
                .under(
                        Report.of(
                                "What are Japan's magnets most exposed to?",
                                Note.finding(headline()),
                                table,
                                Note.finding(passage())),
                        "What is lost is lost for everybody, and no control is in force. Makers outside China and Japan's use are assumed ranges, because nobody publishes them, so these answers are wide; heavy rare earths are not split. Smaller losses than %s are left out. Ranges span readings of the figures that were tried, what is lost against what stands in for it; something between could reach further. Methods: %s, %s."
                                .formatted(NOTICED, Chokepoints.METHOD, Exposure.METHOD));
    }
}
