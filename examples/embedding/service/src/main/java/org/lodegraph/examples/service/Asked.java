package org.lodegraph.examples.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodegraph.io.Closest;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked, in words: the same from a JSON body as from an address.
 *
 * @param question its name
 * @param parameters words by parameter of the question
 * @param chain words by parameter of the chain, as {@code chain.year}
 * @param problems what was wrong with the form of it
 */
record Asked(
        Optional<String> question,
        Map<String, List<String>> parameters,
        Map<String, List<String>> chain,
        List<Problem> problems) {

    private static final String QUESTION = "question";
    private static final String PARAMETERS = "parameters";
    private static final String CHAIN = "chain";
    private static final JsonMapper JSON = new JsonMapper();

    /** {@code ?question=exposure&material=gallium&chain.materials=gallium}; fields of a form that are left empty say nothing. */
    static Asked of(MultiValueMap<String, String> address) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Map<String, List<String>> chain = new LinkedHashMap<>();
        List<String> questions = new ArrayList<>();
        address.forEach((name, all) -> {
            List<String> words = all.stream().filter(word -> !word.isBlank()).toList();
            if (words.isEmpty()) {
                return;
            }
            if (name.equals(QUESTION)) {
                questions.addAll(words);
            } else if (name.startsWith(CHAIN + ".")) {
                chain.put(name, words);
            } else {
                parameters.put(name, words);
            }
        });
        return of(questions, parameters, chain, new ArrayList<>());
    }

    /** {@code {"question": "exposure", "parameters": {"material": "gallium"}, "chain": {"materials": ["gallium"]}}}. */
    static Asked of(byte[] json) {
        JsonNode body;
        try {
            body = JSON.readTree(json);
        } catch (JacksonException unreadable) {
            throw unreadable("no document, or one too deep");
        }
        if (!body.isObject()) {
            throw unreadable("it is no object");
        }
        List<Problem> problems = new ArrayList<>();
        for (String name : body.propertyNames()) {
            List<String> known = List.of(QUESTION, PARAMETERS, CHAIN);
            if (!known.contains(name)) {
                problems.add(new Problem(
                        name,
                        "Member '%s': there is none of that name. Maybe %s."
                                .formatted(
                                        shown(name),
                                        Closest.to(name, known).orElse("one of " + String.join(", ", known)))));
            }
        }
        return of(
                words(body.path(QUESTION)),
                words(PARAMETERS, "", body.path(PARAMETERS), problems),
                words(CHAIN, CHAIN + ".", body.path(CHAIN), problems),
                problems);
    }

    private static Asked of(
            List<String> questions,
            Map<String, List<String>> parameters,
            Map<String, List<String>> chain,
            List<Problem> problems) {
        if (questions.size() != 1) {
            problems.add(new Problem(
                    QUESTION,
                    "Parameter 'question': asked for %s. Maybe one of those that /questions lists."
                            .formatted(questions.size())));
        }
        return new Asked(
                questions.size() == 1 ? Optional.of(questions.get(0)) : Optional.empty(), parameters, chain, problems);
    }

    private static Map<String, List<String>> words(
            String member, String prefix, JsonNode object, List<Problem> problems) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        if (object.isObject()) {
            object.properties().forEach(each -> words.put(prefix + each.getKey(), words(each.getValue())));
        } else if (!object.isMissingNode() && !object.isNull()) {
            problems.add(new Problem(member, "Member '%s': is no object. Maybe {}.".formatted(member)));
        }
        return words;
    }

    /** A word, or a list of words; an object, such as a scenario, is the word that its JSON is. */
    private static List<String> words(JsonNode said) {
        if (said.isMissingNode() || said.isNull()) {
            return List.of();
        }
        return said.isArray() ? said.valueStream().map(Asked::word).toList() : List.of(word(said));
    }

    private static String word(JsonNode said) {
        return said.isString() ? said.stringValue() : said.toString();
    }

    private static ErrorResponseException unreadable(String why) {
        return Problem.refusal(
                HttpStatus.BAD_REQUEST,
                "unreadable",
                "The body cannot be read.",
                "JSON: " + why + ". Maybe {\"question\": \"exposure\", \"parameters\": {}, \"chain\": {}}.",
                List.of());
    }

    /** What the library refused, such as {@code Material 'x': not in this chain}, is to blame on the words that said {@code x}. */
    static ErrorResponseException refused(IllegalArgumentException refusal, Map<String, List<String>> words) {
        String message = String.valueOf(refusal.getMessage());
        List<String> subject = List.of(message.split(":", 2)[0].split("[' ()]+"));
        return Problem.refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unanswerable",
                "This chain cannot answer that.",
                message,
                words.entrySet().stream()
                        .filter(each -> each.getValue().stream().anyMatch(subject::contains))
                        .map(each -> new Problem(each.getKey(), message))
                        .toList());
    }

    /** A word as it may stand in a message. */
    static String shown(String word) {
        String safe = word.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
        return safe.length() <= 60 ? safe : safe.substring(0, 60) + "...";
    }
}
