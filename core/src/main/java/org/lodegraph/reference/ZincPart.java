package org.lodegraph.reference;

import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Form;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stage;

/**
 * Zinc as it is mined. No table of refined zinc by country exists in the data, so the residues of zinc refining, from which
 * gallium and germanium come, are boundaries and not tied to these mines.
 */
final class ZincPart implements Part {

    @Override
    public String material() {
        return "zinc";
    }

    @Override
    public void on(Draft draft) {
        draft.add(
                Material.of("zinc-concentrate")
                        .withName("zinc in concentrate")
                        .withForm(Form.CONCENTRATE)
                        .containing("Zn"),
                Recipe.of("zinc-mining").makes("zinc-concentrate").stage(Stage.EXTRACTION));
        Mines.add(draft, "zinc", "zinc-mining", Unit.T_PER_A.of(Basis.contained("Zn")), "zinc-concentrate");
        AluminaPart.reserves(draft, "zinc", "zinc-concentrate");
        draft.assume(
                "zinc refining as host of germanium and gallium",
                "not modeled: no country table of refined zinc exists in the data, so the limit that it sets is unknown by"
                        + " country; for germanium the world total bounds it");
    }
}
