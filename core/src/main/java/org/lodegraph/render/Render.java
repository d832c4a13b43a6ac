package org.lodegraph.render;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * Draws what can be shown. Equal reports give equal bytes. Names are escaped, and cut with an ellipsis where they are too
 * long; whatever would steer a terminal or turn the direction of writing is left out.
 */
public final class Render {

    /** The columns of a terminal that text is written for if nothing else is said. */
    public static final int WIDTH = 100;

    private static final int LEAST = 40;

    private Render() {}

    /**
     * A report as text of {@value #WIDTH} columns.
     *
     * @param answer what is shown
     * @return lines that end with a line feed
     */
    public static String text(Showable answer) {
        return text(answer, WIDTH);
    }

    /**
     * A report as text. Words wrap; a table that does not fit is written row by row.
     *
     * @param answer what is shown
     * @param width how many columns the terminal has, 40 or more
     * @return lines that end with a line feed
     * @throws IllegalArgumentException if the width is below 40
     */
    public static String text(Showable answer, int width) {
        if (width < LEAST) {
            throw new IllegalArgumentException(
                    "Text: %s columns are too few. Maybe %s, or html.".formatted(width, LEAST));
        }
        return TextPage.of(answer.show(), width);
    }

    /**
     * A report as Markdown; pictures appear as tables.
     *
     * @param answer what is shown
     * @return the Markdown, with tables in GitHub's dialect
     */
    public static String markdown(Showable answer) {
        return MarkdownPage.of(answer.show());
    }

    /**
     * A report as one HTML file with its pictures: no script and no address outside; for screens from 360 pixels up, light
     * and dark, and for print.
     *
     * @param answer what is shown
     * @return the file
     */
    public static String html(Showable answer) {
        return HtmlPage.of(answer.show());
    }

    /**
     * A picture as an SVG file of its own.
     *
     * @param part {@code Bars}, {@code Stacks}, {@code Ribbons}, {@code BeforeAfter}, {@code Steps} or {@code Network}
     * @return the file; every id in it starts with a prefix that only an equal picture shares
     * @throws IllegalArgumentException if the part is none of these
     */
    public static String svg(Part part) {
        return Picture.of(part).alone(HtmlPage.prefix(part));
    }

    /**
     * What a notebook needs to show an answer.
     *
     * @param answer what is shown
     * @return {@code text/plain}, and {@code text/html} with the pictures inside
     */
    public static Map<String, String> mimeBundle(Showable answer) {
        Report report = answer.show();
        return ImmutableMap.of("text/plain", TextPage.of(report, WIDTH), "text/html", HtmlPage.piece(report));
    }
}
