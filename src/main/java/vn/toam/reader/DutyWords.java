package vn.toam.reader;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import vn.toam.language.AgencyNames;
import vn.toam.language.AgencyNames.Name;
import vn.toam.language.Clauses;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.reader.PlanDraft.Passage;
import vn.toam.reader.PlanDraft.Role;

/** The words of a duty that give roles: "chủ trì" and "tham mưu" to its owner, "phối hợp với" to those named behind it. */
final class DutyWords {
    private static final Rx WITH = Rx.of(
            "phối hợp(?: chặt chẽ| đồng bộ| thực hiện| thường xuyên| tổ chức| cùng| hiệu quả| liên ngành|, làm đầu mối kết nối| trao đổi|,)*(?: với| cùng)(?: với)? ",
            "phối hợp");
    private static final Rx WITH_BARE = Rx.of("phối hợp(?: chặt chẽ| cùng|,)? (?!với)", "phối hợp");
    private static final Rx LEAD =
            Rx.of("(?<!được giao )(?<!cơ quan )(?<!đơn vị )(?<!được phân công )(?<!phân công )(?:chủ trì)", "chủ trì");
    private static final Rx LEAD_BY_OTHER = Rx.of("do [^,;.]{3,60}chủ trì", "chủ trì");
    private static final Rx ADVISE = Rx.of("tham mưu", "tham mưu");
    private static final Rx JOINT = Rx.of("phối hợp", "phối hợp");
    private static final Rx BETWEEN = Rx.of(" giữa");

    private final AgencyNames names;
    private final Rx nounBefore;
    private final Rx vague;
    private final Rx nobody;

    DutyWords(Lexicon lexicon, AgencyNames names) {
        this.names = names;
        nounBefore = lexicon.rx("(?<![\\p{L}]){nounBefore}\\s+$");
        vague = lexicon.rx("{vagueCollectives}");
        nobody = lexicon.rx("{nobodies}");
    }

    /** "Các cơ quan, đơn vị liên quan": nobody in particular, also as doer. */
    boolean nobody(View view, Name name) {
        View.Range r = view.trim(name.start(), name.end(), "");
        return nobody.in(view, r.start(), r.end()).matches();
    }

    static boolean advises(View view, int start, int end) {
        return ADVISE.found(view, start, end);
    }

    /** Roles that the words of a duty give to its owner. */
    void duty(View view, int start, int end, Set<Role> roles, List<Passage> items) {
        View.Range body = view.trim(start, end, "");
        if (body.end() - body.start() < 5) {
            return;
        }
        boolean apart = body.start() > 0 && view.text().charAt(body.start() - 1) == ' ';
        if (apart && body.end() - body.start() > 12) {
            items.add(new Passage(view.slice(body.start(), body.end()), view.evidence(body)));
        }
        for (int[] c : Clauses.split(view, body.start(), body.end())) {
            boolean leads = LEAD.found(view, c[0], c[1]) && !LEAD_BY_OTHER.found(view, c[0], c[1]);
            if (leads) {
                roles.add(Role.LEAD);
            } else if (joins(view, c[0], c[1])) {
                roles.add(Role.COORDINATE);
            }
            if (ADVISE.found(view, c[0], c[1])) {
                roles.add(Role.ADVISE);
            }
        }
    }

    /** "Phối hợp" as a verb, not "sự phối hợp" or "cơ chế phối hợp". */
    private boolean joins(View view, int start, int end) {
        Matcher m = JOINT.in(view, start, end);
        while (m.find()) {
            boolean noun = nounBefore.found(view, Math.max(start, m.start() - 30), m.start())
                    || BETWEEN.in(view, m.end(), m.end() + 6).lookingAt();
            if (!noun) {
                return true;
            }
        }
        return false;
    }

    /** Names after "phối hợp với". */
    void partners(View view, Node n, Register register) {
        Matcher m = WITH.in(view, n.textStart, n.end);
        while (m.find()) {
            for (Name name : names.list(view, m.end(), n.end).names()) {
                partner(view, name, register);
            }
        }
        Matcher bare = WITH_BARE.in(view, n.textStart, n.end);
        while (bare.find()) {
            if (names.startsName(view, bare.end(), n.end)) {
                names.list(view, bare.end(), n.end).names().forEach(x -> partner(view, x, register));
            }
        }
    }

    void partner(View view, Name name, Register register) {
        View.Range r = view.trim(name.start(), name.end(), "");
        if (!vague.in(view, r.start(), r.end()).matches()) {
            register.add(name, Set.of(Role.COORDINATE), false);
        }
    }
}
