import { whenMessages } from '../../core/messages/en/when.ts';

const time = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const wholeDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** "14:03". */
export function clockTime(iso: string): string {
  return time.format(new Date(iso));
}

/** "Today", "Yesterday", "3 November", or with the year where it is another. */
export function dayName(iso: string, now: Date): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return whenMessages.today;
  if (days === 1) return whenMessages.yesterday;
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : wholeDate).format(date);
}

/** "Today, 14:03"; inside a sentence "today, 14:03". */
export function dayAndTime(iso: string, now: Date, inside = false): string {
  const day = dayName(iso, now);
  return whenMessages.at(inside && /^[TY]/.test(day) ? day.toLowerCase() : day, clockTime(iso));
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
