/** One program per question from the news. */
@NullMarked
package org.lodegraph.examples;

import org.jspecify.annotations.NullMarked;
