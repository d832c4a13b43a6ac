package org.lodegraph.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.MaterialId;

/**
 * The tables of {@code docs/reference-data.md} are what the data say. Where they are not, the test writes what they should
 * be to {@code core/target/reference-data.md}, to be copied.
 */
class ReferenceDocsTest {

    private static final ImmutableMap<String, Supplier<String>> BLOCKS =
            ImmutableMap.<String, Supplier<String>>builder()
                    .put("coverage", ReferenceDocsTest::coverage)
                    .put("known", ReferenceDocsTest::known)
                    .put("ties", ReferenceDocsTest::ties)
                    .put("us-goods", ReferenceDocsTest::usGoods)
                    .put("assumptions", ReferenceDocsTest::assumptions)
                    .put("conflicts", ReferenceDocsTest::conflicts)
                    .put("parameters", ReferenceDocsTest::parameters)
                    .put("recipes", ReferenceDocsTest::recipes)
                    .put("companions", ReferenceDocsTest::companions)
                    .put("assays", ReferenceDocsTest::assays)
                    .put("controls", ReferenceDocsTest::controls)
                    .put("plants", ReferenceDocsTest::plants)
                    .put("facts", ReferenceDocsTest::facts)
                    .put("sources", ReferenceDocsTest::sources)
                    .build();

    private static final String END = "<!-- end -->";

