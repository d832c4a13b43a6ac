package org.lodegraph.reference;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;

/** What the rows of one table say again and again, read once. For one thread. */
final class Said {

    private final Map<String, MaterialId> materials = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();

    MaterialId material(String text) {
        return once(materials, text, MaterialId::new);
    }

    Unit unit(String text) {
        return once(units, text, Unit::parse);
    }

    private static <T> T once(Map<String, T> known, String text, Function<String, T> reading) {
        T value = known.get(text);
        if (value == null) {
            value = reading.apply(text);
            known.put(text, value);
        }
        return value;
    }
}
