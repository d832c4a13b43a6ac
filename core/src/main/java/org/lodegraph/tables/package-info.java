/**
 * Tables as analysts hold them, read without losing or inventing anything: statistics by country and year, whatever their
 * encoding, separators, number style or order of columns. What cannot be read is kept out, counted and listed with its cure.
 *
 * <p>Entry types: {@link org.lodegraph.tables.DataFile}, read as any {@link org.lodegraph.tables.TableFormat}, and
 * {@link org.lodegraph.tables.Countries}, the one table of country names and codes.
 *
 * <p>This package must not know any question, and no list of materials.
 */
@NullMarked
package org.lodegraph.tables;

import org.jspecify.annotations.NullMarked;
