/** npm passes on a Ctrl-C that reached us from the terminal already, so one key press may count twice. */
const samePressMs = 1_000;

/** Ends when the process is asked to end (Ctrl-C, or a signal to terminate). Asked again later, the process ends at once. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt = Number.POSITIVE_INFINITY;
    const ask = () => {
      if (Date.now() - askedAt > samePressMs) process.exit(130);
      askedAt = Math.min(askedAt, Date.now());
      resolve();
    };
    process.on('SIGINT', ask).on('SIGTERM', ask);
  });
}
