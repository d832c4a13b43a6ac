package org.lodegraph.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lodegraph.model.Run;
import org.lodegraph.render.Render;

/**
 * The main job: what do China's gallium and germanium export controls do to a consumer such as the United States, and why
 * can nobody else fill the gap quickly?
 */
public final class GalliumGermanium {

    private static final String REPORT = "gallium-germanium.html";

    private GalliumGermanium() {}

    /**
     * Prints the answer and writes the report.
     *
     * @param args the folder that the report is written to; {@code target} if there is none
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "target");
        Findings findings = findings();
        Files.createDirectories(folder);
        Path report = folder.resolve(REPORT);
        Files.writeString(report, Render.html(findings));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(Render.text(findings.brief()));
        out.println();
        out.println("The whole report, with pictures, assumptions and sources: " + report);
    }

    /** Asks on all processors. */
    static Findings findings() {
        ExecutorService workers = Executors.newWorkStealingPool();
        try {
            return Findings.of(Run.here().on(workers));
        } finally {
            workers.shutdown();
        }
    }
}
