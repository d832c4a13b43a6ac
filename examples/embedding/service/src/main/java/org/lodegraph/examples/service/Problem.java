package org.lodegraph.examples.service;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * One thing that is wrong with what was asked.
 *
 * @param parameter whose words are wrong
 * @param message what is wrong, what was seen, and maybe the cure
 */
record Problem(String parameter, String message) {

    /** What a client is told if something is wrong, as RFC 9457 says: the problem, and each parameter's part in it. */
    static ErrorResponseException refusal(
            HttpStatus status, String type, String title, String detail, List<Problem> problems) {
        ProblemDetail told = ProblemDetail.forStatusAndDetail(status, detail);
        told.setType(URI.create("tag:lodegraph.org,2026:" + type));
        told.setTitle(title);
        told.setProperty("errors", problems);
        return new ErrorResponseException(status, told, null);
    }

    /** All that is wrong at once. */
    static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid-question",
                    "The question cannot be asked like this.",
                    problems.size() == 1 ? "1 problem." : problems.size() + " problems.",
                    problems);
        }
    }
}
