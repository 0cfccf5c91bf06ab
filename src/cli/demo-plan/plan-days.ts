const DAY = 86_400_000;

/** The moment some days and minutes after a day's morning, ISO in UTC: `momentAfter('2026-03-03', 2, 90)` = 2026-03-05T09:30:00Z. */
export function momentAfter(day: string, days: number, minutes = 0): string {
  const at = Date.parse(`${day}T08:00:00Z`) + days * DAY + minutes * 60_000;
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Months since year 0, for distances between dates. */
export function monthOf(isoDate: string): number {
  return Number(isoDate.slice(0, 4)) * 12 + Number(isoDate.slice(5, 7));
}
