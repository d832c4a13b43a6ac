package org.lodegraph.io;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lodegraph.measure.Premise;
import org.lodegraph.measure.Source;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;

/** What a data package says to people, in plain text: what it holds, what was found and how, and on whose terms. */
final class Readme {

    private final StringBuilder text = new StringBuilder();

    private Readme() {}

    static String text(
            Optional<Report> answer, Optional<SupplyChain> chain, List<Source> sources, List<Premise> premises) {
        Readme readme = new Readme();
        answer.ifPresent(readme::answer);
        chain.ifPresent(readme::chain);
        if (!premises.isEmpty()) {
            readme.line("What is taken for granted (%s) is in %s."
                    .formatted(premises.size(), PackageFiles.ASSUMPTIONS.file()));
        }
        readme.line("A text that a spreadsheet would take for a formula is written behind an apostrophe.");
        readme.line(PackageFiles.DESCRIPTOR + " says what each column holds, after https://datapackage.org.");
        readme.licences(sources);
        return readme.text.toString();
    }

    private void answer(Report report) {
        line(report.title());
        line(report.subtitle());
        heading("What it says");
        notes(report.parts());
        line("All amounts are in %s.".formatted(AnswerCsv.SHEET.file()));
        line("");
    }

    private void notes(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof Section section) {
                notes(section.parts());
            } else if (part instanceof Note note) {
                line("- %s: %s".formatted(Output.print(note.kind()), note.text()));
            }
        }
    }

    private void chain(SupplyChain chain) {
        line(
                "The supply chain of %s as of %s is in %s: %s materials, %s recipes, %s facilities, %s demands, %s policies."
                        .formatted(
                                chain.year(),
                                chain.date(),
                                PackageFiles.CHAIN,
                                chain.materials().size(),
                                chain.recipes().size(),
                                chain.facilities().size(),
                                chain.demands().size(),
                                chain.policies().size()));
    }

    private void licences(List<Source> sources) {
        var works = Licences.of(sources);
        if (works.isEmpty()) {
            return;
        }
        heading("Sources and their terms");
        line("What each source said stays under the terms of that source.");
        works.asMap().forEach((terms, named) -> {
            if (!terms.isEmpty()) {
                terms("Terms: " + terms, named);
            }
        });
        if (works.containsKey("")) {
            terms("No terms stated: ask whoever published it before you pass it on", works.get(""));
        }
    }

    private void terms(String heading, Collection<Source> works) {
        line(heading);
        for (Source work : works) {
            line("- %s (%s)".formatted(work.citation(), work.id())
                    + (work.url().isBlank() ? "" : ", " + work.url())
                    + (work.acknowledgement().isBlank() ? "" : ". Acknowledgement: " + work.acknowledgement()));
        }
    }

    private void heading(String words) {
        text.append('\n').append(words).append("\n\n");
    }

    /** On one line, without what a terminal would obey. */
    private void line(String words) {
        text.append(words.replaceAll("[\\s\\p{Cntrl}]+", " ")).append('\n');
    }
}
