package org.lodegraph.reference;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.MaterialId;

/**
 * That the goods of one world table are made of the goods of another.
 *
 * @param material what is made
 * @param stage the stage of its table
 * @param form the form of its table; may be empty
 * @param feed what it is made of
 * @param feedStage the stage of that table
 * @param feedForm the form of that table; may be empty
 * @param perTon tons of the feed per ton made, each on the basis of its table
 */
public record Tie(
        MaterialId material,
        String stage,
        String form,
        MaterialId feed,
        String feedStage,
        String feedForm,
        Figure perTon) {

    /**
     * Checks that what is needed is a number of tons per ton.
     *
     * @throws IllegalArgumentException if the unit is another, or the number unknown
     */
    public Tie {
        if (!perTon.isKnown() || !perTon.unit().equals(Unit.ONE)) {
            throw new IllegalArgumentException(
                    "Tie of '%s' to '%s': it needs tons per ton (seen: %s). Maybe state a range in Unit.ONE."
                            .formatted(material, feed, perTon));
        }
    }

    /**
     * A tie between two steps of one material, whose tables have no forms.
     *
     * @param material such as {@code cobalt}
     * @param stage of what is made, such as {@code refinery}
     * @param feedStage of what it is made of, such as {@code mine}
     * @param perTon tons of the feed per ton made
     * @return the tie
     */
    public static Tie of(String material, String stage, String feedStage, Figure perTon) {
        MaterialId id = new MaterialId(material);
        return new Tie(id, stage, "", id, feedStage, "", perTon);
    }

    /** What is made, whatever it is made of. */
    List<Object> goods() {
        return ImmutableList.of(material, stage, form);
    }

    /** What it is made of. */
    List<Object> from() {
        return ImmutableList.of(feed, feedStage, feedForm);
    }

    /** All but the number. */
    List<Object> ends() {
        return ImmutableList.of(goods(), from());
    }

    static Tie of(Row row, Map<String, Source> sources) {
        return new Tie(
                row.material(),
                row.text("stage"),
                row.find("form").orElse(""),
                row.as("feed", MaterialId::new),
                row.text("feed_stage"),
                row.find("feed_form").orElse(""),
                row.figure(sources));
    }
}
