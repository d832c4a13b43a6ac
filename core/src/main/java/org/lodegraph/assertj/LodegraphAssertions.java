package org.lodegraph.assertj;

import org.assertj.core.annotation.CheckReturnValue;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.model.SupplyChain;

/**
 * Where assertions begin: {@code assertThat(chain).delivers(target).atLeast(Share.percent(90))}. It can be imported beside
 * AssertJ's own {@code assertThat}.
 */
@CheckReturnValue
@SuppressWarnings("exports") // whoever calls this has AssertJ
public final class LodegraphAssertions {

    private LodegraphAssertions() {}

    /** Assertions about a chain: its mass balance, sources and assumptions, and what it delivers. */
    public static SupplyChainAssert assertThat(SupplyChain chain) {
        return new SupplyChainAssert(chain);
    }

    /** Assertions about a range, such as any number of an answer. */
    public static RangeAssert assertThat(Range range) {
        return new RangeAssert(range);
    }

    /** Assertions about a published figure: whether it is known, and who said it. */
    public static FigureAssert assertThat(Figure figure) {
        return new FigureAssert(figure);
    }
}
