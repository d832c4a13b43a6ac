package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.recipe;
import static org.lodegraph.model.Ids.stock;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Stage;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/** Stocks that flow. */
class ReleaseTest {

    private final SupplyChain chain = Gallium.chain();
    private final Release release =
            Release.of(stock("usa-ga")).atMost(Quantity.of(2, Unit.T)).over(73);

    /** 2 t over 73 days are 2 * 365 / 73 = 10 t/a; 1 t of 3 t is left. */
    @Test
    void theReleaseFlowsAtAYearlyRate() {
        SupplyChain released = chain.with(release);
        var flow = released.line(line("release-usa-ga/release-usa-ga"));

        assertThat(flow.country()).isEqualTo(country("USA"));
        assertThat(flow.line().capacity().nameplate().orElseThrow().range()).hasToString("10 t/a");
        assertThat(flow.line().output()).isEqualTo(flow.line().capacity().nameplate());
        assertThat(released.recipe(recipe("release-usa-ga")).inputs()).isEmpty();
        assertThat(released.recipe(recipe("release-usa-ga")).stage()).contains(Stage.RELEASE);
        assertThat(released.stock(stock("usa-ga")).amount().range()).hasToString("1 t");
    }

    @Test
    void allOfItIsReleasedUnlessSaid() {
        SupplyChain released = chain.with(Release.of(stock("usa-ga")));

        assertThat(released.line(line("release-usa-ga/release-usa-ga"))
                        .line()
                        .output()
                        .orElseThrow()
                        .range())
                .hasToString("3 t/a");
        assertThat(released.stock(stock("usa-ga")).amount().at(Reading.HIGH)).isZero();
    }

    /** Of 1..4 t at most 2 t leave: 1..2 t flow in a year, 0..2 t are left. */
    @Test
    void whatMayNotBeThereMayNotFlow() {
        SupplyChain unsure = with(Figure.estimated(Spread.between(1, 4), Unit.T, Gallium.USGS));

        SupplyChain released = unsure.with(release.over(365));

        assertThat(released.line(line("release-usa-ga/release-usa-ga"))
                        .line()
                        .output()
                        .orElseThrow()
                        .range())
                .hasToString("1 to 2 t/a");
        assertThat(released.stock(stock("usa-ga")).amount().range()).hasToString("0 to 2 t");
    }

    @Test
    void ofAnUnknownStockAnAmountMustBeSaid() {
        SupplyChain unknown = with(Figure.unknown(Unit.T, "secret"));

        assertThat(unknown.with(release).stock(stock("usa-ga")).amount().isKnown())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unknown.with(Release.of(stock("usa-ga"))))
                .withMessage("Stock 'usa-ga': cannot release all of stock usa-ga over 365 days:"
                        + " nobody knows what it holds. Maybe say how much, atMost(...).");
    }

    @Test
    void whatCannotBeReleasedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(release.atMost(Quantity.of(5, Unit.T))))
                .withMessage("Stock 'usa-ga': cannot release 5 t of stock usa-ga over 73 days:"
                        + " it holds 3 t. Maybe release no more than that.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(release, release))
                .withMessageEndingWith("an earlier step has released from it. Maybe release the sum in one step.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.toBuilder()
                        .put(chain.stock(stock("usa-ga")).kind(Stock.Kind.IN_GROUND))
                        .build()
                        .with(release))
                .withMessageEndingWith("it is IN_GROUND. Maybe release a stock that is ABOVE_GROUND.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Release(stock("usa-ga"), Optional.empty(), 0))
                .withMessage("Release 'usa-ga': nothing is released (amount all, days 0). Maybe leave the step out.");
    }

    private SupplyChain with(Figure amount) {
        return chain.toBuilder()
                .put(chain.stock(stock("usa-ga")).withAmount(amount))
                .build();
    }
}
