package org.lodegraph.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What follows from a problem is not listed; what does not follow from it is, in the same exception. Every test changes
 * the example of {@code docs/format.md}.
 */
class FollowUpCsvTest {

    private final TreeMap<String, String> files = FormatDoc.example();

    private void replace(String file, String before, String after) {
        assertThat(files.get(file)).contains(before);
        files.put(file, files.get(file).replace(before, after));
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidFilesException.class, () -> ChainCsv.read(Folder.of(files)))
                .problems()
                .stream()
                .map(FileProblem::toString)
                .toList();
    }

    @Test
    void aMisspelledLimitIsOneProblem() {
        files.put("policies.csv", """
                id,issuer,materials,limit,quota,quota_unit
                A,CHN,gallium,quotta,5,t/a Ga content
                B,CHN,gallium,quotta,5 t,t/a Ga content
                """);
        files.put("policy-windows.csv", "policy\nA\nB\n");

        assertThat(problems())
                .containsExactly(
                        "policies.csv, line 2, column limit: not known (seen: 'quotta'). Maybe one of ban, quota, share, cost.",
                        "policies.csv, line 3, column limit: not known (seen: 'quotta'). Maybe one of ban, quota, share, cost.",
                        "policies.csv, line 3, column quota: not a number (seen: '5 t'). Maybe 5, 4..6, 4..5..6, 5~0.2 or unknown.");
    }

    @Test
    void unitsAreJudgedByAMaterialWhoseFormIsWrongButNotByOneWhoseBasisIs() {
        replace("materials.csv", "Gallium, crude\",refined", "Gallium, crude\",metal");
        replace("demands.csv", "19,t/a Ga content", "19,t/a");
        var form = "materials.csv, line 5, column form: not known (seen: 'metal'). Maybe one of ore, concentrate,"
                + " intermediate, refined, compound, alloy, component, scrap.";

        assertThat(problems())
                .containsExactly(
                        form,
                        "demands.csv, line 4, column rate: Demand 'usa-ics', rate: it is given in t/a, not in t/a Ga content."
                                + " Maybe convert it by a named factor, or set the material's basis.");

        replace("materials.csv", "traded,Ga content,,below", "traded,Ga,,below");

        assertThat(problems())
                .containsExactly(
                        form,
                        "materials.csv, line 5, column basis: Basis 'Ga': not a basis."
                                + " Maybe one of gross, Ga content, REO oxide, LCE equivalent.");
    }

    @Test
    void whatANegativeCapacityIsCalledDoesNotDependOnTheRecipe() {
        replace("recipes.csv", "bayer,alumina", "bayer,alumna");
        replace("lines.csv", "1500000,t/a", "-1500000,t/a");

        assertThat(problems())
                .containsExactly(
                        "recipes.csv, line 2, column makes: Material 'alumna' is not in materials.csv. Maybe alumina, or add it there.",
                        "lines.csv, line 4, column nameplate: Line 'vaudreuil/bayer', nameplate capacity: it is negative"
                                + " (-1,500,000 t/a). Maybe leave it out if it is unknown.");
    }

    @Test
    void whatNobodyMakesIsToldBesideOtherProblems() {
        replace("materials.csv", "bauxite,,ore,traded,gross,yes", "bauxite,,ore,traded,gross,");
        replace("demands.csv", "19,t/a Ga content", "W,t/a Ga content");
        replace("policies.csv", "export,USA", "exprt,USA");

        assertThat(problems())
                .containsExactly(
                        "demands.csv, line 4, column rate: not a number (seen: 'W'). Maybe write unknown, and why in the column"
                                + " that ends in _note.",
                        "policies.csv, line 2, column direction: not known (seen: 'exprt'). Maybe one of export, import.",
                        "materials.csv, line 3, column boundary: Material 'bauxite', boundary: it is needed, but no line makes"
                                + " it, no stock holds it and no link brings it. Maybe add a recipe and a line, or mark it asBoundary().");
    }

    @Test
    void nobodyMakesWhatTheLostRecipeMadeButThatFollows() {
        replace("recipes.csv", "bayer,alumina,host,refining", "Bayer,alumina,host,refining");

        assertThat(problems())
                .containsExactly("recipes.csv, line 2, column id: Recipe 'Bayer': not an id."
                        + " Maybe write it with lower case letters, digits and single hyphens.");
    }

    @Test
    void balancesAreDrawnBesideOtherProblemsButNotOfAnythingLost() {
        // A ton of gallium leaves, at most 0.5 t of it enters.
        replace("coefficients.csv", "bayer-liquor,1.11~0.05", "bayer-liquor,0.5");
        replace("facilities.csv", "vaudreuil,CAN", "vaudreuil,Canada");
        var country = "facilities.csv, line 3, column country: Country 'Canada': not an id."
                + " Maybe write it with the ISO 3166 alpha-3 code, such as CHN.";

        assertThat(problems())
                .containsExactly(
                        country,
                        "recipes.csv, line 3: Recipe 'ga-circuit', inputs: more Ga leaves (at least 1 t) than enters (at most"
                                + " 0.5 t) per ton of gallium. Maybe a coefficient is the wrong way round, or a content is missing.");

        replace("coefficients.csv", "ga-circuit,input", "ga-circuit,inpt");

        assertThat(problems())
                .containsExactly(
                        "coefficients.csv, line 4, column role: not a role here (seen: 'inpt')."
                                + " Maybe one of input, host, companion, waste.",
                        country);
    }

    @Test
    void aPolicyWhoseWindowIsLostApplies() {
        files.put("policy-windows.csv", "policy,from\nCN-2024-UK,2024-12-03\n");

        assertThat(problems())
                .containsExactly("policy-windows.csv, line 2, column policy: Policy 'CN-2024-UK' is not in"
                        + " policies.csv. Maybe CN-2024-US, or add it there.");
    }

    @Test
    void aSourceOrAUnitThatWasNotReadIsNotHeldAgainstThoseWhoNameIt() {
        replace("sources.csv", "mcs2026,Mineral Commodity Summaries", "mcs2026,");
        files.put("units.csv", "unit,dimension,factor\nlb/a,mass-rat,0.00045\n");
        replace("demands.csv", "19,t/a Ga content", "19,lb/a Ga content");
        replace("demands.csv", "880,t/a Ga content,assumed,assumption", "880,t/a Ga content,assumed,asumption");

        assertThat(problems())
                .containsExactly(
                        "sources.csv, line 2, column title: it is empty. Maybe fill it in.",
                        "units.csv, line 2, column dimension: not known (seen: 'mass-rat')."
                                + " Maybe one of mass, mass-rate, ratio, time, price, money-rate, energy-intensity, energy-rate, index.",
                        "demands.csv, line 3, column rate_source: source 'asumption' is not among the sources."
                                + " Maybe assumption, or add it there.");
    }

    @Test
    void aRowWithACommaTooManyIsCheckedOnBothSidesOfIt() {
        replace(
                "demands.csv",
                "gallium,ROW,,880,t/a Ga content,assumed",
                "galium,ROW,chips, diodes,880,t/a Ga content,asumed");

        assertThat(problems())
                .containsExactly(
                        "demands.csv, line 3: it has 11 cells for 10 columns. Maybe a text has a comma: put it in quotation marks.",
                        "demands.csv, line 3, column material: Material 'galium' is not in materials.csv."
                                + " Maybe gallium, or add it there.",
                        "demands.csv, line 3, column rate_status: not known (seen: 'asumed')."
                                + " Maybe one of reported, estimated, assumed, unknown.");
    }

    @Test
    void aRowThatBreaksOffIsCheckedUpToThere() {
        replace(
                "lines.csv",
                "vaudreuil,bayer,bayer,running,,1500000,t/a,reported,stated,,,,,,,",
                "vaudreuil,bayr,bayer,running");

        assertThat(problems())
                .containsExactly(
                        "lines.csv, line 4: it has 4 cells for 16 columns. Maybe a comma is missing.",
                        "lines.csv, line 4, column recipes: Recipe 'bayr' is not in recipes.csv. Maybe bayer, or add it there.");
    }

    @Test
    void theOtherColumnsOfAFileWhoseHeaderIsWrongAreChecked() {
        replace("demands.csv", "rate,rate_unit", "rate,rate_unt");
        replace("demands.csv", "19,t/a Ga content,reported", "19,t/a Ga content,reportd");

        assertThat(problems())
                .containsExactly(
                        "demands.csv, line 1, column rate_unt: not a column of this file (seen: 'rate_unt'). Maybe rate_unit.",
                        "demands.csv, line 4, column rate_status: not known (seen: 'reportd')."
                                + " Maybe one of reported, estimated, assumed, unknown.");
    }

    @Test
    void aReferenceToARowThatWasDoneTwiceOrNotReadIsRight() {
        files.put("stocks.csv", "id,material,holder,amount,amount_unit\na,gallium,USA,5,t Ga content\n");
        replace(
                "materials.csv",
                "gallium,\"Gallium, crude\",refined,traded,Ga content",
                "alumina,\"Gallium, crude\",refined,traded,Ga content");

        assertThat(problems())
                .containsExactly("materials.csv, line 5, column id: 'alumina' is there twice"
                        + " (first on line 2). Maybe delete one, or rename it.");
    }

    /** Gallium is made by one recipe, wanted by two demands and covered by one policy: 1 + 2 + 1 = 4 rows. */
    @Test
    void aMisspelledDeclarationIsOneProblem() {
        replace("materials.csv", "gallium,\"Gallium, crude\"", "galium,\"Gallium, crude\"");

        assertThat(problems())
                .containsExactly("recipes.csv, line 3, column makes: Material 'gallium' is not in materials.csv;"
                        + " 4 rows refer to it (also demands.csv, line 3; demands.csv, line 4; policies.csv, line 2)."
                        + " Maybe correct 'galium' on line 5 there, to which no row that was read refers, or add it.");
    }

    @Test
    void aWordThatManyRowsMisspellIsOneProblem() {
        replace("lines.csv", "chn,bayer,bayer", "chn,bayr,bayer");
        replace("lines.csv", "vaudreuil,bayer,bayer", "vaudreuil,bayr,bayer");

        assertThat(problems())
                .containsExactly("lines.csv, line 2, column recipes: Recipe 'bayr' is not in recipes.csv;"
                        + " 2 rows refer to it (also lines.csv, line 4). Maybe bayer, or add it there.");
    }

    @Test
    void aRowThatRefersTwiceIsOneRow() {
        replace("policies.csv", "gallium,export", "tin;tin,export");

        assertThat(problems())
                .containsExactly("policies.csv, line 2, column materials: Material 'tin' is not in materials.csv."
                        + " Maybe add it there.");
    }

    @Test
    void anUnknownColumnDoesNotHideThatAnotherIsMissing() {
        files.put("materials.csv", files.get("materials.csv").replace("id,name", "identity,nam"));
        files.put("stocks.csv", "id,material,holdr,tons\n");

        assertThat(problems())
                .containsExactly(
                        "materials.csv, line 1, column identity: not a column of this file (seen: 'identity')."
                                + " Maybe one of id, name, form, mobility, basis, boundary, note.",
                        "materials.csv, line 1, column nam: not a column of this file (seen: 'nam'). Maybe name.",
                        "materials.csv, line 1, column id: it is missing. Maybe add it; the columns are id, name, form,"
                                + " mobility, basis, boundary, note.",
                        "stocks.csv, line 1, column holdr: not a column of this file (seen: 'holdr'). Maybe holder.",
                        "stocks.csv, line 1, column tons: not a column of this file (seen: 'tons'). Maybe one of id,"
                                + " material, holder, kind, amount, room, owner, note.");
    }
}
