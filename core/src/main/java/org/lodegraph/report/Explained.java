package org.lodegraph.report;

/**
 * What can say how its main number came about, down to published figures.
 *
 * <p>Arithmetic is told as a derivation: each amount follows from those below it, as its remark says ({@link Derivation}).
 * What a program found is told as price times limit, over all limits that bind; by duality they add up to the amount.
 */
public interface Explained extends Showable {

    /**
     * How the main number of this answer came about.
     *
     * @return a tree whose root is the number and whose leaves are figures, with who said them and what is assumed; where an
     *     answer holds several numbers that do not add up, they stand side by side below a root without one. Equal answers
     *     give equal trees
     */
    Tree explain();
}
