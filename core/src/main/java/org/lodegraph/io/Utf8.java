package org.lodegraph.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes of a text file, bounded in size and checked to be UTF-8. */
final class Utf8 {

    private static final int BLOCK = 1 << 13;

    private Utf8() {}

    /** The bytes without a byte order mark; empty if they were refused and reported. */
    static Optional<byte[]> read(InputStream in, String file, Limits limits, Problems problems) throws IOException {
        byte[] bytes = in.readNBytes(limits.bytes());
        if (in.read() >= 0) {
            problems.add(
                    file,
                    0,
                    "",
                    "",
                    "it is longer than %s bytes".formatted(limits.bytes()),
                    "Maybe split it, or raise Limits.");
            return Optional.empty();
        }
        int wrong = firstWrong(bytes);
        if (wrong >= 0) {
            problems.add(
                    file,
                    lineOf(bytes, wrong),
                    "",
                    "",
                    "it is not UTF-8 (byte 0x%s at offset %s)"
                            .formatted(Integer.toHexString(bytes[wrong] & 0xff), wrong),
                    "Maybe save it again as UTF-8, which a spreadsheet calls \"CSV UTF-8\".");
            return Optional.empty();
        }
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        return Optional.of(marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes);
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if it holds what no UTF-8 can say
     */
    static byte[] bytes(String text, String file) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(
                    "File '%s': half of a surrogate pair stands alone in it (%s characters). Maybe take it out of names and notes."
                            .formatted(file, text.length()));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The offset of the first byte that no UTF-8 text has there; -1 if there is none. */
    private static int firstWrong(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer block = CharBuffer.allocate(BLOCK);
        CoderResult result;
        do {
            block.clear();
            result = decoder.decode(rest, block, true);
        } while (result.isOverflow());
        return result.isError() ? rest.position() : -1;
    }

    private static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
