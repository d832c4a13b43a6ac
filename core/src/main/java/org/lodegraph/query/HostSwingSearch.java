package org.lodegraph.query;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lodegraph.graph.ByProductLink;
import org.lodegraph.graph.ByProductLinks;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.MaterialId;
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
        run.check();
        ByProductSites search = new ByProductSites(chain, ByProducts.of(material));
        ByProducts.Answer before = search.answer();
        List<Site> sites = new ArrayList<>();
        for (ByProducts.Site site : before.sites()) {
            Facility facility = chain.facility(site.facility());
            Range swings = search.host(facility, recipe -> recipe.makes(question.host()));
            if (where.contains(site.country()) && swings.high() > 0) {
                Range stays = search.host(facility, recipe -> !recipe.makes(question.host()));
                sites.add(site(site, swings, stays));
            }
        }
        sites.sort(Comparator.<Site>comparingDouble(site -> -site.host().high()).thenComparing(Site::name));
        sources.addAll(before.sources());
        assumptions.addAll(before.assumptions());
        return new Companion(material, before.unit(), sites, before.output());
    }

    private Site site(ByProducts.Site site, Range swings, Range stays) {
        double factor = 1 + question.by();
        Range lost = change(swings, beyond(site.output(), stays), Math.min(1, factor));
        return new Site(
                site.facility(),
                site.name(),
                site.country(),
                swings,
                site.circuits(),
                site.output(),
                change(swings, beyond(site.circuits(), stays), factor),
                new Range(-lost.high(), -lost.low(), lost.unit()));
    }

    /** What is left of a cap once the hosts that stay have filled it. */
    private static Range beyond(Range cap, Range stays) {
        return new Range(difference(cap.low(), stays.high()), difference(cap.high(), stays.low()), cap.unit());
    }

    private static double difference(double cap, double stays) {
        return Double.isInfinite(stays) ? 0 : Math.max(0, cap - stays);
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
