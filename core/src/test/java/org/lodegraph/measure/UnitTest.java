package org.lodegraph.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units and bases: what may be added, what must be converted first, and by what. */
class UnitTest {

    private static final Basis GA = Basis.contained("Ga");
    private static final Source WEIGHTS = Source.of("iupac-2021", "Standard atomic weights");

    /** Ge 72.630, O 15.999: GeO2 is 104.628, so a ton of it holds 0.694174 t of germanium. */
    private static final Conversion GE_IN_OXIDE =
            new Conversion("GeO2 -> Ge", Basis.GROSS, Basis.contained("Ge"), 72.630 / (72.630 + 2 * 15.999), WEIGHTS);

    @Test
    void amountsOfOneDimensionAndBasisAdd() {
        assertThat(Quantity.of(1.5, Unit.T).plus(Quantity.of(250, Unit.KG))).isEqualTo(Quantity.of(1.75, Unit.T));
        assertThat(Quantity.of(900, Unit.T_PER_A).minus(Quantity.of(0.5, Unit.KT_PER_A)))
                .isEqualTo(Quantity.tonnesPerYear(400));
        assertThat(Quantity.of(3, Unit.T).times(-0.0)).isEqualTo(Quantity.of(0, Unit.T));
    }

    @Test
    void aMassIsNotARate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(12, Unit.T).plus(Quantity.of(3, Unit.T_PER_A)))
                .withMessage("Quantity '12 t': cannot be added to t/a (another dimension)."
                        + " Maybe check which of the two was meant.");
    }

    @Test
    void grossWeightIsNotContent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(12, Unit.T).minus(Quantity.of(3, Unit.T.of(GA))))
                .withMessage("Quantity '12 t': cannot be added to t Ga content (another basis)."
                        + " Maybe convert it first by a named factor, Quantity.by(Conversion).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(12, Unit.T.of(GA)).in(Unit.KG))
                .withMessage("Quantity '12 t Ga content': cannot be read in kg (another basis)."
                        + " Maybe convert it first by a named factor, Quantity.by(Conversion).");
    }

    @Test
    void unitsConvert() {
        assertThat(Quantity.of(84, Unit.KT).in(Unit.T)).isEqualTo(Quantity.of(84_000, Unit.T));
        assertThat(Quantity.of(65, Unit.PPM).in(Unit.ONE).value()).isCloseTo(65e-6, within(1e-20));
        assertThat(Quantity.of(0.1, Unit.T).in(Unit.T.of(Basis.GROSS)).value()).isEqualTo(0.1);
        assertThat(Quantity.of(500, Unit.USD_PER_KG).in(Unit.USD_PER_T).value()).isEqualTo(500_000);
        assertThat(Quantity.of(65, Unit.PERCENT).in(Unit.SHARE).value()).isEqualTo(0.65);
    }

    @Test
    void aNamedFactorLeadsFromBasisToBasis() {
        Quantity oxide = Quantity.of(100, Unit.T);
        Quantity metal = oxide.by(GE_IN_OXIDE);

        // 100 x 72.630 / 104.628 = 69.41736...
        assertThat(metal).hasToString("69.42 t Ge content");
        assertThat(metal.by(GE_IN_OXIDE.reversed()).value()).isCloseTo(100, within(1e-12));
        assertThat(GE_IN_OXIDE.reversed().name()).isEqualTo("GeO2 -> Ge (reversed)");
    }

    @Test
    void aPricePerTonOfOxideIsAHigherPricePerTonOfMetal() {
        // 694.174 USD buy a ton of oxide, that is 0.694174 t of metal: 1,000 USD a ton.
        assertThat(Quantity.of(694.174, Unit.USD_PER_T).by(GE_IN_OXIDE).value()).isCloseTo(1_000, within(1e-3));
    }

    @Test
    void aFactorFromAnotherBasisIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(5, Unit.T.of(GA)).by(GE_IN_OXIDE))
                .withMessage("Quantity '5 t Ga content': conversion 'GeO2 -> Ge' starts from gross."
                        + " Maybe use Conversion.reversed(), or another one.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.of(5, Unit.DAYS).by(GE_IN_OXIDE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aFactorIsPositiveAndFinite(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conversion("Li -> LCE", Basis.GROSS, Basis.equivalent("LCE"), factor, WEIGHTS))
                .withMessage("Conversion 'Li -> LCE': the factor is " + factor
                        + ". Maybe a ratio of masses, such as 0.6942 for Ge in GeO2.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void aQuantityIsFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantity.tonnesPerYear(value))
                .withMessage(
                        "Quantity in t/a: the value is " + value + ". Maybe a figure is unknown; ask for a Range.");
    }

    @ParameterizedTest
    @MethodSource("org.lodegraph.measure.Unit#standard")
    void everyStandardUnitIsReadBack(Unit unit) {
        assertThat(Unit.parse(unit.symbol())).isEqualTo(unit).hasToString(unit.symbol());
    }

    @Test
    void unknownUnitsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.parse("MT"))
                .withMessage("Unit 'MT': not a unit. Maybe one of t, kg, kt, t/a, kg/a, kt/a, 1, share, %, ppm, d, a,"
                        + " USD/t, USD/kg, USD/a, MWh/t, MWh/a, index.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unit("lb", Dimension.MASS, -1, Basis.GROSS))
                .withMessage("Unit 'lb': symbol blank or factor not positive (factor: -1.0)."
                        + " Maybe new Unit(\"kt\", Dimension.MASS, 1e3, Basis.GROSS).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.PERCENT.of(GA))
                .withMessage("Unit '%': RATIO knows no basis (basis seen: Ga content). Maybe leave the basis out.");
    }

    @Test
    void aUnitAddsToItsLike() {
        assertThat(Unit.KT.addsTo(Unit.T)).isTrue();
        assertThat(Unit.SHARE.addsTo(Unit.PERCENT)).isTrue();
        assertThat(Unit.T.addsTo(Unit.T.of(GA))).isFalse();
        assertThat(Unit.T.addsTo(Unit.T_PER_A)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWeighsHasABasis(Dimension dimension) {
        assertThat(dimension.based())
                .isEqualTo(
                        switch (dimension) {
                            case MASS, MASS_RATE, PRICE, ENERGY_INTENSITY -> true;
                            case RATIO, TIME, MONEY_RATE, ENERGY_RATE, INDEX -> false;
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gross", "Ga content", "REO oxide", "LCE equivalent"})
    void everyBasisIsReadBack(String text) {
        assertThat(Basis.parse(text)).hasToString(text);
    }

    @Test
    void malformedBasesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Basis.parse("Ga metal"))
                .withMessage("Basis 'Ga metal': not a basis."
                        + " Maybe one of gross, Ga content, REO oxide, LCE equivalent.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Basis.parse("content"))
                .withMessage("Basis CONTAINED: the substance is ''."
                        + " Maybe name the element or compound in one word, such as Ga or REO.");
        assertThatIllegalArgumentException().isThrownBy(() -> Basis.oxide("rare earth"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Basis(Basis.Kind.GROSS, "Ga"))
                .withMessage("Basis GROSS: the substance is 'Ga'. Maybe leave it empty.");
    }
}
