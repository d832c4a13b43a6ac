package org.lodegraph.examples;

import static org.lodegraph.model.Ids.recipe;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Fact;
import org.lodegraph.reference.Reference;
import org.lodegraph.reference.Substitute;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;

/**
 * What scrap and substitutes could give, as far as anybody has published it.
 *
 * @param metal of what
 * @param with nothing leaves China, nobody adds output
 * @param without the same, without recycling in the United States
 * @param facts published figures on scrap
 * @param substitutes published substitutes, without amounts
 */
record StandIns(
        Metal metal, Delivery.Answer with, Delivery.Answer without, List<Fact> facts, List<Substitute> substitutes)
        implements Showable {

    /** Copies the lists. */
    StandIns {
        facts = List.copyOf(facts);
        substitutes = List.copyOf(substitutes);
    }

    static StandIns of(Metal metal, Run run) {
        SupplyChain shut = metal.chain(ControlDays.BANNED.getYear())
                .with(Regime.licences(0), Regime.ban(Policy.Reach.THROUGH_PROCESSING), Regime.asMade(metal))
                .at(ControlDays.BANNED);
        Delivery delivery = Delivery.to(metal.target());
        return new StandIns(
                metal,
                shut.ask(delivery, run),
                shut.with(Lose.of(Lines.of(Metal.USA, recipe(metal.recycling()))))
                        .ask(delivery, run),
                Reference.facts().stream()
                        .filter(fact -> fact.material().equals(metal.made()) && isOnScrap(fact))
                        .toList(),
                Reference.substitutes().stream()
                        .filter(substitute -> substitute.material().equals(metal.made()))
                        .toList());
    }

    private static boolean isOnScrap(Fact fact) {
        return fact.id().contains("scrap") || fact.id().contains("recycled");
    }

    /** The sentence that matters most. */
    String headline() {
        return "%s scrap, with the figures of %s: if nothing leaves China and no line adds output, the United States are short of %s without recycling at home, and of %s with it. Substitutes: %s of %s uses listed have a full one; no source says how much of it replaces a ton, so none is counted."
                .formatted(
                        ControlDaysReport.capital(metal),
                        ControlDays.BANNED.getYear(),
                        Tons.text(without.unmet()),
                        Tons.text(with.unmet()),
                        uses(substitutes.stream().filter(StandIns::isFull)),
                        uses(substitutes.stream()));
    }

    private static long uses(Stream<Substitute> substitutes) {
        return substitutes.map(Substitute::application).distinct().count();
    }

    private static boolean isFull(Substitute substitute) {
        return substitute.grade() == Substitute.Grade.FULL;
    }

    @Override
    public Report show() {
        Table scrap = Table.of(
                Caption.of("What is published on scrap of " + metal).source("each row names its own"),
                Table.Column.text("what"),
                Table.Column.text("where"),
                Table.Column.text("year"),
                Table.Column.amount("figure"),
                Table.Column.text("source"));
        for (Fact fact : facts) {
            scrap = scrap.row(
                    Cell.text(fact.measure()),
                    Cell.text(Where.name(fact.country())),
                    Cell.text(Integer.toString(fact.year())),
                    Cell.of(fact.figure()),
                    Cell.text(fact.figure().source().publisher()
                            + " "
                            + fact.figure().source().edition()));
        }
        Table table = Table.of(
                Caption.of("Published substitutes for " + metal)
                        .source(substitutes.get(0).source()),
                Table.Column.text("use"),
                Table.Column.text("substitute"),
                Table.Column.text("how well"));
        for (Substitute substitute : substitutes) {
            table = table.row(
                    Cell.text(substitute.application()),
                    Cell.text(substitute.substitute()),
                    Cell.text(substitute.grade().name().toLowerCase(Locale.ROOT)));
        }
        return Report.of("What scrap and substitutes could give: " + metal, Note.finding(headline()), scrap, table)
                .citing(Stream.concat(
                                facts.stream().map(Fact::figure).map(Figure::source),
                                substitutes.stream().map(Substitute::source))
                        .toList());
    }
}
