package org.lodegraph.io;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Optional;
import org.lodegraph.measure.Source;

/** On what terms sources may be passed on: the terms in the words of the sources, each with who is under them. */
final class Licences {

    /** Identifiers of the Open Definition for terms that a source may name. */
    private static final ImmutableSet<String> OPEN = ImmutableSet.of(
            "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODC-BY-1.0", "ODbL-1.0", "ODC-PDDL-1.0", "OGL-UK-3.0");

    private Licences() {}

    /** Works by their terms, in the order in which terms were first named; those that state none under empty terms. */
    static ImmutableListMultimap<String, Source> of(Collection<Source> sources) {
        ImmutableListMultimap.Builder<String, Source> works = ImmutableListMultimap.builder();
        works(sources).forEach(source -> works.put(source.licence().strip(), source));
        return works.build();
    }

    /** Each work once, wherever in it the places lie. */
    static ImmutableSet<Source> works(Collection<Source> sources) {
        return sources.stream().map(source -> source.at("")).collect(ImmutableSet.toImmutableSet());
    }

    /** The Open Definition's identifier of terms that name one of its licences with its version. */
    static Optional<String> identifier(String terms) {
        String id = terms.equals("Open Government Licence v3.0") ? "OGL-UK-3.0" : terms.replace(' ', '-');
        return OPEN.contains(id) ? Optional.of(id) : Optional.empty();
    }
}
