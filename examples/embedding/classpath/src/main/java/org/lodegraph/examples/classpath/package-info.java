/**
 * A plain program on the class path, on the lowest versions of Guava and JGraphT that the library runs on.
 *
 * <p>Entry type: {@link org.lodegraph.examples.classpath.Tour}. It knows the library by its exported packages only.
 */
@NullMarked
package org.lodegraph.examples.classpath;

import org.jspecify.annotations.NullMarked;
