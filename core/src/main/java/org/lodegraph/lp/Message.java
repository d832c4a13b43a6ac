package org.lodegraph.lp;

import java.util.List;
import java.util.Locale;

/** Texts for people, the same in every locale. */
final class Message {

    private static final int FEW = 5;

    private Message() {}

    static String of(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** With a capital first letter. */
    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The first few of many names, and how many more there are. */
    static String some(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
        return names.size() <= FEW ? first : of("%s and %d more", first, names.size() - FEW);
    }
}
