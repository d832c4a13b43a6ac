package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.model.CountryId;

/**
 * A figure of a process, or a range that nobody published and a chain needs.
 *
 * @param id its name, such as {@code gallium-from-liquor}
 * @param country where; empty if everywhere
 * @param figure the number; its status is ASSUMED where no source was seen
 */
public record Parameter(String id, Optional<CountryId> country, Figure figure) {

    /** The flows of processes that have a name. */
    static ImmutableList<Parameter> among(List<ProcessFlow> flows) {
        return flows.stream()
                .flatMap(flow -> flow.parameter().map(id -> new Parameter(id, flow.country(), flow.figure())).stream())
                .collect(ImmutableList.toImmutableList());
    }

    static Parameter of(Row row, Map<String, Source> sources) {
        return new Parameter(
                row.text("id"),
                row.find("country").map(cell -> row.as("country", CountryId::new)),
                row.figure(sources));
    }
}
