package org.lodegraph.model;

import java.util.Optional;
import org.lodegraph.measure.Figure;

/**
 * A country. Countries need not be declared; declaring one gives it a name and a governance index.
 *
 * @param id its ISO 3166 alpha-3 code
 * @param name how people call it
 * @param governance a governance index on its published scale; empty if there is none
 */
public record Country(CountryId id, String name, Optional<Figure> governance) implements Entity {

    /**
     * A country without a governance index.
     *
     * @param id its ISO 3166 alpha-3 code
     * @param name how people call it
     * @return the country
     */
    public static Country of(String id, String name) {
        return new Country(new CountryId(id), name, Optional.empty());
    }

    /**
     * A copy with a governance index.
     *
     * @param figure the index on its published scale
     * @return the copy
     */
    public Country governance(Figure figure) {
        return new Country(id, name, Optional.of(figure));
    }

    @Override
    public Country mapFigures(FigureMap map) {
        return new Country(
                id,
                name,
                governance.map(figure -> map.apply(new FigurePlace(id, FigurePlace.Kind.GOVERNANCE), figure)));
    }
}
