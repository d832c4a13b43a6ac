package org.lodegraph.examples;

import java.util.List;
import org.lodegraph.query.WhatItTakes.Outlet;
import org.lodegraph.report.Note;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * Could the United States use the aluminum and the zinc that come with 40 t of gallium and 30 t of germanium?
 *
 * @param behind the industry behind the metals
 */
record RoomForTheHost(BehindTheMetal behind) implements Showable {

    static RoomForTheHost of() {
        return new RoomForTheHost(BehindTheMetal.of());
    }

    /**
     * Prints the answer.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Terminal.print(of());
    }

    HostMetal aluminum() {
        return HostMetal.aluminum(BehindTheMetal.host(behind.gallium()).need());
    }

    HostMetal zinc() {
        return HostMetal.zinc(BehindTheMetal.host(behind.germanium()).need());
    }

    /** Whether there is room. */
    String headline() {
        return sentence(aluminum()) + " " + sentence(zinc());
    }

    private static String sentence(HostMetal metal) {
        return "%s of %s come along, the United States use %s and buy %s of it abroad: %s."
                .formatted(
                        Tons.millions(metal.comes()),
                        metal.name(),
                        Tons.millions(metal.used()),
                        Tons.millions(metal.bought()),
                        metal.room());
    }

    @Override
    public Report show() {
        Outlet alumina = BehindTheMetal.route(behind.gallium()).outlet();
        Outlet zinc = BehindTheMetal.route(behind.germanium()).outlet();
        return Report.of(
                        "Room for the host's metal",
                        Note.finding(headline()),
                        HostMetal.table(List.of(aluminum(), zinc())),
                        Note.finding(
                                "But it is alumina that must be made, and smelters there take %s: %s would have to leave the country."
                                        .formatted(Tons.millions(alumina.own()), Tons.millions(alumina.surplus()))),
                        Note.finding(
                                "What does not fit would be sold abroad, where others would have to make way: beyond what is made there, %s of alumina and %s of zinc is missing, of %s and %s that are used."
                                        .formatted(
                                                Tons.millions(alumina.unmet()),
                                                Tons.millions(zinc.unmet()),
                                                Tons.millions(alumina.abroad()),
                                                Tons.millions(zinc.abroad()))),
                        Note.warning(
                                "Whether a smelter would pay is not asked here: power and prices are not in the data."))
                .citing(List.of(aluminum().source(), zinc().source()))
                .citing(behind.show().sources())
                .assuming(behind.show().premises());
    }
}
