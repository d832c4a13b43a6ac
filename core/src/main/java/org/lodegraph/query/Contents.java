package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.lodegraph.report.Cell;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Table;

/**
 * What a chain or an answer says, as named things with named parts.
 *
 * @param title what says it
 * @param things the parts of each thing, by name; the names of parts say whose they are
 */
record Contents(String title, Map<String, Map<String, Cell>> things) {

    private static final Comparator<Delta> LARGEST_FIRST =
            Comparator.comparingDouble((Delta delta) -> -delta.size()).thenComparing(Delta::place);

    // ---- answers

    static Contents of(Report report) {
        Map<String, Map<String, Cell>> things = new LinkedHashMap<>();
        addParts(report.parts(), things);
        return new Contents(report.title(), things);
    }

    private static void addParts(List<Part> parts, Map<String, Map<String, Cell>> things) {
        for (Part part : parts) {
            if (part instanceof Section section) {
                addParts(section.parts(), things);
            } else if (part instanceof Table table) {
                addTable(table, things);
            }
        }
    }

    private static void addTable(Table table, Map<String, Map<String, Cell>> things) {
        table.rows().forEach(row -> addRow(table, row, things));
        if (!table.total().isEmpty()) {
            addRow(table, table.total(), things);
        }
    }

    private static void addRow(Table table, List<Cell> row, Map<String, Map<String, Cell>> things) {
        String label = row.get(0) instanceof Cell.Text text ? text.text() : "";
        String thing = free(table.caption().title() + ": " + label, things);
        Map<String, Cell> parts = new LinkedHashMap<>();
        for (int i = label.isEmpty() ? 0 : 1; i < row.size(); i++) {
            if (!(row.get(i) instanceof Cell.Missing missing) || missing.isUnknown()) {
                parts.put(free(thing + ": " + table.columns().get(i).header(), parts), row.get(i));
            }
        }
        things.put(thing, parts);
    }

    /** Rows and columns that are named alike are told apart by their number. */
    private static String free(String name, Map<String, ?> taken) {
        String free = name;
        for (int number = 2; taken.containsKey(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
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
        return new Contents("the chain of %s on %s".formatted(chain.year(), chain.date()), things);
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
            Object value = component.getAccessor().invoke(thing);
            return value instanceof Optional<?> maybe
                    ? maybe.map(Object::toString).orElse("not said")
                    : Objects.toString(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- comparison

    List<Delta> comparedTo(Contents other, Share tolerance) {
        ImmutableList.Builder<Delta> deltas = ImmutableList.builder();
        for (String thing : Sets.union(things.keySet(), other.things.keySet())) {
            Map<String, Cell> before = things.get(thing);
            Map<String, Cell> after = other.things.get(thing);
            if (before == null) {
                deltas.add(delta(Kind.ADDED, thing, Cell.empty(), Cell.empty()));
            } else if (after == null) {
                deltas.add(delta(Kind.REMOVED, thing, Cell.empty(), Cell.empty()));
            } else {
                compare(before, after, tolerance, deltas);
            }
        }
        return deltas.build().stream().sorted(LARGEST_FIRST).toList();
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
