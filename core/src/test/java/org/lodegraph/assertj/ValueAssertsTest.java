package org.lodegraph.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.assertj.LodegraphAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;

/** Ranges and figures. */
class ValueAssertsTest {

    private static final Range TONS = new Range(20, 40, Unit.T_PER_A);
    private static final Figure GUESS =
            Figure.assumed(Spread.between(20, 40), Unit.T_PER_A, Source.ASSUMPTION, "a guess");

    @Test
    void aRangeHoldsThroughoutOrSomewhere() {
        assertThat(TONS).isAtLeast(20).isAtMost(40).isPossiblyAtLeast(40).isPossiblyAtMost(20);
        assertThat(Range.exactly(1.0 / 3, Unit.SHARE)).isExactly(0.333333333);

        assertThat(Messages.of(() -> assertThat(TONS).isAtLeast(20.5)))
                .isEqualTo("Range '20 to 40 t/a': is not surely at least 20.5.");
        assertThat(Messages.of(() -> assertThat(TONS).isAtMost(39.5)))
                .isEqualTo("Range '20 to 40 t/a': is not surely at most 39.5.");
        assertThat(Messages.of(() -> assertThat(TONS).isPossiblyAtLeast(40.5)))
                .isEqualTo("Range '20 to 40 t/a': is nowhere at least 40.5.");
        assertThat(Messages.of(() -> assertThat(TONS).isPossiblyAtMost(19.5)))
                .isEqualTo("Range '20 to 40 t/a': is nowhere at most 19.5.");
        assertThat(Messages.of(() -> assertThat(TONS).isExactly(20)))
                .isEqualTo("Range '20 to 40 t/a': is not exactly 20.");
        assertThat(Messages.of(() -> assertThat(TONS).isExactly(40)))
                .isEqualTo("Range '20 to 40 t/a': is not exactly 40.");
        assertThat(Messages.of(() -> assertThat(new Range(0.5, 0.6, Unit.SHARE))
                        .as("share of China")
                        .isAtMost(0.55)))
                .isEqualTo("[share of China] Range '50.0 % to 60.0 %': is not surely at most 55.0 %.");
    }

    @Test
    void aFigureIsSaidBySomebody() {
        Figure published = Figure.figure(30, Unit.T_PER_A, TwoSmelters.SURVEY);
        assertThat(published).isKnown().isCited().isNotAssumed().comesFrom("survey");
        assertThat(published).range().isExactly(30);

        assertThat(Messages.of(() ->
                        assertThat(Figure.unknown(Unit.T_PER_A, "withheld")).isKnown()))
                .isEqualTo(
                        "Figure 'unknown t/a (withheld)': is unknown (source: stated by the caller, no publication named).");
        assertThat(Messages.of(() -> assertThat(Figure.stated(30, Unit.T_PER_A)).isCited()))
                .isEqualTo(
                        "Figure '30 t/a (reported, stated)': names no publication (source: stated by the caller, no publication named).");
        assertThat(Messages.of(() -> assertThat(GUESS).isCited()))
                .isEqualTo(
                        "Figure '20 to 40 t/a (assumed, assumption)': names no publication (source: assumed, no publication has this number). Note: a guess.");
        assertThat(Messages.of(() -> assertThat(GUESS).isNotAssumed()))
                .isEqualTo(
                        "Figure '20 to 40 t/a (assumed, assumption)': is taken for granted (source: assumed, no publication has this number). Note: a guess.");
        assertThat(Messages.of(() ->
                        assertThat(Figure.unknown(Unit.T_PER_A, "withheld")).isNotAssumed()))
                .isEqualTo(
                        "Figure 'unknown t/a (withheld)': is taken for granted (source: stated by the caller, no publication named).");
        assertThat(Messages.of(() -> assertThat(published).comesFrom("hearsay")))
                .isEqualTo(
                        "Figure '30 t/a (reported, survey)': does not come from 'hearsay' (source: Survey of smelters, 2025).");
    }
}
