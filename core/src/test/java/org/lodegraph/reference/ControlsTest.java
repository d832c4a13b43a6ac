package org.lodegraph.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodegraph.model.Ids.country;
import static org.lodegraph.model.Ids.material;
import static org.lodegraph.model.Ids.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodegraph.flow.Delivery;
import org.lodegraph.measure.Basis;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Unit;
import org.lodegraph.model.Limit;
import org.lodegraph.model.Material;
import org.lodegraph.model.Policy;
import org.lodegraph.model.SupplyChain;
import org.lodegraph.model.Target;
import org.lodegraph.report.Note;
import org.lodegraph.scenario.Lose;

class ControlsTest {

    private static final SupplyChain WORLD = Reference.chain(2022, "gallium", "germanium");
    private static final Controls BOTH = Reference.controls("CN-2023-GAGE", "CN-2024-US-GAGESB");

    @ParameterizedTest
    @CsvSource({
        "2023-07-31, ",
        "2023-08-01, CN-2023-GAGE",
        "2024-12-02, CN-2023-GAGE",
        "2024-12-03, CN-2023-GAGE CN-2024-US-GAGESB",
        "2025-11-08, CN-2023-GAGE CN-2024-US-GAGESB",
        "2025-11-09, CN-2023-GAGE"
    })
    void appliesInItsWindows(LocalDate day, String controls) {
        var names = WORLD.with(BOTH).at(day).policiesInForce().stream()
                .filter(rule -> rule.materials().contains(material("gallium")))
                .map(rule -> rule.id().value().replace("-gallium", ""))
                .toList();

        assertThat(String.join(" ", names)).isEqualTo(controls == null ? "" : controls);
    }

    @Test
    void coversGoodsOfOneBasisAtATime() {
        assertThat(WORLD.with(BOTH).policies().values())
                .extracting(rule -> rule.id() + " " + rule.materials())
                .containsExactly(
                        "CN-2023-GAGE-gallium [gallium, gallium-high-purity]",
                        "CN-2023-GAGE-germanium [germanium]",
                        "CN-2024-US-GAGESB-gallium [gallium, gallium-high-purity]",
                        "CN-2024-US-GAGESB-germanium [germanium]");
    }

    @Test
    void leavesOutGoodsThatTheChainHasNot() {
        assertThat(Reference.chain(2022, "gallium").with(BOTH).policies()).hasSize(2);
    }

    @Test
    void nobodyKnowsWhatALicenceLetsThrough() {
        var limit = WORLD.with(BOTH).policy(policy("CN-2023-GAGE-gallium")).limit();

        // of 94 t that China exported in 2022
        assertThat(limit).isInstanceOfSatisfying(Limit.ShareOf.class, part -> {
            assertThat(part.share().range()).hasToString("0.0 % to 100.0 %");
            assertThat(part.baseline().range()).hasToString("94 t/a Ga content");
        });
    }

    @Test
    void aBanCanLeak() {
        var leaking = WORLD.with(Reference.controls("CN-2024-US-GAGESB").letting(Figure.stated(0.5, Unit.SHARE)));

        // 18 % of 11.4 t of metal imports were shipped from China
        assertThat(leaking.policy(policy("CN-2024-US-GAGESB-gallium")).limit())
                .isInstanceOfSatisfying(
                        Limit.ShareOf.class,
                        part -> assertThat(part.baseline().range()).hasToString("2.052 t/a Ga content"));
        assertThat(WORLD.with(BOTH).policy(policy("CN-2024-US-GAGESB-gallium")).limit())
                .isEqualTo(new Limit.Nothing());
    }

    @Test
    void saysUntilWhenTheStateIsKnownAndWhereItIsWritten() {
        var ban = WORLD.with(BOTH).policy(policy("CN-2024-US-GAGESB-gallium"));

        assertThat(ban.lastChecked()).hasValue(LocalDate.of(2026, 11, 24));
        assertThat(ban.source().citation()).isEqualTo("""
                Ministry of Commerce of China, Announcement 46 of 2024, suspended in part by Announcement 72 of 2025, \
                2024, item 2""");
        assertThat(ban.reach()).isEqualTo(Policy.Reach.ENDS_AT_PROCESSING);
    }

    @Test
    void suspensionsWereCheckedBeforeOrOnTheDayOnWhichTheyLapsed() {
        assertThat(Reference.measures())
                .filteredOn(control -> control.lastChecked().equals(LocalDate.of(2026, 11, 10)))
                .extracting(Control::id)
                .containsExactly("CN-2025-REE5", "CN-2025-RETECH", "CN-2025-RE-EXTRATERR", "CN-2025-BATTERY");
        assertThat(Reference.measures())
                .filteredOn(control -> control.note().contains("until 2026-11-27"))
                .allSatisfy(control -> assertThat(control.lastChecked()).isEqualTo(LocalDate.of(2026, 11, 24)))
                .extracting(Control::id)
                .containsExactly("CN-2024-US-GAGESB", "CN-2024-US-GRAPHITE");
    }

