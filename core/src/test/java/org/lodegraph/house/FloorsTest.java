package org.lodegraph.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No package uses a floor above its own, none goes in a circle, and each library has one home.
 *
 * <pre>
 * floor 5  reference   ask
 * floor 4  io   tables   query   criticality   assertj
 * floor 3  graph   scenario   flow   render
 * floor 2  model   report   stock
 * floor 1  measure   lp
 * </pre>
 */
class FloorsTest {

    /** One line per package: its name, the packages that it may use, the libraries that it may use. */
    static List<Room> rooms() {
        return List.of(
                room("measure").uses().on("com.google.common"),
                room("lp").uses().on("com.google.common", "org.ojalgo"),
                room("model").uses("measure").on("com.google.common"),
                room("report").uses("measure").on("com.google.common"),
                room("stock").uses("measure").on("com.google.common"),
                room("graph").uses("measure", "model").on("com.google.common", "org.jgrapht"),
                room("scenario").uses("measure", "model").on("com.google.common"),
                room("flow").uses("measure", "lp", "model", "report").on("com.google.common"),
                room("render").uses("measure", "report").on("com.google.common"),
                room("io")
                        .uses("measure", "model", "graph", "scenario", "report")
                        .on("com.google.common", "de.siegmar.fastcsv", "com.fasterxml.jackson.core", "org.jgrapht"),
                room("tables").uses("measure", "model", "io").on("com.google.common", "de.siegmar.fastcsv"),
                room("query")
                        .uses("measure", "lp", "model", "report", "stock", "graph", "scenario", "flow")
                        .on("com.google.common", "org.jgrapht"),
                room("criticality")
                        .uses("measure", "lp", "model", "report", "graph", "scenario", "flow")
                        .on("com.google.common"),
                room("reference")
                        .uses("measure", "model", "report", "scenario", "io", "tables")
                        .on("com.google.common", "de.siegmar.fastcsv"),
                room("ask")
                        .uses(
                                "measure",
                                "lp",
                                "model",
                                "report",
                                "stock",
                                "graph",
                                "scenario",
                                "flow",
                                "query",
                                "io",
                                "tables")
                        .on("com.google.common"),
                room("assertj")
                        .uses(
                                "measure",
                                "lp",
                                "model",
                                "report",
                                "render",
                                "graph",
                                "scenario",
                                "flow",
                                "query",
                                "criticality")
                        .on("com.google.common", "org.assertj"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyWhatLiesBelow(Room room) {
        classes()
                .that()
                .resideInAPackage("org.lodegraph." + room.name + "..")
                .should()
                .onlyDependOnClassesThat(room.reach())
                .allowEmptyShould(true)
                .check(House.LIBRARY);
    }

    @Test
    void everyPackageHasItsLine() {
        var found = House.LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.lodegraph."))
                .map(name -> name.split("\\.")[2])
                .collect(toCollection(TreeSet::new));

        assertThat(found).isSubsetOf(rooms().stream().map(room -> room.name).toList());
    }

    @Test
    void noClassSitsOutsideThePackages() {
        assertThat(House.corePackages()).doesNotContain("org.lodegraph", "");
    }

    /** What two questions need is not a question's: shares live in measure, structure in graph, losses in flow. */
    @Test
    void noQueryUsesAnother() {
        var questions = House.LIBRARY.stream()
                .filter(type -> type.getPackageName().equals("org.lodegraph.query"))
                .filter(type -> type.isAssignableTo("org.lodegraph.model.Query"))
                .map(JavaClass::getName)
                .toList();
        assertThat(questions).hasSizeGreaterThanOrEqualTo(2);

        for (String question : questions) {
            classes()
                    .that(isPartOf(question))
                    .should()
                    .onlyDependOnClassesThat(DescribedPredicate.describe(
                            "are no part of another question",
                            type -> questions.stream()
                                    .noneMatch(other -> !other.equals(question)
                                            && isPartOf(other).test(type))))
                    .check(House.LIBRARY);
        }
    }

    private static DescribedPredicate<JavaClass> isPartOf(String question) {
        return DescribedPredicate.describe(
                "are part of " + question,
                type -> type.getName().equals(question) || type.getName().startsWith(question + "$"));
    }

    @Test
    void noPackageGoesInACircle() {
        slices().matching("org.lodegraph.(**)").should().beFreeOfCycles().check(House.LIBRARY);
    }

    private static Room room(String name) {
        return new Room(name, List.of(), List.of());
    }

    record Room(String name, List<String> below, List<String> libraries) {

        Room uses(String... packages) {
            return new Room(name, List.of(packages), libraries);
        }

        Room on(String... packages) {
            return new Room(name, below, List.of(packages));
        }

        /** The room itself, the rooms below, its libraries, the JDK, and annotations. */
        DescribedPredicate<JavaClass> reach() {
            var rooms = Stream.concat(Stream.of(name), below.stream()).map(room -> "org.lodegraph." + room + "..");
            var others = Stream.concat(
                            libraries.stream(),
                            Stream.of("java", "org.jspecify", "org.immutables.value", "com.google.errorprone"))
                    .map(library -> library + "..");
            var primitive = DescribedPredicate.<JavaClass>describe("primitives", JavaClass::isPrimitive);
            var array = DescribedPredicate.<JavaClass>describe(
                    "arrays of them",
                    type -> type.isArray()
                            && !type.getBaseComponentType().getPackageName().startsWith("org."));
            return resideInAnyPackage(Stream.concat(rooms, others).toArray(String[]::new))
                    .or(primitive)
                    .or(array)
                    .as("may be used by " + name);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
