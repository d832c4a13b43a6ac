package org.lodegraph.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a benchmark class is to show. Its method {@code ours} is measured against its method {@code theirs}, or, where it
 * has none, against a time. Its {@code @Setup} must fail unless both give the same answer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Goal {

    /** The number of the goal in {@code docs/performance.md}. */
    int number();

    /** What is done, and what it is compared with. */
    String says();

    /** How many times as fast as {@code theirs} it should be; below one where ours does more. */
    double timesAsFast() default 0;

    /** How many seconds {@code ours} may take where there is nothing to compare it with; 0 if it is only reported. */
    double seconds() default 0;
}
