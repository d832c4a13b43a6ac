package org.lodegraph.examples.service;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.lodegraph.flow.IncompleteChainException;
import org.lodegraph.measure.UnknownFigureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What clients are told when something goes wrong; what Spring itself refuses is told in the same form. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ErrorResponse tooSlow(CancellationException cancelled) {
        return Problem.refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "takes-too-long",
                "The answer takes too long here.",
                "Stopped at the time limit. Maybe ask of fewer materials, by a coarser grouping, or with one reading of the figures.",
                List.of());
    }

    @ExceptionHandler({IncompleteChainException.class, UnknownFigureException.class})
    ErrorResponse incomplete(IllegalStateException lacking) {
        return Problem.refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "incomplete-chain",
                "The chain lacks what the question needs.",
                lacking.getMessage(),
                List.of());
    }

    /** What nobody foresaw is for the log, not for clients. */
    @ExceptionHandler
    ErrorResponse unforeseen(Exception unforeseen) {
        LOG.error("An answer failed.", unforeseen);
        return Problem.refusal(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "failure",
                "The service failed.",
                "It is in the service's log.",
                List.of());
    }
}
