package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lodegraph.io.FileProblem;
import org.lodegraph.io.InvalidFilesException;
import org.lodegraph.io.Limits;

/**
 * Bytes as text: UTF-8, or UTF-16 with a byte order mark, or what the caller says. What an encoding does not know is an
 * error, never a question mark.
 *
 * @param name what messages call it
 * @param bytes what stands in it
 * @param said its encoding, if the caller knows
 * @param limits how much is read
 */
record TableText(String name, ByteSource bytes, Optional<Charset> said, Limits limits) {

    /** A mark says which it is; otherwise it must be what the caller says, UTF-8 by default. */
    Charset encoding() {
        try (InputStream in = bytes.openBufferedStream()) {
            int first = in.read();
            int second = in.read();
            if (first == 0xfe && second == 0xff || first == 0xff && second == 0xfe) {
                return StandardCharsets.UTF_16;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (said.isEmpty()) {
            requireUtf8();
        }
        return said.orElse(StandardCharsets.UTF_8);
    }

    /** Looks at every byte once, so that no half of a file is taken for the whole. */
    private void requireUtf8() {
        try (InputStream in = bytes.openBufferedStream()) {
            Utf8Check check = new Utf8Check();
            byte[] block = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                size += read;
                if (size > limits.bytes()) {
                    throw refused(
                            0,
                            "it is longer than %s bytes".formatted(limits.bytes()),
                            "Maybe split it, or raise Limits.");
                }
                if (!check.accept(block, read)) {
                    break;
                }
            }
            if (!check.isWhole()) {
                throw refused(
                        check.line(),
                        check.sawNul() ? "it holds zero bytes, as UTF-16 does" : "it is not UTF-8",
                        "Maybe save it again as UTF-8, or say what it is, encodedAs(Charset.forName(\"windows-1252\")).");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The text from its beginning, without a mark. */
    Reader open(Charset encoding) throws IOException {
        InputStream in = bytes.openBufferedStream();
        if (encoding.equals(StandardCharsets.UTF_8)) {
            in.mark(4);
            if (!(in.read() == 0xef && in.read() == 0xbb && in.read() == 0xbf)) {
                in.reset();
            }
        }
        return new InputStreamReader(
                in,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    RuntimeException unreadable(IOException e) {
        return e instanceof CharacterCodingException
                ? refused(0, "it is not in the encoding that it is said to be in", "Maybe save it again as UTF-8.")
                : new UncheckedIOException("File '%s': cannot be read.".formatted(name), e);
    }

    InvalidFilesException refused(int line, String finding, String cure) {
        return new InvalidFilesException(ImmutableList.of(new FileProblem(name, line, "", "", finding, cure)), 1);
    }
}
