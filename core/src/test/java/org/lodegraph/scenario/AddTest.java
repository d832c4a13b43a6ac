package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.facility;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.stock;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.InvalidSupplyChainException;
import org.lodegraph.model.Line;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.Stock;
import org.lodegraph.model.SupplyChain;

/** What is built. */
class AddTest {

    private final SupplyChain chain = Gallium.chain();
    private final Line circuit = Line.of("ga-recovery", Capacity.nameplate(Gallium.tons(10)));

    @Test
    void partsMayReferToEachOther() {
        SupplyChain built = chain.with(Add.of(
                Facility.at("freiberg", country("DEU")).line("ga-etching", Capacity.nameplate(Gallium.tons(2))),
                Recipe.of("ga-etching").makes("wafer").from("gallium", 0.5),
                Material.of("wafer"),
                Demand.of("deu-wafer", "wafer", country("DEU"), Gallium.tons(1)),
                Stock.of("deu-ga", "gallium", country("DEU"), Figure.stated(1, Unit.T)),
                Link.of("jpn-deu", "gallium", country("JPN"), country("DEU"))));

        assertThat(built.linesMaking(material("wafer"))).hasSize(1);
        assertThat(built.demands()).containsKey(demand("deu-wafer"));
        assertThat(built.stocks()).containsKey(stock("deu-ga"));
    }

    @Test
    void aLineIsAddedToAFacility() {
        SupplyChain built = chain.with(Add.line(facility("shandong"), circuit));

        assertThat(built.facility(facility("shandong")).lines()).hasSize(3).contains(circuit);
        assertThat(built.with(Add.line(facility("shandong"), circuit))).isEqualTo(built);
    }

    @Test
    void aLineIsAddedToAFacilityOfTheSameStep() {
        Add step = Add.of(Facility.at("hanau", country("DEU"))).and(Add.line(facility("hanau"), circuit));

        assertThat(chain.with(step).line(line("hanau/ga-recovery")).line()).isEqualTo(circuit);
        assertThat(step).hasToString("add facility hanau, add line hanau/ga-recovery");
    }

    @Test
    void aPlannedLineStarts() {
        LocalDate day = LocalDate.parse("2026-03-01");

        Line announced = chain.with(Add.start(line("vaudreuil/ga-recovery")))
                .line(line("vaudreuil/ga-recovery"))
                .line();
        Line earlier = chain.with(Add.start(line("vaudreuil/ga-recovery"), day))
                .line(line("vaudreuil/ga-recovery"))
                .line();

        assertThat(announced.status()).isEqualTo(Line.Status.RUNNING);
        assertThat(announced.starts()).contains(LocalDate.parse("2027-01-01"));
        assertThat(earlier.starts()).contains(day);
        assertThat(Add.start(line("vaudreuil/ga-recovery"), day))
                .hasToString("start line vaudreuil/ga-recovery on 2026-03-01");
    }

    @Test
    void whatRunsOrIsClosedCannotStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Add.start(line("akita/ga-recovery"))))
                .withMessage(
                        "Line 'akita/ga-recovery': it is RUNNING and cannot be started. Maybe leave the step out.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Lose.of(facility("akita")), Add.start(line("akita/ga-recovery"))))
                .withMessage("Line 'akita/ga-recovery': it is CLOSED and cannot be started. Maybe add another line.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Add.start(line("akita/smelter"))))
                .withMessage("Line 'akita/smelter': not in facility 'akita'. Maybe one of [ga-recovery].");
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Add.of(Facility.at("akita", country("KOR")))))
                .isInstanceOf(InvalidSupplyChainException.class)
                .withMessage("""
                        Supply chain: 1 problem.
                          - Facility 'akita', id: it is there twice, with different contents.\
                         Maybe rename one, or use put to replace it.""");
    }
}
