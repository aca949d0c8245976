/** How passages follow each other. `reading` stands under the titles of the texts, `straight` is the same without titles. */
export const passageOrders = ['reading', 'newest', 'oldest', 'colour', 'straight'] as const;
export type PassageOrder = (typeof passageOrders)[number];
