package org.lodegraph.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.DemandId;
import org.lodegraph.model.Names;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;

/**
 * How the share of a supply that has passed through a group comes about, upstream from hand to hand: of each pool, each
 * origin's part times the share of it that has passed. What is only shipped is told as where it comes from.
 */
final class Hands {

    /** So many origins of a pool are told apart, those through which most passes; the others are added up. */
    private static final int APART = 3;

    /** So many pools are told one behind the other. */
    private static final int DEEP = 4;

    /** An origin of so much of a pool is its only one. */
    private static final double ALONE = 1 - 1e-12;

    private final Names names;
    private final TracedFlows.Net net;
    private final BitSet members;
    private final double[] shares;

    Hands(SupplyChain chain, TracedFlows.Net net, BitSet members, double[] shares) {
        this.names = Names.of(chain);
        this.net = net;
        this.members = members;
        this.shares = shares;
    }

    /** The share of what some demands get that has passed through the group. */
    Tree.Node node(String label, Collection<DemandId> demands) {
        double served = net.served(demands);
        Map<Integer, Double> parts = new LinkedHashMap<>();
        demands.stream()
                .flatMap(demand -> net.serving(demand).stream())
                .forEach(serving -> add(parts, serving.step(), serving.tons() / served, new BitSet()));
        return sum(label, parts, new BitSet(), DEEP);
    }

    /** So much of a step, as those who made it: what only ships is told as what it ships. */
    private void add(Map<Integer, Double> parts, int step, double part, BitSet path) {
        int[] drawn = net.mixing().drawn(step);
        if (drawn.length == 1 && !makes(step) && !members.get(step) && !path.get(drawn[0])) {
            addMix(parts, drawn[0], part, path);
        } else {
            parts.merge(step, part, Double::sum);
        }
    }

    private void addMix(Map<Integer, Double> parts, int pool, double part, BitSet path) {
        int[] feeding = net.mixing().feeding(pool);
        double[] amounts = net.mixing().amounts(pool);
        double all = DoubleStream.of(amounts).sum();
        path.set(pool);
        for (int k = 0; k < feeding.length; k++) {
            add(parts, feeding[k], part * amounts[k] / all, path);
        }
        path.clear(pool);
    }

    private boolean makes(int step) {
        return net.moves()
                .get(step)
                .filter(move -> move instanceof Move.Run || move instanceof Move.Release)
                .isPresent();
    }

    private Tree.Node sum(String label, Map<Integer, Double> parts, BitSet above, int deep) {
        List<Map.Entry<Integer, Double>> ranked = parts.entrySet().stream()
                .filter(entry -> passed(entry) > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> entry) -> -passed(entry))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        int apart = ranked.size() <= APART + 1 ? ranked.size() : APART;
        List<Tree.Node> terms = new ArrayList<>();
        ranked.subList(0, apart).forEach(entry -> terms.add(term(entry.getKey(), entry.getValue(), above, deep)));
        if (apart < ranked.size()) {
            terms.add(Derivation.given(
                    "through %s more".formatted(ranked.size() - apart),
                    share(ranked.subList(apart, ranked.size()).stream()
                            .mapToDouble(this::passed)
                            .sum()),
                    "part x share of each, added up"));
        }
        return terms.isEmpty()
                ? Derivation.given(label, share(0), "nothing of it passed through the group")
                : Derivation.sum(label, Unit.SHARE, terms);
    }

    private double passed(Map.Entry<Integer, Double> entry) {
        return entry.getValue() * shares[entry.getKey()];
    }

    private Tree.Node term(int step, double part, BitSet above, int deep) {
        String label = "from " + name(step);
        if (members.get(step)) {
            return Derivation.given(label, share(part), "its part of the supply; it belongs to the group");
        }
        Tree.Node upstream = upstream(step, above, deep);
        return part > ALONE
                ? upstream.labeled(label + ", the only origin")
                : Derivation.product(
                        label,
                        Unit.SHARE,
                        Derivation.given("its part of the supply", share(part), "as all mix in proportion"),
                        upstream);
    }

    /** What a step that is no member draws: its input of which most has passed through the group decides. */
    private Tree.Node upstream(int step, BitSet above, int deep) {
        String label = net.mixing().drawn(step).length > 1
                ? "of the input of which most passed through the group"
                : "of its input, passed through the group";
        if (deep == 1 || above.get(step)) {
            return Derivation.given(
                    label,
                    share(shares[step]),
                    above.get(step) ? "as above: it goes in a circle" : "not followed further");
        }
        Map<Integer, Double> decides = new LinkedHashMap<>();
        for (int pool : net.mixing().drawn(step)) {
            Map<Integer, Double> parts = new LinkedHashMap<>();
            addMix(parts, pool, 1, new BitSet());
            if (decides.isEmpty() || total(parts) > total(decides)) {
                decides = parts;
            }
        }
        BitSet seen = (BitSet) above.clone();
        seen.set(step);
        return sum(label, decides, seen, deep - 1);
    }

    private double total(Map<Integer, Double> parts) {
        return parts.entrySet().stream().mapToDouble(this::passed).sum();
    }

    private String name(int step) {
        Move move = net.moves().get(step).orElse(null);
        if (move instanceof Move.Run run) {
            return names.name(run.line());
        } else if (move instanceof Move.Via via) {
            return "link " + via.link();
        } else if (move instanceof Move.Release release) {
            return "stock " + release.stock();
        }
        return "elsewhere";
    }

    private static Range share(double value) {
        return Range.exactly(Math.min(1, value), Unit.SHARE);
    }
}
