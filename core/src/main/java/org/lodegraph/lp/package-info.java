/**
 * Linear programs as values, the engines that solve them, and the certificate without which no solution leaves.
 *
 * <p>Entry types: {@link org.lodegraph.lp.LinearProgram} is built and copied, {@link org.lodegraph.lp.Solvers} gives a
 * {@link org.lodegraph.lp.Solver}, which answers with an {@link org.lodegraph.lp.Outcome}. Every outcome but
 * {@link org.lodegraph.lp.Stopped} has been checked in plain Java against the program as declared: an optimum by its
 * {@link org.lodegraph.lp.Certificate}, the lack of one by a proof.
 *
 * <p>This package must not know what a program is about: no materials, no tonnes, no scenarios. Only its engines may name
 * a solver library, and never in a public signature.
 */
@NullMarked
package org.lodegraph.lp;

import org.jspecify.annotations.NullMarked;
