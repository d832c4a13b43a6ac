package org.lodegraph.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the colors out of the style and measures them: contrast after WCAG 2.2, color blindness after Machado et al. 2009. */
class ColorTest {

    /** What WCAG asks of text of usual size. */
    private static final double TEXT = 4.5;
    /** What it asks of marks that carry meaning. */
    private static final double MARK = 3;
    /** How far apart two colors must lie in CIELAB so that they are told apart at a glance, side by side. */
    private static final double APART = 10;

    /** DOI 10.1109/TVCG.2009.113, severity 1, on linear RGB. */
    private static final Map<String, double[][]> BLINDNESS = Map.of(
            "none", new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
            "protanopia",
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    },
            "deuteranopia",
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    });

    private static String fill(String name, boolean dark) {
        return color(name, "fill", dark);
    }

    /** The fill or stroke of a class, in light or in dark; what dark does not say is as in light. */
    private static String color(String name, String of, boolean dark) {
        Pattern rule =
                Pattern.compile("\\.%s[^{}]*\\{(?:[^}]*;)?%s:(#[0-9a-f]{3,6})".formatted(name + "(?![\\w-])", of));
        List<String> parts = dark ? List.of(Style.PICTURE_DARK, Style.PICTURE) : List.of(Style.PICTURE);
        for (String part : parts) {
            Matcher found = rule.matcher(part);
            if (found.find()) {
                return found.group(1);
            }
        }
        throw new AssertionError("no %s of %s".formatted(of, name));
    }

    private static double[] linear(String hex) {
        String digits = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(digits.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double contrast(String one, String two) {
        double a = luminance(linear(one)) + 0.05;
        double b = luminance(linear(two)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double[] seen(double[] rgb, double[][] by) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = by[i][0] * rgb[0] + by[i][1] * rgb[1] + by[i][2] * rgb[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        return seen;
    }

    private static double[] lab(double[] rgb) {
        double x = f((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
        double y = f(luminance(rgb));
        double z = f((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double apart(String one, String two, double[][] by) {
        double[] a = lab(seen(linear(one), by));
        double[] b = lab(seen(linear(two), by));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void wordsStandOutFromWhatTheyStandOn(boolean dark) {
        Map<String, Double> contrasts = new LinkedHashMap<>();
        String page = fill("lg-page", dark);
        for (String words : List.of("lg-title", "lg-ink", "lg-value", "lg-soft")) {
            contrasts.put(words, contrast(fill(words, dark), page));
        }
        contrasts.put("lg-badge-text", contrast(fill("lg-badge-text", dark), fill("lg-badge", dark)));
        for (int i = 0; i <= Style.COLORS; i++) {
            contrasts.put("lg-on" + i, contrast(fill("lg-on" + i, dark), fill("lg-c" + i, dark)));
        }

        assertThat(contrasts)
                .allSatisfy((words, contrast) -> assertThat(contrast).as(words).isGreaterThanOrEqualTo(TEXT));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noTwoColorsLookAlikeToAnybody(boolean dark) {
        List<String> colors = new ArrayList<>();
        for (int i = 0; i <= Style.COLORS; i++) {
            colors.add("lg-c" + i);
        }
        BLINDNESS.forEach((name, by) -> {
            for (int i = 0; i < colors.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(apart(fill(colors.get(i), dark), fill(colors.get(j), dark), by))
                            .as("%s and %s, %s, dark: %s", colors.get(i), colors.get(j), name, dark)
                            .isGreaterThan(APART);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDrawnStandsOutFromThePage(boolean dark) {
        String page = fill("lg-page", dark);
        for (int i = 0; i <= Style.COLORS; i++) {
            assertThat(contrast(fill("lg-c" + i, dark), page)).as("lg-c" + i).isGreaterThanOrEqualTo(MARK);
            assertThat(contrast(color("lg-s" + i, "stroke", dark), page))
                    .as("lg-s" + i)
                    .isGreaterThanOrEqualTo(MARK);
        }
        for (String line : List.of(
                "lg-wire",
                "lg-axis",
                "lg-end",
                "lg-reference",
                "lg-event",
                "lg-lost",
                "lg-gained",
                "lg-all",
                "lg-one",
                "lg-goal",
                "lg-ring",
                "lg-joint",
                "lg-narrow",
                "lg-essential",
                "lg-gone",
                "lg-cross",
                "lg-sign-open")) {
            assertThat(contrast(color(line, "stroke", dark), page)).as(line).isGreaterThanOrEqualTo(MARK);
        }
        for (String shape : List.of("lg-gate", "lg-sign", "lg-badge")) {
            assertThat(contrast(fill(shape, dark), page)).as(shape).isGreaterThanOrEqualTo(MARK);
        }
        assertThat(contrast(fill("lg-hatch", dark), fill("lg-track", dark)))
                .as("what is unknown")
                .isGreaterThanOrEqualTo(MARK);
    }

    /** A color over the page, as strong as so much of it. */
    private static String blend(String color, String page, double strength) {
        StringBuilder hex = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            long value = Math.round(strength * channel(color, i) + (1 - strength) * channel(page, i));
            hex.append(String.format("%02x", value));
        }
        return hex.toString();
    }

    private static int channel(String hex, int at) {
        String digits = hex.length() == 4 ? hex.replaceAll("([0-9a-f])", "$1$1") : hex;
        return Integer.parseInt(digits.substring(1 + 2 * at, 3 + 2 * at), 16);
    }

    /** What is new and what is gone has an outline in no color of a country, that is seen around the flow of every country. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatChangesIsMarkedInNoColorOfACountry(boolean dark) {
        String page = fill("lg-page", dark);
        double flow = dark ? 0.5 : 0.42;
        assertThat(dark ? Style.PICTURE_DARK : Style.PICTURE)
                .contains(".lg-flow{fill-opacity:%s}"
                        .formatted(Double.toString(flow).substring(1)));
        for (String mark : List.of("lg-gained", "lg-lost")) {
            String outline = color(mark, "stroke", dark);
            assertThat(outline).as(mark).isEqualTo(fill("lg-ink", dark));
            for (int i = 0; i <= Style.COLORS; i++) {
                String country = fill("lg-c" + i, dark);
                assertThat(contrast(outline, blend(country, page, flow)))
                        .as("%s around lg-c%s, dark: %s", mark, i, dark)
                        .isGreaterThanOrEqualTo(MARK);
                BLINDNESS.forEach((name, by) -> assertThat(apart(outline, country, by))
                        .as("%s and %s, %s, dark: %s", mark, country, name, dark)
                        .isGreaterThan(APART));
            }
        }
    }
}
