/**
 * A command line over every query of the library.
 *
 * <p>Entry type: {@link org.lodegraph.cli.Lodegraph}. The subcommands of {@code ask} are made of
 * {@link org.lodegraph.ask.Questions}, so a new query needs nothing here.
 */
@NullMarked
package org.lodegraph.cli;

import org.jspecify.annotations.NullMarked;
