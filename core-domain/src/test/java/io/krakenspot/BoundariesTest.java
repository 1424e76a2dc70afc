package io.krakenspot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.krakenspot", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {
  @ArchTest
  static final ArchRule coreNeedsTheJdkAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.krakenspot..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule valuesKnowNothingOfPortsOrEngine =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.krakenspot.market..",
              "io.krakenspot.order..",
              "io.krakenspot.account..",
              "io.krakenspot.failure..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.krakenspot.port..", "io.krakenspot.client..", "io.krakenspot.internal..");

  @ArchTest
  static final ArchRule portsKnowNothingOfTheEngine =
      noClasses()
          .that()
          .resideInAPackage("io.krakenspot.port..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.krakenspot.client..", "io.krakenspot.internal..");

  @ArchTest
  static final ArchRule theEngineIsMentionedInTwoPlaces =
      noClasses()
          .that()
          .resideInAPackage("io.krakenspot.client..")
          .and()
          .doNotHaveSimpleName("KrakenClientBuilder")
          .and()
          .doNotHaveSimpleName("Replay")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.krakenspot.internal..");

  @ArchTest
  static final ArchRule namesSayWhatThingsAre =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Impl");
}
