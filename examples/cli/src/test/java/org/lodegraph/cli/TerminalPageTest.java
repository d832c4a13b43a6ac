package org.lodegraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodegraph.ask.Questions;
import org.lodegraph.io.ScenarioJson;
import org.lodegraph.scenario.Lose;
import org.lodegraph.scenario.Scenario;

/** What docs/terminal.md shows is what the command prints; a line with three dots stands for lines left out. */
class TerminalPageTest {

    private static final Path PAGE = Path.of("../../docs/terminal.md");
    private static final Pattern BLOCK = Pattern.compile("```console\n\\$ lodegraph (.*)\n((?s:.*?))```\n");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String LEFT_OUT = "⋮\n";

    static List<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().toList();
    }

    @Test
    void theBlocksAreFound() throws IOException {
        assertThat(blocks()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Files.readString(PAGE).split("```console", -1)).hasSize(blocks().size() + 1);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockShowsWhatIsPrinted(MatchResult block) {
        StringWriter printed = new StringWriter();
        String[] words = WORD.matcher(block.group(1))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        PrintWriter out = new PrintWriter(printed, true);
        Lodegraph.run(out, out, words);

        String shown = block.group(2);
        if (shown.contains(LEFT_OUT)) {
            assertThat(printed.toString()).containsSubsequence(List.of(shown.split(LEFT_OUT)));
            assertThat(printed.toString()).startsWith(shown.split(LEFT_OUT)[0]);
        } else {
            assertThat(printed).hasToString(shown);
        }
    }

    @Test
    void theScenarioIsOneThatIsRead() throws IOException {
        List<String> shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(shown)
                .extracting(ScenarioJson::read)
                .containsExactly(Scenario.of("no-china").then(Lose.of(country("CHN"))));
    }

    @Test
    void whatIsAskedInAnotherQuestionIsAQuestion() throws IOException {
        Pattern asking = Pattern.compile("--asking \"([^\"]*)\"");
        List<MatchResult> all = asking.matcher(Files.readString(PAGE)).results().toList();

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Questions.ask(line.group(1))).isNotNull());
    }
}
