package org.lodegraph.model;

import java.util.Optional;

/**
 * Whose supply of what is asked about.
 *
 * @param material the material
 * @param consumer who uses it
 * @param application what for; empty for all uses
 */
public record Target(MaterialId material, Party consumer, Optional<String> application) {

    /**
     * All uses of a material by a consumer.
     *
     * @param material the material
     * @param consumer who uses it
     * @return the target
     */
    public static Target of(MaterialId material, Party consumer) {
        return new Target(material, consumer, Optional.empty());
    }

    /**
     * A copy for one application.
     *
     * @param what the application
     * @return the copy
     */
    public Target inUse(String what) {
        return new Target(material, consumer, Optional.of(what));
    }

    @Override
    public String toString() {
        return application.map(use -> use + " in ").orElse("") + consumer + " (" + material + ")";
    }
}
