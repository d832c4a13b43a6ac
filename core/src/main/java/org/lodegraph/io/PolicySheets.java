package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Window;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Entity;
import org.lodegraph.model.Limit;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Party;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.RecipeId;

/** {@code policies.csv}, and when they apply, {@code policy-windows.csv}, in the order in which it stands. */
final class PolicySheets {

    static final Sheet POLICIES = Sheet.of("policies.csv", "id", "issuer")
            .optional("name")
            .list("materials", "recipes")
            .optional("direction")
            .list("toward", "except")
            .optional("limit")
            .figure("quota")
            .figure("share")
            .figure("baseline")
            .figure("cost")
            .optional("reach", "source", "locator", "last_checked", "note");
    static final Sheet WINDOWS = Sheet.of("policy-windows.csv", "policy").optional("from", "until");

    private static final ImmutableSet<String> LIMITS = ImmutableSet.of("", "ban", "quota", "share", "cost");
    private static final ImmutableList<String> FIGURES = ImmutableList.of("quota", "share", "baseline", "cost");

    private record Force(PolicyId policy, Window window) {}

    private PolicySheets() {}

    static void write(Collection<Policy> policies, Set<BlocId> blocs, Output out) {
        out.sheet(POLICIES, policies, (cells, policy) -> {
            cells.put("id", policy.id())
                    .put("issuer", Parties.print(policy.issuer(), blocs))
                    .text("name", policy.name(), policy.id().value())
                    .list("materials", policy.materials())
                    .list("recipes", policy.recipes())
                    .put("direction", policy.direction())
                    .list("toward", print(policy.toward(), blocs))
                    .list("except", print(policy.except(), blocs));
            write(cells, policy.limit());
            cells.put("reach", policy.reach())
                    .put("source", out.legend().print(policy.source()))
                    .text("locator", policy.source().locator(), "")
                    .put("last_checked", policy.lastChecked())
                    .text("note", policy.note(), "");
        });
        out.sheet(
                WINDOWS,
                policies.stream()
                        .flatMap(policy -> policy.inForce().stream().map(window -> new Force(policy.id(), window)))
                        .toList(),
                (cells, force) -> PlaceSheets.write(cells.put("policy", force.policy()), force.window()));
    }

    private static List<String> print(Set<Party> parties, Set<BlocId> blocs) {
        return parties.stream().map(party -> Parties.print(party, blocs)).toList();
    }

    private static void write(Output.Cells cells, Limit limit) {
        if (limit instanceof Limit.AtMost atMost) {
            cells.put("limit", "quota").figure("quota", atMost.rate());
        } else if (limit instanceof Limit.ShareOf shareOf) {
            cells.put("limit", "share").figure("share", shareOf.share()).figure("baseline", shareOf.baseline());
        } else if (limit instanceof Limit.Cost cost) {
            cells.put("limit", "cost").figure("cost", cost.perTon());
        } else {
            cells.put("limit", "ban");
        }
    }

    static void read(Input in, Consumer<Entity> chain) {
        Map<PolicyId, Policy> policies = new LinkedHashMap<>();
        in.sheet(POLICIES, row -> policy(in, row).ifPresent(policy -> policies.put(policy.id(), policy)));
        ListMultimap<PolicyId, Window> windows =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        in.sheet(WINDOWS, row -> {
            var policy = row.whole("policy", "policies.csv", PolicyId::new);
            var window = PlaceSheets.window(row);
            row.build(() -> new Force(policy.get(), window.get()))
                    .ifPresent(force -> windows.put(force.policy(), force.window()));
        });
        policies.values().forEach(policy -> chain.accept(policy.withInForce(windows.get(policy.id()))));
    }

    private static Optional<Policy> policy(Input in, Row row) {
        var id = row.declared("id", PolicyId::new);
        var issuer = row.required("issuer", CountryId.NOWHERE, Parties.reader(row));
        var materials = row.list("materials", row.known("materials.csv", MaterialId::new));
        var recipes = row.list("recipes", row.known("recipes.csv", RecipeId::new));
        var direction = row.optional("direction", Policy.Direction.EXPORT, Row.choice(Policy.Direction.class));
        var toward = row.list("toward", Parties.reader(row));
        var except = row.list("except", Parties.reader(row));
        var limit = limit(row);
        var reach = row.optional("reach", Policy.Reach.ENDS_AT_PROCESSING, Row.choice(Policy.Reach.class));
        var source = row.optional("source", Source.STATED, in.legend()::source);
        var checked = row.optional("last_checked", Optional.<LocalDate>empty(), text -> Optional.of(Row.date(text)));
        return row.build(() -> Policy.builder()
                .id(id.get())
                .name(row.text("name", id.get().value()))
                .issuer(issuer.get())
                .materials(materials.get())
                .recipes(recipes.get())
                .direction(direction.get())
                .toward(ImmutableSet.<Party>copyOf(toward.get()))
                .except(ImmutableSet.<Party>copyOf(except.get()))
                .limit(limit.get())
                .reach(reach.get())
                .source(source.get().at(row.text("locator", "")))
                .lastChecked(checked.get())
                .note(row.text("note", ""))
                .build());
    }

    private static Supplier<? extends Limit> limit(Row row) {
        String kind = row.word("limit").toLowerCase(Locale.ROOT);
        if (row.isLost("limit") || !LIMITS.contains(kind)) {
            row.report(
                    "limit",
                    "not known (seen: '%s')".formatted(Problems.seen(kind)),
                    () -> "Maybe one of ban, quota, share, cost.");
            FIGURES.forEach(column -> row.optionalFigure(column, column));
            return Limit.Nothing::new;
        }
        FIGURES.stream()
                .filter(column -> !column.equals(kind) && !(column.equals("baseline") && kind.equals("share")))
                .filter(column -> !FigureCells.isEmpty(row, column))
                .forEach(column -> row.report(
                        column,
                        "the limit is %s, which has no %s"
                                .formatted(kind.isEmpty() ? "ban" : Problems.seen(kind), column),
                        () -> "Maybe write %s in limit.".formatted(column.equals("baseline") ? "share" : column)));
        return switch (kind) {
            case "quota" -> {
                var quota = row.figure("quota", "quota");
                yield () -> new Limit.AtMost(quota.get());
            }
            case "share" -> {
                var share = row.figure("share", "share let through");
                var baseline = row.figure("baseline", "baseline");
                yield () -> new Limit.ShareOf(share.get(), baseline.get());
            }
            case "cost" -> {
                var cost = row.figure("cost", "cost");
                yield () -> new Limit.Cost(cost.get());
            }
            default -> Limit.Nothing::new;
        };
    }
}
