package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Traces shares through flows by proportional mixing. Steps draw from pools and feed pools; whatever flows into a pool
 * mixes, and whatever is drawn from it has its mix. Of some members among the steps, the share
 *
 * <ul>
 *   <li>of a member is 1;
 *   <li>of another step is the largest mix among the pools that it draws from, for it needs all of them, and 0 if it draws
 *       from none;
 *   <li>of a pool, its mix, is the mean of the shares of the steps that feed it, weighted by amount.
 * </ul>
 *
 * <p>Where flows go in circles this is an equation; its least solution is taken: what passed a member a finite number of
 * steps ago. It is the only solution if nothing feeds on itself alone (decision 0008).
 *
 * <p>What lies ahead of all circles, and what lies behind them, is read once, in order. Between, the pool that decides each
 * step is guessed, the linear equations that follow are solved by elimination without a subtraction (Grassmann, Taksar and
 * Heyman 1985, DOI 10.1287/opre.33.5.1107), and the guess is improved until nothing improves it. Immutable.
 */
final class Mixing {

    /** A pool must be larger than the one that decides a step by more than rounding to take its place. */
    private static final double MORE = 1 + 1e-13;

    private final int[][] draws;
    private final int[][] feeders;
    private final double[][] amounts;
    private final int[] ahead;
    private final int[] circles;
    private final int[] behind;

    /** Of each circling pool its place among them; -1 for all others. */
    private final int[] place;

    private Mixing(int[][] draws, int[][] feeds, int[][] users, int[][] feeders, double[][] amounts) {
        this.draws = draws;
        this.feeders = feeders;
        this.amounts = amounts;
        ahead = peel(feeders, draws, feeds, users);
        BitSet settled = set(ahead);
        int[] rest = Arrays.stream(peel(users, feeds, draws, feeders))
                .filter(pool -> !settled.get(pool))
                .toArray();
        behind = IntStream.range(0, rest.length)
                .map(i -> rest[rest.length - 1 - i])
                .toArray();
        settled.or(set(rest));
        circles = IntStream.range(0, feeders.length)
                .filter(pool -> !settled.get(pool))
                .toArray();
        place = new int[feeders.length];
        Arrays.fill(place, -1);
        for (int i = 0; i < circles.length; i++) {
            place[circles[i]] = i;
        }
    }

    /** Pools in an order in which each comes after all that leads into it; those on and beyond circles are left out. */
    private static int[] peel(int[][] into, int[][] stepInto, int[][] stepOut, int[][] out) {
        int[] waits = Arrays.stream(into).mapToInt(steps -> steps.length).toArray();
        int[] stepWaits =
                Arrays.stream(stepInto).mapToInt(pools -> pools.length).toArray();
        int[] order = new int[into.length];
        int count = 0;
        for (int pool = 0; pool < into.length; pool++) {
            if (waits[pool] == 0) {
                order[count++] = pool;
            }
        }
        for (int step = 0; step < stepInto.length; step++) {
            if (stepInto[step].length == 0) {
                count = release(stepOut[step], waits, order, count);
            }
        }
        for (int first = 0; first < count; first++) {
            for (int step : out[order[first]]) {
                if (--stepWaits[step] == 0) {
                    count = release(stepOut[step], waits, order, count);
                }
            }
        }
        return Arrays.copyOf(order, count);
    }

    private static int release(int[] pools, int[] waits, int[] order, int count) {
        int last = count;
        for (int pool : pools) {
            if (--waits[pool] == 0) {
                order[last++] = pool;
            }
        }
        return last;
    }

    private static BitSet set(int[] pools) {
        BitSet set = new BitSet();
        for (int pool : pools) {
            set.set(pool);
        }
        return set;
    }

    /** The pools that a step draws from. */
    int[] drawn(int step) {
        return draws[step].clone();
    }

    /** The steps that feed a pool. */
    int[] feeding(int pool) {
        return feeders[pool].clone();
    }

    /** How much each of them feeds it, in their order. */
    double[] amounts(int pool) {
        return amounts[pool].clone();
    }

    /** The share of every step that passed a member. */
    double[] shares(BitSet members) {
        double[] mix = new double[feeders.length];
        for (int pool : ahead) {
            mix[pool] = mixed(pool, mix, members);
        }
        if (circles.length > 0) {
            circle(mix, members);
        }
        for (int pool : behind) {
            mix[pool] = mixed(pool, mix, members);
        }
        double[] shares = new double[draws.length];
        for (int step = 0; step < shares.length; step++) {
            shares[step] = share(step, mix, members);
        }
        return shares;
    }

    private double share(int step, double[] mix, BitSet members) {
        if (members.get(step)) {
            return 1;
        }
        int pool = deciding(step, mix);
        return pool < 0 ? 0 : mix[pool];
    }

    /** The first pool of the largest mix among those that a step draws from; -1 if it draws from none. */
    private int deciding(int step, double[] mix) {
        int deciding = -1;
        for (int pool : draws[step]) {
            if (deciding < 0 || mix[pool] > mix[deciding]) {
                deciding = pool;
            }
        }
        return deciding;
    }

