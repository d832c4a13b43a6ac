package org.lodegraph.io;

import com.google.common.collect.ImmutableSortedMap;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;

/** Opens the files of a package, each of them bounded and held against its checksum before anything in it is believed. */
final class PackageReader {

    static final String AGAIN =
            "Maybe fetch the package again as it was written; after a change on purpose, write it anew.";

    private final Folder folder;
    private final Limits limits;
    private final Problems problems;

    PackageReader(Folder folder, Limits limits, Problems problems) {
        this.folder = folder;
        this.limits = limits;
        this.problems = problems;
    }

    /** What the package says of itself; empty if it was refused and reported. */
    Optional<Descriptor> descriptor() {
        Optional<byte[]> bytes = open(PackageFiles.DESCRIPTOR, DescriptorReader.limits(limits));
        if (bytes.isEmpty() && problems.count() == 0) {
            problems.add(
                    PackageFiles.DESCRIPTOR,
                    0,
                    "",
                    "",
                    "it is missing",
                    "Maybe this is no data package, or writing it was interrupted.");
        }
        return bytes.flatMap(read -> utf8(read, PackageFiles.DESCRIPTOR))
                .flatMap(text -> DescriptorReader.read(text.getBytes(StandardCharsets.UTF_8), limits, problems));
    }

    /** The files that are as the descriptor says; what is not was reported. */
    ImmutableSortedMap<String, String> files(Descriptor descriptor) {
        ImmutableSortedMap.Builder<String, String> files = ImmutableSortedMap.naturalOrder();
        long all = descriptor.checksums().values().stream()
                .mapToLong(Descriptor.Checksum::bytes)
                .sum();
        if (all > limits.bytes()) {
            report(
                    PackageFiles.DESCRIPTOR,
                    "",
                    "it lists %s bytes, more than %s".formatted(all, limits.bytes()),
                    "Maybe raise Limits.");
            return files.buildOrThrow();
        }
        descriptor
                .checksums()
                .forEach((path, expected) -> file(path, expected).ifPresent(content -> files.put(path, content)));
        PackageFiles.NAMES.stream()
                .filter(path -> !descriptor.checksums().containsKey(path))
                .forEach(this::checkAbsent);
        if (descriptor.checksums().keySet().stream()
                .noneMatch(path -> path.startsWith(PackageFiles.CHAIN) || path.equals(AnswerCsv.SHEET.file()))) {
            report(
                    PackageFiles.DESCRIPTOR,
                    "",
                    "it lists neither a chain nor an answer",
                    "Maybe write the package anew.");
        }
        return files.buildOrThrow();
    }

    private Optional<String> file(String path, Descriptor.Checksum expected) {
        long before = problems.count();
        Optional<byte[]> found = open(path, limits);
        if (found.isEmpty()) {
            if (problems.count() == before) {
                report(path, "", "it is missing (expected SHA-256 %s)".formatted(expected.sha256()), AGAIN);
            }
            return Optional.empty();
        }
        Descriptor.Checksum seen = Descriptor.Checksum.of(found.orElseThrow());
        if (!seen.equals(expected)) {
            report(
                    path,
                    seen.sha256(),
                    "it is not what was written (expected %s bytes with SHA-256 %s, seen %s bytes with %s)"
                            .formatted(expected.bytes(), expected.sha256(), seen.bytes(), seen.sha256()),
                    AGAIN);
            return Optional.empty();
        }
        return utf8(found.orElseThrow(), path);
    }

    private void checkAbsent(String path) {
        if (open(path, limits).isPresent()) {
            report(path, "", "it is there, and the descriptor does not list it", "Maybe delete it. " + AGAIN);
        }
    }

    private Optional<String> utf8(byte[] bytes, String path) {
        try {
            return Utf8.read(new ByteArrayInputStream(bytes), path, limits, problems)
                    .map(text -> new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes; empty if there is no such file, or it was refused and reported. */
    private Optional<byte[]> open(String path, Limits most) {
        try (InputStream in = folder.open(path).orElse(null)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readNBytes(most.bytes());
            if (in.read() < 0) {
                return Optional.of(bytes);
            }
            report(path, "", "it is longer than %s bytes".formatted(most.bytes()), "Maybe raise Limits.");
        } catch (PackageFolder.OutsideException e) {
            report(path, "", "it is a link that leads out of the package", "Maybe put the file itself there.");
        } catch (ZipException | EOFException e) {
            report(path, "", "it is damaged in the archive", AGAIN);
        } catch (IOException e) {
            throw new UncheckedIOException("File '%s': cannot be read.".formatted(path), e);
        }
        return Optional.empty();
    }

    private void report(String path, String seen, String finding, String cure) {
        problems.add(path, 0, "", seen, finding, cure);
    }
}
