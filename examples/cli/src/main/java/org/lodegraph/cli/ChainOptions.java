package org.lodegraph.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lodegraph.io.ChainCsv;
import org.lodegraph.io.Closest;
import org.lodegraph.io.DataPackage;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.model.MaterialId;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Dataset;
import org.lodegraph.reference.Reference;
import org.lodegraph.tables.DataFile;
import org.lodegraph.tables.Statistic;
import org.lodegraph.tables.StatisticsTable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which chain is asked. */
final class ChainOptions {

    private static final String ALL = "all";

    @Option(
            names = "--chain",
            split = ",",
            paramLabel = "MATERIAL",
            description =
                    "what the chain is about, of 'lodegraph list materials'; found from the question, or a table of one material, if left out")
    private List<String> materials = new ArrayList<>();

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "the year of the figures; if left out, the last one of a table about the chain's materials")
    private @Nullable Integer year;

    @Option(names = "--on", paramLabel = "DAY", description = "the day on which it is asked, such as 2025-11-08")
    private @Nullable LocalDate day;

    @Option(
            names = "--controls",
            split = ",",
            paramLabel = "CONTROL",
            description = "export controls that hold, of 'lodegraph list controls', or all")
    private List<String> controls = new ArrayList<>();

    @Option(
            names = "--through-processing",
            description = "controls reach goods that are processed in a third country, too")
    private boolean throughProcessing;

    @Option(
            names = "--alternatives",
            description = "published substitutes may serve demands; how much of each they can take is unknown")
    private boolean alternatives;

    @Option(
            names = "--with",
            paramLabel = "FILE",
            description = "a scenario as JSON that changes the chain first; may be repeated")
    private List<Path> scenarios = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "your own data instead of the embedded: a folder of CSV files or a data package, which is the chain; or a statistics table, which stands instead of the embedded one as a whole")
    private @Nullable Path data;

    /** Refuses what would be without effect. */
    void check(CommandLine command) {
        if (throughProcessing && controls.isEmpty()) {
            throw new ParameterException(
                    command,
                    "--through-processing: there is no control that could reach so far. Maybe --controls all.");
        }
        if (controls.contains(ALL) && controls.size() > 1) {
            throw new ParameterException(
                    command,
                    "--controls %s: all stands for each of them. Maybe --controls all."
                            .formatted(String.join(",", controls)));
        }
    }

    /** The chain in which the materials that are asked about lie. */
    SupplyChain chain(Set<MaterialId> asked) {
        SupplyChain chain = base(asked);
        if (day != null) {
            chain = chain.at(day);
        }
        if (alternatives) {
            chain = chain.with(Reference.alternatives());
        }
        // What a file says is the file's fault; what the chain refuses, the question's.
        for (Path file : scenarios) {
            var scenario = reading(() -> ScenarioJson.read(file));
            SupplyChain before = chain;
            chain = answering(() -> before.with(scenario));
        }
        if (!controls.isEmpty()) {
            SupplyChain before = chain;
            String[] ids = controls.contains(ALL) ? new String[0] : controls.toArray(String[]::new);
            Policy.Reach reach = throughProcessing ? Policy.Reach.THROUGH_PROCESSING : Policy.Reach.ENDS_AT_PROCESSING;
            chain = answering(() -> before.with(Reference.controls(ids).reaching(reach)));
        }
        return chain;
    }

    private SupplyChain base(Set<MaterialId> asked) {
        if (data == null) {
            return built(Reference.embedded(), asked, Optional.empty());
        }
        Path path = data;
        if (isChain(path) && (year != null || !materials.isEmpty())) {
            throw new Failure.Unanswerable(
                    "Data '%s': it is a chain, of its own year and materials. Maybe leave out %s."
                            .formatted(path, year == null ? "--chain" : "--year"));
        }
        if (Files.isDirectory(path) && !Files.exists(path.resolve("datapackage.json"))) {
            return reading(() -> ChainCsv.read(path));
        }
        if (isChain(path)) {
            return reading(() -> DataPackage.read(path)
                    .chain()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Package '%s': there is no chain in it. Maybe the package of an answer.".formatted(path))));
        }
        List<Statistic> rows =
                reading(() -> DataFile.of(path).read(StatisticsTable.tidy()).strict());
        return built(Reference.with(rows), asked, only(rows));
    }

    /** A folder, or a package of one; a table is none. */
    private static boolean isChain(Path path) {
        return Files.isDirectory(path) || path.toString().endsWith(".zip");
    }

    /** The material of a table that has just one. */
    private static Optional<String> only(List<Statistic> rows) {
        List<String> given =
                rows.stream().map(row -> row.material().value()).distinct().toList();
        return given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
    }

    private SupplyChain built(Dataset dataset, Set<MaterialId> asked, Optional<String> given) {
        return answering(() -> {
            Set<String> about = new LinkedHashSet<>(materials);
            if (about.isEmpty()) {
                asked.forEach(material -> about.add(holding(dataset, material)));
            }
            if (about.isEmpty()) {
                given.ifPresent(about::add);
            }
            if (about.isEmpty()) {
                throw new IllegalArgumentException(
                        "No material is named. Maybe --chain gallium; see lodegraph list materials.");
            }
            return chain(dataset, about.toArray(String[]::new));
        });
    }

    /** Of the year that is asked, else of the last one of a table about the materials. */
    private SupplyChain chain(Dataset dataset, String... about) {
        if (year != null) {
            return dataset.chain(year, about);
        }
        int last = dataset.lastYear(about);
        try {
            return dataset.chain(last, about);
        } catch (IllegalArgumentException e) {
            if (last == Reference.LAST_YEAR) {
                throw e;
            }
            // Nobody asked for this year, so that it has to be said where it comes from.
            throw new IllegalArgumentException(
                    "Year %s, the last one of the table that was given: %s".formatted(last, e.getMessage()), e);
        }
    }

    /** Of which material a chain is built that has this one: gallium-high-purity is in the chain of gallium. */
    private String holding(Dataset dataset, MaterialId asked) {
        Set<String> known = dataset.materials();
        // The likely one first: building a chain takes some time. Why it cannot be built is what people have to know.
        List<String> likely = known.stream()
                .filter(material -> (asked.value() + "-").startsWith(material + "-"))
                .toList();
        Set<String> near = new LinkedHashSet<>();
        for (String material : likely) {
            SupplyChain chain = chain(dataset, material);
            if (chain.materials().containsKey(asked)) {
                return material;
            }
            chain.materials().keySet().forEach(id -> near.add(id.value()));
        }
        return known.stream()
                .filter(material -> !likely.contains(material) && has(dataset, material, asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Material '%s': in no chain%s. Maybe %s, or say --chain; see lodegraph list materials."
                                .formatted(
                                        asked,
                                        year == null ? "" : " of " + year,
                                        near.isEmpty()
                                                ? Closest.to(asked.value(), known)
                                                        .orElse("another name")
                                                : "one of " + String.join(", ", near))));
    }

    private boolean has(Dataset dataset, String material, MaterialId asked) {
        try {
            return chain(dataset, material).materials().containsKey(asked);
        } catch (IllegalArgumentException noFigures) {
            return false;
        }
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new Failure.Unreadable(e);
        }
    }

    private static <T> T answering(Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw new Failure.Unanswerable(e);
        }
    }
}
