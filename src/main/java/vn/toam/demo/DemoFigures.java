package vn.toam.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Make-believe figures of one commune and year, always the same for the same commune and year. They lie within the bands of what provinces
 * have published (types of violence, shares of the sexes, household types, titles), so that pages look as they will in earnest; they are
 * no statistics.
 */
final class DemoFigures {

    /** How the communes of a province differ from those of another. Rates are shares; cases per 100,000 households. */
    record Profile(double households, double cultural, double poor, double cases, double childMarriage, double model) {

        /** A commune drawn from a profile has on average so many times its households. */
        private static final double SPREAD = 1.24;

        /** Mountain provinces of today, by code: poorer, with some child marriages. */
        private static final Set<String> MOUNTAINS = Set.of("04", "08", "12", "14", "15", "19", "20", "52", "66", "68");

        /** By code of the province of the time. */
        static Profile of(String province, boolean district) {
            return switch (province) {
                case "11" -> new Profile(1100, .73, .24, 70, .0009, .66);
                case "62", "51" -> new Profile(1350, .78, .095, 90, .0006, .70);
                case "24" -> new Profile(2400, .90, district ? .0075 : .021, 26, 0, .88);
                case "31" -> new Profile(2900, .94, .0065, 18, 0, .92);
                default -> drawn(province);
            };
        }

        /** A province like others of its kind, always the same. */
        private static Profile drawn(String province) {
            Random chance = new Random(province.hashCode() * 7919L);
            boolean mountain = MOUNTAINS.contains(province);
            return new Profile(
                    mountain ? 1300 : 2900,
                    (mountain ? .74 : .84) + .12 * chance.nextDouble(),
                    (mountain ? .09 : .004) + (mountain ? .12 : .02) * chance.nextDouble(),
                    (mountain ? 45 : 12) + 40 * chance.nextDouble(),
                    mountain ? .0007 * chance.nextDouble() : 0,
                    (mountain ? .62 : .8) + .16 * chance.nextDouble());
        }

        /** Communes with so many households on average. */
        Profile withHouseholds(double mean) {
            return times(mean / households / SPREAD);
        }

        /** Communes larger by this factor. */
        Profile times(double size) {
            return new Profile(households * size, cultural, poor, cases, childMarriage, model);
        }
    }

    private final Random chance;
    private final Map<String, BigDecimal> figures = new TreeMap<>();
    private final Profile profile;
    private final int year;
    private final long households;

    private DemoFigures(Profile profile, int unit, int year) {
        Random place = new Random(unit * 7919L);
        double spread = .55 + .9 * place.nextDouble() + .3 * Math.abs(place.nextGaussian());
        this.profile = profile;
        this.year = year;
        this.households = Math.round(profile.households() * spread * Math.pow(1.006, year - 2020));
        this.chance = new Random(unit * 7919L + year);
    }

    /** Figures for both forms of a commune. */
    static Map<String, BigDecimal> of(Profile profile, int unit, int year) {
        DemoFigures demo = new DemoFigures(profile, unit, year);
        demo.households();
        demo.violence();
        demo.prevention();
        demo.title();
        demo.reached();
        demo.people();
        return demo.figures;
    }

    private void households() {
        long left = households;
        put("households_total", households);
        left -= put("households_two_generation", share(households, .54, .03));
        left -= put("households_mother_children", share(households, .06, .01));
        left -= put("households_father_children", share(households, .019, .005));
        left -= put("households_three_generation", share(households, .215, .02));
        left -= put("households_couple", share(households, .1, .01));
        left -= put("households_single", share(households, .04, .008));
        put("households_other", Math.max(0, left));
    }

    private void violence() {
        long cases = times(households * profile.cases() / 100_000 * Math.pow(.91, year - 2021));
        put("dv_cases", cases);
        put("dv_households", cases - split(cases, .06));
        long physical = put("dv_cases_physical", split(cases, .5));
        long sexual = put("dv_cases_sexual", split(cases - physical, .05));
        long economic = put("dv_cases_economic", split(cases - physical - sexual, .14));
        put("dv_cases_psychological", cases - physical - sexual - economic);
        put("perpetrators", cases);
        long men = put("perpetrators_male", split(cases, .85));
        put("perpetrators_female", cases - men);
        put("perpetrators_under_16", 0);
        put("perpetrators_60_up", split(cases, .06));
        put("perpetrators_criticised", split(cases, .72));
        put("perpetrators_no_contact", split(cases, .03));
        put("perpetrators_commune_education", split(cases, .15));
        put("perpetrators_sanctioned", split(cases, .09));
        put("perpetrators_prosecuted", split(cases, .012));
        put("perpetrators_behaviour_education", split(cases, .06));
        put("perpetrators_community_service", split(cases, .02));
        put("perpetrators_counselled", split(cases, .66));
        victims(cases + split(cases, .08));
    }

