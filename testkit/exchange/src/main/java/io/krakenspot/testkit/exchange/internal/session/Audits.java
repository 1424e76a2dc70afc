package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps the truth about every account for tests. Safe for any thread. */
public final class Audits {
  private final Map<String, AuditBook> books = new ConcurrentHashMap<>();

  /** Makes a place without accounts. */
  public Audits() {}

  /**
   * Follows an account from now on.
   *
   * @param account which has done nothing yet
   */
  public void follow(Account account) {
    book(account.name()).follow(account);
  }

  /**
   * Counts a request to place an order.
   *
   * @param account who asked
   * @param order what
   */
  public void added(String account, OrderRequest order) {
    String clientId = order.clientId();
    if (clientId != null) {
      book(account).added(clientId);
    }
  }

  /**
   * The truth about an account.
   *
   * @param account which
   * @return a copy; null if there is no such account
   */
  public @Nullable AccountAudit of(String account) {
    AuditBook book = books.get(account);
    return book == null ? null : book.copy();
  }

  /**
   * Who is followed.
   *
   * @return the accounts' names, sorted
   */
  public List<String> names() {
    return books.keySet().stream().sorted().toList();
  }

  /**
   * Opens the books of an account.
   *
   * @param account which
   */
  public void open(String account) {
    AuditBook unused = book(account);
  }

  private AuditBook book(String account) {
    return books.computeIfAbsent(account, none -> new AuditBook());
  }
}
