///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.lodegraph:lodegraph-core:0.1.0-SNAPSHOT

import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Stage.REFINING;

import org.lodegraph.flow.Delivery;
import org.lodegraph.model.Target;
import org.lodegraph.query.Compare;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.scenario.Lines;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/** What changes for the gallium of the United States if China refines none, or Japan does not? */
class WhatIf {

    public static void main(String... args) {
        var world = Reference.chain(2025, "gallium");
        var delivery = Delivery.to(Target.of(material("gallium-high-purity"), country("USA")));

        System.out.print(Render.text(world.ask(Compare.of(delivery)
                .and("China refines none", without("CHN"))
                .and("Japan refines none", without("JPN")))));
    }

    private static Scenario without(String country) {
        return Scenario.of("without " + country).then(Lose.of(Lines.of(country(country)).at(REFINING)));
    }
}
