package vn.toam.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.toam.definition.Calendar;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.definition.Observance;
import vn.toam.definition.Programme;

/** What must hold inside a programme and between it and the rest of the catalog. */
final class ProgrammeRules {

    private final CatalogRules rules;
    private final Catalog catalog;
    private final Programme programme;
    private final Set<String> names = new HashSet<>();

    ProgrammeRules(CatalogRules rules, Catalog catalog, Programme programme) {
        this.rules = rules;
        this.catalog = catalog;
        this.programme = programme;
        names.add(programme.header().standingAgency().name());
        programme.agencies().forEach(agency -> {
            names.add(agency.name());
            names.addAll(agency.aliases());
        });
    }

    void check() {
        header();
        aims();
        tasks();
        programme.deadlines().forEach(deadline -> {
            rules.code("deadline " + deadline.ref(), "deadline-kinds", deadline.kind());
            agency("deadline " + deadline.ref(), deadline.who());
        });
        programme.observances().forEach(day -> rules.exists("observance " + day.ref(), Observance.class, day.id()));
        programme.budget().forEach(money -> rules.code("budget " + money.ref(), "budget-sources", money.code()));
        programme
                .programmes()
                .forEach(named -> rules.code("programme " + named.ref(), "programme-status", named.status()));
        if (programme.regulation() != null) {
            programme.regulation().parts().forEach(part -> rules.code("regulation", "coordination-parts", part.code()));
        }
    }

    private void header() {
        rules.code("header.unit.level", "levels", programme.header().unit().level());
        rules.exists("reporting.calendar", Calendar.class, programme.reporting().calendar());
        programme.reporting().forms().forEach(form -> rules.exists("reporting.forms", Form.class, form));
        programme.citations().stream()
                .filter(citation -> citation.number() == null && citation.name() == null)
                .findFirst()
                .ifPresent(citation -> {
                    throw rules.wrong("citations", "a document is cited by number or by name");
                });
    }

    private void aims() {
        programme.objectives().forEach(aim -> rules.code("objective " + aim.ref(), "objective-kinds", aim.kind()));
        programme.trends().forEach(trend -> rules.exists("trend " + trend.ref(), Indicator.class, trend.indicator()));
        for (Programme.Target target : programme.targets()) {
            String place = "target " + target.ref();
            rules.exists(place, Indicator.class, target.indicator());
            rules.code(place, "units", target.unit());
            String measured = catalog.get(Indicator.class, target.indicator()).unit();
            String scored = target.measure().unit();
            boolean change = target.measure().comparator() == Programme.Comparator.DECREASE_BY
                    || target.measure().comparator() == Programme.Comparator.INCREASE_BY;
            if (!change && !scored.equals(measured)) {
                throw rules.wrong(
                        place,
                        "is in " + scored + " but its indicator in " + measured + "; say how it is scored (score)");
            }
        }
    }

    private void tasks() {
        Stream<Programme.Task> all = Stream.concat(
                programme.taskGroups().stream().flatMap(group -> group.tasks().stream()),
                programme.agencies().stream().flatMap(agency -> agency.duties().stream()));
        Set<String> refs = new HashSet<>();
        all.forEach(task -> {
            String place = "task " + task.ref();
            if (!refs.add(task.ref())) {
                throw rules.wrong(place, "stands twice");
            }
            rules.code(place + ".evidence", "evidence-kinds", task.evidence());
            if (task.level() != null) {
                rules.code(place + ".level", "levels", task.level());
            }
            task.agencies().values().stream().flatMap(List::stream).forEach(name -> agency(place, name));
        });
    }

    private void agency(String place, String name) {
        if (!names.contains(name)) {
            throw rules.wrong(place, "agency '" + name + "' is not among the agencies of the plan: " + names);
        }
    }
}
