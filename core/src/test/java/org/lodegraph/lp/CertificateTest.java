package org.lodegraph.lp;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * One program for all: make tables and chairs, worth 30 and 10, from 40 boards (4 and 1 each) and 60 hours (3 and 2), at
 * most 8 tables. Best: tables = 4, chairs = 24, worth 120 + 240 = 360. Prices: 4 b + 3 h = 30, b + 2 h = 10, so
 * b = 6, h = 2; 40 * 6 + 60 * 2 = 360.
 */
final class CertificateTest {

    private static final double[] VALUES = {4, 24};
    private static final double[] PRICES = {6, 2};

    private static LinearProgram workshop() {
        var lp = LinearProgram.maximize();
        int tables = lp.column("tables", 0, 8, 30);
        int chairs = lp.column("chairs", 0, POSITIVE_INFINITY, 10);
        int boards = lp.row("boards", NEGATIVE_INFINITY, 40);
        int hours = lp.row("hours", NEGATIVE_INFINITY, 60);
        lp.entry(boards, tables, 4).entry(boards, chairs, 1);
        lp.entry(hours, tables, 3).entry(hours, chairs, 2);
        return lp.build();
    }

    private static Optimal certified(double[] values, double[] prices) {
        return Optimal.certified(workshop(), values, prices, Tolerances.STANDARD, "hand", OptionalLong.empty());
    }

    @Test
    void passesTheOptimumWithNothingLeftOver() {
        Certificate certificate = Certificate.of(workshop(), VALUES, PRICES);

        assertThat(certificate).isEqualTo(new Certificate(360, 360, 0, "none", 0, "none", 0, 0, 0));
        assertThat(certified(VALUES, PRICES)).hasToString("Engine 'hand': optimum 360.0, relative gap 0.0e+00.");
    }

    @Test
    void refusesValuesThatBreakARow() {
        // 4 * 4 + 1 * 24.004 = 40.004 boards of 40: 0.004 of 40.004 terms
        assertThatThrownBy(() -> certified(new double[] {4, 24.004}, PRICES))
                .isInstanceOf(UncertifiedSolutionException.class)
                .hasMessage(
                        "Engine 'hand': its optimum fails the certificate (primal residual 1.3e-04 in row 'hours',"
                                + " allowed 1.0e-09). Maybe bring coefficients and bounds closer to one, or try another engine.");
    }

    @Test
    void refusesValuesThatLeaveMoneyOnTheTable() {
        // 4 tables and 23 chairs are feasible and worth 350; the prices still say 360: a gap of 10 in 350
        Certificate certificate = Certificate.of(workshop(), new double[] {4, 23}, PRICES);

        assertThat(certificate.primalResidual()).isZero();
        assertThat(certificate.objective()).isEqualTo(350);
        assertThat(certificate.dualObjective()).isEqualTo(360);
        assertThat(certificate.relativeGap()).isCloseTo(10.0 / 350, within(1e-15));
        // the boards' share of it: 6 x 1 unused board; the hours': 2 x 2 unused hours
        assertThat(certificate.complementarity()).isCloseTo(6.0 / 350, within(1e-15));
        assertThatThrownBy(() -> certified(new double[] {4, 23}, PRICES))
                .hasMessageContaining("(relative gap 2.9e-02 between 350.0 and its bound 360.0, allowed 1.0e-09)");
    }

    @Test
    void refusesPricesThatNoBoundEarns() {
        // at b = 5 a chair earns 10 - 5 - 2 * 2 = 1 more than it costs, without limit: 1 of 10 + 5 + 4 terms
        assertThatThrownBy(() -> certified(VALUES, new double[] {5, 2}))
                .hasMessageContaining("(dual residual 5.3e-02 in column 'chairs', allowed 1.0e-09)");
        // hours have no lower bound, so they cannot cost
        assertThatThrownBy(() -> certified(VALUES, new double[] {6, -2}))
                .hasMessageContaining("(dual residual ")
                .hasMessageContaining("allowed 1.0e-09)");
    }

