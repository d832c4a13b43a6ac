package org.lodegraph.query;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.BlocId;
import org.lodegraph.model.Country;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Facility;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.Line;
import org.lodegraph.model.Names;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration.Answer;
import org.lodegraph.query.Concentration.Holder;
import org.lodegraph.query.Concentration.Level;
import org.lodegraph.query.Concentration.Measured;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/** Adds up who makes how much of a material. Used once. */
final class Tally {

    private static final double BEST_GOVERNANCE = 2.5;

    /** Estimates lie between about -2.5 and 2.5; what lies far beyond is on another scale. */
    private static final double OTHER_SCALE = 4;

    private final SupplyChain chain;
    private final Concentration question;
    private final Unit unit;
    private final ImmutableListMultimap<CountryId, BlocId> blocs;
    private final ListMultimap<Id, Tree.Node> held =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();
    private final LineFigures figures;
    private final List<String> caveats = new ArrayList<>();
    private final List<Tree.Node> others = new ArrayList<>();
    private final List<Tree.Node> unattributed = new ArrayList<>();
    private Range nowhere;
    private Range unknown;
    private Range unseen;
    private Range fed;

    Tally(SupplyChain chain, Concentration question) {
        this.chain = chain;
        this.question = question;
        figures = new LineFigures(chain);
        unit = chain.material(question.material()).rateUnit();
        ImmutableListMultimap.Builder<CountryId, BlocId> found = ImmutableListMultimap.builder();
        for (BlocId bloc : question.blocs().isEmpty() ? chain.blocs().keySet() : question.blocs()) {
            chain.members(bloc).forEach(member -> found.put(member, bloc));
        }
        blocs = found.build();
        nowhere = Range.exactly(0, unit);
        unknown = nowhere;
        unseen = nowhere;
        fed = nowhere;
    }

    Answer answer() {
        for (InstalledLine line : chain.linesMaking(question.material())) {
            if (!isAsked(line)) {
                continue;
            }
            if (question.stage().isEmpty() && figures.isFeed(line)) {
                fed = fed.plus(amount(line).amount());
            } else {
                add(line, amount(line));
            }
        }
        Tree.Node rest = Derivation.sum(unnamed(), unit, others);
        Tree.Node anybodys = Derivation.sum("not attributed", unit, unattributed);
        if (held.isEmpty() && rest.amount().high() == 0 && anybodys.amount().high() == 0) {
            throw nobody();
        }
        List<Holder> holders = held.keySet().stream()
                .map(this::holder)
                .sorted(Comparator.<Holder>comparingDouble(holder ->
                                -holder.amount().low() - holder.amount().high())
                        .thenComparing(Holder::name))
                .collect(toImmutableList());
        warn(holders);
        return new Answer(
                question,
                Names.of(chain).names(Stream.concat(Stream.of(question.material()), question.among().stream())),
                unit,
                chain.year(),
                figures.years(),
                chain.date(),
                holders,
                rest,
                anybodys,
                figures.sources(),
                Stream.concat(figures.assumptions().stream(), chain.statedAssumptions().stream())
                        .distinct()
                        .toList(),
                caveats);
    }

    private String unnamed() {
        return switch (question.level()) {
            case COUNTRY ->
                unknown.high() == 0
                        ? "other countries"
                        : nowhere.high() == 0 ? "unknown origin" : "others and unknown origin";
            case FACILITY -> "facilities not named";
            case OWNER, BLOC -> "not named";
        };
    }

    private Holder holder(Id id) {
        return new Holder(id, Derivation.sum(name(id), unit, held.get(id)), weight(id));
    }

    private IllegalArgumentException nobody() {
        String stages = chain.linesMaking(question.material()).stream()
                .flatMap(line -> recipes(line.line()))
                .filter(recipe -> recipe.makes(question.material()) && isProduction(recipe))
                .flatMap(recipe -> recipe.stage().stream())
                .distinct()
                .map(Words::of)
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException("Concentration of '%s': nobody makes it%s%s. Maybe %s."
                .formatted(
                        question.material(),
                        question.stage().map(stage -> " at " + Words.of(stage)).orElse(""),
                        question.among().map(party -> " in " + party).orElse(""),
                        stages.isEmpty() ? "add lines whose recipes make it" : "elsewhere; it is made at " + stages));
    }

    private boolean isAsked(InstalledLine installed) {
        Line line = installed.line();
        return (question.measured() == Measured.OUTPUT ? figures.isSeen(installed) : couldRun(line))
                && (!installed.country().isNamed()
                        || question.among()
                                .map(party -> chain.members(party).contains(installed.country()))
                                .orElse(true))
                && recipes(line).anyMatch(this::isAsked);
    }

    private boolean couldRun(Line line) {
        return (line.status() == Line.Status.RUNNING || line.status() == Line.Status.IDLE)
                && line.starts().map(start -> !start.isAfter(chain.date())).orElse(true);
    }

