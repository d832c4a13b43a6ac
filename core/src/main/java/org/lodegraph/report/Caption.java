package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.measure.Source;

/**
 * What a table or picture shows, and where in the world its numbers stand: stage, basis, year, source.
 *
 * @param title what it shows
 * @param stage at which step; may be empty
 * @param basis what a mass is a mass of; may be empty
 * @param year the year or the day of the numbers; may be empty
 * @param source who said the numbers, in short; may be empty
 */
public record Caption(String title, String stage, String basis, String year, String source) {

    /** So many publishers are named; the others are counted. */
    private static final int PUBLISHERS = 4;

    /**
     * Checks the title.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Caption {
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    "Caption: the title is blank (source seen: '%s'). Maybe say in a few words what is shown."
                            .formatted(source));
        }
    }

    /**
     * A caption with a title; the rest follows by copies.
     *
     * @param title what is shown
     * @return the caption
     */
    public static Caption of(String title) {
        return new Caption(title, "", "", "", "");
    }

    /**
     * A copy with another title.
     *
     * @param what what is shown
     * @return the copy
     */
    public Caption titled(String what) {
        return new Caption(what, stage, basis, year, source);
    }

    /**
     * A copy with a stage.
     *
     * @param which at which step
     * @return the copy
     */
    public Caption stage(String which) {
        return new Caption(title, which, basis, year, source);
    }

    /**
     * A copy with a basis.
     *
     * @param what what a mass is a mass of
     * @return the copy
     */
    public Caption basis(String what) {
        return new Caption(title, stage, what, year, source);
    }

    /**
     * A copy with a year.
     *
     * @param when the year or the day
     * @return the copy
     */
    public Caption year(String when) {
        return new Caption(title, stage, basis, when, source);
    }

    /**
     * A copy with a year.
     *
     * @param when the calendar year
     * @return the copy
     */
    public Caption year(int when) {
        return year(Integer.toString(when));
    }

    /**
     * A copy with a source.
     *
     * @param who who said the numbers, in short
     * @return the copy
     */
    public Caption source(String who) {
        return new Caption(title, stage, basis, year, who);
    }

    /**
     * A copy with a source.
     *
     * @param who who said the numbers; its citation is printed
     * @return the copy
     */
    public Caption source(Source who) {
        return source(who.citation());
    }

    /**
     * A copy for numbers that were computed.
     *
     * @param from who said what they were computed from; each publisher is named once, with its editions, but of many only
     *     those with most sources
     * @return the copy; without a source if there is none
     */
    public Caption computedFrom(Collection<Source> from) {
        Map<String, List<Source>> publishers = from.stream()
                .distinct()
                .collect(Collectors.groupingBy(Caption::publisher, TreeMap::new, Collectors.toList()));
        int others = publishers.size() > PUBLISHERS + 1 ? publishers.size() - PUBLISHERS : 0;
        List<String> named = publishers.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .limit(publishers.size() - others)
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> (entry.getKey() + " " + editions(entry.getValue())).strip())
                .toList();
        return from.isEmpty()
                ? source("")
                : source("computed from " + String.join(", ", named)
                        + (others > 0 ? " and %s others".formatted(others) : ""));
    }

    private static String editions(List<Source> sources) {
        return sources.stream().map(Source::edition).distinct().sorted().collect(Collectors.joining(" and "));
    }

    private static String publisher(Source who) {
        if (who.id().equals(Source.ASSUMPTION.id())) {
            return "assumptions";
        }
        return who.publisher().isBlank() ? who.title() : who.publisher();
    }

    /**
     * Stage, basis, year and source as far as they are known, in this order.
     *
     * @return the non-blank ones
     */
    public List<String> facts() {
        return Stream.of(stage, basis, year, source)
                .filter(fact -> !fact.isBlank())
                .collect(ImmutableList.toImmutableList());
    }
}
