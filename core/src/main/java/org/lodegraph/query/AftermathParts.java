package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.flow.Aftermath;
import org.lodegraph.flow.Binding;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Flow;
import org.lodegraph.flow.Grounds;
import org.lodegraph.flow.Leg;
import org.lodegraph.flow.Loss;
import org.lodegraph.flow.Shift;
import org.lodegraph.flow.Supply;
import org.lodegraph.graph.Node;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Table;
import org.lodegraph.report.Tree;

/** How the loss of something looks: in a row beside others, and in detail. */
final class AftermathParts {

    /** So many moves people are shown, the largest; the others are counted. */
    private static final int MOVES = 12;

    /** So many losses are explained, the first. */
    private static final int EXPLAINED = 8;

    private static final int SENSES = 3;

    private final Delivery delivery;
    private final Grounds grounds;
    private final Supply before;
    private final Unit unit;

    AftermathParts(Delivery delivery, Grounds grounds, Supply before) {
        this.delivery = delivery;
        this.grounds = grounds;
        this.before = before;
        this.unit = before.served().unit();
    }

    /** The target as people call it. */
    String target() {
        return grounds.inSentence(delivery.target());
    }

    Caption caption(String title) {
        return brief(title).computedFrom(grounds.sources());
    }

    /** For what stands under a caption that names the sources. */
    private Caption brief(String title) {
        return Caption.of(title).basis(unit.toString()).year(grounds.inYears());
    }

    /** What is served before anything is lost. */
    String before() {
        return "Before, if served before all others, %s gets %s%s"
                .formatted(
                        target(),
                        before.served(),
                        before.unmet().high() > 0
                                ? " and is short of %s (%s)".formatted(before.unmet(), before.unmetShare())
                                : ", all that it wants");
    }

    /** The year of the figures, and how they were read in the one solution that is shown. */
    private String read() {
        return "%s, %s".formatted(grounds.inYears(), delivery.shown());
    }

    // ---- one row for each

    /** A table for losses side by side. */
    Table table(String title, String what) {
        return Table.of(
                caption(title),
                Table.Column.text(what),
                Table.Column.number("lost, served first", unit),
                Table.Column.share("of delivery"),
                Table.Column.number("lost, all share", unit),
                Table.Column.share("of shared delivery"));
    }

    List<Cell> row(String name, Aftermath aftermath) {
        return ImmutableList.of(
                Cell.text(name),
                Cell.of(aftermath.loss().lost()),
                Cell.of(aftermath.loss().share()),
                Cell.of(aftermath.shared().lost()),
                Cell.of(aftermath.shared().share()));
    }

    /** Bars for losses side by side, in the order given; what costs nothing in either sense is left out. */
    Bars bars(Map<String, Aftermath> losses) {
        Bars bars = Bars.of(caption("Share of the delivery that is lost").basis(""), Unit.SHARE);
        for (Map.Entry<String, Aftermath> each : losses.entrySet()) {
            Loss first = each.getValue().loss();
            Loss shared = each.getValue().shared();
            if (!isNothing(first) || !isNothing(shared)) {
                bars = bars.bar(each.getKey() + ", served first", Cell.of(first.share()))
                        .bar(each.getKey() + ", if all share", Cell.of(shared.share()));
            }
        }
        return bars;
    }

    private static boolean isNothing(Loss loss) {
        return loss.lost().low() == 0 && loss.lost().high() == 0;
    }

    /** Whether it changes what the target gets, in any sense and any reading tried. */
    static boolean matters(Aftermath aftermath) {
        return Stream.concat(Stream.of(aftermath.loss(), aftermath.shared()), aftermath.asTraded().stream())
                .anyMatch(loss -> !isNothing(loss));
    }

    /** What a loss costs in the sense in which it costs most: the part of the delivery, at its high end. */
    static double most(Aftermath aftermath) {
        return most(aftermath.loss(), aftermath.shared());
    }

    /** The larger of what a loss costs if the target is served first and if all share, at the high ends. */
    static double most(Loss first, Loss shared) {
        return Math.max(first.share().high(), shared.share().high());
    }

