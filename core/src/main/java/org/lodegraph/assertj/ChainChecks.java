package org.lodegraph.assertj;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.Assumption;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.FigurePlace;
import org.lodegraph.model.Id;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.LineId;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;

/** What a chain that could be built may still be wrong about: a sentence for each finding. */
final class ChainChecks {

    private ChainChecks() {}

    /** Figures that are said to be published, and rules, that name no publication. */
    static List<String> uncited(SupplyChain chain) {
        return ImmutableList.<String>builder()
                .addAll(figures(
                        chain, (place, figure) -> FigureAssert.isPublished(figure) && !FigureAssert.isCited(figure)))
                .addAll(chain.policies().values().stream()
                        .filter(policy -> !FigureAssert.isCited(policy.source()))
                        .map(policy -> "policy '%s' (%s)"
                                .formatted(policy.id(), policy.source().id()))
                        .toList())
                .build();
    }

    /** What a source said. */
    static List<String> from(SupplyChain chain, String source) {
        Stream<String> rules = chain.policies().values().stream()
                .filter(policy -> policy.source().id().equals(source))
                .map(policy -> "policy '%s'".formatted(policy.id()));
        Stream<String> stated = chain.statedAssumptions().stream()
                .filter(assumption -> assumption
                        .figure()
                        .filter(figure -> figure.source().id().equals(source))
                        .isPresent())
                .map(Assumption::toString);
        return ImmutableList.<String>builder()
                .addAll(figures(chain, (place, figure) -> figure.source().id().equals(source)))
                .addAll(Stream.concat(rules, stated).toList())
                .build();
    }

    private static List<String> figures(SupplyChain chain, BiPredicate<FigurePlace, Figure> which) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        chain.forEachFigure((place, figure) -> {
            if (which.test(place, figure)) {
                found.add(place + ": " + figure);
            }
        });
        return found.build();
    }

    /** What is taken for granted about an entity; about a facility also what is about its lines. */
    static List<String> assumedAbout(SupplyChain chain, Id id) {
        return chain.assumptions().stream()
                .filter(assumption -> isAbout(assumption.subject(), id))
                .map(Assumption::toString)
                .toList();
    }

    private static boolean isAbout(Assumption.Subject subject, Id id) {
        if (subject instanceof FigurePlace place) {
            return place.owner().equals(id)
                    || id instanceof FacilityId facility
                            && place.owner() instanceof LineId line
                            && line.facility().equals(facility);
        }
        return subject instanceof Assumption.Supply supply && supply.material().equals(id);
    }

    /** Lines that surely made more than they can or may, and links that surely shipped more. */
    static List<String> overfull(SupplyChain chain) {
        Stream<String> lines = chain.lines().values().stream()
                .flatMap(line -> line.line().output().stream().flatMap(output -> overfull(line, output)));
        Stream<String> links = chain.links().values().stream()
                .filter(link -> isAbove(link.observed(), link.capacity()))
                .map(ChainChecks::overfull);
        return Stream.concat(lines, links).collect(ImmutableList.toImmutableList());
    }

    private static Stream<String> overfull(InstalledLine line, Figure output) {
        Capacity capacity = line.line().capacity();
        return Stream.concat(
                        capacity.usable().stream()
                                .map(figure -> capacity.effective().isPresent()
                                        ? new Ceiling("effective", figure)
                                        : new Ceiling("nameplate", figure)),
                        capacity.permitted().stream().map(figure -> new Ceiling("permitted", figure)))
                .filter(ceiling -> isAbove(Optional.of(output), Optional.of(ceiling.figure())))
                .map(ceiling -> "Line '%s': its output %s is above its %s capacity %s."
                        .formatted(line.id(), output, ceiling.kind(), ceiling.figure()));
    }

    private record Ceiling(String kind, Figure figure) {}

    private static String overfull(Link link) {
        return "Link '%s': its observed flow %s is above its capacity %s."
                .formatted(
                        link.id(),
                        link.observed().orElseThrow(),
                        link.capacity().orElseThrow());
    }

    private static boolean isAbove(Optional<Figure> amount, Optional<Figure> ceiling) {
        return amount.filter(Figure::isKnown).isPresent()
                && ceiling.filter(Figure::isKnown).isPresent()
                && Numbers.published(amount.orElseThrow()
                                .at(Reading.LOW, ceiling.orElseThrow().unit()))
                        > Numbers.published(ceiling.orElseThrow().at(Reading.HIGH));
    }

    /** Recipes that an element leaves, though nobody states how much of it is in everything that enters. */
    static List<String> unweighed(SupplyChain chain, String element) {
        return chain.recipes().values().stream()
                .filter(recipe -> !recipe.inputs().isEmpty())
                .flatMap(recipe -> unweighed(chain, recipe, element).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<String> unweighed(SupplyChain chain, Recipe recipe, String element) {
        List<String> leaving = materials(
                Stream.concat(Stream.of(recipe.reference()), recipe.yields().keySet().stream()),
                id -> states(chain.material(id), element));
        List<String> silent = materials(recipe.inputs().keySet().stream(), id -> !states(chain.material(id), element));
        return leaving.isEmpty() || silent.isEmpty()
                ? Optional.empty()
                : Optional.of("Recipe '%s': %s leaves in %s, but nobody states how much of it is in %s."
                        .formatted(recipe.id(), element, String.join(", ", leaving), String.join(", ", silent)));
    }

    private static List<String> materials(Stream<MaterialId> ids, Predicate<MaterialId> which) {
        return ids.filter(which).map(MaterialId::value).toList();
    }

    /** A ton of contained element is a ton of it. */
    private static boolean states(Material material, String element) {
        return material.basis().equals(Basis.contained(element))
                || Optional.ofNullable(material.contents().get(element))
                        .filter(Figure::isKnown)
                        .isPresent();
    }
}
