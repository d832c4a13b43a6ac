package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Id;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Names;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Stock;
import org.lodegraph.query.Overview.Answer;
import org.lodegraph.query.Overview.Maker;
import org.lodegraph.query.Overview.Making;
import org.lodegraph.query.Overview.Narrow;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** What an overview says. */
final class OverviewReport {

    /** So many makers of a step people see by name, and what the others make together. */
    private static final int NAMED = 5;

    /** Of so many steps people see the makers. */
    private static final int SHOWN = 40;

    /** So many steps are explained, so many terms of each. */
    private static final int EXPLAINED = 12;

    private final Answer answer;

    private OverviewReport(Answer answer) {
        this.answer = answer;
    }

    static Report of(Answer answer) {
        return new OverviewReport(answer).report();
    }

    static Tree explanation(Answer answer) {
        return new Tree(
                new OverviewReport(answer).caption("What is made, step by step"),
                Derivation.apart(
                        "what is made",
                        EXPLAINED,
                        answer.steps().stream()
                                .map(step -> Derivation.brief(step.made(), EXPLAINED))
                                .toList()));
    }

    private Caption caption(String title) {
        return Caption.of(title).year(Years.text(answer.years())).computedFrom(answer.sources());
    }

    private String name(Id id) {
        return Objects.requireNonNull(answer.names().get(id));
    }

