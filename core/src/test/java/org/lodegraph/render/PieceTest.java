package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.query.Overview;
import org.lodegraph.reference.Reference;
import org.lodegraph.report.Showable;

/** An answer in the page of a notebook, in a browser: as dark as that page says, and as wide as it lets it be. */
class PieceTest {

    private static final String MEASURE = """
            <script>
            const piece = document.querySelector('.lodegraph');
            const color = (what, property) => getComputedStyle(piece.querySelector(what) ?? piece)[property];
            const boxes = [...piece.querySelectorAll('*')].filter(each => !each.closest('.lg-scroll *'));
            document.documentElement.dataset.seen = [
              color('none', 'backgroundColor'), color('h1', 'color'), color('.lg-ink', 'fill'),
              matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light',
              piece.offsetWidth, Math.max(...boxes.map(box => box.getBoundingClientRect().right)) - piece.offsetLeft,
            ].join(' ');
            </script>""";

    private static final String LIGHT = "rgb(255, 255, 255) rgb(27, 36, 48) rgb(27, 36, 48)";
    private static final String DARK = "rgb(18, 23, 30) rgb(230, 234, 240) rgb(230, 234, 240)";

    private static final SupplyChain CHAIN = Reference.chain(2025, "gallium");
    private static final Showable ANSWER = CHAIN.ask(Overview.of());

    @TempDir
    private Path folder;

    /** The colors of page, heading and picture, what the reader likes, the width of the piece and how far it reaches. */
    private List<String> seen(String open, String close, boolean dark) throws IOException {
        Browser browser = Browser.required();
        String piece = Render.mimeBundle(ANSWER).getOrDefault("text/html", "");
        Path page = Files.writeString(
                folder.resolve("page.html"), "<!DOCTYPE html><meta charset=utf-8>" + open + piece + MEASURE + close);
        String dom = browser.dom(page, 1000, dark);
        int from = dom.indexOf("data-seen=\"") + "data-seen=\"".length();
        String seen = dom.substring(from, dom.indexOf('"', from));
        int colors = seen.lastIndexOf(')') + 1;
        return List.of(
                seen.substring(0, colors),
                seen.substring(colors + 1).split(" ")[0],
                seen.substring(colors + 1).split(" ", 2)[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "<body>, false",
        "<body data-jp-theme-light=true>, false",
        "<body data-jp-theme-light=false>, true",
        "<body data-vscode-theme-kind=vscode-light>, false",
        "<body data-vscode-theme-kind=vscode-high-contrast-light>, false",
        "<body data-vscode-theme-kind=vscode-dark>, true",
        "<body data-vscode-theme-kind=vscode-high-contrast>, true",
        "<html theme=dark><body>, true",
    })
    void isAsDarkAsThePageSaysAndNotAsTheReaderLikesOtherPages(String open, boolean isDark) throws IOException {
        String colors = isDark ? DARK : LIGHT;
        assertThat(seen(open, "", true)).startsWith(colors, "dark");
        assertThat(seen(open, "", false)).startsWith(colors, "light");
    }

    @ParameterizedTest
    @CsvSource({"360", "620"})
    void fillsACellOfATableAndDoesNotWidenIt(int width) throws IOException {
        String open = "<div style='width:%spx'><div style='display:table;width:100%%'>".formatted(width)
                + "<div style='display:table-cell;min-width:60px'></div><div style='display:table-cell;width:100%'>";

        String[] widths = seen(open, "</div></div></div>", false).get(2).split(" ");

        assertThat(Double.parseDouble(widths[0])).isBetween(width - 61.0, (double) width);
        assertThat(Double.parseDouble(widths[1]))
                .as("what does not scroll in a box of its own ends with it")
                .isLessThanOrEqualTo(Double.parseDouble(widths[0]) + 1);
    }

    @Test
    void takesTheRoomThatItNeedsWhereThePageAsks() throws IOException {
        String[] widths = seen("<div style='display:inline-block'>", "</div>", false)
                .get(2)
                .split(" ");

        assertThat(Double.parseDouble(widths[0])).isGreaterThan(600);
    }
}
