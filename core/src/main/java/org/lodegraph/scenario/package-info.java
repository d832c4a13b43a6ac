/**
 * What may happen to a supply chain: steps, and named, dated lists of them that can be saved, compared and replayed.
 *
 * <p>Entry type: {@link org.lodegraph.scenario.Scenario}. Each {@link org.lodegraph.scenario.Step} is a change of its own:
 * {@code chain.with(Lose.of(country("CHN")))}.
 *
 * <p>This package must not know any question, any file format, any solver.
 */
@NullMarked
package org.lodegraph.scenario;

import org.jspecify.annotations.NullMarked;
