package org.lodegraph.model;

/** One country, or a bloc of them. */
public sealed interface Party extends Id permits CountryId, BlocId {}
