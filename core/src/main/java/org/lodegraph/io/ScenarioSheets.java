package org.lodegraph.io;

/** The members of the objects in a scenario's JSON, as sheets, so that rows read them. */
final class ScenarioSheets {

    static final String FORMAT = "1";

    static final Sheet SCENARIO = Sheet.of("scenario", "name").optional("description", "format");
    static final Sheet LIFT = step("policy").optional("from", "until");
    static final Sheet SCALE = step("scale", "factor").number("factor");
    /** What a supposition says beside the members of every step. */
    static final Sheet SUPPOSITION = Sheet.of("step", "place").figure("figure");

    static final Sheet SUPPOSE = step("place").figure("figure");
    static final Sheet RELEASE =
            step("stock").number("amount").optional("amount_unit").number("days");
    static final Sheet DRAW = step("seed", "index").number("seed").number("index");
    static final Sheet OTHER = step();
    static final Sheet START = Sheet.of("part", "start").optional("day");
    static final Sheet SELECTION = Sheet.of("selection")
            .list("lines", "stocks", "links", "demands")
            .optional("stage", "origin", "destination", "application");

    private ScenarioSheets() {}

    private static Sheet step(String... more) {
        return Sheet.of("step", "step").optional("day").optional(more);
    }
}
