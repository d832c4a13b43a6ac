package org.lodegraph.benchmarks;

import java.util.List;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Losses;
import org.lodegraph.flow.Supply;
import org.lodegraph.model.Outage;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.scenario.Grouping;
import org.lodegraph.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The delivery before and the loss of every country at every stage, all readings of the figures, the target served first. */
@Goal(number = 2, says = "N-1 of every country and stage, beside a chain of its own for each", seconds = 0.1)
@State(Scope.Benchmark)
public class ReferenceContingencies {

    /** Which chain. */
    @Param
    ReferenceChains reference;

    private SupplyChain chain;
    private Delivery question;
    private List<Scenario> scenarios;
    private List<Outage> outages;

    /** Reads the chain and compares both sides. */
    @Setup
    public void setUp() {
        chain = reference.chain();
        question = Delivery.to(reference.target());
        scenarios = Grouping.COUNTRY_AND_STAGE.in(chain);
        outages = scenarios.stream().map(scenario -> scenario.outage(chain)).toList();
        List<Loss> ours = ours();
        List<Supply> theirs = theirs();
        for (int i = 0; i < ours.size(); i++) {
            Answers.agree(
                    scenarios.get(i).name(),
                    ours.get(i).after().served().low(),
                    theirs.get(i).served().low());
            Answers.agree(
                    scenarios.get(i).name(),
                    ours.get(i).after().served().high(),
                    theirs.get(i).served().high());
        }
    }

    /** From the delivery before. */
    @Benchmark
    public List<Loss> ours() {
        return Losses.of(question, chain, Run.here()).of(outages, Run.here());
    }

    /** Each chain from scratch. */
    @Benchmark
    public List<Supply> theirs() {
        return scenarios.stream()
                .map(scenario ->
                        Losses.of(question, chain.with(scenario), Run.here()).before())
                .toList();
    }
}
