package org.lodegraph.examples.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lodegraph.io.Answers;
import org.lodegraph.render.Render;
import org.lodegraph.report.Showable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.stereotype.Component;

// region converter
/** Writes any answer in the form that the client accepts: as JSON, or as a page. */
@Component
class AnswerConverter extends AbstractHttpMessageConverter<Showable> {

    AnswerConverter() {
        super(MediaType.APPLICATION_JSON, new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Showable.class.isAssignableFrom(type);
    }

    @Override
    protected void writeInternal(Showable answer, HttpOutputMessage out) throws IOException {
        boolean page = MediaType.TEXT_HTML.isCompatibleWith(out.getHeaders().getContentType());
        out.getBody().write((page ? Render.html(answer) : Answers.json(answer)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Showable readInternal(Class<? extends Showable> type, HttpInputMessage in) {
        throw new UnsupportedOperationException("Answers are written only.");
    }
}
// endregion
