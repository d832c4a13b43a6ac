package org.lodegraph.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.model.MaterialId;

/**
 * A code of the Harmonized System that holds the goods of several metals, so that its trade is the trade of none of them.
 * The list holds those codes that stand for minor metals; it is not complete, and knows no codes of more than six digits, which
 * are national.
 *
 * @param code the heading or subheading
 * @param goods what it holds
 * @param wholes groups to which all its goods belong, such as {@code rare-earths}; mostly none
 */
public record HsBasket(String code, List<String> goods, Set<MaterialId> wholes) {

    private static final Splitter PARTS = Splitter.on(';').trimResults().omitEmptyStrings();

    private static final class Holder {
        static final ImmutableList<HsBasket> LIST = TableFile.embedded("hs-baskets.csv").stream()
                .map(row -> new HsBasket(
                        row.cell("code"),
                        PARTS.splitToList(row.cell("goods")),
                        PARTS.splitToStream(row.cell("wholes"))
                                .map(MaterialId::new)
                                .collect(ImmutableSet.toImmutableSet())))
                .collect(ImmutableList.toImmutableList());
    }

    /** Copies the lists. */
    public HsBasket {
        goods = ImmutableList.copyOf(goods);
        wholes = ImmutableSet.copyOf(wholes);
    }

    /** All that are known. */
    public static List<HsBasket> all() {
        return Holder.LIST;
    }

    /**
     * The basket of a code.
     *
     * @param hs the code; a heading that has a basket beneath it is one too
     * @return empty if none is known
     */
    public static Optional<HsBasket> of(String hs) {
        return Holder.LIST.stream()
                .filter(basket -> basket.code.equals(hs))
                .findFirst()
                .or(() -> Holder.LIST.stream()
                        .filter(basket -> basket.code.startsWith(hs))
                        .findFirst()
                        .map(part -> new HsBasket(hs, ImmutableList.of("all of heading " + hs), ImmutableSet.of())));
    }

    /** Whether all its goods belong to a group that goes by one id. */
    public boolean isWhole(MaterialId material) {
        return wholes.contains(material);
    }

    /**
     * Refuses it as the trade of one material.
     *
     * @throws IllegalArgumentException if it holds more than the material; names its goods
     */
    void requireWhole(MaterialId material) {
        if (!isWhole(material)) {
            throw new IllegalArgumentException(
                    "HS code '%s': it holds more than %s (%s). Maybe read it without a material, TradeTable.all(), or take national lines of more digits."
                            .formatted(code, material, String.join(", ", goods)));
        }
    }
}
