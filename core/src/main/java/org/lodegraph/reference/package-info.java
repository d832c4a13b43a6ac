/**
 * The embedded data set: cited world tables of some forty materials, the US statistics, uses, processes, prices, controls and
 * single facts of more; and one documented way from them to a supply chain, which knows most of gallium, germanium and the rare
 * earths.
 *
 * <p>Entry type: {@link org.lodegraph.reference.Reference}. The figures lie beside this package as CSV files; every row
 * names its source, the place in it, its status and its basis. What had to be assumed is marked as such and comes out of
 * {@code SupplyChain.assumptions()}.
 *
 * <p>This package must not know any question.
 */
@NullMarked
package org.lodegraph.reference;

import org.jspecify.annotations.NullMarked;
