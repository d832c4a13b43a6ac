package org.lodegraph.graph;

import java.util.List;
import org.jgrapht.Graph;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.FacilityId;
import org.lodegraph.model.Id;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;

/**
 * A supply chain with much left out, for JGraphT: materials, facilities or countries, and who can supply whom. Whatever
 * runs on a {@link Graph} runs on it: centralities, components, paths, flows.
 *
 * <pre>{@code
 * var countries = Projection.countries(chain);
 * new BetweennessCentrality<>(countries.asGraph()).getScores();
 * new KosarajuStrongConnectivityInspector<>(Projection.materials(chain).asGraph()).stronglyConnectedSets();
 * new PushRelabelMFImpl<>(countries.asFlowNetwork()).getMaximumFlowValue(country("CHN"), country("USA"));
 * }</pre>
 *
 * <p><b>A projection describes, it does not decide.</b> It takes whatever a recipe needs for alternatives, so that each
 * needs any one of them, where the chain needs all; and it joins what enters a facility or country to all that leaves it.
 * So its paths, cuts and flows are those of the picture: it may show ways on which nothing can be made, never fewer than
 * there are. What a target cannot do without say {@link Derivability#essentials}; what limits it,
 * {@link Derivability#leastCut} and the delivery program.
 *
 * <p>Drawn from {@link SupplyGraph} on the chain's date, so what cannot be (a ban, a planned line) is not there. Idle
 * lines, stocks, alternatives and links from unknown makers have arcs when counted. What stays inside a vertex has none.
 *
 * <p>Capacities are upper bounds, by the high ends of figures. A vertex has none of its own: its arcs each have what it
 * can make and use of a material in full. Tons of different materials are not the same tons; a flow through several adds
 * up if they are counted alike, as by one element that they contain, and never by less than what flows. To take some
 * materials only, mask the others with JGraphT's {@code MaskSubgraph}.
 *
 * <p>Immutable and the same for equal chains; vertices by id, arcs by source, target and what they carry.
 *
 * @param <V> what the vertices are
 * @param <A> what the arcs are
 */
public final class Projection<V extends Id & Comparable<V>, A extends Projection.Arc<V>> {

    /**
     * What each arc of a projection says. Arcs are values.
     *
     * @param <V> what the ends are
     */
    public sealed interface Arc<V> permits Conversion, Passage {

        /**
         * Where it starts.
         *
         * @return the supplier
         */
        V source();

        /**
         * Where it ends.
         *
         * @return what is supplied; never the supplier itself
         */
        V target();

        /**
         * The most that can go through it.
         *
         * @return in t/a; infinite if no limit is known
         */
        double capacity();
    }

    private final Incidence<V, A> incidence;

    Projection(List<V> vertices, List<A> arcs) {
        incidence = Incidence.of(
                new Incidence.Shape<>(
                        Arc::source,
                        Arc::target,
                        vertex -> "%s '%s': not in this projection. Maybe it has no part in the chain on that date."
                                .formatted(vertex.kind(), vertex)),
                vertices,
                arcs);
    }

    /**
     * Materials, and which are made of which: an arc for each recipe that a line in the chain can run, from each input to
     * each output.
     *
     * @param chain the chain
     * @param counting what counts beyond running lines
     * @return every material that somebody makes, stores or wants on the chain's date
     */
    public static Projection<MaterialId, Conversion> materials(SupplyChain chain, Fallback... counting) {
        return new Sketch(chain, counting).materials();
    }

    /**
     * Facilities, and who can supply whom: an arc for each material that one makes, another needs, and that may go from
     * the one to the other, also through hubs.
     *
     * @param chain the chain
     * @param counting what counts beyond running lines
     * @return every facility with a line that can run on the chain's date
     */
    public static Projection<FacilityId, Passage<FacilityId>> facilities(SupplyChain chain, Fallback... counting) {
        return new Sketch(chain, counting).facilities();
    }

    /**
     * Countries, and who can supply whom: an arc for each material that one makes, stores, or passes on over a link that
     * re-exports, and another can use. Trade is one hop, so two arcs of the same material in a row are a way of that
     * material only if the second re-exports. Free trade joins everybody with everybody: arcs grow with countries squared.
     *
     * @param chain the chain
     * @param counting what counts beyond running lines
     * @return every country that makes, stores or uses something on the chain's date, with {@link CountryId#REST} if
     *     something is wanted there
     */
    public static Projection<CountryId, Passage<CountryId>> countries(SupplyChain chain, Fallback... counting) {
        return new Sketch(chain, counting).countries();
    }

    /**
     * The projection as JGraphT sees it: a directed multigraph without loops or weights. Changing it throws
     * {@link UnsupportedOperationException}.
     *
     * @return a view that costs no copy
     */
    public Graph<V, A> asGraph() {
        return GraphView.of(incidence);
    }

    /**
     * The same, each arc with its capacity as its weight, for flows and cuts. An arc without a known limit weighs twice
     * what all others weigh together, 1 if there are no others: as good as infinite, but a number. So a flow or cut of
     * that much or more has no limit.
     *
     * @return a view that costs no copy
     */
    public Graph<V, A> asFlowNetwork() {
        double limited = incidence.arcs().stream()
                .mapToDouble(Arc::capacity)
                .filter(Double::isFinite)
                .sum();
        double unlimited = limited > 0 ? 2 * limited : 1;
        return GraphView.weighted(incidence, arc -> Math.min(arc.capacity(), unlimited));
    }

    @Override
    public String toString() {
        return "Projection (%s vertices, %s arcs)"
                .formatted(incidence.vertices().size(), incidence.arcs().size());
    }
}
