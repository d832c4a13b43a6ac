/**
 * Numbers that know their unit, basis, uncertainty and who said so; share arithmetic.
 *
 * <p>Knows nothing of supply chains: no material, no country, no policy.
 */
@NullMarked
package org.lodegraph.measure;

import org.jspecify.annotations.NullMarked;
