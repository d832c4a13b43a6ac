/**
 * One question a file: its parameters, its answer, its wording.
 *
 * <p>Entry type: {@link org.lodegraph.query.Concentration}. A query is a record with {@code of(what it must know)} and
 * one-word copies; its nested {@code Answer} shows itself and carries sources, assumptions and the version of its method.
 *
 * <p>This package must not know how an answer is drawn or written to a file, and no query knows another: what two queries
 * need lies on a floor below.
 */
@NullMarked
package org.lodegraph.query;

import org.jspecify.annotations.NullMarked;
