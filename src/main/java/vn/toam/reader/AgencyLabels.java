package vn.toam.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import vn.toam.language.AgencyNames;
import vn.toam.language.AgencyNames.Name;
import vn.toam.language.Clauses;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.Vi;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.reader.PlanDraft.Role;

/** Lines below a task that say who does it: "Cơ quan chủ trì: …", "Đơn vị phối hợp: …", "Cơ quan thực hiện: X chủ trì, phối hợp với …". */
final class AgencyLabels {
    private static final Rx SUBJECT_DUTY = Rx.of("\\s*(?:\\([^)]{0,160}\\))?\\s*[:,]?\\s*");

    private static final Rx ROLE = Rx.of("\\s?\\((?:cơ quan |đơn vị |đồng )?(chủ trì|phối hợp)[^()]{0,16}\\)");
    private static final Rx GIVE = Rx.of("(?:giao|phân công)(?: cho)?\\s+");

    private final AgencyNames names;
    private final DutyWords words;
    private final Rx strong;
    private final Rx leadLabel;
    private final Rx partnerLabel;
    private final Rx doerLabel;

    AgencyLabels(Lexicon lexicon, AgencyNames names, DutyWords words) {
        this.names = names;
        this.words = words;
        strong = lexicon.rx("{strongDuty}");
        leadLabel = lexicon.rx("{leadLabels}\\s?:\\s*");
        partnerLabel = lexicon.rx("{partnerLabels}\\s?:\\s*");
        doerLabel = lexicon.rx("{doerLabels}\\s?:\\s*");
    }

    /** "- Cơ quan chủ trì: …", "- Cơ quan thực hiện: X chủ trì, phối hợp với …". */
    boolean read(View view, Node n, Register register) {
        Matcher lead = leadLabel.in(view, n.textStart, n.end);
        if (lead.lookingAt()) {
            boolean item = n.kind != Node.Kind.TEXT && n.kind != Node.Kind.PLUS;
            Set<Role> roles = item ? EnumSet.of(Role.LEAD, Role.ASSIGNED) : EnumSet.of(Role.LEAD);
            if (DutyWords.advises(view, lead.start(), lead.end())) {
                roles.add(Role.ADVISE);
            }
            names.list(view, lead.end(), n.end).names().forEach(x -> addDoer(view, x, register, roles));
            words.partners(view, n, register);
            Matcher also = partnerLabel.in(view, lead.end(), n.end);
            while (also.find()) {
                names.list(view, also.end(), n.end).names().forEach(x -> words.partner(view, x, register));
            }
            return true;
        }
        Matcher partner = partnerLabel.in(view, n.textStart, n.end);
        if (partner.lookingAt()) {
            names.list(view, partner.end(), n.end).names().forEach(x -> words.partner(view, x, register));
            return true;
        }
        Matcher doer = doerLabel.in(view, n.textStart, n.end);
        if (!doer.lookingAt() || n.kind == Node.Kind.ROMAN) {
            return false;
        }
        doers(view, doer.end(), n.end, register);
        n.children.forEach(c -> doers(view, c.textStart, c.end, register));
        n.children.forEach(c -> words.partners(view, c, register));
        words.partners(view, n, register);
        return true;
    }

    private void doers(View view, int start, int end, Register register) {
        for (int[] c : Clauses.split(view, start, end)) {
            View.Range r = view.trim(c[0], c[1], "");
            Matcher give = GIVE.in(view, r.start(), r.end());
            AgencyNames.Names list = names.list(view, give.lookingAt() ? give.end() : r.start(), r.end());
            Set<Role> roles = EnumSet.of(Role.ASSIGNED);
            Matcher gap = SUBJECT_DUTY.in(view, list.end(), r.end());
            int dutyStart = gap.lookingAt() ? gap.end() : list.end();
            if (strong.in(view, dutyStart, r.end()).lookingAt()) {
                words.duty(view, dutyStart, r.end(), roles, new ArrayList<>());
            }
            if (!bracketed(view, list, register)) {
                list.names().forEach(x -> addDoer(view, x, register, roles));
            }
        }
    }

    /** "Sở Y tế (chủ trì), Sở Tư pháp, Công an tỉnh (phối hợp)": the word in brackets holds for the names before it. */
    private boolean bracketed(View view, AgencyNames.Names list, Register register) {
        Deque<Set<Role>> roles = new ArrayDeque<>();
        Set<Role> current = EnumSet.of(Role.ASSIGNED);
        for (Name name : list.names().reversed()) {
            Matcher word = ROLE.in(view, name.end(), name.end() + 40);
            if (word.lookingAt()) {
                current = EnumSet.of(
                        Vi.strip(word.group(1)).equals("chu tri") ? Role.LEAD : Role.COORDINATE, Role.ASSIGNED);
            }
            roles.push(current);
        }
        boolean any = roles.stream().anyMatch(r -> r.size() > 1);
        if (any) {
            list.names().forEach(name -> addDoer(view, name, register, roles.pop()));
        }
        return any;
    }

    private void addDoer(View view, Name name, Register register, Set<Role> roles) {
        if (!words.nobody(view, name)) {
            register.add(name, roles, false);
        }
    }
}
