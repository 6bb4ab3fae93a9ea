package vn.toam.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.toam.definition.Calendar;
import vn.toam.definition.CodeList;
import vn.toam.definition.CodeLists;
import vn.toam.definition.Definition;
import vn.toam.definition.Field;
import vn.toam.definition.Form;
import vn.toam.definition.Indicator;
import vn.toam.definition.Instrument;
import vn.toam.definition.Observance;
import vn.toam.definition.Programme;
import vn.toam.definition.Published;
import vn.toam.definition.RecordCount;
import vn.toam.definition.Register;
import vn.toam.definition.Role;
import vn.toam.definition.WorkDays;
import vn.toam.definition.WorkYear;
import vn.toam.shared.NotFound;
import vn.toam.shared.Text;

/**
 * Every definition of the installation: those of the files, read and checked at start, and the forms that units made for themselves
 * ({@link OwnDefinitions}), read when first asked for. Nothing in it ever changes, so that whoever asks gets a sound answer. Without a
 * version the newest one of the files is meant; figures of old years name the version they were asked with. Lists hold what the files
 * define: a unit's own form is found by its id and version alone.
 */
public final class Catalog implements CodeLists {

    private static final OwnDefinitions NONE = new OwnDefinitions() {
        @Override
        public Optional<String> definition(String form, int version) {
            return Optional.empty();
        }

        @Override
        public List<Version> newest(Collection<Integer> units) {
            return List.of();
        }
    };

    private final Map<Class<? extends Definition>, List<Definition>> all;
    private final Map<Definition, String> files;
    private final Map<String, Field> fields;
    private final Set<String> counted;
    private final WorkDays workDays;
    private final OwnDefinitions own;
    private final Map<OwnDefinitions.Version, Form> ownForms = new ConcurrentHashMap<>();

    Catalog(Map<Class<? extends Definition>, List<Definition>> all, Map<Definition, String> files) {
        this(all, files, NONE);
    }

    private Catalog(
            Map<Class<? extends Definition>, List<Definition>> all, Map<Definition, String> files, OwnDefinitions own) {
        this.all = Map.copyOf(all);
        this.files = files;
        this.own = own;
        Map<String, Field> found = new LinkedHashMap<>();
        forms().forEach(form -> form.fields().forEach(field -> found.put(field.id(), field)));
        this.fields = found;
        this.counted = all(Register.class).stream()
                .flatMap(register -> register.counts().stream().map(RecordCount::line))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        this.workDays = new WorkDays(all(WorkYear.class), null);
    }

    /** The newest version of every definition of a kind, in the order of the files. */
    public <D extends Definition> List<D> all(Class<D> kind) {
        Map<String, D> newest = new LinkedHashMap<>();
        versions(kind)
                .forEach(definition ->
                        newest.merge(definition.id(), definition, (a, b) -> a.version() < b.version() ? b : a));
        return List.copyOf(newest.values());
    }

    /** The newest version of a definition, if there is one. */
    public <D extends Definition> Optional<D> find(Class<D> kind, String id) {
        return versions(kind).stream()
                .filter(definition -> definition.id().equals(id))
                .max(Comparator.comparingInt(Definition::version));
    }

    /** A definition in a given version, if there is one. */
    public <D extends Definition> Optional<D> find(Class<D> kind, String id, int version) {
        return versions(kind).stream()
                .filter(definition -> definition.id().equals(id) && definition.version() == version)
                .findFirst();
    }

    /** The newest version of a definition. @throws NotFound when there is none */
    public <D extends Definition> D get(Class<D> kind, String id) {
        return find(kind, id).orElseThrow(() -> new NotFound(kind.getSimpleName() + " " + id));
    }

    public List<Form> forms() {
        return all(Form.class);
    }

    /** @throws NotFound when there is none */
    public Form form(String id) {
        return get(Form.class, id);
    }

    /** A form of the files or a unit's own. @throws NotFound when there is none */
    public Form form(String id, int version) {
        return find(Form.class, id, version)
                .or(() -> own(new OwnDefinitions.Version(id, version)))
                .orElseThrow(() -> new NotFound("Form " + id + " " + version));
    }

    private Optional<Form> own(OwnDefinitions.Version key) {
        Form known = ownForms.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Form> read = own.definition(key.form(), key.version()).map(this::read);
        read.ifPresent(form -> ownForms.put(key, form));
        return read;
    }

