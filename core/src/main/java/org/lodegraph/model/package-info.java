/**
 * What a mineral supply chain is: materials, recipes, facilities with lines, demands, stocks, links, policies, countries
 * and blocs, held together by one immutable, validated value.
 *
 * <p>Entry type: {@link org.lodegraph.model.SupplyChain}. Programs ask it questions through
 * {@link org.lodegraph.model.Query} and make other chains of it through {@link org.lodegraph.model.Change}.
 *
 * <p>This package must not know any question, any file format, any solver.
 */
@NullMarked
package org.lodegraph.model;

import org.jspecify.annotations.NullMarked;
