package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import org.lodegraph.io.Closest;

/**
 * A published unit of mass: how many metric tons it is, by its name.
 *
 * @param name as it is published
 * @param times metric tons in one, before division
 * @param over divides them; a division rounds once where a decimal fraction would round twice
 */
record TonFactor(String name, double times, double over) {

    static final TonFactor TONS = new TonFactor("metric tons", 1, 1);

    private static final ImmutableMap<String, TonFactor> NAMED = ImmutableMap.<String, TonFactor>builder()
            .put("metric tons", TONS)
            .put("metric dry tons", TONS)
            .put("metr. t", TONS)
            .put("t", TONS)
            .put("t/a", TONS)
            .put("tonnes", TONS)
            .put("thousand metric tons", new TonFactor("thousand metric tons", 1e3, 1))
            .put("thousand metric dry tons", new TonFactor("thousand metric tons", 1e3, 1))
            .put("1000 metr. t", new TonFactor("thousand metric tons", 1e3, 1))
            .put("kt", new TonFactor("thousand metric tons", 1e3, 1))
            .put("million metric tons", new TonFactor("million metric tons", 1e6, 1))
            .put("million metric dry tons", new TonFactor("million metric tons", 1e6, 1))
            .put("kilograms", new TonFactor("kilograms", 1, 1e3))
            .put("kg", new TonFactor("kilograms", 1, 1e3))
            .put("grams", new TonFactor("grams", 1, 1e6))
            .buildOrThrow();

    /**
     * The factor of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static TonFactor named(String text) {
        String name = normal(text);
        TonFactor found = NAMED.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no unit of mass by name. Maybe %s."
                    .formatted(Closest.to(name, NAMED.keySet()).orElse("convert it to metric tons")));
        }
        return found;
    }

    /** Whether a word is a name of the metric ton. */
    static boolean isTons(String text) {
        return TONS.equals(NAMED.get(normal(text)));
    }

    private static String normal(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    double tons(double amount) {
        return amount * times / over;
    }

    /** What was published, with its unit unless that is plain. */
    String shown(String amount) {
        return this.equals(TONS) ? amount : amount + " " + name;
    }
}
