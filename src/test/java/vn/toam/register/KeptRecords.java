package vn.toam.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.toam.access.As.Somebody;
import vn.toam.access.Posts;
import vn.toam.agency.AgencyService;
import vn.toam.catalog.Catalog;
import vn.toam.definition.Lifecycle;
import vn.toam.definition.Register;
import vn.toam.geography.Level;
import vn.toam.shared.Numbers;
import vn.toam.unit.Geographies;
import vn.toam.village.VillageForm;
import vn.toam.village.VillageService;

/** Keeps records as the officers of a place do, written as short lines. */
@Component
public class KeptRecords {

    private final RecordService service;
    private final RecordRepository repository;
    private final AgencyService agencies;
    private final VillageService villages;
    private final Catalog catalog;
    private final Geographies geographies;

    KeptRecords(
            RecordService service,
            RecordRepository repository,
            AgencyService agencies,
            VillageService villages,
            Catalog catalog,
            Geographies geographies) {
        this.service = service;
        this.repository = repository;
        this.agencies = agencies;
        this.villages = villages;
        this.catalog = catalog;
        this.geographies = geographies;
    }

    /** A place in which records are kept. */
    public Place at(int unit) {
        return new Place(unit);
    }

    /** One place with what was kept there so far. */
    public final class Place {

        private final int unit;
        private final int province;
        private final int office;
        private final Somebody officer;
        private final Map<String, String> signs = new HashMap<>();
        private final Map<UUID, Map<String, List<String>>> said = new HashMap<>();

        private Place(int unit) {
            this.unit = unit;
            this.province = geographies.province(unit);
            this.office =
                    agencies.peoplesCommittee(unit, LocalDate.now(Numbers.ZONE)).id();
            boolean commune = geographies.now().level(unit).orElseThrow() == Level.COMMUNE;
            this.officer = Posts.at(commune ? "REPORTER" : "PLANNER", unit, office);
            signs.put("&", String.valueOf(office));
            signs.put("*", String.valueOf(unit));
            signs.put(
                    "^",
                    String.valueOf(geographies
                            .now()
                            .ancestors(unit, LocalDate.now(Numbers.ZONE))
                            .getFirst()
                            .id()));
            if (commune) {
                for (int number = 1; number <= 2; number++) {
                    signs.put("#" + number, village("Thử nghiệm " + number).toString());
                }
            }
        }

        private UUID village(String name) {
            VillageForm form = new VillageForm("THON", name, Set.of(), "", "", "", "", null, null, "", null, 0);
            return officer.get(() -> villages.add(unit, form));
        }

        private String value(String text) {
            return signs.getOrDefault(text, text);
        }

        /** @param key by which later values name it as {@code =key}; blank: none does */
        public UUID keep(String register, String key, Map<String, String> values) {
            Map<String, List<String>> typed = new HashMap<>();
            values.forEach((field, text) -> typed.put(
                    field, Arrays.stream(text.split(";")).map(this::value).collect(Collectors.toList())));
            Integer agency = catalog.get(Register.class, register).own() ? office : null;
            UUID id = officer.get(() -> service.create(register, unit, agency, UUID.randomUUID(), typed));
            signs.put("=" + key, id.toString());
            said.put(id, typed);
            return id;
        }

        /** Moves a record on, with what was said of it that this step asks for. */
        public void move(UUID id, String state, String day) {
            RegisterRecord record = repository.find(province, id).orElseThrow();
            Lifecycle.State next = catalog.get(Register.class, record.register())
                    .states()
                    .state(state)
                    .orElseThrow();
            Somebody mover = next.by() == Lifecycle.Side.RECEIVER ? asked() : officer;
            Map<String, List<String>> typed = said.getOrDefault(id, Map.of());
            LocalDate on = LocalDate.parse(day);
            mover.run(() -> {
                if (next.by() == Lifecycle.Side.RECEIVER) {
                    service.step(unit, id, record.version(), state, on, typed, "");
                } else {
                    service.move(unit, id, record.version(), state, on, typed, "");
                }
            });
        }

        /** The officer of the unit above, which is asked in records of this one. */
        private Somebody asked() {
            return Posts.at("PLANNER", Integer.parseInt(signs.get("^")));
        }

        public void prove(UUID id) {
            byte[] file = "Biên bản".getBytes(StandardCharsets.UTF_8);
            officer.run(() -> service.attach(unit, id, "minh-chung.txt", file));
        }
    }
}
