package org.lodegraph.jupyter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** Shows answers in the rapaio kernel. Found by the kernel as a service. */
public final class RapaioDisplay implements DisplayProvider {

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return Displays.TYPES.stream().<DisplayRenderer>map(Shown::new).toList();
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    private record Shown(Class<?> rendererClass) implements DisplayRenderer {

        /** Nothing is asked for where the kernel lets us choose. */
        @Override
        public boolean canRender(@Nullable String mime) {
            return mime == null || mime.equals("text/plain") || mime.equals("text/html");
        }

        @Override
        public DisplayData render(@Nullable String mime, Object value) {
            Map<String, String> bundle = Displays.mimeBundle(value);
            if (mime != null) {
                return DisplayData.withType(mime, bundle.get(mime));
            }
            DisplayData data = DisplayData.fromHtml(bundle.get("text/html"));
            data.putText(bundle.get("text/plain"));
            return data;
        }
    }
}
