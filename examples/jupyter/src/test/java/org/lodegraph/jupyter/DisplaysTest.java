package org.lodegraph.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Stage;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.rapaio.jupyter.kernel.display.DisplaySystem;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** Both adapters are found as services and show what the library draws. */
class DisplaysTest {

    private static final SupplyChain CHAIN = Reference.chain(2025, "gallium");
    private static final Concentration.Answer ANSWER =
            CHAIN.ask(Concentration.of(Ids.material("gallium"), Stage.REFINING));

    @Test
    void jjavaFindsItsExtension() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(JJavaDisplay.class);
    }

    @Test
    void jjavaShowsAnswersAndChains() {
        Renderer renderer = new Renderer();
        JJavaDisplay.install(renderer);
        for (Object value : List.of(ANSWER, CHAIN)) {
            Map<String, String> expected = Displays.mimeBundle(value);
            DisplayData shown = renderer.render(value);
            assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo(expected.get("text/plain"));
            assertThat(shown.getData(MIMEType.TEXT_HTML)).isEqualTo(expected.get("text/html"));
        }
        assertThat(renderer.render(5).hasDataForType(MIMEType.TEXT_HTML)).isFalse();
    }

    @Test
    void rapaioFindsItsProvider() {
        assertThat(ServiceLoader.load(DisplayProvider.class)).hasAtLeastOneElementOfType(RapaioDisplay.class);
    }

    @Test
    void rapaioShowsAnswersAndChains() {
        for (Object value : List.of(ANSWER, CHAIN)) {
            Map<String, String> expected = Displays.mimeBundle(value);
            assertThat(DisplaySystem.inst().render(value).data())
                    .containsExactlyInAnyOrderEntriesOf(Map.copyOf(expected));
            assertThat(DisplaySystem.inst().render("text/plain", value).data())
                    .containsOnly(Map.entry("text/plain", expected.get("text/plain")));
        }
    }

    @Test
    void anAnswerIsDrawnByTheLibrary() {
        assertThat(Displays.mimeBundle(ANSWER)).isEqualTo(Render.mimeBundle(ANSWER));
    }
}
