package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Entities of every kind on their way into a chain: one to an id, and what was told of an id twice. */
final class Gathered {

    private final Map<String, Entity> entities = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Adds an entity; the same once more is no problem. */
    void add(Entity entity) {
        Entity before = entities.putIfAbsent(key(entity.id()), entity);
        if (before != null && !before.equals(entity)) {
            problems.add(new Problem(
                    entity.id().kind() + " '" + entity.id() + "'",
                    "id",
                    "it is there twice, with different contents",
                    "Maybe rename one, or use put to replace it."));
        }
    }

    void put(Entity entity) {
        entities.put(key(entity.id()), entity);
    }

    void remove(Id id) {
        if (entities.remove(key(id)) == null) {
            throw Nearest.unknown(
                    id,
                    entities.values().stream()
                            .map(Entity::id)
                            .filter(other -> other.getClass() == id.getClass())
                            .collect(ImmutableList.toImmutableList()));
        }
    }

    Entities sorted() {
        return Entities.of(entities.values());
    }

    List<Problem> problems() {
        return problems;
    }

    private static String key(Id id) {
        return id.kind() + " " + id.value();
    }
}
