package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Spread;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Form;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Mobility;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;

/**
 * Where the goods of a step come from and where they go, so that both are equal: its countries make them; steps that are tied
 * to it take them; the United States use some, where a statistic says so; everybody else takes what is left. Where more is
 * taken than the countries make, scrap, stocks and countries that no table lists must have made up for it: one line, in no
 * country, as large as the highest need, so that losses are not overstated.
 */
final class Balance {

    /** Sums of the same figures in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private final Draft draft;
    private final Step step;
    private final ImmutableList<Tie> takers;
    private final Optional<UsGoods> goods;
    private final Optional<Figure> use;

    private Balance(Draft draft, Step step) {
        this.draft = draft;
        this.step = step;
        this.takers = draft.ties().stream().filter(step::isFeedOf).collect(ImmutableList.toImmutableList());
        this.goods = draft.catalog().usGoods().stream()
                .filter(step::isOf)
                .filter(some -> isOnOneBasis(draft, step, some))
                .findFirst();
        // What plants of the next step take is in it, and is wanted by them.
        this.use = goods.filter(any -> takers.isEmpty())
                .flatMap(UsGoods::consumption)
                .flatMap(label -> draft.findUs(step.material(), label))
                .filter(Figure::isKnown);
    }

    /** A table of the caller's may count something else than the statistics do, which then say nothing about it. */
    private static boolean isOnOneBasis(Draft draft, Step step, UsGoods goods) {
        boolean isOne = goods.labels()
                .flatMap(label -> draft.findUs(step.material(), label).stream())
                .allMatch(figure -> figure.unit().equals(step.unit()));
        if (!isOne) {
            draft.assume(
                    "%s used in and shipped to the United States".formatted(step.id()),
                    "their statistics are not in %s, so there is no demand and no lane".formatted(step.unit()));
        }
        return isOne;
    }

    static Balance of(Draft draft, Step step) {
        return new Balance(draft, step);
    }

    void add() {
        double made = step.output().placesTotal() + unitedStates();
        Range taken = taken();
        double wanted = taken.high() + use.map(Draft::high).orElse(0.0);
        if (!takers.isEmpty()) {
            compare(taken, wanted - made);
        }
        if (wanted > made * (1 + ROUNDING)) {
            elsewhere(made, taken, wanted);
        }
        draft.add(Demand.remainder(
                step.id(),
                assumed(
                        Spread.exact(Math.max(0, made - wanted)),
                        wanted == 0
                                ? "users take what the listed countries make%s: no table of use by country"
                                        .formatted(withheld())
                                : "what the listed countries make, less %s: no table of use by country"
                                        .formatted(
                                                takers.isEmpty()
                                                        ? "what the United States use"
                                                        : "what the next step takes at most"))));
    }

    /** What nobody publishes comes on top of what is wanted, so losing it costs nothing here. */
    private String withheld() {
        return step.output().places().stream().allMatch(row -> row.figure().isKnown())
                ? ""
                : " and publish, and nobody is taken to want what is withheld";
    }

    /** What the steps that are tied to this one took. */
    private Range taken() {
        Range taken = Range.exactly(0, step.unit());
        for (Tie tie : takers) {
            Step next =
                    Step.find(draft, tie.material(), tie.stage(), tie.form()).orElseThrow();
            Range made = next.output().places().stream()
                    .filter(Series::isPositive)
                    .map(row -> row.figure().range())
                    .reduce(Range.exactly(0, next.unit()), Range::plus);
            taken = taken.plus(made.times(tie.perTon().range(), step.unit()));
        }
        return taken;
    }

    private void compare(Range taken, double missing) {
        String subject = "%s, %s".formatted(step.title(), draft.year());
        draft.compared(Conflict.Check.STAGES, subject);
        double made = step.output().placesTotal();
        if (taken.low() > made) {
            draft.conflict(
                    Conflict.Check.STAGES,
                    subject,
                    "the next step takes %s, and the listed countries make %s %s"
                            .formatted(taken.text(), Numbers.brief(made), step.unit()),
                    "The rest, %s at most, is taken to come of scrap, stocks and whoever is not listed."
                            .formatted(Numbers.brief(missing)));
        }
    }

