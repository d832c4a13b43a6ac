package org.lodegraph.jupyter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A headless browser without a network, in which pages are measured and looked at. */
record Chromium(Program program) {

    /** What a picture can be larger than and a browser still draws. */
    private static final int SLICE = 8_000;

    private static final int WIDTH = 1_000;

    /** A line of numbers for each picture, and one for the page. */
    private static final String MEASURE = """
            <script>
            addEventListener('load', () => {
              const pictures = [...document.querySelectorAll('svg.lg-picture')].map(svg => svg.getBoundingClientRect());
              const lines = pictures.map(box => ['picture', box.left, box.top, box.width, box.height].map(
                  part => part.toFixed ? Math.round(part) : part).join(' '));
              const asked = performance.getEntriesByType('resource').map(each => each.name);
              lines.push('page ' + Math.ceil(document.documentElement.scrollHeight) + ' ' + asked.join(' '));
              const told = document.createElement('pre');
              told.id = 'measured';
              told.textContent = lines.join('\\n');
              document.body.append(told);
            });
            </script>
            """;

    /** What reaches beyond a narrow screen, or looks other than the page around it. */
    private static final String NARROW = """
            <script>
            addEventListener('load', () => {
              const told = [];
              const wide = (each) => each.scrollWidth > each.clientWidth;
              const name = (each) => (each.className || each.tagName) + ' ' + each.scrollWidth + ' > ' + each.clientWidth;
              document.querySelectorAll('html, .jp-OutputArea, .jp-OutputArea-output').forEach(
                  (each) => wide(each) && told.push(name(each)));
              document.querySelectorAll('.lodegraph').forEach((piece) => {
                const light = (each) => getComputedStyle(each).backgroundColor.match(/\\d+/g).every((part) => part > 127);
                if (light(piece) !== light(document.body)) told.push('light: ' + light(piece));
                if (piece.clientWidth < 300) told.push('a piece of only ' + piece.clientWidth);
              });
              const dark = matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light';
              parent.document.getElementById('measured').textContent = [innerWidth + ' ' + dark, ...told].join('\\n');
            });
            </script>
            """;

    /** A browser's window may not be narrow; a frame may. */
    private static final String FRAME = """
            <!DOCTYPE html><html style="color-scheme:light dark"><meta charset="utf-8">
            <pre id="measured"></pre><iframe style="width:%spx;height:4000px;border:0" srcdoc="%s"></iframe>""";

    private static final Pattern MEASURED = Pattern.compile("<pre id=\"measured\">([^<]*)</pre>");

    /** Where a picture lies, and how much of it is drawn: the part of its pixels that are not of its commonest color. */
    record Picture(int width, int height, int colors, double drawn) {}

    /** What a page shows, and what it asked for from elsewhere. */
    record Page(List<Picture> pictures, String asked) {}

    static Chromium required() {
        return new Chromium(Program.required("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
    }

    /** The width and the colors of the screen, and what is wrong on a page there. */
    List<String> narrow(Path html, Path folder, int width, boolean dark) throws IOException, InterruptedException {
        String page = (Files.readString(html) + NARROW).replace("&", "&amp;").replace("\"", "&quot;");
        Path framed = Files.writeString(folder.resolve("narrow.html"), FRAME.formatted(width, page));
        Matcher measured = MEASURED.matcher(
                run(folder, "--dump-dom", SLICE, framed, "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1)));
        if (!measured.find()) {
            throw new AssertionError("%s: the browser measured nothing".formatted(html));
        }
        return measured.group(1).lines().toList();
    }

    Page look(Path html, Path folder) throws IOException, InterruptedException {
        String text = Files.readString(html);
        Path measuring = Files.writeString(folder.resolve("measure.html"), text + MEASURE);
        Matcher measured = MEASURED.matcher(run(folder, "--dump-dom", SLICE, measuring));
        if (!measured.find()) {
            throw new AssertionError("%s: the browser measured nothing".formatted(html));
        }
        String[] lines = measured.group(1).split("\n", -1);
        String[] page = lines[lines.length - 1].split(" ", 3);
        List<BufferedImage> slices = new ArrayList<>();
        for (int top = 0; top < Integer.parseInt(page[1]); top += SLICE) {
            Path shown = Files.writeString(
                    folder.resolve("slice.html"),
                    text + "<style>body{margin-top:-%spx!important}</style>".formatted(top));
            Path png = html.resolveSibling("%s-%s.png".formatted(html.getFileName(), top / SLICE));
            run(folder, "--screenshot=" + png, SLICE, shown);
            slices.add(ImageIO.read(png.toFile()));
        }
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < lines.length - 1; i++) {
            pictures.add(picture(lines[i].split(" "), slices));
        }
        return new Page(pictures, page[2]);
    }

    private static Picture picture(String[] box, List<BufferedImage> slices) {
        int left = Integer.parseInt(box[1]);
        int top = Integer.parseInt(box[2]);
        int width = Integer.parseInt(box[3]);
        int height = Integer.parseInt(box[4]);
        Map<Integer, Integer> colors = new HashMap<>();
        for (int y = top; y < top + height; y++) {
            BufferedImage slice = slices.get(y / SLICE);
            for (int x = Math.max(0, left); x < Math.min(left + width, slice.getWidth()); x++) {
                colors.merge(slice.getRGB(x, y % SLICE), 1, Integer::sum);
            }
        }
        int all = colors.values().stream().mapToInt(count -> count).sum();
        int most = colors.values().stream().mapToInt(count -> count).max().orElse(0);
        return new Picture(width, height, colors.size(), all == 0 ? 0 : 1 - (double) most / all);
    }

    private String run(Path folder, String what, int height, Path page, String... more)
            throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of(more));
        args.addAll(List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=%s,%s".formatted(WIDTH, height),
                what,
                page.toUri().toString()));
        return program.run(Map.of(), args).said();
    }
}
