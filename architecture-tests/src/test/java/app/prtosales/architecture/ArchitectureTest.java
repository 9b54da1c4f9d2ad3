package app.prtosales.architecture;

import static app.prtosales.architecture.Product.DEPLOYED;
import static app.prtosales.architecture.Product.DOMAIN;
import static app.prtosales.architecture.Product.FUNCTIONS;
import static app.prtosales.architecture.Product.HANDLERS;
import static app.prtosales.architecture.Product.LOCAL;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.AwsClients;
import app.prtosales.aws.Config;
import app.prtosales.aws.mail.SystemPace;
import app.prtosales.link.LinkKey;
import app.prtosales.link.LinkTokens;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The rules of the code's structure. For each rule, `docs/testing.md` says which violation was
/// tried to see it fail.
class ArchitectureTest {

    /// The one class of `local/` that reads the real time, for the clock that can be moved.
    private static final String LOCAL_PRODUCT = "LocalProduct";

    /// Instants written as constants: the earliest and the latest that a key or a form accepts.
    private static final Set<String> CONSTANT_INSTANTS =
            Set.of(
                    "app.prtosales.aws.table.Keys.FIRST",
                    "app.prtosales.aws.table.Keys.LAST",
                    "app.prtosales.intake.PublicationReader.EARLIEST");

    // The domain

