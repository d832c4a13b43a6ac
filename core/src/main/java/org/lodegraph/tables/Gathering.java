package org.lodegraph.tables;

import com.google.common.base.Joiner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodegraph.io.FileProblem;

/** Gathers what rows say, and those that cannot be read. Used once. */
final class Gathering<T> {

    private final TableFormat<T> format;
    private final TableFormat.RowReader<T> reader;
    private final Sheet sheet;
    private final List<T> rows = new ArrayList<>();
    private final List<FileProblem> rejected = new ArrayList<>();
    private final Map<String, Long> leftOut = new LinkedHashMap<>();
    private final Set<List<Object>> seen = new LinkedHashSet<>();
    private long taken;
    private long rejections;

    Gathering(TableFormat<T> format, TableFormat.RowReader<T> reader, Sheet sheet) {
        this.format = format;
        this.reader = reader;
        this.sheet = sheet;
    }

    /** A row is read as a whole or not at all. */
    void accept(TableFile.Record row) {
        if (format.isFooter(row.cells().get(0))) {
            leftOut.merge("says where the table is from", 1L, Long::sum);
            return;
        }
        try {
            if (!row.fits()) {
                throw new Unreadable(row.problem(
                        "",
                        "",
                        "it has %s cells for %s columns"
                                .formatted(row.cells().size(), row.columns().size()),
                        "Maybe a text has a separator in it: put it in quotation marks."));
            }
            TableFormat.Reading<T> reading = reader.read(new Cells(row, sheet));
            if (!reading.leftOut().isEmpty()) {
                leftOut.merge(reading.leftOut(), 1L, Long::sum);
                return;
            }
            keep(row, reading.rows());
            taken++;
        } catch (Unreadable e) {
            rejections++;
            if (rejected.size() < Imported.LISTED) {
                rejected.add(e.problem());
            }
        }
    }

    private void keep(TableFile.Record row, List<T> read) {
        List<List<Object>> keys = read.stream().map(format::key).toList();
        for (List<Object> key : keys) {
            if (seen.contains(key)) {
                throw new Unreadable(row.problem(
                        "",
                        "",
                        "the same stands in a row before (%s)"
                                .formatted(Joiner.on(", ")
                                        .join(key.stream()
                                                .filter(part -> !part.equals(""))
                                                .iterator())),
                        "Maybe delete one, or say in its columns how they differ."));
            }
        }
        seen.addAll(keys);
        rows.addAll(read);
    }

    Imported<T> imported() {
        return new Imported<>(rows, taken, rejected, rejections, leftOut);
    }
}
