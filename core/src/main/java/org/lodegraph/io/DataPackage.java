package org.lodegraph.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Source;
import org.lodegraph.model.Query;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/**
 * A chain or an answer to pass on: its tables as CSV, a summary for people, all sources with their terms and
 * acknowledgements, all assumptions, and {@code datapackage.json}, which says what each column holds and has the size and
 * the SHA-256 of each file, and of itself. It follows version 2 of the Data Package standard (https://datapackage.org), so that other tools
 * read it too; {@code docs/format.md} says what is in which file.
 *
 * <pre>
 * DataPackage.of(chain).named("gallium-2025").write(folder);
 * DataPackage.of(answer, chain).asked(query).write(Path.of("gallium.zip"));
 * SupplyChain back = DataPackage.read(folder).chain().orElseThrow();
 * </pre>
 *
 * <p>The same chain or answer always becomes the same bytes: no clock is asked. Checksums tell what was damaged or changed on
 * the way, the descriptor too; nothing is signed, so they do not tell who wrote a package. Files of other names are not
 * opened and are no part of it.
 */
public final class DataPackage {

    private static final Pattern IDENTITY = Pattern.compile("\\$\\$Lambda|[\\w$]+\\.[\\w$.]+@[0-9a-f]{1,8}\\b");
    private static final Limits UNLIMITED = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final Descriptor descriptor;
    private final ImmutableSortedMap<String, String> files;
    private final ImmutableList<Source> sources;
    private final Optional<SupplyChain> chain;
    private final ImmutableList<AnswerRow> answer;

    private DataPackage(
            Descriptor descriptor,
            ImmutableSortedMap<String, String> files,
            List<Source> sources,
            Optional<SupplyChain> chain,
            List<AnswerRow> answer) {
        this.descriptor = descriptor;
        this.files = files;
        this.sources = ImmutableList.copyOf(sources);
        this.chain = chain;
        this.answer = ImmutableList.copyOf(answer);
    }

    /**
     * A chain.
     *
     * @param chain the chain
     * @return its package, named after its year until it is {@link #named}
     * @throws IllegalArgumentException if a text in it is too long for a file, or is no text
     */
    public static DataPackage of(SupplyChain chain) {
        return of(
                "chain-" + chain.year(),
                "Supply chain of %s, as of %s".formatted(chain.year(), chain.date()),
                Optional.empty(),
                Optional.of(chain));
    }

    /**
     * An answer.
     *
     * @param answer the answer
     * @return its package, named {@code answer} until it is {@link #named}
     * @throws IllegalArgumentException if a text in it is too long for a file, or is no text
     */
    public static DataPackage of(Showable answer) {
        Report report = answer.show();
        return of("answer", report.title(), Optional.of(report), Optional.empty());
    }

    /**
     * An answer with the chain that was asked, so that others can ask again.
     *
     * @param answer the answer
     * @param chain what was asked
     * @return the package, named {@code answer} until it is {@link #named}
     * @throws IllegalArgumentException if a text in it is too long for a file, or is no text
     */
    public static DataPackage of(Showable answer, SupplyChain chain) {
        Report report = answer.show();
        return of("answer", report.title(), Optional.of(report), Optional.of(chain));
    }

    private static DataPackage of(String name, String title, Optional<Report> answer, Optional<SupplyChain> chain) {
        ImmutableSet.Builder<Source> sources = ImmutableSet.builder();
        ImmutableSet.Builder<Premise> premises = ImmutableSet.builder();
        answer.ifPresent(report -> {
            sources.addAll(report.sources());
            premises.addAll(report.premises());
        });
        chain.ifPresent(asked -> {
            sources.addAll(asked.sources());
            asked.assumptions().forEach(assumption -> premises.add(assumption.premise()));
        });
        List<Source> cited = sources.build().asList();
        ImmutableSortedMap<String, String> files =
                PackageFiles.of(answer, chain, cited, premises.build().asList());
        return new DataPackage(
                        new Descriptor(name, "", "", Optional.empty(), Descriptor.checksums(files)),
                        files,
                        cited,
                        chain,
                        checked(problems -> PackageFiles.answer(files, UNLIMITED, problems)))
                .titled(title);
    }

