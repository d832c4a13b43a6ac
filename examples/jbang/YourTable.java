///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.lodegraph:lodegraph-core:0.1.0-SNAPSHOT

import static org.lodegraph.model.Ids.material;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lodegraph.query.Concentration;
import org.lodegraph.reference.Reference;
import org.lodegraph.render.Render;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.StatisticsTable;

/** A table of your own instead of the embedded one: who makes a material, by your count? */
class YourTable {

    public static void main(String... args) {
        if (args.length != 3) {
            System.err.println("Usage: jbang your-table TABLE.csv YEAR MATERIAL, such as cobalt.csv 2030 cobalt-mine");
            System.exit(2);
        }
        try {
            System.out.print(Render.text(answer(Path.of(args[0]), Integer.parseInt(args[1]), args[2])));
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
    }

    private static Concentration.Answer answer(Path table, int year, String material) {
        var rows = DataFile.of(table).read(StatisticsTable.tidy()).strict();
        var chain = Reference.with(rows).chain(year, rows.get(0).material().value());
        return chain.ask(Concentration.of(material(material)));
    }
}
