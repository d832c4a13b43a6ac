package org.lodegraph.model;

import java.io.Serializable;

/**
 * One thing wrong with a chain.
 *
 * @param entity which entity, such as {@code Recipe 'bayer'}
 * @param field which of its fields
 * @param finding what is wrong, with the value seen
 * @param cure what would likely help, a sentence that starts with Maybe
 */
public record Problem(String entity, String field, String finding, String cure) implements Serializable {

    @Override
    public String toString() {
        return "%s, %s: %s. %s".formatted(entity, field, finding, cure);
    }
}