    private double mixed(int pool, double[] mix, BitSet members) {
        double passed = 0;
        double all = 0;
        for (int k = 0; k < feeders[pool].length; k++) {
            passed += amounts[pool][k] * share(feeders[pool][k], mix, members);
            all += amounts[pool][k];
        }
        return all > 0 ? Math.min(1, passed / all) : 0;
    }

    // ---- circles

    private void circle(double[] mix, BitSet members) {
        int[] decides = new int[draws.length];
        for (int pool : circles) {
            for (int step : feeders[pool]) {
                decides[step] = members.get(step) ? -1 : deciding(step, mix);
            }
        }
        do {
            new Elimination(mix, members, decides).solve();
        } while (improve(mix, members, decides));
    }

    private boolean improve(double[] mix, BitSet members, int[] decides) {
        boolean better = false;
        for (int pool : circles) {
            for (int step : feeders[pool]) {
                if (!members.get(step) && draws[step].length > 1) {
                    int other = deciding(step, mix);
                    if (mix[other] > mix[decides[step]] * MORE) {
                        decides[step] = other;
                        better = true;
                    }
                }
            }
        }
        return better;
    }

    /**
     * The mixes of the circling pools, once it is decided which pool each step goes by: how likely it is to end at a member,
     * walking upstream at random. Pools are taken out one after the other; what never ends is 0.
     */
    private final class Elimination {

        private final double[] mix;
        private final double[][] walk;
        private final double[] member;
        private final double[] elsewhere;

        Elimination(double[] mix, BitSet members, int[] decides) {
            int size = circles.length;
            this.mix = mix;
            walk = new double[size][size];
            member = new double[size];
            elsewhere = new double[size];
            for (int i = 0; i < size; i++) {
                int pool = circles[i];
                for (int k = 0; k < feeders[pool].length; k++) {
                    int step = feeders[pool][k];
                    double amount = amounts[pool][k];
                    int next = decides[step];
                    if (next >= 0 && place[next] >= 0) {
                        walk[i][place[next]] += amount;
                    } else {
                        double share = members.get(step) ? 1 : next < 0 ? 0 : mix[next];
                        member[i] += amount * share;
                        elsewhere[i] += amount * (1 - share);
                    }
                }
            }
        }

        void solve() {
            double[] out = new double[walk.length];
            for (int last = walk.length - 1; last >= 0; last--) {
                out[last] = member[last] + elsewhere[last];
                for (int j = 0; j < last; j++) {
                    out[last] += walk[last][j];
                }
                for (int i = 0; i < last; i++) {
                    if (walk[i][last] > 0) {
                        takeOut(last, i, out[last]);
                    }
                }
            }
            for (int i = 0; i < walk.length; i++) {
                double passed = member[i];
                for (int j = 0; j < i; j++) {
                    passed += walk[i][j] * mix[circles[j]];
                }
                mix[circles[i]] = out[i] > 0 ? Math.min(1, passed / out[i]) : 0;
            }
        }

        /** Whoever walked from one pool to the last one walks on from there. */
        private void takeOut(int last, int from, double out) {
            if (!(out > 0)) {
                elsewhere[from] += walk[from][last];
                return;
            }
            double part = walk[from][last] / out;
            for (int j = 0; j < last; j++) {
                walk[from][j] += part * walk[last][j];
            }
            member[from] += part * member[last];
            elsewhere[from] += part * elsewhere[last];
        }
    }

    /** Gathers steps and pools; both are numbered from 0 as they come. */
    static final class Builder {

        private final List<List<Integer>> draws = new ArrayList<>();
        private final List<List<Integer>> feeds = new ArrayList<>();
        private final List<List<Integer>> users = new ArrayList<>();
        private final List<List<Integer>> feeders = new ArrayList<>();
        private final List<List<Double>> amounts = new ArrayList<>();

        int pool() {
            users.add(new ArrayList<>());
            feeders.add(new ArrayList<>());
            amounts.add(new ArrayList<>());
            return feeders.size() - 1;
        }

        int step() {
            draws.add(new ArrayList<>());
            feeds.add(new ArrayList<>());
            return draws.size() - 1;
        }

        /** A step draws from a pool, which it does once. */
        void draw(int step, int pool) {
            draws.get(step).add(pool);
            users.get(pool).add(step);
        }

        /** A step feeds a pool, which it does once, with an amount above 0 in a unit of the pool. */
        void feed(int step, int pool, double amount) {
            feeds.get(step).add(pool);
            feeders.get(pool).add(step);
            amounts.get(pool).add(amount);
        }

        Mixing build() {
            return new Mixing(
                    ints(draws),
                    ints(feeds),
                    ints(users),
                    ints(feeders),
                    amounts.stream()
                            .map(row ->
                                    row.stream().mapToDouble(amount -> amount).toArray())
                            .toArray(double[][]::new));
        }

        private static int[][] ints(List<List<Integer>> lists) {
            return lists.stream()
                    .map(row -> row.stream().mapToInt(number -> number).toArray())
                    .toArray(int[][]::new);
        }
    }
}
