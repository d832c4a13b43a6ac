package org.lodegraph.io;

import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodegraph.model.Id;
import org.lodegraph.model.Problem;

/** On which line each entity, and each of its parts, was read. */
final class Places {

    /** A cell. */
    record Place(String file, int line, String column, String value) {}

    private record Part(Id entity, String field) {}

    private final Map<Part, Place> places = new LinkedHashMap<>();

    /** Remembers where a part of an entity stands; returns the place it was seen at before, if any. */
    Optional<Place> note(Id entity, String field, Place place) {
        @Nullable Place before = places.putIfAbsent(new Part(entity, field), place);
        return Optional.ofNullable(before);
    }

    boolean knows(Id entity) {
        return places.containsKey(new Part(entity, ""));
    }

    /** The values of the known ids of the same kind. */
    Set<String> known(Id like) {
        return places.keySet().stream()
                .filter(part -> part.field().isEmpty() && part.entity().getClass() == like.getClass())
                .map(part -> part.entity().value())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Lists what validation found where it was read: in the part's cell, or on the entity's line. */
    void report(Iterable<Problem> found, Problems problems) {
        Map<String, Id> entities = new LinkedHashMap<>();
        places.keySet()
                .forEach(part ->
                        entities.put(part.entity().kind() + " '" + part.entity().value() + "'", part.entity()));
        for (Problem problem : found) {
            Id entity = entities.get(problem.entity());
            Place part = entity == null ? null : places.get(new Part(entity, problem.field()));
            Place line = entity == null ? null : places.get(new Part(entity, ""));
            String finding = problem.entity() + ", " + problem.field() + ": " + problem.finding();
            if (part != null) {
                problems.add(part.file(), part.line(), part.column(), part.value(), finding, problem.cure());
            } else if (line != null) {
                problems.add(line.file(), line.line(), "", "", finding, problem.cure());
            } else {
                problems.add("chain.csv", 0, "", "", finding, problem.cure());
            }
        }
    }
}
