package vn.toam.agency;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.geography.Validity;
import vn.toam.shared.Settings;
import vn.toam.shared.Words;
import vn.toam.unit.UnitService;

/** Puts the committees of {@code agency/demo-committees.yaml} into a demo installation, once; a real one never gets any. */
@Component
class DemoCommittees implements ApplicationRunner {

    /** A seat of the file: an agency by its kind. */
    record Seat(String post, String agency, CommitteePost.Role role) {}

    /** A committee of the file, of the unit that bore a code on the day it was set up. */
    record Line(Level level, String code, LocalDate on, String name, List<Seat> seats) {}

    private final CommitteeRepository committees;
    private final UnitService units;
    private final AgencyService agencies;
    private final Settings settings;
    private final Words words;

    DemoCommittees(
            CommitteeRepository committees, UnitService units, AgencyService agencies, Settings settings, Words words) {
        this.committees = committees;
        this.units = units;
        this.agencies = agencies;
        this.settings = settings;
        this.words = words;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (settings.demo()) {
            try (InputStream file = DemoCommittees.class.getResourceAsStream("/agency/demo-committees.yaml")) {
                new YAMLMapper()
                        .readValue(file, new TypeReference<List<Line>>() {})
                        .forEach(this::make);
            }
        }
    }

    private void make(Line line) {
        Unit unit = units.byCode(line.level(), line.code(), line.on()).orElseThrow();
        if (committees.ofUnit(unit.id()).stream().anyMatch(c -> c.name().equals(line.name()))) {
            return;
        }
        String decision = words.get(Locale.of("vi"), "agency.demo.decision");
        Validity validity = new Validity(line.on(), unit.validity().to());
        Committee committee = new Committee(UUID.randomUUID(), unit.id(), line.name(), decision, line.on(), validity);
        committees.add(committee);
        for (Seat seat : line.seats()) {
            Agency agency = agencies.ofKind(unit.id(), seat.agency(), line.on()).orElseThrow();
            committees.addSeat(new CommitteeRepository.Seat(
                    UUID.randomUUID(),
                    committee.id(),
                    seat.post(),
                    agency.id(),
                    seat.role(),
                    decision,
                    new Validity(line.on(), validity.within(agency.validity()))));
        }
    }
}
