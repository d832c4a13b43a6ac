package org.lodegraph.io;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Form;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Mobility;

/** {@code materials.csv} and the elements inside them, {@code contents.csv}. */
final class MaterialSheets {

    static final Sheet MATERIALS = Sheet.of("materials.csv", "id")
            .optional("name", "form", "mobility", "basis")
            .flag("boundary")
            .optional("note");
    static final Sheet CONTENTS =
            Sheet.of("contents.csv", "material", "element").figure("content");

    private record Content(MaterialId material, String element, Figure figure) {}

    private MaterialSheets() {}

    static void write(Collection<Material> materials, Output out) {
        out.sheet(
                MATERIALS,
                materials,
                (cells, material) -> cells.put("id", material.id())
                        .text("name", material.name(), material.id().value())
                        .put("form", material.form())
                        .put("mobility", material.mobility())
                        .put("basis", material.basis())
                        .put("boundary", Output.print(material.boundary()))
                        .text("note", material.note(), ""));
        out.sheet(
                CONTENTS,
                materials.stream()
                        .flatMap(material -> material.contents().entrySet().stream()
                                .map(content -> new Content(material.id(), content.getKey(), content.getValue())))
                        .toList(),
                (cells, content) -> cells.put("material", content.material())
                        .required("element", content.element())
                        .figure("content", content.figure()));
    }

    static void read(Input in, Consumer<Entity> chain) {
        Map<MaterialId, Material> materials = new LinkedHashMap<>();
        in.sheet(MATERIALS, row -> {
            var id = row.declared("id", MaterialId::new);
            var form = row.optional("form", Form.REFINED, Row.choice(Form.class));
            var mobility = row.optional("mobility", Mobility.TRADED, Row.choice(Mobility.class));
            var basis = row.decisive("basis", () -> Basis.GROSS, Basis::parse);
            var boundary = row.optional("boundary", false, Row::flag);
            row.build(() -> new Material(
                            id.get(),
                            row.text("name", id.get().value()),
                            form.get(),
                            mobility.get(),
                            basis.get(),
                            ImmutableSortedMap.of(),
                            boundary.get(),
                            row.text("note", "")))
                    .ifPresent(material -> materials.put(material.id(), material));
        });
        Map<MaterialId, Map<String, Figure>> contents = new LinkedHashMap<>();
        in.sheet(CONTENTS, row -> {
            var material = row.whole("material", "materials.csv", MaterialId::new);
            var element = row.requiredText("element");
            row.part(material, () -> element.get() + " content", "element", "content");
            var content = row.figure("content", "content");
            row.build(() -> new Content(material.get(), element.get(), content.get()))
                    .ifPresent(read -> contents.computeIfAbsent(read.material(), id -> new TreeMap<>())
                            .put(read.element(), read.figure()));
        });
        materials
                .values()
                .forEach(material -> chain.accept(
                        material.withContents(contents.getOrDefault(material.id(), ImmutableSortedMap.of()))));
    }
}
