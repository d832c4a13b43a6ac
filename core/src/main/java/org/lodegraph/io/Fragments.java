package org.lodegraph.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.Country;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.scenario.Add;

/**
 * Single entities in a JSON document: the row that a chain's folder would have for it, and under the name of the other
 * file the rows that belong to it, without the column that names it.
 */
final class Fragments {

    /** Which sheets an entity fills, and who reads them. */
    private record Shape(Sheet own, Optional<Sheet> parts, BiConsumer<Input, Consumer<Entity>> reader) {
        Shape(Sheet own, Sheet parts, BiConsumer<Input, Consumer<Entity>> reader) {
            this(own, Optional.of(parts), reader);
        }

        Shape(Sheet own, BiConsumer<Input, Consumer<Entity>> reader) {
            this(own, Optional.empty(), reader);
        }
    }

    private static final ImmutableMap<String, Shape> SHAPES = ImmutableMap.<String, Shape>builder()
            .put("material", new Shape(MaterialSheets.MATERIALS, MaterialSheets.CONTENTS, MaterialSheets::read))
            .put("recipe", new Shape(RecipeSheets.RECIPES, RecipeSheets.COEFFICIENTS, RecipeSheets::read))
            .put("facility", new Shape(FacilitySheets.FACILITIES, FacilitySheets.LINES, FacilitySheets::read))
            .put("demand", new Shape(DemandSheets.DEMANDS, DemandSheets.ALTERNATIVES, DemandSheets::read))
            .put("stock", new Shape(StoreSheets.STOCKS, StoreSheets::read))
            .put("link", new Shape(StoreSheets.LINKS, StoreSheets::read))
            .put("policy", new Shape(PolicySheets.POLICIES, PolicySheets.WINDOWS, PolicySheets::read))
            .put("country", new Shape(PlaceSheets.COUNTRIES, PlaceSheets::read))
            .put("bloc", new Shape(PlaceSheets.BLOCS, PlaceSheets.MEMBERS, PlaceSheets::read))
            .buildOrThrow();

    private Fragments() {}

    static ImmutableSet<String> kinds() {
        return SHAPES.keySet();
    }

    static String kind(Entity entity) {
        return entity.id().kind().toLowerCase(Locale.ROOT);
    }

    /** Writes a member that holds an entity, named by its kind. */
    static void write(JsonGenerator json, Entity entity, Legend legend) throws IOException {
        Output out = new Output(legend);
        write(entity, out);
        write(json, kind(entity), out);
    }

    /** Writes a member that holds a line of a facility that lies elsewhere. */
    static void write(JsonGenerator json, Add.Extension extension, Legend legend) throws IOException {
        Output out = new Output(legend);
        FacilitySheets.write(extension.facility(), extension.line(), out);
        write(json, "line", out);
    }

    private static void write(JsonGenerator json, String name, Output out) throws IOException {
        List<Map.Entry<Sheet, List<String[]>>> sheets =
                new ArrayList<>(out.sheets().entrySet());
        json.writeObjectFieldStart(name);
        JsonRows.write(json, sheets.get(0).getKey(), sheets.get(0).getValue().get(0), 0);
        for (Map.Entry<Sheet, List<String[]>> parts : sheets.subList(1, sheets.size())) {
            json.writeArrayFieldStart(parts.getKey().name());
            for (String[] row : parts.getValue()) {
                json.writeStartObject();
                JsonRows.write(json, parts.getKey(), row, 1);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Entity entity, Output out) {
        if (entity instanceof Material material) {
            MaterialSheets.write(ImmutableList.of(material), out);
        } else if (entity instanceof Recipe recipe) {
            RecipeSheets.write(ImmutableList.of(recipe), out);
        } else if (entity instanceof Facility facility) {
            FacilitySheets.write(ImmutableList.of(facility), out);
        } else if (entity instanceof Demand demand) {
            DemandSheets.write(ImmutableList.of(demand), out);
        } else if (entity instanceof Stock stock) {
            StoreSheets.write(ImmutableList.of(stock), ImmutableList.of(), out);
        } else if (entity instanceof Link link) {
            StoreSheets.write(ImmutableList.of(), ImmutableList.of(link), out);
        } else if (entity instanceof Policy policy) {
            PolicySheets.write(ImmutableList.of(policy), ImmutableSet.of(), out);
        } else if (entity instanceof Country country) {
            PlaceSheets.write(ImmutableList.of(country), ImmutableList.of(), out);
        } else if (entity instanceof Bloc bloc) {
            PlaceSheets.write(ImmutableList.of(), ImmutableList.of(bloc), out);
        }
    }

    /** Reads an entity of a kind; empty if it was refused and reported. */
    static Optional<Entity> read(String kind, JsonTree object, String file, Problems problems, Legend legend) {
        Shape shape = SHAPES.get(kind);
        if (shape == null) {
            throw new IllegalArgumentException(
                    "Kind '%s': not a kind of entity. Maybe one of %s.".formatted(kind, kinds()));
        }
        List<Entity> read = new ArrayList<>();
        SheetSource source = (sheet, in, reader) -> {
            if (sheet.equals(shape.own())) {
                String[] others = shape.parts().map(Sheet::name).stream().toArray(String[]::new);
                reader.accept(JsonRows.row(in, file, object, sheet, others));
            } else if (shape.parts().equals(Optional.of(sheet))) {
                parts(sheet, in, object, file).forEach(reader);
            }
            return true;
        };
        shape.reader().accept(Input.part(source, problems, legend), read::add);
        return read.stream().findFirst();
    }

    /** The rows that belong to an entity, which was read before. */
    private static List<Row> parts(Sheet sheet, Input in, JsonTree object, String file) {
        Optional<JsonTree> id = in.isWhole() ? object.member("id") : Optional.empty();
        return JsonRows.items(in.problems(), file, object, sheet.name()).stream()
                .map(part -> JsonRows.part(in, file, part, sheet, id))
                .toList();
    }
}
