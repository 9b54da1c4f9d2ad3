package app.prtosales.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/// The compiled product without its tests, and its parts by name.
final class Product {

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("app.prtosales");

    /// The classes that are deployed.
    static final DescribedPredicate<JavaClass> DEPLOYED =
            resideInAPackage("app.prtosales..")
                    .and(not(resideInAnyPackage("app.prtosales.local..", "app.prtosales.bench..")))
                    .as("in shared/ or functions/");

    /// The local stand-ins for AWS, and the runner that starts the product on them.
    static final DescribedPredicate<JavaClass> LOCAL =
            resideInAnyPackage("app.prtosales.local..").as("in local/");

    static final DescribedPredicate<JavaClass> FUNCTIONS =
            resideInAnyPackage("app.prtosales.functions..").as("in functions/");

    static final DescribedPredicate<JavaClass> HANDLERS =
            FUNCTIONS
                    .and(
                            describe(
                                    "named Handler",
                                    each -> each.getSimpleName().endsWith("Handler")))
                    .as("handlers");

    /// The protocol: every package that deals with neither AWS nor email.
    static final DescribedPredicate<JavaClass> DOMAIN =
            DEPLOYED.and(
                            not(
                                    resideInAnyPackage(
                                            "app.prtosales.aws..",
                                            "app.prtosales.mail..",
                                            "app.prtosales.functions..")))
                    .as("in the domain");

    private Product() {}

    /// The classes of a part; fails if there are none, because every rule about them would then
    /// hold.
    static JavaClasses of(DescribedPredicate<JavaClass> part) {
        JavaClasses classes = CLASSES.that(part);
        if (classes.isEmpty()) {
            throw new IllegalStateException("no class is " + part.getDescription());
        }
        return classes;
    }
}
