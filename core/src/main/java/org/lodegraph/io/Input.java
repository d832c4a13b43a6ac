package org.lodegraph.io;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lodegraph.model.Id;
import org.lodegraph.model.Problem;

/** Sheets while they are read: what is wrong so far, what was declared where, and how sources and units are named. */
final class Input {

    private final SheetSource source;
    private final boolean whole;
    private final Problems problems;
    private final Places places = new Places();
    private final Set<String> incomplete = new TreeSet<>();
    private final Set<Id> lacking = new LinkedHashSet<>();
    private final Map<Id, Undeclared> undeclared = new LinkedHashMap<>();
    private final Set<Id> referred = new LinkedHashSet<>();
    private Legend legend;

    /** For a whole chain: what is referred to must be declared. */
    Input(SheetSource source) {
        this(source, true, new Problems(), Legend.BUILT_IN);
    }

    private Input(SheetSource source, boolean whole, Problems problems, Legend legend) {
        this.source = source;
        this.whole = whole;
        this.problems = problems;
        this.legend = legend;
    }

    /** For a part of a chain, which may refer to what lies elsewhere. */
    static Input part(SheetSource source, Problems problems, Legend legend) {
        return new Input(source, false, problems, legend);
    }

    Problems problems() {
        return problems;
    }

    Places places() {
        return places;
    }

    Legend legend() {
        return legend;
    }

    /** The words by which the sheets read from now on name sources and units. */
    void legend(Legend declared) {
        legend = declared;
    }

    /** Notes that a file may hold more than could be read: what refers to it is not held against it. */
    void incomplete(String file) {
        incomplete.add(file);
    }

    boolean isIncomplete(String file) {
        return incomplete.contains(file);
    }

    /** Whether it is known of everything that lacks what it is. */
    boolean isWhole() {
        return incomplete.isEmpty();
    }

    /** Notes that something is not there, or not all of it, for a reason that was reported. */
    void lacks(Id id) {
        lacking.add(id);
    }

    /** What cannot be judged as a whole; all there is, if nobody knows what was lost. */
    ImmutableSet<Id> lacking() {
        return isWhole()
                ? ImmutableSet.copyOf(lacking)
                : Sets.union(lacking, places.entities()).immutableCopy();
    }

    /** Whether something is declared, or lies where nobody looks. */
    boolean knows(Id id) {
        return !whole || places.knows(id);
    }

    /** Notes that a row refers to something that is declared. */
    void refers(Id id) {
        referred.add(id);
    }

    /** Reports that a row refers to something that is not declared; all rows that do so are one problem. */
    void undeclared(Id id, String declaring, Places.Place place) {
        Undeclared known = undeclared.get(id);
        if (known != null) {
            known.at(place);
            return;
        }
        Undeclared found = new Undeclared(id, declaring, place);
        undeclared.put(id, found);
        problems.whenRead(
                place.file(),
                place.line(),
                place.column(),
                place.value(),
                found::finding,
                () -> found.cure(places, referred));
    }

    /** Lists what validation found, unless it follows from what is listed. */
    void report(List<Problem> found) {
        places.report(found, lacking(), problems);
    }

    /** Reads the rows of a sheet that may be missing; returns whether it is there. */
    boolean sheet(Sheet sheet, Consumer<Row> reader) {
        return source.read(sheet, this, reader);
    }
}
