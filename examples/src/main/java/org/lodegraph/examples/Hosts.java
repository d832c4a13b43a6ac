package org.lodegraph.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Years;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Line;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.ByProducts;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Bars;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;
import org.lodegraph.scenario.Add;

/**
 * How much alumina making stands behind gallium, and how far the refineries outside China would go if each had a circuit.
 *
 * @param chain the chain that was asked
 * @param hosts host caps and circuits, country by country
 * @param shut nothing leaves China, and nobody adds output
 * @param built nothing leaves China, and every host outside has a circuit for all it leaves
 */
record Hosts(SupplyChain chain, ByProducts.Answer hosts, Delivery.Answer shut, Delivery.Answer built)
        implements Showable {

    private static final String CIRCUIT = "ga-bayer";

    static Hosts of(Run run) {
        Metal metal = Metal.GALLIUM;
        SupplyChain chain = metal.chain(Reference.LAST_YEAR);
        ByProducts.Answer hosts = chain.ask(ByProducts.of(metal.made()), run);
        SupplyChain shut = chain.with(
                        Regime.licences(0), Regime.ban(Policy.Reach.THROUGH_PROCESSING), Regime.asMade(metal))
                .at(ControlDays.LAST_OF_BAN);
        Delivery delivery = Delivery.to(metal.target());
        return new Hosts(
                chain,
                hosts,
                shut.ask(delivery, run),
                shut.with(circuits(hosts)).ask(delivery, run));
    }

    /** A circuit at each host outside China, as large as what the circuits there leave. */
    private static Add circuits(ByProducts.Answer hosts) {
        Add add = Add.of();
        for (ByProducts.Site site : hosts.sites()) {
            Range slack = site.slack().orElse(Range.exactly(0, hosts.unit()));
            if (!site.country().equals(Metal.CHINA) && slack.high() > 0) {
                Figure capacity = Figure.assumed(
                        Spread.between(slack.low(), slack.high()),
                        hosts.unit(),
                        Source.ASSUMPTION,
                        "what if a circuit took all that the host leaves");
                add = add.and(Add.line(
                        site.facility(),
                        Line.of(CIRCUIT, Capacity.nameplate(capacity)).withName("what-if-circuit")));
            }
        }
        return add;
    }

    /** What hosts outside China could give, those of "other countries" too: wherever they are, China is not among them. */
    Range outside() {
        return sites().flatMap(site -> site.host().stream()).reduce(hosts.others(), Range::plus);
    }

    /** Circuits that stand beside a host outside China. */
    Range circuitsOutside() {
        return sites().filter(site -> site.host().isPresent())
                .map(ByProducts.Site::circuits)
                .reduce(Range.exactly(0, hosts.unit()), Range::plus);
    }

    /** Countries outside China of which each alone could cover the United States at the lowest content and recovery. */
    List<String> enoughAlone() {
        double need = hosts.unit().factor() * built.wanted().high() / worstRefining();
        return sites().filter(site -> site.host().map(cap -> cap.low() >= need).orElse(false))
                .map(this::name)
                .toList();
    }

    /** Tons of high-purity metal per ton of crude metal, at the worst. */
    private double worstRefining() {
        Figure need = Objects.requireNonNull(chain.recipes().values().stream()
                .filter(recipe -> recipe.reference().equals(Metal.GALLIUM.wanted())
                        && recipe.inputs().containsKey(Metal.GALLIUM.made()))
                .findFirst()
                .orElseThrow()
                .inputs()
                .get(Metal.GALLIUM.made()));
        return 1 / need.range().high();
    }

    /** The first day on which a planned circuit is to start; empty if none is known. Announcements name no more than a year. */
    Optional<LocalDate> firstStart() {
        return chain.linesMaking(Metal.GALLIUM.made()).stream()
                .filter(line -> line.line().status() == Line.Status.PLANNED)
                .flatMap(line -> line.line().starts().stream())
                .min(LocalDate::compareTo);
    }

    private Stream<ByProducts.Site> sites() {
        return hosts.sites().stream().filter(site -> !site.country().equals(Metal.CHINA));
    }

    private String name(ByProducts.Site site) {
        return Objects.requireNonNull(chain.countries().get(site.country())).name();
    }

    /** The sentence that matters most. */
    String headline() {
        Range missing = built.unavoidable().unmet();
        return "Alumina refineries outside China could give %s of gallium a year, at their output of %s; circuits take %s of it, planned ones %s%s. With a circuit at each in a country that is named, and nothing from China, the United States %s, and are short of at most %s if all share."
                .formatted(
                        Tons.text(outside()),
                        Years.text(hosts.years()),
                        Tons.text(circuitsOutside()),
                        Tons.text(hosts.planned()),
                        firstStart()
                                .map(day -> ", the first in " + day.getYear())
                                .orElse(""),
                        missing.high() == 0 ? "lack nothing if served first" : "are short of " + Tons.text(missing),
                        Tons.text(built.shared().unmet().high()));
    }

    @Override
    public Report show() {
        return Report.of(
                        "How much host industry stands behind gallium",
                        Note.finding(headline()),
                        Note.finding(
                                "Each of these alone could cover the United States even at the lowest content and the worst recovery: %s."
                                        .formatted(String.join(", ", enoughAlone()))),
                        table(),
                        bars(),
                        Note.method(
                                "Host cap: alumina made x gallium in the liquor x recovery; hosts run for alumina and not"
                                        + " for gallium. Circuits are built at once here: how long that takes and what it"
                                        + " costs is not modeled."))
                .citing(hosts.sources())
                .citing(built.sources())
                .assuming(Stream.of(hosts.assumptions(), shut.assumptions(), built.assumptions())
                        .flatMap(List::stream)
                        .map(Assumption::premise)
                        .toList());
    }

    private Table table() {
        Table table = Table.of(
                Caption.of("Host caps and circuits")
                        .basis(hosts.unit().basis().toString())
                        .year(Years.text(hosts.years()))
                        .computedFrom(hosts.sources()),
                Table.Column.text("country"),
                Table.Column.number("hosts could give", Tons.UNIT),
                Table.Column.number("circuits", Tons.UNIT),
                Table.Column.number("planned", Tons.UNIT),
                Table.Column.number("made", Tons.UNIT),
                Table.Column.text("what binds"));
        List<List<Cell>> rows = new ArrayList<>();
        for (ByProducts.Site site : hosts.sites()) {
            rows.add(List.of(
                    Cell.text(name(site)),
                    site.host()
                            .map(Tons::cell)
                            .orElse(Cell.unknown("lives on zinc residue: how much is not published")),
                    Tons.cell(site.circuits()),
                    Tons.cell(site.planned()),
                    Tons.cell(site.output()),
                    Cell.text(
                            switch (site.binds()) {
                                case HOST -> "host";
                                case CIRCUIT -> "circuit";
                                case BOTH -> "each for a part";
                                case EITHER -> "one or the other";
                                case NO_CIRCUIT -> "no circuit";
                            })));
        }
        rows.add(List.of(
                Cell.text("other countries, somewhere"),
                Tons.cell(hosts.others()),
                Cell.empty(),
                Cell.empty(),
                Cell.empty(),
                Cell.empty()));
        return table.rows(rows)
                .total(
                        Cell.text("all"),
                        Tons.cell(hosts.potential()),
                        Tons.cell(hosts.circuits()),
                        Tons.cell(hosts.planned()),
                        Tons.cell(hosts.output()),
                        Cell.empty());
    }

    private Bars bars() {
        Bars bars = Bars.of(
                Caption.of("What hosts outside China could give, beside what the United States want")
                        .basis(hosts.unit().basis().toString())
                        .year(Years.text(hosts.years()))
                        .computedFrom(hosts.sources()),
                Tons.UNIT);
        for (ByProducts.Site site : sites().toList()) {
            if (site.host().isPresent()) {
                bars = bars.bar(name(site), Cell.of(Tons.rounded(site.host().orElseThrow())));
            }
        }
        return bars.reference("US demand", built.wanted().high());
    }
}
