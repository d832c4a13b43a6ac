package org.lodegraph.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of sheets as objects of a JSON document, a member for each column that says something. */
final class JsonRows {

    private static final Splitter LIST = Splitter.on("; ").omitEmptyStrings();
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?");

    private JsonRows() {}

    /** Writes the members of one row from a column on. */
    static void write(JsonGenerator json, Sheet sheet, String[] row, int from) throws IOException {
        for (int at = from; at < row.length; at++) {
            String name = sheet.names().get(at);
            String cell = row[at];
            if (cell.isEmpty()) {
                continue;
            }
            switch (sheet.columns().getOrDefault(name, Sheet.Kind.TEXT)) {
                case TEXT -> json.writeStringField(name, cell);
                case FLAG -> json.writeBooleanField(name, Row.flag(cell));
                case NUMBER -> {
                    json.writeFieldName(name);
                    if (NUMBER.matcher(cell).matches()) {
                        json.writeNumber(cell);
                    } else {
                        json.writeString(cell);
                    }
                }
                case LIST -> {
                    json.writeArrayFieldStart(name);
                    for (String word : LIST.split(cell)) {
                        json.writeString(word);
                    }
                    json.writeEndArray();
                }
            }
        }
    }

    /**
     * An object as a row of a sheet. Members that are not columns are reported, but for those that the caller reads
     * itself; those that lack may have been meant by them.
     */
    static Row row(Input in, String file, JsonTree object, Sheet sheet, String... others) {
        return row(in, file, object, sheet, new TreeSet<>(), others);
    }

    /** An object as a row that belongs to another one, whose id, if it could be read, stands in the first column. */
    static Row part(Input in, String file, JsonTree object, Sheet sheet, Optional<JsonTree> id) {
        String first = sheet.names().get(0);
        return id.map(read -> row(in, file, object.with(first, read), sheet))
                .orElseGet(() -> row(in, file, object, sheet, new TreeSet<>(ImmutableSet.of(first))));
    }

    private static Row row(Input in, String file, JsonTree object, Sheet sheet, Set<String> lost, String... others) {
        Set<String> known = new TreeSet<>(sheet.names());
        known.addAll(List.of(others));
        if (object.kind() != JsonTree.Kind.OBJECT) {
            in.problems()
                    .add(
                            file,
                            object.line(),
                            "",
                            object.text(),
                            "not an object",
                            "Maybe an object with %s.".formatted(sheet.described()));
            lost.addAll(known);
        }
        object.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                in.problems()
                        .add(
                                file,
                                value.line(),
                                Problems.seen(name),
                                name,
                                "not known here (seen: '%s')".formatted(Problems.seen(name)),
                                () -> Closest.to(name, known)
                                        .map("Maybe %s."::formatted)
                                        .orElseGet(() -> "Maybe one of %s.".formatted(String.join(", ", known))));
                Closest.to(name, Sets.difference(known, object.members().keySet()))
                        .ifPresent(lost::add);
            } else if (sheet.columns().containsKey(name) && !isCell(value)) {
                in.problems()
                        .add(
                                file,
                                value.line(),
                                name,
                                "",
                                "not a text or a number",
                                "Maybe put it in quotation marks.");
                lost.add(name);
            }
        });
        return new Row(
                in,
                file,
                object.line(),
                new Row.Cells(
                        column -> object.member(column).map(JsonRows::cell).orElse(""), ImmutableSet.copyOf(lost)));
    }

    /** The objects of an array; what is no array is reported. */
    static ImmutableList<JsonTree> items(Problems problems, String file, JsonTree object, String name) {
        JsonTree array = object.members().get(name);
        if (array == null) {
            return ImmutableList.of();
        }
        if (array.kind() != JsonTree.Kind.ARRAY) {
            problems.add(file, array.line(), name, array.text(), "not an array", "Maybe put it in square brackets.");
        }
        return array.items();
    }

    private static boolean isCell(JsonTree value) {
        return value.isScalar()
                || value.kind() == JsonTree.Kind.ARRAY && value.items().stream().allMatch(JsonTree::isScalar);
    }

    private static String cell(JsonTree value) {
        return value.kind() == JsonTree.Kind.ARRAY
                ? value.items().stream().map(JsonTree::text).collect(Collectors.joining("; "))
                : value.text();
    }
}
