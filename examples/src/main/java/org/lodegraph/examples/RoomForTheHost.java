package org.lodegraph.examples;

import static org.lodegraph.examples.BehindTheMetal.host;
import static org.lodegraph.examples.BehindTheMetal.millions;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Ids;
import org.lodegraph.model.MaterialId;
import org.lodegraph.query.WhatItTakes;
import org.lodegraph.query.WhatItTakes.Outlet;
import org.lodegraph.reference.Parameter;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Cell;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.lodegraph.report.Table;

/**
 * Could the United States use the aluminum and the zinc that come with 40 t of gallium and 30 t of germanium?
 *
 * @param behind the industry behind the metals
 */
record RoomForTheHost(BehindTheMetal behind) implements Showable {

    private static final MaterialId ALUMINUM = Ids.material("aluminum");

    /** A host's metal: what comes along with the companion, what is used, and what of that is bought abroad on balance. */
    record Room(MaterialId metal, Range comes, Range used, Range bought) {
        /** Whether all of it surely fits in place of imports. */
        boolean replacesImports() {
            return comes.high() <= bought.low();
        }

        /** Whether it may fit into all that is used, at the low end. */
        boolean mayFit() {
            return comes.low() <= used.high();
        }
    }

    static RoomForTheHost of() {
        return new RoomForTheHost(BehindTheMetal.of());
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(of()));
    }

    /** Aluminum: the alumina, smelted. */
    Room aluminum() {
        Range perTon = Reference.parameters().stream()
                .filter(parameter -> parameter.id().equals("alumina-per-aluminum-practice"))
                .map(Parameter::figure)
                .map(Figure::range)
                .findFirst()
                .orElseThrow();
        Range alumina = host(behind.gallium()).need();
        return room(
                ALUMINUM,
                Range.spanning(alumina.low() / perTon.high(), alumina.high() / perTon.low(), Unit.T_PER_A),
                salient("Consumption, apparent"),
                salient("Net import reliance as a percentage of apparent consumption"));
    }

    /** Zinc as it is refined. */
    Room zinc() {
        return room(ZincHosts.ZINC, host(behind.germanium()).need(), ZincHosts.US_USE, ZincHosts.US_RELIANCE);
    }

    private static Room room(MaterialId metal, Range comes, Figure use, Figure reliance) {
        double used = use.at(Reading.CENTRAL, Unit.T_PER_A);
        return new Room(
                metal,
                comes,
                Range.exactly(used, Unit.T_PER_A),
                Range.exactly(used * reliance.at(Reading.CENTRAL, Unit.SHARE), Unit.T_PER_A));
    }

    private static Figure salient(String label) {
        return Reference.salient(ALUMINUM, label, Reference.LAST_YEAR);
    }

    /** Whether there is room. */
    String headline() {
        return sentence(aluminum()) + " " + sentence(zinc());
    }

    private static String sentence(Room room) {
        return "%s of %s come along, the United States use %s and buy %s of it abroad: %s."
                .formatted(
                        millions(room.comes()),
                        room.metal(),
                        millions(room.used()),
                        millions(room.bought()),
                        room.replacesImports()
                                ? "all of it could replace imports"
                                : room.mayFit()
                                        ? "it fits only if the ore is rich, and may be more than all that is used"
                                        : "it is more than all that is used");
    }

    @Override
    public Report show() {
        Table table = Table.of(
                Caption.of("What comes along, and what is used")
                        .year(Reference.LAST_YEAR)
                        .computedFrom(sources()),
                Table.Column.text("metal"),
                Table.Column.number("comes along", Unit.T_PER_A),
                Table.Column.number("used", Unit.T_PER_A),
                Table.Column.number("bought abroad", Unit.T_PER_A));
        for (Room room : List.of(aluminum(), zinc())) {
            table = table.row(
                    Cell.text(room.metal().value()),
                    Tons.cell(room.comes()),
                    Tons.cell(room.used()),
                    Tons.cell(room.bought()));
        }
        Outlet alumina = BehindTheMetal.route(behind.gallium()).outlet();
        Outlet zinc = BehindTheMetal.route(behind.germanium()).outlet();
        return Report.of(
                        "Room for the host's metal",
                        Note.finding(headline()),
                        table,
                        Note.finding(
                                "But it is alumina that must be made, and smelters there take %s: %s would have to leave the country."
                                        .formatted(millions(alumina.own()), millions(alumina.surplus()))),
                        Note.finding(
                                "What does not fit would be sold abroad, where others would have to make way: beyond what is made there, %s of alumina and %s of zinc is missing, of %s and %s that are used."
                                        .formatted(
                                                millions(alumina.unmet()),
                                                millions(zinc.unmet()),
                                                millions(alumina.abroad()),
                                                millions(zinc.abroad()))),
                        Note.warning(
                                "Whether a smelter would pay is not asked here: power and prices are not in the data."),
                        Note.method(
                                "Use and net import reliance as USGS publishes them, apparent consumption. Method: %s."
                                        .formatted(WhatItTakes.METHOD)))
                .citing(sources())
                .citing(behind.gallium().sources())
                .citing(behind.germanium().sources())
                .assuming(behind.premises());
    }

    private List<Source> sources() {
        return List.of(
                ZincHosts.US_USE.source(), salient("Consumption, apparent").source());
    }
}
