package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;
import org.lodegraph.report.Table.Align;
import org.lodegraph.report.Table.Column;

/** A table in aligned columns. Words wrap within their column; a table that still does not fit is written row by row. */
final class TextTable {

    private static final String GAP = "  ";
    private static final int NARROWEST = 10;

    private final Table table;
    private final int width;
    private final Footnotes notes = new Footnotes();
    private final List<List<String>> rows = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    private TextTable(Table table, int width) {
        this.table = table;
        this.width = width;
    }

    static String of(Table table, int width) {
        return new TextTable(table.seen(), width).write();
    }

    private String write() {
        rows.add(table.columns().stream()
                .map(column -> Words.name(column.header()))
                .toList());
        rows.add(table.columns().stream()
                .map(column -> column.unit().map(Amounts::heading).orElse(""))
                .toList());
        table.rows().forEach(row -> rows.add(row(row)));
        if (!table.total().isEmpty()) {
            rows.add(row(table.total()));
        }
        int[] widths = widths();
        if (widths.length == 0) {
            records();
        } else {
            columns(widths);
        }
        if (table.rows().isEmpty()) {
            page.append("(no rows)\n");
        }
        notes.reasons().forEach((why, letter) -> {
            for (String line : Words.wrap("[" + letter + "] " + why, width)) {
                page.append(line).append('\n');
            }
        });
        return page.toString();
    }

    private List<String> row(List<Cell> cells) {
        ImmutableList.Builder<String> row = ImmutableList.builder();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String text = Amounts.below(table.columns().get(i), cell);
            String letter = notes.letter(cell);
            row.add(letter.isEmpty() ? text : text + " [" + letter + "]");
        }
        return row.build();
    }

    /** The width of each column; empty if they do not fit side by side. */
    private int[] widths() {
        int count = table.columns().size();
        int[] widths = new int[count];
        int room = width - GAP.length() * (count - 1);
        for (List<String> row : rows) {
            for (int i = 0; i < count; i++) {
                widths[i] = Math.max(widths[i], Words.columns(row.get(i)));
            }
        }
        while (sum(widths) > room) {
            int widest = -1;
            for (int i = 0; i < count; i++) {
                boolean wraps = table.columns().get(i).align() == Align.LEFT && widths[i] > NARROWEST;
                if (wraps && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return new int[0];
            }
            widths[widest] = Math.max(NARROWEST, Math.min(widths[widest] - 1, widths[widest] - (sum(widths) - room)));
        }
        return widths;
    }

    private static int sum(int[] widths) {
        int sum = 0;
        for (int width : widths) {
            sum += width;
        }
        return sum;
    }

    private void columns(int[] widths) {
        int body = 2;
        boolean units = rows.get(1).stream().anyMatch(unit -> !unit.isEmpty());
        for (int i = 0; i < rows.size(); i++) {
            boolean total = !table.total().isEmpty() && i == rows.size() - 1;
            if (i == body || total && i > body) {
                rule(widths);
            }
            if (i != 1 || units) {
                line(rows.get(i), widths);
            }
        }
        if (rows.size() == body) {
            rule(widths);
        }
    }

    private void rule(int[] widths) {
        ImmutableList.Builder<String> rule = ImmutableList.builder();
        for (int width : widths) {
            rule.add("─".repeat(width));
        }
        page.append(String.join(GAP, rule.build())).append('\n');
    }

    private void line(List<String> row, int[] widths) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(Words.wrap(row.get(i), Math.max(1, widths[i])));
            height = Math.max(height, wrapped.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                boolean right = table.columns().get(i).align() == Align.RIGHT;
                text.append(i == 0 ? "" : GAP).append(Words.pad(part, widths[i], right));
            }
            page.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private void records() {
        for (List<String> row : rows.subList(2, rows.size())) {
            for (int i = 0; i < row.size(); i++) {
                Column column = table.columns().get(i);
                if (row.get(i).isEmpty()) {
                    continue;
                }
                boolean known = !row.get(i).startsWith("unknown");
                String unit = known ? rows.get(1).get(i) : "";
                String line = Words.name(column.header()) + ": " + row.get(i) + (unit.isEmpty() ? "" : " " + unit);
                for (String part : Words.wrap(line, width)) {
                    page.append(part).append('\n');
                }
            }
            page.append('\n');
        }
    }
}
