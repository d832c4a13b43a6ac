/**
 * Numbers that know their unit, basis, uncertainty and who said so, and the arithmetic of shares.
 *
 * <p>Entry types: {@link org.lodegraph.measure.Figure} (a published number: somebody said it),
 * {@link org.lodegraph.measure.Quantity} (a computed number), {@link org.lodegraph.measure.Range} (a computed interval),
 * {@link org.lodegraph.measure.Shares} (who holds how much of a whole, with HHI and top-N).
 *
 * <p>This package must not know what a supply chain is.
 */
@NullMarked
package org.lodegraph.measure;

import org.jspecify.annotations.NullMarked;
