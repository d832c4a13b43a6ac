package org.lodegraph.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The library is deterministic to the byte and silent: what iterates in a salted or accidental order, asks the machine
 * for its clock, locale, charset or luck, or prints, is not called from core.
 */
class BannedCallsTest {

    /** Full names; with parentheses that overload only, without them every overload. */
    private static final Set<String> BANNED = new TreeSet<>(List.of(
            // Salted per JVM, or ordered by accident: use ImmutableMap, ImmutableSet, LinkedHashMap, TreeMap.
            "java.util.Map.of",
            "java.util.Map.ofEntries",
            "java.util.Map.copyOf",
            "java.util.Set.of",
            "java.util.Set.copyOf",
            "java.util.HashMap.<init>",
            "java.util.HashSet.<init>",
            "java.util.IdentityHashMap.<init>",
            "java.util.WeakHashMap.<init>",
            "java.util.Hashtable.<init>",
            "java.util.stream.Collectors.toSet",
            "java.util.stream.Collectors.toUnmodifiableSet",
            "java.util.stream.Collectors.toMap(java.util.function.Function, java.util.function.Function)",
            "java.util.stream.Collectors.toMap(java.util.function.Function, java.util.function.Function, java.util.function.BinaryOperator)",
            "java.util.stream.Collectors.toUnmodifiableMap",
            "java.util.stream.Collectors.groupingBy(java.util.function.Function)",
            "java.util.stream.Collectors.groupingBy(java.util.function.Function, java.util.stream.Collector)",
            "java.lang.System.identityHashCode",
            // The clock.
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.ZonedDateTime.now",
            "java.time.ZoneId.systemDefault",
            "java.util.Date.<init>()",
            "java.lang.Thread.sleep",
            // The locale and the charset of the machine: name Locale.ROOT, UTF_8 and '\n'.
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.System.lineSeparator",
            "java.nio.charset.Charset.defaultCharset",
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            // Called from another module, it sees nothing in our packages: use Own.class.getResource.
            "com.google.common.io.Resources.getResource",
            // Luck without a seed.
            "java.lang.Math.random",
            "java.util.Random.<init>()",
            "java.util.SplittableRandom.<init>()",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            // Output.
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.System.exit",
            "java.lang.System.getLogger",
            "java.lang.Throwable.printStackTrace"));

    private static final ArchRule NO_BANNED_CALL =
            noClasses().should().accessTargetWhere(describe("the call is banned", BannedCallsTest::isBanned));

    private static final Pattern NUMBER_CONVERSION = Pattern.compile("%[0-9.,+#(-]*[dxXeEfgG]\\b");

    private static boolean isBanned(JavaAccess<?> access) {
        var target = access.getTarget().getFullName();
        return BANNED.contains(target) || BANNED.contains(target.replaceFirst("\\(.*", ""));
    }

    @Test
    void coreCallsNothingBanned() {
        NO_BANNED_CALL.check(House.LIBRARY);
    }

    @Test
    void coreDoesNotLog() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                .check(House.LIBRARY);
    }

    /** {@code "%d".formatted(n)} speaks the digits of the machine's locale; {@code %s} does not. */
    @Test
    void coreFormatsNumbersWithANamedLocale() {
        var localized = House.mainSources().stream()
                .filter(file -> House.show(file).startsWith("core/"))
                .filter(file -> House.lines(file).stream().anyMatch(line -> line.contains(".formatted(")))
                .flatMap(file -> House.lines(file).stream()
                        .filter(line -> NUMBER_CONVERSION.matcher(line).find())
                        .map(line -> House.show(file) + ": " + line.strip()));

        assertThat(localized).as("use String.format(Locale.ROOT, ...) or %%s").isEmpty();
    }

    @Test
    void theBanBites() {
        var failures = NO_BANNED_CALL
                .evaluate(new ClassFileImporter().importClasses(Offender.class))
                .getFailureReport()
                .getDetails();

        assertThat(failures).hasSize(4);
    }

    @SuppressWarnings("unused")
    private static final class Offender {
        final Map<String, String> map = new HashMap<>();
        final Map<String, String> copy = Map.copyOf(map);
        final UnaryOperator<String> upper = String::toUpperCase;
        final java.io.PrintStream out = System.out;
    }
}
