package org.lodegraph.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Change;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * What reaches the United States on the days around each control, as annual rates as if the day's rules lasted.
 *
 * @param metal of what
 * @param days the days, in order; the ban is read both ways
 * @param worst the ban in its far reading, no licence for anybody, and nobody outside China makes more than before
 * @param stocks the same, with the stocks of consumers drawn over one year
 */
record ControlDays(Metal metal, List<Day> days, Delivery.Answer worst, Delivery.Answer stocks) implements Showable {

    /** The day before the first control. */
    static final LocalDate FREE = LocalDate.of(2023, 7, 31);
    /** Licences for all exports. */
    static final LocalDate LICENSED = LocalDate.of(2023, 8, 1);
    /** The day before the ban. */
    static final LocalDate BEFORE_BAN = LocalDate.of(2024, 12, 2);
    /** The ban toward the United States. */
    static final LocalDate BANNED = LocalDate.of(2024, 12, 3);
    /** The last day of the ban. */
    static final LocalDate LAST_OF_BAN = LocalDate.of(2025, 11, 8);
    /** The ban is suspended; licences are still needed. */
    static final LocalDate SUSPENDED = LocalDate.of(2025, 11, 9);

    private static final double STOCK_YEARS = 1;

    /**
     * One day under one reading of the rules.
     *
     * @param date the day
     * @param rules what holds, for people
     * @param reach how far the ban reaches, if it holds
     * @param best every line outside works up to its capacity
     * @param asMade no line makes more of the metal than in the year of the figures
     */
    record Day(LocalDate date, String rules, Policy.Reach reach, Delivery.Answer best, Delivery.Answer asMade) {}

    /** Copies the list. */
    ControlDays {
        days = List.copyOf(days);
    }

    static ControlDays of(Metal metal, Run run) {
        List<Supplier<Day>> days = new ArrayList<>();
        days.add(day(metal, FREE, "no control", Policy.Reach.ENDS_AT_PROCESSING));
        days.add(day(metal, LICENSED, "licences", Policy.Reach.ENDS_AT_PROCESSING));
        days.add(day(metal, BEFORE_BAN, "licences", Policy.Reach.ENDS_AT_PROCESSING));
        for (LocalDate banned : List.of(BANNED, LAST_OF_BAN)) {
            days.add(day(metal, banned, "ban, ends at processing", Policy.Reach.ENDS_AT_PROCESSING));
            days.add(day(metal, banned, "ban, reaches through", Policy.Reach.THROUGH_PROCESSING));
        }
        days.add(day(metal, SUSPENDED, "licences, ban suspended", Policy.Reach.ENDS_AT_PROCESSING));
        Delivery delivery = Delivery.to(metal.target());
        SupplyChain worst = metal.chain(BANNED.getYear())
                .with(Regime.licences(0), Regime.ban(Policy.Reach.THROUGH_PROCESSING), Regime.asMade(metal))
                .at(BANNED);
        return new ControlDays(
                metal,
                run.all("days of " + metal, days),
                worst.ask(delivery, run),
                worst.ask(delivery.drawingStocksOver(STOCK_YEARS), run));
    }

    private static Supplier<Day> day(Metal metal, LocalDate date, String rules, Policy.Reach reach) {
        return () -> {
            Delivery delivery = Delivery.to(metal.target());
            return new Day(
                    date,
                    rules,
                    reach,
                    on(metal, date, reach).ask(delivery),
                    on(metal, date, reach, Regime.asMade(metal)).ask(delivery));
        };
    }

    /** The chain of the day's year under the rules of the day; the windows of the controls say which hold. */
    static SupplyChain on(Metal metal, LocalDate date, Policy.Reach reach, Change... changes) {
        return metal.chain(date.getYear())
                .with(Regime.licences(), Regime.ban(reach))
                .with(changes)
                .at(date);
    }

    /** A day under a reading of the ban. */
    Day day(LocalDate date, Policy.Reach reach) {
        return days.stream()
                .filter(day -> day.date().equals(date) && day.reach() == reach)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Day '%s': not among the days. Maybe one of %s."
                        .formatted(date, days.stream().map(Day::date).toList())));
    }

    /** Everybody whose figures the answers use. */
    Set<Source> sources() {
        Set<Source> all = new LinkedHashSet<>();
        answers().forEach(answer -> all.addAll(answer.sources()));
        return all;
    }

    Stream<Delivery.Answer> answers() {
        return Stream.concat(
                days.stream().flatMap(day -> Stream.of(day.best(), day.asMade())), Stream.of(worst, stocks));
    }

    @Override
    public Report show() {
        return ControlDaysReport.of(this);
    }
}
