package vn.toam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.toam.access.As;
import vn.toam.access.Posts;
import vn.toam.access.Roles;
import vn.toam.assignment.Duty;
import vn.toam.collection.BulkEntry;
import vn.toam.collection.RoundReader;
import vn.toam.definition.Role;
import vn.toam.duty.DutyService;
import vn.toam.output.FileKind;
import vn.toam.output.ReportService;
import vn.toam.plan.PlanService;
import vn.toam.plancontent.Plan;
import vn.toam.register.RecordService;
import vn.toam.round.Round;
import vn.toam.shared.NotAllowed;
import vn.toam.shared.ToamTest;
import vn.toam.submission.TypedReturn;

/**
 * Who may call which service method for whom, written out in {@code access/who-may.txt} and held against what the methods do: each is
 * called by every role from four places on the same matter. A new method that takes a unit, a plan or a round has no line there and fails.
 */
class WhoMayTest extends ToamTest {

    /** The matter: the return of thị trấn Cao Thượng and the plan of huyện Tân Yên; and where those who ask sit. */
    private static final int COMMUNE = 107339;

    private static final int DISTRICT = 10216;
    private static final Map<String, Integer> PLACES = Map.of("c", COMMUNE, "d", DISTRICT, "o", 10213, "p", 1024);

    private static final String FORM = "family-plan-commune";
    private static final Path KNOWN = Path.of("src/test/resources/access/who-may.txt");
    private static final Path FOUND = Path.of("target/who-may.txt");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RoundReader roundReader;

    @Autowired
    private PlanService plans;

    @Autowired
    private DutyService duties;

    @Autowired
    private ReportService reports;

    @Autowired
    private RecordService records;

    @Autowired
    private Roles roles;

    @Autowired
    private As as;

    private final Map<Class<?>, Object> things = new HashMap<>();
    private final Map<String, UUID> ids = new TreeMap<>();

