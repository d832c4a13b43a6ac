package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.InstalledLine;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.RecipeId;
import org.lodegraph.model.Rule;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Technology;

/**
 * The policies in force, as they bear on lanes and lines. Goods under a rule that reaches through processing carry a mark,
 * one bit for each such rule, which whatever is made of them inherits.
 */
final class Rules {

    /** Marks double the program with each rule that reaches through processing. */
    private static final int MOST_MARKS = 5;

    private final ImmutableList<Marked> goods;
    private final Technology technology;

    /** A rule on goods with its mark; no bit for a rule that ends at processing. */
    private record Marked(Rule rule, int mark) {}

    Rules(SupplyChain chain) {
        ImmutableList.Builder<Marked> onGoods = ImmutableList.builder();
        int marks = 0;
        for (Rule rule : Rule.inForce(chain)) {
            if (!rule.policy().onTechnology()) {
                boolean through = rule.policy().reach() == Policy.Reach.THROUGH_PROCESSING;
                onGoods.add(new Marked(rule, through ? 1 << marks++ : 0));
            }
        }
        if (marks > MOST_MARKS) {
            throw new IllegalArgumentException(
                    "Policies: %s of them reach through processing on %s, at most %s can. Maybe merge some, or let some end at processing."
                            .formatted(marks, chain.date(), MOST_MARKS));
        }
        goods = onGoods.build();
        technology = Technology.of(chain);
    }

    /** How many combinations of marks there are. */
    int markings() {
        return 1 << (int) goods.stream().filter(marked -> marked.mark != 0).count();
    }

    /** The marks that a country's product carries besides those of its inputs. */
    int marks(MaterialId material, CountryId maker) {
        int marks = 0;
        for (Marked marked : goods) {
            marks |= marked.rule.covers(material, maker) ? marked.mark : 0;
        }
        return marks;
    }

    /** The policies that bear on a lane. */
    List<Policy> on(MaterialId material, CountryId origin, CountryId destination, int marks) {
        List<Policy> policies = new ArrayList<>();
        for (Marked marked : goods) {
            boolean covered = marked.rule.covers(material, origin) || (marks & marked.mark) != 0;
            if (covered && marked.rule.guards(destination)) {
                policies.add(marked.rule.policy());
            }
        }
        return policies;
    }

    /**
     * What exporters must share to go through one pool: every rule bears on them alike. An exporter that issued a rule
     * stands apart from those it is aimed at, and so on.
     */
    List<Boolean> signature(MaterialId material, CountryId exporter) {
        return goods.stream()
                .map(marked -> marked.rule.covers(material, exporter))
                .toList();
    }

    /** The technology policy that keeps a line from running a recipe, if one does. */
    Optional<Policy> blocking(InstalledLine line, RecipeId recipe) {
        return technology.blocking(line, recipe);
    }
}
