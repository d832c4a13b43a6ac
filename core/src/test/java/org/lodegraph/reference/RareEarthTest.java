package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodegraph.model.Ids.demand;
import static org.lodegraph.model.Ids.line;
import static org.lodegraph.model.Ids.material;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Stock;
import org.lodegraph.query.StrandedReserves;

class RareEarthTest {

    @Test
    void chinaMinesAboutSeventyPercent() {
        var mines = Reference.chain(2025, "rare-earths").linesMaking(material("rare-earth-concentrate"));
        var all = mines.stream()
                .mapToDouble(mine -> central(mine.line().output().orElseThrow()))
                .sum();

        // 270,000 of 389,310, "other countries" (550) included
        assertThat(all).isEqualTo(389_310);
        assertThat(270_000 / all).isEqualTo(0.6935, within(1e-4));
        assertThat(mines)
                .filteredOn(mine -> mine.country().equals(CountryId.NOWHERE))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2021, 120", "2022, 95", "2023, 800", "2024, 4300", "2025, 8900"})
    void theUnitedStatesSeparate(int year, double tons) {
        var line = Reference.chain(year, "rare-earths").line(line("mountain-pass-separation/re-separation"));

        assertThat(central(line.line().output().orElseThrow())).isEqualTo(tons);
    }

    @Test
    void chinasQuotaIsAPermitAndNotAPlant() {
        var capacity = Reference.chain(2024, "rare-earths")
                .line(line("chn/re-separation"))
                .line()
                .capacity();

        assertThat(central(capacity.permitted().orElseThrow())).isEqualTo(254_000);
        assertThat(capacity.nameplate().orElseThrow().at(Reading.LOW)).isEqualTo(280_000);
    }

    @Test
    void theUnitedStatesUseWhatIsPublished() {
        assertThat(central(Reference.chain(2025, "rare-earths")
                        .demand(demand("usa-rare-earths"))
                        .rate()))
                .isEqualTo(27_000);
    }

    @ParameterizedTest
    @CsvSource({"2021", "2022", "2023", "2024", "2025"})
    void thereIsConcentrateForAllThatIsSeparated(int year) {
        var chain = Reference.chain(year, "rare-earths");
        var mined = chain.linesMaking(material("rare-earth-concentrate")).stream()
                .filter(mine -> !mine.country().equals(CountryId.NOWHERE))
                .mapToDouble(mine -> central(mine.line().output().orElseThrow()))
                .sum();
        var wanted = chain.demandsFor(material("rare-earths")).stream()
                .mapToDouble(use -> central(use.rate()))
                .sum();

        // at the worst recoveries, 1 / (0.88 x 0.9) = 1.2626
        assertThat(wanted * 1.2626).isLessThan(mined);
    }

    @Test
    void reservesLieInTheGround() {
        var chinese =
                Reference.chain(2025, "rare-earths").stocks().get(Ids.stock("rare-earth-concentrate-reserves-chn"));

        assertThat(chinese.kind()).isEqualTo(Stock.Kind.IN_GROUND);
        assertThat(central(chinese.amount())).isEqualTo(44_000_000);
    }

    private static double central(Figure figure) {
        return figure.at(Reading.CENTRAL);
    }

    /**
     * Of 2025, USGS states no reserves of India, Madagascar, Myanmar, Nigeria, Thailand and other countries. India has a
     * processor; of the eleven others China, Malaysia and the United States have one. Of what is known, (21 + 6.3 + 3.8 + 3.5 + 1.5
     * + 0.89 + 0.86 + 0.83) / 85.29 = 38.68 / 85.29 = 45.4 % is stranded at home; of all, nobody knows.
     */
    @Test
    void reservesThatNobodyStatesAreNotNothing() {
        StrandedReserves.Answer home = Reference.chain(2025, "rare-earths")
                .ask(StrandedReserves.of(Ids.material("rare-earth-concentrate"), Ids.material("rare-earths"))
                        .atHome());

        assertThat(home.having(StrandedReserves.Route.NONE)).hasSize(8 + 4);
        assertThat(home.having(StrandedReserves.Route.UNKNOWN))
                .extracting(StrandedReserves.Reserve::country)
                .containsExactly(CountryId.NOWHERE);
        assertThat(home.stranded().low()).isEqualTo(38_680_000);
        assertThat(home.strandedShare()).isEqualTo(new Range(0, 1, Unit.SHARE));
        assertThat(home.strandedShareOfKnown().low()).isCloseTo(38.68 / 85.29, within(1e-9));
        assertThat(home.strandedShareOfKnown().high()).isCloseTo(38.68 / 85.29, within(1e-9));
        assertThat(home.assumptions())
                .extracting(Object::toString)
                .anySatisfy(text -> assertThat(text).contains("rare-earth-concentrate-reserves-ind"));
    }
}
