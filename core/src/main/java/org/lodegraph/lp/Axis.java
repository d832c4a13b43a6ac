package org.lodegraph.lp;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One side of a program, its rows or its columns: what each is called in messages, and its bounds. */
final class Axis {

    final double[] low;
    final double[] high;
    private final String noun;
    private final List<Object> labels;

    private Axis(String noun, List<Object> labels, double[] low, double[] high) {
        this.noun = noun;
        this.labels = labels;
        this.low = low;
        this.high = high;
    }

    int size() {
        return low.length;
    }

    Object label(int index) {
        return labels.get(index);
    }

    String name(int index) {
        return name(noun, labels, index);
    }

    Axis withBounds(double[] newLow, double[] newHigh) {
        return new Axis(noun, labels, newLow, newHigh);
    }

    Axis copy() {
        return withBounds(low.clone(), high.clone());
    }

    /** Writes into a copy that nobody else has seen yet. */
    void set(int index, double newLow, double newHigh) {
        Objects.checkIndex(index, low.length);
        checkBounds(name(index), newLow, newHigh);
        low[index] = newLow;
        high[index] = newHigh;
    }

    /** Where another axis of the same size has other bounds, each once. */
    ImmutableIntArray moved(Axis other) {
        ImmutableIntArray.Builder moved = ImmutableIntArray.builder();
        for (int i = nextMoved(other, 0); i < size(); i = nextMoved(other, i + 1)) {
            moved.add(i);
        }
        return moved.build();
    }

    private int nextMoved(Axis other, int from) {
        return Math.min(mismatch(low, other.low, from), mismatch(high, other.high, from));
    }

    private static int mismatch(double[] one, double[] other, int from) {
        int at = Arrays.mismatch(one, from, one.length, other, from, one.length);
        return at < 0 ? one.length : from + at;
    }

    private static String name(String noun, List<Object> labels, int index) {
        String label = String.valueOf(labels.get(index));
        return label.isEmpty() ? noun + " " + index : noun + " '" + label + "'";
    }

    private static void checkBounds(String name, double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException(Message.of(
                    "%s: a bound is not a number (%s .. %s). Maybe a division by zero came before.",
                    Message.sentence(name), low, high));
        }
        if (low > high) {
            throw new IllegalArgumentException(Message.of(
                    "%s: its lower bound is above its upper bound (%s .. %s). Maybe swap them.",
                    Message.sentence(name), low, high));
        }
        if (low == Double.POSITIVE_INFINITY || high == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(Message.of(
                    "%s: no finite value lies between its bounds (%s .. %s). Maybe an infinite bound has the wrong sign.",
                    Message.sentence(name), low, high));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Axis that
                && Arrays.equals(low, that.low)
                && Arrays.equals(high, that.high)
                && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(labels, Arrays.hashCode(low), Arrays.hashCode(high));
    }

    /** Gathers an axis one row or column at a time. */
    static final class Builder {

        private final String noun;
        private final List<Object> labels = new ArrayList<>();
        private final ImmutableDoubleArray.Builder low = ImmutableDoubleArray.builder();
        private final ImmutableDoubleArray.Builder high = ImmutableDoubleArray.builder();

        Builder(String noun) {
            this.noun = noun;
        }

        int add(Object label, double newLow, double newHigh) {
            labels.add(label);
            int index = labels.size() - 1;
            checkBounds(name(index), newLow, newHigh);
            low.add(newLow);
            high.add(newHigh);
            return index;
        }

        int size() {
            return labels.size();
        }

        String name(int index) {
            return Axis.name(noun, labels, index);
        }

        Axis build() {
            return new Axis(
                    noun,
                    ImmutableList.copyOf(labels),
                    low.build().toArray(),
                    high.build().toArray());
        }
    }
}
