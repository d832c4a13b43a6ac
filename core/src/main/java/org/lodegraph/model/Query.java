package org.lodegraph.model;

/**
 * A question that a chain can be asked. Queries are values; a lambda is a query.
 *
 * @param <R> what the answer is
 */
@FunctionalInterface
public interface Query<R> {

    /**
     * The answer.
     *
     * @param chain the chain
     * @param run executor, progress and cancellation; never changes an answer
     * @return the answer
     */
    R on(SupplyChain chain, Run run);

    /**
     * The answer, computed on the calling thread.
     *
     * @param chain the chain
     * @return the answer
     */
    default R on(SupplyChain chain) {
        return on(chain, Run.here());
    }
}
