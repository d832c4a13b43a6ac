package org.lodegraph.report;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Parts under a heading of their own.
 *
 * @param title the heading
 * @param subtitle one line below it; may be empty
 * @param parts what stands under it, in order
 */
public record Section(String title, String subtitle, List<Part> parts) implements Part {

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if the title is blank
     */
    public Section {
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    "Section: the title is blank (%s parts seen). Maybe add the parts to the report itself."
                            .formatted(parts.size()));
        }
        parts = ImmutableList.copyOf(parts);
    }

    /**
     * A section.
     *
     * @param title the heading
     * @param parts what stands under it
     * @return the section
     */
    public static Section of(String title, Part... parts) {
        return new Section(title, "", ImmutableList.copyOf(parts));
    }

    /**
     * A copy with a line below the heading.
     *
     * @param line the line
     * @return the copy
     */
    public Section subtitle(String line) {
        return new Section(title, line, parts);
    }
}
