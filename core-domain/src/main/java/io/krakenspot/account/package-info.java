/** Balances of an account and the ledger entries that change them. Values alone. */
@NullMarked
package io.krakenspot.account;

import org.jspecify.annotations.NullMarked;
