const number = new Intl.NumberFormat('en');

/** Marks that a file came with. */
export const sourceMarkMessages = {
  offer: (count: number): string =>
    count === 1
      ? 'This file holds one mark or comment of its own.'
      : `This file holds ${number.format(count)} marks and comments of its own.`,
  offerRest: (missing: number, count: number): string =>
    `${number.format(missing)} of the ${number.format(count)} marks and comments of this file are not among yours.`,
  take: 'Add them',
  decline: 'No, thanks',
  taken: (count: number): string =>
    count === 1 ? 'One mark added' : `${number.format(count)} marks added`,
  declined: 'The marks of this file are not offered any more',
} as const;
