package org.lodegraph.jupyter;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Shows answers in JJava and whatever else stands on its base library. Found by the kernel as a service. */
public final class JJavaDisplay implements Extension {

    @Override
    public void install(BaseKernel kernel) {
        install(kernel.getRenderer());
    }

    static void install(Renderer renderer) {
        for (Class<?> type : Displays.TYPES) {
            renderer.createRegistration(type)
                    .preferring(MIMEType.TEXT_PLAIN, MIMEType.TEXT_HTML)
                    .register(JJavaDisplay::render);
        }
    }

    private static void render(Object value, RenderContext context) {
        Displays.mimeBundle(value).forEach((type, text) -> context.renderIfRequested(MIMEType.parse(type), () -> text));
    }
}
