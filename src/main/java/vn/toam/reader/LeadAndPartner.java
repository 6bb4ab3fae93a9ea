package vn.toam.reader;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import vn.toam.language.AgencyNames;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.reader.PlanDraft.Role;

/** "Công an tỉnh chủ trì, Sở Tư pháp phối hợp", also in brackets behind a task: each name with its own word. */
final class LeadAndPartner {
    private static final Rx OPEN = Rx.of("\\((?=[\\p{L}])");
    private static final Rx LEADS = Rx.of(
            "\\s?(?:chủ trì|là cơ quan chủ trì|làm đầu mối)(?: thực hiện| tham mưu| triển khai)?",
            "chủ trì",
            "đầu mối");
    private static final Rx LED = Rx.of("chủ trì(?: thực hiện| tham mưu| triển khai)?[,;] (?!phối hợp)", "chủ trì");
    private static final Rx JOINS = Rx.of("\\s?(?:cùng )?phối hợp(?! với)(?: thực hiện| triển khai)?", "phối hợp");

    private final AgencyNames names;

    LeadAndPartner(AgencyNames names) {
        this.names = names;
    }

    void read(View view, Node n, Register register) {
        Matcher open = OPEN.in(view, n.textStart, n.end);
        while (open.find()) {
            charge(view, open.end(), n.end, LEADS, Role.LEAD, register);
        }
        Matcher led = LED.in(view, n.textStart, n.end);
        while (led.find()) {
            charge(view, led.end(), n.end, JOINS, Role.COORDINATE, register);
        }
    }

    private void charge(View view, int start, int limit, Rx word, Role role, Register register) {
        AgencyNames.Names list = names.list(view, start, limit);
        if (!list.names().isEmpty() && word.in(view, list.end(), limit).lookingAt()) {
            Set<Role> roles = EnumSet.of(role, Role.ASSIGNED);
            list.names().forEach(name -> register.add(name, roles, false));
        }
    }
}
