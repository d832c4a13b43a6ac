package org.lodegraph.io;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.LineId;
import org.lodegraph.model.OwnerId;
import org.lodegraph.model.RecipeId;

/** {@code facilities.csv}, and the lines inside them, {@code lines.csv}, in the order in which they stand. */
final class FacilitySheets {

    static final Sheet FACILITIES = Sheet.of("facilities.csv", "id", "country")
            .optional("name", "owner")
            .flag("aggregate")
            .optional("note");
    static final Sheet LINES = Sheet.of("lines.csv", "facility", "recipes")
            .list("recipes")
            .optional("line", "status", "starts")
            .figure("nameplate")
            .figure("effective")
            .figure("permitted")
            .figure("output")
            .figure("restart")
            .optional("note");

    private FacilitySheets() {}

    static void write(Collection<Facility> facilities, Output out) {
        out.sheet(
                FACILITIES,
                facilities,
                (cells, facility) -> cells.put("id", facility.id())
                        .put("country", facility.country())
                        .text("name", facility.name(), facility.id().value())
                        .put("owner", facility.owner())
                        .put("aggregate", Output.print(facility.aggregate()))
                        .text("note", facility.note(), ""));
        out.sheet(
                LINES,
                facilities.stream()
                        .flatMap(facility -> facility.lines().stream().map(line -> new InstalledLine(facility, line)))
                        .toList(),
                (cells, installed) -> write(cells, installed.facility().id(), installed.line()));
    }

    /** One line, of a facility that is written elsewhere. */
    static void write(FacilityId facility, Line line, Output out) {
        out.sheet(LINES, ImmutableList.of(line), (cells, each) -> write(cells, facility, each));
    }

    private static void write(Output.Cells cells, FacilityId facility, Line line) {
        cells.put("facility", facility)
                .put("line", line.name())
                .list("recipes", line.recipes())
                .put("status", line.status())
                .put("starts", line.starts())
                .figure("nameplate", line.capacity().nameplate())
                .figure("effective", line.capacity().effective())
                .figure("permitted", line.capacity().permitted())
                .figure("output", line.output())
                .figure("restart", line.restart())
                .text("note", line.note(), "");
    }

    static void read(Input in, Consumer<Entity> chain) {
        Map<FacilityId, Facility> facilities = new LinkedHashMap<>();
        in.sheet(FACILITIES, row -> {
            var id = row.declared("id", FacilityId::new);
            var country = row.required("country", CountryId.NOWHERE, CountryId::new);
            var owner = row.optional("owner", Optional.<OwnerId>empty(), text -> Optional.of(new OwnerId(text)));
            var aggregate = row.optional("aggregate", false, Row::flag);
            row.build(() -> new Facility(
                            id.get(),
                            row.text("name", id.get().value()),
                            country.get(),
                            owner.get(),
                            aggregate.get(),
                            ImmutableList.of(),
                            row.text("note", "")))
                    .ifPresent(facility -> facilities.put(facility.id(), facility));
        });
        ListMultimap<FacilityId, Line> lines =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        in.sheet(LINES, row -> line(in, row).ifPresent(placed -> lines.put(placed.facility(), placed.line())));
        facilities.values().forEach(facility -> chain.accept(facility.withLines(lines.get(facility.id()))));
    }

    /** A line and where it stands. */
    record Placed(FacilityId facility, Line line) {}

    static Optional<Placed> line(Input in, Row row) {
        var facility = row.whole("facility", "facilities.csv", FacilityId::new);
        var recipes = row.list("recipes", row.known("recipes.csv", RecipeId::new));
        var name = row.decisive("line", () -> Joiner.on("; ").join(recipes.get()), text -> text);
        var id = row.attempt("line", () -> new LineId(facility.get(), name.get()));
        row.declare(id, row.word("line").isEmpty() ? "recipes" : "line");
        var status = row.optional("status", Line.Status.RUNNING, Row.choice(Line.Status.class));
        var starts = row.optional("starts", Optional.<LocalDate>empty(), text -> Optional.of(Row.date(text)));
        var nameplate = row.optionalFigure("nameplate", "nameplate capacity");
        var effective = row.optionalFigure("effective", "effective capacity");
        var permitted = row.optionalFigure("permitted", "permitted capacity");
        var output = row.optionalFigure("output", "output");
        var restart = row.optionalFigure("restart", "restart time");
        return row.build(() -> new Placed(
                facility.get(),
                new Line(
                        name.get(),
                        recipes.get(),
                        new Capacity(nameplate.get(), effective.get(), permitted.get()),
                        output.get(),
                        status.get(),
                        starts.get(),
                        restart.get(),
                        row.text("note", ""))));
    }
}
