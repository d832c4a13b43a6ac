package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/** Words on a page: made harmless, bounded, measured and wrapped. */
final class Words {

    /** The longest name, heading or cell that is printed. */
    static final int NAME = 160;
    /** The longest remark that is printed. */
    static final int REMARK = 4_000;

    /** So many letters of a parted word stay together. */
    private static final int FEWEST = 3;

    private static final String NARROW = "iljtfrI.,:;'|!()[]/ ·-";
    private static final String WIDE = "mwMW@%—…";

    private Words() {}

    /**
     * The text without characters that steer a terminal or turn the direction of writing, without line breaks, its white
     * space collapsed, and at most so many characters long.
     */
    static String clean(String text, int most) {
        StringBuilder clean = new StringBuilder();
        int count = 0;
        boolean space = false;
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (isBlank(point)) {
                space = count > 0;
            } else if (!isDropped(point)) {
                count += space ? 2 : 1;
                if (count > most) {
                    return clean.append('…').toString();
                }
                clean.append(space ? " " : "").appendCodePoint(isCharacter(point) ? point : 0xFFFD);
                space = false;
            }
        }
        return clean.toString();
    }

    static String name(String text) {
        return clean(text, NAME);
    }

    /** Names in a row, each bounded. */
    static String join(List<String> names) {
        return names.stream().map(Words::name).collect(Collectors.joining(", "));
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    private static boolean isDropped(int point) {
        return Character.getType(point) == Character.FORMAT && point != 0x200C && point != 0x200D;
    }

    private static boolean isCharacter(int point) {
        return Character.isDefined(point)
                && Character.getType(point) != Character.SURROGATE
                && (point & 0xFFFE) != 0xFFFE;
    }

    /** About how wide a text is, in the unit of the font size; rather too much than too little. */
    static double width(String text, double size) {
        return size * text.codePoints().mapToDouble(Words::em).sum();
    }

    private static double em(int point) {
        if (Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        } else if (NARROW.indexOf(point) >= 0) {
            return 0.37;
        } else if (WIDE.indexOf(point) >= 0) {
            return 0.92;
        } else if (point > 0x2E80) {
            return 1.05;
        }
        return Character.isUpperCase(point) ? 0.7 : 0.6;
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. */
    static String fit(String text, double size, double room) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** The text in at most so many lines that each fit; a word that fits in none is parted. No line begins with "%". */
    static List<String> lines(String text, double size, double room, int most) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        String rest = text;
        for (int line = 1; line < most && width(rest, size) > room; line++) {
            int cut = rest.length();
            do {
                cut = rest.lastIndexOf(' ', cut - 1);
            } while (cut > 0 && (rest.startsWith("%", cut + 1) || width(rest.substring(0, cut), size) > room));
            if (cut > 0) {
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut + 1);
                continue;
            }
            int end = rest.indexOf(' ') < 0 ? rest.length() : rest.indexOf(' ');
            int part = part(rest.substring(0, end), size, room);
            if (part == 0) {
                break;
            }
            lines.add(rest.substring(0, part) + (isSeam(rest, part) ? "" : "-"));
            rest = rest.substring(part);
        }
        return lines.add(fit(rest, size, room)).build();
    }

    /** Where to part a word so that its head fits: after a hyphen, else between two consonants or before one; 0 for nowhere. */
    private static int part(String word, double size, double room) {
        int best = 0;
        int rank = 0;
        for (int at = FEWEST; at <= word.length() - FEWEST; at++) {
            boolean seam = isSeam(word, at);
            int here = seam ? 3 : isSyllable(word, at) ? 2 : 1;
            boolean letters =
                    Character.isLetterOrDigit(word.charAt(at - 1)) && Character.isLetterOrDigit(word.charAt(at));
            if ((seam || letters) && here >= rank && width(word.substring(0, at) + (seam ? "" : "-"), size) <= room) {
                best = at;
                rank = here;
            }
        }
        return best;
    }

    /** Whether a hyphen or slash ends there. */
    private static boolean isSeam(String text, int at) {
        return text.charAt(at - 1) == '-' || text.charAt(at - 1) == '/';
    }

    /** Whether an English syllable may end there: a vowel, and one consonant or none before the next one. */
    private static boolean isSyllable(String word, int at) {
        boolean open = isVowel(word.charAt(at - 1));
        boolean closed = !open && isVowel(word.charAt(at - 2));
        return (open || closed) && !isVowel(word.charAt(at));
    }

    private static boolean isVowel(char letter) {
        return "aeiouyAEIOUY".indexOf(letter) >= 0;
    }

    /** How many columns of a terminal a text takes. */
    static int columns(String text) {
        return text.codePoints().map(Words::columns).sum();
    }

    private static int columns(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = point >= 0x1100 && point <= 0x115F
                || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F
                || point >= 0xFF00 && point <= 0xFF60
                || point >= 0x1F300 && point <= 0x1FAFF
                || point >= 0x20000;
        return wide ? 2 : 1;
    }

    /** The text in lines of at most so many columns; words that are longer are cut. No line begins with "%". */
    static List<String> wrap(String text, int columns) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        StringBuilder line = new StringBuilder();
        for (String whole : text.split(" (?!%)", -1)) {
            String word = whole;
            if (columns(line.toString()) + (line.isEmpty() ? 0 : 1) + columns(word) > columns && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (columns(word) > columns) {
                int end = head(word, columns);
                lines.add(word.substring(0, end));
                word = word.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        return lines.add(line.toString()).build();
    }

    /** Where to cut a word so that its head takes at most so many columns, but at least one character. */
    private static int head(String word, int columns) {
        int end = 0;
        int taken = 0;
        while (end < word.length()) {
            int point = word.codePointAt(end);
            taken += columns(point);
            if (taken > columns && end > 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    /** The text, or as much of its beginning as fits into so many columns, with an ellipsis. */
    static String cut(String text, int columns) {
        return columns(text) <= columns ? text : text.substring(0, head(text, columns - 1)) + "…";
    }

    /** The text with spaces up to so many columns, on the side that is asked for. */
    static String pad(String text, int columns, boolean right) {
        String space = " ".repeat(Math.max(0, columns - columns(text)));
        return right ? space + text : text + space;
    }
}
