package org.lodegraph.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lodegraph.model.Run;
import org.lodegraph.report.Note;
import org.lodegraph.report.Part;
import org.lodegraph.report.Report;
import org.lodegraph.report.Section;
import org.lodegraph.report.Showable;

/**
 * Everything that was asked, and what came out.
 *
 * @param makers who makes it at each stage
 * @param days what reaches the United States on the days around each control, per metal
 * @param hosts how much alumina making stands behind gallium
 * @param standIns what scrap and substitutes could give, per metal
 * @param records what happened, per metal
 */
record Findings(Makers makers, List<ControlDays> days, Hosts hosts, List<StandIns> standIns, List<WhatHappened> records)
        implements Showable {

    private static final String TITLE = "What China's export controls on gallium and germanium do to the United States";

    /** Copies the lists. */
    Findings {
        days = List.copyOf(days);
        standIns = List.copyOf(standIns);
        records = List.copyOf(records);
    }

    /** Asks all questions. */
    static Findings of(Run run) {
        List<Metal> metals = List.of(Metal.values());
        List<ControlDays> days =
                metals.stream().map(metal -> ControlDays.of(metal, run)).toList();
        List<Supplier<StandIns>> standIns = new ArrayList<>();
        List<Supplier<WhatHappened>> records = new ArrayList<>();
        for (Metal metal : metals) {
            standIns.add(() -> StandIns.of(metal, run));
            records.add(() -> WhatHappened.of(metal));
        }
        return new Findings(
                Makers.of(), days, Hosts.of(run), run.all("stand-ins", standIns), run.all("records", records));
    }

    /** The answer in short, for a terminal. */
    Report brief() {
        List<Part> parts = new ArrayList<>();
        conclusions().stream().map(Note::finding).forEach(parts::add);
        parts.add(makers.table());
        days.forEach(each -> parts.add(ControlDaysReport.table(each)));
        return Report.of(TITLE, parts.toArray(Part[]::new))
                .subtitle("Annual rates, as if the rules of the day lasted; ranges where something is not known.");
    }

    /** What follows, one sentence each. */
    List<String> conclusions() {
        List<String> sentences = new ArrayList<>();
        sentences.add(makers.headline());
        for (int i = 0; i < days.size(); i++) {
            sentences.addAll(ControlDaysReport.sentences(days.get(i)));
            sentences.addAll(WhatHappenedReport.sentences(records.get(i)));
            sentences.add(
                    days.get(i).metal() == Metal.GALLIUM
                            ? hosts.headline()
                            : HostsOfGermanium.of().headline());
            sentences.add(standIns.get(i).headline());
        }
        return sentences;
    }

    @Override
    public Report show() {
        List<Showable> chapters = new ArrayList<>(List.of(makers));
        chapters.addAll(days);
        chapters.add(hosts);
        chapters.add(HostsOfGermanium.of());
        chapters.addAll(standIns);
        chapters.addAll(records);
        Report whole = Report.joining(TITLE, chapters.toArray(Showable[]::new));
        List<Part> parts = new ArrayList<>();
        parts.add(new Section(
                "In short",
                "Annual rates, as if the rules of the day lasted; ranges from everything that is not known.",
                conclusions().stream().<Part>map(Note::finding).toList()));
        parts.addAll(whole.parts());
        return new Report(
                TITLE,
                "From published figures; what had to be assumed is listed at the end.",
                parts,
                whole.sources(),
                whole.premises());
    }
}
