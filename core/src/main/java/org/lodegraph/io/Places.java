package org.lodegraph.io;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodegraph.model.Id;
import org.lodegraph.model.Problem;

/** On which line each entity, and each of its parts, was read; and which cells were found wrong there. */
final class Places {

    /** A cell; of a whole row if the column is empty. */
    record Place(String file, int line, String column, String value) {

        Place in(String other) {
            return new Place(file, line, other, "");
        }
    }

    /** A field of an entity; the entity itself if the field is empty. */
    record Part(Id entity, String field) {}

    private final Map<Part, Place> places = new LinkedHashMap<>();
    private final Set<Place> marred = new LinkedHashSet<>();

    /** Remembers where a part of an entity stands; returns the place it was seen at before, if any. */
    Optional<Place> note(Id entity, String field, Place place) {
        @Nullable Place before = places.putIfAbsent(new Part(entity, field), place);
        return Optional.ofNullable(before);
    }

    /** Remembers that a cell, and so its row, does not say what it should. */
    void mar(String file, int line, String column) {
        marred.add(new Place(file, line, column, ""));
        marred.add(new Place(file, line, "", ""));
    }

    boolean knows(Id entity) {
        return places.containsKey(new Part(entity, ""));
    }

    /** Everything that is declared. */
    ImmutableSet<Id> entities() {
        return places.keySet().stream()
                .filter(part -> part.field().isEmpty())
                .map(Part::entity)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** What is declared and of the same kind. */
    ImmutableSet<Id> alike(Id like) {
        return entities().stream()
                .filter(entity -> entity.getClass() == like.getClass())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The line on which something is declared. */
    int line(Id declared) {
        return Objects.requireNonNull(places.get(new Part(declared, ""))).line();
    }

    /**
     * Lists what validation found where it was read: in its cell, or on the entity's line. What was found where
     * something was wrong before, or about an entity as a whole of which something is lacking, follows from that and is
     * left out.
     */
    void report(Iterable<Problem> found, Set<Id> lacking, Problems problems) {
        Map<String, Id> entities = new LinkedHashMap<>();
        places.keySet()
                .forEach(part ->
                        entities.put(part.entity().kind() + " '" + part.entity().value() + "'", part.entity()));
        for (Problem problem : found) {
            Id entity = entities.get(problem.entity());
            Place place =
                    entity == null ? new Place(ChainSheet.CHAIN.file(), 0, "", "") : place(entity, problem.field());
            boolean whole = place.column().isEmpty() && entity != null && lacking.contains(entity);
            if (!whole && !marred.contains(place.in(place.column()))) {
                problems.add(
                        place.file(),
                        place.line(),
                        place.column(),
                        place.value(),
                        problem.entity() + ", " + problem.field() + ": " + problem.finding(),
                        problem.cure());
            }
        }
    }

    private Place place(Id entity, String field) {
        Place part = places.get(new Part(entity, field));
        if (part != null) {
            return part;
        }
        Place own = Objects.requireNonNull(places.get(new Part(entity, "")));
        boolean column = ChainCsv.SHEETS.stream()
                .anyMatch(sheet ->
                        sheet.file().equals(own.file()) && sheet.columns().containsKey(field));
        return own.in(column ? field : "");
    }
}
