package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Premises;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** A report as HTML: no script, no address outside, its pictures inside. */
final class HtmlPage {

    /** From so many sections on, a page begins with a list of them. */
    private static final int CONTENTS = 3;
    /** Lists that are longer are folded away. */
    private static final int LONG = 6;
    /** Cells that are longer are sentences, and need room. */
    private static final int SENTENCE = 24;

    private final Markup page = new Markup();
    private final Palette palette = new Palette();
    private final boolean whole;
    private int pictures;
    private int sections;

    private HtmlPage(boolean whole) {
        this.whole = whole;
    }

    /** One file. */
    static String of(Report report) {
        HtmlPage html = new HtmlPage(true);
        html.page.raw("<!DOCTYPE html>\n");
        html.page.open("html", "lang", "en").line().open("head").line();
        html.page.leaf("meta", "charset", "utf-8").line();
        html.page
                .leaf("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.page.leaf("meta", "name", "color-scheme", "content", "light dark").line();
        html.page.element("title", Words.name(report.title())).line();
        html.page.open("style").raw("\n" + Style.page()).close().line();
        html.page.close().line().open("body", "class", "lodegraph").open("main").line();
        html.report(report);
        return html.page.close().close().line().close().line().toString();
    }

    /** A piece of a page, such as the output of a notebook cell. */
    static String piece(Report report) {
        HtmlPage html = new HtmlPage(false);
        html.page.open("div", "class", "lodegraph").line();
        html.page.open("style").raw("\n" + Style.piece()).close().line();
        html.page.open("div").line();
        html.report(report);
        return html.page.close().close().line().toString();
    }

    private void report(Report report) {
        heading(1, report.title(), report.subtitle(), "");
        List<Section> list = report.parts().stream()
                .filter(Section.class::isInstance)
                .map(Section.class::cast)
                .toList();
        if (whole && list.size() >= CONTENTS) {
            page.open("nav", "aria-label", "Contents").open("ol").line();
            for (int i = 0; i < list.size(); i++) {
                page.open("li").element("a", Words.name(list.get(i).title()), "href", "#section-" + (i + 1));
                page.close().line();
            }
            page.close().close().line();
        }
        report.parts().forEach(part -> part(part, 2));
        foot(report);
    }

    private void heading(int level, String title, String subtitle, String id) {
        String element = "h" + Math.min(level, 6);
        page.element(element, Words.name(title), "id", id).line();
        if (!subtitle.isBlank()) {
            page.element("p", Words.clean(subtitle, 2 * Words.NAME), "class", "lg-lead")
                    .line();
        }
    }

    private void part(Part part, int level) {
        if (part instanceof Section section) {
            page.open("section").line();
            heading(level, section.title(), section.subtitle(), whole && level == 2 ? "section-" + ++sections : "");
            section.parts().forEach(inner -> part(inner, level + 1));
            page.close().line();
        } else if (part instanceof Note note) {
            page.open("p", "class", "lg-note lg-" + note.kind().name().toLowerCase(Locale.ROOT));
            page.element("b", TextPage.capitalized(note.kind()));
            page.text(Words.clean(note.text(), Words.REMARK)).close().line();
        } else if (part instanceof Table table) {
            figure(table.seen().caption(), Amounts.facts(table.seen().caption()));
            table(table);
            page.close().line();
        } else if (part instanceof Tree tree) {
            figure(tree.caption(), Amounts.facts(tree.caption()));
            page.open("ul", "class", "lg-tree").line();
            tree(tree.root());
            page.close().close().line();
        } else {
            picture(part);
        }
    }

    private void figure(Caption caption, String facts) {
        page.open("figure").open("figcaption").text(Words.name(caption.title()));
        if (!facts.isEmpty()) {
            page.element("span", facts);
        }
        page.close().line();
    }

    private void picture(Part part) {
        Picture picture = Picture.of(part, palette);
        figure(picture.caption(), picture.facts());
        page.open("div", "class", part instanceof BeforeAfter ? "lg-scroll lg-broad" : "lg-scroll")
                .raw(picture.inline(prefix(part) + "-" + ++pictures))
                .close()
                .line();
        page.open("details", "class", "lg-twin")
                .element("summary", "The numbers")
                .line();
        table(Tables.twin(part));
        page.close().close().line();
    }

    /** A prefix for ids that only an equal picture shares. */
    static String prefix(Part part) {
        return "lg-"
                + Hashing.sha256()
                        .hashString(part.toString(), StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 10);
    }

    private void table(Table whole) {
        Table table = whole.seen();
        Footnotes notes = new Footnotes();
        page.open(
                "div",
                "class",
                "lg-scroll",
                "role",
                "region",
                "tabindex",
                "0",
                "aria-label",
                Words.name(table.caption().title()));
        page.open("table").line().open("thead").open("tr");
        for (Table.Column column : table.columns()) {
            String right = column.align() == Table.Align.RIGHT ? "lg-n" : "";
            page.open("th", "scope", "col", "class", right).text(Words.name(column.header()));
            String unit = column.unit().map(Amounts::heading).orElse("");
            if (!unit.isEmpty()) {
                page.element("span", unit);
            }
            page.close();
        }
        page.close().close().line().open("tbody").line();
        table.rows().forEach(row -> row(table, row, notes));
        if (table.rows().isEmpty()) {
            page.open("tr")
                    .element(
                            "td",
                            "no rows",
                            "class",
                            "lg-unknown",
                            "colspan",
                            Integer.toString(table.columns().size()));
            page.close().line();
        }
        page.close().line();
        if (!table.total().isEmpty()) {
            page.open("tfoot").line();
            row(table, table.total(), notes);
            page.close().line();
        }
        page.close().close().line();
        notes.reasons().forEach((why, letter) -> {
            page.open("p", "class", "lg-why").element("sup", letter).text(" " + why);
            page.close().line();
        });
    }

    private void row(Table table, List<Cell> row, Footnotes notes) {
        page.open("tr");
        for (int i = 0; i < row.size(); i++) {
            Table.Column column = table.columns().get(i);
            Cell cell = row.get(i);
            String letter = notes.letter(cell);
            ImmutableList.Builder<String> classes = ImmutableList.builder();
            boolean isLong = Amounts.below(column, cell).length() > SENTENCE;
            if (column.align() == Table.Align.RIGHT && !(isLong && cell instanceof Cell.Text)) {
                classes.add(isLong && column.unit().isEmpty() ? "lg-n lg-wide" : "lg-n");
            }
            if (!letter.isEmpty()) {
                classes.add("lg-unknown");
            }
            if (cell instanceof Cell.Text text) {
                if (text.text().length() > SENTENCE) {
                    classes.add("lg-long");
                } else if (text.text().indexOf(' ') < 0) {
                    classes.add("lg-word");
                }
            }
            String share = share(column, cell);
            if (!share.isEmpty()) {
                classes.add("lg-share");
            }
            page.open("td", "class", String.join(" ", classes.build()), "style", share);
            page.text(Amounts.below(column, cell));
            if (!letter.isEmpty()) {
                page.element("sup", letter);
            }
            page.close();
        }
        page.close().line();
    }

    /** A thin line below a share, as long as the share is large. */
    private static String share(Table.Column column, Cell cell) {
        if (column.unit().equals(Optional.of(Unit.SHARE)) && cell instanceof Cell.Amount amount) {
            Range range = amount.range();
            if (range.isExact() && range.low() >= 0 && range.low() <= 1) {
                return "background-size:" + Markup.across(range.low()) + " 3px";
            }
        }
        return "";
    }

    private void tree(Tree.Node node) {
        String value = Amounts.full(node.value());
        page.open("li").text(Words.clean(node.label(), Words.REMARK));
        if (!value.isEmpty()) {
            page.text(" ").element("b", value);
        }
        if (node.value() instanceof Cell.Missing missing && missing.isUnknown()) {
            page.text(" ").element("i", Words.clean(missing.why(), Words.REMARK));
        }
        if (!node.remark().isBlank()) {
            page.text(" ").element("i", Words.clean(node.remark(), Words.REMARK));
        }
        if (!node.children().isEmpty()) {
            page.open("ul").line();
            node.children().forEach(this::tree);
            page.close();
        }
        page.close().line();
    }

    private void foot(Report report) {
        if (report.premises().isEmpty() && report.sources().isEmpty()) {
            return;
        }
        page.open("footer", "class", "lg-foot").line();
        if (!report.premises().isEmpty()) {
            heading(2, "Assumptions", report.premises().size() + " in all", "");
            page.open("ol").line();
            report.assumptionsByKind().forEach(this::premises);
            page.close().line();
        }
        if (!report.sources().isEmpty()) {
            heading(2, "Sources", "", "");
            begin(report.sources().size() + " sources", report.sources().size(), "ul");
            for (Source source : report.sources()) {
                page.open("li").element("b", Words.name(source.id()));
                page.text(" " + TextPage.describe(source)).close().line();
            }
            end(report.sources().size());
        }
        page.close().line();
    }

    /** One line for each kind; what it stands for is folded below. */
    private void premises(Premises kind) {
        String heading = Words.clean(kind.heading(), Words.REMARK);
        if (kind.entries().isEmpty()) {
            page.element("li", heading).line();
            return;
        }
        page.open("li").open("details").element("summary", heading).open("ul").line();
        kind.entries()
                .forEach(entry ->
                        page.element("li", Words.clean(entry, Words.REMARK)).line());
        page.close().close().close().line();
    }

    private void begin(String summary, int size, String list) {
        if (size > LONG) {
            page.open("details").element("summary", summary).line();
        }
        page.open(list).line();
    }

    private void end(int size) {
        page.close();
        if (size > LONG) {
            page.close();
        }
        page.line();
    }
}
