package org.lodegraph.reference;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Source;
import org.lodegraph.model.MaterialId;

/**
 * Whether a material comes along with another, as published. How much comes along is in recipes and facts.
 *
 * @param companion what comes along
 * @param host with what; empty for a material that has ores of its own
 * @param stage at which step of the host; empty if there is no link
 * @param carrier in what; empty if the source does not say
 * @param dependence how much of the companion's output comes from this host
 * @param note how much the carrier holds, how wide the link is
 * @param source who says so; {@link Source#ASSUMPTION} where no source was read
 */
public record CompanionLink(
        MaterialId companion,
        Optional<MaterialId> host,
        String stage,
        String carrier,
        Dependence dependence,
        String note,
        Source source) {

    /** How much of a companion comes from one host, as we read the publisher's words. */
    public enum Dependence {
        /** Most of it. */
        DOMINANT,
        /** A large part. */
        MAJOR,
        /** A small part. */
        MINOR,
        /** None, though people say so, or it has ores of its own. */
        NONE
    }

    static CompanionLink of(Row row, Map<String, Source> sources) {
        return new CompanionLink(
                row.as("companion", MaterialId::new),
                row.find("host").map(cell -> row.as("host", MaterialId::new)),
                row.find("host_stage").orElse(""),
                row.find("carrier").orElse(""),
                row.as("dependence", cell -> Dependence.valueOf(cell.toUpperCase(Locale.ROOT))),
                row.find("note").orElse(""),
                row.source(sources));
    }
}