    @Test
    void the_domain_knows_no_aws_no_json_no_html_and_no_third_party_but_jspecify() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        DOMAIN.or(
                                resideInAnyPackage(
                                        "java..", "javax.crypto..", "org.jspecify..", "")))
                .check(Product.of(DOMAIN));
    }

    @Test
    void the_packages_of_the_domain_are_free_of_cycles() {
        slices().matching("app.prtosales.(*)..")
                .should()
                .beFreeOfCycles()
                .check(Product.of(DOMAIN));
    }

    // The outside world: each part of it has one class that may access it

    @Test
    void only_aws_application_reads_the_environment() {
        noClasses()
                .that(areNot(AwsApplication.class))
                .should()
                .accessTargetWhere(calls("read the environment", System.class, "getenv"::equals))
                .check(Product.of(DEPLOYED));
    }

    @Test
    void only_aws_application_reads_the_clock() {
        noClasses()
                .that(areNot(AwsApplication.class))
                .should()
                .accessTargetWhere(readsTheClock())
                .check(Product.of(DEPLOYED));
    }

    @Test
    void in_local_only_clocks_and_their_starters_read_the_clock() {
        noClasses()
                .that(
                        describe(
                                "neither a clock nor LocalProduct",
                                each ->
                                        !each.isAssignableTo(InstantSource.class)
                                                && !outermost(each)
                                                        .getSimpleName()
                                                        .equals(LOCAL_PRODUCT)))
                .should()
                .accessTargetWhere(readsTheClock())
                .check(Product.of(LOCAL));
    }

    @Test
    void only_system_pace_measures_time() {
        noClasses()
                .that(areNot(SystemPace.class))
                .should()
                .accessTargetWhere(calls("measure time", System.class, "nanoTime"::equals))
                .check(Product.of(DEPLOYED));
    }

    @Test
    void everything_is_logged_through_our_log() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.logging..",
                        "org.apache.commons.logging..")
                .orShould()
                .accessTargetWhere(
                        calls(
                                "write to the console",
                                System.class,
                                List.of("out", "err")::contains))
                .orShould()
                .accessTargetWhere(
                        calls("print a stack trace", Throwable.class, "printStackTrace"::equals))
                .check(Product.of(DEPLOYED));
    }

    // Functions

    @Test
    void functions_do_not_know_each_other() {
        slices().matching("app.prtosales.functions.(*)..")
                .should()
                .notDependOnEachOther()
                .check(Product.of(FUNCTIONS));
    }

    @Test
    void functions_leave_aws_to_shared_aws() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(Product.of(FUNCTIONS));
    }

    @Test
    void shared_does_not_know_the_functions_and_nothing_deployed_knows_local() {
        noClasses()
                .that(DescribedPredicate.not(FUNCTIONS))
                .should()
                .dependOnClassesThat(FUNCTIONS)
                .check(Product.of(DEPLOYED));
        noClasses().should().dependOnClassesThat(LOCAL).check(Product.of(DEPLOYED));
    }

    @Test
    void handlers_name_their_event_and_have_exactly_the_two_public_constructors() {
        classes()
                .should()
                .implement(RequestHandler.class)
                .andShould(nameTheirEvent())
                .andShould(haveExactlyTheTwoPublicConstructors())
                .check(Product.of(HANDLERS));
    }

    /// Lambda looks for the event type only on the class itself; a handler that inherits it gets a
    /// map.
    private static ArchCondition<JavaClass> nameTheirEvent() {
        return new ArchCondition<>("name the event they take on the class itself") {
            @Override
            public void check(JavaClass handler, ConditionEvents events) {
                boolean says =
                        handler.getInterfaces().stream()
                                .anyMatch(each ->
                                        each instanceof JavaParameterizedType named
                                                && named.toErasure()
                                                        .isEquivalentTo(RequestHandler.class));
                events.add(
                        new SimpleConditionEvent(
                                handler, says, handler.getName() + " names no event"));
            }
        };
    }

    /// Missing settings must show at startup, not in the middle of a call.
    @Test
    void handlers_ask_the_application_once() {
        fields().that()
                .areDeclaredInClassesThat(FUNCTIONS)
                .should()
                .notHaveRawType(belongToAnyOf(AwsApplication.class, Config.class, AwsClients.class))
                .check(Product.of(FUNCTIONS));
    }

    // The table

    @Test
    void only_the_classes_of_the_table_use_dynamodb() {
        noClasses()
                .that(
                        DescribedPredicate.not(
                                resideInAPackage("app.prtosales.aws.table..")
                                        .or(belongToAnyOf(AwsClients.class, AwsApplication.class))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DynamoDbClient.class.getPackageName() + "..")
                .check(Product.of(DEPLOYED));
    }

    // Names, nulls and statics

    @Test
    void no_class_has_a_generic_name() {
        List<String> meaningless = List.of("App", "Function", "Common");
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Impl|Manager|Helper|Helpers)")
                .andShould(
                        be(
                                "named by what it is",
                                each -> !meaningless.contains(each.getSimpleName())))
                .andShould()
                .resideOutsideOfPackages(
                        "..common..", "..util..", "..utils..", "..helper..", "..manager..")
                .check(Product.CLASSES);
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked =
                Product.CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .filter(each -> !isNullMarked(each))
                        .map(JavaPackage::getName)
                        .collect(toSet());

        assertThat(unmarked).isEmpty();
    }

    /// SnapStart keeps the value of a static field for every instance, and for weeks.
    @Test
    void static_fields_hold_no_randomness_no_token_and_no_current_time() {
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(
                        DescribedPredicate.<JavaClass>describe(
                                "random, secret or tied to the current time",
                                ArchitectureTest::isRandomSecretOrTimed))
                .andShould(beConstantIfInstants())
                .check(Product.of(DEPLOYED));
    }

    /// A generator would be part of SnapStart's snapshot, and every instance restored from it would
    /// draw the same numbers; `SecureRandom` gets its entropy from the machine.
    @Test
    void random_values_come_from_secure_random() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        describe(
                                "a generator that would be in the snapshot",
                                each ->
                                        isRandom(each)
                                                && !each.isEquivalentTo(UUID.class)
                                                && !each.isEquivalentTo(SecureRandom.class)))
                .orShould()
                .callMethod(Math.class, "random")
                .check(Product.of(DEPLOYED));
    }

    /// The same for random values of other types, such as a text.
    @Test
    void static_initializers_create_nothing_random() {
        noClasses()
                .should(
                        new ArchCondition<JavaClass>("make anything random in a static field") {
                            @Override
                            public void check(JavaClass item, ConditionEvents events) {
                                item.getStaticInitializer().stream()
                                        .flatMap(each -> each.getAccessesFromSelf().stream())
                                        .filter(each -> isRandom(each.getTargetOwner()))
                                        .forEach(each ->
                                                events.add(
                                                        SimpleConditionEvent.satisfied(
                                                                item, each.getDescription())));
                            }
                        })
                .check(Product.of(DEPLOYED));
    }

    // Building blocks of the rules

    private static DescribedPredicate<JavaClass> areNot(Class<?> one) {
        return DescribedPredicate.not(belongToAnyOf(one));
    }

    /// A call, a method reference (`Instant::now`) or the use of a field.
    private static DescribedPredicate<JavaAccess<?>> calls(
            String what, Class<?> owner, Predicate<String> name) {
        return describe(
                what,
                access ->
                        access.getTargetOwner().isAssignableTo(owner)
                                && name.test(access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe("the clock is read", access -> readsTheClock(access.getTarget()));
    }

    private static boolean readsTheClock(AccessTarget target) {
        String name = target.getName();
        return switch (target.getOwner().getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock", "java.time.InstantSource" ->
                    name.startsWith("system") || name.startsWith("tick") && !name.equals("tick");
            case "java.util.Calendar", "java.util.GregorianCalendar" -> true;
            case "java.util.Date" ->
                    name.equals("<init>")
                            && target instanceof AccessTarget.ConstructorCallTarget made
                            && made.getRawParameterTypes().isEmpty();
            default -> target.getOwner().getPackageName().equals("java.time") && name.equals("now");
        };
    }

    private static boolean isRandomSecretOrTimed(JavaClass type) {
        return isRandom(type)
                || type.isAssignableTo(Clock.class)
                || type.isEquivalentTo(InstantSource.class)
                || type.isEquivalentTo(LinkKey.class)
                || type.isEquivalentTo(LinkTokens.class);
    }

    private static boolean isRandom(JavaClass type) {
        return type.isAssignableTo(RandomGenerator.class)
                || type.isAssignableTo(Random.class)
                || type.isEquivalentTo(UUID.class);
    }

    private static ArchCondition<JavaField> beConstantIfInstants() {
        return new ArchCondition<>("be constants written in the code if they are instants") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean allowed =
                        !field.getRawType().isEquivalentTo(Instant.class)
                                || CONSTANT_INSTANTS.contains(field.getFullName());
                events.add(
                        new SimpleConditionEvent(
                                field, allowed, field.getFullName() + " holds an instant"));
            }
        };
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                item, test.test(item), item.getName() + " is not " + what));
            }
        };
    }

    private static ArchCondition<JavaClass> haveExactlyTheTwoPublicConstructors() {
        Set<List<String>> two = Set.of(List.of(), List.of(AwsApplication.class.getName()));
        return new ArchCondition<>("have exactly the two public constructors") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Set<List<String>> has =
                        item.getConstructors().stream()
                                .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                                .map(ArchitectureTest::parameters)
                                .collect(toSet());
                events.add(
                        new SimpleConditionEvent(
                                item,
                                has.equals(two),
                                "%s has the public constructors %s"
                                        .formatted(item.getName(), has)));
            }
        };
    }

    private static List<String> parameters(JavaConstructor constructor) {
        return constructor.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static boolean isNullMarked(JavaPackage each) {
        return each.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
