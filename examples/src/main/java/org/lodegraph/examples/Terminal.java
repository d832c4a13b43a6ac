package org.lodegraph.examples;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.lodegraph.render.Render;
import org.lodegraph.report.Showable;

/** Where the programs print their answers, whatever character set the terminal prefers. */
final class Terminal {

    private Terminal() {}

    static void print(Showable answer) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Render.text(answer));
    }
}
