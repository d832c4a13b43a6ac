package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.HostSwing.Answer;
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.query.HostSwing.Site;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Holds every companion of a host against its circuits, before and after. Used once. */
final class HostSwingSearch {

    private static final String FREE = "without a circuit";

    private final HostSwing question;
    private final SupplyChain chain;
    private final Run run;
    private final ImmutableSet<CountryId> where;
    private final LineFigures figures;

    HostSwingSearch(HostSwing question, SupplyChain chain, Run run) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        this.figures = new LineFigures(chain);
        this.where = ImmutableSet.copyOf(
                question.where().map(chain::members).orElse(chain.countries().keySet()));
    }

    Answer answer() {
        run.check();
        chain.material(question.host());
        List<ByProductLink> links = ByProductLinks.of(chain).from(question.host());
        if (links.isEmpty()) {
            throw new IllegalArgumentException(
                    "Host '%s': nothing comes along with it in this chain. Maybe ask a chain of its companions, or let a recipe that is asHost() yield one."
                            .formatted(question.host()));
        }
        Set<MaterialId> taken = links.stream()
                .filter(this::endsInCircuit)
                .map(ByProductLink::companion)
                .collect(toImmutableSet());
        List<Companion> companions =
                new TreeSet<>(taken).stream().map(this::companion).toList();
        Set<MaterialId> beside = links.stream()
                .filter(link -> link.recipes().size() > 1 && !endsInCircuit(link))
                .map(ByProductLink::companion)
                .collect(toImmutableSet());
        return new Answer(
                question,
                figures.years(),
                chain.date(),
                companions,
                links.stream()
                        .map(ByProductLink::companion)
                        .filter(companion -> !taken.contains(companion) && !beside.contains(companion))
                        .collect(toImmutableSet()),
                beside,
                figures.sources(),
                figures.assumptions());
    }

    private boolean endsInCircuit(ByProductLink link) {
        return link.recipes().size() > 1
                && chain.recipe(link.recipes().get(link.recipes().size() - 1))
                        .reference()
                        .equals(link.companion());
    }

    private Companion companion(MaterialId material) {
        ByProductSites search = new ByProductSites(ByProducts.of(material), chain, run, figures);
        ByProducts.Answer before = search.answer();
        List<Site> sites = new ArrayList<>();
        for (ByProducts.Site site : before.sites()) {
            CompanionSite at = search.at(chain.facility(site.facility()));
            Tree.Node direct = at.direct(this::swings);
            if (where.contains(site.country())
                    && (direct.amount().high() > 0
                            || at.leftBy(this::swings).findAny().isPresent())) {
                sites.add(site(site, at.host(recipe -> swings(recipe) ? 1 : 0), direct, CompanionBundle.of(at)));
            }
        }
        sites.sort(Comparator.<Site>comparingDouble(site -> -site.host().high()).thenComparing(Site::name));
        return new Companion(material, before.unit(), sites, before.output());
    }

    private boolean swings(Recipe recipe) {
        return recipe.makes(question.host());
    }

    private Site site(ByProducts.Site site, Range streams, Tree.Node direct, List<CompanionBundle> bundles) {
        List<CompanionBundle> fed =
                bundles.stream().filter(bundle -> bundle.isFedBy(this::swings)).toList();
        double factor = 1 + question.by();
        return new Site(
                site.facility(),
                site.name(),
                site.country(),
                streams.plus(direct.amount()),
                site.host(),
                site.circuits(),
                site.barred(),
                site.output(),
                sum(site, fed, this::change, free(direct, factor).change(FREE), direct),
                sum(site, fed, this::lost, free(direct, Math.min(1, factor)).lost(FREE), direct));
    }

    /** What no circuit caps. */
    private static Swing free(Tree.Node direct, double factor) {
        Range any = new Range(
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                direct.amount().unit());
        return new Swing(direct, Derivation.given("cap", any, "none"), factor);
    }

    /** Of each stream, and of what hosts yield themselves, if they do. */
    private static Tree.Node sum(
            ByProducts.Site site,
            List<CompanionBundle> fed,
            Function<CompanionBundle, Tree.Node> what,
            Tree.Node free,
            Tree.Node direct) {
        return Derivation.sum(
                site.name(),
                direct.amount().unit(),
                Stream.concat(
                                direct.amount().high() > 0 ? Stream.of(free) : Stream.empty(),
                                fed.stream().map(bundle -> hull(bundle, what)))
                        .toList());
    }

    /** What can live on something else too may or may not find enough of it. */
    private static Tree.Node hull(CompanionBundle bundle, Function<CompanionBundle, Tree.Node> what) {
        return Derivation.any(
                "with or without what no host leaves",
                bundle.readings().stream().map(what).toList());
    }

    private Tree.Node change(CompanionBundle bundle) {
        double factor = 1 + question.by();
        Range any = new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, bundle.unit());
        return bundle.path()
                .map(path -> along(bundle, path, bundle.taken(path), factor).change("by %s".formatted(bundle)))
                .orElseGet(() -> told(bundle, shared(bundle, any, factor), factor));
    }

    /** Of what is made; more of a host brings none of it back. */
    private Tree.Node lost(CompanionBundle bundle) {
        double factor = Math.min(1, 1 + question.by());
        Tree.Node made = Derivation.given(
                "seen to be made",
                bundle.made(),
                "output of its circuits, as far as it can be made of what hosts leave");
        return bundle.path()
                .map(path -> along(bundle, path, made, factor).lost("by %s".formatted(bundle)))
                .orElseGet(() -> {
                    Range change = shared(bundle, bundle.made(), factor);
                    return told(bundle, new Range(-change.high(), -change.low(), change.unit()), factor, made);
                });
    }

    /** One stream: what is left of a cap once the hosts that stay have filled it is for the hosts that swing. */
    private Swing along(CompanionBundle bundle, List<Recipe> path, Tree.Node cap, double factor) {
        Tree.Node stays = bundle.given(path, recipe -> !recipe.makes(question.host()));
        return new Swing(
                bundle.given(path, recipe -> recipe.makes(question.host())),
                stays.amount().high() == 0
                        ? cap
                        : Derivation.beyond(
                                "room beside hosts that stay", cap, stays.labeled("what hosts that stay give")),
                factor);
    }

    private Tree.Node told(CompanionBundle bundle, Range range, double factor, Tree.Node... cap) {
        return new Tree.Node(
                "by %s".formatted(bundle),
                Cell.of(range),
                "part of what streams that share steps bring: what can be made before beside what can be made after",
                ImmutableList.<Tree.Node>builder()
                        .add(bundle.bindings("what can be made before", CompanionSite.AS_IT_RUNS))
                        .add(bundle.bindings(
                                "what can be made after, hosts that swing as read below times %s"
                                        .formatted(Numbers.brief(Numbers.published(factor))),
                                recipe -> swings(recipe) ? factor : 1))
                        .add(cap)
                        .build());
    }

    /**
     * Streams that share steps: the most is concave in what the hosts leave, so a part x of a host cannot bring or cost more
     * than x of what that host brings at all.
     */
    private Range shared(CompanionBundle bundle, Range cap, double factor) {
        Range without = capped(bundle, cap, 0);
        Range before = capped(bundle, cap, 1);
        Range after = capped(bundle, cap, factor);
        double echo = factor == 1 ? 0 : Math.abs(factor - 1) * Math.max(0, difference(before.high(), without.low()));
        return factor < 1
                ? new Range(
                        -less(before, after, echo).high(),
                        -less(before, after, echo).low(),
                        bundle.unit())
                : less(after, before, echo);
    }

    private Range capped(CompanionBundle bundle, Range cap, double factor) {
        Range supply = bundle.supply(recipe -> recipe.makes(question.host()) ? factor : 1);
        return new Range(Math.min(supply.low(), cap.low()), Math.min(supply.high(), cap.high()), supply.unit());
    }

    /** One less another that is no larger, and no further apart than so much. */
    private static Range less(Range one, Range other, double most) {
        double high = Math.max(0, Math.min(most, difference(one.high(), other.low())));
        return new Range(Math.min(high, Math.max(0, difference(one.low(), other.high()))), high, one.unit());
    }

    /** Nothing is left beyond what has no limit. */
    private static double difference(double one, double other) {
        return Double.isInfinite(other) ? 0 : one - other;
    }
}
