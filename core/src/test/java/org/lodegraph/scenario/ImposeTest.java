package org.lodegraph.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodegraph.measure.Figure.stated;
import static org.lodegraph.measure.Quantity.tonnesPerYear;
import static org.lodegraph.measure.Share.percent;
import static org.lodegraph.model.Ids.bloc;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;
import static org.lodegraph.model.Ids.recipe;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Source;
import org.lodegraph.measure.Spread;
import org.lodegraph.measure.Unit;
import org.lodegraph.measure.Window;
import org.lodegraph.model.InvalidSupplyChainException;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Policy.Direction;
import org.lodegraph.model.Policy.Reach;
import org.lodegraph.model.PolicyId;
import org.lodegraph.model.SupplyChain;

/** Rules come and go. */
class ImposeTest {

    private static final Basis REO = Basis.oxide("REO");
    private static final LocalDate CONTROLS = LocalDate.parse("2023-08-01");
    private static final LocalDate BAN = LocalDate.parse("2024-12-03");
    private static final LocalDate SUSPENDED = LocalDate.parse("2025-11-09");
    private static final LocalDate RESUMED = LocalDate.parse("2026-11-28");

    private final SupplyChain chain = Gallium.chain();
    private final Impose ban =
            Impose.ban(country("CHN")).on(material("gallium")).toward(country("USA"));

    @Test
    void aBanLetsNothingPass() {
        var rule = chain.with(ban).policy(policy("CHN-bans-exports-of-gallium-to-USA"));

        assertThat(rule.issuer()).isEqualTo(country("CHN"));
        assertThat(rule.materials()).containsExactly(material("gallium"));
        assertThat(rule.toward()).containsExactly(country("USA"));
        assertThat(rule.direction()).isEqualTo(Direction.EXPORT);
        assertThat(rule.limit()).isEqualTo(new Limit.Nothing());
        assertThat(rule.name()).isEqualTo("CHN bans exports of gallium to USA");
    }

    @Test
    void everyRuleReadsAsASentenceThatGivesItsId() {
        assertThat(ban.from(BAN)).hasToString("CHN bans exports of gallium to USA, from 2024-12-03");
        assertThat(ban.from(BAN).policy().id()).isEqualTo(policy("CHN-bans-exports-of-gallium-to-USA-from-2024-12-03"));
        assertThat(Impose.ban(country("USA"))
                        .onImports()
                        .on(material("gallium"))
                        .toward(country("CHN")))
                .hasToString("USA bans imports of gallium from CHN");
        assertThat(Impose.quota(country("CHN"), tonnesPerYear(40)).on(material("gallium")))
                .hasToString("CHN limits exports of gallium, at most 40 t/a");
        assertThat(ban.letting(percent(5), tonnesPerYear(19)))
                .hasToString("CHN limits exports of gallium to USA, letting 5.0 % of 19 t/a pass");
        assertThat(Impose.cost(country("CHN"), Figure.stated(100, Unit.USD_PER_T))
                        .on(material("gallium"))
                        .except(bloc("partners")))
                .hasToString("CHN taxes exports of gallium, except partners, by 100 USD/t");
        assertThat(Impose.ban(country("CHN")).onTechnology(recipe("ga-circuit")))
                .hasToString("CHN withholds the technology ga-circuit");
        assertThat(ban.reaching(Reach.THROUGH_PROCESSING))
                .hasToString("CHN bans exports of gallium to USA, also inside other goods");
    }

    /** What the id cannot spell, it says: per cent, per year, minus; the point stays; nothing is rounded. */
    @Test
    void idsSayPercentAndSignsAndEveryDigit() {
        var china = Impose.ban(country("CHN")).on(material("gallium"));

        assertThat(id(Impose.quota(country("CHN"), tonnesPerYear(12_345.6)).on(material("gallium"))))
                .isEqualTo("CHN-limits-exports-of-gallium-at-most-12345.6-t-per-a");
        assertThat(id(china.letting(percent(7), tonnesPerYear(19))))
                .isEqualTo("CHN-limits-exports-of-gallium-letting-7-percent-of-19-t-per-a-pass");
        assertThat(id(china.letting(percent(0.01), tonnesPerYear(19))))
                .isEqualTo("CHN-limits-exports-of-gallium-letting-0.01-percent-of-19-t-per-a-pass");
        assertThat(id(china.letting(stated(0.07, Unit.ONE), stated(19, Unit.T_PER_A.of(Basis.contained("Ga"))))))
                .isEqualTo("CHN-limits-exports-of-gallium-letting-0.07-of-19-t-per-a-Ga-content-pass");
        assertThat(id(Impose.cost(country("CHN"), stated(-5, Unit.USD_PER_T)).on(material("gallium"))))
                .isEqualTo("CHN-taxes-exports-of-gallium-by-minus-5-USD-per-t");
        assertThat(id(Impose.quota(country("CHN"), Figure.unknown(Unit.T_PER_A, "secret"))
                        .on(material("gallium"))))
                .isEqualTo("CHN-limits-exports-of-gallium-at-most-an-unknown-amount");
    }

