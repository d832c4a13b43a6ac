/**
 * Notebooks: {@code Displays} says how a value shows itself, {@code JJavaDisplay} and {@code RapaioDisplay} tell that to two
 * kernels that others made, {@link org.lodegraph.jupyter.Kernel} is a small one of our own. The library knows none of them.
 */
@NullMarked
package org.lodegraph.jupyter;

import org.jspecify.annotations.NullMarked;
