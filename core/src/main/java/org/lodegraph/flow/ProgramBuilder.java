package org.lodegraph.flow;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodegraph.lp.LinearProgram;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Reading;
import org.lodegraph.model.MaterialId;

/**
 * Builds the rows and columns in tons, and measures each in the scale of its material, so that 400 million tons of
 * bauxite and ten tons of gallium stand side by side.
 */
final class ProgramBuilder {

    private final LinearProgram.Builder program = LinearProgram.maximize();
    private final List<Move> moves = new ArrayList<>();
    private final List<Double> columnTons = new ArrayList<>();
    private final List<Limiting> limits = new ArrayList<>();
    private final List<Double> rowTons = new ArrayList<>();
    private final Map<MaterialId, Double> scales = new TreeMap<>();
    private final Map<Integer, Double> costs = new TreeMap<>();

    /** Says how large the flows of a material are, in tons a year; the scale is a power of two, so it rounds nothing. */
    void scale(MaterialId material, double tons) {
        scales.put(material, tons > 0 && tons < Double.POSITIVE_INFINITY ? Math.scalb(1, Math.getExponent(tons)) : 1.0);
    }

    private double scale(MaterialId material) {
        return scales.getOrDefault(material, 1.0);
    }

    /** A column from nothing to no limit, counted in tons of a material. */
    int column(Move move, MaterialId material) {
        moves.add(move);
        columnTons.add(scale(material));
        return program.column((Object) move.label(), 0, Double.POSITIVE_INFINITY, 0);
    }

    /** A row counted in tons of a material; its sum lies between two amounts in tons. */
    int row(Limiting limit, MaterialId material, double low, double high) {
        double tons = scale(material);
        limits.add(limit);
        rowTons.add(tons);
        return program.row(limit, low / tons, high / tons);
    }

    /** Tons in the row per ton in the column. */
    void entry(int row, int column, double tonsPerTon) {
        program.entry(row, column, tonsPerTon * columnTons.get(column) / rowTons.get(row));
    }

    /** What a ton in the column costs; the middle of its range, for it only chooses among equal deliveries. */
    void cost(int column, Figure perTon) {
        if (perTon.isKnown()) {
            costs.merge(column, perTon.at(Reading.CENTRAL) * perTon.unit().factor(), Double::sum);
        }
    }

    /** Cost per ton by column; columns that cost nothing are left out. */
    ImmutableMap<Integer, Double> costs() {
        return ImmutableMap.copyOf(costs);
    }

    LinearProgram build() {
        return program.build();
    }

    ImmutableList<Move> moves() {
        return ImmutableList.copyOf(moves);
    }

    ImmutableList<Limiting> limits() {
        return ImmutableList.copyOf(limits);
    }

    double[] columnTons() {
        return Doubles.toArray(columnTons);
    }

    double[] rowTons() {
        return Doubles.toArray(rowTons);
    }
}
