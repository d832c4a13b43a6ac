package org.lodegraph.report;

/** One part of a {@link Report}. Closed, so that a renderer can know them all. */
public sealed interface Part permits Section, Note, Captioned {}