    static Stream<String> blocks() {
        return BLOCKS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void theTablesAreWhatTheDataSay(String block) throws IOException {
        var page = Files.readString(docs());
        Files.writeString(
                docs().resolveSibling("../core/target/reference-data.md").normalize(), filled(page));

        assertThat(between(page, block)).isEqualTo(BLOCKS.get(block).get());
    }

    private static Path docs() {
        var here = Path.of("").toAbsolutePath();
        return (Files.exists(here.resolve("docs")) ? here : here.resolveSibling("")).resolve("docs/reference-data.md");
    }

    private static String filled(String page) {
        var text = page;
        for (var block : BLOCKS.entrySet()) {
            var from = start(text, block.getKey());
            text = text.substring(0, from) + block.getValue().get() + text.substring(text.indexOf(END, from));
        }
        return text;
    }

    private static String between(String page, String block) {
        var from = start(page, block);
        return page.substring(from, page.indexOf(END, from));
    }

    private static int start(String page, String block) {
        var mark = "<!-- " + block + " -->\n";
        assertThat(page).contains(mark);
        return page.indexOf(mark) + mark.length();
    }

    private static String table(String head, Stream<String> rows) {
        var columns = head.split("\\|").length;
        return "| " + head + " |\n|" + " --- |".repeat(columns) + "\n"
                + rows.map(row -> "| " + row + " |\n").collect(joining());
    }

    private static String ties() {
        return table(
                "goods | made of | tons per ton | status | from",
                Catalog.embedded().ties().stream()
                        .map(tie -> "%s, %s | %s, %s | %s | %s | %s"
                                .formatted(
                                        tie.material(),
                                        tie.stage(),
                                        tie.feed(),
                                        tie.feedStage(),
                                        show(tie.perTon()),
                                        tie.perTon().status().name().toLowerCase(Locale.ROOT),
                                        tie.perTon().note())));
    }

    private static String usGoods() {
        return table(
                "goods | use | imports | from where | of scrap",
                Catalog.embedded().usGoods().stream()
                        .map(goods -> "%s, %s%s | %s | %s | %s | %s"
                                .formatted(
                                        goods.material(),
                                        goods.stage(),
                                        goods.form().isEmpty() ? "" : " (" + goods.form() + ")",
                                        goods.consumption().orElse(""),
                                        String.join("; ", goods.imports()),
                                        goods.importForm(),
                                        goods.scrap().orElse(""))));
    }

    private static String coverage() {
        Map<String, TreeMap<Integer, Integer>> years = new LinkedHashMap<>();
        for (var row : Reference.statistics()) {
            var key = "%s | %s | %s | %s"
                    .formatted(
                            row.material(),
                            row.form().isEmpty() ? row.stage() : row.stage() + " (" + row.form() + ")",
                            row.kind().name().toLowerCase(Locale.ROOT),
                            row.figure().source().id());
            years.computeIfAbsent(key, none -> new TreeMap<>()).merge(row.year(), 1, Integer::sum);
        }
        return table(
                "material | stage | statistic | source | rows by year",
                years.entrySet().stream()
                        .map(entry -> entry.getKey() + " | "
                                + entry.getValue().entrySet().stream()
                                        .map(year -> year.getKey() + ": " + year.getValue())
                                        .collect(joining(", "))));
    }

    /** How many figures there are of each material, kind by kind. */
    private static String known() {
        var counts = new TreeMap<String, Map<String, Integer>>();
        Reference.statistics().forEach(row -> count(counts, row.material(), "world tables"));
        Reference.usStatistics()
                .forEach(row ->
                        count(counts, row.material(), row.category().equals("price") ? "prices" : "US statistics"));
        Reference.importShares().forEach(row -> count(counts, row.material(), "import sources"));
        Reference.endUses().forEach(row -> count(counts, row.material(), "end uses"));
        Reference.substitutes().forEach(row -> count(counts, row.material(), "substitutes"));
        Reference.companionLinks().forEach(row -> count(counts, row.companion(), "hosts"));
        Reference.processFlows().forEach(row -> count(counts, row.material(), "recipes"));
        Reference.facts(Fact.Topic.RECYCLING).forEach(row -> count(counts, row.material(), "recycling"));
        Reference.facts().stream()
                .filter(fact -> fact.topic() != Fact.Topic.RECYCLING)
                .forEach(row -> count(counts, row.material(), "other facts"));
        Reference.plants().forEach(row -> count(counts, row.material(), "plants"));
        var kinds = List.of(
                "world tables",
                "US statistics",
                "prices",
                "import sources",
                "end uses",
                "substitutes",
                "hosts",
                "recipes",
                "recycling",
                "other facts",
                "plants");
        return table(
                "material | " + String.join(" | ", kinds),
                counts.entrySet().stream()
                        .map(row -> row.getKey() + " | "
                                + kinds.stream()
                                        .map(kind -> row.getValue()
                                                .getOrDefault(kind, 0)
                                                .toString()
                                                .replaceAll("^0$", ""))
                                        .collect(joining(" | "))));
    }

    private static void count(Map<String, Map<String, Integer>> counts, MaterialId material, String kind) {
        counts.computeIfAbsent(material.value(), none -> new TreeMap<>()).merge(kind, 1, Integer::sum);
    }

    private static String recipes() {
        var byRecipe = new LinkedHashMap<String, List<ProcessFlow>>();
        Reference.processFlows()
                .forEach(flow -> byRecipe.merge(
                        flow.recipe(),
                        List.of(flow),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
        return table(
                "recipe | makes | by | figures | of which assumed | counts",
                byRecipe.entrySet().stream()
                        .map(recipe -> "`%s` | %s | %s, %s | %s | %s | %s"
                                .formatted(
                                        recipe.getKey(),
                                        recipe.getValue().get(0).material(),
                                        recipe.getValue().get(0).process(),
                                        recipe.getValue().get(0).route(),
                                        recipe.getValue().size(),
                                        recipe.getValue().stream()
                                                .filter(flow -> flow.figure().status() == Figure.Status.ASSUMED)
                                                .count(),
                                        recipe.getValue().stream()
                                                .map(flow -> flow.flow().name().toLowerCase(Locale.ROOT))
                                                .distinct()
                                                .collect(joining(", ")))));
    }

    private static String companions() {
        return table(
                "companion | host | dependence | in | source | note",
                Reference.companionLinks().stream()
                        .map(link -> "%s | %s | %s | %s | %s | %s"
                                .formatted(
                                        link.companion(),
                                        link.host().map(MaterialId::value).orElse("ores of its own"),
                                        link.dependence().name().toLowerCase(Locale.ROOT),
                                        link.stage(),
                                        link.source().id(),
                                        link.note())));
    }

    private static String assays() {
        return table(
                "deposit | ore | country | published sum, % | source",
                Reference.assays().stream()
                        .map(assay -> "%s | %s | %s | %s | %s"
                                .formatted(
                                        assay.deposit(),
                                        assay.shares().get(0).ore(),
                                        assay.shares().get(0).country(),
                                        String.format(Locale.ROOT, "%.2f", assay.publishedSum()),
                                        assay.shares().get(0).share().source().id())));
    }

    /** Grouped by reason; a reason that counts for many places names the first and how many there are. */
    private static String assumptions() {
        var groups = new TreeMap<String, List<Assumption>>();
        for (var assumption :
                Reference.chain(2025, "gallium", "germanium", "ndfeb-magnets").assumptions()) {
            groups.merge(
                    assumption.reason(),
                    List.of(assumption),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        return table(
                "why | what",
                groups.entrySet().stream().map(group -> group.getKey() + " | " + places(group.getValue())));
    }

    private static String places(List<Assumption> group) {
        var first = group.get(0);
        return first.subject()
                + first.figure().map(figure -> ": " + show(figure)).orElse("")
                + (group.size() > 1 ? ", and %s more".formatted(group.size() - 1) : "");
    }

    private static String conflicts() {
        return Stream.of(2021, 2022, 2023, 2024, 2025)
                .flatMap(year ->
                        Reference.plausibility(year, "gallium", "germanium", "ndfeb-magnets", "aluminum", "zinc")
                                .conflicts()
                                .stream())
                .distinct()
                .map(conflict -> "- " + conflict + "\n")
                .collect(joining());
    }

    private static String parameters() {
        return table(
                "parameter | figure | status | from",
                Reference.parameters().stream()
                        .map(row -> "`%s` | %s | %s | %s"
                                .formatted(
                                        row.id(),
                                        show(row.figure()),
                                        row.figure().status().name().toLowerCase(Locale.ROOT),
                                        row.figure().source().citation()
                                                + (row.figure().note().isEmpty()
                                                        ? ""
                                                        : " (" + row.figure().note() + ")"))));
    }

    private static String controls() {
        return table(
                "control | what | covers here | in force | state known until | note",
                Reference.measures().stream()
                        .map(control -> "`%s` %s | %s | %s | %s | %s | %s"
                                .formatted(
                                        control.id(),
                                        control.name(),
                                        control.measure().name().toLowerCase(Locale.ROOT)
                                                + control.toward()
                                                        .map(country -> " toward " + country)
                                                        .orElse(""),
                                        covers(control),
                                        control.inForce().isEmpty()
                                                ? "never took effect"
                                                : control.inForce().stream()
                                                        .map(Object::toString)
                                                        .collect(joining("; ")),
                                        control.lastChecked(),
                                        control.note())));
    }

    private static String covers(Control control) {
        var covered = Stream.concat(
                        control.materials().stream().map(Object::toString),
                        control.recipes().stream().map(recipe -> "recipe `%s`".formatted(recipe)))
                .collect(joining(", "));
        return covered.isEmpty() ? "nothing: not mapped" : covered;
    }

    private static String plants() {
        return table(
                "plant | operator | country | material | state | capacity | source",
                Reference.plants().stream()
                        .map(plant -> "%s | %s | %s | %s | %s | %s | %s"
                                .formatted(
                                        plant.name(),
                                        plant.operator().orElse(""),
                                        plant.country(),
                                        plant.material(),
                                        plant.state().name().toLowerCase(Locale.ROOT),
                                        show(plant.capacity()),
                                        plant.source().id())));
    }

    private static String facts() {
        return table(
                "fact | topic | what | figure | source",
                Reference.facts().stream()
                        .map(fact -> "`%s` | %s | %s, %s, %s | %s | %s"
                                .formatted(
                                        fact.id(),
                                        fact.topic().name().toLowerCase(Locale.ROOT),
                                        fact.measure(),
                                        fact.country(),
                                        fact.year(),
                                        show(fact.figure()),
                                        fact.figure().source().citation())));
    }

    private static String sources() {
        return table(
                "id | source | terms | acknowledgement",
                Reference.sources().stream()
                        .map(source -> "`%s` | %s | %s | %s"
                                .formatted(
                                        source.id(), source.citation(), source.licence(), source.acknowledgement())));
    }

    private static String show(Figure figure) {
        return figure.isKnown() ? figure.range().toString() : "unknown";
    }
}
