package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A package on disk, as a folder or as one ZIP file. All is written beside the place where it belongs and moved there when it
 * is whole; of a folder the descriptor is taken away first and comes last, so that what was interrupted is no package.
 */
final class PackageFolder {

    /** No clock is asked. The first of January would stand for all that is earlier, and be written in the zone of here too. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** A link that leads out of a package. */
    static final class OutsideException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes into a new folder. */
    @FunctionalInterface
    private interface Writing {
        void in(Path stage) throws IOException;
    }

    private PackageFolder() {}

    /** Lets something read the files of a package. */
    static <T> T read(Path path, Limits limits, Function<Folder, T> reader) {
        try {
            if (Files.isDirectory(path)) {
                return reader.apply(within(path.toRealPath()));
            }
            if (Files.size(path) > limits.bytes()) {
                throw refused(path, "it is longer than %s bytes".formatted(limits.bytes()), "Maybe raise Limits.");
            }
            try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
                return reader.apply(name -> {
                    ZipEntry entry = zip.getEntry(name);
                    return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
                });
            } catch (ZipException | EOFException e) {
                throw refused(path, "it is no ZIP file, or damaged", "Maybe name the folder, or fetch it again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Package '%s': cannot be read. Maybe it is not there.".formatted(path), e);
        }
    }

    private static InvalidFilesException refused(Path path, String finding, String cure) {
        String name = Problems.seen(String.valueOf(path.getFileName()));
        return new InvalidFilesException(ImmutableList.of(new FileProblem(name, 0, "", "", finding, cure)), 1);
    }

    private static Folder within(Path root) {
        return name -> {
            Optional<InputStream> file = Folder.at(root).open(name);
            if (file.isPresent() && !root.resolve(name).toRealPath().startsWith(root)) {
                file.orElseThrow().close();
                throw new OutsideException();
            }
            return file;
        };
    }

    /** Writes files by path: as one file if the name ends in {@code .zip}, else into a folder. */
    static void write(Path path, Map<String, String> files) {
        Map<String, byte[]> bytes =
                ImmutableMap.copyOf(Maps.transformValues(files, content -> content.getBytes(StandardCharsets.UTF_8)));
        boolean zip = String.valueOf(path.getFileName()).endsWith(".zip");
        try {
            if (zip) {
                Path file = path.toAbsolutePath();
                staged(file.resolveSibling(""), stage -> {
                    Path whole = stage.resolve("whole.zip");
                    zip(whole, bytes);
                    move(whole, file);
                });
            } else {
                boolean isNew = Files.notExists(path);
                Files.createDirectories(path);
                try {
                    staged(path, stage -> folder(stage, path, bytes));
                } finally {
                    if (isNew && isEmpty(path)) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Package '%s': cannot be written.".formatted(path), e);
        }
    }

    private static void folder(Path stage, Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path staged = stage.resolve(file.getKey());
            Files.createDirectories(staged.resolveSibling(""));
            Files.write(staged, file.getValue());
        }
        Files.deleteIfExists(folder.resolve(PackageFiles.DESCRIPTOR));
        for (String name : PackageFiles.NAMES) {
            if (!files.containsKey(name)) {
                Files.deleteIfExists(folder.resolve(name));
            } else {
                Files.createDirectories(folder.resolve(name).resolveSibling(""));
                move(stage.resolve(name), folder.resolve(name));
            }
        }
        move(stage.resolve(PackageFiles.DESCRIPTOR), folder.resolve(PackageFiles.DESCRIPTOR));
    }

    /** Not packed, because another version of the packer would make other bytes. */
    private static void zip(Path file, Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(each.getValue());
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(NO_TIME);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(each.getValue().length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void staged(Path folder, Writing writing) throws IOException {
        Path stage = Files.createTempDirectory(folder, ".writing-");
        try {
            writing.in(stage);
        } finally {
            List<Path> left = new ArrayList<>();
            try (Stream<Path> walk = Files.walk(stage)) {
                walk.forEach(left::add);
            }
            for (int at = left.size() - 1; at >= 0; at--) {
                Files.deleteIfExists(left.get(at));
            }
        }
    }
}
