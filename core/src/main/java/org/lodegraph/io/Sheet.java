package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * The columns of one file, in the order in which they are written. Columns that must be there are always written; others
 * only if a row says something in them. In JSON a row is an object and its columns are members.
 *
 * @param file its name; in JSON without {@code .csv}
 * @param columns what each column holds
 * @param required columns that must be there
 */
record Sheet(String file, ImmutableMap<String, Kind> columns, ImmutableSet<String> required) {

    /** What a column holds: in CSV all of it is text, in JSON it has types. */
    enum Kind {
        /** A word or free text. */
        TEXT,
        /** A number; also a range or another spread, which is text in JSON too. */
        NUMBER,
        /** Yes or no. */
        FLAG,
        /** Words separated by semicolons; in JSON an array. */
        LIST
    }

    /** What follows the name of a figure's column in the names of the columns beside it. */
    static final ImmutableList<String> FIGURE = ImmutableList.of("_unit", "_status", "_source", "_locator", "_note");

    static Sheet of(String file, String... required) {
        return new Sheet(file, ImmutableMap.of(), ImmutableSet.copyOf(required)).plus(Kind.TEXT, required);
    }

    Sheet optional(String... more) {
        return plus(Kind.TEXT, more);
    }

    Sheet list(String... more) {
        return plus(Kind.LIST, more);
    }

    Sheet flag(String more) {
        return plus(Kind.FLAG, more);
    }

    Sheet number(String more) {
        return plus(Kind.NUMBER, more);
    }

    Sheet figure(String name) {
        return number(name).plus(Kind.TEXT, FIGURE.stream().map(name::concat).toArray(String[]::new));
    }

    /** Its name in JSON. */
    String name() {
        return file.replace(".csv", "");
    }

    ImmutableList<String> names() {
        return columns.keySet().asList();
    }

    /** The columns for people: a figure's neighbors go without saying. */
    String described() {
        return String.join(
                ", ", names().stream().filter(name -> !isNeighbor(name)).toList());
    }

    private boolean isNeighbor(String name) {
        return FIGURE.stream()
                .anyMatch(suffix -> name.endsWith(suffix)
                        && columns.containsKey(name.substring(0, name.length() - suffix.length())));
    }

    private Sheet plus(Kind kind, String... more) {
        ImmutableMap.Builder<String, Kind> all =
                ImmutableMap.<String, Kind>builder().putAll(columns);
        for (String name : more) {
            all.put(name, kind);
        }
        return new Sheet(file, all.buildKeepingLast(), required);
    }
}
