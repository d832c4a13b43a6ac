package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Files in which anything may stand, and what readers owe to them. */
final class Mangled {

    private Mangled() {}

    /**
     * Whatever was read comes back equal when written and read again; whatever is refused is refused by one exception that
     * lists what is wrong, each with its place and a cure, each on one line.
     *
     * @param never what no problem says beside
     * @return whether it was refused
     */
    static <T> boolean isRefused(String what, Supplier<T> reading, UnaryOperator<T> writtenAndRead, String... never) {
        T read;
        try {
            read = reading.get();
        } catch (InvalidFilesException refusal) {
            assertThat(refusal.problems())
                    .as(what)
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem.file()).isNotBlank())
                    .allSatisfy(problem -> assertThat(problem.line()).isNotNegative())
                    .allSatisfy(problem -> assertThat(problem.finding()).isNotBlank())
                    .allSatisfy(problem -> assertThat(problem.cure()).startsWith("Maybe "))
                    .allSatisfy(
                            problem -> assertThat(problem.toString()).doesNotContain(Lists.asList("\n", "\r", never)));
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError other) {
            throw new AssertionError(what + ": refused by another exception", other);
        }
        assertThat(writtenAndRead.apply(read)).as(what).isEqualTo(read);
        return false;
    }

    /** A copy in which one byte is any byte. */
    static byte[] flipped(byte[] bytes, SplittableRandom random) {
        var copy = bytes.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        return copy;
    }
}