    @Test
    void refusesWhatCannotBeImposed() {
        assertThatThrownBy(() -> WORLD.with(Reference.controls("CN-2025-REE7"))).hasMessage("""
                        Control 'CN-2025-REE7': it cannot be imposed here (the chain has nothing that it is known to cover; \
                        seven elements; statistics here do not split rare earths by element). Maybe leave it out.""");
        assertThatThrownBy(() -> WORLD.with(Reference.controls("CN-2025-REE5")))
                .hasMessageContaining("it never took effect");
        assertThatThrownBy(() -> WORLD.with(Reference.controls("CN-2023")))
                .hasMessageStartingWith("Control 'CN-2023': not in the reference data. Maybe one of CN-2023-GAGE, ");
    }

    @Test
    void technologyIsMappedWhereTheTextNamesTheProcess() {
        assertThat(Reference.measures())
                .filteredOn(control -> control.measure() == Control.Measure.TECHNOLOGY)
                .extracting(control -> control.id() + " " + control.recipes())
                .containsExactly(
                        "CN-2023-RETECH [re-separation, magnet-making]",
                        "CN-2025-GATECH [ga-bayer]",
                        "CN-2025-RETECH [re-mining, re-separation]");
        assertThat(Reference.measures())
                .flatExtracting(Control::recipes)
                .isSubsetOf(Reference.chain(2025, "gallium", "germanium", "ndfeb-magnets")
                        .recipes()
                        .keySet());
    }

    /** Caremag is to start at the end of 2026, after the ban began; Pavlodar on 1 January 2026, after that on gallium. */
    @Test
    void technologyStopsLinesThatStartLater() {
        var rareEarths = Reference.chain(2025, "rare-earths")
                .with(Reference.controls("CN-2023-RETECH"))
                .ask(Delivery.to(Target.of(material("rare-earths"), country("USA"))));
        var gallium = Reference.chain(2025, "gallium")
                .with(Reference.controls("CN-2025-GATECH"))
                .at(LocalDate.of(2025, 12, 31))
                .ask(Delivery.to(Target.of(material("gallium-high-purity"), country("USA"))));

        assertThat(rareEarths.grounds().blocked())
                .containsExactly(Map.entry("caremag-lacq/re-separation", "CN-2023-RETECH"));
        assertThat(gallium.grounds().blocked())
                .containsEntry("kaz/pavlodar", "CN-2025-GATECH")
                .containsEntry("grc/agios-nikolaos", "CN-2025-GATECH")
                .doesNotContainKey("rus/ga-bayer");
    }

    @Test
    void afterASuspensionLapsedAnAnswerSaysThatTheStateIsUnknown() {
        var gallium = Target.of(material("gallium-high-purity"), country("USA"));
        var rareEarths = Target.of(material("rare-earths"), country("USA"));

        // the suspension of the ban lapses on 2026-11-27 and was checked on 2026-11-24
        String ban =
                "China's ban on gallium, germanium and antimony toward the United States (CN-2024-US-GAGESB-gallium";
        assertThat(warnings("gallium", "CN-2024-US-GAGESB", gallium, LocalDate.of(2026, 11, 24)))
                .containsExactly(
                        "Without effect, for not in force on 2026-11-24: " + ban + ", 2024-12-03 to 2025-11-08).");
        assertThat(warnings("gallium", "CN-2024-US-GAGESB", gallium, LocalDate.of(2026, 11, 28)))
                .containsExactly(
                        "Without effect, for not in force on 2026-11-28: " + ban + ", 2024-12-03 to 2025-11-08).",
                        ban
                                + "): its state was last checked on 2026-11-24; what holds on 2026-11-28 is not known here.");
        // the suspension of the rules on rare-earth technology lapsed on 2026-11-10
        String rules = "China's licences for rare-earth technology (CN-2025-RETECH";
        assertThat(warnings("rare-earths", "CN-2025-RETECH", rareEarths, LocalDate.of(2026, 11, 10)))
                .containsExactly(
                        "Without effect, for not in force on 2026-11-10: " + rules + ", 2025-10-09 to 2025-11-06).");
        assertThat(warnings("rare-earths", "CN-2025-RETECH", rareEarths, LocalDate.of(2026, 11, 11)))
                .containsExactly(
                        "Without effect, for not in force on 2026-11-11: " + rules + ", 2025-10-09 to 2025-11-06).",
                        rules
                                + "): its state was last checked on 2026-11-10; what holds on 2026-11-11 is not known here.");
    }

