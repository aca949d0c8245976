import type { CommandId } from '../commands.ts';

/** What must be there for a command to do something. */
export type Need = 'text' | 'page' | 'passage' | 'mark' | 'undo' | 'redo';

const needs: Partial<Record<CommandId, Need>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'find.open': 'text',
  'find.next': 'text',
  'find.previous': 'text',
  'go.to': 'text',
  'memo.document': 'text',
  'document.wholePage': 'page',
  'document.rename': 'text',
  'document.remove': 'text',
  'export.markdown': 'text',
  'export.jsonld': 'text',
  'export.csv': 'text',
  'view.contents': 'text',
  'go.back': 'text',
  'go.forward': 'text',
  'bookmark.toggle': 'text',
  'bookmark.next': 'text',
  'bookmark.previous': 'text',
  'mark.highlight': 'passage',
  'mark.tag': 'passage',
  'mark.note': 'passage',
  'mark.copy': 'passage',
  'mark.copyWithSource': 'passage',
  'mark.nextOfTag': 'mark',
  'mark.previousOfTag': 'mark',
  'mark.nextOfColour': 'mark',
  'mark.previousOfColour': 'mark',
  'mark.split': 'text',
  'mark.join': 'mark',
  'mark.duplicate': 'mark',
  'mark.colourByTag': 'mark',
  'mark.link': 'mark',
  'mark.remove': 'mark',
  'mark.next': 'text',
  'mark.previous': 'text',
  'mark.cycle': 'mark',
  'mark.endOn': 'mark',
  'mark.endBack': 'mark',
  'mark.startOn': 'mark',
  'mark.startBack': 'mark',
  'mark.endOnCharacter': 'mark',
  'mark.endBackCharacter': 'mark',
  'mark.startOnCharacter': 'mark',
  'mark.startBackCharacter': 'mark',
  'caret.toggle': 'text',
  'caret.headingOn': 'text',
  'caret.headingBack': 'text',
  'caret.textStart': 'text',
  'caret.textEnd': 'text',
  'select.sentence': 'text',
  'select.expand': 'text',
  'select.shrink': 'text',
  'select.previousSentence': 'text',
};

export type Present = Readonly<Record<Need, boolean>>;

/** What a command lacks; null where nothing. */
export function lacks(id: CommandId, present: Present): Need | null {
  const need = needs[id];
  return need === undefined || present[need] ? null : need;
}
