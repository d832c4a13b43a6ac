package org.lodegraph.render;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Network;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Premises;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Section;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** A report for a terminal. */
final class TextPage {

    /** So many things of a network are told all. */
    private static final int THINGS = 24;

    private final int width;
    private final StringBuilder page = new StringBuilder();

    private TextPage(int width) {
        this.width = width;
    }

    static String of(Report report, int width) {
        TextPage text = new TextPage(width);
        text.heading(report.title(), report.subtitle(), "═");
        report.parts().forEach(text::part);
        text.foot(report);
        return text.page.toString();
    }

    private void heading(String title, String subtitle, String rule) {
        List<String> lines = Words.wrap(Words.name(title), width);
        lines.forEach(this::line);
        int longest = lines.stream().mapToInt(Words::columns).max().orElse(0);
        line(rule.repeat(longest));
        if (!subtitle.isBlank()) {
            wrapped("", Words.clean(subtitle, 2 * Words.NAME));
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** Words behind a lead, under which their further lines hang; a lead that is too long runs on like the words. */
    private void wrapped(String lead, String text) {
        boolean hangs = Words.columns(lead) <= width / 3;
        String indent = " ".repeat(hangs ? Words.columns(lead) : 4);
        List<String> lines = Words.wrap(hangs ? text : lead + text, width - indent.length());
        for (int i = 0; i < lines.size(); i++) {
            line((i > 0 ? indent : hangs ? lead : "") + lines.get(i));
        }
    }

    private void part(Part part) {
        line("");
        if (part instanceof Section section) {
            heading(section.title(), section.subtitle(), "─");
            section.parts().forEach(this::part);
        } else if (part instanceof Note note) {
            wrapped(capitalized(note.kind()) + ": ", Words.clean(note.text(), Words.REMARK));
        } else if (part instanceof Table table) {
            caption(table.seen().caption(), Amounts.facts(table.seen().caption()));
            page.append(TextTable.of(table, width));
        } else if (part instanceof Ribbons ribbons) {
            caption(ribbons.caption(), Amounts.facts(ribbons.caption()));
            page.append(TextTable.of(Tables.of(ribbons), width));
        } else if (part instanceof Network network) {
            caption(network.caption(), Amounts.facts(network.caption()));
            network(network);
        } else if (part instanceof BeforeAfter both) {
            caption(both.caption(), Amounts.facts(both.caption()));
            page.append(TextTable.of(Tables.of(both), width));
        } else if (part instanceof Steps steps) {
            caption(steps.caption(), Amounts.facts(steps.caption()));
            page.append(TextTable.of(Tables.of(steps), width));
        } else if (part instanceof Bars bars) {
            caption(bars.caption(), Amounts.facts(bars.caption(), bars.unit()));
            bars(bars);
        } else if (part instanceof Stacks stacks) {
            caption(stacks.caption(), Amounts.facts(stacks.caption()));
            stacks.stacks().forEach(this::stack);
        } else if (part instanceof Tree tree) {
            caption(tree.caption(), Amounts.facts(tree.caption()));
            tree(tree.root(), "", "");
        }
    }

    /** Each thing in a line, from source to use; of many only what is marked. */
    private void network(Network network) {
        boolean many = network.nodes().size() > THINGS;
        Map<String, String> labels = new LinkedHashMap<>();
        network.nodes().forEach(node -> labels.put(node.id(), node.label()));
        ImmutableListMultimap<String, Network.Link> into = Multimaps.index(network.links(), Network.Link::target);
        List<Network.Node> told = network.nodes().stream()
                .filter(node -> !many || node.mark() != Network.Mark.PLAIN)
                .sorted(Comparator.comparing(Network.Node::layer))
                .toList();
        for (Network.Node node : told) {
            wrapped(
                    node.mark() == Network.Mark.PLAIN ? "- " : "◆ ",
                    Tables.told(
                            node,
                            into.get(node.id()).stream()
                                    .map(link -> labels.get(link.source()) + Tables.marked(link))
                                    .toList()));
        }
        if (told.size() < network.nodes().size()) {
            line("%s others are not marked".formatted(network.nodes().size() - told.size()));
        }
    }

    static String capitalized(Note.Kind kind) {
        String word = kind.name();
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private void caption(Caption caption, String facts) {
        wrapped("", Words.name(caption.title()));
        if (!facts.isEmpty()) {
            wrapped("", facts);
        }
    }

    private void bars(Bars bars) {
        Reach reach = Reach.of(bars);
        Footnotes notes = new Footnotes();
        List<String> names = bars.bars().stream()
                .map(bar -> Words.cut(Words.name(bar.label()), width / 3))
                .toList();
        List<String> values = bars.bars().stream()
                .map(bar -> {
                    String letter = notes.letter(bar.value());
                    return letter.isEmpty() ? Amounts.label(bar.value(), bars.unit()) : "unknown [" + letter + "]";
                })
                .map(value -> Words.cut(value, width / 3))
                .toList();
        int name = names.stream().mapToInt(Words::columns).max().orElse(0);
        int value = values.stream().mapToInt(Words::columns).max().orElse(0);
        int room = width - name - value - 4;
        for (int i = 0; i < names.size(); i++) {
            String strip = strip(bars.bars().get(i).value(), reach, room, bars);
            line(Words.pad(names.get(i), name, false) + "  " + strip + "  " + values.get(i));
        }
        if (bars.bars().isEmpty()) {
            line("(no bars)");
        }
        bars.reference()
                .ifPresent(line -> wrapped(
                        "│ ",
                        Words.name(line.label()) + ": "
                                + Amounts.label(Cell.number(line.value(), bars.unit()), bars.unit())));
        notes.reasons().forEach((why, letter) -> wrapped("[" + letter + "] ", why));
    }

    private static String strip(Cell.Value value, Reach reach, int room, Bars bars) {
        StringBuilder strip = new StringBuilder(" ".repeat(room));
        if (value instanceof Cell.Amount amount) {
            Range range = amount.range();
            fill(strip, reach.place(range.low()), reach.place(range.high()), '░');
            if (range.low() > 0) {
                fill(strip, reach.place(0), reach.place(range.low()), '█');
            } else if (range.high() < 0) {
                fill(strip, reach.place(range.high()), reach.place(0), '█');
            }
        } else if (((Cell.Missing) value).isUnknown()) {
            fill(strip, 0, 1, '?');
        }
        bars.reference().ifPresent(line -> {
            int at = (int) Math.min(room - 1, Math.round(reach.place(line.value()) * room));
            strip.setCharAt(at, '│');
        });
        return strip.toString();
    }

    private static void fill(StringBuilder strip, double from, double to, char with) {
        int room = strip.length();
        int end = (int) Math.round(to * room);
        int start = Math.min((int) Math.round(from * room), to > from ? room - 1 : room);
        for (int at = start; at < Math.max(end, to > from ? start + 1 : start); at++) {
            strip.setCharAt(at, with);
        }
    }

    private void stack(Stacks.Stack whole) {
        Stacks.Stack stack = Fold.fold(whole);
        StringBuilder text = new StringBuilder();
        double known = 0;
        for (Stacks.Piece piece : stack.pieces()) {
            text.append(text.isEmpty() ? "" : " · ")
                    .append(Words.name(piece.label()))
                    .append(' ');
            text.append(Amounts.bare(Cell.share(piece.share())));
            known += piece.share();
        }
        if (StackPicture.leavesUnknown(known)) {
            text.append(text.isEmpty() ? "" : " · ").append("unknown ").append(Amounts.bare(Cell.share(1 - known)));
        }
        if (!stack.remark().isBlank()) {
            text.append(" (").append(Words.name(stack.remark())).append(')');
        }
        wrapped(Words.name(stack.label()) + ": ", text.toString());
    }

    private void tree(Tree.Node node, String lead, String indent) {
        String value = Amounts.told(node.value());
        StringBuilder text = new StringBuilder(Words.clean(node.label(), Words.REMARK));
        text.append(value.isEmpty() ? "" : "  " + value);
        text.append(node.remark().isBlank() ? "" : "  (" + Words.clean(node.remark(), Words.REMARK) + ")");
        int room = width - lead.length();
        // Lines after the first stand further in.
        List<String> lines = Words.wrap(text.toString(), Math.max(20, text.length() <= room ? room : room - 2));
        line((lead + lines.get(0)).stripTrailing());
        lines.subList(1, lines.size()).forEach(more -> line((indent + "  " + more).stripTrailing()));
        for (int i = 0; i < node.children().size(); i++) {
            boolean last = i == node.children().size() - 1;
            tree(node.children().get(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    private void foot(Report report) {
        if (!report.premises().isEmpty()) {
            line("");
            heading("Assumptions", "", "─");
            int number = 1;
            for (Premises kind : report.assumptionsByKind()) {
                wrapped(number++ + ". ", Words.clean(kind.heading(), Words.REMARK));
                kind.entries().forEach(entry -> wrapped("   - ", Words.clean(entry, Words.REMARK)));
            }
        }
        if (!report.sources().isEmpty()) {
            line("");
            heading("Sources", "", "─");
            report.sources().forEach(source -> wrapped("[" + Words.name(source.id()) + "] ", describe(source)));
        }
    }

    /** A source in one line: what it is, where, on what terms. */
    static String describe(Source source) {
        StringBuilder text = new StringBuilder(source.citation());
        for (String part : List.of(source.licence(), source.acknowledgement(), source.url())) {
            if (!part.isBlank()) {
                text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ").append(part);
            }
        }
        return Words.clean(text.toString(), Words.REMARK);
    }
}
