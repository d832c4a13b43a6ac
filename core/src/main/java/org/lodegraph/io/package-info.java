/**
 * Chains and scenarios to and from files, graphs and answers out.
 *
 * <p>Entry types: {@link org.lodegraph.io.ChainCsv} (a chain as a folder of CSV files),
 * {@link org.lodegraph.io.DataPackage} (a chain or an answer to pass on), {@link org.lodegraph.io.ScenarioJson}, {@link org.lodegraph.io.Answers}, {@link org.lodegraph.io.GraphMl},
 * {@link org.lodegraph.io.Dot}; {@link org.lodegraph.io.InvalidFilesException} lists everything that is wrong with a file.
 *
 * <p>What is read is never trusted: sizes are bounded, nothing is repaired in silence, nothing is half loaded. What is
 * written has the same bytes each time and on each JVM.
 *
 * <p>This package must not know any question, any solver, any picture.
 */
@NullMarked
package org.lodegraph.io;

import org.jspecify.annotations.NullMarked;
