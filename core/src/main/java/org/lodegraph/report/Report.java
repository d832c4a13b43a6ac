package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Source;

/**
 * What an answer looks like: parts in the order of reading, then sources and assumptions.
 *
 * @param title the heading
 * @param subtitle one line below it; may be empty
 * @param parts what it shows, in order
 * @param sources who said the numbers, each once
 * @param premises what was taken for granted, each once
 */
public record Report(String title, String subtitle, List<Part> parts, List<Source> sources, List<Premise> premises)
        implements Showable {

    /**
     * Copies the lists; what is named twice among sources and premises stays once.
     *
     * @throws IllegalArgumentException if the title is blank
     */
    public Report {
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    "Report: the title is blank (%s parts seen). Maybe name the question it answers."
                            .formatted(parts.size()));
        }
        parts = ImmutableList.copyOf(parts);
        sources = ImmutableSet.copyOf(sources).asList();
        premises = ImmutableSet.copyOf(premises).asList();
    }

    /**
     * A report; subtitle, sources and assumptions follow by copies.
     *
     * @param title the heading
     * @param parts what it shows
     * @return the report
     */
    public static Report of(String title, Part... parts) {
        return new Report(title, "", ImmutableList.copyOf(parts), ImmutableList.of(), ImmutableList.of());
    }

    /**
     * Reports as sections of one report. Sources and assumptions are gathered at its foot, each once.
     *
     * @param title the heading
     * @param answers what becomes a section each
     * @return the report
     */
    public static Report joining(String title, Showable... answers) {
        List<Report> reports = Arrays.stream(answers).map(Showable::show).toList();
        return new Report(
                title,
                "",
                reports.stream().map(Report::section).collect(ImmutableList.<Part>toImmutableList()),
                reports.stream().flatMap(report -> report.sources.stream()).toList(),
                reports.stream().flatMap(report -> report.premises.stream()).toList());
    }

    private Section section() {
        return new Section(title, subtitle, parts);
    }

    /**
     * A copy with a line below the heading.
     *
     * @param line the line
     * @return the copy
     */
    public Report subtitle(String line) {
        return new Report(title, line, parts, sources, premises);
    }

    /**
     * A copy with more parts at the end.
     *
     * @param more the parts
     * @return the copy
     */
    public Report and(Part... more) {
        return new Report(title, subtitle, joined(parts, Arrays.asList(more)), sources, premises);
    }

    /**
     * A copy with more parts at the front.
     *
     * @param first the parts
     * @return the copy
     */
    public Report opening(Part... first) {
        return new Report(title, subtitle, joined(Arrays.asList(first), parts), sources, premises);
    }

    /**
     * A copy with more sources.
     *
     * @param more who said the numbers
     * @return the copy
     */
    public Report citing(Collection<Source> more) {
        return new Report(title, subtitle, parts, joined(sources, more), premises);
    }

    /**
     * A copy with more assumptions.
     *
     * @param more what was taken for granted
     * @return the copy
     */
    public Report assuming(Collection<Premise> more) {
        return new Report(title, subtitle, parts, sources, joined(premises, more));
    }

    /**
     * Everything that was taken for granted, one sentence each.
     *
     * @return each once, in the order of the premises
     */
    public List<String> assumptions() {
        return premises.stream().map(Premise::toString).collect(ImmutableList.toImmutableList());
    }

    /**
     * The same, one entry for each kind of thing that was taken for granted.
     *
     * @return in the order of the first of each kind
     */
    public List<Premises> assumptionsByKind() {
        return Premises.byKind(premises);
    }

    private static <T> List<T> joined(Collection<? extends T> first, Collection<? extends T> second) {
        return ImmutableList.<T>builder().addAll(first).addAll(second).build();
    }

    /**
     * This report.
     *
     * @return itself
     */
    @Override
    public Report show() {
        return this;
    }
}
