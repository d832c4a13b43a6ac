package org.lodegraph.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.report.Explained;
import org.lodegraph.report.Report;
import org.lodegraph.report.Showable;

/** No answer may keep to itself how its numbers came about. */
class ExplainedTest {

    /** A report only carries what was said. */
    private static final List<String> NEED_NOT = List.of(Report.class.getName());

    @Test
    void everyAnswerExplainsItself() {
        List<JavaClass> answers = House.LIBRARY.stream()
                .filter(type -> type.isAssignableTo(Showable.class) && !type.isInterface())
                .toList();
        assertThat(answers).hasSizeGreaterThan(12);

        assertThat(answers.stream()
                        .filter(type -> !type.isAssignableTo(Explained.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(NEED_NOT);
    }
}
