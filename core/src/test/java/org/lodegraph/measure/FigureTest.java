package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Figures: somebody said them, and unknown is never zero. */
class FigureTest {

    private static final Source USGS =
            Source.of("usgs-mcs2026", "Mineral Commodity Summaries").by("USGS").edition("2026");

    @Test
    void aReportedFigureIsReadAtAnyEnd() {
        Figure china = Figure.figure(900, Unit.T_PER_A, USGS.at("gallium"));

        assertThat(china.isKnown()).isTrue();
        assertThat(china.status()).isEqualTo(Figure.Status.REPORTED);
        assertThat(china.range()).isEqualTo(Range.exactly(900, Unit.T_PER_A));
        assertThat(china.at(Reading.HIGH, Unit.KT_PER_A)).isEqualTo(0.9);
        assertThat(china.source().citation()).isEqualTo("USGS, Mineral Commodity Summaries, 2026, gallium");
        assertThat(china).hasToString("900 t/a (reported, usgs-mcs2026)");
    }

    @Test
    void anEstimateHasARange() {
        Figure circuits = Figure.estimated(Spread.triangular(3, 10, 19), Unit.T_PER_A, USGS);

        assertThat(circuits.at(Reading.CENTRAL)).isEqualTo(10);
        assertThat(circuits.range()).isEqualTo(new Range(3, 19, Unit.T_PER_A));
        assertThat(circuits).hasToString("3 to 19 t/a (estimated, usgs-mcs2026)");
        assertThat(circuits.map(spread -> spread.times(2)).range()).isEqualTo(new Range(6, 38, Unit.T_PER_A));
        assertThat(circuits.map(spread -> spread.times(2)).source()).isEqualTo(USGS);
    }

    @Test
    void anAssumptionSaysWhy() {
        Figure rest = Figure.assumed(Spread.exact(800), Unit.T_PER_A, Source.ASSUMPTION, "made less what is listed");

        assertThat(rest.note()).isEqualTo("made less what is listed");
        assertThat(rest.status()).isEqualTo(Figure.Status.ASSUMED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.assumed(Spread.exact(8), Unit.T_PER_A, Source.ASSUMPTION, " "))
                .withMessage("Figure Exact[value=8.0] t/a: status ASSUMED with note ' '. Maybe say why it is assumed.");
    }

    @Test
    void aStatedFigureNamesTheCaller() {
        assertThat(Figure.stated(0.9, Unit.SHARE)).hasToString("90.0 % (reported, stated)");
        assertThat(Figure.stated(0.9, Unit.SHARE).noting("own plant").note()).isEqualTo("own plant");
    }

    @ParameterizedTest
    @EnumSource
    void unknownIsNeverANumber(Reading reading) {
        Figure withheld = Figure.unknown(Unit.T_PER_A, "withheld by the publisher");

        assertThatExceptionOfType(UnknownFigureException.class)
                .isThrownBy(() -> withheld.at(reading))
                .withMessage("Figure in t/a: unknown (withheld by the publisher)."
                        + " Maybe ask for a range, which reads it as an interval.");
        assertThatExceptionOfType(UnknownFigureException.class).isThrownBy(() -> withheld.at(reading, Unit.KT_PER_A));
        assertThatExceptionOfType(UnknownFigureException.class).isThrownBy(withheld::range);
    }

    @Test
    void unknownStaysUnknown() {
        Figure withheld = Figure.unknown(Unit.T_PER_A, "withheld");

        assertThat(withheld.isKnown()).isFalse();
        assertThat(withheld.status()).isEqualTo(Figure.Status.UNKNOWN);
        assertThat(withheld.map(spread -> Spread.exact(0))).isSameAs(withheld);
        assertThat(withheld).hasToString("unknown t/a (withheld)");
    }

    @Test
    void unknownHasAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.unknown(Unit.T_PER_A, ""))
                .withMessage("Figure in t/a: unknown without a reason. Maybe \"not published\" or \"withheld\".");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Figure.Known(Spread.exact(0), Unit.T_PER_A, USGS, Figure.Status.UNKNOWN, "withheld"))
                .withMessage("Figure Exact[value=0.0] t/a: status UNKNOWN with note 'withheld'."
                        + " Maybe use Figure.unknown.");
    }

    @Test
    void aSourceIsBuiltByCopies() {
        Source source = USGS.at("table 3").url("https://example.org").licensed("US public domain", "");

        assertThat(source)
                .isEqualTo(new Source(
                        "usgs-mcs2026",
                        "USGS",
                        "Mineral Commodity Summaries",
                        "2026",
                        "table 3",
                        "https://example.org",
                        "US public domain",
                        ""));
        assertThat(source).hasToString("USGS, Mineral Commodity Summaries, 2026, table 3");
        assertThat(Source.STATED).hasToString("stated by the caller, no publication named");
    }

    @Test
    void aSourceHasAnIdAndATitle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Source.of("usgs", " "))
                .withMessage("Source 'usgs': id or title is blank (title: ' ')."
                        + " Maybe Source.of(\"usgs-mcs2026\", \"Mineral Commodity Summaries\").");
    }
}
