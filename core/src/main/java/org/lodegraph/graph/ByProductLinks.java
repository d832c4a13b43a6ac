package org.lodegraph.graph;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;

/**
 * Which materials come along with which host. Follows from the recipes: from one that makes a host output, along streams
 * that stay at their site, to the first material that can leave it.
 *
 * <pre>
 *            +--> alumina (host)
 * bayer -----+
 *            +--> liquor, 65 g/t (companion, stays) --> circuit, 1.25 t/t --> gallium (can leave)
 *
 * alumina =companion=> gallium, 65e-6 / 1.25 = 52e-6 t/t
 * </pre>
 *
 * <p>A waste that can leave counts if some recipe takes it. Immutable.
 */
public final class ByProductLinks {

    private final ImmutableList<ByProductLink> all;

    private ByProductLinks(ImmutableList<ByProductLink> all) {
        this.all = all;
    }

    /**
     * The by-product links of a chain, with the lines that can run on its date.
     *
     * @param chain the chain
     * @return the links
     */
    public static ByProductLinks of(SupplyChain chain) {
        return new ByProductLinks(new ByProductSearch(chain).links());
    }

    /**
     * All links.
     *
     * @return by host, then by companion, then by recipes
     */
    public List<ByProductLink> all() {
        return all;
    }

    /**
     * The hosts of a companion.
     *
     * @param companion the material that comes along
     * @return the links that end there; none if it comes along with nothing
     */
    public List<ByProductLink> to(MaterialId companion) {
        return all.stream().filter(link -> link.companion().equals(companion)).collect(ImmutableList.toImmutableList());
    }

    /**
     * The companions of a host.
     *
     * @param host the product that pays
     * @return the links that start there; none if nothing comes along
     */
    public List<ByProductLink> from(MaterialId host) {
        return all.stream().filter(link -> link.host().equals(host)).collect(ImmutableList.toImmutableList());
    }
}
