package org.lodegraph.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.link;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Conversion;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Link;
import org.lodegraph.model.Material;
import org.lodegraph.model.SupplyChain;

/** All numbers are invented. */
class TradeFlowsTest {

    private static final Basis SE = Basis.contained("Se");
    private static final Conversion PURE =
            new Conversion("selenium as shipped -> Se", Basis.GROSS, SE, 0.5, Source.ASSUMPTION);

    private static List<TradeFlow> flows(String rows) {
        String text = "period,reporterCode,partnerCode,flowCode,cmdCode,netWgt,primaryValue\n" + rows;
        return DataFile.of("trade.csv", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .read(TradeTable.all())
                .strict();
    }

    private static SupplyChain chain(Basis basis) {
        return SupplyChain.builder(2023)
                .add(Material.of("selenium").withBasis(basis).asBoundary())
                .build();
    }

    /** China tells of 3 t, the United States of 4 t in one code and 1 t in another. */
    @Test
    void bothSidesMakeARange() {
        SupplyChain traded = chain(Basis.GROSS).with(TradeFlows.of("selenium", flows("""
                                2023,156,842,X,280490,3000,1
                                2023,842,156,M,280490,4000,1
                                2023,842,156,M,281129,1000,1
                                2022,842,156,M,280490,9000,1
                                2023,276,842,X,280490,,1
                                2023,842,276,M,280490,2000,1
                                2023,276,124,X,280490,,1
                                2023,156,156,M,280490,7,1
                                2023,899,156,X,280490,7,1
                                """)));

        assertThat(traded.links())
                .containsOnlyKeys(link("selenium-chn-usa"), link("selenium-deu-can"), link("selenium-deu-usa"));
        assertThat(observed(traded, "selenium-chn-usa").range()).isEqualTo(new Range(3, 5, Unit.T_PER_A));
        assertThat(observed(traded, "selenium-deu-usa").range()).isEqualTo(Range.exactly(2, Unit.T_PER_A));
        assertThat(observed(traded, "selenium-deu-can"))
                .isInstanceOfSatisfying(
                        Figure.Unknown.class,
                        unknown -> assertThat(unknown.note()).isEqualTo("no weight reported by either side"));
    }

    private static Figure observed(SupplyChain chain, String id) {
        return chain.links().get(link(id)).observed().orElseThrow();
    }

    @Test
    void aLinkThatIsThereKeepsWhatElseItSays() {
        SupplyChain before = chain(Basis.GROSS).toBuilder()
                .add(Link.of("harbour", "selenium", country("CHN"), country("USA"))
                        .capacity(Figure.stated(9, Unit.T_PER_A)))
                .build();
        SupplyChain after = before.with(TradeFlows.of("selenium", flows("2022,156,842,X,280490,3000,1\n"))
                .in(2022));

        assertThat(after.links()).containsOnlyKeys(link("harbour"));
        assertThat(observed(after, "harbour").range().high()).isEqualTo(3);
        assertThat(after.links().get(link("harbour")).capacity()).isPresent();
    }

    @Test
    void anotherBasisNeedsANamedFactor() {
        TradeFlows flows = TradeFlows.of("selenium", flows("2023,156,842,X,280490,3000,1\n"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain(SE).with(flows))
                .withMessage(
                        "Trade of 'selenium': weights are gross, and the material stands on Se content (factor seen: none)."
                                + " Maybe a named factor from gross to Se content, by(new Conversion(...)).");
        assertThat(observed(chain(SE).with(flows.by(PURE)), "selenium-chn-usa").range())
                .isEqualTo(Range.exactly(1.5, Unit.T_PER_A.of(SE)));
    }

    @Test
    void refusesBasketsAndYearsWithoutFlows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeFlows.of("selenium", flows("""
                                2023,156,842,X,280490,3000,1
                                2023,156,842,X,28049010,3000,1
                                """)))
                .withMessage(
                        "HS code '280490': it holds 28049010, which would be counted twice. Maybe keep one of them.");
        List<TradeFlow> basket = flows("2023,156,842,X,811292,3000,1\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeFlows.of("gallium", basket))
                .withMessageStartingWith("HS code '811292': it holds more than gallium (gallium, germanium");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> chain(Basis.GROSS).with(TradeFlows.of("selenium", flows("2021,156,842,X,280490,3,1\n"))))
                .withMessage("Trade of 'selenium': no flow of 2023 between two countries (years seen: [2021])."
                        + " Maybe say another year, in(2023).");
    }
}
