package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/**
 * Names for the rows of two reports, so that rows of one name say the same thing. A row is named by its table's title and its
 * first words; where several rows begin alike, by as many more of its words as tell them apart on both sides. Rows that no
 * words tell apart are numbered: those that are the same on both sides alike, the others in their order.
 */
final class RowNames {

    private final Map<String, Map<String, Cell>> before = new LinkedHashMap<>();
    private final Map<String, Map<String, Cell>> after = new LinkedHashMap<>();

    private RowNames() {}

    /** The parts of each row by name, of the one report and of the other. */
    record Named(Map<String, Map<String, Cell>> before, Map<String, Map<String, Cell>> after) {}

    static Named of(List<Table> before, List<Table> after) {
        RowNames names = new RowNames();
        Map<String, Table> ones = titled(before);
        Map<String, Table> others = matching(ones, titled(after));
        for (String title : Sets.union(ones.keySet(), others.keySet())) {
            names.add(title, rows(ones.get(title)), rows(others.get(title)));
        }
        return new Named(names.before, names.after);
    }

    // ---- tables

    private static Map<String, Table> titled(List<Table> tables) {
        Map<String, Table> titled = new LinkedHashMap<>();
        tables.forEach(table -> titled.put(free(table.caption().title(), titled.keySet()), table));
        return titled;
    }

    /** A title may hold a number. A table whose title only one side has is the one with the same columns that the other lacks. */
    private static Map<String, Table> matching(Map<String, Table> ones, Map<String, Table> others) {
        Map<String, Table> matching = new LinkedHashMap<>();
        others.forEach((title, table) -> {
            List<String> like = ones.containsKey(title)
                    ? ImmutableList.of(title)
                    : ones.entrySet().stream()
                            .filter(one -> !others.containsKey(one.getKey())
                                    && !matching.containsKey(one.getKey())
                                    && one.getValue().columns().equals(table.columns()))
                            .map(Map.Entry::getKey)
                            .toList();
            matching.put(like.size() == 1 ? like.get(0) : title, table);
        });
        return matching;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    // ---- rows

    /** A row, and the words in its columns of words. */
    private record Row(Table table, List<Cell> cells) {

        List<Integer> words() {
            return Stream.iterate(0, i -> i + 1)
                    .limit(cells.size())
                    .filter(i ->
                            table.columns().get(i).align() == Table.Align.LEFT && cells.get(i) instanceof Cell.Text)
                    .toList();
        }

        /** Its first words, so many cells of them; fewer if it has fewer. */
        String words(int most) {
            return words().stream()
                    .limit(most)
                    .map(i -> ((Cell.Text) cells.get(i)).text())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        }

        /** What its name does not say. */
        Map<String, Cell> parts(String name, int named) {
            Set<Integer> said = words().stream().limit(named).collect(ImmutableSet.toImmutableSet());
            Map<String, Cell> parts = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                if (!said.contains(i) && (!(cell instanceof Cell.Missing missing) || missing.isUnknown())) {
                    parts.put(free(name + ": " + table.columns().get(i).header(), parts.keySet()), cell);
                }
            }
            return parts;
        }
    }

    private static List<Row> rows(@Nullable Table table) {
        return table == null
                ? ImmutableList.of()
                : Stream.concat(table.rows().stream(), table.total().isEmpty() ? Stream.of() : Stream.of(table.total()))
                        .map(cells -> new Row(table, cells))
                        .toList();
    }

    private void add(String title, List<Row> ones, List<Row> others) {
        ImmutableListMultimap<String, Row> before = Multimaps.index(ones, row -> row.words(1));
        ImmutableListMultimap<String, Row> after = Multimaps.index(others, row -> row.words(1));
        for (String first : Sets.union(before.keySet(), after.keySet())) {
            int words = words(before.get(first), after.get(first));
            ImmutableListMultimap<String, Row> alike = Multimaps.index(before.get(first), row -> row.words(words));
            ImmutableListMultimap<String, Row> alikeAfter = Multimaps.index(after.get(first), row -> row.words(words));
            for (String name : Sets.union(alike.keySet(), alikeAfter.keySet())) {
                number(title + ": " + name, alike.get(name), alikeAfter.get(name), words);
            }
        }
    }

    /** How many cells of words tell rows apart on both sides; all, if none do. */
    private static int words(List<Row> before, List<Row> after) {
        int most = Stream.of(before, after)
                .flatMap(List::stream)
                .mapToInt(row -> row.words().size())
                .max()
                .orElse(1);
        int words = 1;
        while (words < most && !(areApart(before, words) && areApart(after, words))) {
            words++;
        }
        return words;
    }

    private static boolean areApart(List<Row> rows, int words) {
        return rows.stream().map(row -> row.words(words)).distinct().count() == rows.size();
    }

    /** Rows of one name. */
    private void number(String name, List<Row> ones, List<Row> others, int words) {
        Set<Integer> free = new TreeSet<>();
        for (int i = 1; i <= Math.max(ones.size(), others.size()); i++) {
            free.add(i);
        }
        for (int i = 0; i < ones.size(); i++) {
            put(before, name, i + 1, ones.get(i), words);
        }
        List<Row> left = new ArrayList<>();
        for (Row row : others) {
            int same = free.stream()
                    .filter(number -> number <= ones.size()
                            && ones.get(number - 1).cells().equals(row.cells()))
                    .findFirst()
                    .orElse(0);
            if (same > 0) {
                free.remove(same);
                put(after, name, same, row, words);
            } else {
                left.add(row);
            }
        }
        for (Row row : left) {
            int next = free.iterator().next();
            free.remove(next);
            put(after, name, next, row, words);
        }
    }

    private static void put(Map<String, Map<String, Cell>> things, String name, int number, Row row, int words) {
        String thing = number == 1 ? name : name + " (" + number + ")";
        things.put(thing, row.parts(thing, words));
    }
}
