package constancia.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import constancia.command.wrong.CommandThatQueries;
import constancia.command.wrong.CommandThatKnowsTheWiring;
import constancia.command.wrong.RulesWithAxon;
import constancia.kernel.wrong.KernelWithSpring;
import constancia.kernel.wrong.NameOnlyId;
import constancia.kernel.wrong.ReadsTheClock;
import constancia.query.wrong.AnybodysList;
import constancia.query.wrong.EverybodysList;
import constancia.query.wrong.QueryThatCommands;
import constancia.web.wrong.FieldInjected;
import constancia.web.wrong.WebWithShell;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule holds for the register, and has been seen to fail: beside it stands a class that breaks it. */
class ArchitectureTest {

    private static final JavaClasses REGISTER = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("constancia");

    record Kept(ArchRule rule, Class<?> wrong) {}

    static List<Kept> rules() {
        return List.of(
                new Kept(Rules.THE_KERNEL_KNOWS_NO_FRAMEWORK, KernelWithSpring.class),
                new Kept(Rules.COMMANDS_DO_NOT_KNOW_QUERIES, CommandThatQueries.class),
                new Kept(Rules.QUERIES_DO_NOT_KNOW_COMMANDS, QueryThatCommands.class),
                new Kept(Rules.ONLY_THE_APP_SEES_ALL, CommandThatKnowsTheWiring.class),
                new Kept(Rules.RULES_ARE_PLAIN_JAVA, RulesWithAxon.class),
                new Kept(Rules.THE_WEB_SEES_NO_RULES, WebWithShell.class),
                new Kept(Rules.TIME_IS_DATA, ReadsTheClock.class),
                new Kept(Rules.NOTHING_IS_INJECTED_INTO_FIELDS, FieldInjected.class),
                new Kept(Rules.IDS_ARE_BARE_IN_TEXT, NameOnlyId.class),
                new Kept(Rules.EVERY_QUESTION_SAYS_WHO_ASKS, AnybodysList.class),
                new Kept(Rules.EVERY_QUESTION_ASKS_FOR_ITS_RIGHT, EverybodysList.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_register_keeps_the_rule(Kept kept) {
        kept.rule.check(REGISTER);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_class_that_breaks_the_rule_is_caught(Kept kept) {
        var result = kept.rule.evaluate(new ClassFileImporter().importClasses(kept.wrong));
        assertThat(result.hasViolation()).as("%s breaks: %s", kept.wrong, kept.rule.getDescription()).isTrue();
        assertThat(result.getFailureReport().getDetails()).allMatch(detail -> detail.contains(kept.wrong.getSimpleName()));
    }
}
