package org.lodegraph.reference;

/** One material's part of a chain, with the hosts that it comes from. */
interface Part {

    void on(Draft draft);
}
