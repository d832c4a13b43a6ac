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
import org.lodegraph.measure.Reading;
import org.lodegraph.model.CountryId;
import org.lodegraph.model.Ids;
import org.lodegraph.model.Stock;

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
}