    /** Where what the target gets comes from, before and after something is lost; nothing if that stays as it was. */
    List<BeforeAfter> flows(String lost, Aftermath aftermath) {
        Caption caption = caption(
                        "Where it comes from, in tons served, before and after the loss of %s, if all share, mixed in proportion"
                                .formatted(lost))
                .year(read() + "; after: of equally good flows those nearest to the flows before");
        BeforeAfter flows = BeforeAfter.of(
                caption,
                picture(caption, aftermath, aftermath.trailBefore(), aftermath.trailAfter()),
                picture(caption, aftermath, aftermath.trailAfter(), aftermath.trailBefore()));
        return flows.isSame() ? ImmutableList.of() : ImmutableList.of(flows);
    }

    private Ribbons picture(Caption caption, Aftermath aftermath, List<Leg> trail, List<Leg> beside) {
        return Leg.picture(
                caption,
                unit,
                trail,
                beside,
                grounds,
                demand -> aftermath.uses().stream()
                        .filter(use -> use.demand().equals(demand))
                        .map(Aftermath.Use::application)
                        .findFirst()
                        .orElse(demand.value()));
    }

    // ---- how it comes about

    /** The losses of some things one by one: before less after, in each sense. */
    Tree explanation(String all, List<Tree.Node> losses) {
        return new Tree(
                caption("What each loss costs %s: delivered with it less delivered without it, each price x limit"
                        .formatted(target())),
                Derivation.apart(all, EXPLAINED, losses));
    }

    static Tree.Node explained(String name, Aftermath aftermath) {
        return Derivation.apart(
                name,
                SENSES,
                Stream.concat(Stream.of(aftermath.loss(), aftermath.shared()), aftermath.asTraded().stream())
                        .map(Loss::derivation)
                        .toList());
    }

    // ---- in detail

    List<Part> details(Aftermath aftermath) {
        List<Part> parts = new ArrayList<>();
        parts.add(Note.finding(remains(aftermath)));
        bound("Served first", aftermath.loss()).ifPresent(parts::add);
        bound("If all share", aftermath.shared()).ifPresent(parts::add);
        parts.add(uses(aftermath));
        if (!aftermath.shifts().isEmpty()) {
            parts.add(moves(aftermath));
        }
        if (!aftermath.binding().isEmpty()) {
            parts.add(binding(aftermath));
        }
        if (!aftermath.alsoTight().isEmpty()) {
            parts.add(Note.finding("Also tight, without a price: "
                    + aftermath.alsoTight().stream().collect(Words.listed()) + "."));
        }
        return parts;
    }

    private String remains(Aftermath aftermath) {
        return "What remains: %s if it is served before all others, %s if all share%s."
                .formatted(
                        aftermath.loss().after().served(),
                        aftermath.shared().after().served(),
                        aftermath
                                .asTraded()
                                .map(traded -> "; if nobody reroutes, %s (%s lost)"
                                        .formatted(traded.after().served(), traded.lost()))
                                .orElse(""));
    }

    private Optional<Part> bound(String sense, Loss loss) {
        return loss.bound()
                .filter(bound -> !bound.equals(loss.lost()))
                .map(bound -> Note.finding(
                        "%s, %s is lost in the readings tried; as far as both deliveries lie in their ranges it is %s at most%s."
                                .formatted(
                                        sense,
                                        loss.lost(),
                                        Range.exactly(bound.high(), unit),
                                        bound.low() > 0
                                                ? " and %s at least".formatted(Range.exactly(bound.low(), unit))
                                                : "")));
    }

    private Table uses(Aftermath aftermath) {
        return Table.of(
                        brief("Which uses lose what, if all share"),
                        Table.Column.text("consumer"),
                        Table.Column.text("use"),
                        Table.Column.number("lost", unit),
                        Table.Column.share("share lost"),
                        Table.Column.number("still served", unit))
                .rows(aftermath.uses().stream()
                        .map(use -> ImmutableList.of(
                                Cell.text(grounds.name(use.consumer())),
                                Cell.text(use.application()),
                                Cell.of(use.lost()),
                                Cell.of(use.share()),
                                Cell.of(use.after().served())))
                        .toList());
    }

