package org.lodegraph.scenario;

import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Line;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.StockId;
import org.lodegraph.model.SupplyChain;

/**
 * A stock above ground flows out evenly over some days: {@code Release.of(stock("usa-nds")).over(180)}.
 *
 * <p>The flow shows as a facility {@code release-...} in the holder's country, whose one line runs a recipe without inputs; what
 * is left stays in the stock. So every question sees the release as a supply at a yearly rate, as if it lasted, without
 * being told of a period; and since its stage is {@link Stage#RELEASE}, nobody counts it as production.
 *
 * @param stock the stock
 * @param amount how much, in t on the material's basis; empty for all of it
 * @param days over how many days; a year has 365
 */
public record Release(StockId stock, Optional<Quantity> amount, int days) implements Step {

    private static final int DAYS_PER_YEAR = 365;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the amount or the number of days is not positive
     */
    public Release {
        if (days <= 0 || amount.map(most -> most.value() <= 0).orElse(false)) {
            throw new IllegalArgumentException(
                    "Release '%s': nothing is released (amount %s, days %s). Maybe leave the step out."
                            .formatted(stock, amount.map(Quantity::toString).orElse("all"), days));
        }
    }

    /** All of a stock over a year. */
    public static Release of(StockId stock) {
        return new Release(stock, Optional.empty(), DAYS_PER_YEAR);
    }

    /** A copy that releases no more than an amount. */
    public Release atMost(Quantity most) {
        return new Release(stock, Optional.of(most), days);
    }

    /** A copy over another number of days. */
    public Release over(int howMany) {
        return new Release(stock, amount, howMany);
    }

    /**
     * The chain in which the stock flows.
     *
     * @throws IllegalArgumentException if there is no such stock above ground, it holds less, nobody knows what it holds and
     *     the step does not say how much is released, or an earlier step has released from it
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        Stock store = chain.stock(stock);
        String id = "release-" + stock;
        if (store.kind() != Stock.Kind.ABOVE_GROUND) {
            throw refused("it is %s".formatted(store.kind()), "release a stock that is ABOVE_GROUND");
        }
        if (chain.facilities().containsKey(new FacilityId(id))) {
            throw refused("an earlier step has released from it", "release the sum in one step");
        }
        Split split = split(store);
        Unit rate = chain.material(store.material()).rateUnit();
        Figure flow = Figure.assumed(
                split.released.times((double) DAYS_PER_YEAR / days),
                rate,
                store.amount().source(),
                "step: " + this);
        Line line = Line.of(id, Capacity.nameplate(flow)).output(flow);
        Facility site = Facility.at(id, store.holder()).withOwner(store.owner()).line(line);
        return chain.toBuilder()
                .put(store.withAmount(split.left))
                .add(Recipe.of(id).makes(store.material().value()).stage(Stage.RELEASE))
                .add(site)
                .build();
    }

    private record Split(Spread released, Figure left) {}

    /** What leaves the stock, in t, and what stays in it. */
    private Split split(Stock store) {
        Figure held = store.amount();
        Unit tons = Unit.T.of(held.unit().basis());
        if (amount.isEmpty()) {
            if (!(held instanceof Figure.Known known)) {
                throw refused("nobody knows what it holds", "say how much, atMost(...)");
            }
            return new Split(known.spread().times(held.unit().factor()), Changed.zero(held.unit(), this));
        }
        double most = amount.orElseThrow().in(tons).value();
        if (!(held instanceof Figure.Known)) {
            return new Split(Spread.exact(most), held);
        }
        double low = held.at(Reading.LOW, tons);
        double high = held.at(Reading.HIGH, tons);
        if (most > high) {
            throw refused("it holds %s".formatted(held.range()), "release no more than that");
        }
        Spread left = Spread.between(Math.max(0, low - most), high - most);
        return new Split(
                Spread.between(Math.min(low, most), most), Figure.assumed(left, tons, held.source(), "step: " + this));
    }

    private IllegalArgumentException refused(String finding, String cure) {
        return new IllegalArgumentException(
                "Stock '%s': cannot %s: %s. Maybe %s.".formatted(stock, this, finding, cure));
    }

    @Override
    public String toString() {
        return "release %s of stock %s over %s days"
                .formatted(amount.map(Quantity::toString).orElse("all"), stock, days);
    }
}