    /** What the shown report warns of. */
    private static List<String> warnings(String materials, String control, Target target, LocalDate day) {
        return Reference.chain(2025, materials)
                .with(Reference.controls(control))
                .at(day)
                .ask(Delivery.to(target))
                .show()
                .parts()
                .stream()
                .filter(part -> part instanceof Note note && note.kind() == Note.Kind.WARNING)
                .map(part -> ((Note) part).text())
                .toList();
    }

    @Test
    void aBanOnOreHoldsInAChainOfWorldTables() {
        var nickel = Reference.chain(2025, "nickel").with(Reference.controls("ID-2020-NI"));

        assertThat(nickel.policies().values()).singleElement().satisfies(rule -> {
            assertThat(rule.materials()).containsExactly(material("nickel-mine"));
            assertThat(rule.limit()).isEqualTo(new Limit.Nothing());
        });
    }

    /** Cobalt comes with a table of one's own; here it is a material of a chain of nickel. */
    @ParameterizedTest
    @CsvSource({"2025-12-31, CD-2025-CO-QUOTA-cobalt, 72500", "2026-01-01, CD-2026-CO-QUOTA-cobalt, 96600"})
    void aQuotaLetsAPublishedAmountPass(LocalDate day, String rule, double tons) {
        var cobalt = Reference.chain(2025, "nickel").toBuilder()
                .add(Material.of("cobalt").withBasis(Basis.contained("Co")).asBoundary())
                .build()
                .with(Reference.controls("CD-2025-CO-QUOTA", "CD-2026-CO-QUOTA"))
                .at(day);

        assertThat(cobalt.policiesInForce()).singleElement().satisfies(quota -> {
            assertThat(quota.id()).hasToString(rule);
            assertThat(quota.limit())
                    .isInstanceOfSatisfying(
                            Limit.AtMost.class,
                            limit -> assertThat(limit.rate().range().low()).isEqualTo(tons));
        });
    }

    @Test
    void whatALicenceLetsThroughMayBeAnything() {
        var graphite = Reference.chain(2025, "graphite-natural").at(LocalDate.of(2025, 12, 15));
        var licensed = graphite.with(Reference.controls("CN-2023-GRAPHITE"));
        var target = Target.of(material("graphite-natural"), country("USA"));

        assertThat(licensed.policiesInForce())
                .singleElement()
                .satisfies(policy -> assertThat(policy.limit())
                        .isInstanceOfSatisfying(
                                Limit.AtMost.class,
                                most -> assertThat(most.rate().isKnown()).isFalse()));
        // If only China is left, from nothing of what it makes to all of it.
        for (var line : graphite.lines().values()) {
            if (!line.country().equals(country("CHN"))) {
                licensed = licensed.with(Lose.of(line.id()));
            }
        }
        assertThat(licensed.ask(Delivery.to(target)).unavoidable().share()).isEqualTo(new Range(0, 1, Unit.SHARE));
        assertThatThrownBy(() ->
                        graphite.with(Reference.controls("CN-2023-GRAPHITE").letting(Figure.stated(0.5, Unit.SHARE))))
                .hasMessage("Control 'CN-2023-GRAPHITE': no figure says what used to pass of graphite-natural."
                        + " Maybe impose it as a ban, or state a quota.");
    }

    /** Without names, all that cover something; what cannot be imposed is listed, with the reason. */
    @Test
    void withoutNamesAllAreImposed() {
        var chain = Reference.chain(2025, "gallium", "graphite-natural").at(LocalDate.of(2025, 6, 1));
        var controlled = chain.with(Reference.controls());

        assertThat(controlled.policiesInForce())
                .extracting(policy -> policy.id().value())
                .containsExactlyInAnyOrder(
                        "CN-2023-GAGE-gallium",
                        "CN-2023-GRAPHITE-graphite-natural",
                        "CN-2024-US-GAGESB-gallium",
                        "CN-2024-US-GRAPHITE-graphite-natural",
                        "ID-2023-BX-bauxite");
        assertThat(controlled.policies().keySet()).anyMatch(id -> id.value().equals("CN-2025-GATECH"));
        assertThat(controlled.statedAssumptions())
                .extracting(Object::toString)
                .noneMatch(assumption -> assumption.contains("cobalt"));
        assertThat(Reference.controls().scenario(chain).steps()).hasSize(6);
    }

    @Test
    void isAScenarioThatCanBeSaved() {
        assertThat(BOTH.scenario(WORLD).steps()).hasSize(4);
        assertThat(BOTH.scenario(WORLD).on(WORLD)).isEqualTo(WORLD.with(BOTH));
    }
}
