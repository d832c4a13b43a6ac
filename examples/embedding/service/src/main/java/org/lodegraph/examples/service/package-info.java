/**
 * A web service that embeds the library: a question as JSON or as an address, its answer as JSON or as a page.
 *
 * <p>Entry type: {@link org.lodegraph.examples.service.Service}. It knows the library by its exported packages only, as any
 * other application does.
 */
@NullMarked
package org.lodegraph.examples.service;

import org.jspecify.annotations.NullMarked;
