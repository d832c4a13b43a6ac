package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Entity;
import org.lodegraph.model.MaterialId;

/** {@code demands.csv}, and what else would do, {@code alternatives.csv}, in the order in which it stands. */
final class DemandSheets {

    static final Sheet DEMANDS = Sheet.of("demands.csv", "id", "material", "consumer")
            .optional("application")
            .figure("rate")
            .optional("note");
    static final Sheet ALTERNATIVES = Sheet.of("alternatives.csv", "demand", "material")
            .figure("ratio")
            .figure("performance")
            .figure("largest_share")
            .figure("ramp_up");

    private record Choice(DemandId demand, Alternative alternative) {}

    private DemandSheets() {}

    static void write(Collection<Demand> demands, Output out) {
        out.sheet(
                DEMANDS,
                demands,
                (cells, demand) -> cells.put("id", demand.id())
                        .put("material", demand.material())
                        .put("consumer", demand.consumer())
                        .text("application", demand.application(), Demand.ALL_USES)
                        .figure("rate", demand.rate())
                        .text("note", demand.note(), ""));
        out.sheet(
                ALTERNATIVES,
                demands.stream()
                        .flatMap(demand ->
                                demand.alternatives().stream().map(alternative -> new Choice(demand.id(), alternative)))
                        .toList(),
                (cells, choice) -> cells.put("demand", choice.demand())
                        .put("material", choice.alternative().material())
                        .figure("ratio", choice.alternative().ratio())
                        .figure("performance", choice.alternative().performance())
                        .figure("largest_share", choice.alternative().largestShare())
                        .figure("ramp_up", choice.alternative().rampUp()));
    }

    static void read(Input in, Consumer<Entity> chain) {
        Map<DemandId, Demand> demands = new LinkedHashMap<>();
        in.sheet(DEMANDS, row -> {
            var id = row.declared("id", DemandId::new);
            var material = row.required("material", row.known("materials.csv", MaterialId::new));
            var consumer = row.required("consumer", CountryId.NOWHERE, CountryId::new);
            var rate = row.figure("rate", "rate");
            row.build(() -> new Demand(
                            id.get(),
                            material.get(),
                            consumer.get(),
                            row.text("application", Demand.ALL_USES),
                            rate.get(),
                            ImmutableList.of(),
                            row.text("note", "")))
                    .ifPresent(demand -> demands.put(demand.id(), demand));
        });
        ListMultimap<DemandId, Alternative> alternatives =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        in.sheet(ALTERNATIVES, row -> {
            var demand = row.whole("demand", "demands.csv", DemandId::new);
            var material = row.required("material", row.known("materials.csv", MaterialId::new));
            row.locate(demand, () -> "ratio of " + material.get(), "ratio");
            row.locate(demand, () -> "performance of " + material.get(), "performance");
            row.locate(demand, () -> "largest share of " + material.get(), "largest_share");
            row.locate(demand, () -> "ramp-up of " + material.get(), "ramp_up");
            var ratio = row.figure("ratio", "ratio");
            var performance = row.optionalFigure("performance", "performance");
            var largestShare = row.figure("largest_share", "largest share");
            var rampUp = row.optionalFigure("ramp_up", "ramp-up");
            row.build(() -> new Choice(
                            demand.get(),
                            new Alternative(
                                    material.get(), ratio.get(), performance.get(), largestShare.get(), rampUp.get())))
                    .ifPresent(choice -> alternatives.put(choice.demand(), choice.alternative()));
        });
        demands.values().forEach(demand -> chain.accept(demand.withAlternatives(alternatives.get(demand.id()))));
    }
}