    private Report report() {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(counts()));
        parts.add(Note.finding(narrow()));
        if (!answer.unsure().isEmpty()) {
            parts.add(Note.warning("The figures do not say whether one country makes %s or more of %s."
                    .formatted(
                            answer.question().threshold(),
                            answer.unsure().stream().map(this::name).collect(Words.listed()))));
        }
        parts.add(answer.network());
        if (!answer.steps().isEmpty()) {
            parts.add(steps());
            answer.steps().stream().limit(SHOWN).map(this::makers).forEach(parts::add);
            if (answer.steps().size() > SHOWN) {
                parts.add(further(answer.steps().subList(SHOWN, answer.steps().size())));
            }
        }
        if (!answer.demands().isEmpty()) {
            parts.add(demands());
        }
        if (!answer.stocks().isEmpty()) {
            parts.add(stocks());
        }
        if (!answer.policies().isEmpty()) {
            parts.add(policies());
        }
        if (!answer.quality().isEmpty()) {
            parts.add(quality());
        }
        parts.add(Note.method(
                "Outputs and capacities are sums of the figures of lines, and enclose: an output that nobody published is anything up to the capacity. Output is of lines that were seen running, capacity of running and idle ones. Few hands: of lines that run on the day and that no technology policy stops, without stocks and what of unknown origin only evens out what is taken and made; a share is marked if it surely is %s or more. Nothing is simulated. Method: %s."
                        .formatted(answer.question().threshold(), Overview.METHOD)));
        return Report.of(title(), parts.toArray(Part[]::new))
                .subtitle("Annual rates on %s, figures of %s".formatted(answer.date(), Years.text(answer.years())))
                .citing(answer.sources())
                .assuming(answer.assumptions().stream().map(Assumption::premise).toList());
    }

    private String title() {
        return answer.question()
                .target()
                .map(target -> "What goes into the supply of %s%s (%s)?"
                        .formatted(
                                target.application().map(use -> use + " in ").orElse(""),
                                Names.inSentence(name(target.consumer())),
                                name(target.material())))
                .orElse("What is in this chain?");
    }

    // ---- findings

    private String counts() {
        long countries = answer.steps().stream()
                .flatMap(step -> step.makers().stream())
                .map(Maker::country)
                .distinct()
                .count();
        String lines = answer.statuses().entrySet().stream()
                .map(entry -> entry.getValue() + " " + Words.of(entry.getKey()))
                .collect(Words.listed());
        int all = answer.statuses().values().stream().mapToInt(count -> count).sum();
        return "%s, %s that %s, %s%s in %s. %s, %s, %s in force."
                .formatted(
                        count(answer.materials().size(), "material"),
                        count(answer.steps().size(), "step"),
                        (answer.steps().size() == 1 ? "makes " : "make ")
                                + (answer.materials().size() == 1 ? "it" : "them"),
                        count(all, "line"),
                        all == 0 ? "" : " (" + lines + ")",
                        count(countries, "country", "countries"),
                        count(answer.demands().size(), "demand"),
                        count(answer.stocks().size(), "stock"),
                        count(answer.policies().size(), "policy", "policies"));
    }

    private static String count(long many, String one) {
        return count(many, one, one + "s");
    }

    private static String count(long many, String one, String more) {
        return many + " " + (many == 1 ? one : more);
    }

    private String narrow() {
        return answer.narrow().isEmpty()
                ? "No material surely comes from one line, or by %s or more from one country."
                        .formatted(answer.question().threshold())
                : "Through few hands come %s of %s: %s."
                        .formatted(
                                answer.narrow().size(),
                                count(answer.materials().size(), "material"),
                                answer.narrow().stream()
                                        .map(each -> "%s (%s; %s in all)"
                                                .formatted(name(each.material()), words(each), each.output()))
                                        .collect(Words.listed()));
    }

    private String words(Narrow narrow) {
        return words(name(narrow.holder()), narrow);
    }

    /** Such as {@code only China}. */
    static String words(String holder, Narrow narrow) {
        return switch (narrow.why()) {
            case ONE_LINE -> "one line only, " + holder;
            case ONE_COUNTRY -> "only " + holder;
            case LARGEST_SHARE -> "%s %s".formatted(holder, narrow.share());
        };
    }

    // ---- tables

    private static String stage(Making step) {
        return step.stage().map(Words::of).orElse("");
    }

    private String title(Making step) {
        return name(step.material())
                + step.stage().map(stage -> ", " + Words.of(stage)).orElse("");
    }

    private Table steps() {
        return Table.of(
                        caption("Who makes what, from ore to use"),
                        Table.Column.text("step"),
                        Table.Column.amount("output"),
                        Table.Column.text("largest"),
                        Table.Column.share("share"))
                .rows(answer.steps().stream()
                        .map(step -> ImmutableList.<Cell>of(
                                Cell.text(title(step)),
                                Cell.of(step.output()),
                                step.largest()
                                        .map(maker -> Cell.text(name(maker.country())))
                                        .orElseGet(() -> Cell.text(step.output().high() > 0 ? "not known which" : "")),
                                step.largest()
                                        .<Cell>map(maker -> Cell.of(maker.share()))
                                        .orElse(Cell.empty())))
                        .toList());
    }

    /** All makers; people see the largest, and the others in one row. */
    private Table makers(Making step) {
        Table whole = makers(step, rows(step.makers()));
        if (step.makers().size() <= NAMED + 1) {
            return whole;
        }
        List<Maker> rest = step.makers().subList(NAMED, step.makers().size());
        return whole.showing(makers(
                step,
                ImmutableList.<List<Cell>>builder()
                        .addAll(rows(step.makers().subList(0, NAMED)))
                        .add(ImmutableList.of(
                                Cell.text(count(rest.size(), "other")),
                                Cell.of(rest.stream()
                                        .map(Maker::output)
                                        .reduce(Range::plus)
                                        .orElseThrow()),
                                Cell.of(rest.stream()
                                        .map(Maker::capacity)
                                        .reduce(Range::plus)
                                        .orElseThrow()),
                                Cell.empty()))
                        .build()));
    }

    private Table makers(Making step, List<List<Cell>> rows) {
        String lines = count(step.lines(), "line")
                + (step.unpublished() == 0 ? "" : ", output of %s not published".formatted(step.unpublished()));
        return new Table(
                Caption.of("%s: %s".formatted(title(step), lines)).year(Years.text(answer.years())),
                ImmutableList.of(
                        Table.Column.text("in"),
                        Table.Column.number("output", step.output().unit()),
                        Table.Column.number("capacity", step.output().unit()),
                        Table.Column.share("share of output")),
                ImmutableList.<List<Cell>>builder()
                        .addAll(rows)
                        .addAll(nobodys(step))
                        .build(),
                ImmutableList.of(Cell.text("all"), Cell.of(step.output()), Cell.of(step.capacity()), Cell.empty()));
    }

    private List<List<Cell>> rows(List<Maker> makers) {
        return makers.stream()
                .<List<Cell>>map(maker -> ImmutableList.of(
                        Cell.text(name(maker.country())),
                        Cell.of(maker.output()),
                        Cell.of(maker.capacity()),
                        Cell.of(maker.share())))
                .toList();
    }

    /** What is made in no country that has a name; nothing if all is. */
    private static List<List<Cell>> nobodys(Making step) {
        return step.nobodys().high() > 0 || step.nobodysCapacity().high() > 0
                ? ImmutableList.of(ImmutableList.of(
                        Cell.text("of no named country"),
                        Cell.of(step.nobodys()),
                        Cell.of(step.nobodysCapacity()),
                        Cell.empty()))
                : ImmutableList.of();
    }

    /** The makers of steps that are too many to look at, for programs. */
    private Table further(List<Making> steps) {
        ImmutableList.Builder<List<Cell>> rows = ImmutableList.builder();
        for (Making step : steps) {
            Stream.concat(rows(step.makers()).stream(), nobodys(step).stream())
                    .forEach(row -> rows.add(ImmutableList.<Cell>builder()
                            .add(Cell.text(title(step)))
                            .addAll(row)
                            .build()));
        }
        return Table.of(
                        caption("The makers of %s more. Maybe ask for one target."
                                .formatted(count(steps.size(), "step"))),
                        Table.Column.text("step"),
                        Table.Column.text("in"),
                        Table.Column.amount("output"),
                        Table.Column.amount("capacity"),
                        Table.Column.share("share of output"))
                .rows(rows.build())
                .showing(0);
    }

    private Table demands() {
        boolean asked = answer.question().target().isPresent();
        ImmutableList.Builder<Table.Column> columns = ImmutableList.<Table.Column>builder()
                .add(Table.Column.text("material"))
                .add(Table.Column.text("by"))
                .add(Table.Column.text("for"))
                .add(Table.Column.amount("wanted"))
                .add(Table.Column.text("or else"));
        if (asked) {
            columns.add(Table.Column.text("asked about"));
        }
        return new Table(
                caption("Who wants what"),
                columns.build(),
                answer.demands().stream()
                        .<List<Cell>>map(wanted -> {
                            Demand demand = wanted.demand();
                            ImmutableList.Builder<Cell> row = ImmutableList.<Cell>builder()
                                    .add(Cell.text(name(demand.material())))
                                    .add(Cell.text(name(demand.consumer())))
                                    .add(Cell.text(demand.application()))
                                    .add(figure(demand.rate(), wanted.rate()))
                                    .add(Cell.text(demand.alternatives().stream()
                                            .map(Alternative::material)
                                            .map(Id::value)
                                            .collect(Words.listed())));
                            if (asked) {
                                row.add(Cell.text(wanted.asked() ? "yes" : ""));
                            }
                            return row.build();
                        })
                        .collect(ImmutableList.toImmutableList()),
                ImmutableList.of());
    }

    private static Cell figure(Figure figure, Range read) {
        return figure.isKnown() ? Cell.of(read) : Cell.of(figure);
    }

    private Table stocks() {
        return Table.of(
                        caption("What is stored"),
                        Table.Column.text("material"),
                        Table.Column.text("held by"),
                        Table.Column.text("where"),
                        Table.Column.amount("amount"))
                .rows(answer.stocks().stream().map(this::row).toList());
    }

    private List<Cell> row(Stock stock) {
        return ImmutableList.of(
                Cell.text(name(stock.material())),
                Cell.text(name(stock.holder())),
                Cell.text(Words.of(stock.kind())),
                Cell.of(stock.amount()));
    }

    private Table policies() {
        return Table.of(
                        caption("Policies in force on " + answer.date()),
                        Table.Column.text("policy"),
                        Table.Column.text("by"),
                        Table.Column.text("on"),
                        Table.Column.text("toward"),
                        Table.Column.text("lets pass"))
                .rows(answer.policies().stream().map(this::row).toList());
    }

    private List<Cell> row(Policy policy) {
        return ImmutableList.of(
                Cell.text(policy.name()),
                Cell.text(name(policy.issuer())),
                Cell.text(
                        policy.onTechnology()
                                ? "technology: "
                                        + policy.recipes().stream()
                                                .map(Id::value)
                                                .collect(Words.listed())
                                : Words.of(policy.direction()) + " of "
                                        + (policy.materials().isEmpty() ? "everything" : list(policy.materials()))),
                Cell.text((policy.toward().isEmpty() ? "everybody" : list(policy.toward()))
                        + (policy.except().isEmpty() ? "" : " but " + list(policy.except()))),
                limit(policy.limit()));
    }

    private static Cell limit(Limit limit) {
        if (limit instanceof Limit.AtMost atMost) {
            return Cell.of(atMost.rate());
        }
        if (limit instanceof Limit.ShareOf shareOf) {
            return Cell.of(shareOf.share());
        }
        return Cell.text(
                limit instanceof Limit.Cost cost ? "all, for " + cost.perTon().range() : "nothing");
    }

    private String list(Set<? extends Id> ids) {
        return ids.stream().map(this::name).collect(Words.listed());
    }

    private Table quality() {
        Set<Figure.Status> statuses = EnumSet.allOf(Figure.Status.class);
        ImmutableList.Builder<Table.Column> columns =
                ImmutableList.<Table.Column>builder().add(Table.Column.text("figures"));
        statuses.forEach(status -> columns.add(Table.Column.count(Words.of(status))));
        ImmutableList.Builder<List<Cell>> rows = ImmutableList.builder();
        answer.quality().forEach((kind, counts) -> {
            ImmutableList.Builder<Cell> row = ImmutableList.<Cell>builder().add(Cell.text(Words.of(kind)));
            statuses.forEach(status -> row.add(Cell.count(counts.getOrDefault(status, 0))));
            rows.add(row.build());
        });
        ImmutableList.Builder<Cell> total = ImmutableList.<Cell>builder().add(Cell.text("all"));
        statuses.forEach(status -> total.add(Cell.count(answer.figures(status))));
        return new Table(caption("How good the figures are"), columns.build(), rows.build(), total.build());
    }
}
