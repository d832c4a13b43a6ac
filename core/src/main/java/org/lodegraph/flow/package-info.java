/**
 * The delivery program: how much of what consumers want a chain can deliver, who goes short, what binds.
 *
 * <p>Entry type: {@link org.lodegraph.flow.Delivery}. A chain is compiled to a linear program, solved in stages, certified
 * in plain Java, and read back in the chain's own words.
 *
 * <p>This package must not know any other question, any file format, any drawing.
 */
@NullMarked
package org.lodegraph.flow;

import org.jspecify.annotations.NullMarked;
