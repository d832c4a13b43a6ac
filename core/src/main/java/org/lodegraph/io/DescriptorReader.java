package org.lodegraph.io;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code datapackage.json}, which anybody may have written: it names no file but those of a package, each once. */
final class DescriptorReader {

    private static final String FILE = PackageFiles.DESCRIPTOR;
    private static final String LEAST = "{\"lodegraph:format\": \"1\", \"name\": \"...\", \"resources\": [...]}";
    private static final String ANEW = "Maybe write the package anew.";
    private static final Pattern HASH = Pattern.compile("sha256:([0-9a-f]{64})");
    private static final Pattern BYTES = Pattern.compile("0|[1-9][0-9]{0,14}");

    /** A descriptor is small beside what it describes. */
    private static final int PART_OF_BYTES = 8;

    private static final int PART_OF_ROWS = 40;

    private final Problems problems;
    private final SortedMap<String, Descriptor.Checksum> checksums = new TreeMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    private DescriptorReader(Problems problems) {
        this.problems = problems;
    }

    /** The part of what may be read that the descriptor may take. */
    static Limits limits(Limits limits) {
        return new Limits(Math.max(1, limits.bytes() / PART_OF_BYTES), Math.max(1, limits.rows() / PART_OF_ROWS));
    }

    /** What it says; empty if it was refused and reported. */
    static Optional<Descriptor> read(byte[] utf8, Limits limits, Problems problems) {
        return JsonTree.read(utf8, FILE, limits(limits), LEAST, problems)
                .map(tree -> new DescriptorReader(problems).descriptor(tree, new String(utf8, StandardCharsets.UTF_8)))
                .filter(read -> problems.count() == 0);
    }

    private Descriptor descriptor(JsonTree tree, String document) {
        if (tree.kind() != JsonTree.Kind.OBJECT) {
            report(tree, "", "not an object", "Maybe %s.".formatted(LEAST));
        } else if (tree.member(Descriptor.FORMAT_MEMBER).isEmpty()) {
            report(
                    tree,
                    Descriptor.FORMAT_MEMBER,
                    "it is missing, so this package was written by something else",
                    "Maybe read its tables one by one, such as with StatisticsTable.");
        } else if (!text(tree, Descriptor.FORMAT_MEMBER, "").equals(Descriptor.FORMAT)) {
            report(
                    tree.members().getOrDefault(Descriptor.FORMAT_MEMBER, tree),
                    Descriptor.FORMAT_MEMBER,
                    "not a format that this version reads",
                    "Maybe %s, or a newer version of the library.".formatted(Descriptor.FORMAT));
        } else {
            resources(tree);
        }
        String name = text(tree, "name", "");
        if (problems.count() == 0 && !Descriptor.NAME.matcher(name).matches()) {
            report(
                    tree.members().getOrDefault("name", tree),
                    "name",
                    "not a name (seen: '%s')".formatted(Problems.seen(name)),
                    "Maybe lower-case letters, digits, dots, hyphens and underscores, at most 100.");
        }
        String title = text(tree, "title", "");
        if (problems.count() == 0 && title.isBlank()) {
            report(tree.members().getOrDefault("title", tree), "title", "it is missing or blank", ANEW);
        }
        Descriptor read = new Descriptor(
                name, title, text(tree, "description", ""), created(tree), ImmutableSortedMap.copyOf(checksums));
        if (problems.count() == 0) {
            matching(tree, Descriptor.DIGEST_MEMBER, JsonTree.Kind.TEXT, HASH, "sha256: and 64 digits of base 16")
                    .ifPresent(held -> unchanged(tree, document, held));
        }
        return read;
    }

    private void unchanged(JsonTree tree, String document, String held) {
        String seen = document.contains(held) ? Descriptor.digest(document, held) : "";
        if (!seen.equals(held)) {
            report(
                    tree.members().getOrDefault(Descriptor.DIGEST_MEMBER, tree),
                    Descriptor.DIGEST_MEMBER,
                    "the descriptor is not what was written (expected SHA-256 %s, seen %s)".formatted(held, seen),
                    PackageReader.AGAIN);
        }
    }

    private void resources(JsonTree tree) {
        if (tree.member("resources").isEmpty()) {
            report(tree, "resources", "it is missing", "Maybe an array with an object for each file.");
        }
        for (JsonTree resource : JsonRows.items(problems, FILE, tree, "resources")) {
            if (resource.kind() == JsonTree.Kind.OBJECT) {
                resource(resource);
            } else {
                report(resource, "resources", "not an object (seen: '%s')".formatted(seen(resource)), ANEW);
            }
        }
        if (problems.count() == 0 && checksums.isEmpty()) {
            report(tree, "resources", "it lists no file", ANEW);
        }
    }

