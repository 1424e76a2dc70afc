/**
 * Private REST calls: tokens and the records of orders. Not API: may change without notice.
 *
 * <pre>
 * PrivateCalls (turn, nonce, signature) -> Post -> Answer -> Token, or RestOrder -> Order
 * </pre>
 */
@NullMarked
package io.krakenspot.vertx.internal;

import org.jspecify.annotations.NullMarked;
