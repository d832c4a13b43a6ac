package org.lodegraph.jupyter;

import java.util.List;
import java.util.Map;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Overview;
import org.lodegraph.render.Render;
import org.lodegraph.report.Showable;

/** How values show themselves in a notebook; all kernels ask here. */
final class Displays {

    /** What shows itself with pictures. All else is left to the kernel. */
    static final List<Class<?>> TYPES = List.of(Showable.class, SupplyChain.class);

    private Displays() {}

    /**
     * What a notebook needs to show a value.
     *
     * @param value of one of the {@link #TYPES}
     * @return {@code text/plain}, and {@code text/html} with the pictures inside
     */
    static Map<String, String> mimeBundle(Object value) {
        return Render.mimeBundle(value instanceof SupplyChain chain ? chain.ask(Overview.of()) : (Showable) value);
    }
}
