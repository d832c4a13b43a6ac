package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.model.RandomChains;
import org.lodegraph.reference.Reference;

/**
 * What version 2.0 of the Data Package standard, its Data Resource and its Table Schema ask of a descriptor
 * (https://datapackage.org/standard/data-package), and the patterns of its profile, retold here rule by rule.
 */
class DataPackageStandardTest {

    /** "lowercase English alphanumeric characters plus ., - and _". */
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+");

    /** The profile's pattern for a URL or a path: no hidden folder, no way up, no absolute path. */
    private static final Pattern URL_OR_PATH =
            Pattern.compile("((?=[^./~])(?!file:)((?!/\\.\\./)(?!\\\\)(?!://).)*|(http|ftp)s?://.*)");

    private static final Pattern LICENSE = Pattern.compile("[-a-zA-Z0-9._]+");
    private static final Pattern RFC3339 =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?Z");

    static Stream<DataPackage> packages() {
        var gallium = Reference.chain(2025, "gallium");
        return Stream.of(
                        Stream.iterate(0L, seed -> seed < 100, seed -> seed + 1)
                                .map(seed -> DataPackage.of(RandomChains.chain(seed))),
                        Reference.materials().stream().map(id -> DataPackage.of(Reference.chain(2023, id))),
                        Stream.of(
                                DataPackage.of(AnswersTest.REPORT),
                                DataPackage.of(AnswersTest.REPORT, gallium)
                                        .named("a.b_c-1")
                                        .created(Instant.parse("0000-01-01T00:00:00Z"))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void keepsTheRules(DataPackage written) throws Exception {
        Map<String, String> files = written.files();
        JsonTree descriptor = JsonTree.read(
                        files.get("datapackage.json").getBytes(StandardCharsets.UTF_8),
                        "datapackage.json",
                        Limits.DEFAULT,
                        "",
                        new Problems())
                .orElseThrow();

        assertThat(text(descriptor, "$schema")).isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(text(descriptor, "name")).matches(NAME);
        assertThat(text(descriptor, "title")).isNotBlank();
        descriptor
                .member("created")
                .ifPresent(created -> assertThat(created.text()).matches(RFC3339));
        assertThat(descriptor.members().keySet())
                .allMatch(member -> ImmutableSet.of(
                                        "$schema",
                                        "name",
                                        "title",
                                        "description",
                                        "created",
                                        "licenses",
                                        "sources",
                                        "resources")
                                .contains(member)
                        || member.startsWith("lodegraph:"));
        descriptor.member("licenses").ifPresent(licenses -> {
            assertThat(licenses.items()).isNotEmpty();
            licenses.items().forEach(license -> license(license, files));
        });
        descriptor
                .member("sources")
                .ifPresent(sources -> sources.items().forEach(source -> {
                    assertThat(text(source, "title")).isNotBlank();
                    source.member("path")
                            .ifPresent(path -> assertThat(path.text()).matches("(http|ftp)s?://.*"));
                }));
        resources(descriptor, files);
    }

    private static void license(JsonTree license, Map<String, String> files) {
        assertThat(license.members())
                .containsAnyOf(
                        Map.entry("name", license.member("name").orElse(license)),
                        Map.entry("path", license.member("path").orElse(license)));
        license.member("name").ifPresent(name -> assertThat(name.text()).matches(LICENSE));
        assertThat(text(license, "path")).matches(URL_OR_PATH);
        assertThat(files).containsKey(text(license, "path"));
        assertThat(text(license, "title")).isNotBlank();
    }

    private static void resources(JsonTree descriptor, Map<String, String> files) throws Exception {
        List<JsonTree> resources = descriptor.member("resources").orElseThrow().items();
        assertThat(resources).isNotEmpty();
        assertThat(resources.stream().map(resource -> text(resource, "name"))).doesNotHaveDuplicates();
        List<String> listed = new ArrayList<>(List.of("datapackage.json"));
        for (JsonTree resource : resources) {
            String path = text(resource, "path");
            listed.add(path);
            assertThat(resource.members()).doesNotContainKey("data");
            assertThat(text(resource, "name")).matches(NAME);
            assertThat(path).matches(URL_OR_PATH).doesNotContain("://");
            byte[] bytes = files.get(path).getBytes(StandardCharsets.UTF_8);
            assertThat(text(resource, "bytes")).isEqualTo(String.valueOf(bytes.length));
            assertThat(text(resource, "hash"))
                    .isEqualTo("sha256:"
                            + BaseEncoding.base16()
                                    .lowerCase()
                                    .encode(MessageDigest.getInstance("SHA-256").digest(bytes)));
            assertThat(text(resource, "encoding")).isEqualTo("utf-8");
            assertThat(path).endsWith("." + text(resource, "format"));
            if (path.endsWith(".csv")) {
                assertThat(text(resource, "type")).isEqualTo("table");
                assertThat(text(resource, "mediatype")).isEqualTo("text/csv");
                schema(resource.member("schema").orElseThrow(), files.get(path));
            } else {
                assertThat(resource.members()).doesNotContainKeys("type", "schema");
            }
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(files.keySet());
    }

    /** The fields are those of the table, in its order, and each cell is of the type of its field, or empty. */
    private static void schema(JsonTree schema, String csv) {
        List<JsonTree> fields = schema.member("fields").orElseThrow().items();
        List<List<String>> rows = Csv.table(csv).rows();
        List<String> names = fields.stream().map(field -> text(field, "name")).toList();
        assertThat(names).doesNotHaveDuplicates().isEqualTo(rows.get(0));
        for (int at = 0; at < fields.size(); at++) {
            String type = text(fields.get(at), "type");
            assertThat(Set.of("string", "number", "boolean")).contains(type);
            for (List<String> row : rows.subList(1, rows.size())) {
                String cell = row.get(at);
                if (!cell.isEmpty() && type.equals("number")) {
                    assertThat(cell).matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
                } else if (!cell.isEmpty() && type.equals("boolean")) {
                    assertThat(words(fields.get(at), "trueValues", "falseValues"))
                            .contains(cell);
                }
            }
        }
    }

    private static List<String> words(JsonTree field, String... members) {
        return Stream.of(members)
                .flatMap(member -> field.member(member).orElseThrow().items().stream())
                .map(JsonTree::text)
                .toList();
    }

    private static String text(JsonTree object, String member) {
        return object.member(member)
                .orElseThrow(() -> new AssertionError("lacks " + member))
                .text();
    }
}
