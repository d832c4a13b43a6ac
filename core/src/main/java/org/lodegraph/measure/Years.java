package org.lodegraph.measure;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Of which years figures are. A figure of another year that stands in for a missing one is assumed, and says so in fixed
 * words of its note, which every file keeps.
 */
public final class Years {

    private static final Pattern STANDS_IN =
            Pattern.compile("no table for \\d+ in the sources read: the figure of (\\d+) stands in");

    private Years() {}

    /**
     * A figure of one year that stands in for that of another.
     *
     * @param figure the figure of its own year
     * @param own its year
     * @param wanted the year that has none
     * @return the figure, assumed, with a note that names both years
     */
    public static Figure standingIn(Figure.Known figure, int own, int wanted) {
        return new Figure.Known(
                figure.spread(),
                figure.unit(),
                figure.source(),
                Figure.Status.ASSUMED,
                "no table for %s in the sources read: the figure of %s stands in".formatted(wanted, own));
    }

    /**
     * The years of figures: those of figures that stand in, and the year that all are for if others were published. What is
     * only assumed, or unknown, is of no year.
     *
     * @param year the year that all are for
     * @param figures the figures
     * @return the years, earliest first; the year that all are for if there is none
     */
    public static SortedSet<Integer> of(int year, Collection<Figure> figures) {
        ImmutableSortedSet<Integer> years = figures.stream()
                .flatMap(figure -> own(year, figure))
                .collect(toImmutableSortedSet(Comparator.naturalOrder()));
        return years.isEmpty() ? ImmutableSortedSet.of(year) : years;
    }

    private static Stream<Integer> own(int year, Figure figure) {
        if (figure.status() != Figure.Status.ASSUMED) {
            return figure.isKnown() ? Stream.of(year) : Stream.empty();
        }
        Matcher note = STANDS_IN.matcher(figure.note());
        return note.find() ? Stream.of(Integer.parseInt(note.group(1))) : Stream.empty();
    }

    /**
     * Years in words.
     *
     * @param years at least one
     * @return such as {@code 2025}, or {@code 2022, 2023 and 2025}
     */
    public static String text(Collection<Integer> years) {
        ImmutableList<String> all = years.stream().map(String::valueOf).collect(ImmutableList.toImmutableList());
        String last = all.get(all.size() - 1);
        return all.size() == 1 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " and " + last;
    }
}
