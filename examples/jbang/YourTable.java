///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DEPS org.lodegraph:lodegraph-core:0.1.0-SNAPSHOT

import static org.lodegraph.model.Ids.material;

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
        var rows = DataFile.of(Path.of(args[0])).read(StatisticsTable.tidy()).strict();
        var chain = Reference.with(rows).chain(Integer.parseInt(args[1]), rows.get(0).material().value());

        System.out.print(Render.text(chain.ask(Concentration.of(material(args[2])))));
    }
}
