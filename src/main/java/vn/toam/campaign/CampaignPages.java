package vn.toam.campaign;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.toam.register.RegisterDesk;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Leads from the register of campaigns to the pages that show them whole. */
@Component
class CampaignPages implements RegisterDesk {

    private final Words words;

    CampaignPages(Words words) {
        this.words = words;
    }

    @Override
    public String register() {
        return CampaignReader.REGISTER;
    }

    @Override
    public Text name() {
        return words.text("campaign.desk");
    }

    @Override
    public String path(int unit) {
        return "/campaigns?unit=" + unit;
    }

    @Override
    public Optional<String> path(RegisterRecord record) {
        String code = record.values().text("observance");
        return code == null || code.equals("OTHER")
                ? Optional.empty()
                : Optional.of(
                        "/campaigns/" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "?unit="
                                + record.unit() + "&year=" + record.onDay().getYear());
    }
}
