/**
 * Draws a report: as text for a terminal, as Markdown, as one HTML file, and its pictures as SVG.
 *
 * <p>Entry type: {@link org.lodegraph.render.Render}. Every name is escaped and bounded in length, the same report gives the
 * same bytes everywhere, and what is drawn needs no script, no font and no address from outside.
 *
 * <p>This package must not know what a supply chain is, and computes nothing that a reader would take for an answer.
 */
@NullMarked
package org.lodegraph.render;

import org.jspecify.annotations.NullMarked;
