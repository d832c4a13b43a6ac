package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.HostSwing.Answer;
import org.lodegraph.query.HostSwing.Companion;
import org.lodegraph.query.HostSwing.Site;

/** Holds every companion of a host against its circuits, before and after. Used once. */
final class HostSwingSearch {

    private final HostSwing question;
    private final SupplyChain chain;
    private final Run run;
    private final ImmutableSet<CountryId> where;
    private final Set<Source> sources = new LinkedHashSet<>();
    private final Set<Assumption> assumptions = new LinkedHashSet<>();

    HostSwingSearch(HostSwing question, SupplyChain chain, Run run) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        this.where = ImmutableSet.copyOf(
                question.where().map(chain::members).orElse(chain.countries().keySet()));
    }

    Answer answer() {
        run.check();
        chain.material(question.host());
        List<ByProductLink> links = ByProductLinks.of(chain).from(question.host());
        if (links.isEmpty()) {
            throw new IllegalArgumentException(
                    "Host '%s': nothing comes along with it. Maybe let a recipe that is asHost() yield a companion."
                            .formatted(question.host()));
        }
        Set<MaterialId> taken = links.stream()
                .filter(this::endsInCircuit)
                .map(ByProductLink::companion)
                .collect(toImmutableSet());
        List<Companion> companions =
                new TreeSet<>(taken).stream().map(this::companion).toList();
        return new Answer(
                question,
                chain.year(),
                chain.date(),
                companions,
                links.stream()
                        .map(ByProductLink::companion)
                        .filter(companion -> !taken.contains(companion))
                        .collect(toImmutableSet()),
                new ArrayList<>(sources),
                new ArrayList<>(assumptions));
    }

    private boolean endsInCircuit(ByProductLink link) {
        return link.recipes().size() > 1
                && chain.recipe(link.recipes().get(link.recipes().size() - 1))
                        .reference()
                        .equals(link.companion());
    }

    private Companion companion(MaterialId material) {
        ByProductSites search = new ByProductSites(ByProducts.of(material), chain, run);
        ByProducts.Answer before = search.answer();
        List<Site> sites = new ArrayList<>();
        for (ByProducts.Site site : before.sites()) {
            CompanionSite at = search.at(chain.facility(site.facility()));
            if (where.contains(site.country())
                    && at.leftBy(recipe -> recipe.makes(question.host()))
                            .findAny()
                            .isPresent()) {
                sites.add(site(site, at.host(recipe -> recipe.makes(question.host()) ? 1 : 0), CompanionBundle.of(at)));
            }
        }
        sites.sort(Comparator.<Site>comparingDouble(site -> -site.host().high()).thenComparing(Site::name));
        sources.addAll(before.sources());
        assumptions.addAll(before.assumptions());
        return new Companion(material, before.unit(), sites, before.output());
    }

    private Site site(ByProducts.Site site, Range swings, List<CompanionBundle> bundles) {
        Range change = Range.exactly(0, swings.unit());
        Range lost = change;
        for (CompanionBundle bundle : bundles) {
            if (bundle.isFedBy(recipe -> recipe.makes(question.host()))) {
                change = change.plus(hull(bundle, this::change));
                lost = lost.plus(hull(bundle, this::lost));
            }
        }
        return new Site(
                site.facility(),
                site.name(),
                site.country(),
                swings,
                site.host(),
                site.circuits(),
                site.output(),
                change,
                lost);
    }

    /** What can live on something else too may or may not find enough of it. */
    private static Range hull(CompanionBundle bundle, Function<CompanionBundle, Range> what) {
        return bundle.readings().stream().map(what).reduce(Range::hull).orElseThrow();
    }

    private Range change(CompanionBundle bundle) {
        double factor = 1 + question.by();
        Range any = new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, bundle.unit());
        return bundle.path()
                .map(path -> along(bundle, path, bundle.taken(path).amount(), factor))
                .orElseGet(() -> shared(bundle, any, factor));
    }

    /** Of what is made; more of a host brings none of it back. */
    private Range lost(CompanionBundle bundle) {
        double factor = Math.min(1, 1 + question.by());
        Range change = bundle.path()
                .map(path -> along(bundle, path, bundle.made(), factor))
                .orElseGet(() -> shared(bundle, bundle.made(), factor));
        return new Range(-change.high(), -change.low(), change.unit());
    }

    /** One stream: what is left of a cap once the hosts that stay have filled it is for the hosts that swing. */
    private Range along(CompanionBundle bundle, List<Recipe> path, Range cap, double factor) {
        Range swings =
                bundle.given(path, recipe -> recipe.makes(question.host())).amount();
        Range stays =
                bundle.given(path, recipe -> !recipe.makes(question.host())).amount();
        return change(swings, beyond(cap, stays), factor);
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

    /** What is left of a cap once the hosts that stay have filled it. */
    private static Range beyond(Range cap, Range stays) {
        return new Range(
                Math.max(0, difference(cap.low(), stays.high())),
                Math.max(0, difference(cap.high(), stays.low())),
                cap.unit());
    }

    /** Nothing is left beyond what has no limit. */
    private static double difference(double one, double other) {
        return Double.isInfinite(other) ? 0 : one - other;
    }

    /**
     * How much more is made under a cap if the host is multiplied by a factor: the extremes of
     * {@code min(factor x host, cap) - min(host, cap)}. For a given cap that moves away from zero until the smaller of the
     * two amounts comes to the cap, and back; for a given host the cap only moves it away. So the extremes are at the ends
     * and where the host comes to the cap before or after.
     */
    static Range change(Range host, Range cap, double factor) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double most : new double[] {cap.low(), cap.high()}) {
            double after = factor > 0 ? most / factor : host.high();
            for (double gives : new double[] {host.low(), host.high(), within(host, most), within(host, after)}) {
                double change = change(gives, most, factor);
                low = Math.min(low, change);
                high = Math.max(high, change);
            }
        }
        return new Range(low, high, host.unit());
    }

    private static double within(Range range, double value) {
        return Math.max(range.low(), Math.min(range.high(), value));
    }

    private static double change(double host, double cap, double factor) {
        if (Double.isInfinite(host) && Double.isInfinite(cap)) {
            return factor == 1 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, factor - 1);
        }
        double after = factor == 0 ? 0 : factor * host;
        return Math.min(after, cap) - Math.min(host, cap);
    }
}
