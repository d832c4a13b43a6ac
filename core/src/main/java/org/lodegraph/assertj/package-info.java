/**
 * What those who embed Lodegraph can say about chains and answers in their tests.
 *
 * <p>Entry type: {@link org.lodegraph.assertj.LodegraphAssertions}. An assertion about what is a range holds if it holds
 * throughout the range; those that begin with {@code possibly} hold if it holds somewhere in it. What fails shows what was
 * found.
 *
 * <p>This is the only package that knows AssertJ, which comes from whoever uses it: the library does not bring it. It must
 * not know any file format, nor the data that come with the library.
 */
@NullMarked
package org.lodegraph.assertj;

import org.jspecify.annotations.NullMarked;
