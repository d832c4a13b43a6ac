package org.lodegraph.render;

import java.util.List;
import java.util.Map;
import org.lodegraph.report.BeforeAfter;
import org.lodegraph.report.Caption;

/** Two Sankey diagrams on one scale: side by side in a page that has the room, else one above the other. */
record BeforeAfterPicture(Caption caption, RibbonPicture before, RibbonPicture after) implements Picture {

    private static final double HEADING = 24;
    private static final double GAP = 18;

    /** A name has one color in both; they are dealt by what passes through it in both together. */
    static BeforeAfterPicture of(BeforeAfter both, Palette palette) {
        double scale = Math.min(
                RibbonPicture.of(both.before(), Double.MAX_VALUE).layout().scale(),
                RibbonPicture.of(both.after(), Double.MAX_VALUE).layout().scale());
        // Nothing flows at no scale.
        double most = scale > 0 ? scale : Double.MAX_VALUE;
        RibbonPicture before = RibbonPicture.of(both.before(), most);
        RibbonPicture after = RibbonPicture.of(both.after(), most);
        Map<String, String> colors = RibbonPicture.colors(List.of(before, after), palette);
        return new BeforeAfterPicture(both.caption(), before.in(colors), after.in(colors));
    }

    private List<RibbonPicture> both() {
        return List.of(before, after);
    }

    private static String title(RibbonPicture each) {
        return Words.name(each.caption().title());
    }

    private String prefix(String prefix, RibbonPicture each) {
        return prefix + (each == before ? "-before" : "-after");
    }

    @Override
    public String facts() {
        return Amounts.facts(caption, before.whole().unit());
    }

    @Override
    public String description() {
        return Words.clean("Before: " + before.description() + ". After: " + after.description(), Words.REMARK);
    }

    @Override
    public double height() {
        return both().stream().mapToDouble(each -> HEADING + each.height()).sum() + GAP;
    }

    @Override
    public int least() {
        return Math.max(before.least(), after.least());
    }

    @Override
    public void draw(Markup svg, String prefix) {
        double y = 0;
        for (RibbonPicture each : both()) {
            Draw.text(svg, "lg-value", 0, y + 14, Words.fit(title(each), LETTER, NARROWEST));
            svg.open("svg", "y", Markup.number(y + HEADING), "width", "100%", "height", Markup.number(each.height()))
                    .line();
            each.draw(svg, prefix(prefix, each));
            svg.close().line();
            y += HEADING + each.height() + GAP;
        }
    }

    @Override
    public String inline(String prefix) {
        Markup page = new Markup();
        page.open("div", "class", "lg-pair").line();
        for (RibbonPicture each : both()) {
            page.open("div", "style", "flex-basis:" + least() + "px").element("b", title(each));
            page.raw(each.inline(prefix(prefix, each))).close().line();
        }
        return page.close().toString();
    }
}
