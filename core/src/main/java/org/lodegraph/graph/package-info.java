/**
 * The structure of a supply chain: which thing needs which, quantities aside. Recipe runs need all of their inputs,
 * places need any of their suppliers.
 *
 * <p>Entry type: {@link org.lodegraph.graph.SupplyGraph}; {@link org.lodegraph.graph.Derivability} says what can be made
 * at all, {@link org.lodegraph.graph.ByProductLinks} what comes along with what. Graph algorithms of JGraphT run on
 * {@link org.lodegraph.graph.SupplyGraph#asGraph()}, and on a {@link org.lodegraph.graph.Projection} to materials,
 * facilities or countries.
 *
 * <p>This package must not know any amount that flows, any program, any file format. What limits an amount it reads, for
 * weights.
 */
@NullMarked
package org.lodegraph.graph;

import org.jspecify.annotations.NullMarked;
