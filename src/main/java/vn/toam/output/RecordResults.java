package vn.toam.output;

import static vn.toam.output.ReportWords.say;
import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.toam.campaign.Campaign;
import vn.toam.campaign.CampaignReader;
import vn.toam.difficulty.Difficulty;
import vn.toam.difficulty.DifficultyReader;
import vn.toam.shared.Access;
import vn.toam.shared.Numbers;
import vn.toam.shared.Subject;

/** What registers keep of a year, as sentences of its report: they say what records say and no more. */
@Component
class RecordResults {

    /** More difficulties than this are only counted. */
    private static final int MOST = 20;

    private final CampaignReader campaigns;
    private final DifficultyReader difficulties;
    private final Access access;

    RecordResults(CampaignReader campaigns, DifficultyReader difficulties, Access access) {
        this.campaigns = campaigns;
        this.difficulties = difficulties;
        this.access = access;
    }

    /** Nothing for whoever may not read records of the place. */
    Report.Kept of(int unit, int year) {
        return access.allows(RECORD_READ, Subject.of(unit))
                ? new Report.Kept(campaigns(unit, year), difficulties(unit, year))
                : Report.Kept.NOTHING;
    }

    private List<String> campaigns(int unit, int year) {
        return campaigns.ofYear(unit, year).stream()
                .filter(each -> each.told() + each.planned() + each.held() + each.cancelled() > 0)
                .map(each -> campaign(campaigns.campaign(each.observance().id(), unit, year)))
                .toList();
    }

    private static String campaign(Campaign one) {
        Campaign.Summary summary = one.summary();
        List<String> said = new ArrayList<>();
        if (summary.expected() > 1) {
            said.add(say("campaign.told", summary.told(), summary.expected()));
        }
        number(said, "campaign.held", summary.held());
        number(said, "campaign.planned", summary.planned());
        number(said, "campaign.cancelled", summary.cancelled());
        List<Campaign.Events> events = one.events() == null ? List.of() : one.events();
        number(
                said,
                "campaign.events",
                events.stream().mapToInt(Campaign.Events::held).sum());
        number(
                said,
                "campaign.unproven",
                events.stream().mapToInt(Campaign.Events::unproven).sum());
        List<Campaign.Channel> channels = one.channels() == null ? List.of() : one.channels();
        number(
                said,
                "campaign.products",
                channels.stream().mapToInt(Campaign.Channel::issued).sum());
        return say("campaign", summary.observance().name().vi(), String.join("; ", said));
    }

    private static void number(List<String> said, String key, int number) {
        if (number > 0) {
            said.add(say(key, number));
        }
    }

    private List<String> difficulties(int unit, int year) {
        List<Difficulty> all = difficulties.ofYear(unit, year);
        List<String> lines = new ArrayList<>(
                all.stream().limit(MOST).map(RecordResults::difficulty).toList());
        if (all.size() > MOST) {
            lines.add(say("difficulty.more", all.size() - MOST));
        }
        return lines;
    }

    private static String difficulty(Difficulty one) {
        String state = one.stateName().vi().toLowerCase(java.util.Locale.ROOT);
        String said = one.answeredOn() == null
                ? say("difficulty.state", state)
                : say("difficulty.answered", state, Numbers.date(one.answeredOn()));
        return say("difficulty", one.text().strip().replaceAll("[.;]+$", ""), one.units(), said);
    }
}
