package org.lodegraph.lp;

import java.util.Locale;

/** Texts for people, the same in every locale. */
final class Message {

    private Message() {}

    static String of(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** With a capital first letter. */
    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
