package org.lodegraph.ask;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.model.Id;
import org.lodegraph.model.SupplyChain;

/**
 * What a question can be told.
 *
 * @param name lower case with hyphens, unique within its question
 * @param kind what sort of words it takes
 * @param meaning what it says, with its unit, for people
 * @param required whether the question cannot be asked without
 * @param repeats whether it may be given more than once
 * @param choices all words that it takes; empty if that depends on the chain, or is not a choice
 */
public record Parameter(
        String name, Kind kind, String meaning, boolean required, boolean repeats, List<String> choices) {

    /** What sort of words a parameter takes. */
    public enum Kind {
        /** One of {@link Parameter#choices}. */
        CHOICE("one of the choices"),
        /** True, if it is given without a word too; or false. */
        FLAG("true or false"),
        /** A material of the chain, by id. */
        MATERIAL("a material, such as gallium"),
        /** A country by code or name, or a bloc by id; {@code bloc:XYZ} where a bloc is spelled like a country. */
        PARTY("a country such as USA, or a bloc of the chain"),
        /** A bloc of the chain, by id. */
        BLOC("a bloc of the chain, by id"),
        /** A share, {@code 0.1} or {@code 10%}. */
        SHARE("a share, such as 0.1 or 10%"),
        /** A number with a point. */
        NUMBER("a number, such as 0.5"),
        /** A number without a fraction. */
        WHOLE("a whole number"),
        /** A day, {@code 2025-11-08}. */
        DATE("a day, such as 2025-11-08"),
        /** A number, a range {@code 3..5}, or {@code ?} for what nobody knows. */
        FIGURE("a number, a range such as 3..5, or ? for unknown"),
        /** What a material is used for and what becomes of it, {@code name=chips; size=0.6; life=3..5; ...}. */
        USE("such as 'name=chips; size=0.6; life=3..5; collected=0..0.1'"),
        /** A scenario as JSON, as {@link org.lodegraph.io.ScenarioJson} reads it. */
        SCENARIO("a scenario as JSON"),
        /** Another question on one line, {@code exposure material=gallium consumer=USA}. */
        QUESTION("a question on one line, such as 'exposure material=gallium consumer=USA'"),
        /** Any words. */
        TEXT("words");

        private final String shape;

        Kind(String shape) {
            this.shape = shape;
        }

        /**
         * What the words look like.
         *
         * @return such as {@code a share, such as 0.1 or 10%}
         */
        public String shape() {
            return shape;
        }
    }

    /** Copies the choices. */
    public Parameter {
        choices = ImmutableList.copyOf(choices);
    }

    static Parameter of(String name, Kind kind, String meaning) {
        return new Parameter(name, kind, meaning, true, false, ImmutableList.of());
    }

    Parameter among(List<String> words) {
        return new Parameter(name, kind, meaning, required, repeats, words);
    }

    Parameter optional() {
        return new Parameter(name, kind, meaning, false, repeats, choices);
    }

    Parameter repeated() {
        return new Parameter(name, kind, meaning, required, true, choices);
    }

    /**
     * What it could be told about one chain.
     *
     * @param chain the chain that will be asked
     * @return the words, in the order of the chain; empty if it is no choice
     */
    public List<String> choices(SupplyChain chain) {
        return switch (kind) {
            case MATERIAL -> ids(chain.materials().keySet());
            case BLOC -> ids(chain.blocs().keySet());
            case PARTY ->
                Stream.concat(
                                chain.countries().keySet().stream()
                                        .filter(country -> country.isNamed())
                                        .map(country -> country.value()),
                                chain.blocs().keySet().stream().map(bloc -> Words.print(bloc)))
                        .collect(ImmutableList.toImmutableList());
            default -> choices;
        };
    }

    private static List<String> ids(Set<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(ImmutableList.toImmutableList());
    }
}
