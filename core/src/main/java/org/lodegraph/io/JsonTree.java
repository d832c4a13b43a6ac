package org.lodegraph.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a JSON document, with the line on which it starts.
 *
 * @param kind what it is
 * @param text a scalar as a cell would hold it: flags are yes or no, null is empty
 * @param items of an array
 * @param members of an object
 */
record JsonTree(
        int line, Kind kind, String text, ImmutableList<JsonTree> items, ImmutableMap<String, JsonTree> members) {

    /** What a value is. */
    enum Kind {
        /** A text in quotation marks. */
        TEXT,
        /** A number, a flag or null. */
        SCALAR,
        ARRAY,
        OBJECT
    }

    private static final int DEPTH = 40;

    /** Parses a document, the least of which is told if nothing is there; empty if it was refused and reported. */
    static Optional<JsonTree> read(byte[] utf8, String file, Limits limits, String least, Problems problems) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxDocumentLength(limits.bytes())
                        .maxTokenCount(20L * limits.rows())
                        .maxStringLength(Limits.TEXT)
                        .maxNumberLength(Limits.COLUMNS * 4)
                        .maxNameLength(Limits.COLUMNS)
                        .build())
                .build();
        try (JsonParser json =
                factory.createParser(new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8))) {
            if (json.nextToken() == null) {
                problems.add(file, 1, "", "", "it is empty", "Maybe write %s.".formatted(least));
                return Optional.empty();
            }
            JsonTree tree = value(json, file, problems);
            if (json.nextToken() != null) {
                problems.add(
                        file,
                        json.currentTokenLocation().getLineNr(),
                        "",
                        "",
                        "something follows after the end",
                        "Maybe delete it.");
            }
            return Optional.of(tree);
        } catch (StreamConstraintsException e) {
            problems.add(
                    file,
                    line(e),
                    "",
                    "",
                    "it is too large, too deep or has a text that is too long (%s)"
                            .formatted(String.valueOf(e.getOriginalMessage()).split(" exceeds", -1)[0]),
                    "Maybe split it.");
        } catch (JsonProcessingException e) {
            problems.add(
                    file,
                    line(e),
                    "",
                    "",
                    "not JSON from position %s on (%s)"
                            .formatted(
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getColumnNr(),
                                    String.valueOf(e.getOriginalMessage()).split("\n| \\(for | at \\[Source", -1)[0]),
                    "Maybe a comma, a quotation mark or a bracket is missing.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    /** The value at which the parser stands; the depth is bounded by the parser. */
    private static JsonTree value(JsonParser json, String file, Problems problems) throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, JsonTree> members = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                int at = json.currentTokenLocation().getLineNr();
                json.nextToken();
                if (members.putIfAbsent(name, value(json, file, problems)) != null) {
                    problems.add(file, at, Problems.seen(name), name, "it is there twice", "Maybe delete one.");
                }
            }
            return new JsonTree(line, Kind.OBJECT, "", ImmutableList.of(), ImmutableMap.copyOf(members));
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            ImmutableList.Builder<JsonTree> items = ImmutableList.builder();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(json, file, problems));
            }
            return new JsonTree(line, Kind.ARRAY, "", items.build(), ImmutableMap.of());
        }
        String text = switch (json.currentToken()) {
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "yes";
            case VALUE_FALSE -> "no";
            default -> json.getText();
        };
        // An escape can say what no file could hold when it is written again.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            problems.add(
                    file,
                    line,
                    "",
                    text,
                    "half of a surrogate pair stands alone (seen: '%s')".formatted(Problems.seen(text)),
                    "Maybe write the character itself, or escape both halves.");
        }
        Kind kind = json.currentToken() == JsonToken.VALUE_STRING ? Kind.TEXT : Kind.SCALAR;
        return new JsonTree(line, kind, text, ImmutableList.of(), ImmutableMap.of());
    }

    boolean isScalar() {
        return kind == Kind.TEXT || kind == Kind.SCALAR;
    }

    /** What stands there, for messages. */
    String seen() {
        return switch (kind) {
            case TEXT -> text;
            case SCALAR -> text.isEmpty() ? "null" : text;
            case ARRAY -> "[...]";
            case OBJECT -> "{...}";
        };
    }

    Optional<JsonTree> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** A copy of an object with one more member, in place of one of that name. */
    JsonTree with(String name, JsonTree value) {
        return new JsonTree(
                line,
                kind,
                text,
                items,
                ImmutableMap.<String, JsonTree>builder()
                        .putAll(members)
                        .put(name, value)
                        .buildKeepingLast());
    }
}
