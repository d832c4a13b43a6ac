package org.lodegraph.model;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call the things of a chain, for all that is shown; an id where nobody gave a name. */
public final class Names {

    private static final Pattern WITH_ARTICLE = Pattern.compile(
            "United .*|.* (Republic|Islands|Emirates|Union|Federation)|Bahamas|Gambia|Netherlands|Philippines|rest of the world");

    private final SupplyChain chain;

    private Names(SupplyChain chain) {
        this.chain = chain;
    }

    /**
     * The names in a chain.
     *
     * @param chain the chain
     */
    public static Names of(SupplyChain chain) {
        return new Names(chain);
    }

    /**
     * The name of one thing.
     *
     * @param id what it is called in the chain, or a country that is not in it
     * @return such as {@code United States}, or {@code Russia: low-purity gallium from gallium in Bayer liquor} for a line
     * @throws IllegalArgumentException if it is a line, a facility, a material, a policy or a bloc that is not in the chain
     */
    public String name(Id id) {
        if (id instanceof CountryId country) {
            return country(country);
        } else if (id instanceof LineId line) {
            return line(chain.line(line));
        } else if (id instanceof FacilityId facility) {
            return facility(chain.facility(facility));
        } else if (id instanceof MaterialId material) {
            return chain.material(material).name();
        } else if (id instanceof PolicyId policy) {
            return chain.policy(policy).name();
        } else if (id instanceof BlocId bloc) {
            return chain.bloc(bloc).name();
        }
        return id.value();
    }

    /**
     * A name as it stands within a sentence.
     *
     * @param name as {@link #name} says
     * @return such as {@code the United States}
     */
    public static String inSentence(String name) {
        return WITH_ARTICLE.matcher(name).matches() ? "the " + name : name;
    }

    /**
     * The names of some things, by id.
     *
     * @param ids what to name; each may come more than once
     * @return in their order
     * @throws IllegalArgumentException as for {@link #name}
     */
    public Map<Id, String> names(Stream<? extends Id> ids) {
        return ids.distinct().collect(ImmutableMap.toImmutableMap(id -> id, this::name));
    }

    private String country(CountryId id) {
        if (id.equals(CountryId.REST)) {
            return "rest of the world";
        }
        if (id.equals(CountryId.NOWHERE)) {
            return "other countries";
        }
        if (id.equals(CountryId.ELSEWHERE)) {
            return "unknown origin";
        }
        return Optional.ofNullable(chain.countries().get(id)).map(Country::name).orElse(id.value());
    }

    /** What stands for the figures of a country is called like it. */
    private String facility(Facility facility) {
        return facility.aggregate() ? country(facility.country()) : facility.name();
    }

    private String line(InstalledLine line) {
        List<Recipe> recipes = line.line().recipes().stream().map(chain::recipe).toList();
        String inputs = recipes.stream()
                .map(recipe -> recipe.inputs().keySet().stream().map(this::name).collect(Collectors.joining(" and ")))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" or "));
        return "%s: %s%s"
                .formatted(
                        facility(line.facility()),
                        name(recipes.get(0).reference()),
                        inputs.isEmpty() ? "" : " from " + inputs);
    }
}
