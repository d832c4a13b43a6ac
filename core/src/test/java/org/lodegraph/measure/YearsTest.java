package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Of which years figures are. */
class YearsTest {

    private static final Source SURVEY = Source.of("survey", "A survey");
    private static final Figure.Known OWN = Figure.figure(5, Unit.T_PER_A, SURVEY);
    private static final Figure STANDING = Years.standingIn(OWN, 2023, 2025);
    private static final Figure GUESS = Figure.assumed(Spread.between(1, 2), Unit.T_PER_A, SURVEY, "a guess");

    @Test
    void aFigureThatStandsInIsAssumedAndOfItsOwnYear() {
        assertThat(STANDING.status()).isEqualTo(Figure.Status.ASSUMED);
        assertThat(STANDING.at(Reading.CENTRAL)).isEqualTo(5);
        assertThat(Years.of(2025, List.of(STANDING))).containsExactly(2023);
        assertThat(Years.of(2025, List.of(OWN, STANDING))).containsExactly(2023, 2025);
    }

    /** What nobody published is of no year; where nothing else is, the answer is still of its own. */
    @Test
    void whatIsAssumedOrUnknownIsOfNoYear() {
        Figure unknown = Figure.unknown(Unit.T_PER_A, "withheld");

        assertThat(Years.of(2025, List.of(GUESS, unknown, STANDING))).containsExactly(2023);
        assertThat(Years.of(2025, List.of(GUESS, unknown))).containsExactly(2025);
    }

    @Test
    void inWords() {
        assertThat(Years.text(List.of(2025))).isEqualTo("2025");
        assertThat(Years.text(List.of(2023, 2025))).isEqualTo("2023 and 2025");
        assertThat(Years.text(List.of(2022, 2023, 2025))).isEqualTo("2022, 2023 and 2025");
    }
}
