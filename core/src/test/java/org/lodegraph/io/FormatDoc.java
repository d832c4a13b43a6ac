package org.lodegraph.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The page that describes the format, and the example in it. */
final class FormatDoc {

    private static final Pattern FILE = Pattern.compile("`([a-z-]+\\.csv)`\n\n```csv\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```\n", Pattern.DOTALL);

    private FormatDoc() {}

    static String text() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var page = folder.resolve("docs/format.md");
            if (Files.exists(page)) {
                try {
                    return Files.readString(page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("Page 'docs/format.md': not found. Maybe run the tests inside the repository.");
    }

    /** The scenario of the example. */
    static String scenario() {
        return json().get(0);
    }

    /** The list of scenarios of the example. */
    static String scenarios() {
        return json().get(1);
    }

    private static List<String> json() {
        return JSON.matcher(text()).results().map(found -> found.group(1)).toList();
    }

    /** The files of the example; a copy that a test may change. */
    static TreeMap<String, String> example() {
        var files = new TreeMap<String, String>();
        FILE.matcher(text()).results().forEach(found -> files.put(found.group(1), found.group(2)));
        return files;
    }
}
