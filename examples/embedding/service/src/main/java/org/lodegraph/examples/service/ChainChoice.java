package org.lodegraph.examples.service;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodegraph.io.Closest;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.model.Change;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Control;
import org.lodegraph.reference.Reference;

/**
 * Which chain is asked.
 *
 * @param year whose figures
 * @param materials what it is about, without repetition, in alphabetical order
 * @param changes published substitutes, export controls and scenarios, in the order in which they are applied
 * @param day as of which day; the last of the year if left out
 */
record ChainChoice(int year, List<String> materials, List<Change> changes, Optional<LocalDate> day) {

    private static final int MOST_MATERIALS = 6;
    private static final List<String> NAMES = List.of(
            "chain.year",
            "chain.materials",
            "chain.controls",
            "chain.through-processing",
            "chain.alternatives",
            "chain.scenario",
            "chain.on");

    /** The chain itself. */
    SupplyChain of(Chains chains) {
        SupplyChain chain = chains.chain(year, materials);
        if (day.isPresent()) {
            chain = chain.at(day.get());
        }
        return chain.with(changes.toArray(Change[]::new));
    }

    static List<Integer> years() {
        return IntStream.rangeClosed(Reference.FIRST_YEAR, Reference.LAST_YEAR)
                .boxed()
                .toList();
    }

    private static List<String> controls() {
        return Reference.measures().stream().map(Control::id).toList();
    }

    /** Reads words; what is wrong with them is added to the problems, and then there is no choice. */
    static Optional<ChainChoice> read(Map<String, List<String>> words, List<Problem> problems) {
        int before = problems.size();
        Reader reader = new Reader(words, problems);
        words.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> reader.report(name, "no chain has such a parameter. Maybe " + cure(name, NAMES)));
        List<String> years = years().stream().map(String::valueOf).toList();
        Optional<String> year = reader.one("chain.year", among(years, "no figures of the year"));
        List<String> materials =
                reader.many("chain.materials", among(Reference.materials(), "no chain of the material"));
        if (!words.containsKey("chain.materials")) {
            reader.report("chain.materials", "missing. Maybe gallium");
        } else if (materials.size() > MOST_MATERIALS) {
            reader.report(
                    "chain.materials",
                    "%s materials are too many. Maybe at most %s".formatted(materials.size(), MOST_MATERIALS));
        }
        List<Change> changes = new ArrayList<>();
        if (reader.flag("chain.alternatives")) {
            changes.add(Reference.alternatives());
        }
        List<String> controls = reader.many("chain.controls", among(controls(), "no such control"));
        boolean through = reader.flag("chain.through-processing");
        if (through && !words.containsKey("chain.controls")) {
            reader.report(
                    "chain.through-processing", "there is no control that could reach so far. Maybe chain.controls");
        }
        controls.forEach(control -> changes.add(Reference.controls(control)
                .reaching(through ? Policy.Reach.THROUGH_PROCESSING : Policy.Reach.ENDS_AT_PROCESSING)));
        changes.addAll(reader.many("chain.scenario", ScenarioJson::read));
        Optional<LocalDate> day = reader.one("chain.on", ChainChoice::day);
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new ChainChoice(
                        year.map(Integer::valueOf).orElse(Reference.LAST_YEAR),
                        materials.stream().distinct().sorted().toList(),
                        changes,
                        day));
    }

    private static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("no day (%s). Maybe 2025-11-08".formatted(Asked.shown(word)), wrong);
        }
    }

    private static Function<String, String> among(Collection<String> known, String lack) {
        return word -> {
            if (!known.contains(word)) {
                throw new IllegalArgumentException(
                        "%s (%s). Maybe %s".formatted(lack, Asked.shown(word), cure(word, known)));
            }
            return word;
        };
    }

    private static String cure(String word, Collection<String> known) {
        return Closest.to(word, known).orElseGet(() -> "one of " + String.join(", ", known));
    }

    /** Reads words one by one, and goes on where one is wrong. */
    private record Reader(Map<String, List<String>> words, List<Problem> problems) {

        <T> List<T> many(String name, Function<String, T> parse) {
            List<T> values = new ArrayList<>();
            for (String word : words.getOrDefault(name, List.of())) {
                try {
                    values.add(parse.apply(word));
                } catch (IllegalArgumentException wrong) {
                    report(name, String.valueOf(wrong.getMessage()));
                }
            }
            return values;
        }

        <T> Optional<T> one(String name, Function<String, T> parse) {
            List<T> values = many(name, parse);
            if (words.getOrDefault(name, List.of()).size() > 1) {
                report(name, "given more than once. Maybe only once");
            }
            return values.stream().findFirst();
        }

        boolean flag(String name) {
            return one(name, among(List.of("true", "false"), "neither true nor false"))
                    .filter("true"::equals)
                    .isPresent();
        }

        void report(String name, String what) {
            problems.add(new Problem(
                    name, "Parameter '%s': %s%s".formatted(Asked.shown(name), what, what.endsWith(".") ? "" : ".")));
        }
    }
}
