package org.lodegraph.io;

import org.lodegraph.report.Showable;

/**
 * Answers for other programs. Numbers have the digits of published numbers ({@code Numbers.PUBLISHED_DIGITS}), without
 * rounding for people; shares are 0..1. The same answer always becomes the same bytes.
 */
public final class Answers {

    private Answers() {}

    /**
     * An answer as JSON: the report it shows, part by part. An amount is an object with {@code low}, {@code high} and
     * {@code unit}; where nobody has the number both are null, with a {@code reason}; what is empty on purpose is null.
     *
     * @param answer the answer
     * @return the document; save it as UTF-8
     */
    public static String json(Showable answer) {
        return AnswerJson.text(answer.show());
    }

    /**
     * An answer as one CSV table, a row for each amount or text: {@code part,kind,title,row,column,text,low,high,unit,reason}.
     * Tables, bars, stacks, ribbons, steps, trees and notes all become such rows; where nobody has a number, low and high
     * are empty and the reason says why.
     *
     * @param answer the answer
     * @return the table; save it as UTF-8
     */
    public static String csv(Showable answer) {
        return AnswerCsv.text(answer.show());
    }
}
