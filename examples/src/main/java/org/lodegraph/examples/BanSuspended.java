package org.lodegraph.examples;

import java.time.LocalDate;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Share;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Compare;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * What did the gallium of the United States gain on the day on which China suspended its ban? The last day of the ban beside
 * the day after, and beside a world without the licences too.
 *
 * @param days the last day of the ban, and what is another otherwise
 */
record BanSuspended(Compare.Answer days) implements Showable {

    private static final LocalDate LAST = LocalDate.of(2025, 11, 8);
    private static final String SUSPENDED = "the day after";
    private static final String FREE = "without licences too";

    static BanSuspended of() {
        SupplyChain free = Metal.GALLIUM.chain(Reference.LAST_YEAR).at(LAST);
        return new BanSuspended(free.with(Reference.controls("CN-2023-GAGE", "CN-2024-US-GAGESB"))
                .ask(Compare.of(Delivery.to(Metal.GALLIUM.target()))
                        .and(SUSPENDED, world -> world.at(LAST.plusDays(1)))
                        .and(FREE, world -> free)
                        .beyond(Share.percent(5))));
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    /** What moved, and what the figures cannot tell. */
    String headline() {
        Compare.Delta lack = days.side(FREE).deltas().stream()
                .filter(delta -> delta.place().endsWith("shared with all others: unmet"))
                .findFirst()
                .orElseThrow();
        return "On the day after China suspended its ban, %s numbers of the answer are others: licences remained, and what they let through is not published, from nothing to all of it. Without licences too, %s would be: what the United States lack if all share falls from %s to %s."
                .formatted(numbers(SUSPENDED), numbers(FREE), tons(lack.before()), tons(lack.after()));
    }

    private long numbers(String side) {
        return days.side(side).deltas().stream()
                .filter(delta -> Double.isFinite(delta.size()))
                .count();
    }

    private static String tons(Cell cell) {
        return Tons.text(((Cell.Amount) cell).range());
    }

    @Override
    public Report show() {
        return days.show().opening(Note.finding(headline()));
    }
}
