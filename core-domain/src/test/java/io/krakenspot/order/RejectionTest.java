package io.krakenspot.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every documented text that can answer a command, and its explained and detailed forms. */
class RejectionTest {
  @ParameterizedTest
  @CsvSource({
    "EOrder:Insufficient funds, INSUFFICIENT_FUNDS",
    "EOrder:Insufficient funds (insufficient user funds), INSUFFICIENT_FUNDS",
    "EOrder:Insufficient margin, MARGIN",
    "EOrder:Margin allowance exceeded, MARGIN",
    "EOrder:Margin level too low, MARGIN",
    "EOrder:Margin position size exceeded, MARGIN",
    "EOrder:Cannot open position, MARGIN",
    "EOrder:Cannot open opposing position, MARGIN",
    "EOrder:Positions limit exceeded, MARGIN",
    "EOrder:Unknown position, MARGIN",
    "EOrder:Rate limit exceeded, RATE_LIMIT",
    "EOrder:Domain rate limit exceeded, RATE_LIMIT",
    "EAPI:Rate limit exceeded, RATE_LIMIT",
    "EAuth:Rate limit exceeded, RATE_LIMIT",
    "EAuth:Too many requests, RATE_LIMIT",
    "EGeneral:Too many requests, RATE_LIMIT",
    "EService:Throttled: 1767225600, RATE_LIMIT",
    "Exceeded msg rate, RATE_LIMIT",
    "EOrder:Orders limit exceeded, ORDERS_LIMIT",
    "EOrder:Scheduled orders limit exceeded, ORDERS_LIMIT",
    "EOrder:Unknown order, UNKNOWN_ORDER",
    "EOrder:Invalid order, UNKNOWN_ORDER",
    "EOrder:Post only order, POST_ONLY",
    "EOrder:Reduce only:No position exists, REDUCE_ONLY",
    "EOrder:Reduce only:Position is closed, REDUCE_ONLY",
    "EOrder:Reduce only:Non-PC, REDUCE_ONLY",
    "EOrder:Order minimum not met, TOO_SMALL",
    "EOrder:Cost minimum not met, TOO_SMALL",
    "EGeneral:Invalid arguments:volume minimum not met, TOO_SMALL",
    "EOrder:Tick size check failed, PRICE",
    "EOrder:Invalid price, PRICE",
    "EGeneral:Invalid arguments:No amendable parameters found, NO_CHANGE",
    "EService:Deadline elapsed, DEADLINE",
    "EService:Market in cancel_only mode, ENGINE_STATE",
    "EService:Market in post_only mode, ENGINE_STATE",
    "EService:Market in limit_only mode, ENGINE_STATE",
    "EService:Unavailable, ENGINE_STATE",
    "EService:Busy, ENGINE_STATE",
    "EGeneral:Permission denied, PERMISSION",
    "EAPI:Permission denied, PERMISSION",
    "EAccount:Invalid permissions, PERMISSION",
    "EAuth:Account temporary disabled, PERMISSION",
    "EAuth:Account unconfirmed, PERMISSION",
    "EBM:limit exceeded:CAL, PERMISSION",
    "ESession:Invalid session, SESSION",
    "EAPI:Invalid token, SESSION",
    "Token(s) not found, SESSION",
    "EGeneral:Invalid arguments, INVALID_ARGUMENTS",
    "EGeneral:Invalid arguments:timeinforce, INVALID_ARGUMENTS",
    "EGeneral:Invalid arguments:Index unavailable, INVALID_ARGUMENTS",
    "Unsupported field: 'x' for the given msg type: add order, INVALID_ARGUMENTS",
    "Malformed request, INVALID_ARGUMENTS",
    "Unsupported event, INVALID_ARGUMENTS",
    "Currency pair not supported AAA/BBB, INVALID_ARGUMENTS",
    "Currency pair not in ISO 4217-A3 format AAABBB, INVALID_ARGUMENTS",
    "Limit_price field must be a number_float, INVALID_ARGUMENTS",
    "ETrade:Invalid request, INVALID_ARGUMENTS",
    "EGeneral:Internal error, INTERNAL",
    "EGeneral:Internal error:17, INTERNAL",
    "EGeneral:Temporary lockout, OTHER",
    "no effect: the exchange has no order of a, NO_EFFECT",
    "ENew:Never heard of, OTHER"
  })
  void sortsKrakensTextsAndKeepsThem(String text, Rejection.Reason reason) {
    assertThat(Rejection.of(text)).isEqualTo(new Rejection(reason, text));
  }
}