    /** What the table's row of other countries says was made is a line of its own, which never runs: the feed stands in for it. */
    private void elsewhere(double made, Range taken, double wanted) {
        String recipe = step.id() + "-other-feed";
        double others = step.output()
                .findPositive(CountryId.NOWHERE)
                .map(row -> Draft.low(row.figure()))
                .orElse(0.0);
        double least = taken.low() + use.map(Draft::low).orElse(0.0) - made - others;
        draft.add(Recipe.of(recipe).makes(step.id()).stage(Stage.RECYCLING));
        draft.elsewhere(Line.of(
                        recipe,
                        Capacity.nameplate(
                                assumed(
                                        Spread.exact(wanted - made),
                                        "what is taken at most, less what the listed countries make: scrap, stocks and whoever is not listed")))
                .output(assumed(
                        Spread.between(Math.max(0, least), Math.max(0, wanted - made - others)),
                        "what is taken, less what all countries make: scrap, stocks and whoever is not listed")));
    }

    private Figure assumed(Spread spread, String why) {
        return Figure.assumed(
                spread, step.unit(), step.output().rows().get(0).figure().source(), why);
    }

    /** What the United States use, from where it comes, and what they make of scrap beside the table, in t/a. */
    private double unitedStates() {
        use.ifPresent(rate -> draft.add(Demand.of("usa-" + step.id(), step.id(), Draft.USA, rate)));
        if (use.isEmpty() && goods.isPresent()) {
            draft.assume(
                    "%s used in the United States".formatted(step.id()),
                    takers.isEmpty()
                            ? "not published for %s".formatted(draft.year())
                            : "what is published counts what the next step takes there too, and is no demand of its own");
        }
        double scrap = goods.flatMap(UsGoods::scrap)
                .flatMap(label -> draft.findUs(step.material(), label))
                .filter(figure -> figure.isKnown() && Draft.low(figure) > 0)
                .map(this::scrap)
                .orElse(0.0);
        goods.filter(some -> !some.imports().isEmpty() && some.areKnown(draft)).ifPresent(some -> seen(some, scrap));
        return scrap;
    }

    /**
     * What the United States were seen to use of imports and of their own. Where that is more than all that they use, the rest
     * left again or was stored, and nobody publishes of whose goods it was.
     */
    private void seen(UsGoods some, double scrap) {
        double imports = Draft.central(some.total(draft.catalog(), draft.year()));
        // What is withheld is not zero, so nothing is said of what is made at home.
        boolean withheld = step.output()
                .find(Draft.USA)
                .filter(row -> !row.figure().isKnown())
                .isPresent();
        double home = withheld
                ? 0
                : scrap
                        + step.output()
                                .findPositive(Draft.USA)
                                .map(row -> Draft.central(row.figure()))
                                .orElse(0.0);
        double used = use.map(Draft::central).orElse(Double.POSITIVE_INFINITY);
        double kept = home > 0 ? Math.min(1, used / (imports + home)) : 1;
        if (kept < 1) {
            draft.assume(
                    "%s used in the United States".formatted(step.id()),
                    "imports of %s and %s made at home are more than the %s %s used: of whose goods exports and stocks were is not published, so from %s to all of each is taken to be used there"
                            .formatted(
                                    Numbers.brief(imports),
                                    Numbers.brief(home),
                                    Numbers.brief(used),
                                    step.unit(),
                                    Numbers.percent(kept)));
        }
        some.link(draft, step.id(), step.id(), kept);
        if (home > 0 && use.isPresent()) {
            draft.add(Link.of(step.id() + "-usa-usa", step.id(), Draft.USA, Draft.USA)
                    .observed(assumed(
                            Spread.between(kept * home, home),
                            "made at home%s: of whose goods exports were is not published"
                                    .formatted(scrap == 0 ? "" : ", of scrap too"))));
        }
    }

    private double scrap(Figure made) {
        String scrap = step.id() + "-scrap";
        String recipe = step.id() + "-recycling";
        draft.add(
                Material.of(scrap)
                        .withName("scrap of " + step.title())
                        .withForm(Form.SCRAP)
                        .withBasis(step.unit().basis())
                        .withMobility(Mobility.DOMESTIC)
                        .asBoundary()
                        .withNote("how much there is of it is not published"),
                Recipe.of(recipe).makes(step.id()).stage(Stage.RECYCLING).from(scrap, 1));
        draft.national(
                Draft.USA,
                Line.of(recipe, Capacity.nameplate(AluminaPart.onlyOutput(made)))
                        .output(made));
        return Draft.low(made);
    }
}
