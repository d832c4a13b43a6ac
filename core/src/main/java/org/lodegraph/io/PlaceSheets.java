package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Bloc;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Entity;

/** {@code countries.csv}, {@code blocs.csv} and who belongs to a bloc and when, {@code bloc-members.csv}. */
final class PlaceSheets {

    static final Sheet COUNTRIES =
            Sheet.of("countries.csv", "id").optional("name").figure("governance");
    static final Sheet BLOCS = Sheet.of("blocs.csv", "id").optional("name");
    static final Sheet MEMBERS = Sheet.of("bloc-members.csv", "bloc", "country").optional("from", "until");

    private record Member(BlocId bloc, Bloc.Membership membership) {}

    private PlaceSheets() {}

    static void write(Collection<Country> countries, Collection<Bloc> blocs, Output out) {
        out.sheet(
                COUNTRIES,
                countries,
                (cells, country) -> cells.put("id", country.id())
                        .text("name", country.name(), country.id().value())
                        .figure("governance", country.governance()));
        out.sheet(
                BLOCS,
                blocs,
                (cells, bloc) -> cells.put("id", bloc.id())
                        .text("name", bloc.name(), bloc.id().value()));
        out.sheet(
                MEMBERS,
                blocs.stream()
                        .flatMap(bloc -> bloc.memberships().stream().map(each -> new Member(bloc.id(), each)))
                        .toList(),
                (cells, member) -> write(
                        cells.put("bloc", member.bloc())
                                .put("country", member.membership().country()),
                        member.membership().window()));
    }

    /** The first and the last day of a window; an open side is an empty cell. */
    static void write(Output.Cells cells, Window window) {
        cells.put("from", from(window)).put("until", window.end());
    }

    static String from(Window window) {
        return window.start().equals(LocalDate.MIN) ? "" : window.start().toString();
    }

    static Supplier<Window> window(Row row) {
        var from = row.optional("from", LocalDate.MIN, Row::date);
        var until = row.optional("until", Optional.<LocalDate>empty(), text -> Optional.of(Row.date(text)));
        return row.attempt("until", () -> new Window(from.get(), until.get()));
    }

    static void read(Input in, Consumer<Entity> chain) {
        in.sheet(COUNTRIES, row -> {
            var id = row.declared("id", CountryId::new);
            var governance = row.optionalFigure("governance", "governance");
            row.build(() -> new Country(id.get(), row.text("name", id.get().value()), governance.get()))
                    .ifPresent(chain);
        });
        Map<BlocId, Bloc> blocs = new LinkedHashMap<>();
        in.sheet(BLOCS, row -> {
            var id = row.declared("id", BlocId::new);
            row.build(() -> new Bloc(id.get(), row.text("name", id.get().value()), ImmutableList.of()))
                    .ifPresent(bloc -> blocs.put(bloc.id(), bloc));
        });
        ListMultimap<BlocId, Bloc.Membership> members =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        in.sheet(MEMBERS, row -> {
            var bloc = row.whole("bloc", "blocs.csv", BlocId::new);
            var country = row.required("country", CountryId::new);
            var window = window(row);
            row.build(() -> new Member(bloc.get(), new Bloc.Membership(country.get(), window.get())))
                    .ifPresent(member -> members.put(member.bloc(), member.membership()));
        });
        blocs.values().forEach(bloc -> chain.accept(new Bloc(bloc.id(), bloc.name(), members.get(bloc.id()))));
    }
}
