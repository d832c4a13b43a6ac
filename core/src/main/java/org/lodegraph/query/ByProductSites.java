package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;
import org.lodegraph.query.ByProducts.Answer;
import org.lodegraph.query.ByProducts.Site;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Finds the hosts and circuits of a companion, facility by facility. Used once. */
final class ByProductSites {

    private final ByProducts question;
    private final SupplyChain chain;
    private final Run run;
    private final CompanionWays ways;
    private final LineFigures figures;
    private final Technology technology;
    private final Unit unit;

    ByProductSites(ByProducts question, SupplyChain chain, Run run) {
        this(question, chain, run, new LineFigures(chain));
    }

    /** One of several searches that read figures for one answer. */
    ByProductSites(ByProducts question, SupplyChain chain, Run run, LineFigures figures) {
        this.question = question;
        this.chain = chain;
        this.run = run;
        ways = new CompanionWays(chain, question.material());
        this.figures = figures;
        technology = Technology.of(chain);
        unit = ways.unit();
    }

    Answer answer() {
        Set<CountryId> asked =
                question.among().map(chain::members).orElse(chain.countries().keySet());
        List<Site> sites = chain.facilities().values().stream()
                .filter(facility -> facility.country().isNamed() && asked.contains(facility.country()))
                .map(this::at)
                .filter(site -> !site.isBystander())
                .map(this::site)
                .sorted(Comparator.<Site>comparingDouble(
                                site -> -site.host().orElse(site.circuits()).high())
                        .thenComparing(Site::name))
                .collect(toImmutableList());
        Range others = question.among().isPresent() ? Range.exactly(0, unit) : others();
        Optional<Range> companionality = new Companionality(chain, figures, question.material(), ways.hosted())
                .of(line -> question.among().isEmpty() || asked.contains(line.country()));
        return new Answer(
                question,
                unit,
                figures.years(),
                chain.date(),
                ways.links(),
                sites,
                others,
                companionality,
                figures.sources(),
                figures.assumptions());
    }

    /** One facility, as far as it concerns the companion. */
    CompanionSite at(Facility facility) {
        run.check();
        return new CompanionSite(chain, ways, figures, technology, facility);
    }

    /** What the hosts of "other countries" and of unknown origin could give: anything, where nobody knows one. */
    private Range others() {
        return chain.facilities().values().stream()
                .filter(facility -> !facility.country().isNamed())
                .map(this::at)
                .filter(site -> !site.isBystander() && !site.isFeed())
                .map(site -> site.isFedFromElsewhere()
                        ? Range.unknown(unit)
                        : site.host(CompanionSite.AS_IT_RUNS)
                                .plus(site.direct(recipe -> true).amount()))
                .reduce(Range.exactly(0, unit), Range::plus);
    }

    Site site(CompanionSite site) {
        Optional<Range> host =
                site.isFedFromElsewhere() ? Optional.empty() : Optional.of(site.host(CompanionSite.AS_IT_RUNS));
        CompanionSite.Caps caps =
                site.caps(host.orElse(new Range(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, unit)));
        Range yielded = site.direct(recipe -> true).amount();
        Range direct = Range.spanning(yielded.low(), yielded.high(), unit);
        return new Site(
                site.facility().id(),
                site.facility().name(),
                site.facility().country(),
                host.map(direct::plus),
                host.map(cap -> site.ceiling().plus(direct)),
                direct,
                caps.circuits(),
                caps.supply().plus(direct),
                host.map(cap -> caps.slack()),
                caps.binds(),
                site.planned(),
                site.barred(),
                site.made(caps.supply()).plus(direct),
                derivation(site));
    }

    private Tree.Node derivation(CompanionSite site) {
        String name = site.facility().name();
        List<CompanionBundle> bundles = CompanionBundle.of(site);
        Tree.Node direct = site.direct(recipe -> true);
        boolean none = direct.amount().high() == 0;
        return none && bundles.size() == 1
                ? bundles.get(0).derivation(name)
                : Derivation.sum(
                        name,
                        unit,
                        Stream.concat(
                                        none ? Stream.empty() : Stream.of(direct),
                                        bundles.stream().map(bundle -> bundle.derivation("by " + bundle)))
                                .toList());
    }
}
