package org.lodegraph.io;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;

/**
 * The words by which cells name sources and units. A key is the source's id or the unit's symbol, numbered if two share it.
 *
 * @param sources without locators, by key
 * @param units on gross weight, by key; a key holds no white space, because a basis may follow it
 * @param sourceKeys the way back
 * @param unitKeys the way back
 * @param unread whether a key may have been declared by a row that was reported
 */
record Legend(
        ImmutableMap<String, Source> sources,
        ImmutableMap<String, Unit> units,
        ImmutableMap<Source, String> sourceKeys,
        ImmutableMap<Unit, String> unitKeys,
        Predicate<String> unread) {

    /** What every file may name without declaring it. */
    static final Legend BUILT_IN = of(
            ImmutableMap.of(Source.STATED.id(), Source.STATED, Source.ASSUMPTION.id(), Source.ASSUMPTION),
            Unit.standard().stream().collect(ImmutableMap.toImmutableMap(Unit::symbol, Function.identity())));

    private static final Comparator<Source> BY_WORDS = Comparator.comparing(Source::id)
            .thenComparing(source -> source.edition())
            .thenComparing(Source::title)
            .thenComparing(Source::publisher)
            .thenComparing(source -> source.url())
            .thenComparing(Source::licence)
            .thenComparing(Source::acknowledgement);

    private static final Comparator<Unit> BY_SYMBOL =
            Comparator.comparing(Unit::symbol).thenComparing(Unit::dimension).thenComparing(Unit::factor);

    static Legend of(Map<String, Source> sources, Map<String, Unit> units) {
        return of(sources, units, key -> false);
    }

    static Legend of(Map<String, Source> sources, Map<String, Unit> units, Predicate<String> unread) {
        return new Legend(
                ImmutableMap.copyOf(sources), ImmutableMap.copyOf(units), reversed(sources), reversed(units), unread);
    }

    /** A legend for everything that is named. */
    static Legend gather(Collection<Source> sources, Collection<Unit> units) {
        return of(
                keyed(
                        BUILT_IN.sources,
                        sources.stream()
                                .map(source -> source.at(""))
                                .distinct()
                                .sorted(BY_WORDS)
                                .toList(),
                        source -> source.id().strip()),
                keyed(
                        BUILT_IN.units,
                        units.stream()
                                .map(Legend::gross)
                                .distinct()
                                .sorted(BY_SYMBOL)
                                .toList(),
                        unit -> unit.symbol().strip().replaceAll("\\s+", "-")));
    }

    private static <T> Map<String, T> keyed(Map<String, T> builtIn, List<T> values, Function<T, String> wish) {
        Map<String, T> keyed = new LinkedHashMap<>(builtIn);
        for (T value : values) {
            if (!builtIn.containsValue(value)) {
                String wished = wish.apply(value);
                String key = wished;
                for (int number = 2; keyed.containsKey(key); number++) {
                    key = wished + "#" + number;
                }
                keyed.put(key, value);
            }
        }
        return keyed;
    }

    private static <T> ImmutableMap<T, String> reversed(Map<String, T> keyed) {
        Map<T, String> keys = new LinkedHashMap<>();
        keyed.forEach((key, value) -> keys.putIfAbsent(value, key));
        return ImmutableMap.copyOf(keys);
    }

    ImmutableMap<String, Source> declaredSources() {
        return declared(sources, BUILT_IN.sources);
    }

    ImmutableMap<String, Unit> declaredUnits() {
        return declared(units, BUILT_IN.units);
    }

    private static <T> ImmutableMap<String, T> declared(Map<String, T> all, Map<String, T> builtIn) {
        return all.entrySet().stream()
                .filter(entry -> !builtIn.containsKey(entry.getKey()))
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String print(Source source) {
        return key(sourceKeys, source.at(""));
    }

    String print(Unit unit) {
        String key = key(unitKeys, gross(unit));
        return unit.basis().equals(Basis.GROSS) ? key : key + " " + unit.basis();
    }

    /**
     * Reads what {@link #print(Unit)} writes.
     *
     * @throws IllegalArgumentException if it is not a unit
     */
    Unit unit(String text) {
        int space = text.indexOf(' ');
        String key = space < 0 ? text : text.substring(0, space);
        Unit unit = units.get(key);
        if (unit == null) {
            checkRead(key);
            throw new IllegalArgumentException(
                    "not a unit (seen: '%s'). Maybe one of %s, or declare it among the units."
                            .formatted(Problems.seen(text), String.join(", ", units.keySet())));
        }
        return space < 0 ? unit : unit.of(Basis.parse(text.substring(space + 1).strip()));
    }

    /**
     * Reads what {@link #print(Source)} writes.
     *
     * @throws IllegalArgumentException if it is not a source
     */
    Source source(String key) {
        Source source = sources.get(key);
        if (source == null) {
            checkRead(key);
            throw new IllegalArgumentException("source '%s' is not among the sources. Maybe %sadd it there."
                    .formatted(
                            Problems.seen(key),
                            Closest.to(key, sources.keySet())
                                    .map(near -> near + ", or ")
                                    .orElse("")));
        }
        return source;
    }

    /** What was declared and could not be read is not held against those who name it. */
    private void checkRead(String key) {
        if (unread.test(key)) {
            throw new Row.Lost();
        }
    }

    private static Unit gross(Unit unit) {
        return new Unit(unit.symbol(), unit.dimension(), unit.factor(), Basis.GROSS);
    }

    private static <T> String key(ImmutableMap<T, String> keys, T value) {
        String key = keys.get(value);
        if (key == null) {
            throw new IllegalStateException("Legend: lacks '%s'. Maybe gather it first.".formatted(value));
        }
        return key;
    }
}
