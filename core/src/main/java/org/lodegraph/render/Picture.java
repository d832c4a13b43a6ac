package org.lodegraph.render;

import java.util.List;
import org.lodegraph.report.Bars;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;
import org.lodegraph.report.Network;
import org.lodegraph.report.Part;
import org.lodegraph.report.Ribbons;
import org.lodegraph.report.Stacks;
import org.lodegraph.report.Steps;

/**
 * What can be drawn. Across, a picture is measured in percent, so that it fits any page; down, in pixels, so that letters
 * keep their size.
 */
interface Picture {

    /** The size of letters. */
    double LETTER = 13;
    /** The size of small letters. */
    double SMALL = 12;
    /** The size of letters as wide as those of the title, which are bold. */
    double BOLD = 18;
    /** The narrowest page on which pictures are read. */
    int NARROWEST = 328;
    /** The height of a picture that just fits a sheet of paper below its caption; higher ones are printed smaller. */
    double SHEET = 1000;

    /** The picture of a part, alone. */
    static Picture of(Part part) {
        return of(part, new Palette());
    }

    /** The picture of a part, in the colors of the page that it stands on. */
    static Picture of(Part part, Palette palette) {
        if (part instanceof Bars bars) {
            return new BarPicture(bars);
        } else if (part instanceof Stacks stacks) {
            return new StackPicture(stacks, palette);
        } else if (part instanceof Ribbons ribbons) {
            return RibbonPicture.of(ribbons, palette);
        } else if (part instanceof BeforeAfter both) {
            return BeforeAfterPicture.of(both, palette);
        } else if (part instanceof Steps steps) {
            return new StepPicture(steps, palette);
        } else if (part instanceof Network network) {
            return NetworkPicture.of(network);
        }
        throw new IllegalArgumentException("Part '%s': has no picture. Maybe Render.html."
                .formatted(part.getClass().getSimpleName()));
    }

    /** What the picture shows. */
    Caption caption();

    /** The line below the title. */
    String facts();

    /** What it shows in one sentence, for those who cannot see it. */
    String description();

    /** Its height in pixels. */
    double height();

    /** The narrowest width in pixels at which its labels still fit. */
    default int least() {
        return NARROWEST;
    }

    /** Draws it; every id that it declares starts with the prefix. */
    void draw(Markup svg, String prefix);

    /** The picture as an element of a page, which brings {@link Style#PICTURE}. */
    default String inline(String prefix) {
        return write(prefix, false);
    }

    /** The picture as a file of its own, with title and style. */
    default String alone(String prefix) {
        return write(prefix, true);
    }

    private String write(String prefix, boolean alone) {
        String title = Words.name(caption().title());
        double room = Style.PAGE_WIDTH - 2 * Style.MARGIN;
        List<String> heading = alone ? Words.lines(title, BOLD, room, 3) : List.of();
        List<String> facts = alone && !facts().isEmpty() ? Words.lines(facts(), SMALL, room, 3) : List.of();
        double top = alone ? 2 * Style.MARGIN + 20 * heading.size() + 16 * facts.size() : 0;
        double bottom = alone ? Style.MARGIN : 0;
        Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                alone ? "http://www.w3.org/2000/svg" : "",
                "class",
                "lg-picture",
                "role",
                "img",
                "aria-labelledby",
                prefix + "-title " + prefix + "-desc",
                "width",
                Integer.toString(Style.PAGE_WIDTH),
                "height",
                Markup.number(top + height() + bottom),
                "style",
                // Pages of others may say otherwise of the height of pictures.
                "min-width:" + least() + "px;height:" + Markup.number(top + height() + bottom) + "px"
                        + (alone || height() <= SHEET ? "" : ";--lg-print:" + Markup.number(0.85 * SHEET / height())));
        svg.element("title", title, "id", prefix + "-title");
        svg.element("desc", description(), "id", prefix + "-desc");
        if (alone) {
            svg.element("style", Style.alone()).line();
            svg.leaf("rect", "class", "lg-page", "width", "100%", "height", "100%")
                    .line();
            double y = Style.MARGIN;
            for (String line : heading) {
                y += 20;
                Draw.text(svg, "lg-title", Style.MARGIN, y - 4, line);
            }
            for (String line : facts) {
                y += 16;
                Draw.text(svg, "lg-soft", Style.MARGIN, y - 2, line);
            }
            svg.open(
                    "svg",
                    "x",
                    Markup.across(Style.MARGIN / Style.PAGE_WIDTH),
                    "y",
                    Markup.number(top),
                    "width",
                    Markup.across(1 - 2 * Style.MARGIN / Style.PAGE_WIDTH),
                    "height",
                    Markup.number(height()),
                    "overflow",
                    "visible");
        }
        svg.line();
        draw(svg, prefix);
        if (alone) {
            svg.close();
        }
        return svg.close().line().toString();
    }
}
