package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.reference.Disagreements.Disagreement;
import org.lodegraph.tables.Statistic;

/** What sources say differently of the same thing, and which of it is taken. */
class DisagreementsTest {

    private static final Source OLD =
            Source.of("survey-1", "Yearbook").by("Survey").edition("1");
    private static final Source NEW =
            Source.of("survey-2", "Yearbook").by("Survey").edition("2");
    private static final Source OTHER = Source.of("bureau", "Annals").by("Bureau");
    private static final Unit CONTENT = Unit.T_PER_A.of(Basis.contained("Co"));

    private static Statistic row(String country, double tons, Unit unit, Source source) {
        return new Statistic(
                material("cobalt"),
                "mine",
                "",
                country(country),
                2030,
                Statistic.Kind.PRODUCTION,
                Figure.figure(tons, unit, source));
    }

    private static Statistic row(String country, double tons, Source source) {
        return row(country, tons, CONTENT, source);
    }

    /**
     * The Congo makes 100 or 140 of a world of 200 or 250: at stake are 40 of 250, 16 %. Cuba makes 20 or 10: 10 of 250, 4 %.
     * Of Australia all say 30. Only one lists Zambia. What is gross is nobody's to compare with.
     */
    @Test
    void ranksByWhatIsAtStake() {
        Disagreements answer = Disagreements.of(
                List.of(
                        row("COD", 100, OLD),
                        row("CUB", 20, OLD),
                        row("AUS", 30, OLD),
                        row("ZMB", 50, OLD),
                        row("COD", 140, OTHER),
                        row("CUB", 10, NEW),
                        row("AUS", 30, OTHER),
                        row("XNX", 80, OTHER),
                        row("AUS", 999, Unit.T_PER_A, NEW)),
                ImmutableSet.of(),
                Choice.of("bureau first", "bureau"));

        assertThat(answer.all()).extracting(Disagreement::country).containsExactly(country("COD"), country("CUB"));
        Disagreement congo = answer.all().get(0);
        assertThat(congo.part()).isCloseTo(40.0 / 250, within(1e-12));
        assertThat(congo.ratio()).isEqualTo(1.4);
        assertThat(congo.span()).isEqualTo(new Range(100, 140, CONTENT));
        assertThat(congo.isRevision()).isFalse();
        assertThat(congo.figures()).extracting(figure -> figure.source().id()).containsExactly("bureau", "survey-1");
        assertThat(answer.all().get(1).part()).isCloseTo(10.0 / 250, within(1e-12));
        assertThat(answer.all().get(1).isRevision()).isTrue();
        assertThat(answer.betweenPublishers().all()).containsExactly(congo);
        assertThat(answer.atLeast(0.05).all()).containsExactly(congo);
        assertThat(answer.show().title()).isEqualTo("Where do sources disagree?");
        assertThat(answer.explain().root().children()).hasSize(2);
    }

    /** Who does not name a publisher is one. */
    @Test
    void sourcesWithoutPublisherAreNotOne() {
        Disagreements answer = Disagreements.of(
                List.of(row("COD", 1, Source.of("mine", "own")), row("COD", 2, Source.of("yours", "other"))),
                ImmutableSet.of(),
                Choice.NEWEST);

        assertThat(answer.betweenPublishers().all()).hasSize(1);
    }

    @Test
    void anUnknownFigureIsNoDisagreement() {
        Statistic withheld = row("COD", 1, OTHER).saying(new Figure.Unknown(CONTENT, OTHER, "withheld"));

        assertThat(Disagreements.of(List.of(row("COD", 100, OLD), withheld), ImmutableSet.of(), Choice.NEWEST)
                        .all())
                .isEmpty();
    }

