export const dateSpans = ['any', 'day', 'week', 'month'] as const;
export type DateSpan = (typeof dateSpans)[number];

const days: Record<Exclude<DateSpan, 'any'>, number> = { day: 0, week: 6, month: 29 };

/** The beginning of the first day that counts, as it is on this machine's clock. */
export function sinceOf(span: DateSpan, now: Date): string | null {
  if (span === 'any') return null;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days[span]).toISOString();
}

export function spanOf(since: string | null, now: Date): DateSpan {
  return dateSpans.find((span) => sinceOf(span, now) === since) ?? 'any';
}
