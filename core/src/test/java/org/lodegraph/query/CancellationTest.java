package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.reference.Reference;
import org.lodegraph.scenario.Add;
import org.lodegraph.stock.Lifetime;

/** Whoever has lost interest in an answer is not kept waiting for it, whatever was asked. */
class CancellationTest {

    /** Two ores, with something that would do in place of the metal, and a refinery that is planned. */
    private static final SupplyChain CHAIN = TwoOres.CHAIN.with(
            chain -> {
                SupplyChain.Builder builder =
                        chain.toBuilder().add(Material.of("glass").asBoundary());
                chain.demandsOf(TwoOres.TARGET)
                        .forEach(demand -> builder.put(demand.or(Alternative.of("glass", 1, 0.5))));
                return builder.build();
            },
            Add.line(
                    TwoOres.CHAIN
                            .linesMaking(material("metal"))
                            .get(0)
                            .facility()
                            .id(),
                    Line.of("refine", Capacity.nameplate(Figure.stated(1, Unit.T_PER_A)))
                            .withName("planned")
                            .status(Line.Status.PLANNED)));

    private static final SupplyChain WORLD = Reference.chain(2024, "gallium", "rare-earths");

    /**
     * A question and what it is asked of.
     *
     * @param chain the chain
     * @param query the question
     */
    private record Asked(SupplyChain chain, Query<?> query) {

        Object of(Run run) {
            return chain.ask(query, run);
        }

        String name() {
            return query.getClass().getSimpleName();
        }
    }

    static Stream<Asked> programs() {
        return Stream.<Query<?>>of(
                        Delivery.to(TwoOres.TARGET),
                        Chokepoints.of(TwoOres.TARGET),
                        Disruption.of(TwoOres.TARGET),
                        Exposure.of(TwoOres.TARGET),
                        Substitutes.of(TwoOres.TARGET),
                        AlternativeSources.of(TwoOres.TARGET),
                        CapacityGaps.of(TwoOres.TARGET).within(country("USA")),
                        Compare.of(Delivery.to(TwoOres.TARGET)).and("as it is", chain -> chain))
                .map(query -> new Asked(CHAIN, query));
    }

    static Stream<Asked> sums() {
        return Stream.<Query<?>>of(
                        Overview.of(),
                        Concentration.of(material("gallium")),
                        ByProducts.of(material("gallium")),
                        HostSwing.of(material("alumina"), -0.5),
                        WhatItTakes.of(material("gallium"), 40),
                        StrandedReserves.of(material("rare-earth-concentrate"), material("rare-earths")),
                        RoundTrips.of(material("rare-earth-concentrate"), material("rare-earths"), country("USA")),
                        RecyclingCeiling.of(material("gallium"), Figure.stated(0.1, Unit.ONE))
                                .use(Use.of(
                                        "all",
                                        Figure.stated(1, Unit.ONE),
                                        Figure.stated(10, Unit.YEARS),
                                        Lifetime.fixed(1)))
                                .until(2030))
                .map(query -> new Asked(WORLD, query));
    }

    static Stream<Asked> all() {
        return Stream.concat(programs(), sums());
    }

    /** A question that is added belongs into one of the lists. */
    @Test
    void everyQuestionIsTried() throws IOException {
        Path here = Path.of("src/main/java/org/lodegraph/query");
        try (Stream<Path> files =
                Files.list(Files.exists(here) ? here : Path.of("../core").resolve(here))) {
            List<String> queries = files.filter(CancellationTest::isQuery)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();

            assertThat(queries).hasSizeGreaterThan(10);
            assertThat(all().map(Asked::name)).containsAll(queries);
        }
    }

    private static boolean isQuery(Path file) {
        try {
            return Files.readString(file).contains("implements Query<");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void endsTheWorkWhereverItIs(Asked asked) {
        AtomicInteger all = new AtomicInteger();
        asked.of(Run.here().until(() -> all.incrementAndGet() < 0));
        assertThat(all.get()).isPositive();

        for (int after = 0; after < all.get(); after++) {
            AtomicInteger times = new AtomicInteger();
            int last = after;
            assertThatExceptionOfType(CancellationException.class)
                    .as("after %s of %s", after, all)
                    .isThrownBy(() -> asked.of(Run.here().until(() -> times.incrementAndGet() > last)));
            // On the way out each layer may ask once more, and nothing more is begun.
            assertThat(times.get()).isLessThanOrEqualTo(last + 10);
        }
    }

    /** Each solved program asks, so nobody waits for more than one. */
    @ParameterizedTest
    @MethodSource("programs")
    void isAskedOftenByProgram(Asked asked) {
        AtomicInteger all = new AtomicInteger();
        asked.of(Run.here().until(() -> all.incrementAndGet() < 0));

        assertThat(all.get()).isGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void tellsOfProgress(Asked asked) {
        AtomicInteger told = new AtomicInteger();
        asked.of(Run.here().telling((what, done, total) -> {
            assertThat(done).isBetween(1L, total);
            told.incrementAndGet();
        }));

        assertThat(told.get()).isPositive();
    }
}
