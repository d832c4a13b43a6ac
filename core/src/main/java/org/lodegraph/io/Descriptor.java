package org.lodegraph.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodegraph.measure.Source;

/**
 * {@code datapackage.json}: what the files of a package are, after version 2 of the Data Package standard
 * (https://datapackage.org/standard/data-package). What the standard has no word for is named {@code lodegraph:...}.
 *
 * @param name of the package, in lower case
 * @param title in words
 * @param question what an answer was asked; empty if nobody said
 * @param created when, if the caller says so
 * @param checksums of the files by path
 */
record Descriptor(
        String name,
        String title,
        String question,
        Optional<Instant> created,
        ImmutableSortedMap<String, Checksum> checksums) {

    /** The version of the standard. */
    static final String PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

    static final String FORMAT_MEMBER = "lodegraph:format";

    /** Raised when packages of this version would be misread by an older library. */
    static final String FORMAT = "1";

    /** The digest of the whole document, which stands where nothing but noughts stood when it was taken. */
    static final String DIGEST_MEMBER = "lodegraph:digest";

    private static final String OPEN = "0".repeat(64);

    static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,100}");

    private static final Pattern ADDRESS = Pattern.compile("(http|ftp)s?://[^\\s]+");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);
    private static final Splitter COMMA = Splitter.on(',');

    /**
     * What tells a file from another.
     *
     * @param bytes its size
     * @param sha256 64 digits of base 16
     */
    record Checksum(long bytes, String sha256) {
        static Checksum of(byte[] bytes) {
            return new Checksum(bytes.length, Hashing.sha256().hashBytes(bytes).toString());
        }
    }

    /** The document; equal descriptors of equal files always become the same bytes. */
    String text(Map<String, String> files, List<Source> sources) {
        String open = Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("$schema", PROFILE);
            json.writeStringField("name", name);
            json.writeStringField("title", title);
            Json.text(json, "description", question);
            if (created.isPresent()) {
                json.writeStringField("created", created.orElseThrow().toString());
            }
            json.writeStringField(FORMAT_MEMBER, FORMAT);
            licenses(json, sources);
            sources(json, sources);
            json.writeArrayFieldStart("resources");
            for (Map.Entry<String, Checksum> file : checksums.entrySet()) {
                resource(json, file.getKey(), file.getValue(), files.getOrDefault(file.getKey(), ""));
            }
            json.writeEndArray();
            json.writeStringField(DIGEST_MEMBER, "sha256:" + OPEN);
            json.writeEndObject();
        });
        return swapped(open, OPEN, digest(open, OPEN));
    }

    /** The digest that a document should hold, if it holds another one now. */
    static String digest(String text, String held) {
        return Hashing.sha256()
                .hashString(swapped(text, held, OPEN), StandardCharsets.UTF_8)
                .toString();
    }

    /** The digest is the last member, so it is the last that looks like it. */
    private static String swapped(String text, String old, String other) {
        int at = text.lastIndexOf(old);
        return text.substring(0, at) + other + text.substring(at + old.length());
    }

    /** Every terms that any source is under; a license needs a name or a path, and the summary says who is under it. */
    private static void licenses(JsonGenerator json, List<Source> sources) throws IOException {
        var works = Licences.of(sources);
        if (works.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("licenses");
        for (var terms : works.asMap().entrySet()) {
            json.writeStartObject();
            Json.text(json, "name", Licences.identifier(terms.getKey()).orElse(""));
            json.writeStringField("path", PackageFiles.README);
            json.writeStringField(
                    "title",
                    terms.getKey().isEmpty()
                            ? "no terms stated for %s of %s sources"
                                    .formatted(terms.getValue().size(), works.size())
                            : terms.getKey());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void sources(JsonGenerator json, List<Source> sources) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("sources");
        for (Source work : Licences.works(sources)) {
            json.writeStartObject();
            json.writeStringField("title", work.title());
            Json.text(json, "path", ADDRESS.matcher(work.url()).matches() ? work.url() : "");
            Json.text(json, "version", work.edition());
            json.writeStringField("lodegraph:id", work.id());
            Json.text(json, "lodegraph:publisher", work.publisher());
            json.writeStringField("lodegraph:licence", work.licence().isBlank() ? "not stated" : work.licence());
            Json.text(json, "lodegraph:acknowledgement", work.acknowledgement());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void resource(JsonGenerator json, String path, Checksum checksum, String content)
            throws IOException {
        Sheet sheet = PackageFiles.TABLES.get(path);
        json.writeStartObject();
        json.writeStringField("name", resourceName(path));
        json.writeStringField("path", path);
        if (sheet != null) {
            json.writeStringField("type", "table");
        }
        json.writeStringField("format", sheet == null ? "txt" : "csv");
        json.writeStringField("mediatype", sheet == null ? "text/plain" : "text/csv");
        json.writeStringField("encoding", "utf-8");
        json.writeNumberField("bytes", checksum.bytes());
        json.writeStringField("hash", "sha256:" + checksum.sha256());
        if (sheet != null) {
            json.writeObjectFieldStart("schema");
            json.writeArrayFieldStart("fields");
            for (String column : COMMA.split(content.substring(0, content.indexOf('\n')))) {
                field(json, sheet, column);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Its path without the ending, in the letters that a name may have. */
    static String resourceName(String path) {
        return path.replaceFirst("\\.(csv|txt)$", "").replace('/', '.').toLowerCase(Locale.ROOT);
    }

    private static void field(JsonGenerator json, Sheet sheet, String column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column);
        boolean figure = sheet.columns().containsKey(column + "_unit");
        switch (sheet.columns().getOrDefault(column, Sheet.Kind.TEXT)) {
            case TEXT -> json.writeStringField("type", "string");
            case NUMBER -> json.writeStringField("type", figure ? "string" : "number");
            case LIST -> json.writeStringField("type", "string");
            case FLAG -> {
                json.writeStringField("type", "boolean");
                words(json, "trueValues", "yes");
                words(json, "falseValues", "no");
            }
        }
        if (figure) {
            json.writeStringField(
                    "description",
                    "a number in the unit of %s_unit; low..high, low..likeliest..high or median~deviation; or unknown"
                            .formatted(column));
        } else if (sheet.columns().get(column) == Sheet.Kind.LIST) {
            json.writeStringField("description", "words separated by semicolons");
        }
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, String member, String... words) throws IOException {
        json.writeFieldName(member);
        json.writeArray(words, 0, words.length);
    }

    /** A point in time as the standard can write it. */
    static Instant writable(Instant when) {
        if (when.isBefore(FIRST) || !when.isBefore(END)) {
            throw new IllegalArgumentException(
                    "Package: no data package can say when it was created (seen: %s). Maybe a year from 0 to 9999."
                            .formatted(when));
        }
        return when;
    }

    static ImmutableSortedMap<String, Checksum> checksums(Map<String, String> files) {
        ImmutableSortedMap.Builder<String, Checksum> checksums = ImmutableSortedMap.naturalOrder();
        files.forEach((path, content) -> checksums.put(path, Checksum.of(Utf8.bytes(content, path))));
        return checksums.buildOrThrow();
    }
}
