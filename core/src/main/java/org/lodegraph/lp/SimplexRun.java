package org.lodegraph.lp;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * One solve: where the start is not feasible, the dual simplex makes it so with shifted costs; then the primal simplex
 * makes it optimal with the true ones. Both leave small errors to each other, so they may take turns.
 */
final class SimplexRun {

    private static final int TURNS = 12;

    /** Tried in this order, each from where the one before ended, until something can be certified. */
    private static final double[] TOLERANCES = {1e-10, 1e-12, 1e-14, 1e-8};

    private final LinearProgram program;
    private final String engine;
    private final Core core;
    private final Tableau tableau;
    private final boolean cold;
    private final BooleanSupplier cancelled;
    private double[] proof = {};

    private SimplexRun(
            LinearProgram program, Core core, String engine, Basis start, boolean cold, BooleanSupplier cancelled) {
        this.program = program;
        this.core = core;
        this.engine = engine;
        this.cold = cold;
        this.cancelled = cancelled;
        tableau = new Tableau(core, start);
    }

    /** From the rows as the basis. */
    static SimplexRun cold(LinearProgram program, String engine, BooleanSupplier cancelled) {
        Core core = new Core(program);
        return new SimplexRun(program, core, engine, Basis.slack(core.a.columns, core.a.rows), true, cancelled);
    }

    /** From where another program's run ended, if that fits. */
    static SimplexRun warm(LinearProgram program, String engine, Basis start, BooleanSupplier cancelled) {
        Core core = new Core(program);
        return start.fits(core.a)
                ? new SimplexRun(program, core, engine, start.withRows(core.a.rows), false, cancelled)
                : cold(program, engine, cancelled);
    }

    /** Where the run ended. */
    Basis basis() {
        return tableau.basis();
    }

    /** Runs to a certified end. */
    Outcome outcome() {
        if (core.contradictsItself()) {
            return Infeasible.certified(program, core.contradiction(), Tolerances.STANDARD, engine);
        }
        UncertifiedSolutionException refusal = null;
        for (double tolerance : TOLERANCES) {
            try {
                return certified(search(tolerance));
            } catch (UncertifiedSolutionException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private Verdict search(double tolerance) {
        long limit = tableau.pivots + 1000 + 50L * tableau.variables;
        for (int turn = 0; turn < TURNS; turn++) {
            if (!tableau.isFeasible(tolerance)) {
                DualSimplex dual = new DualSimplex(tableau, tolerance, cancelled);
                Verdict verdict = dual.run(cold && turn == 0, limit);
                if (verdict == Verdict.INFEASIBLE) {
                    proof = core.proof(dual.proof());
                }
                if (verdict != Verdict.OPTIMAL) {
                    return verdict;
                }
            }
            tableau.restoreCosts();
            PrimalSimplex primal = new PrimalSimplex(tableau, tolerance, cancelled);
            Verdict verdict = primal.run(limit);
            if (verdict == Verdict.UNBOUNDED) {
                proof = core.values(primal.proof());
            }
            if (verdict != Verdict.OPTIMAL || tableau.isFeasible(tolerance)) {
                return verdict;
            }
        }
        return Verdict.DOUBTFUL;
    }

    private Outcome certified(Verdict verdict) {
        return switch (verdict) {
            case OPTIMAL ->
                Optimal.certified(
                        program,
                        tableau.values(),
                        tableau.prices(),
                        Tolerances.STANDARD,
                        engine,
                        OptionalLong.of(tableau.pivots));
            case INFEASIBLE -> Infeasible.certified(program, proof, Tolerances.STANDARD, engine);
            case UNBOUNDED -> Unbounded.certified(program, tableau.values(), proof, Tolerances.STANDARD, engine);
            case CANCELLED -> new Stopped(program, engine, "cancelled");
            case DOUBTFUL ->
                throw new UncertifiedSolutionException(
                        engine, "search", Message.of("lost its way after %d pivots", tableau.pivots));
        };
    }
}
