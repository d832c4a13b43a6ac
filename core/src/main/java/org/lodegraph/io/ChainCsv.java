package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Entity;
import org.lodegraph.model.InvalidSupplyChainException;
import org.lodegraph.model.SupplyChain;

/**
 * A chain to and from a folder of CSV files, one per kind of thing; {@code docs/format.md} describes them.
 *
 * <p>Written and read again a chain is equal. The same chain always becomes the same bytes.
 */
public final class ChainCsv {

    static final ImmutableList<Sheet> SHEETS = ImmutableList.of(
            ChainSheet.CHAIN,
            LegendSheets.SOURCES,
            LegendSheets.UNITS,
            MaterialSheets.MATERIALS,
            MaterialSheets.CONTENTS,
            RecipeSheets.RECIPES,
            RecipeSheets.COEFFICIENTS,
            FacilitySheets.FACILITIES,
            FacilitySheets.LINES,
            DemandSheets.DEMANDS,
            DemandSheets.ALTERNATIVES,
            StoreSheets.STOCKS,
            StoreSheets.LINKS,
            PlaceSheets.COUNTRIES,
            PlaceSheets.BLOCS,
            PlaceSheets.MEMBERS,
            PolicySheets.POLICIES,
            PolicySheets.WINDOWS,
            ChainSheet.ASSUMPTIONS);

    private ChainCsv() {}

    /**
     * Writes a chain as files.
     *
     * @param chain the chain
     * @return content by file name; files that would have no row are left out
     */
    public static SortedMap<String, String> files(SupplyChain chain) {
        List<Unit> units = new ArrayList<>();
        chain.forEachFigure((place, figure) -> units.add(figure.unit()));
        chain.statedAssumptions()
                .forEach(assumption -> assumption.figure().map(Figure::unit).ifPresent(units::add));
        Output out = new Output(Legend.gather(chain.sources(), units));
        ChainSheet.write(chain, out);
        LegendSheets.write(out.legend(), out);
        MaterialSheets.write(chain.materials().values(), out);
        RecipeSheets.write(chain.recipes().values(), out);
        FacilitySheets.write(chain.facilities().values(), out);
        DemandSheets.write(chain.demands().values(), out);
        StoreSheets.write(chain.stocks().values(), chain.links().values(), out);
        PlaceSheets.write(chain.declaredCountries().values(), chain.blocs().values(), out);
        PolicySheets.write(chain.policies().values(), chain.blocs().keySet(), out);
        return out.files();
    }

    /**
     * Writes a chain into a folder, which is made if it is not there. Files of this format that the chain does not need
     * are deleted from it, others stay.
     *
     * @param chain the chain
     * @param folder where to
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static void write(SupplyChain chain, Path folder) {
        Map<String, String> files = files(chain);
        try {
            Files.createDirectories(folder);
            for (String name : fileNames()) {
                String content = files.get(name);
                if (content == null) {
                    Files.deleteIfExists(folder.resolve(name));
                } else {
                    Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Folder '%s': cannot be written.".formatted(folder), e);
        }
    }

    /**
     * Reads a chain from a folder on disk. Every {@code .csv} file in it must be one of this format, so that a misspelled
     * name is not taken for a missing file.
     *
     * @param folder the folder
     * @return the chain
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if a file cannot be read
     */
    public static SupplyChain read(Path folder) {
        Input in = new Input(new CsvSheets(Folder.at(folder), Limits.DEFAULT));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{csv,CSV}")) {
            ImmutableSortedSet.copyOf(found).forEach(path -> checkName(path, in.problems()));
        } catch (NotDirectoryException e) {
            throw new UncheckedIOException(
                    "Folder '%s': it is a file. Maybe name the folder that holds it.".formatted(folder), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Folder '%s': cannot be read. Maybe it is not there.".formatted(folder), e);
        }
        return read(in);
    }

    /**
     * Reads a chain.
     *
     * @param folder where its files are; those that are not there mean none of their kind, but {@code chain.csv} must be
     * @return the chain
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if a file cannot be read
     */
    public static SupplyChain read(Folder folder) {
        return read(folder, Limits.DEFAULT);
    }

    /**
     * Reads a chain that may be larger than what somebody would send in good faith.
     *
     * @param folder where its files are
     * @param limits how much is read
     * @return the chain
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if a file cannot be read
     */
    public static SupplyChain read(Folder folder, Limits limits) {
        return read(new Input(new CsvSheets(folder, limits)));
    }

    /**
     * The names of the files of this format.
     *
     * @return every name, in alphabetical order
     */
    public static SortedSet<String> fileNames() {
        return SHEETS.stream().map(Sheet::file).collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    }

    private static SupplyChain read(Input in) {
        SupplyChain.Builder chain = ChainSheet.read(in);
        in.legend(LegendSheets.read(in));
        List<Entity> entities = new ArrayList<>();
        PlaceSheets.read(in, entities::add);
        MaterialSheets.read(in, entities::add);
        RecipeSheets.read(in, entities::add);
        FacilitySheets.read(in, entities::add);
        DemandSheets.read(in, entities::add);
        StoreSheets.read(in, entities::add);
        PolicySheets.read(in, entities::add);
        ChainSheet.readAssumptions(in, chain::assume);
        entities.forEach(chain::add);
        try {
            if (in.problems().count() == 0) {
                return chain.build();
            }
            in.report(chain.problems(in.lacking()));
        } catch (InvalidSupplyChainException invalid) {
            in.report(invalid.problems());
        }
        in.problems().check();
        throw new IllegalStateException("ChainCsv: a chain is refused without a reason. Maybe report this.");
    }

    private static void checkName(Path path, Problems problems) {
        String name = path.getFileName().toString();
        if (!fileNames().contains(name)) {
            problems.add(
                    Problems.seen(name),
                    0,
                    "",
                    "",
                    "not a file of this format",
                    Closest.to(name, fileNames())
                            .map("Maybe rename it to %s."::formatted)
                            .orElse("Maybe one of %s.".formatted(String.join(", ", fileNames()))));
        } else if (!Files.isRegularFile(path)) {
            problems.add(name, 0, "", "", "not a regular file", "Maybe it is a folder, or a link to nothing.");
        }
    }
}
