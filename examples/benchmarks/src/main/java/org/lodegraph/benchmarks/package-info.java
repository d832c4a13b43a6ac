/**
 * One class per speed goal of {@code docs/performance.md}, with what we do and what it is compared with as two methods
 * of one class, measured in one process. Enter at {@link org.lodegraph.benchmarks.Benchmarks}.
 */
@NullMarked
package org.lodegraph.benchmarks;

import org.jspecify.annotations.NullMarked;
