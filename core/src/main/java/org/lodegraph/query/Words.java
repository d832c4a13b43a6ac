package org.lodegraph.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** How constants and lists are written in sentences. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A list parted by commas; by semicolons if a comma parts the words of one of its members, too, not in parentheses. */
    static Collector<CharSequence, ?, String> listed() {
        return Collectors.collectingAndThen(Collectors.toList(), Words::list);
    }

    private static String list(List<CharSequence> members) {
        boolean parted = members.stream()
                .anyMatch(member -> member.toString().replaceAll("\\(.*\\)", "").contains(", "));
        return String.join(parted ? "; " : ", ", members);
    }
}
