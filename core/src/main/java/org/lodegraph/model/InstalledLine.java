package org.lodegraph.model;

import java.time.LocalDate;

/**
 * A line together with the facility it stands in.
 *
 * @param facility the facility
 * @param line the line
 */
public record InstalledLine(Facility facility, Line line) {

    /**
     * The line's name in the chain.
     *
     * @return facility/line
     */
    public LineId id() {
        return new LineId(facility.id(), line.name());
    }

    /**
     * Where it stands.
     *
     * @return the facility's country
     */
    public CountryId country() {
        return facility.country();
    }

    /**
     * Whether it stands somewhere and has started by a day.
     *
     * @param date the day
     * @return false for lines of "other countries" and lines that start later
     */
    public boolean isPresentOn(LocalDate date) {
        return !country().equals(CountryId.NOWHERE)
                && line.starts().map(start -> !start.isAfter(date)).orElse(true);
    }
}
