/**
 * What is in use, how long it lasts, and what leaves use: dynamic stock models.
 *
 * <p>Entry types: a {@link org.lodegraph.stock.Lifetime} says what part of a cohort is still in use at an age; an
 * {@link org.lodegraph.stock.InUse} follows cohorts year by year, driven by what comes in or by what is held.
 *
 * <p>This package must not know chains, materials or what becomes of scrap.
 */
@NullMarked
package org.lodegraph.stock;

import org.jspecify.annotations.NullMarked;
