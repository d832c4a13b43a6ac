package org.lodegraph.examples;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.lodegraph.flow.Binding;
import org.lodegraph.flow.Delivery;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Table;

/** For each day around the controls: who makes fit for use what the United States get, and what holds the rest back. */
final class DayByDay {

    private static final String NOTHING = "nothing";

    private DayByDay() {}

    static Table table(ControlDays days) {
        Table table = Table.of(
                Caption.of("Where %s comes from on each day, and what binds; no line adds output, figures read low"
                                .formatted(days.metal()))
                        .basis(days.worst().wanted().unit().basis().toString())
                        .year("annual rates in t, one of several equal solutions"),
                Table.Column.text("day"),
                Table.Column.text("rules"),
                Table.Column.text("comes from, if all share"),
                Table.Column.text("what binds, served first"));
        for (ControlDays.Day day : days.days()) {
            table = table.row(
                    Cell.text(day.date().toString()),
                    Cell.text(day.rules()),
                    Cell.text(comesFrom(days.metal(), day.asMade())),
                    Cell.text(binds(day.asMade())));
        }
        return table;
    }

    private static String comesFrom(Metal metal, Delivery.Answer answer) {
        Map<CountryId, Country> countries =
                metal.chain(ControlDays.FREE.getYear()).countries();
        String text = Routes.of(metal, answer).used().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(entry -> name(countries, entry.getKey()) + " " + Tons.plain(entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? NOTHING : text;
    }

    private static String name(Map<CountryId, Country> countries, String code) {
        Country country = countries.get(new CountryId(code));
        return country == null ? code : country.name();
    }

    /** The limits that account for most of what is served, and the policies among those that bind. */
    private static String binds(Delivery.Answer answer) {
        String text = answer.binding().stream()
                .filter(binding -> binding.kind() != Binding.Kind.DEMAND)
                .sorted(Comparator.comparingDouble((Binding binding) -> -binding.contribution())
                        .thenComparing(Binding::what))
                .limit(4)
                .map(Binding::what)
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? NOTHING : text;
    }
}
