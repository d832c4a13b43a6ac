package org.lodegraph.examples.service;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodegraph.ask.InvalidQuestionException;
import org.lodegraph.ask.Question;
import org.lodegraph.ask.Questions;
import org.lodegraph.model.Query;
import org.lodegraph.model.Run;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked, and the answers. {@link AnswerConverter} writes them, {@link Problems} what went wrong. */
@RestController
class Asking {

    private final Chains chains;
    private final Duration limit;
    private final int bytes;

    Asking(
            Chains chains,
            @Value("${service.limit.time:30s}") Duration limit,
            @Value("${service.limit.bytes:131072}") int bytes) {
        this.chains = chains;
        this.limit = limit;
        this.bytes = bytes;
    }

    /** Which library answers, and whether it is a module here. */
    @GetMapping("/about")
    Map<String, Object> about() {
        Module library = SupplyChain.class.getModule();
        return Map.of("module", String.valueOf(library.getName()), "named", library.isNamed());
    }

    /** All questions; with the words that a chain allows, if one is named. */
    @GetMapping("/questions")
    Menu questions(@RequestParam MultiValueMap<String, String> address) {
        Map<String, List<String>> words = Asked.of(address).chain();
        if (words.isEmpty()) {
            return Menu.of(Optional.empty());
        }
        List<Problem> problems = new ArrayList<>();
        Optional<ChainChoice> choice = ChainChoice.read(words, problems);
        Problem.refuseIfAny(problems);
        return Menu.of(Optional.of(refusing(words, () -> choice.orElseThrow().of(chains))));
    }

    @PostMapping(path = "/ask", consumes = MediaType.APPLICATION_JSON_VALUE)
    Report ask(InputStream body) throws IOException {
        byte[] read = body.readNBytes(bytes + 1);
        if (read.length > bytes) {
            throw Problem.refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "too-long",
                    "The question is too long.",
                    "More than %s bytes. Maybe fewer words.".formatted(bytes),
                    List.of());
        }
        return answer(Asked.of(read));
    }

    /** The same as an address that can be passed on. */
    @GetMapping("/ask")
    Report ask(@RequestParam MultiValueMap<String, String> address) {
        return answer(Asked.of(address));
    }

    private Report answer(Asked asked) {
        List<Problem> problems = new ArrayList<>(asked.problems());
        Optional<ChainChoice> choice = ChainChoice.read(asked.chain(), problems);
        Optional<Query<? extends Showable>> query = asked.question().flatMap(name -> query(name, asked, problems));
        Problem.refuseIfAny(problems);
        SupplyChain chain = refusing(asked.chain(), () -> choice.orElseThrow().of(chains));
        return refusing(asked.parameters(), () -> ask(chain, query.orElseThrow()));
    }

    private static <T> T refusing(Map<String, List<String>> words, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException refused) {
            throw Asked.refused(refused, words);
        }
    }

    // region problems
    private static Optional<Query<? extends Showable>> query(String name, Asked asked, List<Problem> problems) {
        Question question = find(name);
        try {
            return Optional.of(question.of(asked.parameters()));
        } catch (InvalidQuestionException wrong) {
            wrong.problems().forEach(each -> problems.add(new Problem(each.parameter(), each.message())));
            return Optional.empty();
        }
    }
    // endregion

    private static Question find(String name) {
        try {
            return Questions.named(name);
        } catch (IllegalArgumentException unknown) {
            String message = String.valueOf(unknown.getMessage());
            throw Problem.refusal(
                    HttpStatus.NOT_FOUND,
                    "unknown-question",
                    "There is no such question.",
                    message,
                    List.of(new Problem("question", message)));
        }
    }

    // region limit
    /** On the thread of the request, and not for ever: what takes too long ends with a CancellationException. */
    private Report ask(SupplyChain chain, Query<? extends Showable> query) {
        long start = System.nanoTime();
        Run run = Run.here().until(() -> System.nanoTime() - start > limit.toNanos());
        return chain.ask(query, run).show();
    }
    // endregion
}
