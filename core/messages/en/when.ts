/** Days and times in words. */
export const whenMessages = {
  today: 'Today',
  yesterday: 'Yesterday',
  at: (day: string, time: string): string => `${day}, ${time}`,
} as const;
