package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Locale;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;

/**
 * What the rare earths of one ore are.
 *
 * @param deposit which ore
 * @param shares as published, one for each element or sum of elements
 */
public record Assay(String deposit, List<ElementShare> shares) {

    /** Copies the shares. */
    public Assay {
        shares = ImmutableList.copyOf(shares);
    }

    static ImmutableList<Assay> among(List<ElementShare> shares) {
        return Multimaps.index(shares, ElementShare::deposit).asMap().entrySet().stream()
                .map(entry -> new Assay(entry.getKey(), ImmutableList.copyOf(entry.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * What the published shares add up to; traces count nothing.
     *
     * @return in percent; 98.5 to 102.7 in this data set
     */
    public double publishedSum() {
        return shares.stream()
                .map(ElementShare::share)
                .filter(Figure::isKnown)
                .mapToDouble(share -> share.at(Reading.CENTRAL))
                .sum();
    }

    /**
     * The shares divided by what they add up to, for a calculation that needs a whole. Each note says the published sum.
     *
     * @return in percent, in the order of the shares; traces stay unknown
     */
    public List<ElementShare> normalized() {
        double sum = publishedSum();
        String why = String.format(Locale.ROOT, "divided by the published sum of %.2f %%", sum);
        return shares.stream()
                .map(row -> new ElementShare(
                        row.deposit(),
                        row.country(),
                        row.ore(),
                        row.counted(),
                        row.element(),
                        normalized(row.share(), sum, why)))
                .collect(ImmutableList.toImmutableList());
    }

    private static Figure normalized(Figure share, double sum, String why) {
        return share.map(spread -> spread.times(100 / sum)) instanceof Figure.Known known
                ? known.noting(known.note().isEmpty() ? why : known.note() + "; " + why)
                : share;
    }
}
