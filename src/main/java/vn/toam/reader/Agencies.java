package vn.toam.reader;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.toam.language.AgencyNames;
import vn.toam.language.AgencyNames.Name;
import vn.toam.language.Clauses;
import vn.toam.language.Lexicon;
import vn.toam.language.Rx;
import vn.toam.language.View;
import vn.toam.outline.Node;
import vn.toam.outline.Zones;
import vn.toam.outline.Zones.Zone;
import vn.toam.reader.PlanDraft.Duties;
import vn.toam.reader.PlanDraft.Passage;
import vn.toam.reader.PlanDraft.Role;

/** Who takes part and how: agency headings and their items, "Cơ quan thực hiện:" lines, "Giao X", "X chủ trì". */
final class Agencies {
    private static final Rx TOWARDS =
            Rx.of("(?:đối với|đề nghị|mời|giao cho|giao|yêu cầu|trách nhiệm của|nhiệm vụ của)(?: với)?\\s+");
    private static final Rx ASK = Rx.of("(?:trân trọng )?(?:đề nghị|mời)\\s+");
    private static final Rx ASK_SOFTLY = Rx.of("(?:trân trọng )?(?:đề nghị|mời|khuyến khích)\\s+");
    private static final Rx GIVE = Rx.of("(?<![\\p{L}])giao(?: cho)?\\s+(?=\\p{L})", "giao");
    private static final Rx QUALIFIED = Rx.of(
            ",? ?(?:hoạt động|trong|trên địa bàn|thuộc|của|ở|tại|có|đóng|thông tin|truyền thông|sản xuất|kinh doanh)\\b");
    private static final Rx NO_AGENCY = Rx.of(
            "(?:cơ chế|phương án|chế độ|kinh phí|nguồn|thời gian|kiểm tra|giám sát|báo cáo(?! viên)|công tác|sơ kết|tổng kết|khen thưởng|hướng dẫn|theo dõi|đánh giá|trách nhiệm|lộ trình|tiến độ|điều khoản|chế tài|yêu cầu|hiệu lực|căn cứ|trong quá trình|tổ chức thực hiện|hình thức|hồ sơ)\\b");
    private static final Rx BARE = Rx.of("(?:ban|ngành|sở|phòng), ");
    private static final Rx ARTICLE = Rx.of("điều \\d{1,2}\\b");
    private static final Rx RECIPIENTS = Rx.of("-?\\s?nơi nhận");
    private static final Rx FORMULA = Rx.of("thi hành quyết định này|ban hành kèm theo");
    private static final Rx SUBJECT_DUTY = Rx.of("\\s*(?:\\([^)]{0,160}\\))?\\s*[:,]?\\s*");
    private static final Rx JOINT = Rx.of("phối hợp", "phối hợp");
    private static final Rx FEEDBACK = Rx.of("nếu có|vướng mắc|phản ánh", "nếu có", "vướng mắc", "phản ánh");

    private final AgencyNames names;
    private final DutyWords words;
    private final AgencyLabels labels;
    private final LeadAndPartner together;
    private final Rx strong;
    private final Rx verb;
    private final Rx issuerActs;

    Agencies(Lexicon lexicon, AgencyNames names) {
        this.names = names;
        words = new DutyWords(lexicon, names);
        labels = new AgencyLabels(lexicon, names, words);
        together = new LeadAndPartner(names);
        strong = lexicon.rx("{strongDuty}");
        verb = lexicon.rx("{dutyVerbs}(?![\\p{L}])|tổ chức ");
        issuerActs = Rx.of("\\s*(?:yêu cầu|ban hành|đề nghị|giao|xây dựng kế hoạch|nhận được)");
    }

    /** What was found: agencies with roles, and the items under each agency heading. */
    record Found(List<PlanDraft.Agency> agencies, List<Duties> duties) {}

    /** {@code articles} is the outline of the decision above the plan, or null. */
    Found read(View view, Node root, Zones zones, boolean news, @Nullable Node articles) {
        Register register = new Register(view, parent -> childrenAreAgencies(view, parent));
        List<Duties> duties = new ArrayList<>();
        if (articles != null) {
            articles(view, articles, register, duties);
        }
        root.all().filter(n -> n.kind != Node.Kind.ROOT).forEach(n -> node(view, n, zones.of(n), register, duties));
        if (news) {
            root.all().forEach(n -> demands(view, n, register));
        }
        return new Found(register.agencies(), duties);
    }

