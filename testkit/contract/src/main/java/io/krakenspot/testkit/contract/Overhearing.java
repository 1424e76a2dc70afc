package io.krakenspot.testkit.contract;

import io.krakenspot.port.BookChange;
import io.krakenspot.port.Codec;
import io.krakenspot.port.Inbound;
import io.krakenspot.port.Protocol;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A protocol whose book frames somebody hears of before the client does. */
final class Overhearing {
  private Overhearing() {}

  static Protocol of(Protocol protocol, Consumer<BookChange> books) {
    return around(
        Protocol.class,
        (method, arguments) -> {
          Object result = call(protocol, method, arguments);
          return result instanceof Codec codec ? of(codec, books) : result;
        });
  }

  private static Codec of(Codec codec, Consumer<BookChange> books) {
    return around(
        Codec.class,
        (method, arguments) -> {
          if (method.getName().equals("decode")) {
            arguments[1] = of((Inbound) arguments[1], books);
          }
          return call(codec, method, arguments);
        });
  }

  private static Inbound of(Inbound inbound, Consumer<BookChange> books) {
    return around(
        Inbound.class,
        (method, arguments) -> {
          if (method.getName().equals("book")) {
            books.accept((BookChange) arguments[0]);
          }
          return call(inbound, method, arguments);
        });
  }

  private interface Call {
    Object run(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T around(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.run(method, arguments)));
  }

  private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