    @Test
    void noticesErrorsOfOnePartInAHundredMillion() {
        assertThat(passes(VALUES, PRICES)).isTrue();
        assertThat(passes(new double[] {4 + 4e-8, 24}, PRICES)).isFalse();
        assertThat(passes(new double[] {4 - 4e-8, 24}, PRICES)).isFalse();
        assertThat(passes(VALUES, new double[] {6 + 6e-8, 2})).isFalse();
        assertThat(passes(VALUES, new double[] {6, 2 - 2e-8})).isFalse();
    }

    @Test
    void neverPassesWhatIsNotANumber() {
        assertThat(passes(new double[] {Double.NaN, 24}, PRICES)).isFalse();
        assertThat(passes(new double[] {4, POSITIVE_INFINITY}, PRICES)).isFalse();
        assertThat(passes(VALUES, new double[] {6, Double.NaN})).isFalse();
    }

    @Test
    void looksAtTheErrorNotAtTheUnits() {
        // boards counted in thousand millions, tables in thousandths: nothing but powers of ten changes
        var lp = LinearProgram.maximize();
        lp.column("tables", 0, 8e3, 30e-3);
        lp.column("chairs", 0, POSITIVE_INFINITY, 10);
        lp.row("boards", NEGATIVE_INFINITY, 40e-9);
        lp.row("hours", NEGATIVE_INFINITY, 60);
        lp.entry(0, 0, 4e-12).entry(0, 1, 1e-9).entry(1, 0, 3e-3).entry(1, 1, 2);
        LinearProgram program = lp.build();

        double[] prices = {6e9, 2};
        assertThat(Certificate.of(program, new double[] {4000, 24}, prices).passes(Tolerances.STANDARD))
                .isTrue();
        assertThat(Certificate.of(program, new double[] {4000, 24.004}, prices).primalResidual())
                .isCloseTo(0.008 / 60.008, within(1e-12));
        assertThat(Certificate.of(program, new double[] {4000, 24}, new double[] {5e9, 2})
                        .dualResidual())
                .isCloseTo(1.0 / 19, within(1e-12));
    }

    @Test
    void refusesAProofOfInfeasibilityThatProvesNothing() {
        // 40 boards are not too few for zero tables
        assertThatThrownBy(() -> Infeasible.certified(workshop(), new double[] {-1, 0}, Tolerances.STANDARD, "hand"))
                .isInstanceOf(UncertifiedSolutionException.class)
                .hasMessageContaining("its proof of infeasibility fails the certificate (relative margin -1.0e+00");
        assertThatThrownBy(() -> Infeasible.certified(workshop(), new double[] {1, 0}, Tolerances.STANDARD, "hand"))
                .as("no board is asked for")
                .hasMessageContaining("relative margin 0.0e+00");
    }

    @Test
    void leavesWeightsOutThatPointToNoBound() {
        // tables only, 41 boards are asked of 40: 4 t >= 41 and 4 t + c <= 40; no hours are asked for, whatever their
        // weight, but where c has no lower bound a proof with rows that need it is none
        LinearProgram asked = workshop().withRow("order", 41, POSITIVE_INFINITY, new int[] {0}, new double[] {4});
        double[] weights = {-1, 1e-17, 1};

        Infeasible proof = Infeasible.certified(asked, weights, Tolerances.STANDARD, "hand");

        assertThat(proof.weight(1)).isZero();
        assertThat(proof.conflict()).containsExactly("row 'boards'", "row 'order'");
        LinearProgram debt = asked.withColumnBounds(1, NEGATIVE_INFINITY, POSITIVE_INFINITY);
        assertThatThrownBy(() -> Infeasible.certified(debt, weights, Tolerances.STANDARD, "hand"))
                .hasMessageContaining("relative margin -Infinity");
    }

    @Test
    void acceptsAProofOfInfeasibility() {
        // 41 boards' worth of tables and chairs are asked of 40: 4 t + c >= 41 and 4 t + c <= 40
        LinearProgram asked = workshop().withRow("order", 41, POSITIVE_INFINITY, new int[] {0, 1}, new double[] {4, 1});

        Infeasible proof = Infeasible.certified(asked, new double[] {-1, 0, 1}, Tolerances.STANDARD, "hand");

        assertThat(proof.margin()).isCloseTo(1.0 / 81, within(1e-15));
        assertThat(proof)
                .hasToString("Program: infeasible, no values satisfy row 'boards', row 'order' together"
                        + " (proved by engine 'hand'). Maybe widen one of them.");
    }

