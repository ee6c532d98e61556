package com.rekeyhq.sdk;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The items of a list, one by one. A page is fetched when its first item is asked for. */
public final class Pages<T> implements Iterable<T> {
  private final Function<String, Page<T>> pageAt;

  public Pages(Function<String, Page<T>> pageAt) {
    this.pageAt = pageAt;
  }

  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      private final Queue<T> ready = new ArrayDeque<>();
      private String cursor;
      private boolean more = true;

      @Override
      public boolean hasNext() {
        while (ready.isEmpty() && more) {
          Page<T> page = pageAt.apply(cursor);
          ready.addAll(page.items);
          cursor = page.next;
          more = cursor != null && !cursor.isEmpty();
        }
        return !ready.isEmpty();
      }

      @Override
      public T next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.remove();
      }
    };
  }

  /** One answer of a list. */
  public static final class Page<T> {
    private final List<T> items;
    private final String next;

    public Page(List<T> items, String next) {
      this.items = items;
      this.next = next;
    }
  }
}
