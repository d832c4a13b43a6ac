package org.lodegraph.scenario;

import org.lodegraph.model.Change;

/**
 * One thing that happens to a chain. Steps are values: equal steps do the same, and {@code toString()} is a sentence for
 * people.
 */
public sealed interface Step extends Change permits Impose, Lift, Lose, Add, Scale, Suppose, Release, Draw {}