    /** The slow way: every pair of rows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhatComparingAllPairsFinds(long seed) {
        Random random = new Random(seed);
        List<Source> sources = List.of(OLD, NEW, OTHER);
        List<String> countries = List.of("COD", "CUB", "AUS", "WLD", "ZMB");
        for (int trial = 0; trial < 300; trial++) {
            List<Statistic> rows = new ArrayList<>();
            for (Source source : sources) {
                for (String place : countries) {
                    if (random.nextInt(3) > 0) {
                        rows.add(row(place, random.nextInt(3), random.nextBoolean() ? CONTENT : Unit.T_PER_A, source));
                    }
                }
            }
            long found = Disagreements.of(rows, ImmutableSet.of(), Choice.NEWEST).all().stream()
                    .mapToLong(each -> pairs(each.figures()))
                    .sum();
            long slow = 0;
            for (Statistic one : rows) {
                for (Statistic other : rows) {
                    boolean same = one.country().equals(other.country())
                            && one.figure().unit().equals(other.figure().unit());
                    slow += same && !one.figure().range().equals(other.figure().range()) ? 1 : 0;
                }
            }
            assertThat(found).isEqualTo(slow / 2);
        }
    }

    private static long pairs(List<Figure> figures) {
        long count = 0;
        for (int i = 0; i < figures.size(); i++) {
            for (int j = i + 1; j < figures.size(); j++) {
                count += figures.get(i).range().equals(figures.get(j).range()) ? 0 : 1;
            }
        }
        return count;
    }

    /** Myanmar's rare earths of 2023 are 43,000 t by one survey and 72,000 t by the other. */
    @Test
    void aNamedChoiceTakesAnotherSource() {
        CountryId myanmar = country("MMR");
        assertThat(mined(Reference.chain(2023, "rare-earths"), myanmar))
                .isEqualTo(Range.exactly(43_000, Unit.T_PER_A.of(Basis.oxide("REO"))));
        SupplyChain british =
                Reference.choosing(Choice.of("British survey first", "bgs-wms")).chain(2023, "rare-earths");
        assertThat(mined(british, myanmar)).isEqualTo(Range.exactly(72_000, Unit.T_PER_A.of(Basis.oxide("REO"))));
        assertThat(british.assumptions())
                .anyMatch(assumption -> assumption.toString().contains("British survey first"));
        SupplyChain all = Reference.choosing(Choice.SPANNING).chain(2023, "rare-earths");
        assertThat(all.sources())
                .anySatisfy(source -> assertThat(source.id()).isEqualTo("bgs-wms and usgs-mcs2025"))
                .anySatisfy(source -> assertThat(source.acknowledgement())
                        .isEqualTo("Contains British Geological Survey materials (c) UKRI"));
        assertThat(mined(all, myanmar)).isEqualTo(new Range(43_000, 72_000, Unit.T_PER_A.of(Basis.oxide("REO"))));
        assertThat(Reference.disagreements("rare-earths")
                        .betweenPublishers()
                        .all()
                        .get(0))
                .satisfies(first -> assertThat(first.country()).isEqualTo(myanmar))
                .satisfies(first -> assertThat(first.span().text()).isEqualTo("43,000 to 72,000"));
    }

    private static Range mined(SupplyChain chain, CountryId country) {
        return chain.lines().values().stream()
                .filter(line -> line.country().equals(country))
                .map(line -> line.line().output().orElseThrow().range())
                .findFirst()
                .orElseThrow();
    }

    /** Figures that were revised in the edition of 2026, as the notes of the data say. */
    @Test
    void knowsTheLargeRevisions() {
        assertThat(Reference.disagreements().atLeast(0.02).all())
                .filteredOn(each -> each.year() == 2024 && !each.country().equals(Statistic.WORLD))
                .extracting(each -> "%s %s %s"
                        .formatted(each.material(), each.country(), each.span().text()))
                .contains(
                        "bauxite IDN 9,900,000 to 32,000,000",
                        "rare-earths NGA 1,500 to 13,000",
                        "rare-earths THA 2,100 to 13,000",
                        "rhenium CHN 5.3 to 20");
    }

    @Test
    void namesWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.disagreements("unobtainium"))
                .withMessageStartingWith("Material 'unobtainium': there is no chain for it. Maybe one of alumina, ");
    }
}
