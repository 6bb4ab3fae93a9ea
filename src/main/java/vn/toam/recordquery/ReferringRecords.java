package vn.toam.recordquery;

import static vn.toam.register.RegisterPermissions.RECORD_READ;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.toam.definition.Register;
import vn.toam.document.Attachment;
import vn.toam.document.Documents;
import vn.toam.geography.Level;
import vn.toam.geography.Unit;
import vn.toam.recordquery.ReferringRepository.Asked;
import vn.toam.register.ReadingRights;
import vn.toam.register.RegisterRecord;
import vn.toam.register.Registers;
import vn.toam.shared.Access;
import vn.toam.unit.Geographies;
import vn.toam.unit.UnitService;

/**
 * What a place and all below it keep under one code, and what refers to it: how many in which state, which units said anything, what may be added
 * up. For pages that show one occasion whole.
 */
@Service
@Transactional(readOnly = true)
public class ReferringRecords {

    /** Most records and pictures of one page. */
    public static final int MOST = 200;

    private static final int PICTURES = 12;

    /**
     * Records of one kind in one state.
     *
     * @param unproven how many of them should have a file by now and have none
     * @param sums by field what they add up to; a field of which nothing is said is absent
     * @param most the largest of a number that is never added
     */
    public record Group(
            String kind,
            String state,
            int records,
            int unproven,
            Map<String, BigDecimal> sums,
            @Nullable BigDecimal most) {}

    /** A place, a register, the field of its code and a window. */
    public record Question(Unit place, String register, String field, LocalDate first, LocalDate last) {}

    /** A picture of a record. */
    public record Picture(String path, String name, String record, int unit) {}

    private final ReferringRepository repository;
    private final Registers registers;
    private final RecordPlaces places;
    private final ReadingRights rights;
    private final Geographies geographies;
    private final UnitService units;
    private final Documents documents;
    private final Access access;
    private final Clock clock;

    ReferringRecords(
            ReferringRepository repository,
            Registers registers,
            RecordPlaces places,
            ReadingRights rights,
            Geographies geographies,
            UnitService units,
            Documents documents,
            Access access,
            Clock clock) {
        this.repository = repository;
        this.registers = registers;
        this.places = places;
        this.rights = rights;
        this.geographies = geographies;
        this.units = units;
        this.documents = documents;
        this.access = access;
        this.clock = clock;
    }

    private Asked asked(Question question) {
        Unit place = question.place();
        Set<Integer> provinces = new HashSet<>(Set.of(geographies.province(place.id())));
        boolean country = place.level() == Level.COUNTRY;
        if (country) {
            units.children(place.id(), LocalDate.now(clock))
                    .forEach(each -> provinces.add(geographies.province(each.id())));
        }
        return new Asked(
                provinces,
                country ? null : places.of(place).units(),
                question.register(),
                question.field(),
                question.first(),
                question.last());
    }

    private boolean reads(Question question, String register) {
        return rights.figures(
                registers.get(register, question.place().id()), question.place().id());
    }

    /** By code and state how many there are. */
    public Map<String, Map<String, Integer>> states(Question question) {
        access.require(RECORD_READ);
        return reads(question, question.register()) ? repository.states(asked(question)) : Map.of();
    }

    /**
     * By code the units of today that keep a record of it or one that refers to it, themselves or as what they were made of.
     *
     * @param among the units asked about
     */
    public Map<String, Set<Integer>> telling(Question question, String through, Collection<Integer> among) {
        access.require(RECORD_READ);
        if (!reads(question, question.register())) {
            return Map.of();
        }
        Map<Integer, Integer> now = RecordCounting.origins(geographies.now(), among);
        Map<String, Set<Integer>> telling = new HashMap<>();
        repository
                .units(asked(question), through)
                .forEach((code, told) -> telling.put(
                        code,
                        told.stream().map(now::get).filter(Objects::nonNull).collect(Collectors.toSet())));
        return telling;
    }

    /** Records of another register that refer to those of a code; null: figures of that register may not be read there. */
    public @Nullable List<Group> groups(
            Question question, String code, String referring, String through, List<String> sums, String most) {
        access.require(RECORD_READ);
        if (!reads(question, referring)) {
            return null;
        }
        Register register = registers.get(referring, question.place().id());
        return repository.groups(
                asked(question),
                code,
                referring,
                through,
                "kind",
                register.evidence(),
                sums,
                most,
                LocalDate.now(clock));
    }

    /** The records of a code themselves that may be read, the newest first. */
    public List<RegisterRecord> records(Question question, String code) {
        access.require(RECORD_READ);
        return repository.records(asked(question), code, MOST).stream()
                .filter(each -> rights.reads(registers.get(each.register(), each.unit()), each))
                .toList();
    }

    /** Pictures among the files of some records, as far as these files may be seen. */
    public List<Picture> pictures(Collection<RegisterRecord> records) {
        access.require(RECORD_READ);
        List<Picture> pictures = new ArrayList<>();
        Map<Integer, List<RegisterRecord>> seen = records.stream()
                .filter(each -> each.files() > 0 && rights.people(registers.get(each.register(), each.unit()), each))
                .collect(Collectors.groupingBy(RegisterRecord::province));
        seen.forEach((province, within) -> {
            Map<UUID, RegisterRecord> byId =
                    within.stream().collect(Collectors.toMap(RegisterRecord::id, Function.identity()));
            List<ReferringRepository.File> files = repository.files(province, byId.keySet());
            Map<UUID, Attachment> known = new HashMap<>();
            documents
                    .files(files.stream()
                            .map(ReferringRepository.File::attachment)
                            .toList())
                    .forEach(file -> known.put(file.id(), file));
            for (ReferringRepository.File file : files) {
                Attachment picture = known.get(file.attachment());
                if (picture != null && picture.mediaType().startsWith("image/") && pictures.size() < PICTURES) {
                    RegisterRecord record = Objects.requireNonNull(byId.get(file.record()));
                    String path = record.path();
                    pictures.add(new Picture(path + "/files/" + picture.id(), picture.name(), path, record.unit()));
                }
            }
        });
        return pictures;
    }
}
