package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lodegraph.measure.Quantity;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.StockId;
import org.lodegraph.scenario.Add;
import org.lodegraph.scenario.Draw;
import org.lodegraph.scenario.Impose;
import org.lodegraph.scenario.Lift;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Release;
import org.lodegraph.scenario.Scale;
import org.lodegraph.scenario.Scenario;
import org.lodegraph.scenario.Selection;
import org.lodegraph.scenario.Step;
import org.lodegraph.scenario.Suppose;

/** Reads a scenario from the tree of a JSON document. */
final class ScenarioReader {

    private static final int DAYS_PER_YEAR = 365;

    /** So many keys of an object that is no step are named. */
    private static final int KEYS_SEEN = 6;

    private final String file;
    private final Problems problems;
    private Legend legend = Legend.BUILT_IN;
    private final ImmutableMap<String, Function<JsonTree, Optional<? extends Step>>> steps =
            ImmutableMap.<String, Function<JsonTree, Optional<? extends Step>>>builder()
                    .put("impose", this::impose)
                    .put("lift", this::lift)
                    .put("lose", this::lose)
                    .put("add", this::add)
                    .put("scale", this::scale)
                    .put("suppose", this::suppose)
                    .put("release", this::release)
                    .put("draw", this::draw)
                    .buildOrThrow();

    ScenarioReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The scenarios of a list that could be read; the others are reported. */
    static ImmutableList<Scenario> readAll(JsonTree tree, String file, Problems problems) {
        if (tree.kind() != JsonTree.Kind.ARRAY) {
            problems.add(file, tree.line(), "", tree.text(), "not an array", "Maybe put it in square brackets.");
        }
        ImmutableList.Builder<Scenario> scenarios = ImmutableList.builder();
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < tree.items().size(); i++) {
            JsonTree item = tree.items().get(i);
            int number = i + 1;
            String name = item.member("name").map(JsonTree::text).orElse("");
            problems.within(
                    "scenario %s%s".formatted(number, name.isEmpty() ? "" : " ('%s')".formatted(Problems.seen(name))),
                    () -> {
                        Optional<Scenario> read = new ScenarioReader(file, problems).read(item);
                        read.ifPresent(scenarios::add);
                        Integer before =
                                first.putIfAbsent(read.map(Scenario::name).orElse(name), number);
                        if (before != null && !name.isEmpty()) {
                            problems.add(
                                    file,
                                    item.member("name").orElse(item).line(),
                                    "name",
                                    name,
                                    "scenario %s has the same name".formatted(before),
                                    "Maybe delete one, or rename it.");
                        }
                    });
        }
        return scenarios.build();
    }

    Optional<Scenario> read(JsonTree tree) {
        Row row = row(tree, ScenarioSheets.SCENARIO, "sources", "units", "steps");
        var name = tree.member("name")
                .filter(value ->
                        value.kind() == JsonTree.Kind.SCALAR && !value.text().isEmpty())
                .map(value -> row.<String>wrong(
                        "name",
                        "not a text (seen: '%s')".formatted(Problems.seen(value.text())),
                        "Maybe put it in quotation marks."))
                .orElseGet(() -> row.requiredText("name"));
        row.optional("format", ScenarioSheets.FORMAT, ScenarioReader::format);
        legend = LegendSheets.read(Input.part(
                (sheet, in, reader) -> {
                    JsonRows.items(problems, file, tree, sheet.name())
                            .forEach(item -> reader.accept(JsonRows.row(in, file, item, sheet)));
                    return true;
                },
                problems,
                legend));
        List<Scenario.Dated> dated = new ArrayList<>();
        JsonRows.items(problems, file, tree, "steps").forEach(step -> step(step).ifPresent(dated::add));
        // The order of the steps is checked even if the name is not there.
        return new Row(input(), file, tree.line(), new Row.Cells(column -> "", ImmutableSet.of()))
                .build(() -> new Scenario(Row.read(name).orElse("scenario"), row.text("description", ""), dated));
    }

    private static String format(String text) {
        if (!text.equals(ScenarioSheets.FORMAT)) {
            throw new IllegalArgumentException(
                    "not a format that this version reads (seen: '%s'). Maybe %s, or a newer version of the library."
                            .formatted(Problems.seen(text), ScenarioSheets.FORMAT));
        }
        return text;
    }

    private Optional<Scenario.Dated> step(JsonTree tree) {
        if (tree.kind() != JsonTree.Kind.OBJECT) {
            problems.add(
                    file,
                    tree.line(),
                    "steps",
                    tree.text(),
                    "not an object (seen: '%s')".formatted(Problems.seen(tree.seen())),
                    "Maybe {\"step\": \"...\"}, with one of %s.".formatted(String.join(", ", steps.keySet())));
            return Optional.empty();
        }
        Set<String> keys = tree.members().keySet();
        if (!keys.isEmpty() && !keys.contains("step")) {
            problems.add(
                    file,
                    tree.line(),
                    "step",
                    "",
                    "it is missing (keys seen: %s)"
                            .formatted(keys.stream()
                                    .limit(KEYS_SEEN)
                                    .map(key -> "'%s'".formatted(Problems.seen(key)))
                                    .collect(Collectors.joining(", "))),
                    () -> Closest.to("step", keys)
                            .map(near -> "Maybe step instead of %s.".formatted(near))
                            .orElseGet(() -> "Maybe {\"step\": \"%s\", ...}, with one of %s."
                                    .formatted(
                                            keys.stream()
                                                    .filter(steps::containsKey)
                                                    .findFirst()
                                                    .orElse("lose"),
                                            String.join(", ", steps.keySet()))));
            return Optional.empty();
        }
        Row row = new Row(
                input(),
                file,
                tree.line(),
                new Row.Cells(column -> tree.member(column).map(JsonTree::text).orElse(""), ImmutableSet.of()));
        var day = day(row);
        var kind = row.required("step", text -> known(text, steps.keySet()));
        return row.build(kind)
                .flatMap(word ->
                        steps.getOrDefault(word, other -> Optional.empty()).apply(tree))
                .flatMap(step -> row.build(() -> new Scenario.Dated(day.get(), step)));
    }

    private static Supplier<Optional<LocalDate>> day(Row row) {
        return row.<Optional<LocalDate>>decisive("day", Optional::empty, text -> Optional.of(Row.date(text)));
    }

    static String known(String text, Set<String> words) {
        if (!words.contains(text)) {
            throw new IllegalArgumentException("not known here (seen: '%s'). Maybe one of %s."
                    .formatted(Problems.seen(text), String.join(", ", words)));
        }
        return text;
    }

    private Optional<Impose> impose(JsonTree tree) {
        return needed(tree, "policy", row(tree, ScenarioSheets.OTHER, "policy"))
                .flatMap(policy -> Fragments.read("policy", policy, file, problems, legend))
                .map(policy -> new Impose((Policy) policy));
    }

    private Optional<Lift> lift(JsonTree tree) {
        Row row = row(tree, ScenarioSheets.LIFT);
        var policy = row.required("policy", PolicyId::new);
        var window = PlaceSheets.window(row);
        return row.build(() -> new Lift(policy.get(), window.get()));
    }

    private Optional<Lose> lose(JsonTree tree) {
        return selection(tree, "what", row(tree, ScenarioSheets.OTHER, "what")).map(Lose::new);
    }

    private Optional<Scale> scale(JsonTree tree) {
        Row row = row(tree, ScenarioSheets.SCALE, "of");
        var what = row.required("scale", Row.choice(Scale.What.class));
        var factor = row.required("factor", Spreads::number);
        return selection(tree, "of", row).flatMap(of -> row.build(() -> new Scale(what.get(), of, factor.get())));
    }

    private Optional<Suppose> suppose(JsonTree tree) {
        Row row = row(tree, ScenarioSheets.SUPPOSE);
        var place = row.requiredText("place");
        var figure = row.optionalFigure("figure", "figure");
        return row.build(() -> new Suppose(place.get(), figure.get()));
    }

    private Optional<Release> release(JsonTree tree) {
        Row row = row(tree, ScenarioSheets.RELEASE);
        var stock = row.required("stock", StockId::new);
        var amount = row.optional("amount", Optional.<Double>empty(), text -> Optional.of(Spreads.number(text)));
        Supplier<Unit> unit = row.word("amount").isEmpty() ? () -> Unit.T : row.required("amount_unit", legend::unit);
        var days = row.optional("days", DAYS_PER_YEAR, text -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE));
        return row.build(() ->
                new Release(stock.get(), amount.get().map(value -> Quantity.of(value, unit.get())), days.get()));
    }

    private Optional<Draw> draw(JsonTree tree) {
        Row row = row(tree, ScenarioSheets.DRAW);
        var seed = row.required("seed", text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        var index = row.required("index", text -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE));
        return row.build(() -> new Draw(seed.get(), index.get()));
    }

    private static long whole(String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (least <= value && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, with the range.
        }
        throw new IllegalArgumentException("not a whole number (seen: '%s'). Maybe one from %s to %s."
                .formatted(Problems.seen(text), least, most));
    }

    private Optional<Add> add(JsonTree tree) {
        row(tree, ScenarioSheets.OTHER, "parts");
        ImmutableList.Builder<Add.Part> parts = ImmutableList.builder();
        long before = problems.count();
        JsonRows.items(problems, file, tree, "parts").forEach(part -> part(part).ifPresent(parts::add));
        return problems.count() > before ? Optional.empty() : Optional.of(new Add(parts.build()));
    }

    private Optional<? extends Add.Part> part(JsonTree tree) {
        if (tree.members().containsKey("start")) {
            Row row = row(tree, ScenarioSheets.START);
            var line = row.required("start", LineId::parse);
            var day = day(row);
            return row.build(() -> new Add.Start(line.get(), day.get()));
        }
        if (tree.members().size() == 1) {
            String kind = tree.members().keySet().iterator().next();
            JsonTree object = tree.members().values().iterator().next();
            if (kind.equals("line")) {
                return line(object);
            }
            if (Fragments.kinds().contains(kind)) {
                return Fragments.read(kind, object, file, problems, legend).map(Add.Whole::new);
            }
        }
        problems.add(
                file,
                tree.line(),
                "",
                "",
                "not a part that can be added",
                "Maybe an object with one of start, line, %s.".formatted(String.join(", ", Fragments.kinds())));
        return Optional.empty();
    }

    private Optional<Add.Extension> line(JsonTree object) {
        Input in = input();
        return FacilitySheets.line(in, JsonRows.row(in, file, object, FacilitySheets.LINES))
                .map(placed -> new Add.Extension(placed.facility(), placed.line()));
    }

    private Optional<Selection> selection(JsonTree tree, String name, Row row) {
        return needed(tree, name, row)
                .flatMap(object -> Selections.read(object, row(object, ScenarioSheets.SELECTION)));
    }

    private static Optional<JsonTree> needed(JsonTree tree, String name, Row row) {
        Optional<JsonTree> member = tree.member(name);
        if (member.isEmpty()) {
            row.report(name, "it is missing", () -> "Maybe add it.");
        }
        return member;
    }

    private Row row(JsonTree object, Sheet sheet, String... others) {
        return JsonRows.row(input(), file, object, sheet, others);
    }

    private Input input() {
        return Input.part((sheet, in, reader) -> false, problems, legend);
    }
}
