package org.lodegraph.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Shares by proportional mixing: by hand, beside two slow twins, and what must hold of all of them. */
class MixingTest {

    private static final int NETS = 4000;

    /** Two suppliers of 30 t and 10 t feed a pool: 30 / 40 of what is drawn is from the first. */
    @Test
    void aPoolMixesInProportion() {
        Nets net = new Nets(1).step(0, 30).step(0, 10).step(0, 0, 0);

        assertThat(net.shares(0)).containsExactly(1, 0, 0.75);
        assertThat(net.shares(1)).containsExactly(0, 1, 0.25);
        assertThat(net.shares(0, 1)).containsExactly(1, 1, 1);
    }

    /** One after the other: the share is handed on unchanged. */
    @Test
    void aSeriesHandsOn() {
        Nets net = new Nets(3).step(0, 1).step(0, 4).step(1, 5, 0).step(2, 5, 1).step(0, 0, 2);

        assertThat(net.shares(0)[4]).isEqualTo(0.2);
        assertThat(net.shares(2)[4]).isEqualTo(1);
        // members in a row are one passage, not two
        assertThat(net.shares(0, 3)[4]).isEqualTo(1);
    }

    /**
     * Ore is 3/4 of the group's, acid 1/2: a product of both is 3/4, however little ore a ton of it takes. The sum would be
     * 5/4; a mean by mass would fall with every ton of water in the recipe.
     */
    @Test
    void aStepOfTwoInputsHasTheLargerShare() {
        Nets net = new Nets(3).step(0, 3).step(0, 1).step(1, 500).step(1, 500).step(2, 7, 0, 1);

        assertThat(net.shares(0, 2)[4]).isEqualTo(0.75);
        assertThat(net.shares(2)[4]).isEqualTo(0.5);
    }

    /** A step that feeds two pools gives each its share; what is drawn of them later meets again as one. */
    @Test
    void jointProductsShareTheShareOfTheirRun() {
        Nets net = new Nets(4).step(0, 1).step(0, 3);
        net.steps.add(new Nets.Step(List.of(0), new TreeMap<>(Map.of(1, 5.0, 2, 0.1))));
        net.step(3, 1, 1, 2);

        assertThat(net.shares(0)).containsExactly(1, 0, 0.25, 0.25);
    }

    /**
     * Metal is 6 t new and 4 t remelted of scrap, which is cut from metal. New is 2/3 of the group's: x = (4 + 4 x) / 10
     * gives x = 2/3, for scrap is metal that was new once.
     */
    @Test
    void aLoopHandsOnWhatFeedsIt() {
        Nets net = new Nets(2).step(0, 4).step(0, 2).step(1, 4, 0).step(0, 4, 1).step(0, 0, 0);

        assertThat(net.shares(0)[4]).isCloseTo(2 / 3.0, within(1e-15));
        // the remelter itself: x = (4 + 6 * 0) / 10, and the cutting, which feeds it: the same
        assertThat(net.shares(3)[4]).isCloseTo(0.4, within(1e-15));
        assertThat(net.shares(2)[4]).isCloseTo(0.4, within(1e-15));
    }

    /** All but a billionth of the metal is its own scrap: still, what came in is the group's. */
    @Test
    void anAlmostClosedLoopIsExact() {
        Nets net = new Nets(1).step(0, 2e-9).step(0, 1e-9).step(0, 1, 0).step(0, 0, 0);

        assertThat(net.shares(0)[3]).isCloseTo(2 / 3.0, within(1e-15));
    }

    /** A solvent is won back whole: it comes from nowhere, and carries what its users carry. */
    @Test
    void aClosedLoopCarriesNothingOfItsOwn() {
        // ore 0 of the group, solvent 1, spent 2, metal 3
        Nets net = new Nets(4).step(0, 1).step(0, 1);
        net.steps.add(new Nets.Step(List.of(0, 1), new TreeMap<>(Map.of(2, 1.0, 3, 1.0))));
        net.step(1, 1, 2).step(3, 0, 3);

        assertThat(net.shares(0)[4]).isEqualTo(0.5);
        assertThat(net.shares(3)[4]).isEqualTo(1);
        assertThat(net.shares()[4]).isZero();
    }

    /**
     * The loop decides: alloy needs metal (1/2 of the group) and scrap; scrap is 9 t of alloy and 1 t of the group's own.
     * From metal alone scrap is (1 + 9 / 2) / 10 = 0.55 > 1/2, so scrap decides alloy, and x = (1 + 9 x) / 10 gives 1.
     */
    @Test
    void theDecidingInputMayLieOnTheLoop() {
        Nets net = new Nets(3)
                .step(0, 1)
                .step(0, 1)
                .step(1, 1)
                .step(2, 1, 0, 1)
                .step(1, 9, 2)
                .step(2, 0, 2);

        assertThat(net.shares(0, 2)[5]).isCloseTo(1, within(1e-15));
        // without the scrap of the group: from metal (1/2) it is 9 / 20, which does not decide
        assertThat(net.shares(0)[5]).isEqualTo(0.5);
    }

    @Test
    void equalsItsTwins() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (long seed = 0; seed < NETS; seed++) {
            Nets net = Nets.random(seed);
            for (int i = 0; i < 3; i++) {
                BitSet members = Nets.randomMembers(net, random);
                double[] shares = net.mixing().shares(members);

                assertThat(shares).as("seed %s", seed).containsExactly(net.iterated(members), within(1e-11));
                if (seed % 10 == 0 && !net.hasSmallAmounts()) {
                    assertThat(shares).as("seed %s", seed).containsExactly(net.programmed(members), within(1e-8));
                }
            }
        }
    }

    @Test
    void sharesLieBetweenNothingAndAllAndGrowWithTheGroup() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        for (long seed = 0; seed < NETS; seed++) {
            Nets net = Nets.random(seed);
            Mixing mixing = net.mixing();
            BitSet members = Nets.randomMembers(net, random);
            double[] shares = mixing.shares(members);
            BitSet more = (BitSet) members.clone();
            more.or(Nets.randomMembers(net, random));
            double[] larger = mixing.shares(more);
            for (int step = 0; step < shares.length; step++) {
                assertThat(shares[step]).isBetween(0.0, 1.0);
                assertThat(larger[step]).as("seed %s", seed).isGreaterThanOrEqualTo(shares[step] - 1e-12);
            }
        }
    }

    @Test
    void isNothingExactlyWhereNoFlowOfAMemberComes() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        for (long seed = 0; seed < NETS; seed++) {
            Nets net = Nets.random(seed);
            BitSet members = Nets.randomMembers(net, random);
            double[] shares = net.mixing().shares(members);
            BitSet reached = net.reached(members);
            for (int step = 0; step < shares.length; step++) {
                assertThat(shares[step] > 0).as("seed %s, step %s", seed, step).isEqualTo(reached.get(step));
            }
        }
    }
}
