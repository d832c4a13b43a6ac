package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multimaps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lodegraph.measure.Numbers;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Network;
import org.lodegraph.report.Network.Link;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Steps;
import org.lodegraph.report.Table;
import org.lodegraph.report.Table.Column;

/** The numbers of a picture as a table, for readers and media that cannot see it. */
final class Tables {

    /** So many lanes of a picture people see one by one, the largest: where goods mix, there may be very many. */
    private static final int MOST_LANES = 40;

    private Tables() {}

    static Table twin(Part picture) {
        if (picture instanceof Bars bars) {
            return of(bars);
        } else if (picture instanceof Stacks stacks) {
            return of(stacks);
        } else if (picture instanceof Ribbons ribbons) {
            return of(ribbons);
        } else if (picture instanceof Network network) {
            return of(network);
        } else if (picture instanceof BeforeAfter both) {
            return of(both);
        }
        return of((Steps) picture);
    }

    static Table of(Bars bars) {
        Table table = Table.of(bars.caption(), Column.text(""), Column.number("value", bars.unit()))
                .rows(bars.bars().stream()
                        .map(bar -> List.of(Cell.text(bar.label()), bar.value()))
                        .toList());
        return bars.reference()
                .map(line -> table.total(Cell.text(line.label()), Cell.number(line.value(), bars.unit())))
                .orElse(table);
    }

    static Table of(Stacks stacks) {
        return Table.of(
                        stacks.caption(),
                        Column.text(""),
                        Column.text("part"),
                        Column.share("share"),
                        Column.text("remark"))
                .rows(stacks.stacks().stream()
                        .flatMap(stack -> stack.pieces().stream()
                                .map(piece -> List.<Cell>of(
                                        Cell.text(stack.label()),
                                        Cell.text(piece.label()),
                                        Cell.share(piece.share()),
                                        Cell.text(piece == stack.pieces().get(0) ? stack.remark() : ""))))
                        .toList());
    }

    static Table of(Ribbons whole) {
        Ribbons ribbons = Fold.fold(whole);
        Map<String, String> labels = labels(ribbons);
        boolean marked = ribbons.ribbons().stream().anyMatch(ribbon -> ribbon.mark() != Ribbons.Mark.PLAIN);
        Column from = Column.text("from");
        Column to = Column.text("to");
        Column value = Column.number("flow", ribbons.unit());
        Table table = marked
                ? Table.of(ribbons.caption(), from, to, value, Column.text(""))
                : Table.of(ribbons.caption(), from, to, value);
        List<List<Cell>> rows = ribbons.ribbons().stream()
                .map(ribbon -> {
                    ImmutableList.Builder<Cell> row = ImmutableList.builder();
                    row.add(Cell.text(Objects.requireNonNull(labels.get(ribbon.source()))));
                    row.add(Cell.text(Objects.requireNonNull(labels.get(ribbon.target()))));
                    row.add(Cell.number(ribbon.value(), ribbons.unit()));
                    if (marked) {
                        row.add(Cell.text(word(ribbon.mark())));
                    }
                    return (List<Cell>) row.build();
                })
                .toList();
        return table.rows(rows)
                .showing(
                        MOST_LANES,
                        ribbons.ribbons().stream().map(Ribbons.Ribbon::value).toList());
    }

    /** What flowed before and flows after, lane by lane. */
    static Table of(BeforeAfter both) {
        Ribbons before = Fold.fold(both.before());
        Ribbons after = Fold.fold(both.after());
        // What ends sooner on one side has fewer layers there; one place has one name all the same.
        boolean longer = before.layers().size() >= after.layers().size();
        Map<String, String> labels = new LinkedHashMap<>(labels(longer ? after : before));
        labels.putAll(labels(longer ? before : after));
        Map<List<String>, double[]> lanes = new LinkedHashMap<>();
        addLanes(lanes, labels, before, 0);
        addLanes(lanes, labels, after, 1);
        Table table = Table.of(
                both.caption(),
                Column.text("from"),
                Column.text("to"),
                Column.number("before", both.before().unit()),
                Column.number("after", both.before().unit()));
        return table.rows(lanes.entrySet().stream()
                        .map(lane -> List.<Cell>of(
                                Cell.text(lane.getKey().get(0)),
                                Cell.text(lane.getKey().get(1)),
                                amount(lane.getValue()[0], both),
                                amount(lane.getValue()[1], both)))
                        .toList())
                .showing(
                        MOST_LANES,
                        lanes.values().stream()
                                .map(ends -> Math.max(ends[0], ends[1]))
                                .toList());
    }

    private static Cell amount(double value, BeforeAfter both) {
        return Cell.number(Numbers.published(value), both.before().unit());
    }

    private static void addLanes(
            Map<List<String>, double[]> lanes, Map<String, String> labels, Ribbons ribbons, int side) {
        ribbons.ribbons()
                .forEach(ribbon -> lanes.computeIfAbsent(
                                        List.of(
                                                Objects.requireNonNull(labels.get(ribbon.source())),
                                                Objects.requireNonNull(labels.get(ribbon.target()))),
                                        any -> new double[2])[side] +=
                        ribbon.value());
    }

    private static Map<String, String> labels(Ribbons ribbons) {
        Map<String, String> labels = new LinkedHashMap<>();
        ribbons.nodes().forEach(node -> labels.put(node.id(), label(ribbons, node)));
        return labels;
    }

