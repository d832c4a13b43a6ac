package org.lodegraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lodegraph.ask.Question;
import org.lodegraph.ask.Questions;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.IncompleteChainException;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Several questions about one target, as one report. */
@Command(
        name = "report",
        description =
                "Asks about one target what it can get, whose hands it passes through, what it cannot do without, what could stand in, who else could make it, and where capacity is missing.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    private static final List<String> QUESTIONS =
            List.of("delivery", "exposure", "chokepoints", "capacity-gaps", "alternative-sources", "substitutes");

    @Parameters(index = "0", paramLabel = "MATERIAL", description = "whose supply is asked about")
    private @Nullable String material;

    @Parameters(index = "1", paramLabel = "CONSUMER", description = "who uses it, a country or a bloc")
    private @Nullable String consumer;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ChainOptions chains = new ChainOptions();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Override
    public Integer call() {
        answers.check(command());
        chains.check(command());
        String asked = Objects.requireNonNull(material, "required");
        Map<String, List<String>> words =
                Map.of("material", List.of(asked), "consumer", List.of(Objects.requireNonNull(consumer, "required")));
        List<Question> questions = QUESTIONS.stream().map(Questions::named).toList();
        List<Query<? extends Showable>> queries = new ArrayList<>();
        for (Question question : questions) {
            queries.add(question.of(words));
        }
        SupplyChain chain = chains.chain(Set.of(new MaterialId(asked)));
        answers.give(command(), run -> report(chain, run, questions, queries));
        return 0;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "part of a command line").commandLine();
    }

    private Showable report(
            SupplyChain chain, Run run, List<Question> questions, List<Query<? extends Showable>> queries) {
        List<Showable> parts = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            run.check();
            try {
                parts.add(chain.ask(queries.get(i), run));
            } catch (IllegalArgumentException | IncompleteChainException refused) {
                if (i == 0) {
                    // Without a delivery there is nothing to report.
                    throw refused;
                }
                parts.add(Report.of(questions.get(i).asks(), Note.warning("Not answered: " + refused.getMessage())));
            }
        }
        Names names = Names.of(chain);
        Target target = ((Delivery) queries.get(0)).target();
        return Report.joining(
                "%s for %s".formatted(names.name(target.material()), names.name(target.consumer())),
                parts.toArray(Showable[]::new));
    }
}