    /**
     * A form written as in the files, held against everything that is defined there.
     *
     * @throws BadDefinition naming the place and what is right
     */
    public Form read(String definition) {
        Form form = CatalogReader.form(definition);
        Map<Class<? extends Definition>, List<Definition>> with = new LinkedHashMap<>(all);
        List<Definition> forms = new ArrayList<>(versions(Form.class));
        forms.add(form);
        with.put(Form.class, forms);
        CatalogRules.check(
                new Catalog(with, Map.of()),
                forms.stream()
                        .map(each -> new CatalogRules.Found(each.id(), each))
                        .toList());
        return form;
    }

    /**
     * A register written as in the files, held against everything that is defined there.
     *
     * @throws BadDefinition naming the place and what is right
     */
    public Register readRegister(String definition) {
        return checked(CatalogReader.register(definition));
    }

    /**
     * A register with fields of a unit's own behind its own.
     *
     * @param fields in the shape of the files: {@code fields: […]}
     * @throws BadDefinition naming the place and what is right
     */
    public Register readFields(Register register, String fields) {
        return checked(register.with(CatalogReader.fields(fields)));
    }

    private Register checked(Register register) {
        Map<Class<? extends Definition>, List<Definition>> with = new LinkedHashMap<>(all);
        List<Definition> registers = new ArrayList<>(versions(Register.class));
        registers.removeIf(each -> each.id().equals(register.id()));
        registers.add(register);
        with.put(Register.class, registers);
        CatalogRules.check(new Catalog(with, Map.of()), List.of(new CatalogRules.Found(register.id(), register)));
        return register;
    }

    /** The same definitions, and the forms that units made for themselves. */
    Catalog with(OwnDefinitions made) {
        return new Catalog(all, files, made);
    }

    /** A line of any form by its id, which is unique over the forms; units' own among them. @throws NotFound when there is none */
    public Field field(String id) {
        Field field = fields.get(id);
        return field != null
                ? field
                : formOf(id).flatMap(form -> form.field(id)).orElseThrow(() -> new NotFound("Field " + id));
    }

    /** The form that a line belongs to: the newest of the files, or a unit's own as it first asked for the line. */
    public Optional<Form> formOf(String line) {
        return OwnDefinitions.first(line)
                .flatMap(this::own)
                .or(() -> forms().stream()
                        .filter(form -> form.field(line).isPresent())
                        .findFirst());
    }

    /** The newest version of every form that these units made for themselves. */
    public List<Form> ownForms(Collection<Integer> units) {
        return own.newest(units).stream().flatMap(each -> own(each).stream()).toList();
    }

    /** The lines of forms of the country that counts of registers fill. */
    public Set<String> counted() {
        return counted;
    }

    public List<Indicator> indicators() {
        return all(Indicator.class);
    }

    /** @throws NotFound when there is none */
    public Indicator indicator(String id) {
        return get(Indicator.class, id);
    }

    /** @throws NotFound when there is none */
    public Calendar calendar(String id) {
        return get(Calendar.class, id);
    }

    public List<Observance> observances() {
        return all(Observance.class);
    }

    /** The working days of the country. */
    public WorkDays workDays() {
        return workDays;
    }

    /** The working days of a province: those of the country and its own, such as days lost to a flood. */
    public WorkDays workDays(String province) {
        return new WorkDays(all(WorkYear.class), province);
    }

    public List<Role> roles() {
        return all(Role.class);
    }

    /** The file that a definition stands in, for whoever finds it wrong later. */
    public String file(Definition definition) {
        return files.getOrDefault(definition, definition.id());
    }

    @Override
    public CodeList codes(String id) {
        return get(CodeList.class, id);
    }

    /** How an indicator's unit is written behind a figure, with its space: " %", " vụ". */
    public Text measure(Indicator indicator) {
        return codes("units")
                .find(indicator.unit())
                .map(code -> new Text(
                        " " + code.name().vi(),
                        code.name().en().isBlank() ? "" : " " + code.name().en()))
                .orElse(Text.of(""));
    }

    public List<Programme> programmes() {
        return all(Programme.class);
    }

    /** National decisions that set targets for every place. */
    public List<Instrument> instruments() {
        return all(Instrument.class);
    }

    /** Figures published before, table by table. */
    public List<Published> published() {
        return all(Published.class);
    }

    /** @throws NotFound when there is none */
    public Programme programme(String id) {
        return get(Programme.class, id);
    }

    /** Every version of every definition of a kind. */
    <D extends Definition> List<D> versions(Class<D> kind) {
        return all.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }
}
