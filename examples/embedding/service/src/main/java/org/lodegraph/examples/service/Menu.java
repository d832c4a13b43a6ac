package org.lodegraph.examples.service;

import java.util.List;
import java.util.Optional;
import org.lodegraph.ask.Parameter;
import org.lodegraph.ask.Question;
import org.lodegraph.ask.Questions;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Control;
import org.lodegraph.reference.Reference;

/**
 * All that can be asked, for those who write or draw a form.
 *
 * @param questions one for each query
 * @param chains what chains can be made of
 */
record Menu(List<Entry> questions, Chains chains) {

    record Entry(String name, String asks, List<Field> parameters) {

        private static Entry of(Question question, Optional<SupplyChain> chain) {
            return new Entry(
                    question.name(),
                    question.asks(),
                    question.parameters().stream()
                            .map(parameter -> Field.of(parameter, chain))
                            .toList());
        }
    }

    /** A parameter; its choices are those of the chain, if there is one, and empty if it is no choice. */
    record Field(
            String name,
            Parameter.Kind kind,
            String takes,
            String meaning,
            boolean required,
            boolean repeats,
            List<String> choices) {

        private static Field of(Parameter parameter, Optional<SupplyChain> chain) {
            return new Field(
                    parameter.name(),
                    parameter.kind(),
                    parameter.kind().shape(),
                    parameter.meaning(),
                    parameter.required(),
                    parameter.repeats(),
                    chain.map(parameter::choices).orElse(parameter.choices()));
        }
    }

    record Chains(List<Integer> years, List<String> materials, List<Measure> controls) {}

    record Measure(String id, String name) {

        private static Measure of(Control control) {
            return new Measure(control.id(), control.name());
        }
    }

    static Menu of(Optional<SupplyChain> chain) {
        return new Menu(
                Questions.all().stream()
                        .map(question -> Entry.of(question, chain))
                        .toList(),
                new Chains(
                        ChainChoice.years(),
                        List.copyOf(Reference.materials()),
                        Reference.measures().stream().map(Measure::of).toList()));
    }
}