    @Test
    void checksAllThreePartsOfAProofOfUnboundedness() {
        var lp = LinearProgram.maximize();
        lp.column("x", 0, POSITIVE_INFINITY, 1);
        lp.column("y", 0, 5, 1);
        lp.row("", 2, POSITIVE_INFINITY);
        lp.entry(0, 0, 1);
        LinearProgram program = lp.build();

        assertThatCode(() -> unbounded(program, new double[] {2, 0}, new double[] {1, 0}))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> unbounded(program, new double[] {1, 0}, new double[] {1, 0}))
                .as("the start breaks the row")
                .isInstanceOf(UncertifiedSolutionException.class);
        assertThatThrownBy(() -> unbounded(program, new double[] {2, 0}, new double[] {1, 1}))
                .as("y runs into its bound")
                .isInstanceOf(UncertifiedSolutionException.class);
        assertThatThrownBy(() -> unbounded(program, new double[] {2, 0}, new double[] {0, 0}))
                .as("nothing improves")
                .isInstanceOf(UncertifiedSolutionException.class)
                .hasMessageContaining("its proof of unboundedness fails the certificate");
    }

    @Test
    void holdsForVariantsWhereNoTermMoves() {
        // most of 30 t + 10 c has both rows and no column bound priced; 8 tables may be 5, but not 3, and chairs may be
        // bounded by 24 but not by 23; more boards move a priced bound, at most 8 tables that cost more another
        // objective
        LinearProgram program = workshop();
        Measurement measurement = new Measurement(program, VALUES, PRICES);

        assertThat(measurement.holdsFor(program.withColumnBounds(0, 1, 5))).isTrue();
        assertThat(measurement.holdsFor(program.withColumnBounds(0, 0, 3))).isFalse();
        assertThat(measurement.holdsFor(program.withColumnBounds(1, 0, 24))).isTrue();
        assertThat(measurement.holdsFor(program.withColumnBounds(1, 0, 23))).isFalse();
        assertThat(measurement.holdsFor(program.withRowBounds(0, 40, 40))).isTrue();
        assertThat(measurement.holdsFor(program.withRowBounds(0, NEGATIVE_INFINITY, 41)))
                .isFalse();
        assertThat(measurement.holdsFor(program.withObjective(LinearProgram.Sense.MAXIMIZE, 31, 10)))
                .isFalse();
    }

    @Test
    void holdsOnlyWhereMeasuringAgainGivesTheSameToTheLastBit() {
        RandomPrograms programs = new RandomPrograms(12).withFreeColumns().inUnits(-2, 2);
        SplittableRandom random = new SplittableRandom(12);
        int held = 0;
        for (int draw = 0; draw < 2000; draw++) {
            LinearProgram base = programs.next(6, 9);
            if (Solvers.simplex().solve(base) instanceof Optimal optimal) {
                double value = random.nextInt(-1, 2) * Math.abs(optimal.value(draw % 9));
                double other = random.nextBoolean() ? value : random.nextBoolean() ? 0 : POSITIVE_INFINITY;
                LinearProgram variant = random.nextBoolean()
                        ? base.withColumnBounds(draw % 9, Math.min(0, value), Math.max(value, other))
                        : base.withRowBounds(draw % 6, NEGATIVE_INFINITY, optimal.activity(draw % 6) + other);
                if (new Measurement(base, optimal.values(), optimal.prices()).holdsFor(variant)) {
                    held++;
                    assertThat(Certificate.of(variant, optimal.values(), optimal.prices()))
                            .isEqualTo(optimal.certificate());
                }
            }
        }
        assertThat(held).isGreaterThan(200);
    }

    private static boolean passes(double[] values, double[] prices) {
        return Certificate.of(workshop(), values, prices).passes(Tolerances.STANDARD);
    }

    private static Unbounded unbounded(LinearProgram program, double[] start, double[] direction) {
        return Unbounded.certified(program, start, direction, Tolerances.STANDARD, "hand");
    }
}
