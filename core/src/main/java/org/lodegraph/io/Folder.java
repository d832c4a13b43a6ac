package org.lodegraph.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where files are read from: a folder, a class path, memory. Only fixed names are asked for, such as
 * {@code materials.csv}, so nothing that is read can lead elsewhere.
 *
 * <p>Resources of the own module: {@code name -> Optional.ofNullable(Own.class.getResourceAsStream(name))}.
 */
@FunctionalInterface
public interface Folder {

    /**
     * Opens a file.
     *
     * @param name its name, without a path
     * @return its bytes, closed by the reader; empty if there is no such file
     * @throws IOException if it is there and cannot be opened
     */
    Optional<InputStream> open(String name) throws IOException;

    /**
     * A folder on disk.
     *
     * @param path the folder
     * @return regular files in it, not in folders below
     */
    static Folder at(Path path) {
        return name -> {
            Path file = path.resolve(name);
            return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        };
    }

    /**
     * A folder in memory, such as {@link ChainCsv#files} writes.
     *
     * @param files content by name
     * @return the folder
     */
    static Folder of(Map<String, String> files) {
        return name -> Optional.ofNullable(files.get(name))
                .map(content -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
