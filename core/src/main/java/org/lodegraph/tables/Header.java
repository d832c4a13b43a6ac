package org.lodegraph.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodegraph.io.Closest;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;

/**
 * The columns that a table must have.
 *
 * @param required their names in lower case with underscores; one that goes by several names has bars between them
 */
record Header(ImmutableList<String> required) {

    private static final Splitter NAMES = Splitter.on('|');

    static Header of(String... required) {
        return new Header(ImmutableList.copyOf(required));
    }

    /** A column's name as it is compared: {@code PROD_EST_ 2024} is {@code prod_est_2024}. */
    static String name(String text) {
        return text.strip()
                .replaceAll("^\"|\"$", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", "_");
    }

    /** How many of the required columns are there. */
    int found(List<String> cells) {
        List<String> names = cells.stream().map(Header::name).toList();
        return (int) required.stream().filter(column -> isAmong(column, names)).count();
    }

    boolean fits(List<String> cells) {
        return found(cells) == required.size();
    }

    private static boolean isAmong(String column, List<String> names) {
        return NAMES.splitToStream(column).anyMatch(names::contains);
    }

    /**
     * Where each column stands.
     *
     * @throws InvalidFilesException if one is missing, or a required one is there twice
     */
    ImmutableMap<String, Integer> columns(String file, int line, List<String> cells) {
        List<String> known = required.stream().flatMap(NAMES::splitToStream).toList();
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<FileProblem> problems = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            String column = name(cells.get(at));
            String free = column;
            while (columns.containsKey(free)) {
                if (known.contains(column)) {
                    problems.add(new FileProblem(file, line, column, "", "it is there twice", "Maybe delete one."));
                }
                free = free + " again";
            }
            columns.put(free, at);
        }
        for (String column : required) {
            if (!isAmong(column, ImmutableList.copyOf(columns.keySet()))) {
                problems.add(new FileProblem(
                        file,
                        line,
                        column.replace("|", " or "),
                        "",
                        "it is missing (seen: %s)".formatted(TableFile.shown(String.join(", ", columns.keySet()))),
                        NAMES.splitToStream(column)
                                .flatMap(name -> Closest.to(name, columns.keySet()).stream())
                                .findFirst()
                                .map("Maybe rename '%s'."::formatted)
                                .orElse("Maybe add it.")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidFilesException(problems, problems.size());
        }
        return ImmutableMap.copyOf(columns);
    }
}
