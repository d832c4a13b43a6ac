package org.lodegraph.render;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Round numbers and days along an axis. */
final class Axis {

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Axis() {}

    /** At most about so many round numbers from low to high, zero among them if it lies between. */
    static List<Double> marks(double low, double high, int most) {
        double raw = (high - low) / most;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= raw) {
                step = factor * power;
                break;
            }
        }
        ImmutableList.Builder<Double> marks = ImmutableList.builder();
        long last = (long) Math.floor(high / step + 1e-9);
        for (long i = (long) Math.ceil(low / step - 1e-9); i <= last; i++) {
            marks.add(i * step + 0.0);
        }
        return marks.build();
    }

    /** At most so many days with their names: first days of years or of months, or else the first day. */
    static Map<LocalDate, String> days(LocalDate start, LocalDate end, int most) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(start, end));
        long step = 1;
        for (long wider : new long[] {2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, months}) {
            if (months / step >= most) {
                step = wider;
            }
        }
        ImmutableMap.Builder<LocalDate, String> days = ImmutableMap.builder();
        long first = start.getYear() * 12L + start.getMonthValue() - 1 + (start.getDayOfMonth() > 1 ? 1 : 0);
        for (long month = -Math.floorDiv(-first, step) * step; ; month += step) {
            LocalDate day = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
            if (day.isAfter(end)) {
                break;
            }
            String year = Integer.toString(day.getYear());
            days.put(day, step >= 12 ? year : MONTHS.get(day.getMonthValue() - 1) + " " + year);
        }
        Map<LocalDate, String> found = days.build();
        return found.isEmpty() ? ImmutableMap.of(start, start.toString()) : found;
    }
}