    /** What the articles of a decision give to whom; who has to carry out the decision as such is no duty of the plan. */
    private void articles(View view, Node root, Register register, List<Duties> duties) {
        boolean open = false;
        for (Node n : root.children) {
            open = (open || ARTICLE.in(view, n.start, n.end).lookingAt())
                    && !RECIPIENTS.in(view, n.start, n.end).lookingAt();
            if (open && !FORMULA.found(view, n.start, n.end)) {
                subject(view, n, Zone.OTHER, register, duties);
                given(view, n, register);
                words.partners(view, n, register);
            }
        }
    }

    private void node(View view, Node n, Zone zone, Register register, List<Duties> duties) {
        if (labels.read(view, n, register)) {
            together.read(view, n, register);
            return;
        }
        boolean organisation = zone == Zone.ORGANISATION
                || zone == Zone.TASK && n.heading() && isAgency(view, n) && register.listsAgencies(n.parent);
        boolean towards = n.heading()
                && zone != Zone.OTHER
                && TOWARDS.in(view, n.textStart, n.end).lookingAt();
        if (n.heading() && (organisation || towards) && heading(view, n, register, duties, organisation)) {
            return;
        }
        boolean article = n.parent != null && n.parent.kind == Node.Kind.ROOT;
        if (zone != Zone.OTHER || article) {
            subject(view, n, zone, register, duties);
        }
        given(view, n, register);
        words.partners(view, n, register);
        together.read(view, n, register);
    }

    /** Are the names all of the heading, or all before its duty? @param end where they end */
    private boolean endsWith(View view, Node n, int end) {
        return end >= n.titleEnd() - 2
                || verb.in(view, Math.min(n.end, end + 1), n.end).lookingAt()
                || ":(".indexOf(view.text().charAt(Math.min(end, n.end - 1))) >= 0;
    }

    /** "3. Sở Y tế" with items below, or with its duty behind a colon. */
    private boolean heading(View view, Node n, Register register, List<Duties> duties, boolean organisation) {
        Matcher ask = ASK.in(view, n.textStart, n.end);
        boolean requested = ask.lookingAt();
        Matcher towards = TOWARDS.in(view, n.textStart, n.end);
        int start = towards.lookingAt() ? towards.end() : n.textStart;
        AgencyNames.Names list = names.list(view, start, n.end);
        List<Name> found = list.names();
        boolean alone = n.children.stream().allMatch(c -> c.kind == Node.Kind.TEXT);
        if (alone
                && list.end() < n.titleEnd() - 2
                && !found.isEmpty()
                && found.stream().allMatch(x -> words.nobody(view, x))) {
            return false;
        }
        boolean whole = !found.isEmpty() && endsWith(view, n, list.end());
        boolean title = organisation
                && n.titleEnd() - n.textStart < 220
                && !NO_AGENCY.in(view, start, n.end).lookingAt();
        if (!whole || found.size() == 1 && title && qualified(view, n, found.getFirst(), list.end())) {
            if (!title || !register.listsAgencies(n.parent)) {
                return false;
            }
            if (found.isEmpty() && n.titleEnd() - n.textStart > 130) {
                return false;
            }
            boolean several =
                    found.size() > 1 || found.size() == 1 && !found.getFirst().collective();
            found = several ? found : List.of(new Name(start, bracket(view, start, n.titleEnd()), false));
            list = new AgencyNames.Names(found, n.titleEnd());
        }
        Set<Role> roles = EnumSet.of(requested ? Role.REQUESTED : Role.ASSIGNED);
        List<Passage> items = new ArrayList<>();
        Matcher gap = SUBJECT_DUTY.in(view, Math.max(list.end(), start), n.end);
        words.duty(view, gap.lookingAt() ? gap.end() : Math.max(list.end(), start), n.end, roles, items);
        n.children.forEach(c -> c.all().forEach(d -> ownDuty(view, d, roles)));
        n.children.forEach(
                c -> items.add(new Passage(view.slice(c.textStart, c.end), view.evidence(c.start, c.deepEnd()))));
        record(view, n, register, duties, found, roles, items);
        return true;
    }

    private void record(
            View view,
            Node n,
            Register register,
            List<Duties> duties,
            List<Name> found,
            Set<Role> roles,
            List<Passage> items) {
        found.forEach(name -> register.add(name, roles, true));
        duties.add(new Duties(
                found.stream().map(f -> view.slice(f.start(), f.end())).toList(),
                items,
                view.evidence(n.start, n.deepEnd())));
        given(view, n, register);
        words.partners(view, n, register);
    }

