package org.lodegraph.flow;

import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Unit.T_PER_A;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Window;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;

/** Small chains that several tests share. */
final class FlowFixtures {

    static final CountryId USA = country("USA");
    static final CountryId CHN = country("CHN");
    static final CountryId JPN = country("JPN");
    static final CountryId DEU = country("DEU");
    static final Target METAL_USA = Target.of(material("metal"), USA);

    private FlowFixtures() {}

    static Figure t(double tons) {
        return stated(tons, T_PER_A);
    }

    /** A national aggregate with one line. */
    static Facility plant(CountryId where, String recipe, double capacity, double output) {
        return Facility.aggregate(where)
                .line(Line.of(recipe, Capacity.nameplate(t(capacity))).output(t(output)));
    }

    /**
     * CHN makes 100 t (capacity 150), JPN 10 t (capacity 10); the USA want 20 t, the rest of the world 90 t.
     *
     * <pre>
     *   CHN smelt --.
     *               +--> metal --> USA 20, ROW 90
     *   JPN smelt --'
     * </pre>
     */
    static SupplyChain.Builder twoMakers() {
        return SupplyChain.builder(2025)
                .add(Material.of("metal"), Recipe.of("smelt").makes("metal"))
                .add(plant(CHN, "smelt", 150, 100), plant(JPN, "smelt", 10, 10))
                .add(Demand.of("usa", "metal", USA, t(20)), Demand.remainder("metal", t(90)));
    }

    /** China lets none of a material pass to the USA, from 2024 on. */
    static Policy.Builder ban(String material) {
        return Policy.builder()
                .id(new org.lodegraph.model.PolicyId("CN-BAN"))
                .name("ban")
                .issuer(CHN)
                .addMaterials(material(material))
                .addToward(USA)
                .addInForce(Window.from(LocalDate.of(2024, 1, 1)));
    }
}
