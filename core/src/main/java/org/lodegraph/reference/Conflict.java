package org.lodegraph.reference;

/**
 * Two published figures that cannot both be right, or a figure that contradicts how it had to be used.
 *
 * @param subject what it is about, such as {@code gallium, RUS, 2022}
 * @param finding what does not fit, with the figures
 * @param resolution what the chain does about it
 */
public record Conflict(String subject, String finding, String resolution) {

    @Override
    public String toString() {
        return subject + ": " + finding + ". " + resolution;
    }
}
