package vn.toam.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;
import vn.toam.shared.ModulePermissions;
import vn.toam.shared.Permission;

/** Rules of the code that a compiler cannot hold. Each is run twice: on the product, and on a planted violation that it must catch. */
class CodeRulesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("__")
                    && !place.contains("$$")) // what the build writes about our classes is not ours
            .importPackages("vn.toam");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("vn.toam.architecture.planted");

    private static final DescribedPredicate<JavaMethodCall> NOW_WITHOUT_CLOCK = DescribedPredicate.describe(
            "now() without a Clock",
            call -> call.getTarget().getName().equals("now")
                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.getName().equals("java.time.Clock")));

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses().should().callMethodWhere(NOW_WITHOUT_CLOCK).as("time comes from the Clock bean"),
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Repository")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework.jdbc.core..")
                        .as("only repositories talk to the database"),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Repository")
                        .should()
                        .notBePublic()
                        .as("repositories stay inside their module"),
                noClasses()
                        .that()
                        .areNotAssignableTo(ModulePermissions.class)
                        .should()
                        .callConstructor(Permission.class, String.class)
                        .as("a permission is declared among those of its module"),
                classes()
                        .that()
                        .implement(ModulePermissions.class)
                        .should()
                        .beAnnotatedWith(Component.class)
                        .as("permissions that a module declares are registered"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCatchesItsPlantedViolation(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
    }
}
