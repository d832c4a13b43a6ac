package org.lodegraph.assertj;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an assertion that fails says. */
final class Messages {

    private Messages() {}

    static String of(ThrowingCallable failing) {
        AssertionError error = catchThrowableOfType(AssertionError.class, failing);
        return error == null ? "it passed" : error.getMessage();
    }
}