    /** "Các doanh nghiệp hoạt động trong lĩnh vực …" as a heading of its own is one name to its end. */
    private static boolean qualified(View view, Node n, Name name, int end) {
        boolean ends = n.titleEnd() < n.end || !n.children.isEmpty();
        return name.collective()
                && ends
                && end < n.titleEnd() - 2
                && QUALIFIED.in(view, end, n.titleEnd()).lookingAt();
    }

    private static int bracket(View view, int start, int end) {
        int open = view.text().indexOf('(', start, Math.max(start, end));
        return open > start && open < end ? view.trim(start, open, "").end() : end;
    }

    private boolean isAgency(View view, Node n) {
        Matcher towards = TOWARDS.in(view, n.textStart, n.end);
        int start = towards.lookingAt() ? towards.end() : n.textStart;
        AgencyNames.Names list = names.list(view, start, n.end);
        return !list.names().isEmpty() && list.end() >= n.titleEnd() - 2;
    }

    private boolean childrenAreAgencies(View view, Node parent) {
        long agencies = parent.children.stream()
                .filter(s -> s.heading()
                        && !names.list(view, s.textStart, s.end).names().isEmpty())
                .count();
        return agencies * 2 > parent.children.stream().filter(s -> s.heading()).count();
    }

    private void ownDuty(View view, Node d, Set<Role> roles) {
        if (!startsWithAgency(view, d)) {
            words.duty(view, d.textStart, d.end, roles, new ArrayList<>());
        }
    }

    private boolean startsWithAgency(View view, Node d) {
        Matcher give = GIVE.in(view, d.textStart, d.end);
        return give.lookingAt()
                || names.startsName(view, d.textStart, d.end)
                        && !verb.in(view, d.textStart, d.end).lookingAt();
    }

    /** "Giao X chủ trì", "giao cho Y tham mưu" anywhere. */
    private void given(View view, Node n, Register register) {
        Matcher m = GIVE.in(view, n.textStart, n.end);
        while (m.find()) {
            AgencyNames.Names list = names.list(view, m.end(), n.end);
            if (!list.names().isEmpty() && list.names().stream().noneMatch(Name::collective)) {
                Set<Role> roles = EnumSet.of(Role.ASSIGNED);
                words.duty(view, list.end(), clauseEnd(view, list.end(), n.end), roles, new ArrayList<>());
                list.names().forEach(name -> register.add(name, roles, false));
            }
        }
    }

    private static final int REACH = 1_200;

    private static int clauseEnd(View view, int start, int end) {
        int[] first = Clauses.split(view, start, Math.min(end, start + REACH)).getFirst();
        return first[1];
    }

    /** A sentence whose subject is an agency: "Sở X chủ trì …", "A và B có trách nhiệm …". */
    private void subject(View view, Node n, Zone zone, Register register, List<Duties> duties) {
        for (int[] c : Clauses.split(view, n.textStart, n.end)) {
            View.Range r = view.trim(c[0], c[1], "");
            boolean first = r.start() <= n.textStart + 1;
            subjectClause(view, n, r, first, zone, register, duties);
        }
    }

    /** Does the line up to here ask to be told of difficulties? */
    private static boolean feedback(View view, View.Range r) {
        int line = view.last('\n', Math.max(0, r.start() - 160), r.start()) + 1;
        return FEEDBACK.found(view, Math.max(line, r.start() - 160), r.end());
    }

