package org.lodegraph.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether bytes that come in blocks are UTF-8 text. Used once. */
final class Utf8Check {

    /** The longest part of a character that a block may end in. */
    private static final int PART = 4;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(1 << 13);
    private ByteBuffer left = ByteBuffer.allocate(0);
    private int line = 1;
    private boolean sound = true;
    private boolean nul;

    /** Takes a block; returns whether it and all before it are text, but for a character that may go on. */
    boolean accept(byte[] block, int size) {
        ByteBuffer all = ByteBuffer.allocate(left.remaining() + size)
                .put(left)
                .put(block, 0, size)
                .flip();
        CoderResult result;
        do {
            chars.clear();
            result = decoder.decode(all, chars, false);
            chars.flip();
            while (chars.hasRemaining()) {
                char next = chars.get();
                line += next == '\n' ? 1 : 0;
                if (next == 0) {
                    nul = true;
                    sound = false;
                }
            }
        } while (result.isOverflow());
        sound &= !result.isError() && all.remaining() < PART;
        left = all;
        return sound;
    }

    /** Whether all was text, to the last byte. */
    boolean isWhole() {
        return sound && !left.hasRemaining();
    }

    boolean sawNul() {
        return nul;
    }

    /** On which line it went wrong. */
    int line() {
        return line;
    }
}
