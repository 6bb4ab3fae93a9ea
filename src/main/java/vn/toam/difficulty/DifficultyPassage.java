package vn.toam.difficulty;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.catalog.Passages;
import vn.toam.shared.Numbers;
import vn.toam.shared.Words;

/** Offers the difficulties of a unit for the line of a return that asks for them. */
@Component
class DifficultyPassage implements Passages {

    private static final String LINE = "difficulties";

    private final DifficultyReader reader;
    private final Words words;

    DifficultyPassage(DifficultyReader reader, Words words) {
        this.reader = reader;
        this.words = words;
    }

    @Override
    public Optional<Offer> of(String line, int unit, int year) {
        List<Difficulty> all = line.equals(LINE) ? reader.ofYear(unit, year) : List.of();
        String text = all.stream().map(DifficultyPassage::said).collect(Collectors.joining("\n"));
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Offer(
                        words.text("difficulty.offer", all.size()), text, "/difficulties?show=RAISED&unit=" + unit));
    }

    /** A line of the return: in Vietnamese, as the return is. */
    private static String said(Difficulty one) {
        String state = one.stateName().vi().toLowerCase(Locale.ROOT);
        String answered = one.answeredOn() == null ? "" : " ngày " + Numbers.date(one.answeredOn());
        String units = one.joint() ? ", " + one.units() + " đơn vị" : "";
        return "- " + one.text().strip() + " (" + state + answered + units + ")";
    }
}