    private boolean isAsked(Recipe recipe) {
        return recipe.makes(question.material())
                && (question.stage().isEmpty()
                        ? isProduction(recipe)
                        : question.stage().equals(recipe.stage()));
    }

    private static boolean isProduction(Recipe recipe) {
        return recipe.stage().map(Stage::isProduction).orElse(true);
    }

    private Stream<Recipe> recipes(Line line) {
        return line.recipes().stream().map(chain::recipe);
    }

    private Tree.Node amount(InstalledLine line) {
        Tree.Node made = figures.of(
                question.measured() == Measured.CAPACITY ? figures.capacityOf(line) : figures.outputOf(line),
                line,
                question.material(),
                this::isAsked);
        // Whether "other countries" and goods of unknown origin belong to those compared, nobody knows.
        return !line.country().isNamed() && question.among().isPresent()
                ? Derivation.upTo("what may count of line '%s'".formatted(line.id()), made)
                : made;
    }

    private void add(InstalledLine line, Tree.Node amount) {
        Optional<Id> holder = line.country().isNamed() ? holder(line) : Optional.empty();
        if (line.country().equals(CountryId.NOWHERE)) {
            nowhere = nowhere.plus(amount.amount());
        } else if (line.country().equals(CountryId.ELSEWHERE)) {
            unknown = unknown.plus(amount.amount());
        } else if (holder.isEmpty()) {
            unseen = unseen.plus(amount.amount());
        }
        Level level = question.level();
        holder.map(held::get)
                .orElse(level == Level.OWNER || level == Level.BLOC ? unattributed : others)
                .add(amount);
    }

    /** Who is known to hold a line. */
    private Optional<Id> holder(InstalledLine line) {
        Facility facility = line.facility();
        return switch (question.level()) {
            case OWNER -> facility.owner().map(owner -> owner);
            case FACILITY -> facility.aggregate() ? Optional.empty() : Optional.of(facility.id());
            case COUNTRY -> Optional.of(line.country());
            case BLOC -> Optional.of(bloc(line.country()));
        };
    }

    private Id bloc(CountryId country) {
        List<BlocId> found = blocs.get(country);
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "Concentration of '%s': country '%s' belongs to %s on %s. Maybe name blocs that do not overlap, such as %s alone."
                            .formatted(question.material(), country, found, chain.date(), found.get(0)));
        }
        return found.isEmpty() ? country : found.get(0);
    }

    private String name(Id id) {
        if (id instanceof CountryId country) {
            return country(country).name();
        }
        if (id instanceof BlocId bloc) {
            return chain.bloc(bloc).name();
        }
        return id instanceof FacilityId facility ? chain.facility(facility).name() : id.value();
    }

    private Country country(CountryId id) {
        return Objects.requireNonNull(chain.countries().get(id));
    }

    private Optional<Range> weight(Id id) {
        if (!question.byGovernance()) {
            return Optional.empty();
        }
        Country country = country(
                id instanceof FacilityId facility ? chain.facility(facility).country() : (CountryId) id);
        return country.governance().filter(Figure::isKnown).map(figure -> {
            Range index = figures.read(new FigurePlace(country.id(), FigurePlace.Kind.GOVERNANCE), figure, Unit.INDEX);
            if (index.low() < -OTHER_SCALE || index.high() > OTHER_SCALE) {
                throw new IllegalArgumentException(
                        "Country '%s': its governance index is %s, not on a scale of -2.5 to 2.5. Maybe give the estimate of the Worldwide Governance Indicators, not the rank."
                                .formatted(country.id(), index.text()));
            }
            return new Range(weight(index.high()), weight(index.low()), Unit.INDEX);
        });
    }

    private static double weight(double index) {
        return Math.max(0, Math.min(1, (BEST_GOVERNANCE - index) / (2 * BEST_GOVERNANCE)));
    }

    private void warn(List<Holder> holders) {
        if (unseen.high() > 0) {
            caveats.add(
                    question.level() == Level.OWNER
                            ? "%s stand in national aggregates or have no known owner: they may be anybody's."
                                    .formatted(unseen)
                            : "%s stand in national aggregates: they belong to facilities that are not named."
                                    .formatted(unseen));
        }
        if (nowhere.high() > 0) {
            caveats.add(
                    "%s are of \"other countries\": which ones, and how many, is not published.".formatted(nowhere));
        }
        if (unknown.high() > 0) {
            caveats.add(
                    "%s are of unknown origin, such as scrap, stocks and whoever is not listed: whose, and of how many, nobody says."
                            .formatted(unknown));
        }
        if (fed.high() > 0) {
            caveats.add(
                    "%s more come from scrap, stocks and whoever is not listed, so that what is taken is also there: no maker is known, so they are left out of the whole."
                            .formatted(fed));
        }
        List<String> missing = holders.stream()
                .filter(holder -> question.byGovernance() && holder.weight().isEmpty())
                .map(Holder::name)
                .toList();
        if (!missing.isEmpty()) {
            caveats.add("No governance index, so left out of the weighted HHI: %s."
                    .formatted(missing.stream().collect(Words.listed())));
        }
    }
}
