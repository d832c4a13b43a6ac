package org.lodegraph.model;

/** One country, or a bloc of them: whatever can be asked about, bounded by a rule, or lost. */
public sealed interface Party extends Id permits CountryId, BlocId {}
