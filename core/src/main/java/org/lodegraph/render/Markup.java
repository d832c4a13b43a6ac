package org.lodegraph.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;

/** Markup under construction, HTML or SVG: every element is closed, every text and attribute escaped. */
final class Markup {

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn, and empty ones are left out. */
    Markup open(String element, String... attributes) {
        begin(element, attributes);
        page.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Markup leaf(String element, String... attributes) {
        begin(element, attributes);
        page.append("/>");
        return this;
    }

    /** An element that holds only words. */
    Markup element(String element, String words, String... attributes) {
        return open(element, attributes).text(words).close();
    }

    private void begin(String element, String... attributes) {
        page.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1].isEmpty()) {
                continue;
            }
            page.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            page.append('"');
        }
    }

    /** Words, escaped. */
    Markup text(String words) {
        escape(words);
        return this;
    }

    /** Markup that this package wrote. */
    Markup raw(String markup) {
        page.append(markup);
        return this;
    }

    /** A new line, for people who read the source. */
    Markup line() {
        page.append('\n');
        return this;
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }

    /** A coordinate with at most two decimals. */
    static String number(double value) {
        String text = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    /** A place across the picture, 0..1, in percent of its width. */
    static String across(double fraction) {
        return BigDecimal.valueOf(fraction * 100)
                        .setScale(3, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Markup: still open: %s. Maybe close it.".formatted(open));
        }
        return page.toString();
    }
}
