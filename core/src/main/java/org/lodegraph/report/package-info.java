/**
 * What an answer looks like: tables, bars, stacks, ribbons, steps, trees and notes, with sources and assumptions at the
 * foot. Plain data that every renderer and every writer can read.
 *
 * <p>Entry types: {@link org.lodegraph.report.Showable} (what can show itself), {@link org.lodegraph.report.Report} (what
 * it shows).
 *
 * <p>This package must not know what a supply chain is, nor how anything is drawn.
 */
@NullMarked
package org.lodegraph.report;

import org.jspecify.annotations.NullMarked;
