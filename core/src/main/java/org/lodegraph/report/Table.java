package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lodegraph.measure.Unit;

/**
 * A table. Every amount of a column that names a unit is in that unit. Programs get all rows and columns; people may be shown
 * a {@link #brief} of them.
 *
 * @param caption what it shows
 * @param columns its columns, at least one
 * @param rows all its rows, each with one cell per column
 * @param total a last row that sums up; empty if there is none
 * @param brief what people see instead, which says what it leaves out; empty if they see all
 */
public record Table(
        Caption caption, List<Column> columns, List<List<Cell>> rows, List<Cell> total, Optional<Table> brief)
        implements Captioned {

    /**
     * Copies and checks every row.
     *
     * @throws IllegalArgumentException if there is no column, a row has another number of cells, or an amount another
     *     unit than its column
     */
    public Table {
        Objects.requireNonNull(caption, "caption");
        Objects.requireNonNull(brief, "brief");
        columns = ImmutableList.copyOf(columns);
        total = ImmutableList.copyOf(total);
        ImmutableList.Builder<List<Cell>> copies = ImmutableList.builderWithExpectedSize(rows.size());
        for (List<Cell> row : rows) {
            copies.add(ImmutableList.copyOf(row));
        }
        rows = copies.build();
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "Table '%s': has no columns (%s rows seen). Maybe Table.of(caption, Column.text(\"country\"), ...)."
                            .formatted(caption.title(), rows.size()));
        }
        for (int i = 0; i < rows.size(); i++) {
            check(caption, columns, rows.get(i), "row " + (i + 1));
        }
        if (!total.isEmpty()) {
            check(caption, columns, total, "the total");
        }
    }

    /**
     * A table of which people see all.
     *
     * @param caption what it shows
     * @param columns its columns, at least one
     * @param rows its rows, each with one cell per column
     * @param total a last row that sums up; empty if there is none
     */
    public Table(Caption caption, List<Column> columns, List<List<Cell>> rows, List<Cell> total) {
        this(caption, columns, rows, total, Optional.empty());
    }

    private static void check(Caption caption, List<Column> columns, List<Cell> row, String which) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "Table '%s': %s has %s cells for %s columns. Maybe Cell.empty() where nothing belongs."
                            .formatted(caption.title(), which, row.size(), columns.size()));
        }
        for (int i = 0; i < row.size(); i++) {
            Optional<Unit> unit = columns.get(i).unit();
            if (row.get(i) instanceof Cell.Amount amount
                    && unit.isPresent()
                    && !amount.range().unit().equals(unit.orElseThrow())) {
                throw new IllegalArgumentException(
                        "Table '%s': %s, column '%s' is in %s (seen: %s). Maybe convert it, or leave the column's unit out."
                                .formatted(
                                        caption.title(),
                                        which,
                                        columns.get(i).header(),
                                        unit.orElseThrow(),
                                        amount.range()));
            }
        }
    }

    /**
     * A table without rows; they follow by copies.
     *
     * @param caption what it shows
     * @param columns its columns
     * @return the table
     */
    public static Table of(Caption caption, Column... columns) {
        return new Table(caption, ImmutableList.copyOf(columns), ImmutableList.of(), ImmutableList.of());
    }

    /**
     * A copy with one more row, of which people see all. For many rows, {@link #rows(List)} copies only once.
     *
     * @param cells one per column
     * @return the copy
     */
    public Table row(Cell... cells) {
        return rows(List.of(ImmutableList.copyOf(cells)));
    }

    /**
     * A copy with more rows, of which people see all.
     *
     * @param more the rows, each with one cell per column
     * @return the copy
     */
    public Table rows(List<? extends List<? extends Cell>> more) {
        ImmutableList.Builder<List<Cell>> all =
                ImmutableList.<List<Cell>>builder().addAll(rows);
        more.forEach(row -> all.add(ImmutableList.copyOf(row)));
        return new Table(caption, columns, all.build(), total);
    }

    /**
     * A copy with a last row that sums up, of which people see all.
     *
     * @param cells one per column
     * @return the copy
     */
    public Table total(Cell... cells) {
        return new Table(caption, columns, rows, ImmutableList.copyOf(cells));
    }

    /**
     * A copy of which people see the first rows, and how many more there are. One more is shown, too, for it takes no more
     * room than to say so.
     *
     * @param most so many rows
     * @return the copy
     */
    public Table showing(int most) {
        int left = rows.size() - most;
        if (left <= 1) {
            return this;
        }
        return showing(new Table(
                caption,
                columns,
                ImmutableList.<List<Cell>>builder()
                        .addAll(rows.subList(0, most))
                        .add(saying("%s not shown".formatted(left)))
                        .build(),
                total));
    }

    /**
     * A copy of which people see the largest rows, in their order, and how many smaller ones there are.
     *
     * @param most so many rows, and those that are as large as the smallest of them
     * @param sizes how large each row is, in the order of the rows
     * @return the copy
     */
    public Table showing(int most, List<Double> sizes) {
        if (rows.size() - most <= 1) {
            return this;
        }
        double least = sizes.stream()
                .sorted(Comparator.reverseOrder())
                .skip(most - 1L)
                .findFirst()
                .orElseThrow();
        ImmutableList.Builder<List<Cell>> shown = ImmutableList.builder();
        int left = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (sizes.get(i) >= least) {
                shown.add(rows.get(i));
            } else {
                left++;
            }
        }
        return left == 0
                ? this
                : showing(new Table(
                        caption,
                        columns,
                        shown.add(saying("%s smaller ones not shown".formatted(left)))
                                .build(),
                        total));
    }

    private List<Cell> saying(String words) {
        ImmutableList.Builder<Cell> cells = ImmutableList.<Cell>builder().add(Cell.text(words));
        columns.stream().skip(1).forEach(column -> cells.add(Cell.empty()));
        return cells.build();
    }

    /**
     * A copy of which people see something shorter.
     *
     * @param shorter what they see; it says what it leaves out
     * @return the copy
     */
    public Table showing(Table shorter) {
        return new Table(caption, columns, rows, total, Optional.of(shorter));
    }

    /**
     * What people see.
     *
     * @return the brief, or all of it
     */
    public Table seen() {
        return brief.orElse(this);
    }

    /** On which side of a column its cells stand. */
    public enum Align {
        /** Words. */
        LEFT,
        /** Numbers. */
        RIGHT
    }

    /**
     * A column.
     *
     * @param header its heading
     * @param unit the unit of its amounts; empty if each cell names its own
     * @param align on which side its cells stand
     */
    public record Column(String header, Optional<Unit> unit, Align align) {
        /** Checks that nothing is missing. */
        public Column {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(align, "align");
        }

        /**
         * A column of words.
         *
         * @param header its heading
         * @return the column
         */
        public static Column text(String header) {
            return new Column(header, Optional.empty(), Align.LEFT);
        }

        /**
         * A column of amounts in one unit.
         *
         * @param header its heading
         * @param unit the unit
         * @return the column
         */
        public static Column number(String header, Unit unit) {
            return new Column(header, Optional.of(unit), Align.RIGHT);
        }

        /**
         * A column of shares, printed in percent.
         *
         * @param header its heading
         * @return the column
         */
        public static Column share(String header) {
            return number(header, Unit.SHARE);
        }

        /**
         * A column of counts or of numbers on their own scale.
         *
         * @param header its heading
         * @return the column
         */
        public static Column count(String header) {
            return number(header, Unit.INDEX);
        }

        /**
         * A column of amounts that each name their unit.
         *
         * @param header its heading
         * @return the column
         */
        public static Column amount(String header) {
            return new Column(header, Optional.empty(), Align.RIGHT);
        }
    }
}
