/** What the edit is called in the menu ("Undo highlight"), the history and the live region; messages/ words it. */
export const editLabels = [
  'mark.add',
  'mark.remove',
  'mark.colour',
  'mark.note',
  'mark.tag',
  'mark.untag',
  'mark.edit',
  'tag.add',
  'tag.rename',
  'tag.colour',
  'tag.describe',
  'tag.remove',
  'tag.edit',
  'document.add',
  'document.remove',
  'document.rename',
  'document.restore',
] as const;
export type EditLabel = (typeof editLabels)[number];
