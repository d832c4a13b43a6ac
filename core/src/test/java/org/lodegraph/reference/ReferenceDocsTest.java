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

/**
 * The tables of {@code docs/reference-data.md} are what the data say. Where they are not, the test writes what they should
 * be to {@code core/target/reference-data.md}, to be copied.
 */
class ReferenceDocsTest {

    private static final ImmutableMap<String, Supplier<String>> BLOCKS = ImmutableMap.of(
            "coverage", ReferenceDocsTest::coverage,
            "assumptions", ReferenceDocsTest::assumptions,
            "conflicts", ReferenceDocsTest::conflicts,
            "parameters", ReferenceDocsTest::parameters,
            "controls", ReferenceDocsTest::controls,
            "plants", ReferenceDocsTest::plants,
            "facts", ReferenceDocsTest::facts,
            "sources", ReferenceDocsTest::sources);

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
                "fact | what | figure | source",
                Reference.facts().stream()
                        .map(fact -> "`%s` | %s, %s, %s | %s | %s"
                                .formatted(
                                        fact.id(),
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
