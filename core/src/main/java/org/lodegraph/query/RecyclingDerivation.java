package org.lodegraph.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodegraph.measure.Figure;
import org.lodegraph.measure.Numbers;
import org.lodegraph.measure.Range;
import org.lodegraph.measure.Reading;
import org.lodegraph.measure.Unit;
import org.lodegraph.query.RecyclingCeiling.Grows;
import org.lodegraph.query.RecyclingCeiling.Use;
import org.lodegraph.query.RecyclingSearch.Course;
import org.lodegraph.query.RecyclingSearch.Extreme;
import org.lodegraph.query.RecyclingSearch.Picked;
import org.lodegraph.query.RecyclingSearch.Rates;
import org.lodegraph.report.Derivation;
import org.lodegraph.report.Tree;
import org.lodegraph.stock.InUse;

/** How the share that scrap covers in one year comes about under one reading: what came into use x what leaves x recovery. */
final class RecyclingDerivation {

    private final RecyclingCeiling question;
    private final int first;
    private final int ahead;

    /**
     * For one year.
     *
     * @param first the year of the chain
     * @param ahead how many years later
     */
    RecyclingDerivation(RecyclingCeiling question, int first, int ahead) {
        this.question = question;
        this.first = first;
        this.ahead = ahead;
    }

    Tree.Node node(String label, Extreme extreme, Reading end) {
        Unit unit = extreme.picked().get(0).course().rates().size().unit();
        List<Tree.Node> scrap = new ArrayList<>();
        List<Tree.Node> demand = new ArrayList<>();
        for (Picked picked : extreme.picked()) {
            Use use = picked.course().rates().use();
            Tree.Node size = Derivation.read(
                    question.grows() == Grows.STOCK
                            ? "in use in %s".formatted(first)
                            : "its size in %s".formatted(first),
                    use.size(),
                    Range.exactly(picked.size(), unit));
            Tree.Node wanted = number(
                    "wanted in %s for each unit of size".formatted(first + ahead),
                    picked.course().demand()[ahead],
                    growth(extreme.growth()));
            scrap.add(Derivation.product("of " + use.name(), unit, size, perSize(picked.course(), wanted, end)));
            demand.add(Derivation.product("for " + use.name(), unit, size, wanted));
        }
        return Derivation.quotient(
                label, Unit.SHARE, Derivation.sum("scrap", unit, scrap), Derivation.sum("demand", unit, demand));
    }

    private String growth(double rate) {
        String grown = "%s a year more (%s)".formatted(Numbers.percent(rate), question.growth());
        return question.grows() == Grows.STOCK ? "what is in use grows by %s, and takes that".formatted(grown) : grown;
    }

    private Tree.Node perSize(Course course, Tree.Node wanted, Reading end) {
        Rates rates = course.rates();
        Use use = rates.use();
        return Derivation.sum(
                "scrap for each unit of size",
                Unit.ONE,
                List.of(
                        Derivation.product(
                                "old scrap",
                                Unit.ONE,
                                leaving(course),
                                share("collected of it", use.collection(), rates.collection(), end),
                                share("separated of that", use.separation(), rates.separation(), end),
                                share("recovered of that", use.recovery(), rates.recovery(), end)),
                        Derivation.product(
                                "new scrap",
                                Unit.ONE,
                                wanted,
                                Derivation.read(
                                        "lost in fabrication", use.loss(), Range.exactly(course.loss(), Unit.SHARE)),
                                share("recovered of that", use.lossRecovery(), rates.lossRecovery(), end))));
    }

    private static Tree.Node share(String label, Figure figure, Range read, Reading end) {
        return Derivation.read(label, figure, Range.exactly(RecyclingSearch.at(read, end), Unit.SHARE));
    }

    /** What leaves use in the year, by the year in which it came. */
    private Tree.Node leaving(Course course) {
        InUse inUse = course.inUse();
        int now = inUse.years().size() - 1;
        List<Tree.Node> cohorts = new ArrayList<>();
        for (int age = 0; age <= now; age++) {
            double part = (age == 0 ? 1 : inUse.lifetime().survival(age - 1))
                    - inUse.lifetime().survival(age);
            double came = inUse.years().get(now - age).inflow() * course.perInflow() * (1 - course.loss());
            if (part * came > 0) {
                cohorts.add(Derivation.product(
                        "came into use in %s".formatted(first + ahead - age),
                        Unit.ONE,
                        number("came in for each unit of size", came, "demand less what is lost in fabrication"),
                        number(
                                "leaves in year %s of its life".formatted(age),
                                part,
                                "lifetime %s (%s)"
                                        .formatted(
                                                inUse.lifetime(),
                                                course.rates().use().life()))));
            }
        }
        cohorts.sort(Comparator.comparingDouble(cohort -> -cohort.amount().high()));
        return Derivation.brief(
                Derivation.sum("leaves use in %s for each unit of size".formatted(first + ahead), Unit.ONE, cohorts),
                COHORTS);
    }

    /** So many cohorts are told apart, the largest; the others are added up. */
    private static final int COHORTS = 3;

    private static Tree.Node number(String label, double value, String why) {
        return Derivation.given(label, Range.exactly(value, Unit.ONE), why);
    }
}
