package org.lodegraph.measure;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who holds how much of one whole, and what follows from it: shares, top-N, HHI, effective suppliers. Amounts may be exact,
 * ranges, unknown, or lumped together. Whatever is not known makes the answer an interval: it encloses every way to complete
 * the amounts, and each end is attained by one, or is the limit of some (a mass spread over ever more hands, an unknown
 * amount that grows without limit).
 *
 * <p>Shares are shares of the row sum, never of a rounded world total. A published total narrows what is unknown; where it
 * cannot be met by any completion it is left out of account, and {@link #conflict()} says so.
 *
 * @param holders named holders and their amounts, not negative; a withheld amount is {@link Range#unknown}
 * @param others what belongs to holders of whom none is named here, such as "other countries"; they may be one or many
 * @param unattributed what belongs to anybody, named or not
 * @param published the published total, as a range if it was rounded
 */
public record Shares(Map<String, Range> holders, Range others, Range unattributed, Optional<Range> published) {

    private static final double ROUNDING = 1e-9;
    private static final Completions.Measure HHI = new Completions.Hhi();

    /**
     * Checks signs and units, and that there is something to share.
     *
     * @throws IllegalArgumentException if an amount is negative or in another unit, or all amounts are zero
     */
    public Shares {
        holders = ImmutableMap.copyOf(holders);
        Unit unit = others.unit();
        double most = check("others", others, unit) + check("unattributed", unattributed, unit);
        for (Map.Entry<String, Range> holder : holders.entrySet()) {
            most += check(holder.getKey(), holder.getValue(), unit);
        }
        if (most == 0
                || published.map(total -> check("published total", total, unit)).orElse(most) == 0) {
            throw new IllegalArgumentException(
                    "Shares of %s: all amounts or their total are zero, so there are no shares. Maybe a stage or year without output."
                            .formatted(holders.keySet()));
        }
    }

    private static double check(String name, Range amount, Unit unit) {
        if (!(amount.low() >= 0)
                || Double.isInfinite(amount.low())
                || !amount.unit().equals(unit)) {
            throw new IllegalArgumentException(
                    "Share holder '%s': holds %s, not an amount in %s. Maybe a sign, a unit or a basis is wrong."
                            .formatted(name, amount, unit));
        }
        return amount.high();
    }

    /**
     * Shares among named holders; what else there is follows by copies.
     *
     * @param holders at least one named holder with an amount; all in one unit
     * @return the shares
     * @throws IllegalArgumentException as the constructor does, or if there is no holder
     */
    public static Shares of(Map<String, Range> holders) {
        Unit unit = holders.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Shares: nobody holds anything. Maybe a stage or year without rows."))
                .unit();
        Range nothing = Range.exactly(0, unit);
        return new Shares(holders, nothing, nothing, Optional.empty());
    }

    /**
     * A copy with a mass that belongs to holders of whom none is named.
     *
     * @param amount all of theirs together
     * @return the copy
     */
    public Shares others(Range amount) {
        return new Shares(holders, amount, unattributed, published);
    }

    /**
     * A copy with a mass that may belong to anybody.
     *
     * @param amount the mass
     * @return the copy
     */
    public Shares unattributed(Range amount) {
        return new Shares(holders, others, amount, published);
    }

    /**
     * A copy with a published total.
     *
     * @param total the total; a range as wide as its rounding
     * @return the copy
     */
    public Shares outOf(Range total) {
        return new Shares(holders, others, unattributed, Optional.of(total));
    }

    /**
     * The holders, largest first: by the middle of their ranges, equals by name.
     *
     * @return the names
     */
    public List<String> ranked() {
        return holders.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Range>>comparingDouble(holder ->
                                -holder.getValue().low() - holder.getValue().high())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .collect(toImmutableList());
    }

    /**
     * The sum of all rows, as far as a published total that can be met narrows it.
     *
     * @return the whole of which the shares are shares
     */
    public Range sum() {
        Range rows = rows();
        if (published.isEmpty() || conflict().isPresent()) {
            return rows;
        }
        Range total = published.orElseThrow();
        return new Range(
                Math.max(rows.low(), Math.min(total.low(), rows.high())),
                Math.min(rows.high(), Math.max(total.high(), rows.low())),
                rows.unit());
    }

    /**
     * Whether rows and published total contradict each other. Nothing is repaired: shares then are of the rows alone.
     *
     * @return what does not fit; empty if all fits, or no total was published
     */
    public Optional<String> conflict() {
        Range rows = rows();
        return published
                .filter(total ->
                        rows.low() > total.high() * (1 + ROUNDING) || rows.high() < total.low() * (1 - ROUNDING))
                .map(total -> "Shares: the rows add up to %s, the published total is %s. Maybe %s."
                        .formatted(
                                rows,
                                total,
                                rows.low() > total.high()
                                        ? "a row is counted twice, or the total is rounded"
                                        : "a row is missing, or the total is rounded"));
    }

    private Range rows() {
        double low = others.low() + unattributed.low();
        double high = others.high() + unattributed.high();
        for (Range amount : holders.values()) {
            low += amount.low();
            high += amount.high();
        }
        return new Range(low, high, others.unit());
    }

    /**
     * The Herfindahl-Hirschman index: the sum of squared shares, 1 for a monopoly, 1/n for n equals, towards 0 for many
     * (Hirschman 1945, <i>National Power and the Structure of Foreign Trade</i>; Herfindahl 1950, <i>Concentration in the
     * U.S. Steel Industry</i>).
     *
     * @return 0..1; printed beside 0..10,000
     */
    public Range hhi() {
        Completions completions = Completions.of(this);
        return Range.spanning(completions.least(HHI), completions.most(HHI), Unit.ONE);
    }

    /**
     * The sum of squared shares, each times a weight such as a governance index. Only holders with a weight enter; say beside
     * it what part of the whole they hold: {@link #together}.
     *
     * @param weights a weight per holder, not negative; a holder whose weight is missing is left out
     * @return on the scale of the weights
     * @throws IllegalArgumentException if a weight is negative or not finite, or no holder has one
     */
    public Range hhi(Map<String, Double> weights) {
        Completions completions = Completions.weighted(this, weights);
        return Range.spanning(completions.least(HHI), completions.most(HHI), Unit.ONE);
    }

    /**
     * How many holders of equal size would be as concentrated: 1/HHI, the effective number of Laakso and Taagepera (1979,
     * DOI 10.1177/001041407901200101), which is Hill's diversity of order 2 (1973, DOI 10.2307/1934352).
     *
     * @return 1 for a monopoly; unlimited if a mass may be spread over any number of hands
     */
    public Range effectiveSuppliers() {
        Completions completions = Completions.of(this);
        return Range.spanning(1 / completions.most(HHI), 1 / completions.least(HHI), Unit.ONE);
    }

    /**
     * The share of the n largest holders, whoever they are.
     *
     * @param n how many; at least 1
     * @return their share together
     * @throws IllegalArgumentException if n is below 1
     */
    public Range top(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Top-N share: N is %s. Maybe 1 or 3.".formatted(n));
        }
        Completions completions = Completions.of(this);
        Completions.Measure top = new Completions.Top(n);
        return Range.spanning(completions.least(top), completions.most(top), Unit.SHARE);
    }

    /**
     * The share of one holder.
     *
     * @param holder the name
     * @return the share
     * @throws IllegalArgumentException if nobody is called so
     */
    public Range share(String holder) {
        return together(List.of(holder));
    }

    /**
     * The share of several holders together.
     *
     * @param names their names; doubles count once
     * @return the share
     * @throws IllegalArgumentException if nobody is called so
     */
    public Range together(Collection<String> names) {
        requireHolders(names);
        Range ours = Range.exactly(0, others.unit());
        Range rest = others;
        for (Map.Entry<String, Range> holder : holders.entrySet()) {
            if (names.contains(holder.getKey())) {
                ours = ours.plus(holder.getValue());
            } else {
                rest = rest.plus(holder.getValue());
            }
        }
        return part(ours, rest);
    }

    /**
     * The share of the holders of whom none is named, all together.
     *
     * @return the share
     */
    public Range shareOfOthers() {
        return part(others, named(List.of()));
    }

    /**
     * What one holder has, as far as a published total that can be met narrows it: no more than it leaves beside the least of
     * all others, no less than is missing beside their most.
     *
     * @param holder the name
     * @return the amount
     * @throws IllegalArgumentException if nobody is called so
     */
    public Range amount(String holder) {
        requireHolders(List.of(holder));
        return narrowed(
                Objects.requireNonNull(holders.get(holder)),
                named(List.of(holder)).plus(others).plus(unattributed));
    }

    /**
     * What the holders have of whom none is named, as far as a published total narrows it.
     *
     * @return the amount
     */
    public Range amountOfOthers() {
        return narrowed(others, named(List.of()).plus(unattributed));
    }

    /**
     * What may be anybody's, as far as a published total narrows it.
     *
     * @return the amount
     */
    public Range amountOfAnybody() {
        return narrowed(unattributed, named(List.of()).plus(others));
    }

    private void requireHolders(Collection<String> names) {
        for (String name : names) {
            if (!holders.containsKey(name)) {
                throw new IllegalArgumentException(
                        "Share holder '%s': not among the holders. Maybe one of %s.".formatted(name, ranked()));
            }
        }
    }

    private Range narrowed(Range ours, Range rest) {
        if (published.isEmpty()) {
            return ours;
        }
        Range sum = sum();
        double low = Math.min(ours.high(), Math.max(ours.low(), sum.low() - rest.high()));
        return new Range(low, Math.max(low, Math.min(ours.high(), sum.high() - rest.low())), ours.unit());
    }

    /** What all named holders have, some of them left out. */
    private Range named(Collection<String> without) {
        Range named = Range.exactly(0, others.unit());
        for (Map.Entry<String, Range> holder : holders.entrySet()) {
            if (!without.contains(holder.getKey())) {
                named = named.plus(holder.getValue());
            }
        }
        return named;
    }

    /** A share rises with its own amount and falls with the rest: one end has most of the one and least of the other. */
    private Range part(Range ours, Range rest) {
        Range sum = sum();
        Range fed = ours.plus(unattributed);
        double much = Math.min(fed.high(), sum.high() - rest.low());
        double high = much == 0 ? 0 : much / Math.max(much + rest.low(), sum.low());
        Range starving = rest.plus(unattributed);
        double little = Math.max(ours.low(), sum.low() - starving.high());
        double whole = Math.min(little + starving.high(), sum.high());
        double low = whole == 0 ? 1 : little / whole;
        return Range.spanning(low, Double.isInfinite(much) ? 1 : high, Unit.SHARE);
    }
}
