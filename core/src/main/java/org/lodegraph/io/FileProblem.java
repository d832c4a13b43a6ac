package org.lodegraph.io;

/**
 * One thing wrong with a file.
 *
 * @param file which file
 * @param line on which line, counted from 1; 0 if it is about the file as a whole
 * @param column in which column: its name, or in JSON the position in the line; empty if it is about the whole line
 * @param value what was seen there, shortened; may be empty
 * @param finding what is wrong
 * @param cure what would likely help, a sentence that starts with Maybe
 */
public record FileProblem(String file, int line, String column, String value, String finding, String cure) {

    @Override
    public String toString() {
        return file
                + (line > 0 ? ", line " + line : "")
                + (column.isEmpty() ? "" : ", column " + column)
                + ": " + finding + ". " + cure;
    }
}
