package org.lodegraph.scenario;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.SupplyChain;

/**
 * Something is built: entities, lines in facilities, starts of planned or idle lines. All of it at once, so that parts may refer
 * to each other.
 *
 * @param parts what is added, in order
 */
public record Add(List<Part> parts) implements Step {

    /** One thing that is added. */
    public sealed interface Part permits Whole, Extension, Start {}

    /**
     * A facility, demand, stock, link, material, recipe, policy, country or bloc.
     *
     * @param entity the entity
     */
    public record Whole(Entity entity) implements Part {
        @Override
        public String toString() {
            return "add %s %s".formatted(entity.id().kind().toLowerCase(Locale.ROOT), entity.id());
        }
    }

    /**
     * A line in a facility that is there, or that is added before it.
     *
     * @param facility the facility
     * @param line the line
     */
    public record Extension(FacilityId facility, Line line) implements Part {
        @Override
        public String toString() {
            return "add line %s".formatted(new LineId(facility, line.name()));
        }
    }

    /**
     * The start of a planned or idle line.
     *
     * @param line the line
     * @param day first day of operation; empty for the day announced, or at once if there is none
     */
    public record Start(LineId line, Optional<LocalDate> day) implements Part {
        @Override
        public String toString() {
            return "start line " + line + day.map(first -> " on " + first).orElse("");
        }
    }

    /** Copies the list. */
    public Add {
        parts = ImmutableList.copyOf(parts);
    }

    /** Adds whole entities. */
    public static Add of(Entity... entities) {
        return new Add(
                ImmutableList.copyOf(entities).stream().<Part>map(Whole::new).toList());
    }

    /** Adds a line to a facility. */
    public static Add line(FacilityId facility, Line line) {
        return new Add(ImmutableList.of(new Extension(facility, line)));
    }

    /** Starts a planned or idle line on the day announced, or at once if there is none. */
    public static Add start(LineId line) {
        return new Add(ImmutableList.of(new Start(line, Optional.empty())));
    }

    /** Starts a planned or idle line on a day. */
    public static Add start(LineId line, LocalDate day) {
        return new Add(ImmutableList.of(new Start(line, Optional.of(day))));
    }

    /** Both at once. */
    public Add and(Add other) {
        return new Add(
                ImmutableList.<Part>builder().addAll(parts).addAll(other.parts).build());
    }

    /**
     * The chain with the parts. What it has already, and equal, stays.
     *
     * @throws IllegalArgumentException if a facility or line is missing, or a line cannot be started
     * @throws org.lodegraph.model.InvalidSupplyChainException if a part contradicts the chain
     */
    @Override
    public SupplyChain on(SupplyChain chain) {
        SupplyChain.Builder builder = chain.toBuilder();
        Map<FacilityId, Facility> sites = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part instanceof Whole whole) {
                builder.add(whole.entity());
                if (whole.entity() instanceof Facility facility) {
                    sites.putIfAbsent(facility.id(), facility);
                }
            } else if (part instanceof Extension extension) {
                Facility site = site(sites, chain, extension.facility());
                if (!site.lines().contains(extension.line())) {
                    sites.put(site.id(), site.line(extension.line()));
                }
            } else if (part instanceof Start start) {
                Facility site = site(sites, chain, start.line().facility());
                sites.put(site.id(), started(site, start));
            }
        }
        sites.values().forEach(builder::put);
        return builder.build();
    }

    private static Facility site(Map<FacilityId, Facility> sites, SupplyChain chain, FacilityId id) {
        Facility added = sites.get(id);
        return added == null ? chain.facility(id) : added;
    }

    private static Facility started(Facility site, Start start) {
        Line line = site.lines().stream()
                .filter(there -> there.name().equals(start.line().line()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Line '%s': not in facility '%s'. Maybe one of %s."
                        .formatted(
                                start.line(),
                                site.id(),
                                site.lines().stream().map(Line::name).toList())));
        if (line.status() == Line.Status.CLOSED || line.status() == Line.Status.RUNNING) {
            throw new IllegalArgumentException("Line '%s': it is %s and cannot be started. Maybe %s."
                    .formatted(
                            start.line(),
                            line.status(),
                            line.status() == Line.Status.RUNNING ? "leave the step out" : "add another line"));
        }
        Line running =
                line.withStatus(Line.Status.RUNNING).withStarts(start.day().or(line::starts));
        return site.withLines(site.lines().stream()
                .map(there -> there.equals(line) ? running : there)
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(", "));
    }
}
