package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Ribbons;

/**
 * A part of the way from ore to use, in the flows that are traced. What a country uses of a material mixes; of several inputs
 * the one that fewest countries make is followed; what is taken as unlimited is not.
 *
 * @param depth how many steps upstream of the use it ends, from 1
 * @param material what moves
 * @param origin the country that made it
 * @param made what it becomes
 * @param destination the country where it becomes that; at depth 1 the demand that it serves
 * @param tons how much of what is served has come this way, in t/a of the material that is wanted
 */
public record Leg(int depth, MaterialId material, String origin, MaterialId made, String destination, double tons) {

    /**
     * The whole way as a picture.
     *
     * @param caption what it shows
     * @param unit the unit of what is wanted
     * @param legs the legs
     * @param beside legs that are shown beside them, so that both call the same place alike; may be empty
     * @param grounds what things are called
     * @param uses what a demand is called
     * @return a layer for each step
     */
    public static Ribbons picture(
            Caption caption,
            Unit unit,
            List<Leg> legs,
            List<Leg> beside,
            Grounds grounds,
            Function<DemandId, String> uses) {
        int deepest = legs.stream().mapToInt(Leg::depth).max().orElse(0);
        Map<Integer, TreeSet<String>> materials = materials(legs.stream(), grounds);
        Map<Integer, TreeSet<String>> all = materials(Stream.concat(legs.stream(), beside.stream()), grounds);
        Map<String, Ribbons.Node> nodes = new LinkedHashMap<>();
        List<Ribbons.Ribbon> ribbons = new ArrayList<>();
        for (Leg leg : legs) {
            String source = id(leg.depth, leg.material, leg.origin);
            String target = id(leg.depth - 1, leg.made, leg.destination);
            if (leg.depth == 1) {
                nodes.putIfAbsent(target, new Ribbons.Node(target, uses.apply(new DemandId(leg.destination)), deepest));
            }
            String country = grounds.name(new CountryId(leg.origin));
            boolean alone = all.getOrDefault(leg.depth, new TreeSet<>()).size() == 1;
            String label = alone ? country : "%s, %s".formatted(country, grounds.name(leg.material));
            nodes.putIfAbsent(source, new Ribbons.Node(source, label, deepest - leg.depth));
            ribbons.add(Ribbons.Ribbon.of(source, target, leg.tons));
        }
        return new Ribbons(
                caption,
                unit,
                Stream.concat(
                                materials.values().stream().map(names -> String.join(" or ", names)),
                                Stream.of("used for"))
                        .toList(),
                ImmutableList.copyOf(nodes.values()),
                ribbons);
    }

    /** What each layer is made of, the deepest first. */
    private static Map<Integer, TreeSet<String>> materials(Stream<Leg> legs, Grounds grounds) {
        Map<Integer, TreeSet<String>> materials = new TreeMap<>(Comparator.reverseOrder());
        legs.forEach(leg ->
                materials.computeIfAbsent(leg.depth, any -> new TreeSet<>()).add(grounds.name(leg.material)));
        return materials;
    }

    private static String id(int depth, MaterialId material, String place) {
        return "%s %s %s".formatted(depth, material, place);
    }
}
