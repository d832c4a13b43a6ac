package org.lodegraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodegraph.flow.Delivery;
import org.lodegraph.flow.Response;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Capacity;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Demand;
import org.lodegraph.model.Facility;
import org.lodegraph.model.Line;
import org.lodegraph.model.Material;
import org.lodegraph.model.Recipe;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.query.AlternativeSources.Candidate;
import org.lodegraph.query.AlternativeSources.Gain;
import org.lodegraph.query.AlternativeSources.Readiness;
import org.lodegraph.scenario.Grouping;

/**
 * A ton of metal takes a ton of ore. The United States want 15 t and get China's 10 t.
 *
 * <pre>
 * ore     Australia 12 runs, Brazil 10 idle (100 to 200 days)
 * metal   China 10 runs, United States 4 from June 2026, Korea 3 to 6 some day, Germany 9 from 2030, somebody 7 idle
 * </pre>
 */
class AlternativeSourcesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 12, 31);
    private static final Target CHIPS = Target.of(material("metal"), country("USA"));
    private static final Source SAID = Source.of("somebody", "said so");

    private static final SupplyChain CHAIN = SupplyChain.builder(2025)
            .date(TODAY)
            .add(Material.of("ore"), Material.of("metal"))
            .add(
                    Recipe.of("dig").makes("ore"),
                    Recipe.of("smelt").makes("metal").from("ore", 1))
            .add(
                    works("aus", Line.of("dig", exactly(12))),
                    works(
                            "bra",
                            Line.of("dig", exactly(10))
                                    .status(Line.Status.IDLE)
                                    .withRestart(Figure.estimated(Spread.between(100, 200), Unit.DAYS, SAID))),
                    works("chn", Line.of("smelt", exactly(10))),
                    works("usa", planned(exactly(4)).withStarts(LocalDate.of(2026, 6, 1))),
                    works(
                            "kor",
                            planned(Capacity.nameplate(Figure.estimated(Spread.between(3, 6), Unit.T_PER_A, SAID)))),
                    works("deu", planned(exactly(9)).withStarts(LocalDate.of(2030, 1, 1))),
                    Facility.at("somebody", CountryId.NOWHERE)
                            .line(Line.of("smelt", exactly(7)).status(Line.Status.IDLE)))
            .add(Demand.of("usa-chips", "metal", country("USA"), tons(15)))
            .build();

    private static final AlternativeSources BY_NEXT_YEAR =
            AlternativeSources.of(CHIPS).by(NEXT_YEAR).by(Grouping.COUNTRY);
    private static final AlternativeSources.Answer ANSWER = CHAIN.ask(BY_NEXT_YEAR);

    private static Facility works(String code, Line line) {
        return Facility.at(code, country(code.toUpperCase(Locale.ROOT))).line(line);
    }

    private static Line planned(Capacity capacity) {
        return Line.of("smelt", capacity).status(Line.Status.PLANNED);
    }

    private static Capacity exactly(double tons) {
        return Capacity.nameplate(tons(tons));
    }

    private static Figure tons(double value) {
        return Figure.stated(value, Unit.T_PER_A);
    }

    private static Gain both(double low, double high) {
        Range range = new Range(low, high, Unit.T_PER_A);
        return new Gain(range, range);
    }

    private static Gain gain(AlternativeSources.Answer answer, String facility, String name) {
        return answer.find(line(facility + "/" + name)).orElseThrow().gain();
    }

    /**
     * There are 12 t of ore for 10 t of metal. Four tons of smelters in the United States find ore for 2 t; Korea's too, if
     * it is there; more ore alone finds no smelter.
     */
    @Test
    void addWhatTheRestAllows() {
        assertThat(ANSWER.before().unmet()).isEqualTo(new Range(5, 5, Unit.T_PER_A));
        assertThat(gain(ANSWER, "usa", "smelt")).isEqualTo(both(2, 2));
        assertThat(gain(ANSWER, "kor", "smelt")).isEqualTo(both(0, 2));
        assertThat(gain(ANSWER, "bra", "dig")).isEqualTo(both(0, 0));
        assertThat(ANSWER.sources())
                .extracting(source -> source.candidate().line().toString())
                .containsExactly("usa/smelt", "kor/smelt", "bra/dig");
    }

    /**
     * Surely there are 22 t of ore and smelters for 10 + 4 = 14 t: 4 t more. With Korea's 3 t at least, 17 t: all 15 t that
     * are wanted, 5 t more.
     */
    @Test
    void addMoreTogether() {
        assertThat(ANSWER.together()).isEqualTo(both(4, 5));
    }

    /** Half a year is enough for the smelter, and perhaps for the mine; a month for neither. */
    @Test
    void comeInTime() {
        var june = CHAIN.ask(AlternativeSources.of(CHIPS).by(LocalDate.of(2026, 6, 15)));
        assertThat(june.sources())
                .extracting(
                        source -> source.candidate().line().toString(),
                        source -> source.candidate().readiness())
                .containsExactlyInAnyOrder(
                        tuple("usa/smelt", Readiness.READY),
                        tuple("kor/smelt", Readiness.POSSIBLE),
                        tuple("bra/dig", Readiness.POSSIBLE));
        // The smelter alone adds 2 t; with the mine, if it is there, and Korea's smelter, 5 t.
        assertThat(june.together()).isEqualTo(both(2, 5));

        var january = CHAIN.ask(AlternativeSources.of(CHIPS).by(LocalDate.of(2026, 1, 31)));
        assertThat(january.sources())
                .extracting(source -> source.candidate().line().toString())
                .containsExactly("kor/smelt");
        assertThat(january.together()).isEqualTo(both(0, 2));
    }

    @Test
    void nameWhatDoesNotCount() {
        assertThat(ANSWER.others())
                .extracting(Candidate::line, Candidate::readiness, Candidate::from)
                .containsExactly(
                        tuple(line("deu/smelt"), Readiness.LATER, Optional.of(LocalDate.of(2030, 1, 1))),
                        tuple(line("somebody/smelt"), Readiness.NOWHERE, Optional.empty()));
    }

    /** By country nothing stands between but the line itself; by technology, ore must be dug and then smelted. */
    @Test
    void hangOnWhatTheyNeedAndPass() {
        assertThat(ANSWER.find(line("usa/smelt")).orElseThrow())
                .satisfies(source -> assertThat(source.needs()).containsExactly("USA"))
                .satisfies(source -> assertThat(source.passes()).isEmpty())
                .satisfies(source -> assertThat(source.reaches()).isTrue());
        var byRecipe = CHAIN.ask(BY_NEXT_YEAR.by(Grouping.RECIPE));
        assertThat(byRecipe.find(line("bra/dig")).orElseThrow())
                .satisfies(source -> assertThat(source.needs()).containsExactly("dig"))
                .satisfies(source -> assertThat(source.passes()).containsExactly("smelt"));
        assertThat(byRecipe.find(line("usa/smelt")).orElseThrow().needs()).containsExactly("dig", "smelt");
    }

    /** A circuit for 4 t beside a host that leaves 3 t in its liquor: 3 t, along with alumina. */
    @Test
    void comeAlongWithAHost() {
        SupplyChain hosted = SupplyChain.builder(2025)
                .add(Material.of("alumina"), Material.of("liquor").atSite(), Material.of("metal"))
                .add(
                        Recipe.of("bayer").makes("alumina").asHost().yields("liquor", 0.03),
                        Recipe.of("circuit").makes("metal").from("liquor", 1))
                .add(Facility.at("grc", country("GRC"))
                        .line(Line.of("bayer", exactly(100)))
                        .line(Line.of("circuit", exactly(4)).status(Line.Status.PLANNED)))
                .add(Demand.remainder("alumina", tons(100)), Demand.of("usa-chips", "metal", country("USA"), tons(15)))
                .build();
        var source = hosted.ask(AlternativeSources.of(CHIPS).by(Grouping.RECIPE))
                .find(line("grc/circuit"))
                .orElseThrow();
        assertThat(source.gain()).isEqualTo(both(0, 3));
        assertThat(source.hosts()).containsExactly(material("alumina"));
        assertThat(source.needs()).containsExactly("bayer", "circuit");
    }

    @Test
    void askWhatCanBeAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlternativeSources.of(Delivery.to(CHIPS).under(Response.RESTART)))
                .withMessage(
                        "Alternative sources of USA (metal): idle lines run already, under response RESTART. Maybe ask under SURGE.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHAIN.ask(AlternativeSources.of(CHIPS).by(LocalDate.of(2025, 1, 1))))
                .withMessage(
                        "Alternative sources of USA (metal): by 2025-01-01, which lies before the chain's date 2025-12-31. Maybe ask the chain on an earlier day.");
    }

    @Test
    void showWhoElseCouldMakeIt() {
        assertThat(ReportText.of(ANSWER.show())).startsWith("""
                # Who else could supply USA (metal)?
                Annual rates on 2026-12-31, figures of 2025
                FINDING 2 lines could start by 2026-12-31, one more might, nobody says when; together they bring 4 to 5 t/a if the target is served first, 4 to 5 t/a if all share. Without any of them USA (metal) lacks 5 t/a if it is served first, 5 t/a if all share.
                What each line brings alone [t/a, 2025, computed from said so, stated by the caller, no publication named]
                line | status | from | capacity | served first | if all share
                usa: metal from ore (usa/smelt) | planned | 2026-06-01 | 4 t/a | 2 t/a | 2 t/a
                kor: metal from ore (kor/smelt) | planned | ?nobody says when, so it may add nothing | 3 to 6 t/a | 0 to 2 t/a | 0 to 2 t/a
                bra: ore (bra/dig) | idle | 2026-04-10 | 10 t/a | 0 t/a | 0 t/a
                together |  |  |  | 4 to 5 t/a | 4 to 5 t/a
                What each line hangs on, by country [2025, computed from said so, stated by the caller, no publication named]
                line | comes along with | cannot run without | must pass through
                usa: metal from ore (usa/smelt) |  | USA |\s
                kor: metal from ore (kor/smelt) |  | KOR |\s
                bra: ore (bra/dig) |  | BRA |\s

                FINDING deu: metal from ore (deu/smelt) is planned and could run from 2030-01-01 at the earliest, which is too late.
                FINDING somebody: metal from ore (somebody/smelt) is idle, but nobody says where it stands, so it is not counted.
                METHOD A gain is the delivery with the line less the delivery without it.""");
    }
}
