package org.lodegraph.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A site with one owner in one country that holds lines.
 *
 * @param id its name
 * @param name how people call it
 * @param country where it is
 * @param owner who owns it; empty if unknown or if it stands for several
 * @param aggregate whether it stands for what is left of a country after its named facilities
 * @param lines what is installed there; names are unique
 * @param note a remark; may be empty
 */
@Value.Builder
@Style
@SuppressWarnings("immutables:from")
public record Facility(
        FacilityId id,
        String name,
        CountryId country,
        Optional<OwnerId> owner,
        boolean aggregate,
        List<Line> lines,
        String note)
        implements Entity, WithFacility {

    /** Copies the lines. */
    public Facility {
        lines = ImmutableList.copyOf(lines);
    }

    /**
     * A facility without lines.
     *
     * @param id its name
     * @param country where it is
     * @return the facility
     */
    public static Facility at(String id, CountryId country) {
        return new Facility(new FacilityId(id), id, country, Optional.empty(), false, ImmutableList.of(), "");
    }

    /**
     * What is left of a country after its named facilities, as statistics give it.
     *
     * @param country the country
     * @return a facility without lines, named after the country
     */
    public static Facility aggregate(CountryId country) {
        String id = country.value().toLowerCase(Locale.ROOT);
        return at(id, country).withName(country.value()).withAggregate(true);
    }

    /**
     * A copy with an owner.
     *
     * @param id the owner's id
     * @return the copy
     */
    public Facility owner(String id) {
        return withOwner(new OwnerId(id));
    }

    /**
     * A copy with one more line.
     *
     * @param line the line
     * @return the copy
     */
    public Facility line(Line line) {
        return withLines(ImmutableList.<Line>builder().addAll(lines).add(line).build());
    }

    /**
     * A copy with one more running line, named like the recipe that it runs.
     *
     * @param recipe the recipe's id
     * @param capacity how much it can make
     * @return the copy
     */
    public Facility line(String recipe, Capacity capacity) {
        return line(Line.of(recipe, capacity));
    }

    /**
     * A builder.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder().aggregate(false).note("");
    }

    @Override
    public Facility mapFigures(FigureMap map) {
        return withLines(lines.stream().map(line -> line.mapFigures(id, map)).collect(ImmutableList.toImmutableList()));
    }

    /** Gathers the parts of a facility. */
    public static final class Builder extends FacilityBuilder {
        Builder() {}
    }
}
