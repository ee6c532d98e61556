// Bounds of the waiting between attempts, in milliseconds.
const first = 200;
const most = 8_000;
const mostAsked = 60_000; // a longer Retry-After is the caller's to wait

/** The seconds of Retry-After in both its forms (RFC 9110, section 10.2.3). */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("retry-after");
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Number(text);
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - Date.now()) / 1000);
}

/** How long to wait before the next attempt, if one makes sense; without an answer the connection failed. */
export function pause(n: number, answer: Response | undefined): number | undefined {
  const backoff = Math.min(first * 2 ** (n - 1), most);
  const jittered = backoff / 2 + (Math.random() * backoff) / 2;
  switch (answer?.status) {
    case undefined:
    case 502: // of a proxy in between
    case 504:
      return jittered;
    case 429:
    case 503: {
      const asked = answer && retryAfter(answer.headers);
      if (asked === undefined) return jittered;
      return asked * 1000 <= mostAsked ? asked * 1000 + Math.random() * first : undefined;
    }
  }
  return undefined;
}

export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted) end();
  });
}
