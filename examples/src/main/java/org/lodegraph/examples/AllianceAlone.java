package org.lodegraph.examples;

import java.util.stream.Collectors;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Ids;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.CapacityGaps;
import org.lodegraph.query.CapacityGaps.Answer;
import org.lodegraph.query.CapacityGaps.Partner;
import org.lodegraph.query.CapacityGaps.Rung;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Lose;

/**
 * What can the United States, Australia and the United Kingdom do alone, from ore to magnet, and which partner would add
 * most, if China is none?
 *
 * @param gaps where capacity is missing
 */
record AllianceAlone(Answer gaps) implements Showable {

    private static final int YEAR = 2024;
    private static final double WANTED = 10_000;
    private static final String MAGNETS = "ndfeb-magnets";

    static AllianceAlone of() {
        // Nobody publishes how many magnets they use, so a round number is asked for; needs grow in proportion to it.
        Demand demand = Demand.of(
                "alliance-magnets",
                MAGNETS,
                Metal.USA,
                Figure.assumed(
                        Spread.exact(WANTED),
                        Unit.T_PER_A,
                        Source.of("question", "The question"),
                        "a round number: no use of magnets is published for them"));
        SupplyChain chain = Reference.chain(YEAR, MAGNETS)
                .with(world -> world.toBuilder().add(demand).build(), Lose.of(Metal.CHINA));
        return new AllianceAlone(chain.ask(CapacityGaps.of(Target.of(Ids.material(MAGNETS), Metal.USA))
                .within(Metal.USA, Ids.country("AUS"), Ids.country("GBR"))
                .partnersUpTo(3)));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** How far they come, where they fall short, and who helps. */
    String headline() {
        Rung ore = gaps.rungs().get(0);
        Rung first = gaps.firstMissing().orElseThrow();
        return "Of %s of magnets the three can make %s alone. They dig enough ore (%s of the %s that it takes); the first stage that falls short is %s, of which %s are covered. China left out, %s."
                .formatted(
                        gaps.wanted(),
                        gaps.alone().served(),
                        ore.permitted(),
                        ore.need(),
                        gaps.grounds().name(first.material()),
                        first.covered(),
                        gaps.partners().stream()
                                .limit(3)
                                .map(partner -> "%s would add %s".formatted(name(partner), partner.added()))
                                .collect(Collectors.joining(", ")));
    }

    private String name(Partner partner) {
        return gaps.grounds().name(partner.country());
    }

    @Override
    public Report show() {
        return gaps.show().opening(Note.finding(headline()));
    }
}
