package org.lodegraph.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** How builders of records are generated: hidden behind each record's own {@code Builder}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        typeBuilder = "*Builder",
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        mergeFromSupertypesDynamically = false,
        // The module's readers need not read the annotations that generators leave behind.
        allowedClasspathAnnotations = {Override.class})
@interface Style {}
