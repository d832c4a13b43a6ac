package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.lp.Solvers;

/** Small nets of steps and pools as plain lists, and the slow, obvious twins of {@link Mixing}. */
final class Nets {

    /** What a step draws from, and how much it feeds into which pool. */
    record Step(List<Integer> draws, TreeMap<Integer, Double> feeds) {}

    final int pools;
    final List<Step> steps = new ArrayList<>();

    Nets(int pools) {
        this.pools = pools;
    }

    /** One more step that feeds one pool, or with an amount of 0 only draws. */
    Nets step(int into, double amount, Integer... from) {
        TreeMap<Integer, Double> feeds = new TreeMap<>();
        if (amount > 0) {
            feeds.put(into, amount);
        }
        steps.add(new Step(List.of(from), feeds));
        return this;
    }

    /** A net; every fourth one flows one way only, without a circle; some amounts are ten times smaller. */
    static Nets random(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Nets net = new Nets(1 + random.nextInt(9));
        int count = 1 + random.nextInt(16);
        for (int i = 0; i < count; i++) {
            TreeSet<Integer> draws = new TreeSet<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                draws.add(random.nextInt(net.pools));
            }
            TreeMap<Integer, Double> feeds = new TreeMap<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                double amount = 1 + random.nextInt(5);
                int pool = random.nextInt(net.pools);
                if (seed % 4 != 0 || draws.isEmpty() || pool > draws.last()) {
                    feeds.put(pool, random.nextInt(8) == 0 ? amount * 0.1 : amount);
                }
            }
            net.steps.add(new Step(List.copyOf(draws), feeds));
        }
        return net;
    }

    /** Where circles turn thousands of times before they let go, a program's tolerance is too wide. */
    boolean hasSmallAmounts() {
        return steps.stream().anyMatch(step -> step.feeds.values().stream().anyMatch(amount -> amount < 1));
    }

    static BitSet randomMembers(Nets net, RandomGenerator random) {
        BitSet members = new BitSet();
        for (int step = 0; step < net.steps.size(); step++) {
            members.set(step, random.nextInt(4) == 0);
        }
        return members;
    }

    Mixing mixing() {
        Mixing.Builder builder = new Mixing.Builder();
        for (int pool = 0; pool < pools; pool++) {
            builder.pool();
        }
        for (Step step : steps) {
            int number = builder.step();
            step.draws.forEach(pool -> builder.draw(number, pool));
            step.feeds.forEach((pool, amount) -> builder.feed(number, pool, amount));
        }
        return builder.build();
    }

    double[] shares(Integer... members) {
        BitSet set = new BitSet();
        for (int member : members) {
            set.set(member);
        }
        return mixing().shares(set);
    }

    /** From nothing upward, again and again over every step and every pool, until not a bit moves. */
    double[] iterated(BitSet members) {
        double[] mix = new double[pools];
        double[] shares = new double[steps.size()];
        boolean moves = true;
        for (int sweep = 0; moves && sweep < 1_000_000; sweep++) {
            moves = false;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = members.get(i) ? 1 : 0;
                for (int pool : steps.get(i).draws) {
                    shares[i] = Math.max(shares[i], mix[pool]);
                }
            }
            for (int pool = 0; pool < pools; pool++) {
                double passed = 0;
                double all = 0;
                for (int i = 0; i < shares.length; i++) {
                    double amount = steps.get(i).feeds.getOrDefault(pool, 0.0);
                    passed += amount * shares[i];
                    all += amount;
                }
                double now = all > 0 ? passed / all : 0;
                moves |= now != mix[pool];
                mix[pool] = now;
            }
        }
        return shares;
    }

    /** The least solution is the least that is no less than what follows from it: a linear program. */
    double[] programmed(BitSet members) {
        LinearProgram.Builder program = LinearProgram.minimize();
        int[] step = new int[steps.size()];
        int[] mix = new int[pools];
        for (int i = 0; i < step.length; i++) {
            step[i] = program.column("step " + i, members.get(i) ? 1 : 0, 1, 1);
        }
        for (int pool = 0; pool < pools; pool++) {
            mix[pool] = program.column("pool " + pool, 0, 1, 1);
            double all = 0;
            for (Step each : steps) {
                all += each.feeds.getOrDefault(pool, 0.0);
            }
            int row = program.row("mix " + pool, 0, Double.POSITIVE_INFINITY);
            program.entry(row, mix[pool], 1);
            for (int i = 0; i < step.length; i++) {
                double amount = steps.get(i).feeds.getOrDefault(pool, 0.0);
                if (amount > 0) {
                    program.entry(row, step[i], -amount / all);
                }
            }
        }
        for (int i = 0; i < step.length; i++) {
            for (int pool : steps.get(i).draws) {
                int row = program.row("step %s of %s".formatted(i, pool), 0, Double.POSITIVE_INFINITY);
                program.entry(row, step[i], 1);
                program.entry(row, mix[pool], -1);
            }
        }
        double[] all = Solvers.standard().solve(program.build()).optimal().values();
        return Arrays.copyOf(all, step.length);
    }

    /** Steps that a member reaches along flows. */
    BitSet reached(BitSet members) {
        BitSet reached = (BitSet) members.clone();
        BitSet before = new BitSet();
        while (!reached.equals(before)) {
            before = (BitSet) reached.clone();
            BitSet wet = new BitSet();
            before.stream().forEach(i -> steps.get(i).feeds.keySet().forEach(wet::set));
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).draws.stream().anyMatch(wet::get)) {
                    reached.set(i);
                }
            }
        }
        return reached;
    }
}
