package org.lodegraph.query;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Id;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Compare.Delta;
import org.lodegraph.query.Compare.Kind;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;

/**
 * What a chain or an answer says, as named things with named parts.
 *
 * @param title what says it
 * @param things the parts of each thing of a chain, or each finding of an answer, by name; the names of parts say whose they
 *     are
 * @param warnings what an answer warns of
 * @param tables the tables of an answer: what their rows are called depends on what they are compared with
 * @param flows its pictures of flows
 */
record Contents(
        String title,
        Map<String, Map<String, Cell>> things,
        Set<String> warnings,
        List<Table> tables,
        List<Ribbons> flows) {

    private static final Comparator<Delta> LARGEST_FIRST =
            Comparator.comparingDouble((Delta delta) -> -delta.size()).thenComparing(Delta::place);

    // ---- answers

    static Contents of(Report report) {
        Contents contents = new Contents(
                report.title(), new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        contents.addParts(report.parts());
        return contents;
    }

    private void addParts(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Section section) {
                addParts(section.parts());
            } else if (part instanceof Table table) {
                tables.add(table);
            } else if (part instanceof Ribbons ribbons) {
                flows.add(ribbons);
            } else if (part instanceof Note note && note.kind() == Note.Kind.FINDING) {
                addNote("finding " + (things.size() + 1), note.text(), things);
            } else if (part instanceof Note note && note.kind() == Note.Kind.WARNING) {
                warnings.add(note.text());
            }
        }
    }

    private static void addNote(String name, String text, Map<String, Map<String, Cell>> notes) {
        notes.put(name, ImmutableMap.of(name, Cell.text(text)));
    }

    // ---- chains

    static Contents of(SupplyChain chain) {
        Map<String, Map<String, Cell>> things = new LinkedHashMap<>();
        things.put(
                "chain",
                ImmutableMap.of(
                        "year of the chain", Cell.text(Integer.toString(chain.year())),
                        "date of the chain", Cell.text(chain.date().toString())));
        chain.statedAssumptions().forEach(assumption -> things.put("assumption: " + assumption, ImmutableMap.of()));
        for (Entity entity : chain.entities()) {
            Entity bare = entity.mapFigures((place, figure) -> Figure.stated(1, figure.unit()));
            if (bare instanceof Facility facility) {
                add(facility.id(), facility.withLines(ImmutableList.of()), things);
                for (Line line : facility.lines()) {
                    add(new LineId(facility.id(), line.name()), line, things);
                }
            } else {
                add(bare.id(), (Record) bare, things);
            }
        }
        chain.forEachFigure((place, figure) ->
                Objects.requireNonNull(things.get(name(place.owner()))).put(place.toString(), Cell.of(figure)));
        return new Contents(
                "the chain of %s on %s".formatted(chain.year(), chain.date()),
                things,
                ImmutableSet.of(),
                ImmutableList.of(),
                ImmutableList.of());
    }

    /** Flows that another says, too, if they are others there. */
    List<BeforeAfter> flowsBefore(Contents after) {
        return flows.stream()
                .flatMap(before -> after.flows.stream()
                        .filter(other ->
                                other.caption().title().equals(before.caption().title())
                                        && other.unit().equals(before.unit()))
                        .limit(1)
                        .map(other -> BeforeAfter.of(before.caption(), before, other)))
                .filter(both -> !both.isSame())
                .collect(ImmutableList.toImmutableList());
    }

    private static String name(Id id) {
        return "%s '%s'".formatted(id.kind().toLowerCase(Locale.ROOT), id.value());
    }

    /** What a thing says beside its figures, which have places of their own. */
    private static void add(Id id, Record thing, Map<String, Map<String, Cell>> things) {
        Map<String, Cell> parts = new LinkedHashMap<>();
        for (RecordComponent component : thing.getClass().getRecordComponents()) {
            if (!isFigures(component)) {
                parts.put("%s of %s".formatted(component.getName(), name(id)), Cell.text(text(component, thing)));
            }
        }
        things.put(name(id), parts);
    }

    /** Whether it is a figure, a map of figures, or a record of nothing but figures. */
    private static boolean isFigures(RecordComponent component) {
        return component.getGenericType().getTypeName().contains(Figure.class.getName())
                || component.getType().isRecord()
                        && Arrays.stream(component.getType().getRecordComponents())
                                .allMatch(Contents::isFigures);
    }

    private static String text(RecordComponent component, Record thing) {
        try {
            return words(component.getAccessor().invoke(thing));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value without its figures. */
    private static String words(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.map(Contents::words).orElse("not said");
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Contents::words).collect(joining(", ", "[", "]"));
        }
        if (value instanceof Record record && hasFigures(record)) {
            return Arrays.stream(record.getClass().getRecordComponents())
                    .filter(component -> !isFigures(component))
                    .map(component -> text(component, record))
                    .collect(joining(", "));
        }
        return Objects.toString(value);
    }

    private static boolean hasFigures(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents()).anyMatch(Contents::isFigures);
    }

    // ---- comparison

    List<Delta> comparedTo(Contents other, Share tolerance) {
        RowNames.Named rows = RowNames.of(tables, other.tables);
        return Stream.of(
                        deltas(things, other.things, tolerance).stream(),
                        deltas(named(warnings, other), named(other.warnings, other), tolerance).stream(),
                        deltas(rows.before(), rows.after(), tolerance).stream())
                .flatMap(deltas -> deltas)
                .sorted(LARGEST_FIRST)
                .toList();
    }

    /** Warnings come and go by themselves, so they are numbered over both sides: the same has the same number on both. */
    private Map<String, Map<String, Cell>> named(Set<String> own, Contents other) {
        List<String> all = Sets.union(warnings, other.warnings).immutableCopy().asList();
        Map<String, Map<String, Cell>> named = new LinkedHashMap<>();
        own.forEach(text -> addNote("warning " + (all.indexOf(text) + 1), text, named));
        return named;
    }

    private static List<Delta> deltas(
            Map<String, Map<String, Cell>> ones, Map<String, Map<String, Cell>> others, Share tolerance) {
        ImmutableList.Builder<Delta> deltas = ImmutableList.builder();
        for (String thing : Sets.union(ones.keySet(), others.keySet())) {
            Map<String, Cell> before = ones.get(thing);
            Map<String, Cell> after = others.get(thing);
            if (before == null) {
                deltas.add(delta(Kind.ADDED, thing, Cell.empty(), itself(thing, Objects.requireNonNull(after))));
            } else if (after == null) {
                deltas.add(delta(Kind.REMOVED, thing, itself(thing, before), Cell.empty()));
            } else {
                compare(before, after, tolerance, deltas);
            }
        }
        return deltas.build();
    }

    /** What a thing says that has no parts, such as a finding. */
    private static Cell itself(String thing, Map<String, Cell> parts) {
        return parts.getOrDefault(thing, Cell.empty());
    }

    private static void compare(
            Map<String, Cell> before, Map<String, Cell> after, Share tolerance, ImmutableList.Builder<Delta> deltas) {
        for (String part : Sets.union(before.keySet(), after.keySet())) {
            Cell one = before.getOrDefault(part, Cell.empty());
            Cell other = after.getOrDefault(part, Cell.empty());
            Kind kind = !before.containsKey(part) ? Kind.ADDED : after.containsKey(part) ? Kind.CHANGED : Kind.REMOVED;
            Delta delta = delta(kind, part, one, other);
            if (delta.size() > tolerance.value()) {
                deltas.add(delta);
            }
        }
    }

    private static Delta delta(Kind kind, String place, Cell before, Cell after) {
        double size = kind != Kind.CHANGED ? Double.POSITIVE_INFINITY : size(before, after);
        return new Delta(kind, place, before, after, size);
    }

    private static double size(Cell before, Cell after) {
        if (before instanceof Cell.Amount one
                && after instanceof Cell.Amount other
                && one.range().unit().equals(other.range().unit())) {
            Range from = one.range();
            Range to = other.range();
            return Math.max(size(from.low(), to.low()), size(from.high(), to.high()));
        }
        return before.equals(after) ? 0 : Double.POSITIVE_INFINITY;
    }

    private static double size(double before, double after) {
        if (before == after) {
            return 0;
        }
        double larger = Math.max(Math.abs(before), Math.abs(after));
        return Double.isInfinite(larger) ? 1 : Math.abs(after - before) / larger;
    }
}
