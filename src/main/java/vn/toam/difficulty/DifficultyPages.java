package vn.toam.difficulty;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.toam.register.RegisterDesk;
import vn.toam.register.RegisterRecord;
import vn.toam.shared.Text;
import vn.toam.shared.Words;

/** Leads from the register of difficulties to where they are answered. */
@Component
class DifficultyPages implements RegisterDesk {

    private final Words words;

    DifficultyPages(Words words) {
        this.words = words;
    }

    @Override
    public String register() {
        return Difficulties.REGISTER;
    }

    @Override
    public Text name() {
        return words.text("difficulty.desk");
    }

    @Override
    public String path(int unit) {
        return "/difficulties?unit=" + unit;
    }

    @Override
    public Optional<String> path(RegisterRecord record) {
        return Optional.of("/difficulties/" + record.unit() + "/" + record.id());
    }
}