    @Test
    void rulesThatDifferInAnyNumberHaveTwoIds() {
        List<Spread> spreads = List.of(
                Spread.exact(10),
                Spread.exact(10.00001),
                Spread.exact(-10),
                Spread.exact(0.1),
                Spread.between(5, 15),
                Spread.triangular(5, 10, 15),
                Spread.triangular(5, 9, 15),
                Spread.lognormal(10, 0.5));
        List<Unit> units = List.of(Unit.ONE, Unit.PERCENT, Unit.T_PER_A, Unit.KG_PER_A, Unit.T_PER_A.of(REO));
        Stream<Figure> figures = spreads.stream()
                .flatMap(spread -> units.stream().map(unit -> Figure.estimated(spread, unit, Source.STATED)));

        assertThat(figures.map(most -> id(Impose.quota(country("CHN"), most))))
                .doesNotHaveDuplicates()
                .hasSize(spreads.size() * units.size());
    }

    private static String id(Impose rule) {
        return rule.policy().id().value();
    }

    @Test
    void aRuleWithAnIdOfItsOwnKeepsIt() {
        Impose named = ban.named("CN-2024-US").from(BAN);

        assertThat(named.policy().id()).isEqualTo(policy("CN-2024-US"));
        assertThat(named.policy().name()).isEqualTo("CHN bans exports of gallium to USA, from 2024-12-03");
    }

    @Test
    void longSentencesGiveShortIdsThatDiffer() {
        Impose many = ban.except(country("JPN"), country("KOR"), country("DEU"), country("FRA"), country("GBR"))
                .from(BAN);

        PolicyId one = many.policy().id();
        PolicyId other = many.from(BAN.plusDays(1)).policy().id();

        assertThat(one.value()).hasSizeLessThanOrEqualTo(120).startsWith("CHN-bans-exports-of-gallium-to-USA-except");
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void aSuspensionSplitsTheWindows() {
        Impose suspended = ban.from(BAN).suspended(Window.between(SUSPENDED, RESUMED.minusDays(1)));

        assertThat(suspended.policy().inForce())
                .containsExactly(Window.between(BAN, SUSPENDED.minusDays(1)), Window.from(RESUMED));
        assertThat(ban.until(BAN)).hasToString("CHN bans exports of gallium to USA, until 2024-12-03");
        assertThat(ban.from(CONTROLS).until(BAN).policy().inForce()).containsExactly(Window.between(CONTROLS, BAN));
    }

    @Test
    void theSameRuleTwiceIsOneRule() {
        assertThat(chain.with(ban, ban)).isEqualTo(chain.with(ban));
    }

    @Test
    void anotherRuleOfTheSameIdIsRefused() {
        Impose quota = Impose.quota(country("CHN"), tonnesPerYear(40)).on(material("gallium"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(ban.named("rule"), quota.named("rule")))
                .withMessage("Policy 'rule': the chain has another rule of this id"
                        + " (CHN bans exports of gallium to USA)."
                        + " Maybe lift it first, or give this one an id of its own.");
    }

    @Test
    void aRuleOnWhatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(Impose.ban(country("CHN")).on(material("galium"))))
                .isInstanceOf(InvalidSupplyChainException.class)
                .withMessageContaining("Material 'galium' is not in the chain. Maybe 'gallium'");
    }

    @Test
    void aRuleIsLiftedAltogether() {
        assertThat(chain.with(ban.named("rule"), Lift.of(policy("rule")))).isEqualTo(chain);
    }

    @Test
    void aRuleIsLiftedFromADay() {
        SupplyChain lifted =
                chain.with(ban.named("rule"), Lift.of(policy("rule")).from(SUSPENDED));

        assertThat(lifted.at(SUSPENDED.minusDays(1)).policiesInForce()).hasSize(1);
        assertThat(lifted.at(SUSPENDED).policiesInForce()).isEmpty();
        assertThat(lifted.policies()).hasSize(1);
    }

    @Test
    void aRuleIsSuspended() {
        Lift pause = Lift.of(policy("rule")).from(SUSPENDED).until(RESUMED.minusDays(1));

        SupplyChain paused = chain.with(ban.named("rule"), pause);

        assertThat(List.of(SUSPENDED.minusDays(1), SUSPENDED, RESUMED.minusDays(1), RESUMED))
                .extracting(day -> paused.at(day).policiesInForce().size())
                .containsExactly(1, 0, 0, 1);
        assertThat(pause).hasToString("lift rule 2025-11-09 to 2026-11-27");
        assertThat(Lift.of(policy("rule"))).hasToString("lift rule");
        assertThat(Lift.of(policy("rule")).from(SUSPENDED)).hasToString("lift rule from 2025-11-09");
    }

    @Test
    void aRuleThatIsNotThereCannotBeLifted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.with(ban.named("CN-2024"), Lift.of(policy("CN-2025"))))
                .withMessage("Policy 'CN-2025': not in this chain. Maybe 'CN-2024', or add it first.");
    }
}
