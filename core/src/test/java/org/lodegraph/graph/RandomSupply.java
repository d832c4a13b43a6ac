package org.lodegraph.graph;

import static org.lodegraph.graph.Gallium.rate;
import static org.lodegraph.graph.Gallium.tons;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InvalidSupplyChainException;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/** Small chains at random: loops, site-bound streams, bans, links, hubs, idle lines, stocks, alternatives. */
final class RandomSupply {

    static final List<CountryId> COUNTRIES =
            List.of("AAA", "BBB", "CCC", "DDD").stream().map(CountryId::new).toList();

    private final Random random;
    private final int inputs;
    private final Map<String, Material> materials = new LinkedHashMap<>();

    private RandomSupply(Random random, int inputs) {
        this.random = random;
        this.inputs = inputs;
    }

    /** Recipes need up to two inputs together. */
    static SupplyChain chain(Random random) {
        return chain(random, 2);
    }

    /** Recipes need up to so many inputs together. */
    static SupplyChain chain(Random random, int inputs) {
        var draw = new RandomSupply(random, inputs);
        var builder = draw.draw();
        try {
            return builder.build();
        } catch (InvalidSupplyChainException e) {
            // What somebody needs and nobody makes lies beyond the boundary.
            e.problems().stream()
                    .map(problem -> problem.entity().replaceAll("Material '(.*)'", "$1"))
                    .forEach(id -> builder.put(draw.materials.get(id).asBoundary()));
            return builder.build();
        }
    }

    private SupplyChain.Builder draw() {
        for (int i = 0; i < 5; i++) {
            var mobility = i == 0 || random.nextInt(3) > 0 ? Mobility.TRADED : Mobility.values()[random.nextInt(2)];
            var material = Material.of("m" + i).withMobility(mobility);
            materials.put("m" + i, random.nextInt(5) == 0 ? material.asBoundary() : material);
        }
        var builder = SupplyChain.builder(2025);
        materials.values().forEach(builder::add);
        for (int i = 0; i < 6; i++) {
            builder.add(recipe("r" + i));
        }
        for (int i = 0; i < 6; i++) {
            var facility = Facility.at("f" + i, country());
            for (int k = random.nextInt(3); k >= 0; k--) {
                var line = Line.of("r" + random.nextInt(6), tons(random.nextInt(8)));
                facility = facility.line(
                        line.withName("l" + k).withStatus(Line.Status.values()[Math.max(0, random.nextInt(8) - 4)]));
            }
            builder.add(facility);
        }
        for (int i = 0; i < 3; i++) {
            var consumer = random.nextInt(4) == 0 ? CountryId.REST : country();
            var demand = Demand.of("d" + i, mobile(false), consumer, rate(1));
            var other = mobile(false);
            builder.add(
                    random.nextBoolean() && !demand.material().value().equals(other)
                            ? demand.or(Alternative.of(other, 1, 0.5))
                            : demand);
            builder.add(Stock.of("s" + i, mobile(false), country(), Figure.stated(random.nextInt(2), Unit.T)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            addLink(builder, "k" + i);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.add(ban("p" + i));
        }
        return builder;
    }

    private Recipe recipe(String id) {
        var names = new ArrayList<>(materials.keySet());
        Collections.shuffle(names, random);
        var recipe = Recipe.of(id).makes(names.get(0)).asHost();
        if (random.nextInt(3) == 0) {
            recipe = recipe.yields(names.get(1), 0.5);
        }
        for (int i = random.nextInt(1 + inputs); i > 0; i--) {
            recipe = recipe.from(names.get(1 + i), 2);
        }
        return recipe;
    }

    private void addLink(SupplyChain.Builder builder, String id) {
        var link = Link.of(id, mobile(true), country(), country());
        if (!link.origin().equals(link.destination())) {
            builder.add(random.nextInt(3) == 0 ? link.asReexport() : link.capacity(rate(random.nextInt(4))));
        }
    }

    private Policy ban(String id) {
        return Policy.builder()
                .id(new PolicyId(id))
                .name(id)
                .issuer(country())
                .direction(Policy.Direction.values()[random.nextInt(2)])
                .materials(List.of(new MaterialId(mobile(true))))
                .recipes(List.of())
                .toward(random.nextBoolean() ? ImmutableSet.of() : ImmutableSet.of(country(), country()))
                .except(random.nextBoolean() ? ImmutableSet.of() : ImmutableSet.of(country()))
                .inForce(List.of(Window.from(LocalDate.of(2025, 1, 1))))
                .build();
    }

    private CountryId country() {
        return COUNTRIES.get(random.nextInt(COUNTRIES.size()));
    }

    private String mobile(boolean traded) {
        var names = materials.values().stream()
                .filter(material ->
                        traded ? material.mobility() == Mobility.TRADED : material.mobility() != Mobility.SITE)
                .map(material -> material.id().value())
                .toList();
        return names.get(random.nextInt(names.size()));
    }
}