    /**
     * A copy with another name, which registries of packages know it by.
     *
     * @param name such as {@code gallium-2025}: lower-case letters, digits, dots, hyphens and underscores, at most 100
     * @return the copy
     * @throws IllegalArgumentException if it has other characters
     */
    public DataPackage named(String name) {
        if (!Descriptor.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Package '%s': a name has lower-case letters, digits, dots, hyphens and underscores, at most 100 (%s seen). Maybe gallium-2025."
                            .formatted(Problems.seen(name), name.length()));
        }
        return with(new Descriptor(
                name, descriptor.title(), descriptor.question(), descriptor.created(), descriptor.checksums()));
    }

    /**
     * A copy with another title.
     *
     * @param title one line for people
     * @return the copy
     * @throws IllegalArgumentException if it is blank, or too long to be read again
     */
    public DataPackage titled(String title) {
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    "Package '%s': the title is blank (seen: '%s'). Maybe say in a few words what it holds."
                            .formatted(name(), title));
        }
        return with(new Descriptor(
                name(), text("title", title), descriptor.question(), descriptor.created(), descriptor.checksums()));
    }

    /**
     * A copy that says what was asked.
     *
     * @param query the question, a record: its name and its parameters are written
     * @return the copy
     * @throws IllegalArgumentException if nothing tells its parameters, as with a lambda
     */
    public DataPackage asked(Query<?> query) {
        String words = query.toString();
        if (!(query instanceof Record) || IDENTITY.matcher(words).find()) {
            throw new IllegalArgumentException(
                    "Package '%s': nothing tells the parameters of the question (seen: '%s'). Maybe make it a record of values that have words."
                            .formatted(name(), Problems.seen(words)));
        }
        return with(
                new Descriptor(name(), title(), text("question", words), descriptor.created(), descriptor.checksums()));
    }

    /**
     * A copy that says when it was made, which makes other bytes of it.
     *
     * @param when in the years 0 to 9999
     * @return the copy
     * @throws IllegalArgumentException if it is in another year
     */
    public DataPackage created(Instant when) {
        return with(new Descriptor(
                name(),
                title(),
                descriptor.question(),
                Optional.of(Descriptor.writable(when)),
                descriptor.checksums()));
    }

    private DataPackage with(Descriptor other) {
        return new DataPackage(other, files, sources, chain, answer);
    }

    private static String text(String what, String words) {
        Utf8.bytes(words, PackageFiles.DESCRIPTOR);
        if (words.length() > Limits.TEXT) {
            throw new IllegalArgumentException("Package: the %s has %s characters (seen: '%s'). Maybe shorten it to %s."
                    .formatted(what, words.length(), Problems.seen(words), Limits.TEXT));
        }
        return words;
    }

    /** The name by which registries know it. */
    public String name() {
        return descriptor.name();
    }

    /** One line for people. */
    public String title() {
        return descriptor.title();
    }

    /** What an answer was asked, with its parameters; empty if nobody said. */
    public String question() {
        return descriptor.question();
    }

    /** When it was made, if somebody said. */
    public Optional<Instant> created() {
        return descriptor.created();
    }

    /**
     * Who said the numbers, with their terms and acknowledgements; empty terms are not known.
     *
     * @return each place in a work once: those of the answer as it cites them, then those of the chain
     */
    public List<Source> sources() {
        return sources;
    }

    /**
     * The chain, as it was when it was written.
     *
     * @return the chain; empty if the package holds an answer alone
     */
    public Optional<SupplyChain> chain() {
        return chain;
    }

    /**
     * The answer, row by row.
     *
     * @return every amount and text in the order of the report; empty if the package holds a chain alone
     */
    public List<AnswerRow> answer() {
        return answer;
    }

    /**
     * What is written.
     *
     * @return content by path, {@code datapackage.json} among them; save it as UTF-8
     */
    public SortedMap<String, String> files() {
        return ImmutableSortedMap.<String, String>naturalOrder()
                .putAll(files)
                .put(PackageFiles.DESCRIPTOR, descriptor.text(files, sources))
                .buildOrThrow();
    }

    /**
     * Writes the package into a folder, which is made if it is not there, or as one ZIP file if the name ends in
     * {@code .zip}. Files of a package that this one does not need are deleted from the folder, others stay. Nothing
     * half-written is left that would pass for a package.
     *
     * @param path the folder or the file
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path path) {
        PackageFolder.write(path, files());
    }

    /**
     * Reads a package from a folder or a ZIP file. Every file of a package is held against its checksum, the descriptor
     * against its own; a file of such a name that is not listed is refused, one of another name is not opened. Nothing outside the package is
     * opened and no address is fetched.
     *
     * @param path the folder or the file
     * @return the package
     * @throws InvalidFilesException lists everything that is wrong: of a file that changed, which one, what was expected and
     *     what is there
     * @throws UncheckedIOException if it cannot be read
     */
    public static DataPackage read(Path path) {
        return read(path, Limits.DEFAULT);
    }

    /**
     * Reads a package that may be larger than what somebody would send in good faith.
     *
     * @param path the folder or the file
     * @param limits how many bytes all files may have together, the descriptor an eighth of them; how many rows each
     * @return the package
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if it cannot be read
     */
    public static DataPackage read(Path path, Limits limits) {
        return PackageFolder.read(path, limits, folder -> read(folder, limits));
    }

    /**
     * Reads a package from somewhere else, such as a class path.
     *
     * @param folder where its files are; it is asked for paths such as {@code chain/materials.csv}
     * @param limits how many bytes all files may have together, the descriptor an eighth of them; how many rows each
     * @return the package
     * @throws InvalidFilesException lists everything that is wrong
     * @throws UncheckedIOException if a file cannot be read
     */
    public static DataPackage read(Folder folder, Limits limits) {
        Descriptor descriptor = checked(problems -> new PackageReader(folder, limits, problems).descriptor())
                .orElseThrow();
        ImmutableSortedMap<String, String> files =
                checked(problems -> new PackageReader(folder, limits, problems).files(descriptor));
        return new DataPackage(
                descriptor,
                files,
                checked(problems -> PackageFiles.sources(files, limits, problems)),
                PackageFiles.chain(files, limits),
                checked(problems -> PackageFiles.answer(files, limits, problems)));
    }

    private static <T> T checked(Function<Problems, T> reading) {
        Problems problems = new Problems();
        T read = reading.apply(problems);
        problems.check();
        return read;
    }

    /** Whether the other has the same files with the same content, the descriptor too. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataPackage that && descriptor.equals(that.descriptor) && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return Objects.hash(descriptor, files);
    }

    @Override
    public String toString() {
        return "package '%s', %s files".formatted(name(), files.size() + 1);
    }
}
