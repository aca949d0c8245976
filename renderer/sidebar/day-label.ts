import { sidebarMessages } from '../../core/messages/en/sidebar.ts';

const dayAndMonth = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const wholeDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** "today", "yesterday", "3 Nov", or with the year where it is another. */
export function dayLabel(iso: string, now: Date): string {
  const date = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return sidebarMessages.today;
  if (days === 1) return sidebarMessages.yesterday;
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : wholeDate).format(date);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
