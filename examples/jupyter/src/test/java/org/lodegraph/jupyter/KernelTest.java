package org.lodegraph.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Stage;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;

/** The kernel without Jupyter around it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class KernelTest {

    private static Kernel kernel;

    @BeforeAll
    static void start() {
        kernel = new Kernel();
    }

    @AfterAll
    static void stop() {
        kernel.onShutdown(false);
    }

    private static String text(String cell) {
        return (String) kernel.eval(cell).getData(MIMEType.TEXT_PLAIN);
    }

    private static Failure failure(String cell) {
        return assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> kernel.eval(cell))
                .actual();
    }

    @Test
    void showsAnAnswerOfTheLibraryWithoutAnImport() {
        DisplayData shown = kernel.eval(
                "Reference.chain(2025, \"gallium\").ask(Concentration.of(material(\"gallium\"), REFINING))");
        Map<String, String> expected = Render.mimeBundle(
                Reference.chain(2025, "gallium").ask(Concentration.of(Ids.material("gallium"), Stage.REFINING)));
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo(expected.get("text/plain"));
        assertThat(shown.getData(MIMEType.TEXT_HTML)).isEqualTo(expected.get("text/html"));
        assertThat(expected.get("text/html")).contains("<svg");
    }

    @Test
    void showsTheLastExpressionOnly() {
        assertThat(text("1 + 1;\n2 + 2")).isEqualTo("4");
        assertThat(text("List.of(3, 4)\n    .stream()\n    .mapToInt(i -> i)\n    .sum();"))
                .isEqualTo("7");
        assertThat(text("int twice(int n) {\n    return 2 * n;\n}\ntwice(21) // the answer"))
                .isEqualTo("42");
        assertThat(kernel.eval("int x = 5;")).isNull();
        assertThat(kernel.eval("x = 6;")).isNull();
        assertThat(kernel.eval("7; x++; int y = x;")).isNull();
        assertThat(kernel.eval("// nothing")).isNull();
        assertThat(kernel.eval("(String) null")).isNull();
        assertThat(text("x + y")).isEqualTo("14");
    }

    @Test
    void saysWhatTheCompilerSaysAndWhere() {
        assertThat(failure("int z = 1;\nz + unknown").lines())
                .containsExactly("cannot find symbol", "  symbol:   variable unknown", "    z + unknown", "        ^");
        assertThat(failure("if (true) {").lines()).containsExactly("The cell ends too early, after: if (true) {");
        assertThat(text("z")).as("what stands before it has happened").isEqualTo("1");
    }

    @Test
    void saysAMessageOfTheLibraryInOneLine() {
        Failure failure =
                failure("Reference.chain(2025, \"gallium\").ask(Concentration.of(material(\"galium\"), REFINING))");
        assertThat(kernel.formatError(failure))
                .containsExactly(
                        "Material 'galium': not in this chain. Maybe 'gallium', 'alumina', 'bauxite', or add it first.");
        assertThat(failure).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysOfOtherExceptionsWhereTheyHappenedDownToTheCell() {
        assertThat(failure("Integer.parseInt(\"ten\")").lines())
                .hasSizeBetween(2, 6)
                .startsWith("java.lang.NumberFormatException: For input string: \"ten\"")
                .allSatisfy(line -> assertThat(line).doesNotContain("REPL", "jdk.jshell"));
        assertThat(failure("throw new StackOverflowError(\"deep\");").lines())
                .containsExactly("java.lang.StackOverflowError: deep");
        assertThat(failure("void later() { absent(); }\nlater();").lines()).isNotEmpty();
    }

    @Test
    void stopsALongQuery() throws Exception {
        interrupted("org.lodegraph.model.Query<Integer> endless = (chain, run) -> { while (true) { run.check(); } };\n"
                + "Reference.chain(2025, \"gallium\").ask(endless);");
        interrupted("Thread.sleep(1_000_000);");
        assertThat(text("8 + 1")).isEqualTo("9");
    }

    private static void interrupted(String cell) throws Exception {
        CompletableFuture<Failure> failure = CompletableFuture.supplyAsync(() -> failure(cell));
        // Until the cell runs there is nothing to stop.
        while (Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("cell"))) {
            Thread.sleep(10);
        }
        while (!failure.isDone()) {
            kernel.interrupt();
            Thread.sleep(10);
        }
        assertThat(failure.get().lines()).containsExactly("Interrupted.");
    }

    @Test
    void completesAndInspects() {
        String cell = "Reference.chain(2025, \"gallium\").as";
        assertThat(kernel.complete(cell, cell.length()).getReplacements()).contains("ask(");
        assertThat(kernel.complete(cell, cell.length()).getSourceStart()).isEqualTo(cell.length() - 2);
        String call = "Reference.chain(";
        assertThat((String) kernel.inspect(call, call.length(), false).getData(MIMEType.TEXT_PLAIN))
                .contains("SupplyChain", "Reference.chain(int year");
        assertThat(kernel.inspect("", 0, false)).isNull();
    }

    @Test
    void knowsWhenACellIsComplete() {
        assertThat(kernel.isComplete("1 + 1")).isEqualTo("complete");
        assertThat(kernel.isComplete("for (;;) {")).isEmpty();
        assertThat(kernel.isComplete("1 +* )")).isEqualTo("invalid");
    }
}
