import type { EditLabel } from '../../edit/labels.ts';

/** Fits after "Undo" and "Redo", and stands by itself in a list. */
export const editNames: Record<EditLabel, string> = {
  'mark.add': 'highlight',
  'mark.remove': 'delete mark',
  'mark.colour': 'change colour',
  'mark.note': 'write note',
  'mark.tag': 'tag',
  'mark.untag': 'take tag off',
  'mark.respan': 'change passage',
  'mark.edit': 'change mark',
  'tag.add': 'new tag',
  'tag.rename': 'rename tag',
  'tag.colour': 'recolour tag',
  'tag.describe': 'describe tag',
  'tag.remove': 'delete tag',
  'tag.edit': 'change tag',
  'document.add': 'add text',
  'document.remove': 'remove text',
  'document.rename': 'rename text',
  'document.restore': 'restore text',
  'history.back': 'go back in the history',
  'bin.restore': 'restore from the bin',
  'bin.empty': 'empty the bin',
  'backup.restore': 'restore from a backup',
  'library.merge': 'changes from outside',
};
