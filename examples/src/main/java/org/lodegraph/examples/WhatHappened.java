package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Change;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Line;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;

/**
 * The record beside the model: what arrived in the United States, what others than China made, and the smallest leak,
 * recycling or stock that explains the difference.
 *
 * @param metal of what
 * @param years the record
 * @param leak the smallest leak through a ban that reaches through processing
 * @param licensed the smallest part that licences let through to others, if processing ends the ban's hold
 * @param recycled the smallest recycling abroad, if nothing leaves China
 * @param drawn the smallest stock abroad of metal fit for use, if nothing leaves China
 */
record WhatHappened(Metal metal, List<Year> years, Passing leak, Passing licensed, Passing recycled, Passing drawn)
        implements Showable {

    /** The last year of the record, for most of which the ban held. */
    static final int BANNED_YEAR = 2025;

    private static final double A_LITTLE_LESS = 0.999;
    private static final double ONE_YEAR = 1;
    /** Consumers outside China and the United States. */
    private static final CountryId ABROAD = Ids.country("XOC");

    /**
     * One year.
     *
     * @param year the year
     * @param imports what the United States imported
     * @param elsewhere what everybody but China and the United States made
     * @param exports what China exported; empty if no figure was read
     */
    record Year(int year, Range imports, Range elsewhere, Optional<Range> exports) {

        /** China's exports as a share of what they were before the first control. */
        Optional<Range> passing(Metal metal) {
            double before = metal.exportsBefore().at(Reading.CENTRAL);
            return exports.map(tons -> Range.spanning(tons.low() / before, tons.high() / before, Unit.SHARE));
        }

        /** What imports exceed all that was made elsewhere by; zero if they do not. */
        double beyond() {
            return Math.max(0, imports.low() - elsewhere.high());
        }

        /** What imports exceed it by if all of it is read at its least favorable end. */
        double unexplained() {
            return Math.max(0, imports.high() - elsewhere.low());
        }
    }

    /**
     * One explanation of the imports, measured in China's former exports, that would do alone.
     *
     * @param share the smallest that explains the imports
     * @param baseline what it is a share of
     * @param shortAt what stays unexplained if that share passes, asked again
     * @param shortBelow what stays unexplained if a thousandth less passes
     */
    record Passing(double share, Figure baseline, Range shortAt, Range shortBelow) {

        /** The share in t/a. */
        double tons() {
            return share * baseline.at(Reading.CENTRAL);
        }
    }

    /** Copies the list. */
    WhatHappened {
        years = List.copyOf(years);
    }

    static WhatHappened of(Metal metal) {
        List<Year> years = new ArrayList<>();
        for (int year = Reference.FIRST_YEAR; year <= Reference.LAST_YEAR; year++) {
            years.add(new Year(year, metal.imports(year), elsewhere(metal, metal.chain(year)), metal.exports(year)));
        }
        Change nothingLeaves = chain -> chain.with(Regime.licences(0), Regime.ban(Policy.Reach.THROUGH_PROCESSING));
        return new WhatHappened(
                metal,
                years,
                passing(
                        metal,
                        share -> chain -> chain.with(
                                Regime.licences(1), Regime.leakingBan(metal, Policy.Reach.THROUGH_PROCESSING, share))),
                passing(
                        metal,
                        share -> chain ->
                                chain.with(Regime.licences(share), Regime.ban(Policy.Reach.ENDS_AT_PROCESSING))),
                passing(metal, share -> chain -> chain.with(nothingLeaves, recycling(metal, share))),
                passing(metal, share -> chain -> chain.with(nothingLeaves, stock(metal, share))));
    }

    private static Change recycling(Metal metal, double share) {
        return Add.of(Facility.at("scrap-abroad", ABROAD)
                .line(Line.of(
                        metal.recycling(),
                        Capacity.nameplate(
                                part(metal, share, metal.exportsBefore().unit())))));
    }

    private static Change stock(Metal metal, double share) {
        Unit tons = Unit.T.of(metal.exportsBefore().unit().basis());
        return Add.of(Stock.of("stocks-abroad", metal.wanted().value(), ABROAD, part(metal, share, tons)));
    }

    private static Figure part(Metal metal, double share, Unit unit) {
        return Figure.assumed(
                Spread.exact(share * metal.exportsBefore().at(Reading.CENTRAL)), unit, Source.ASSUMPTION, "what if");
    }

    /** What the United States make is no import of theirs. */
    private static Range elsewhere(Metal metal, SupplyChain chain) {
        Concentration.Answer made = chain.ask(Concentration.of(metal.made()));
        return made.holders().stream()
                .filter(holder ->
                        !holder.id().equals(Metal.CHINA) && !holder.id().equals(Metal.USA))
                .map(Concentration.Holder::amount)
                .reduce(made.others(), Range::plus);
    }

    /**
     * The year of the ban with imports as what is wanted: nobody makes more than was made, and scrap and stocks at home,
     * which are not imported, are left out.
     */
    static SupplyChain imported(Metal metal) {
        SupplyChain chain = metal.chain(BANNED_YEAR)
                .at(ControlDays.LAST_OF_BAN)
                .with(Regime.asMade(metal), Lose.of(Lines.of(Metal.USA, Ids.recipe(metal.recycling()))));
        List<Demand> demands = chain.demandsOf(metal.target());
        double wanted = demands.stream()
                .mapToDouble(demand -> demand.rate().at(Reading.CENTRAL))
                .sum();
        double factor = metal.imports(BANNED_YEAR).low() / wanted;
        SupplyChain.Builder scaled = chain.toBuilder();
        demands.forEach(demand ->
                scaled.put(demand.withRate(demand.rate().map(spread -> Spread.exact(spread.central() * factor)))));
        chain.stocks().values().stream()
                .filter(stock -> stock.kind() == Stock.Kind.ABOVE_GROUND && metal.moves(stock.material()))
                .forEach(stock -> scaled.put(stock.withAmount(
                        Figure.assumed(Spread.exact(0), stock.amount().unit(), Source.ASSUMPTION, "not imported"))));
        return scaled.build();
    }

    private static Passing passing(Metal metal, DoubleFunction<Change> explanation) {
        SupplyChain seen = imported(metal);
        Delivery delivery = Delivery.to(metal.target()).drawingStocksOver(ONE_YEAR);
        DoubleFunction<Range> unmet =
                share -> seen.with(explanation.apply(share)).ask(delivery).unmet();
        double share = Leakage.smallest(part -> unmet.apply(part).low());
        return new Passing(share, metal.exportsBefore(), unmet.apply(share), unmet.apply(share * A_LITTLE_LESS));
    }

    /** The year of the ban. */
    Year banned() {
        return years.get(years.size() - 1);
    }

    @Override
    public Report show() {
        return WhatHappenedReport.of(this);
    }
}
