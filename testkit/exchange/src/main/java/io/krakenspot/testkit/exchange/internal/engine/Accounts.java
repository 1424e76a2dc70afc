package io.krakenspot.testkit.exchange.internal.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who trades here. Lives on the exchange's loop. */
public final class Accounts {
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Account anonymous = new Account("anonymous market");
  private final Account fees = new Account("fees");
  private final Account lender = new Account("lender");

  Accounts() {}

  /**
   * The account of a client, which is opened empty if it is new.
   *
   * @param name whatever tells clients apart; not a secret
   * @return the account
   */
  public Account open(String name) {
    return accounts.computeIfAbsent(name, Account::new);
  }

  /**
   * The account of a client.
   *
   * @param name of the account
   * @return null if there is none
   */
  public @Nullable Account find(String name) {
    return accounts.get(name);
  }

  /**
   * All clients' accounts.
   *
   * @return oldest first
   */
  public Collection<Account> all() {
    return List.copyOf(accounts.values());
  }

  boolean isClient(Account account) {
    return account != anonymous;
  }

  /**
   * What the anonymous market won and lost against clients, from zero; it may be negative.
   *
   * @return its account, which has no orders and no fills
   */
  public Account anonymous() {
    return anonymous;
  }

  /**
   * Who trades for clients on margin, and takes their losses and pays their profits.
   *
   * @return an account from zero; it may be negative
   */
  public Account lender() {
    return lender;
  }

  /**
   * What clients paid in fees.
   *
   * @return an account that only grows
   */
  public Account fees() {
    return fees;
  }
}
