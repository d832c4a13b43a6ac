package org.lodegraph.query;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodegraph.measure.Share;
import org.lodegraph.model.Stage;

/**
 * How much of what it uses somebody wants to be able to make, stage by stage.
 *
 * @param name what people call it
 * @param parts what is wanted at which stages
 * @param fromOneAtMost the largest part of its use, at any stage, that may come from one country outside; empty if that does
 *     not matter
 */
public record Benchmark(String name, List<Part> parts, Optional<Share> fromOneAtMost) {

    /**
     * What is wanted at some stages.
     *
     * @param name what people call them together
     * @param stages the stages
     * @param share the part of the use that capacity at these stages is to cover
     */
    public record Part(String name, Set<Stage> stages, Share share) {
        /** Puts the stages in order. */
        public Part {
            stages = Sets.immutableEnumSet(stages);
        }
    }

    /** All of one's own use, at every stage. */
    public static final Benchmark OWN_USE = new Benchmark(
            "own use",
            ImmutableList.of(new Part("every stage", EnumSet.allOf(Stage.class), Share.ALL)),
            Optional.empty());

    /**
     * The benchmarks of the European Union for 2030: 10 % of its use extracted, 40 % processed, 25 % recycled, at most 65 %
     * of any stage from one third country. They are for the Union's use of strategic raw materials taken together, and for each
     * only a direction; here they are held against one. Regulation (EU) 2024/1252, article 5(1).
     */
    public static final Benchmark EU_2030 = new Benchmark(
            "EU benchmarks for 2030",
            ImmutableList.of(
                    new Part("extraction", ImmutableSet.of(Stage.EXTRACTION, Stage.CONCENTRATION), Share.percent(10)),
                    new Part(
                            "processing",
                            ImmutableSet.of(
                                    Stage.SMELTING, Stage.REFINING, Stage.SEPARATION, Stage.CHEMICAL, Stage.ALLOY),
                            Share.percent(40)),
                    new Part("recycling", ImmutableSet.of(Stage.COLLECTION, Stage.RECYCLING), Share.percent(25))),
            Optional.of(Share.percent(65)));

    /** Copies the parts. */
    public Benchmark {
        parts = ImmutableList.copyOf(parts);
    }

    @Override
    public String toString() {
        return name;
    }
}
