package org.lodegraph.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodegraph.model.Id;

/** Something that no file declares, and the rows that refer to it: one problem, however many they are. */
final class Undeclared {

    private static final int NAMED = 3;

    private final Id id;
    private final String declaring;
    private final List<Places.Place> others = new ArrayList<>();
    private Places.Place last;
    private int rows = 1;

    /** Starts with the first row that refers to it, where the problem is listed. */
    Undeclared(Id id, String declaring, Places.Place first) {
        this.id = id;
        this.declaring = declaring;
        this.last = first;
    }

    /** One more cell refers to it; those of a row come one after the other. */
    void at(Places.Place place) {
        if (!place.in("").equals(last.in(""))) {
            rows++;
            last = place;
            if (others.size() < NAMED) {
                others.add(place);
            }
        }
    }

    String finding() {
        String finding = "%s '%s' is not in %s".formatted(id.kind(), id.value(), declaring);
        if (rows == 1) {
            return finding;
        }
        int more = rows - 1 - others.size();
        return finding
                + others.stream()
                        .map(place -> "%s, line %s".formatted(place.file(), place.line()))
                        .collect(Collectors.joining(
                                "; ",
                                "; %s rows refer to it (also ".formatted(rows),
                                more > 0 ? "; and %s more)".formatted(more) : ")"));
    }

    /** If several rows agree on the id, and nothing refers to one that is nearly the same, that one is misspelled. */
    String cure(Places places, Set<Id> referred) {
        Optional<Id> misspelled = rows == 1
                ? Optional.empty()
                : Closest.to(
                        id,
                        places.alike(id).stream()
                                .filter(other -> !referred.contains(other))
                                .toList());
        return misspelled
                .map(other -> "Maybe correct '%s' on line %s there, to which no row that was read refers, or add it."
                        .formatted(other.value(), places.line(other)))
                .orElseGet(() -> "Maybe %sadd it there."
                        .formatted(Closest.to(id, places.alike(id))
                                .map(near -> near.value() + ", or ")
                                .orElse("")));
    }
}
