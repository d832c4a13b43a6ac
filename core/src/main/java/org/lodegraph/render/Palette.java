package org.lodegraph.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The colors of the names on one page: a name keeps the color that it had in a picture before, unless two would share it. */
final class Palette {

    /** What has no color of its own. */
    static final String GRAY = "lg-c0";

    private final Map<String, String> before = new LinkedHashMap<>();

    /** Colors for the names of one picture, the first ones first; names beyond the palette share gray. */
    Map<String, String> colors(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        List<String> colored = distinct.subList(0, Math.min(Style.COLORS, distinct.size()));
        List<String> free = new ArrayList<>();
        for (int i = 1; i <= Style.COLORS; i++) {
            free.add("lg-c" + i);
        }
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : colored) {
            String color = before.getOrDefault(name, GRAY);
            if (free.remove(color)) {
                kept.put(name, color);
            }
        }
        Map<String, String> colors = new LinkedHashMap<>();
        for (String name : colored) {
            String color = kept.containsKey(name) ? kept.getOrDefault(name, GRAY) : free.remove(0);
            colors.put(name, color);
            before.putIfAbsent(name, color);
        }
        distinct.forEach(name -> colors.putIfAbsent(name, GRAY));
        return colors;
    }
}
