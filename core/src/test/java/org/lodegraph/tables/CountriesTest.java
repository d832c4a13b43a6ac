package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodegraph.model.Ids.country;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodegraph.tables.Countries.Meaning;

class CountriesTest {

    private static final Countries COUNTRIES = Countries.standard();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    US | USA
                    usa | USA
                    840 | USA
                    842 | USA
                    United States of America | USA
                    U.S. | USA
                    004 | AFG
                    4 | AFG
                    NA | NAM
                    Burma | MMR
                    Congo (Kinshasa) | COD
                    Congo, Dem. Rep. | COD
                    Zaire | COD
                    Congo (Brazzaville) | COG
                    COTE D'IVOIRE | CIV
                    Côte d’Ivoire | CIV
                    Korea, Republic of | KOR
                    Turkey | TUR
                    TÜRKİYE | TUR
                    The Gambia | GMB
                    Bosnia & Herzegovina | BIH
                    490 | TWN
                    KSV | XKX
                    ROM | ROU
                    Swaziland | SWZ
                    New Caledonia | NCL
                    Mainland China | CHN
                    Russian Fed. | RUS
                    Rep. of Korea | KOR
                    Dem. Rep. of Congo | COD
                    Chine | CHN
                    Persia | IRN
                    Autriche | AUT
                    """)
    void findsCountriesByAnyNameAndCode(String text, String expected) {
        assertThat(COUNTRIES.find(text)).contains(country(expected));
    }

    @Test
    void theWorldAndOthersAreNoCountries() {
        assertThat(List.of("World", "WLD", "World total (rounded)", "TOTAL"))
                .allMatch(text -> COUNTRIES.read(text) instanceof Meaning.World);
        assertThat(List.of("Other countries", "XOT", "Rest of the world", "other"))
                .allMatch(text -> COUNTRIES.read(text) instanceof Meaning.Others);
        assertThat(COUNTRIES.find("World")).isEmpty();
    }

    /** The figures of a country that is no more belong to none of its successors alone. */
    @Test
    void knowsCountriesThatAreNoMore() {
        assertThat(COUNTRIES.read("Yugoslavia")).isInstanceOf(Meaning.Former.class);
        assertThat(((Meaning.Former) COUNTRIES.read("891")).successors())
                .containsExactly(country("SRB"), country("MNE"), country("XKX"));
    }

    @Test
    void guessesNothing() {
        assertThat(COUNTRIES.read("Congo"))
                .isEqualTo(new Meaning.Unknown(Optional.of("Congo (Kinshasa) or Congo (Brazzaville)")));
        assertThat(COUNTRIES.read("Kazakstan")).isEqualTo(new Meaning.Unknown(Optional.of("Kazakhstan")));
        assertThat(COUNTRIES.read("")).isEqualTo(new Meaning.Unknown(Optional.empty()));
        assertThat(COUNTRIES.read("999")).isEqualTo(new Meaning.Unknown(Optional.empty()));
    }

    /** Without its points, n.a. would be Namibia. */
    @ParameterizedTest
    @ValueSource(strings = {"n.a.", "N.A.", "n. a.", "n/a", "N/A", "unknown", "Unknown", "UNK"})
    void noCountryIsNone(String text) {
        assertThat(COUNTRIES.read(text)).isEqualTo(new Meaning.Unknown(Optional.empty()));
    }

    /** Aruba and Cuba are as near to "Auba"; Serbia is near to "Persias", and begins otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"Chili con carne", "Auba", "Persias", "Irak Iran", "Chila"})
    void suggestsNothingRatherThanSomethingWrong(String text) {
        assertThat(COUNTRIES.read(text)).isEqualTo(new Meaning.Unknown(Optional.empty()));
    }

    @Test
    void everyCountryIsFoundByItsOwnNameAndCode() {
        assertThat(COUNTRIES.all()).hasSize(250);
        assertThat(COUNTRIES.all()).allSatisfy(id -> {
            assertThat(COUNTRIES.find(id.value())).contains(id);
            assertThat(COUNTRIES.find(COUNTRIES.name(id))).contains(id);
        });
    }
}
