package io.krakenspot.testkit.exchange;

import io.krakenspot.market.BookLevel;
import java.util.List;

/**
 * The best levels of a pair as they really are.
 *
 * @param bids best first
 * @param asks best first
 */
public record MarketBook(List<BookLevel> bids, List<BookLevel> asks) {}
