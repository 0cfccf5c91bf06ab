/** Makes a function that starts a piece of work at most once and hands its result to everybody; after a failure the next call tries again. */
export function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | null = null;
  return () => {
    if (started === null) {
      const attempt = start();
      started = attempt;
      attempt.catch(() => {
        if (started === attempt) started = null;
      });
    }
    return started;
  };
}