    private void resource(JsonTree resource) {
        Optional<String> path = required(resource, "path").filter(read -> isInside(resource, read));
        Optional<String> name = required(resource, "name");
        name.filter(read -> !names.add(read)).ifPresent(twice -> twice(resource, "name", twice));
        Optional<String> bytes = matching(resource, "bytes", JsonTree.Kind.SCALAR, BYTES, "a number of bytes");
        Optional<String> hash =
                matching(resource, "hash", JsonTree.Kind.TEXT, HASH, "sha256: and 64 digits of base 16");
        if (path.isPresent() && bytes.isPresent() && hash.isPresent()) {
            Descriptor.Checksum checksum =
                    new Descriptor.Checksum(Long.parseLong(bytes.orElseThrow()), hash.orElseThrow());
            if (checksums.put(path.orElseThrow(), checksum) != null) {
                twice(resource, "path", path.orElseThrow());
            }
        }
    }

    /** Only the names that packages have are taken; the commonest ways out get a message of their own. */
    private boolean isInside(JsonTree resource, String path) {
        if (PackageFiles.NAMES.contains(path)) {
            return true;
        }
        Supplier<String> cure = () -> ANEW;
        String finding;
        if (path.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            finding = "it is an address, and nothing is fetched";
            cure = () -> "Maybe fetch the file and list it by its path in the package.";
        } else if (path.matches("(?s)[/\\\\~].*|(.*[/\\\\])?\\.\\.([/\\\\].*)?")) {
            finding = "it leads out of the package";
        } else {
            finding = "not a file of this format";
            cure = () -> Closest.to(path, PackageFiles.NAMES)
                    .map("Maybe %s."::formatted)
                    .orElse(ANEW);
        }
        problems.add(
                FILE,
                resource.members().getOrDefault("path", resource).line(),
                "path",
                path,
                "%s (seen: '%s')".formatted(finding, Problems.seen(path)),
                cure);
        return false;
    }

    private Optional<Instant> created(JsonTree tree) {
        String created = text(tree, "created", "");
        if (created.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Descriptor.writable(Instant.parse(created)));
        } catch (DateTimeException | IllegalArgumentException e) {
            report(
                    tree.members().getOrDefault("created", tree),
                    "created",
                    "not a point in time (seen: '%s')".formatted(Problems.seen(created)),
                    "Maybe write it as 2026-11-27T22:00:00Z.");
            return Optional.empty();
        }
    }

    private void twice(JsonTree resource, String member, String value) {
        report(resource, member, "'%s' is there twice".formatted(Problems.seen(value)), "Maybe delete one.");
    }

    private Optional<String> required(JsonTree object, String member) {
        String text = text(object, member, "");
        if (text.isEmpty()
                && object.member(member)
                        .filter(value -> value.kind() != JsonTree.Kind.TEXT)
                        .isEmpty()) {
            report(object, member, "it is missing or empty", ANEW);
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What the pattern, or its first group, is in a member that must be there. */
    private Optional<String> matching(
            JsonTree object, String member, JsonTree.Kind kind, Pattern pattern, String wanted) {
        JsonTree value = object.members().get(member);
        Matcher matcher = pattern.matcher(value == null ? "" : value.text());
        if (value == null || value.kind() != kind || !matcher.matches()) {
            report(
                    value == null ? object : value,
                    member,
                    value == null ? "it is missing" : "not %s (seen: '%s')".formatted(wanted, seen(value)),
                    ANEW);
            return Optional.empty();
        }
        return Optional.of(matcher.group(matcher.groupCount()));
    }

    /** A text; what is no text is reported. */
    private String text(JsonTree object, String member, String otherwise) {
        JsonTree value = object.members().get(member);
        if (value != null && value.kind() != JsonTree.Kind.TEXT) {
            report(value, member, "not a text (seen: '%s')".formatted(seen(value)), "Maybe put it in quotation marks.");
            return otherwise;
        }
        return value == null ? otherwise : value.text();
    }

    private static String seen(JsonTree value) {
        return Problems.seen(value.seen());
    }

    private void report(JsonTree at, String member, String finding, String cure) {
        problems.add(FILE, at.line(), member, at.text(), finding, cure);
    }
}
