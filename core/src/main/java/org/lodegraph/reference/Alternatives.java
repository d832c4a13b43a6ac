package org.lodegraph.reference;

import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Alternative;
import org.lodegraph.model.Change;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Form;
import org.lodegraph.model.Material;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.SupplyChain;

/** Published substitutes, added to the demands of a chain whose use they serve. */
record Alternatives(List<Substitute> substitutes) implements Change {

    @Override
    public SupplyChain on(SupplyChain chain) {
        SupplyChain.Builder builder = chain.toBuilder();
        for (Demand demand : chain.demands().values()) {
            Demand changed = demand;
            for (Substitute substitute : substitutes) {
                if (serves(substitute, demand)) {
                    MaterialId stand = new MaterialId(Draft.slug(substitute.substitute()));
                    builder.put(chain.findMaterial(stand).orElseGet(() -> material(substitute)));
                    changed = changed.or(alternative(substitute, stand));
                }
            }
            builder.put(changed);
        }
        return builder.build();
    }

    private static boolean serves(Substitute substitute, Demand demand) {
        String material = substitute.material().value();
        boolean same = demand.material().value().equals(material)
                || demand.material().value().equals(material + "-high-purity");
        return same
                && demand.consumer().equals(Draft.USA)
                && substitute.grade() != Substitute.Grade.NONE
                && substitute.use().equals(Optional.of(demand.application()));
    }

    private static Material material(Substitute substitute) {
        return Material.of(Draft.slug(substitute.substitute()))
                .withName(substitute.substitute())
                .withForm(Form.COMPONENT)
                .asBoundary()
                .withNote("what it is made of is not modeled");
    }

    private static Alternative alternative(Substitute substitute, MaterialId stand) {
        return new Alternative(
                stand,
                Figure.assumed(
                        Spread.exact(1),
                        Unit.ONE,
                        substitute.source(),
                        "no ratio is published: taken one to one, which does not matter while its supply is unlimited"),
                Optional.empty(),
                new Figure.Unknown(
                        Unit.SHARE,
                        substitute.source(),
                        "USGS names it for %s; nobody publishes how much it can take"
                                .formatted(substitute.application())),
                Optional.empty());
    }
}
