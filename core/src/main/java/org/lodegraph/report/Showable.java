package org.lodegraph.report;

/** What can show itself to people. Every answer does. */
@FunctionalInterface
public interface Showable {

    /**
     * This answer as a report.
     *
     * @return the report; equal answers show equal reports
     */
    Report show();
}
