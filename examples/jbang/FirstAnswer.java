///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.lodegraph:lodegraph-core:0.1.0-SNAPSHOT

import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import org.lodegraph.model.Stage;
import org.lodegraph.model.Target;
import org.lodegraph.query.Chokepoints;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Report;

/** Who refines gallium, and what can the gallium of the United States not do without? */
class FirstAnswer {

    public static void main(String... args) {
        var world = Reference.chain(2025, "gallium");
        var makers = world.ask(Concentration.of(material("gallium"), Stage.REFINING));
        var target = Target.of(material("gallium-high-purity"), country("USA"));

        System.out.print(Render.text(Report.joining("Gallium", makers, world.ask(Chokepoints.of(target)))));
    }
}
