/** A server that has not answered by then counts as not reachable. */
const PROBE_MILLISECONDS = 8000;

/** Whether an address answers at all. Never rejects. */
export async function isReachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(PROBE_MILLISECONDS) })).ok;
  } catch {
    return false;
  }
}
