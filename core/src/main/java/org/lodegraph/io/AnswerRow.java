package org.lodegraph.io;

import java.util.OptionalDouble;

/**
 * One amount or text of an answer that was written as CSV, as {@link Answers#csv} says.
 *
 * @param part where in the report: its number, such as {@code 2.1}
 * @param kind what sort of part: {@code table}, {@code note}, {@code bars}, ...
 * @param title its title; may be empty
 * @param row the first words of the row, or what stands for it
 * @param column the heading of the column, or what stands for it
 * @param text words, where it is no amount; may be empty
 * @param low the least it can be, in {@code unit}; empty if it is no amount, or nobody knows
 * @param high the most it can be, in {@code unit}; empty likewise, or if it is unlimited
 * @param unit the unit as it is written, such as {@code t/a Ga content}; may be empty
 * @param reason why there is no number; may be empty
 */
public record AnswerRow(
        String part,
        String kind,
        String title,
        String row,
        String column,
        String text,
        OptionalDouble low,
        OptionalDouble high,
        String unit,
        String reason) {}
