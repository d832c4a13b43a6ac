package org.lodegraph.io;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what is wrong while files are read; remembers the first ones and counts the others. */
final class Problems {

    static final int LISTED = 100;

    private static final int SEEN = 60;
    private static final String CURE = ". Maybe ";

    private final List<Supplier<FileProblem>> listed = new ArrayList<>();
    private long count;
    private String part = "";

    /** What is added meanwhile is about a part of the file, which its finding names. */
    void within(String what, Runnable reading) {
        part = what + ": ";
        reading.run();
        part = "";
    }

    /** The cure is asked for only if the problem will be listed: looking for near names takes time. */
    void add(String file, int line, String column, String value, String finding, Supplier<String> cure) {
        if (isFull()) {
            count++;
        } else {
            String likely = cure.get();
            whenRead(file, line, column, value, () -> finding, () -> likely);
        }
    }

    /** For what can be told only when all is read; it is listed in the order of this call. */
    void whenRead(String file, int line, String column, String value, Supplier<String> finding, Supplier<String> cure) {
        count++;
        if (!isFull()) {
            String before = part;
            listed.add(() -> new FileProblem(
                    file, line, column, seen(value), before + printable(finding.get()), printable(cure.get())));
        }
    }

    void add(String file, int line, String column, String value, String finding, String cure) {
        add(file, line, column, value, finding, () -> cure);
    }

    /** For the message of a type that refused a value: what is wrong, then "Maybe" and the cure. */
    void add(String file, int line, String column, String value, IllegalArgumentException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int cut = message.lastIndexOf(CURE);
        if (cut < 0) {
            add(file, line, column, value, message, "Maybe see docs/format.md.");
        } else {
            add(file, line, column, value, message.substring(0, cut), message.substring(cut + 2));
        }
    }

    boolean isFull() {
        return listed.size() >= LISTED;
    }

    long count() {
        return count;
    }

    /** Throws if there is anything to list. */
    void check() {
        if (count > 0) {
            throw new InvalidFilesException(listed.stream().map(Supplier::get).toList(), count);
        }
    }

    /** A value as messages show it: on one line, shortened. */
    static String seen(String value) {
        return printable(value.length() > SEEN ? value.substring(0, SEEN) + "..." : value);
    }

    private static String printable(String text) {
        StringBuilder clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            if (Character.isISOControl(clean.charAt(i)) || Character.isSurrogate(clean.charAt(i)) && !paired(text, i)) {
                clean.setCharAt(i, '\uFFFD');
            }
        }
        return clean.toString();
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