    /** A node, told apart from one of the same name in another layer; where the last layer is, everything ends. */
    private static String label(Ribbons ribbons, Ribbons.Node node) {
        int layers = ribbons.layers().size();
        return layers > 2 && node.layer() < layers - 1
                ? "%s, %s".formatted(node.label(), ribbons.layers().get(node.layer()))
                : node.label();
    }

    /** A mark in words; empty for a plain flow. What does not come this way any more need not be lost: it may go elsewhere. */
    static String word(Ribbons.Mark mark) {
        return switch (mark) {
            case PLAIN -> "";
            case BLOCKED -> "blocked";
            case LOST -> "no longer comes this way";
            case GAINED -> "comes this way anew";
        };
    }

    /** What each node of a network is made of. */
    static Table of(Network network) {
        Map<String, String> labels = new LinkedHashMap<>();
        network.nodes().forEach(node -> labels.put(node.id(), node.label()));
        ImmutableListMultimap<String, Link> into = Multimaps.index(network.links(), Link::target);
        return Table.of(
                        network.caption(),
                        Column.text("what"),
                        Column.text("needs"),
                        Column.text("of"),
                        Column.text("in any of"),
                        Column.text("more"),
                        Column.text("marks"))
                .rows(network.nodes().stream()
                        .sorted(Comparator.comparing(Network.Node::layer))
                        .<List<Cell>>map(node -> {
                            List<Link> links = into.get(node.id());
                            String needs = links.isEmpty() ? "" : node.needs() == Network.Needs.ALL ? "all" : "any";
                            return ImmutableList.of(
                                    Cell.text(node.label()),
                                    Cell.text(needs),
                                    Cell.text(links.stream()
                                            .map(link -> labels.get(link.source()) + marked(link))
                                            .collect(Collectors.joining("; "))),
                                    Cell.text(String.join("; ", node.places())),
                                    Cell.text(String.join("; ", node.details())),
                                    Cell.text(marked(node)));
                        })
                        .toList());
    }

    /** How a link is marked, in parentheses; empty if it is not. */
    static String marked(Link link) {
        return link.mark() == Network.Mark.PLAIN ? "" : " (" + word(link.mark()) + ")";
    }

    /** All that is said of a node, in one line; what it needs is kept apart from where it is had. */
    static String told(Network.Node node, List<String> suppliers) {
        List<String> parts = new ArrayList<>();
        if (!suppliers.isEmpty()) {
            String needs = suppliers.size() < 2 ? "" : node.needs() == Network.Needs.ALL ? "all of " : "any of ";
            parts.add("needs " + needs + Words.join(suppliers));
        }
        if (!node.places().isEmpty()) {
            parts.add((node.places().size() == 1 ? "in " : "in any of ") + Words.join(node.places()));
        }
        node.details().forEach(detail -> parts.add(Words.name(detail)));
        if (node.mark() != Network.Mark.PLAIN) {
            parts.add(Words.name(marked(node)));
        }
        String told = parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
        return Words.name(node.label()) + (told.isEmpty() ? "" : ": " + told);
    }

    /** How a node is marked and why; empty if it is not. */
    static String marked(Network.Node node) {
        return word(node.mark()) + (node.remark().isEmpty() ? "" : ": " + node.remark());
    }

    private static String word(Network.Mark mark) {
        return mark == Network.Mark.PLAIN ? "" : mark.name().toLowerCase(Locale.ROOT);
    }

    static Table of(Steps steps) {
        Set<LocalDate> days = new TreeSet<>();
        steps.series().forEach(line -> line.steps().forEach(step -> days.add(step.since())));
        steps.events().forEach(event -> days.add(event.day()));
        boolean told = !steps.events().isEmpty();
        boolean yearly = isYearly(days);
        ImmutableList.Builder<Column> columns =
                ImmutableList.<Column>builder().add(Column.text(yearly ? "year" : "from"));
        steps.series().forEach(line -> columns.add(Column.number(line.label(), steps.unit())));
        if (told) {
            columns.add(Column.text("event"));
        }
        ImmutableList.Builder<List<Cell>> rows = ImmutableList.builder();
        for (LocalDate day : ImmutableSortedSet.copyOf(days)) {
            ImmutableList.Builder<Cell> row = ImmutableList.builder();
            row.add(Cell.text(yearly ? Integer.toString(day.getYear()) : day.toString()));
            steps.series().forEach(line -> row.add(at(line, day)));
            if (told) {
                row.add(Cell.text(String.join(
                        "; ",
                        steps.events().stream()
                                .filter(event -> event.day().equals(day))
                                .map(Steps.Event::label)
                                .toList())));
            }
            rows.add(row.build());
        }
        return new Table(steps.caption(), columns.build(), rows.build(), ImmutableList.of());
    }

    /** Whether every day is the first of a year. */
    static boolean isYearly(Set<LocalDate> days) {
        return days.stream().allMatch(day -> day.getDayOfYear() == 1);
    }

    private static Cell at(Steps.Series line, LocalDate day) {
        Cell last = Cell.empty();
        for (Steps.Step step : line.steps()) {
            if (!step.since().isAfter(day)) {
                last = step.value();
            }
        }
        return last;
    }
}
