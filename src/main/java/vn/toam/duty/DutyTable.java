package vn.toam.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.toam.agency.Agency;
import vn.toam.assignment.Duty;
import vn.toam.assignment.DutyFilter;
import vn.toam.catalog.Catalog;
import vn.toam.definition.WorkDays;
import vn.toam.shared.Numbers;
import vn.toam.shared.Speech;
import vn.toam.shared.Text;
import vn.toam.shared.Words;
import vn.toam.sheet.Table;

/** A list of duties as a workbook, row by row what the page shows, in the reader's language. */
@Component
class DutyTable {

    private final Words words;
    private final WorkDays days;
    private final Clock clock;

    DutyTable(Words words, Catalog catalog, Clock clock) {
        this.words = words;
        this.days = catalog.workDays();
        this.clock = clock;
    }

    /** @param plans names of the plans that the list may be narrowed to */
    Table of(DutyFilter filter, List<Duty> duties, Map<Integer, Agency> agencies, DutyLists.Choices choices) {
        LocalDate today = LocalDate.now(clock);
        return new Table(
                t("duty.mine.title"),
                t("duty.mine.title") + " " + Numbers.date(today).replace('/', '-'),
                columns(),
                duties.stream().map(duty -> row(duty, agencies, today)).toList(),
                List.of(),
                notes(filter, duties.size(), choices, today));
    }

    private List<Table.Column> columns() {
        return List.of(
                new Table.Column(t("duty.one.task"), 60),
                new Table.Column(t("duty.one.plan"), 36),
                new Table.Column(t("duty.table.ref"), 8),
                new Table.Column(t("duty.one.agency"), 36),
                new Table.Column(t("duty.one.role"), 14),
                new Table.Column(t("plan.item.frequency"), 18),
                new Table.Column(t("duty.table.first"), 12),
                new Table.Column(t("duty.one.due"), 12),
                new Table.Column(t("duty.table.time"), 24),
                new Table.Column(t("duty.table.late"), 12),
                new Table.Column(t("duty.one.status"), 18),
                new Table.Column(t("duty.table.urged"), 10),
                new Table.Column(t("duty.one.last"), 60),
                new Table.Column(t("duty.table.on"), 12));
    }

    private List<@Nullable Object> row(Duty duty, Map<Integer, Agency> agencies, LocalDate today) {
        Agency agency = agencies.get(duty.agency());
        String part = duty.frequency().times() > 1
                ? " · " + t("duty.part." + duty.frequency(), String.valueOf(duty.part() + 1))
                : "";
        int late = duty.late(days, today);
        return new ArrayList<>(Arrays.asList(
                in(duty.text()),
                in(duty.planName()),
                duty.ref(),
                agency == null ? duty.label() : in(agency.fullName()),
                speech().name(duty.role()),
                speech().name(duty.frequency()) + part,
                Numbers.date(duty.course().first()),
                Numbers.date(duty.due()),
                speech().name(duty.timeliness(days, today)),
                late == 0 ? null : late,
                speech().name(duty.stage()),
                duty.urges() == 0 ? null : duty.urges(),
                duty.lastText(),
                duty.lastAt() == null
                        ? null
                        : Numbers.date(duty.lastAt().atZone(Numbers.ZONE).toLocalDate())));
    }

    /** What the list was narrowed to, and when: without it a list is taken for the whole. */
    private List<String> notes(DutyFilter filter, int count, DutyLists.Choices choices, LocalDate today) {
        List<String> notes = new ArrayList<>();
        notes.add(t("duty.table.what", speech().name(filter.side()), speech().name(filter.show())));
        Text plan = filter.plan() == null ? null : choices.plans().get(filter.plan());
        if (plan != null) {
            notes.add(t("duty.one.plan") + ": " + in(plan));
        }
        narrowed(notes, "duty.one.agency", filter.agency(), choices);
        narrowed(notes, "duty.list.lead", filter.lead(), choices);
        if (filter.from() != null || filter.to() != null) {
            notes.add(t("duty.one.due") + ": " + Numbers.date(filter.from()) + " – " + Numbers.date(filter.to()));
        }
        if (filter.late() != null) {
            notes.add(t("duty.list.late") + ": " + filter.late());
        }
        if (count >= DutyLists.MOST) {
            notes.add(t("duty.table.most", DutyLists.MOST));
        }
        notes.add(t("duty.table.day", today));
        return notes;
    }

    private void narrowed(List<String> notes, String key, @Nullable Integer agency, DutyLists.Choices choices) {
        choices.agencies().stream()
                .filter(one -> Integer.valueOf(one.id()).equals(agency))
                .findFirst()
                .ifPresent(one -> notes.add(t(key) + ": " + in(one.fullName())));
    }

    private Speech speech() {
        return new Speech(words, LocaleContextHolder.getLocale());
    }

    private String t(String key, @Nullable Object... arguments) {
        return speech().t(key, arguments);
    }

    private String in(Text text) {
        return speech().text(text);
    }
}