    private void subjectClause(
            View view, Node n, View.Range r, boolean first, Zone zone, Register register, List<Duties> duties) {
        Matcher head = SUBJECT_HEAD.in(view, r.start(), r.end());
        int afterHead = head.lookingAt() ? head.end() : r.start();
        Matcher ask = (zone == Zone.ORGANISATION && first ? ASK_SOFTLY : ASK).in(view, afterHead, r.end());
        boolean requested = ask.lookingAt();
        int start = requested ? ask.end() : afterHead;
        if (feedback(view, r) && requestedOrLate(requested, view, r)) {
            return;
        }
        AgencyNames.Names list = names.list(view, start, r.end());
        boolean tail = head.lookingAt()
                && afterHead == start
                && !list.names().isEmpty()
                && BARE.in(view, start, r.end()).lookingAt();
        boolean many = SEVERAL.found(view, start, list.end());
        boolean issuer =
                !requested && !many && issuerActs.in(view, list.end(), r.end()).lookingAt();
        if (tail || issuer || list.names().isEmpty()) {
            return;
        }
        Matcher gap = SUBJECT_DUTY.in(view, list.end(), r.end());
        int dutyStart = behindInsertion(view, gap.lookingAt() ? gap.end() : list.end(), r.end());
        boolean verbal = verb.in(view, dutyStart, r.end()).lookingAt();
        boolean strongly = strong.in(view, dutyStart, r.end()).lookingAt();
        boolean own = requested || strongly || verbal && ASSIGNING.contains(zone);
        boolean vagueOnly = list.names().stream().allMatch(x -> words.nobody(view, x));
        if (!own || vagueOnly || zone == Zone.BUDGET && !strongly || zone == Zone.REPORT && !strongly) {
            return;
        }
        Set<Role> roles = EnumSet.of(requested ? Role.REQUESTED : Role.ASSIGNED);
        if (strongly || requested || zone == Zone.ORGANISATION && first) {
            int dutyEnd = first && zone == Zone.ORGANISATION ? n.end : r.end();
            words.duty(view, dutyStart, dutyEnd, roles, new ArrayList<>());
        }
        list.names().stream()
                .filter(name -> requested || !words.nobody(view, name))
                .forEach(name -> register.add(name, roles, false));
        if (zone == Zone.ORGANISATION && first) {
            duties.add(ownDuty(view, n, list, dutyStart));
        }
    }

    /** "Sở Tài chính, trên cơ sở đề xuất của các đơn vị, chủ trì …": the duty begins behind the words put in between. */
    private int behindInsertion(View view, int p, int end) {
        if (!INSERTION.in(view, p, end).lookingAt()) {
            return p;
        }
        int limit = Math.min(end, p + LONGEST_INSERTION);
        for (int comma = view.text().indexOf(", ", p, limit);
                comma > 0;
                comma = view.text().indexOf(", ", Math.min(limit, comma + 2), limit)) {
            if (strong.in(view, comma + 2, end).lookingAt()
                    || verb.in(view, comma + 2, end).lookingAt()) {
                return comma + 2;
            }
        }
        return p;
    }

    private static final int LONGEST_INSERTION = 240;
    private static final Rx INSERTION =
            Rx.of("(?:trên cơ sở|căn cứ|theo|trong phạm vi|với vai trò|là cơ quan|hằng năm|hàng năm)\\b");

    private static final Rx SEVERAL = Rx.of("(?:ủy ban nhân dân|ubnd) (?:các|cấp|xã,|phường,)");

    private static Duties ownDuty(View view, Node n, AgencyNames.Names list, int dutyStart) {
        return new Duties(
                list.names().stream().map(x -> view.slice(x.start(), x.end())).toList(),
                List.of(new Passage(view.slice(dutyStart, n.end), view.evidence(dutyStart, n.end))),
                view.evidence(n.start, n.end));
    }

    private static final Set<Zone> ASSIGNING = EnumSet.of(Zone.ORGANISATION, Zone.TASK, Zone.REPORT, Zone.BUDGET);

    private static final Rx SUBJECT_HEAD = Rx.of(
            "(?:điều \\d{1,2}\\. ?)?(?:hằng năm|hàng năm|căn cứ [^,]{3,60}|trên cơ sở [^,]{3,60}|định kỳ[^,]{0,30}),? (?:yêu cầu )?|yêu cầu |điều \\d{1,2}\\. ?");

    private static boolean requestedOrLate(boolean requested, View view, View.Range r) {
        return requested || JOINT.found(view, r.start(), r.end()) || FEEDBACK.found(view, r.start(), r.end());
    }

    /** In a report: "yêu cầu các sở, ban, ngành … và UBND … xây dựng kế hoạch". */
    private void demands(View view, Node n, Register register) {
        Matcher m = DEMAND.in(view, n.start, n.end);
        while (m.find()) {
            AgencyNames.Names list = names.list(view, m.end(), n.end);
            if (verb.in(view, Math.min(n.end, list.end() + 1), n.end).lookingAt()) {
                list.names().forEach(x -> register.add(x, Set.of(Role.ASSIGNED), true));
            }
        }
    }

    private static final Rx DEMAND = Rx.of(
            "(?:yêu cầu|giao|chỉ đạo) (?=các sở|các cơ quan|ủy ban|ubnd|sở|các ban|các phòng|các đơn vị|các huyện)");
}
