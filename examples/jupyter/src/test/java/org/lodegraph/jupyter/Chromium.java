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

    private static final Pattern MEASURED = Pattern.compile("<pre id=\"measured\">([^<]*)</pre>");

    /** Where a picture lies, and how much of it is drawn: the part of its pixels that are not of its commonest color. */
    record Picture(int width, int height, int colors, double drawn) {}

    /** What a page shows, and what it asked for from elsewhere. */
    record Page(List<Picture> pictures, String asked) {}

    static Chromium required() {
        return new Chromium(Program.required("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));
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

    private String run(Path folder, String what, int height, Path page) throws IOException, InterruptedException {
        return program.run(
                        Map.of(),
                        List.of(
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
                                page.toUri().toString()))
                .said();
    }
}
