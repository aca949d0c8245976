export const spans = ['any', 'day', 'week', 'month'] as const;
type DateSpan = (typeof spans)[number];

const days: Record<Exclude<DateSpan, 'any'>, number> = { day: 0, week: 6, month: 29 };

/** The beginning of the first day that counts, as it is on this machine's clock. */
export function sinceOf(span: string, now: Date): string | null {
  const back = span === 'day' || span === 'week' || span === 'month' ? days[span] : null;
  if (back === null) return null;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - back).toISOString();
}

export function spanOf(since: string | null, now: Date): DateSpan {
  return spans.find((span) => sinceOf(span, now) === since) ?? 'any';
}
