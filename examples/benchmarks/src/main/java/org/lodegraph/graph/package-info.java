/**
 * What benchmarks do with the kernels of graphs, which only their own package sees. Enter at
 * {@link org.lodegraph.graph.RandomNet}.
 */
@NullMarked
package org.lodegraph.graph;

import org.jspecify.annotations.NullMarked;
