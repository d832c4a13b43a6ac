/**
 * Questions asked by words: what a command line, a web service or a form needs to ask any query without knowing it.
 *
 * <p>Entry type: {@link org.lodegraph.ask.Questions}. Each {@link org.lodegraph.ask.Question} names its parameters, which
 * are the query's own, and makes the query out of words or says everything that is wrong with them at once.
 *
 * <p>This package must not know how an answer is drawn, nor where chains come from.
 */
@NullMarked
package org.lodegraph.ask;

import org.jspecify.annotations.NullMarked;
