package org.lodegraph.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.lodegraph.measure.Basis;

/** A little file of each importer. Their numbers are invented. */
final class Specimens {

    static final Specimen<Statistic> TIDY = new Specimen<>(
            "tidy statistics",
            StatisticsTable.tidy(),
            ImmutableMap.<String, String>builder()
                    .put("material", "cobalt")
                    .put("stage", "mine")
                    .put("country_iso3", "COD")
                    .put("year", "2024")
                    .put("statistic", "production")
                    .put("value_t", "220000")
                    .put("basis", "Co content")
                    .put("source", "own count")
                    .buildOrThrow(),
            List.of("material", "stage", "country_iso3", "year", "statistic", "value_t", "source"),
            "value_t",
            1,
            "country_iso3",
            Statistic::figure);

    static final Specimen<Statistic> USGS_2025 = new Specimen<>(
            "USGS 2025",
            UsgsWorldData.edition(2025),
            ImmutableMap.<String, String>builder()
                    .put("SOURCE", "MCS2025")
                    .put("COMMODITY", "Cobalt")
                    .put("COUNTRY", "Congo (Kinshasa)")
                    .put("TYPE", "Mine production: cobalt content")
                    .put("UNIT_MEAS", "thousand metric tons")
                    .put("PROD_2023", "175")
                    .put("PROD_EST_ 2024", "")
                    .put("PROD_NOTES", "")
                    .put("RESERVES_2024", "")
                    .buildOrThrow(),
            List.of("COMMODITY", "COUNTRY", "TYPE", "UNIT_MEAS"),
            "PROD_2023",
            1000,
            "COUNTRY",
            Statistic::figure);

    static final Specimen<Statistic> USGS_2026 = new Specimen<>(
            "USGS 2026",
            UsgsWorldData.edition(2026),
            ImmutableMap.<String, String>builder()
                    .put("Section", "World Mine Production and Reserves")
                    .put("Commodity", "Cobalt")
                    .put("Country", "Congo (Kinshasa)")
                    .put("Statistics", "Production")
                    .put("Statistics_detail", "Mine production")
                    .put("Unit", "metric tons")
                    .put("Year", "2024")
                    .put("Value", "226")
                    .put("Notes", "")
                    .put("Other notes", "(Data in metric tons; cobalt content; unless otherwise specified)")
                    .buildOrThrow(),
            List.of("Section", "Country", "Statistics", "Statistics_detail", "Unit", "Year", "Value"),
            "Value",
            1,
            "Country",
            Statistic::figure);

    static final Specimen<TradeFlow> BACI = new Specimen<>(
            "BACI",
            TradeTable.all(),
            ImmutableMap.<String, String>builder()
                    .put("t", "2023")
                    .put("i", "156")
                    .put("j", "842")
                    .put("k", "280490")
                    .put("v", "")
                    .put("q", "7")
                    .buildOrThrow(),
            List.of("t", "i", "j", "k", "v", "q"),
            "q",
            1,
            "i",
            TradeFlow::quantity);

    static final Specimen<TradeFlow> COMTRADE = new Specimen<>(
            "Comtrade",
            TradeTable.of("selenium", "280490"),
            ImmutableMap.<String, String>builder()
                    .put("refYear", "2023")
                    .put("reporterCode", "842")
                    .put("partnerCode", "156")
                    .put("flowCode", "M")
                    .put("cmdCode", "280490")
                    .put("netWgt", "7000")
                    .put("primaryValue", "")
                    .buildOrThrow(),
            List.of("refYear", "reporterCode", "partnerCode", "flowCode", "cmdCode", "netWgt", "primaryValue"),
            "netWgt",
            1e-3,
            "partnerCode",
            TradeFlow::quantity);

    static final Specimen<TradeFlow> COMTRADE_BEFORE = new Specimen<>(
            "Comtrade until 2022",
            TradeTable.all(),
            ImmutableMap.<String, String>builder()
                    .put("Year", "2013")
                    .put("Trade Flow", "Export")
                    .put("Reporter Code", "251")
                    .put("Partner Code", "276")
                    .put("Commodity Code", "280490")
                    .put("Netweight (kg)", "7000")
                    .put("Trade Value (US$)", "")
                    .buildOrThrow(),
            List.of("Year", "Trade Flow", "Reporter Code", "Partner Code", "Commodity Code", "Netweight (kg)"),
            "Netweight (kg)",
            1e-3,
            "Partner Code",
            TradeFlow::quantity);

    static final Specimen<Statistic> WORLD_MINING = new Specimen<>(
            "World Mining Data",
            WorldMiningData.sheet("lithium", "mine", Basis.oxide("Li2O")),
            ImmutableMap.of("Country", "Chile", "unit", "metr. t", "2021", "70", "2022", "", "data source", "r"),
            List.of("Country", "unit", "data source"),
            "2021",
            1,
            "Country",
            Statistic::figure);

    static final Specimen<Plant> PLANTS = new Specimen<>(
            "plants",
            PlantList.confirmed(),
            ImmutableMap.<String, String>builder()
                    .put("id", "F-1")
                    .put("name", "North works")
                    .put("operator", "North Metals")
                    .put("country", "Norway")
                    .put("material", "gallium")
                    .put("stage", "primary-refinery")
                    .put("capacity_t_per_year", "50")
                    .put("capacity_basis", "Ga content")
                    .put("status", "operating")
                    .put("evidence_grade", "B")
                    .put("source", "invented")
                    .buildOrThrow(),
            List.of(
                    "id",
                    "name",
                    "country",
                    "material",
                    "stage",
                    "capacity_t_per_year",
                    "status",
                    "evidence_grade",
                    "source"),
            "capacity_t_per_year",
            1,
            "country",
            Plant::capacity);

    static final Specimen<Governance> DATA_BANK = new Specimen<>(
            "governance of the data bank",
            GovernanceTable.worldBank(),
            ImmutableMap.of(
                    "Country Code", "CHL", "Series Code", "PV.EST", "2021 [YR2021]", "-0.5", "2022 [YR2022]", ""),
            List.of("Country Code", "Series Code"),
            "2021 [YR2021]",
            1,
            "Country Code",
            Governance::estimate);

    static final Specimen<Governance> DATA_SET = new Specimen<>(
            "governance of the full data set",
            GovernanceTable.worldBank(),
            ImmutableMap.of("code", "CHL", "year", "2021", "indicator", "pv", "estimate", "-0.5"),
            List.of("code", "year", "indicator", "estimate"),
            "estimate",
            1,
            "code",
            Governance::estimate);

    /** Those whose numbers are amounts. */
    static final ImmutableList<Specimen<?>> AMOUNTS =
            ImmutableList.of(TIDY, USGS_2025, USGS_2026, BACI, COMTRADE, COMTRADE_BEFORE, WORLD_MINING, PLANTS);

    static final ImmutableList<Specimen<?>> ALL = ImmutableList.<Specimen<?>>builder()
            .addAll(AMOUNTS)
            .add(DATA_BANK, DATA_SET)
            .build();

    private Specimens() {}
}