    private void victims(long victims) {
        put("victims", victims);
        long women = put("victims_female", split(victims, .83));
        put("victims_male", victims - women);
        long children = put("victims_under_16", split(victims, .06));
        put("victims_60_up", split(victims - children, .05));
        put("victims_counselled", split(victims, .84));
        put("victims_medical_care", split(victims, .14));
        put("victims_sheltered", split(victims, .11));
        put("victims_legal_aid", split(victims, .05));
        put("victims_job_support", split(victims, .02));
    }

    private void prevention() {
        put("dv_models", happens(profile.model() + .02 * (year - 2022)) ? 1 + split(2, .2) : 0);
        put("sustainable_family_clubs", split(4, .4));
        put("dv_prevention_groups", split(8, .4));
        put("trusted_addresses", 1 + split(6, .4));
        put("hotlines", 1 + split(2, .3));
        put("communication_sessions", 4 + split(20, .4));
    }

    private void title() {
        long registered = put("cultural_registered", share(households, .975, .01));
        long reviewed = put("cultural_reviewed", share(registered, .985, .01));
        double rate = profile.cultural() + .006 * (year - 2023) + .03 * chance.nextGaussian();
        long recognised =
                put("cultural_recognised", Math.min(reviewed - 1, Math.round(households * Math.min(.985, rate))));
        put("cultural_kept", share(recognised, .93, .02));
        put("cultural_revoked", share(recognised, .008, .004));
        double poverty = profile.poor() * Math.pow(.88, year - 2024) * (.75 + .5 * chance.nextDouble());
        long poor = put("poor_households", Math.round(households * poverty));
        long nearPoor = put("near_poor_households", Math.round(poor * (1 + .4 * chance.nextDouble())));
        put("poor_given_knowledge", share(poor + nearPoor, .985, .015));
    }

    private void reached() {
        put("households_pledged", share(households, .962, .02));
        put("households_informed_welfare", share(households, .985, .012));
        put("households_informed_law", share(households, .68 + .025 * (year - 2023), .06));
        put("households_given_skills", share(households, .66 + .03 * (year - 2023), .06));
        put("households_applying_conduct", share(households, .63 + .03 * (year - 2023), .07));
    }

    private void people() {
        long schools = put("schools_total", 3 + split(4, .5));
        put("schools_teaching_family", happens(.93) ? schools : schools - 1);
        long staff = put("family_staff", 1 + split(2, .5));
        put("family_staff_trained", happens(.9) ? staff : staff - 1);
        put("collaborators", 5 + split(12, .5));
        long clubs = put("dv_clubs", split(3, .5));
        put("dv_clubs_trained", happens(.94) ? clubs : Math.max(0, clubs - 1));
        put("divorces", times(households * .0028));
        put("separations", times(households * .0009));
        put("child_marriages", times(households * profile.childMarriage() * Math.pow(.9, year - 2021)));
        put("child_abuse_cases", times(households * .00003));
        put("annual_plan_issued", happens(.9) ? 1 : 0);
    }

    private long put(String field, long figure) {
        figures.put(field, BigDecimal.valueOf(figure));
        return figure;
    }

    private boolean happens(double probability) {
        return chance.nextDouble() < probability;
    }

    /** About {@code rate} of the whole, never more than it. */
    private long share(long whole, double rate, double spread) {
        double drawn = Math.clamp(rate + spread * Math.clamp(chance.nextGaussian(), -2, 2), 0, 1);
        return Math.round(whole * drawn);
    }

    /** How many of {@code all} fall on the side that has this probability. */
    private long split(long all, double probability) {
        long some = 0;
        for (long i = 0; i < all; i++) {
            some += happens(probability) ? 1 : 0;
        }
        return some;
    }

    /** How often something rare happens when {@code expected} is its mean. */
    private long times(double expected) {
        double limit = Math.exp(-Math.min(expected, 60));
        double product = chance.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= chance.nextDouble();
            count++;
        }
        return count;
    }
}
