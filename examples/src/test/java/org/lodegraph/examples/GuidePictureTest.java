package org.lodegraph.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Range;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.ByProducts;
import org.lodegraph.query.Overview;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Network;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Ribbons.Node;
import org.lodegraph.report.Ribbons.Ribbon;

/** The pictures of docs/guide.md: what its chain is, where the gallium of it is, and who gets it. */
class GuidePictureTest {

    static Stream<Arguments> pictures() {
        SupplyChain chain = SnippetsTest.own();
        return Stream.of(
                Arguments.of("pictures/chain-of-the-guide.svg", network(chain)),
                Arguments.of("pictures/gallium-of-the-guide.svg", ribbons(chain)));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPictureIsDrawnFromTheChain(String picture, Part part) throws IOException {
        String drawn = Render.svg(part);
        Path kept = Path.of("target").resolve(picture);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, drawn);

        assertThat(Page.of("guide.md").text()).contains("](" + picture + ")");
        assertThat(Page.read(Page.ROOT.resolve("docs").resolve(picture)))
                .as("docs/%s, whose new text lies in examples/%s", picture, kept)
                .isEqualTo(drawn);
    }

    /** What is made of what. */
    private static Part network(SupplyChain chain) {
        return chain.ask(Overview.of(Target.of(material("gallium"), country("USA")))).show().parts().stream()
                .filter(Network.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** From what hosts could give if they ran in full to who gets what circuits make, if all share and want most. */
    private static Ribbons ribbons(SupplyChain chain) {
        ByProducts.Answer sites = chain.ask(ByProducts.of(material("gallium")));
        List<Node> nodes =
                new ArrayList<>(List.of(new Node("circuit", "north: circuit", 1), new Node("lost", "thrown away", 2)));
        List<Ribbon> ribbons = new ArrayList<>();
        for (ByProducts.Site site : sites.sites()) {
            String host = site.facility().value();
            nodes.add(new Node(host, host + ": alumina", 0));
            double taken = site.supply().high();
            if (taken > 0) {
                ribbons.add(Ribbon.of(host, "circuit", taken));
            }
            ribbons.add(Ribbon.of(host, "lost", site.host().map(Range::high).orElseThrow() - taken));
        }
        double made = sites.supply().high();
        double served = served(chain, country("USA"));
        nodes.add(new Node("chips", "chips, USA", 2));
        nodes.add(new Node("rest", "rest of the world", 2));
        ribbons.add(Ribbon.of("circuit", "chips", served));
        ribbons.add(Ribbon.of("circuit", "rest", made - served));
        return Ribbons.of(
                        Caption.of("Gallium of the guide, all lines in full")
                                .basis(sites.unit().basis().toString())
                                .year(chain.year())
                                .computedFrom(sites.sources()),
                        sites.unit(),
                        nodes,
                        ribbons)
                .layers("hosts", "circuits", "in the end");
    }

    private static double served(SupplyChain chain, CountryId country) {
        return chain.ask(Delivery.to(Target.of(material("gallium"), country)))
                .shared()
                .served()
                .low();
    }
}
