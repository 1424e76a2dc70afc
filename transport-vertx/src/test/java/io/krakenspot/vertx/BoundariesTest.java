package io.krakenspot.vertx;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The house keeps its walls: who may know whom, checked where every module is in sight. */
@AnalyzeClasses(packages = "io.krakenspot", importOptions = ImportOption.DoNotIncludeTests.class)
final class BoundariesTest {
  private static final String[] VALUES = {
    "io.krakenspot.market..",
    "io.krakenspot.failure..",
    "io.krakenspot.order..",
    "io.krakenspot.account.."
  };
  private static final String[] CORE = {
    "io.krakenspot.market..", "io.krakenspot.failure..", "io.krakenspot.order..",
    "io.krakenspot.account..", "io.krakenspot.port..", "io.krakenspot.client..",
    "io.krakenspot.internal.."
  };
  private static final String V1 = "io.krakenspot.v1..";
  private static final String V2 = "io.krakenspot.v2..";
  private static final String VERTX = "io.krakenspot.vertx..";
  private static final String TESTKIT = "io.krakenspot.testkit..";
  private static final String EXCHANGE = "io.krakenspot.testkit.exchange..";

  @ArchTest
  static void everyModuleIsInSight(JavaClasses all) {
    for (String type :
        new String[] {
          "io.krakenspot.client.KrakenClient",
          "io.krakenspot.v1.KrakenV1",
          "io.krakenspot.v2.KrakenV2",
          "io.krakenspot.vertx.VertxTransport",
          "io.krakenspot.testkit.exchange.Exchange",
          "io.krakenspot.testkit.contract.MarketDataContract"
        }) {
      assertThat(all.contain(type)).as(type).isTrue();
    }
  }

  @ArchTest
  static final ArchRule coreNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .and()
          .resideOutsideOfPackage("..guice..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CORE).or(resideInAnyPackage("java..", "org.jspecify..")));

  @ArchTest
  static final ArchRule valuesKnowNothingButValues =
      classes()
          .that()
          .resideInAnyPackage(VALUES)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(VALUES).or(resideInAnyPackage("java..", "org.jspecify..")));

  @ArchTest
  static final ArchRule portsKnowNoEngine =
      noClasses()
          .that()
          .resideInAPackage("io.krakenspot.port..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.krakenspot.client..", "io.krakenspot.internal..");

  @ArchTest
  static final ArchRule v1KnowsNeitherV2NorSockets =
      noClasses()
          .that()
          .resideInAPackage(V1)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(V2, VERTX, TESTKIT, "io.vertx..", "io.netty..");

  @ArchTest
  static final ArchRule v2KnowsNeitherV1NorSockets =
      noClasses()
          .that()
          .resideInAPackage(V2)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(V1, VERTX, TESTKIT, "io.vertx..", "io.netty..");

  @ArchTest
  static final ArchRule adaptersKnowOnlyValuesAndPorts =
      noClasses()
          .that()
          .resideInAnyPackage(V1, V2)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.krakenspot.client..", "io.krakenspot.internal..");

  @ArchTest
  static final ArchRule transportKnowsNoVersion =
      noClasses()
          .that()
          .resideInAPackage(VERTX)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(V1, V2, TESTKIT, "com.fasterxml.jackson..");

  /** Frames are the adapters' business; REST answers are the same for both versions. */
  @ArchTest
  static final ArchRule onlyRestCallsKnowJson =
      noClasses()
          .that()
          .resideInAPackage(VERTX)
          .and()
          .resideOutsideOfPackage("io.krakenspot.vertx.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.vertx.core.json..");

  @ArchTest
  static final ArchRule testkitKnowsNoAdapterAndNoTransport =
      noClasses()
          .that()
          .resideInAPackage(TESTKIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(V1, V2, VERTX);

  @ArchTest
  static final ArchRule exchangeKnowsNoClientAndNoContract =
      noClasses()
          .that()
          .resideInAPackage(EXCHANGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.krakenspot.client..",
              "io.krakenspot.internal..",
              "io.krakenspot.testkit.contract..");

  @ArchTest
  static final ArchRule onlyGuicePackagesKnowGuice =
      noClasses()
          .that()
          .resideOutsideOfPackage("..guice..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google..", "jakarta.inject..");

  @ArchTest
  static final ArchRule coreKeepsItsInternals = keepsInternals("io.krakenspot.internal..", CORE);

  @ArchTest
  static final ArchRule v1KeepsItsInternals = keepsInternals("io.krakenspot.v1.internal..", V1);

  @ArchTest
  static final ArchRule v2KeepsItsInternals = keepsInternals("io.krakenspot.v2.internal..", V2);

  @ArchTest
  static final ArchRule transportKeepsItsInternals =
      keepsInternals("io.krakenspot.vertx.internal..", VERTX);

  @ArchTest
  static final ArchRule exchangeKeepsItsInternals =
      keepsInternals("io.krakenspot.testkit.exchange.internal..", EXCHANGE);

  private static ArchRule keepsInternals(String internals, String... owner) {
    return noClasses()
        .that(not(resideInAnyPackage(owner)))
        .should()
        .dependOnClassesThat(resideInAPackage(internals));
  }

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      SlicesRuleDefinition.slices()
          .matching("io.krakenspot.(v1|v2|vertx|testkit.exchange|testkit.contract)..")
          .should()
          .beFreeOfCycles();
}
