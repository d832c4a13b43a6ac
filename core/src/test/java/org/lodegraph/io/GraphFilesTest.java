package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodegraph.graph.SupplyGraph;
import org.lodegraph.model.RandomChains;

/** Supply graphs as GraphML and DOT. */
class GraphFilesTest {

    /** The example of {@code docs/format.md}, on a day without the ban. */
    private static SupplyGraph example() {
        return SupplyGraph.of(ChainCsv.read(Folder.of(FormatDoc.example())).at(LocalDate.of(2024, 1, 1)));
    }

    @Test
    void graphMlHasEachNodeAndEachArc() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            var graph = SupplyGraph.of(RandomChains.chain(seed));

            var xml = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(GraphMl.text(graph).getBytes(StandardCharsets.UTF_8)));

            assertThat(xml.getElementsByTagName("node").getLength())
                    .isEqualTo(graph.nodes().size());
            assertThat(xml.getElementsByTagName("edge").getLength())
                    .isEqualTo(graph.arcs().size());
        }
    }

    @Test
    void graphMlSaysWhatANodeAndAnArcAre() {
        assertThat(GraphMl.text(example())).startsWith("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                          <key id="n-kind" for="node" attr.name="kind" attr.type="string"/>
                        """).contains("""
                            <node id="made:alumina:CHN"><data key="n-kind">made</data><data key="n-label">alumina made in CHN</data><data key="n-needs">any</data><data key="n-material">alumina</data><data key="n-country">CHN</data></node>
                        """, """
                            <edge source="run:chn:bayer:bayer" target="site:bayer-liquor:chn"><data key="e-kind">yields</data><data key="e-label">yields 65 ppm as companion</data><data key="e-role">companion</data><data key="e-low">0.000065</data><data key="e-high">0.000065</data></edge>
                        """).endsWith("  </graph>\n</graphml>\n");
    }

    @Test
    void dotDrawsRecipesAsBoxesAndSourcesAsHouses() {
        assertThat(Dot.text(example())).isEqualTo("""
                digraph supply {
                  rankdir=LR;
                  "line:chn:bayer" [label="line chn/bayer", shape=house];
                  "run:chn:bayer:bayer" [label="bayer on chn/bayer", shape=box];
                  "made:alumina:CHN" [label="alumina made in CHN", shape=ellipse];
                  "use:alumina:ROW" [label="alumina in ROW", shape=ellipse];
                  "demand:row-alumina" [label="demand row-alumina", shape=ellipse];
                  "site:bayer-liquor:chn" [label="bayer-liquor at chn", shape=ellipse];
                  "run:chn:ga-circuit:ga-circuit" [label="ga-circuit on chn/ga-circuit", shape=box];
                  "made:gallium:CHN" [label="gallium made in CHN", shape=ellipse];
                  "use:gallium:ROW" [label="gallium in ROW", shape=ellipse];
                  "demand:row-gallium" [label="demand row-gallium", shape=ellipse];
                  "pool:gallium" [label="free trade in gallium", shape=ellipse];
                  "use:gallium:USA" [label="gallium in USA", shape=ellipse];
                  "demand:usa-ics" [label="demand usa-ics", shape=ellipse];
                  "line:chn:ga-circuit" [label="line chn/ga-circuit", shape=house];
                  "line:vaudreuil:bayer" [label="line vaudreuil/bayer", shape=house];
                  "run:vaudreuil:bayer:bayer" [label="bayer on vaudreuil/bayer", shape=box];
                  "made:alumina:CAN" [label="alumina made in CAN", shape=ellipse];
                  "site:bayer-liquor:vaudreuil" [label="bayer-liquor at vaudreuil", shape=ellipse];
                  "boundary:bauxite" [label="bauxite without limit", shape=house];
                  "use:bauxite:CHN" [label="bauxite in CHN", shape=ellipse];
                  "use:bauxite:CAN" [label="bauxite in CAN", shape=ellipse];
                  "line:chn:bayer" -> "run:chn:bayer:bayer" [label="equips"];
                  "run:chn:bayer:bayer" -> "made:alumina:CHN" [label="yields 1 as host"];
                  "run:chn:bayer:bayer" -> "site:bayer-liquor:chn" [label="yields 65 ppm as companion"];
                  "made:alumina:CHN" -> "use:alumina:ROW" [label="ships"];
                  "use:alumina:ROW" -> "demand:row-alumina" [label="serves"];
                  "site:bayer-liquor:chn" -> "run:chn:ga-circuit:ga-circuit" [label="feeds 1.006 to 1.224"];
                  "run:chn:ga-circuit:ga-circuit" -> "made:gallium:CHN" [label="yields 1 as product"];
                  "made:gallium:CHN" -> "use:gallium:ROW" [label="ships"];
                  "made:gallium:CHN" -> "pool:gallium" [label="ships"];
                  "use:gallium:ROW" -> "demand:row-gallium" [label="serves"];
                  "pool:gallium" -> "use:gallium:USA" [label="ships"];
                  "use:gallium:USA" -> "demand:usa-ics" [label="serves"];
                  "line:chn:ga-circuit" -> "run:chn:ga-circuit:ga-circuit" [label="equips"];
                  "line:vaudreuil:bayer" -> "run:vaudreuil:bayer:bayer" [label="equips"];
                  "run:vaudreuil:bayer:bayer" -> "made:alumina:CAN" [label="yields 1 as host"];
                  "run:vaudreuil:bayer:bayer" -> "site:bayer-liquor:vaudreuil" [label="yields 65 ppm as companion"];
                  "made:alumina:CAN" -> "use:alumina:ROW" [label="ships"];
                  "boundary:bauxite" -> "use:bauxite:CHN" [label="brings"];
                  "boundary:bauxite" -> "use:bauxite:CAN" [label="brings"];
                  "use:bauxite:CHN" -> "run:chn:bayer:bayer" [label="feeds 2 to 3"];
                  "use:bauxite:CAN" -> "run:vaudreuil:bayer:bayer" [label="feeds 2 to 3"];
                }
                """);
    }

    @Test
    void filesHoldTheText(@TempDir Path folder) throws Exception {
        GraphMl.write(example(), folder.resolve("a.graphml"));
        Dot.write(example(), folder.resolve("a.dot"));

        assertThat(Files.readString(folder.resolve("a.graphml"))).isEqualTo(GraphMl.text(example()));
        assertThat(Files.readString(folder.resolve("a.dot"))).isEqualTo(Dot.text(example()));
    }

    @Test
    void whateverANameHoldsIsEscaped() {
        assertThat(GraphMl.escaped("<a b=\"c\">&\n\u0000\ud800\ud83d\udc8e"))
                .isEqualTo("&lt;a b=&quot;c&quot;&gt;&amp;&#10;\ufffd\ufffd\ud83d\udc8e");
        assertThat(Dot.quoted("a\"b\\n\n\u0000")).isEqualTo("\"a\\\"b\\\\n\\n\ufffd\"");
    }
}
