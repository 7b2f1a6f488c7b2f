package constancia.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import constancia.command.Shell;
import constancia.kernel.ItemId;
import constancia.query.Reader;
import constancia.query.history.Journal;
import java.util.Set;

/** The rules about the code, each as one sentence that can be executed. */
final class Rules {

    static final ArchRule THE_KERNEL_KNOWS_NO_FRAMEWORK = classes().that().resideInAPackage("constancia.kernel..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("constancia.kernel..", "java..", "com.fasterxml.jackson.annotation..", "org.jspecify..");

    static final ArchRule COMMANDS_DO_NOT_KNOW_QUERIES = noClasses().that().resideInAPackage("constancia.command..")
            .should().dependOnClassesThat().resideInAnyPackage("constancia.query..", "constancia.web..", "constancia.postgres..");

    static final ArchRule QUERIES_DO_NOT_KNOW_COMMANDS = noClasses().that().resideInAPackage("constancia.query..")
            .should().dependOnClassesThat().resideInAnyPackage("constancia.command..", "constancia.web..", "constancia.postgres..");

    static final ArchRule ONLY_THE_APP_SEES_ALL = noClasses().that().resideOutsideOfPackage("constancia.app..")
            .should().dependOnClassesThat().resideInAPackage("constancia.app..");

    static final ArchRule RULES_ARE_PLAIN_JAVA = noClasses().that(decide())
            .should().dependOnClassesThat().resideInAnyPackage("org.axonframework..", "org.springframework..", "jakarta..", "java.sql..");

    static final ArchRule THE_WEB_SEES_NO_RULES = noClasses().that().resideInAPackage("constancia.web..")
            .should().dependOnClassesThat(resideInAPackage("constancia.command..").and(decide()))
            .orShould().dependOnClassesThat().areAssignableTo(Shell.class)
            .orShould().dependOnClassesThat().resideInAnyPackage("org.axonframework..", "java.sql..", "org.springframework.jdbc..", "constancia.postgres..");

    static final ArchRule TIME_IS_DATA = noClasses().that().resideOutsideOfPackages("constancia.app..", "constancia.web..")
            .should().callMethodWhere(readsTheComputersClock());

    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    static final ArchRule IDS_ARE_BARE_IN_TEXT = classes().that().implement(ItemId.class).should(declareToString());

    static final ArchRule EVERY_QUESTION_SAYS_WHO_ASKS = methods().that().areDeclaredInClassesThat().resideInAPackage("constancia.query..")
            .and().areDeclaredInClassesThat().haveNameMatching(".*\\.([A-Za-z]+List|Items)").and().arePublic().and().areNotStatic()
            .should(takeAReaderFirst());

    /** The journal is no question but what answers are made of. */
    static final ArchRule EVERY_QUESTION_ASKS_FOR_ITS_RIGHT = methods().that().areDeclaredInClassesThat().resideInAPackage("constancia.query..")
            .and().areDeclaredInClassesThat().areNotInterfaces().and().areNotDeclaredIn(Journal.class).and().arePublic().and(takesAReader()).should(askForTheRight());

    private Rules() {}

    private static DescribedPredicate<JavaClass> decide() {
        return describe("have a static decide", type -> type.getMethods().stream()
                .anyMatch(method -> method.getName().equals("decide") && method.getModifiers().contains(JavaModifier.STATIC)));
    }

    /** {@code LocalDate.now(clock)} is told the time; {@code LocalDate.now()} looks at the computer's. */
    private static DescribedPredicate<JavaAccess<?>> readsTheComputersClock() {
        var clocks = Set.of("systemUTC", "systemDefaultZone", "system");
        return describe("the computer's clock is read", access -> {
            var owner = access.getTargetOwner().getName();
            var name = access.getName();
            if (owner.equals("java.lang.System")) {
                return name.equals("currentTimeMillis");
            }
            if (owner.equals("java.time.Clock")) {
                return clocks.contains(name);
            }
            return owner.startsWith("java.time.") && name.equals("now") && !access.getDescription().contains("java.time.Clock");
        });
    }

    private static ArchCondition<JavaClass> declareToString() {
        return new ArchCondition<>("say their bare id in toString") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // A record always has a toString; the compiler's own calls no method.
                boolean declared = type.tryGetMethod("toString").filter(method -> !method.getMethodCallsFromSelf().isEmpty()).isPresent();
                events.add(new SimpleConditionEvent(type, declared, type.getName() + (declared ? " has" : " has not") + " a toString of its own"));
            }
        };
    }

    private static DescribedPredicate<JavaMethod> takesAReader() {
        return describe("take a Reader", method -> method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Reader.class)));
    }

    /** Itself or in a method of its class that it calls. */
    private static ArchCondition<JavaMethod> askForTheRight() {
        return new ArchCondition<>("ask whether the reader may ask") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = asks(method) || method.getMethodCallsFromSelf().stream().filter(call -> call.getTargetOwner().equals(method.getOwner()))
                        .flatMap(call -> call.getTarget().resolveMember().stream()).anyMatch(called -> asks(called));
                events.add(new SimpleConditionEvent(method, asks, method.getFullName() + (asks ? " asks" : " does not ask") + " for the right"));
            }

            private boolean asks(JavaMethod method) {
                return method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isEquivalentTo(Reader.class) && call.getName().equals("mayAsk"));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeAReaderFirst() {
        return new ArchCondition<>("take a Reader as the first argument") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var arguments = method.getRawParameterTypes();
                boolean first = !arguments.isEmpty() && arguments.getFirst().isEquivalentTo(Reader.class);
                events.add(new SimpleConditionEvent(method, first, method.getFullName() + (first ? " asks" : " does not ask") + " who reads"));
            }
        };
    }
}
