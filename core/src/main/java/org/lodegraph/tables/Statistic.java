package org.lodegraph.tables;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Stage;

/**
 * One published figure of a world table.
 *
 * @param material of what
 * @param stage the publisher's stage, one of {@link #steps} such as {@code primary-refinery}, or {@code reserve}
 * @param form the publisher's product, such as {@code ferronickel}, where a table is about one of several; else empty
 * @param country where; {@link #WORLD} for the published total, {@link CountryId#NOWHERE} for "other countries"
 * @param year the calendar year
 * @param kind production, capacity or reserves
 * @param figure the number with its source
 */
public record Statistic(
        MaterialId material, String stage, String form, CountryId country, int year, Kind kind, Figure figure) {

    /** The published world total, which is rounded: compute shares from the sum of the rows. */
    public static final CountryId WORLD = new CountryId("WLD");

    private static final String RESERVE = "reserve";
    private static final ImmutableMap<String, Stage> STEPS = ImmutableMap.of(
            "mine", Stage.EXTRACTION,
            "smelter", Stage.SMELTING,
            "primary-refinery", Stage.REFINING,
            "refinery", Stage.REFINING,
            "chemical", Stage.CHEMICAL);

    /** What is counted. */
    public enum Kind {
        /** Output of a year. */
        PRODUCTION,
        /** What could be made in a year. */
        CAPACITY,
        /** What is in the ground and economic. */
        RESERVES
    }

    /** The stages whose output and capacity are counted, as the steps of a chain that they are; reserves have the stage reserve. */
    public static Map<String, Stage> steps() {
        return STEPS;
    }

    /**
     * A stage as people write it.
     *
     * @throws IllegalArgumentException if it is none; ends with the list of all
     */
    static String stageOf(String text) {
        String stage = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
        if (!STEPS.containsKey(stage) && !stage.equals(RESERVE)) {
            throw new IllegalArgumentException(
                    "not a stage. Maybe one of %s or %s.".formatted(String.join(", ", STEPS.keySet()), RESERVE));
        }
        return stage;
    }

    /**
     * Whether this is the row of a place, not the published total and not "other countries".
     *
     * @return true for a country
     */
    public boolean hasPlace() {
        return !country.equals(WORLD) && !country.equals(CountryId.NOWHERE);
    }

    /**
     * A copy with another number.
     *
     * @param other the figure
     * @return the copy
     */
    public Statistic saying(Figure other) {
        return new Statistic(material, stage, form, country, year, kind, other);
    }
}