    /** Tons of different materials are never compared: the target's own material comes first, then one after the other. */
    private Table moves(Aftermath aftermath) {
        List<Shift> ranked = aftermath.shifts().stream()
                .filter(shift -> shift.kind() != Flow.Kind.SERVED)
                .sorted(Comparator.comparing((Shift shift) ->
                                !shift.material().equals(delivery.target().material()))
                        .thenComparing(Shift::material)
                        .thenComparing(Comparator.comparingDouble(shift -> -Math.abs(shift.change()))))
                .toList();
        return Table.of(
                        brief("Where flows move, if all share: the solution nearest to the flows before")
                                .year(read()),
                        Table.Column.text("flow"),
                        Table.Column.amount("before, t/a"),
                        Table.Column.amount("after, t/a"))
                .rows(ranked.stream()
                        .map(shift -> ImmutableList.of(
                                Cell.text(words(shift)),
                                Cell.number(Numbers.published(shift.before()), grounds.unit(shift.material())),
                                Cell.number(Numbers.published(shift.after()), grounds.unit(shift.material()))))
                        .toList())
                .showing(MOVES);
    }

    private String words(Shift shift) {
        String what = grounds.name(shift.material());
        return switch (shift.kind()) {
            case MADE -> "%s made, %s".formatted(what, grounds.name(Ids.line(shift.origin())));
            case SHIPPED ->
                "%s shipped from %s to %s%s"
                        .formatted(
                                what,
                                grounds.name(new CountryId(shift.origin())),
                                grounds.name(new CountryId(shift.destination())),
                                shift.by().map(link -> " (%s)".formatted(link)).orElse(""));
            case SERVED -> "%s used for %s".formatted(what, shift.destination());
            case RELEASED -> "%s released from %s".formatted(what, shift.origin());
            case STORED -> "%s stored in %s".formatted(what, shift.destination());
        };
    }

    private Table binding(Aftermath aftermath) {
        return Table.of(
                        brief("What binds afterwards, if served first: price x limit adds up to what is served")
                                .year(read()),
                        Table.Column.text("limit"),
                        Table.Column.number("accounts for", unit),
                        Table.Column.amount("limit, t/a"),
                        Table.Column.text("figure"))
                .rows(aftermath.binding().stream()
                        .sorted(Comparator.comparingDouble((Binding each) -> -Math.abs(each.contribution()))
                                .thenComparing(Binding::what))
                        .map(each -> ImmutableList.of(
                                Cell.text(words(each)),
                                Cell.number(Numbers.published(each.contribution()), unit),
                                Cell.number(Numbers.published(each.limit()), each.unit()),
                                Cell.text(each.figure()
                                        .map(figure -> figure.isKnown()
                                                ? "%s, %s"
                                                        .formatted(
                                                                figure.range(),
                                                                figure.source().id())
                                                : figure.toString())
                                        .orElse("a rule"))))
                        .toList());
    }

    /** Lanes between the same countries are told apart by their ids. */
    private static String words(Binding binding) {
        return binding.kind() == Binding.Kind.LINK
                ? binding.what() + binding.subject().map(" (%s)"::formatted).orElse("")
                : binding.what();
    }

    // ---- stories

    /** A supply story in words: who makes what, in order. */
    String story(List<Node> story) {
        return story.stream()
                .filter(node -> node instanceof Node.Run || node instanceof Node.Store || node instanceof Node.Lane)
                .map(this::word)
                .distinct()
                .collect(Collectors.joining("; then "));
    }

    /** A node as people call it. */
    String word(Node node) {
        if (node instanceof Node.Run made) {
            return grounds.name(made.line());
        }
        if (node instanceof Node.Made made) {
            return "%s made in %s".formatted(grounds.name(made.material()), grounds.name(made.country()));
        }
        if (node instanceof Node.Usable used) {
            return "%s in %s".formatted(grounds.name(used.material()), grounds.name(used.country()));
        }
        return node.label();
    }
}
