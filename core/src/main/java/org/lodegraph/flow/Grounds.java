package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Id;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Names;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.Target;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;

/**
 * What an answer about deliveries stands on: the part of a chain that can matter to the target, and how it was read.
 *
 * @param year the year of the chain
 * @param years the years of its figures, for some of another year may stand in
 * @param date the day on which rules and lines were read
 * @param exactness how the ends of ranges were found, in a sentence
 * @param blocked lines that a technology policy keeps from running, with the policy
 * @param idle policies that do not apply on {@code date}, with the windows in which they do
 * @param unchecked policies whose state was last checked before {@code date}, with that day
 * @param names what people call the lines, facilities, materials, places and policies that matter
 * @param units in what each material that matters flows: t/a on its basis
 * @param assumptions what is taken for granted
 * @param sources whose figures are used
 */
public record Grounds(
        int year,
        Set<Integer> years,
        LocalDate date,
        String exactness,
        Map<String, String> blocked,
        Map<String, List<Window>> idle,
        Map<String, LocalDate> unchecked,
        Map<Id, String> names,
        Map<MaterialId, Unit> units,
        List<Assumption> assumptions,
        Set<Source> sources) {

    /** From so many years between the day and the figures on, an answer says so. */
    private static final int FAR = 2;

    /** Copies the collections. */
    public Grounds {
        years = ImmutableSet.copyOf(years);
        blocked = ImmutableMap.copyOf(blocked);
        idle = ImmutableMap.copyOf(idle);
        unchecked = ImmutableMap.copyOf(unchecked);
        names = ImmutableMap.copyOf(names);
        units = ImmutableMap.copyOf(units);
        assumptions = ImmutableList.copyOf(assumptions);
        sources = ImmutableSet.copyOf(sources);
    }

    /**
     * Of which years the figures are, for captions.
     *
     * @return such as {@code 2025}, or {@code 2023 and 2025}
     */
    public String inYears() {
        return Years.text(years);
    }

    /**
     * What people call something.
     *
     * @param id what an answer names
     * @return its name; the id itself where it has none
     */
    public String name(Id id) {
        return names.getOrDefault(id, id.value());
    }

    /**
     * In what a material flows.
     *
     * @param material which
     * @return t/a on its basis; t/a alone if it does not matter to the target
     */
    public Unit unit(MaterialId material) {
        return units.getOrDefault(material, Unit.T_PER_A);
    }

    /**
     * What people call a target.
     *
     * @param target whose supply of what
     * @return such as {@code chips in United States (gallium)}
     */
    public String name(Target target) {
        return name(target, name(target.consumer()));
    }

    /**
     * What people call a target within a sentence.
     *
     * @param target whose supply of what
     * @return such as {@code chips in the United States (gallium)}
     */
    public String inSentence(Target target) {
        return name(target, Names.inSentence(name(target.consumer())));
    }

    private String name(Target target, String consumer) {
        return target.application().map(use -> use + " in ").orElse("")
                + "%s (%s)".formatted(consumer, name(target.material()));
    }

    /**
     * A report on these grounds: dated, with sources, assumptions, and notes on rules that keep lines from running, that do
     * not apply on the day, or that nobody has checked of late, and on a day that is years away from the figures.
     *
     * @param report what the answer says
     * @param method how it was found, the last note
     * @return the report with its grounds
     */
    public Report under(Report report, String method) {
        return report.subtitle("Annual rates on %s, figures of %s".formatted(date, inYears()))
                .and(Streams.concat(
                                blocked.values().stream().distinct().map(this::blocked),
                                idled().stream(),
                                farAway().stream(),
                                unchecked.entrySet().stream().map(entry -> unchecked(entry.getKey(), entry.getValue())))
                        .toArray(Note[]::new))
                .and(Note.method(method))
                .citing(sources)
                .assuming(assumptions.stream().map(Assumption::premise).toList());
    }

    private Note blocked(String policy) {
        return Note.finding("%s (%s) keeps its technology, so these may not run: %s."
                .formatted(
                        name(new PolicyId(policy)),
                        policy,
                        blocked.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(policy))
                                .map(Map.Entry::getKey)
                                .map(Ids::line)
                                .map(line -> "%s (%s)".formatted(name(line.facility()), line))
                                .collect(Collectors.joining(", "))));
    }

    /** One note for all: a day on which most of many controls do not apply is nothing to worry about. */
    private Optional<Note> idled() {
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of(Note.warning("Without effect, for not in force on %s: %s."
                        .formatted(
                                date,
                                idle.entrySet().stream()
                                        .map(policy -> "%s (%s, %s)"
                                                .formatted(
                                                        name(new PolicyId(policy.getKey())),
                                                        policy.getKey(),
                                                        policy.getValue().stream()
                                                                .map(Window::toString)
                                                                .collect(Collectors.joining(", "))))
                                        .collect(Collectors.joining(", ")))));
    }

    private Optional<Note> farAway() {
        int years = Math.abs(date.getYear() - year);
        return years < FAR
                ? Optional.empty()
                : Optional.of(
                        Note.warning("Rules and lines are read on %s; all figures stay those of %s, %s years away."
                                .formatted(date, year, years)));
    }

    private Note unchecked(String policy, LocalDate day) {
        return Note.warning("%s (%s): its state was last checked on %s; what holds on %s is not known here."
                .formatted(name(new PolicyId(policy)), policy, day, date));
    }
}
