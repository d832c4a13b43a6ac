package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.measure.Source;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Premises;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** A report as Markdown, with the tables of GitHub's dialect; pictures as their tables. */
final class MarkdownPage {

    private static final String SPECIAL = "\\`*_{}[]|#~$";

    private final StringBuilder page = new StringBuilder();

    private MarkdownPage() {}

    static String of(Report report) {
        MarkdownPage markdown = new MarkdownPage();
        markdown.heading(1, report.title(), report.subtitle());
        report.parts().forEach(part -> markdown.part(part, 2));
        markdown.foot(report);
        return markdown.page.toString();
    }

    private void heading(int level, String title, String subtitle) {
        block("#".repeat(Math.min(level, 6)) + " " + escape(Words.name(title)));
        if (!subtitle.isBlank()) {
            block(escape(Words.clean(subtitle, 2 * Words.NAME)));
        }
    }

    /** A paragraph, heading or table, one blank line after what came before. */
    private void block(String text) {
        page.append(page.isEmpty() ? "" : "\n").append(text).append('\n');
    }

    private void part(Part part, int level) {
        if (part instanceof Section section) {
            heading(level, section.title(), section.subtitle());
            section.parts().forEach(inner -> part(inner, level + 1));
        } else if (part instanceof Note note) {
            block("> **" + TextPage.capitalized(note.kind()) + ":** " + escape(Words.clean(note.text(), Words.REMARK)));
        } else if (part instanceof Table table) {
            table(table);
        } else if (part instanceof Tree tree) {
            caption(tree.caption());
            StringBuilder list = new StringBuilder();
            tree(tree.root(), "", list);
            block(list.toString().stripTrailing());
        } else {
            table(Tables.twin(part));
        }
    }

    private void caption(Caption caption) {
        String facts = Amounts.facts(caption);
        block("**" + escape(Words.name(caption.title())) + "**" + (facts.isEmpty() ? "" : "  \n" + escape(facts)));
    }

    private void table(Table whole) {
        Table table = whole.seen();
        caption(table.caption());
        Footnotes notes = new Footnotes();
        StringBuilder text = new StringBuilder();
        row(
                text,
                table.columns().stream()
                        .map(column -> escape(Words.name(column.header()))
                                + column.unit()
                                        .map(Amounts::heading)
                                        .filter(unit -> !unit.isEmpty())
                                        .map(unit -> " (" + escape(unit) + ")")
                                        .orElse(""))
                        .toList());
        row(
                text,
                table.columns().stream()
                        .map(column -> column.align() == Table.Align.RIGHT ? "---:" : ":---")
                        .toList());
        table.rows().forEach(cells -> row(text, cells(table, cells, notes)));
        if (!table.total().isEmpty()) {
            row(
                    text,
                    cells(table, table.total(), notes).stream()
                            .map(cell -> cell.isEmpty() ? "" : "**" + cell + "**")
                            .toList());
        }
        block(text.toString().stripTrailing());
        notes.reasons().forEach((why, letter) -> block("(" + letter + ") " + escape(why)));
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static List<String> cells(Table table, List<Cell> cells, Footnotes notes) {
        ImmutableList.Builder<String> row = ImmutableList.builder();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String text = Amounts.below(table.columns().get(i), cell);
            String letter = notes.letter(cell);
            row.add(escape(text) + (letter.isEmpty() ? "" : " (" + letter + ")"));
        }
        return row.build();
    }

    private static void tree(Tree.Node node, String indent, StringBuilder list) {
        String value = Amounts.told(node.value());
        list.append(indent).append("- ").append(escape(Words.clean(node.label(), Words.REMARK)));
        list.append(value.isEmpty() ? "" : ": **" + escape(value) + "**");
        list.append(node.remark().isBlank() ? "" : " (" + escape(Words.clean(node.remark(), Words.REMARK)) + ")")
                .append('\n');
        node.children().forEach(child -> tree(child, indent + "  ", list));
    }

    private void foot(Report report) {
        if (!report.premises().isEmpty()) {
            heading(2, "Assumptions", "");
            StringBuilder list = new StringBuilder();
            for (Premises kind : report.assumptionsByKind()) {
                list.append("1. ")
                        .append(escape(Words.clean(kind.heading(), Words.REMARK)))
                        .append('\n');
                kind.entries()
                        .forEach(entry -> list.append("   - ")
                                .append(escape(Words.clean(entry, Words.REMARK)))
                                .append('\n'));
            }
            block(list.toString().stripTrailing());
        }
        if (!report.sources().isEmpty()) {
            heading(2, "Sources", "");
            StringBuilder list = new StringBuilder();
            for (Source source : report.sources()) {
                list.append("- **").append(escape(Words.name(source.id()))).append("** ");
                list.append(escape(TextPage.describe(source))).append('\n');
            }
            block(list.toString().stripTrailing());
        }
    }

    /** Words that stay words: no mark-up, no markup of HTML, no address that turns into a link. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case ':' -> escaped.append(text.startsWith("://", i) ? "\\:" : ":");
                case '.' -> escaped.append(text.regionMatches(true, Math.max(0, i - 3), "www", 0, 3) ? "\\." : ".");
                default -> escaped.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