    @Test
    void everyMethodLetsInWhoTheTableNames() throws IOException {
        as.role("planner.ty").run(this::find);
        SecurityContextHolder.clearContext();
        Map<String, String> table = new TreeMap<>();
        for (Object service : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> type = AopUtils.getTargetClass(service);
            if (NobodyTest.guarded(type)) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(NobodyTest::asked)
                        .filter(method -> matters(type, method))
                        .forEach(method ->
                                table.put(type.getSimpleName() + "." + method.getName(), row(service, type, method)));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line("# from: c commune, d district above it, o other district, p province", names()));
        table.forEach((method, row) -> lines.add(line(method, row)));
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, lines);
        assertThat(lines)
                .as("%s as it should be now is %s: copy it once every changed line in it is meant", KNOWN, FOUND)
                .containsExactlyElementsOf(Files.exists(KNOWN) ? Files.readAllLines(KNOWN) : List.of());
    }

    private static String line(String method, String row) {
        return "%-70s%s".formatted(method, row).stripTrailing();
    }

    private String names() {
        return roles.all().stream().map(role -> "%-10s".formatted(role.id())).collect(Collectors.joining());
    }

    /** A plan, a return, a duty and a report's file that the calls are about. */
    private void find() {
        Round round = roundReader.asking(COMMUNE, FORM, 2024).orElseThrow();
        Plan plan = plans.ofProgramme("tan-yen-541").orElseThrow();
        Duty duty = duties.ofPlan(plan.id(), 2024).getFirst();
        things.put(Round.class, round);
        things.put(Duty.class, duty);
        ids.put("round", round.id());
        ids.put("plan", plan.id());
        ids.put("duty", duty.id());
        ids.put("element", duty.element());
        ids.put("account", as.id("reporter.ty"));
        ids.put("target", plans.targets(plan.id()).getFirst().id());
        ids.put("record", record());
        ids.put("file", reports.make(plan.id(), 2024, FileKind.XLSX));
    }

    private UUID record() {
        Map<String, List<String>> typed =
                Map.of("name", List.of("Của ai được sửa"), "kind", List.of("SLOW"), "founded", List.of("2024-01-01"));
        return Posts.at("REPORTER", COMMUNE)
                .get(() -> records.create("chess-club", COMMUNE, null, UUID.randomUUID(), typed));
    }

    /** True for what is about a unit, a plan, a round or something of these. */
    private static boolean matters(Class<?> type, Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(p -> p.getType() == UUID.class
                        || Set.of(Round.class, Duty.class).contains(p.getType())
                        || Set.of("unit", "unitId", "scope").contains(p.getName()));
    }

    private String row(Object service, Class<?> type, Method method) {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(p -> argument(type, method, p))
                .toArray();
        String row = roles.all().stream()
                .map(Role::id)
                .map(role -> places(role, service, method, arguments))
                .map(places -> "%-10s".formatted(places.isEmpty() ? "-" : places))
                .collect(Collectors.joining());
        return row + (letsIn(service, method, arguments) ? "yes" : "-");
    }

    private String places(String role, Object service, Method method, Object[] arguments) {
        return PLACES.entrySet().stream()
                .filter(place -> post(role, place.getValue()).get(() -> letsIn(service, method, arguments)))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining());
    }

    /** In the district it is the agency that owes the duty. */
    private As.Somebody post(String role, int unit) {
        return unit == DISTRICT ? Posts.at(role, unit, thing(Duty.class).agency()) : Posts.at(role, unit);
    }

    private <T> T thing(Class<T> type) {
        return type.cast(Objects.requireNonNull(things.get(type)));
    }

    /** True unless who asks is refused; that the call fails for another reason comes after. Nothing stays in the database. */
    private boolean letsIn(Object service, Method method, Object[] arguments) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                method.invoke(service, arguments);
                return true;
            } catch (InvocationTargetException thrown) {
                return !(thrown.getCause() instanceof NotAllowed);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private @Nullable Object argument(Class<?> service, Method method, Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == UUID.class) {
            return ids.get(meant(service, method, parameter.getName()));
        }
        if (type == int.class || type == Integer.class) {
            return switch (parameter.getName()) {
                case "unit", "unitId", "only" -> COMMUNE;
                case "scope" -> DISTRICT;
                case "year" -> 2024;
                default -> 1;
            };
        }
        if (type == String.class) {
            return switch (parameter.getName()) {
                case "form" -> FORM;
                case "indicator", "id" -> "poor-household-rate";
                case "role" -> "REPORTER";
                case "register" -> "chess-club";
                case "calendar" -> "";
                default -> "overview";
            };
        }
        if (type == List.class || type == Collection.class || type == Set.class) {
            return parameter.getParameterizedType().getTypeName().contains("Return")
                    ? List.of(new BulkEntry.Return(COMMUNE, Map.of(), Map.of()))
                    : parameter.getName().equals("units") ? List.of(COMMUNE) : type == Set.class ? Set.of() : List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == BulkEntry.Return.class) {
            return new BulkEntry.Return(COMMUNE, Map.of(), Map.of());
        }
        return type == TypedReturn.class
                ? TypedReturn.NOTHING
                : type == boolean.class
                        ? Boolean.FALSE
                        : type == LocalDate.class ? LocalDate.of(2027, 6, 30) : things.get(type);
    }

    /** Which of our things an id names: its own name says it, or, when it is just "id", its service. */
    private static String meant(Class<?> service, Method method, String name) {
        String plain = name.replaceAll("Id$", "").replace("upper", "plan").replace("other", "record");
        if (!plain.equals("id")) {
            return plain;
        }
        if (method.getName().equals("openYear")) {
            return "plan";
        }
        return switch (service.getSimpleName()) {
            case "PlanService" -> "plan";
            case "DutyService" -> "duty";
            case "ReviewService" -> "element";
            case "AccountService" -> "account";
            case "ReportService" -> "file";
            case "RecordService", "RecordReader", "RegisterReader", "RelatedRecords", "ReceivedRecords" -> "record";
            default -> "round";
        };
    }
}
